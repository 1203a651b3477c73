//! The reliability timeline outside the terminal UI: as plain lines that read in order, and as a picture (SVG).

mod picture;
mod plain;
#[cfg(test)]
mod tests;

pub use picture::svg;
pub use plain::text;

use crate::domain::reliability::Show;
use crate::domain::trend::Point;

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
