//! `timeline`: the reliability of both sides over the weeks, as text, as a picture, as data.

use chrono::{Duration, NaiveDate};
use clap::{Arg, ArgMatches, Command};

use super::args::{choice, is_set, json_flag, one, open_flag, switch, text_flag, who};
use super::desk::plain;
use super::flags::Words;
use super::{Desk, Verb, send};
use crate::domain::dates::{self, Lean};
use crate::domain::view::Card;
use crate::domain::zoom::Zoom;
use crate::error::Result;
use crate::transfer;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "timeline",
    command,
    run,
}];

/// At most so many points of a span: one a day up to a year.
const POINTS: usize = 367;

fn command(command: Command) -> Command {
    let weeks = Arg::new("weeks")
        .long("weeks")
        .value_name("N")
        .default_value("26")
        .value_parser(clap::value_parser!(u16).range(1..=520))
        .help("how many weeks back");
    let span = text_flag("span", "WORD", "how much time, instead of weeks")
        .value_parser(Words(Zoom::WORDS))
        .conflicts_with("weeks");
    command
        .about("The reliability timeline of a relationship, both sides, mine first")
        .args([
            who(),
            weeks,
            open_flag(),
            span,
            text_flag("ends", "DAY", "the last day shown, as it could be known then; today unless given"),
            switch("svg", "as a picture (SVG)").conflicts_with("json"),
            json_flag(),
        ])
        .args(send::flags())
        .after_help("Examples:\n  trustline timeline priya\n  trustline timeline priya --weeks 52 --svg --output priya.svg\n  trustline timeline priya --span quarter --ends 2026-09-30")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let zoom = choice(given, "span", Zoom::WORDS, Zoom::from_word)?;
    let weeks = usize::from(given.get_one::<u16>("weeks").copied().unwrap_or(26));
    let journal = desk.read()?;
    let id = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    let mut card = journal.card(id)?;
    card.folded &= !is_set(given, "open");
    let since = card.relationship.since;
    let asked = match one(given, "ends") {
        Some(typed) => Some(desk.day("--ends", typed, Lean::Past)?.min(journal.day())),
        None => None,
    };
    // a span that was asked for ends where it was asked to, however quiet it was
    let newest = zoom
        .is_none()
        .then(|| newest_within(&card, weeks))
        .flatten();
    let ends = asked.or(newest).unwrap_or(journal.day());
    let (step, points) = zoom.map_or((7, weeks), |zoom| zoom.grain(since, ends, POINTS));
    let mut timeline = journal.timeline(id, ends, step, points)?;
    desk.shown_timeline(&mut timeline, &mut card);
    if desk.wants_json() {
        let told = json::timeline(id, &card.relationship.name, &timeline);
        let told = json::written(&json::folded(told, card.folded), true);
        return send::send(desk, given, &(told + "\n"));
    }
    if asked.is_some() {
        // beside the days of back then stands what was known then
        let then = journal.known_then(id, ends)?;
        (card.mine, card.theirs) = (then.mine, then.theirs);
    }
    if is_set(given, "svg") {
        let svg = transfer::timeline::svg(&timeline, &card);
        return send::send(desk, given, &svg);
    }
    let text = if desk.is_plain() {
        plain::document(&transfer::timeline::told(&timeline, &card))
    } else {
        transfer::timeline::text(&timeline, &card, desk.width())
    };
    if asked.is_none() && ends < card.as_of {
        let since = dates::short(ends, card.as_of);
        let says = format!(
            "Nothing settled in the last {weeks} weeks; shown up to the newest evidence, {since}."
        );
        return send::send(desk, given, &format!("{says}\n{text}"));
    }
    send::send(desk, given, &text)
}

/// The day of the newest evidence of either side, when all of it lies before the weeks that would be shown: an old
/// journal should show what it holds, not an empty page.
fn newest_within(card: &Card, weeks: usize) -> Option<NaiveDate> {
    let sides = [
        &card.mine.kept,
        &card.theirs.kept,
        &card.mine.follow,
        &card.theirs.follow,
    ];
    let newest = sides
        .iter()
        .filter_map(|figure| figure.parts.last())
        .map(|part| part.day)
        .max()?;
    let first = card.as_of - Duration::weeks(i64::try_from(weeks).unwrap_or(0));
    (newest < first).then_some(newest)
}
