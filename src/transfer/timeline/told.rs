//! The timeline in sentences, for whoever hears it: each side's counts and figures, what happened, then every stretch with
//! its level, what changed since the one before, and its range.

use super::plain::{Line, SILENT, lines};
use super::{Theirs, whether_theirs};
use crate::domain::context::FOLDED;
use crate::domain::health::counted;
use crate::domain::reliability::Show;
use crate::domain::trend;
use crate::domain::view::{Card, SideFigures, Stretch, Timeline};

/// The timeline in sentences, a line each, parts apart by a blank line. My side comes first.
pub fn told(timeline: &Timeline, card: &Card) -> String {
    let folded = card.folded.then(|| timeline.folded());
    let timeline = folded.as_ref().unwrap_or(timeline);
    let span = match (timeline.days.first(), timeline.days.last()) {
        (Some(first), Some(last)) => format!("{} to {}", day(*first), day(*last)),
        _ => day(card.as_of),
    };
    let mut out = vec![
        card.relationship.name.clone(),
        format!("reliability, {span}"),
    ];
    let theirs = whether_theirs(timeline, card);
    side(&mut out, "my side", &card.mine);
    match theirs {
        Theirs::Told => {
            side(&mut out, "their side", &card.theirs);
            if card.relationship.gap() < 0 && card.theirs.kept.n > 0 {
                out.push("you set their deadlines".to_owned());
            }
        }
        Theirs::Folded => out.extend([String::new(), format!("their side: {FOLDED}")]),
        Theirs::Absent => {}
    }
    happened(&mut out, timeline);
    over_time(&mut out, timeline, theirs == Theirs::Told);
    out.join("\n") + "\n"
}

fn side(out: &mut Vec<String>, whose: &str, figures: &SideFigures) {
    out.extend([
        String::new(),
        format!("{whose}:"),
        figures.kept.counts_text(),
    ]);
    match figures.kept.show {
        Show::Counts if figures.kept.n == 0 => {}
        Show::Counts => out.push(figures.kept.text()),
        _ => {
            out.push(format!("kept as agreed: {}", trend::told(&figures.kept)));
            out.push(format!("follow-through: {}", trend::told(&figures.follow)));
        }
    }
    out.extend(trend::ask(&figures.kept));
}

/// The marks, and what lies behind the days.
fn happened(out: &mut Vec<String>, timeline: &Timeline) {
    if !timeline.marks.is_empty() {
        out.extend([
            String::new(),
            format!("{}:", counted(timeline.marks.len(), "mark")),
        ]);
        let marks = timeline.marks.iter();
        out.extend(marks.map(|mark| format!("{}: {}", day(mark.day), mark.said())));
    }
    if !timeline.bands.is_empty() {
        out.extend([
            String::new(),
            format!("{} behind it:", counted(timeline.bands.len(), "period")),
        ]);
        out.extend(timeline.bands.iter().map(period));
    }
}

fn period(band: &Stretch) -> String {
    match band.to {
        Some(to) => format!("{} to {}: {}", day(band.from), day(to), band.said()),
        None => format!("since {}: {}", day(band.from), band.said()),
    }
}

/// What stood at the end of each stretch, oldest first; a long silence is one sentence.
fn over_time(out: &mut Vec<String>, timeline: &Timeline, theirs: bool) {
    let rows = lines(timeline);
    if rows.is_empty() {
        return out.extend([String::new(), "no days to show".to_owned()]);
    }
    out.extend([
        String::new(),
        format!("{}, oldest first:", counted(rows.len(), "day")),
    ]);
    let quiet = |row: &Line| !row.has_figure(theirs);
    let (mut mine, mut other) = (None, None);
    for stretch in rows.chunk_by(|a, b| quiet(a) && quiet(b)) {
        if let [first, .., last] = stretch {
            let many = stretch.len();
            out.push(format!(
                "{} to {}: {many} days with too little to say",
                first.day, last.day
            ));
            continue;
        }
        for row in stretch {
            let mut says = format!("{}: mine {}", row.day, level(&row.mine, &mut mine));
            if theirs {
                says = format!("{says}; theirs {}", level(&row.theirs, &mut other));
            }
            out.push(says);
        }
    }
}

/// A cell of the table in words, and how far it lies from the figure before it: `71, up 2, range 52 to 88`.
fn level(cell: &str, before: &mut Option<i32>) -> String {
    if cell == SILENT {
        return "too little to say".to_owned();
    }
    let Some((figure, range)) = cell.split_once(" (") else {
        return format!("no figure yet, range {cell}");
    };
    let range = range.trim_end_matches(')');
    let now = figure.parse::<i32>().ok();
    let change = match now.zip(*before).map(|(now, before)| now - before) {
        Some(0) => ", unchanged".to_owned(),
        Some(up @ 1..) => format!(", up {up}"),
        Some(down) => format!(", down {}", down.abs()),
        None => String::new(),
    };
    *before = now.or(*before);
    format!("{figure}{change}, range {range}")
}

fn day(day: chrono::NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_told_with_its_change_and_its_range() {
        let mut before = None;
        assert_eq!(level("\u{b7}", &mut before), "too little to say");
        assert_eq!(
            level("40 to 90", &mut before),
            "no figure yet, range 40 to 90"
        );
        assert_eq!(level("71 (52 to 88)", &mut before), "71, range 52 to 88");
        assert_eq!(
            level("73 (55 to 89)", &mut before),
            "73, up 2, range 55 to 89"
        );
        assert_eq!(
            level("70 (55 to 89)", &mut before),
            "70, down 3, range 55 to 89"
        );
        assert_eq!(
            level("70 (55 to 88)", &mut before),
            "70, unchanged, range 55 to 88"
        );
    }
}
