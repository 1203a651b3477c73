//! Why the numbers of what was shared in trust are what they are, as rows: the ladder, then each disclosure and what it counts for.

use chrono::NaiveDate;

use crate::domain::ladder;
use crate::domain::trust::Trust;
use crate::domain::view::EntryLine;
use crate::domain::{Record, dates};
use crate::tui::command::told;
use crate::tui::pages::outline::{Ink, Row};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// All of it; what is sealed is counted above and named nowhere.
pub fn rows(trust: &Trust, lines: &[EntryLine], today: NaiveDate) -> Vec<Row> {
    let mut rows = vec![Row::text(
        "Shared in trust: counted, and never a score",
        STRONG,
    )];
    let told = trust.ladder_lines().into_iter().chain(trust.sealed_line());
    rows.extend(told.map(|line| Row::under(line, TEXT)));
    rows.push(Row::blank());
    rows.push(Row::heading(
        "What was shared, newest first, and what it counts for",
    ));
    if lines.is_empty() {
        rows.push(Row::under(
            told!(
                "Nothing that is open to be read. {a} then {d} writes what was shared.",
                a = About.Add,
                d = Add.AddDisclosure
            ),
            DIM,
        ));
    }
    let each = lines.iter().filter_map(|line| {
        let Record::Disclosure(one) = &line.record else {
            return None;
        };
        let pieces = vec![
            (format!("  {:<10}", dates::short(one.day, today)), DIM),
            (
                format!("{:<8}depth {}  ", one.side.word(), one.depth),
                STRONG,
            ),
            (ladder::counts_for(one, today), TEXT),
        ];
        Some(Row::line(pieces).about(line.id))
    });
    rows.extend(each);
    rows
}
