//! The figures of one relationship as a table: its own past, my side first, counts before figures.

use std::io::Write;

use chrono::NaiveDate;

use super::{MARK, cell};
use crate::domain::Side;
use crate::domain::reliability::{Figure, Label, Show};
use crate::error::Result;
use crate::transfer::outgoing::Written;

/// A figure of one side, as it could have been known on a day.
pub struct FigureRow {
    /// Whose.
    pub side: Side,
    /// The day.
    pub day: NaiveDate,
    /// The figure.
    pub figure: Figure,
}

/// The columns before and after the counts by label.
const BEFORE: [&str; 4] = ["relationship", "side", "measure", "as_of"];
const AFTER: [&str; 8] = [
    "open",
    "released",
    "excused",
    "requested",
    "evidence",
    "figure",
    "low",
    "high",
];

/// Writes the rows of one relationship as they come. Below the minimum of evidence a row holds its counts and no figure.
///
/// # Errors
/// When the output cannot be written.
pub fn figures(
    out: &mut dyn Write,
    name: &str,
    rows: &[FigureRow],
    marked: bool,
) -> Result<Written> {
    if marked {
        out.write_all(MARK.as_bytes())?;
    }
    let labels = Label::WORDS.iter();
    cell::row(out, BEFORE.iter().chain(labels).chain(&AFTER).copied())?;
    let mut written = Written::default();
    for one in rows {
        let cells: Vec<_> = cells(name, one).iter().map(|c| cell::defused(c)).collect();
        cell::row(out, cells.iter().map(String::as_str))?;
        written.one();
    }
    out.flush()?;
    Ok(written)
}

fn cells(name: &str, row: &FigureRow) -> Vec<String> {
    let one = &row.figure;
    let count = |label: &Label| {
        let found = one.counts.iter().find(|(of, _)| of == label);
        found.map_or(0, |(_, n)| *n).to_string()
    };
    let point = matches!(one.show, Show::Figure | Show::Firm);
    let range = point || one.show == Show::Range;
    let share = |share: f64, shown| {
        if shown {
            format!("{share:.3}")
        } else {
            String::new()
        }
    };
    let not = &one.not_counted;
    let mut cells = vec![
        name.to_owned(),
        row.side.word().to_owned(),
        one.measure.word().to_owned(),
        row.day.to_string(),
    ];
    cells.extend(Label::ALL.iter().map(count));
    cells
        .extend([not.open, not.released, not.excused, not.requested, one.n].map(|n| n.to_string()));
    cells.push(share(one.mean, point));
    cells.extend([one.lo, one.hi].map(|end| share(end, range)));
    cells
}
