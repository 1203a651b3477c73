//! The reliability timeline outside the terminal UI: as plain lines that read in order, in sentences, and as a picture (SVG).

mod picture;
mod plain;
#[cfg(test)]
pub mod tests;
mod told;

pub use picture::{STYLE, inline, svg};
pub use plain::{Line, glance, months, text};
pub use told::told;

use crate::domain::reliability::Show;
use crate::domain::trend::Point;
use crate::domain::view::{Card, Timeline};

/// Whether their side is told beside mine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Theirs {
    /// It is.
    Told,
    /// It is there, and folded.
    Folded,
    /// Whoever reads it may not see that side: no word of it.
    Absent,
}

fn whether_theirs(timeline: &Timeline, card: &Card) -> Theirs {
    if card.folded {
        Theirs::Folded
    } else if timeline.theirs.is_empty() && !timeline.mine.is_empty() {
        Theirs::Absent
    } else {
        Theirs::Told
    }
}

/// What of a point may be shown, in words: `71 (52 to 88)`, `40 to 90`; blank where it is too little.
fn figure(point: &Point) -> String {
    let [mean, lo, hi] = [point.mean, point.lo, point.hi].map(|share| share * 100.0);
    match point.show {
        Show::Counts | Show::Stale => String::new(),
        Show::Range => format!("{lo:.0} to {hi:.0}"),
        Show::Figure | Show::Firm => format!("{mean:.0} ({lo:.0} to {hi:.0})"),
    }
}

/// Whether a point has a figure, and not only a range or less.
fn has_figure(point: &Point) -> bool {
    matches!(point.show, Show::Figure | Show::Firm)
}

/// Whether a point has at least a range.
fn has_range(point: &Point) -> bool {
    has_figure(point) || point.show == Show::Range
}
