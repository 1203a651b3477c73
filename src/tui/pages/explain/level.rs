//! Why the level of the check-ins is what it is, as rows: each check-in with its points, its weight, what was answered.

use chrono::NaiveDate;

use crate::domain::view::Voices;
use crate::domain::{RecordId, dates, pulse};
use crate::tui::pages::outline::{Ink, Row};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// All of it.
pub fn rows(voices: &Voices, today: NaiveDate) -> Vec<Row> {
    let says = voices.level.as_ref().map_or_else(
        || "no check-in with at least half of its questions answered".to_owned(),
        pulse::Level::text,
    );
    let mut rows = vec![
        Row::text(format!("Check-ins, your own answers: {says}"), STRONG),
        Row::text(
            "25 points for each step above 1, the mean of what was answered; what is 90 days old weighs half. No prior and no range: it is your own voice.",
            DIM,
        ),
    ];
    rows.extend(shift(voices));
    rows.push(Row::blank());
    rows.push(Row::heading(
        "The check-ins, newest first: points, answered, weight",
    ));
    if voices.voices.is_empty() {
        rows.push(Row::under(
            "None yet. i on a relationship asks the questions.",
            DIM,
        ));
    }
    let shown = voices.level.is_some_and(|level| level.shown);
    rows.extend(
        voices
            .voices
            .iter()
            .map(|(id, voice)| one(*id, voice, shown, today)),
    );
    rows
}

/// How far the newest lies from the ones before, and from which distance on that is more than noise.
fn shift(voices: &Voices) -> Vec<Row> {
    let Some(level) = voices.level else {
        return Vec::new();
    };
    let (Some(previous), Some(shift), Some(band)) = (level.previous, level.shift, level.band)
    else {
        let words = "Whether the newest moved is looked at from four check-ins on.";
        return vec![Row::blank(), Row::text(words, DIM)];
    };
    let verdict = if level.moved {
        "more than noise: it moved"
    } else {
        "within it: no more than noise"
    };
    let words = format!(
        "The newest is {:.0}, the level before it {previous:.0}: {shift:+.0}. The band for the fewest answers among them is {band:.0} points; this is {verdict}.",
        level.latest
    );
    vec![Row::blank(), Row::text(words, TEXT)]
}

fn one(id: RecordId, voice: &pulse::Voice, shown: bool, today: NaiveDate) -> Row {
    let points = match voice.points {
        Some(points) if shown => format!("{points:>3.0}"),
        Some(points) => pulse::dots(points),
        None => "left out".to_owned(),
    };
    let why = if voice.points.is_none() {
        ", fewer than half"
    } else {
        ""
    };
    Row::line(vec![
        (format!("  {:<10}", dates::short(voice.day, today)), DIM),
        (format!("{points:<10}"), STRONG),
        (
            format!("{} of {} answered{why}", voice.answered, voice.asked),
            TEXT,
        ),
        (format!("  {:.2}", voice.weight), DIM),
    ])
    .about(id)
}
