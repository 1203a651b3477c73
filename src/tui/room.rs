//! Which arrangement a size gets: the one place in which a width or a height becomes a word.
//!
//! | across | columns of the screen | what it gets |
//! |---|---|---|
//! | narrow | below 60 | short words, short dates, one column |
//! | usual | 60 to 99 | one column, a margin on both sides |
//! | wide | 100 to 159 | what is selected beside a list |
//! | vast | from 160 | a second column everywhere: lists no wider than they are read, the room beside them used |

use ratatui::layout::Rect;

/// How wide a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Across {
    /// A phone, a split pane.
    Narrow,
    /// Eighty columns.
    Usual,
    /// Room for a card beside a list.
    Wide,
    /// Room for two columns of text.
    Vast,
}

/// How high a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Down {
    /// A dozen rows: no air above what is said.
    Low,
    /// Twenty-four rows and more.
    Usual,
    /// Room for a chart of its full height.
    Tall,
}

/// The most columns in which a text is read with ease.
pub const READING: u16 = 88;

/// The most columns that a line of a list has a use for: beyond it the eye loses the way from the words to their day.
pub const LIST: u16 = 104;

/// The arrangement of a page's width, in columns: the screen's without its two margins.
pub fn across(width: u16) -> Across {
    match width {
        0..58 => Across::Narrow,
        58..98 => Across::Usual,
        98..158 => Across::Wide,
        _ => Across::Vast,
    }
}

/// The arrangement of a height, in rows of a page.
pub fn down(height: u16) -> Down {
    match height {
        0..14 => Down::Low,
        14..36 => Down::Usual,
        _ => Down::Tall,
    }
}

/// Whether short words are said.
pub fn is_narrow(area: Rect) -> bool {
    across(area.width) == Across::Narrow
}

/// Whether there is no row to spare.
pub fn is_low(area: Rect) -> bool {
    down(area.height) == Down::Low
}

/// What is left of a screen's row between its margins: a column on each side; on a narrow screen only the one at the right,
/// in which a list says that it goes on; below forty columns none.
pub fn within(area: Rect) -> Rect {
    let (left, right) = match area.width {
        0..40 => (0, 0),
        40..60 => (0, 1),
        _ => (1, 1),
    };
    Rect {
        x: area.x + left,
        width: area.width - left - right,
        ..area
    }
}

/// An area no wider than a text is read.
pub fn reading(area: Rect) -> Rect {
    Rect {
        width: area.width.min(READING),
        ..area
    }
}

/// A list of at least so many columns and what stands beside it, where a page is wide enough for both.
pub fn beside(area: Rect, from: Across, least: u16) -> (Rect, Option<Rect>) {
    if across(area.width) < from {
        return (area, None);
    }
    let list = (area.width / 5 * 3).clamp(least.min(area.width), LIST.max(least));
    let rest = area.width.saturating_sub(list + GAP);
    let left = Rect {
        width: list.min(area.width),
        ..area
    };
    let right = Rect {
        x: left.right() + GAP,
        width: rest.min(READING),
        ..area
    };
    (left, (rest > 0).then_some(right))
}

/// What is left of a list of so many columns at the right, and that list.
pub fn with(area: Rect, list: u16) -> (Rect, Rect) {
    let list = list.min(area.width);
    let right = Rect {
        x: area.right() - list,
        width: list,
        ..area
    };
    let left = Rect {
        width: area.width.saturating_sub(list + GAP),
        ..area
    };
    (left, right)
}

/// Two columns of the same width.
pub fn halves(area: Rect) -> (Rect, Option<Rect>) {
    let width = area.width.saturating_sub(GAP) / 2;
    let right = area.x + width + GAP;
    let left = Rect { width, ..area };
    (
        left,
        Some(Rect {
            x: right,
            width,
            ..area
        }),
    )
}

/// The columns between two columns: one for the bar of the selected line, one for where a list stands, and air.
const GAP: u16 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_one_arrangement() {
        use Across::{Narrow, Usual, Vast, Wide};

        let sizes = [40, 57, 58, 80, 97, 98, 120, 157, 158, 200];
        let words: Vec<_> = sizes.iter().map(|width| across(*width)).collect();
        assert_eq!(
            words,
            [
                Narrow, Narrow, Usual, Usual, Usual, Wide, Wide, Wide, Vast, Vast
            ]
        );
        assert!(down(10) < down(22) && down(22) < down(58));
    }

    #[test]
    fn two_columns_never_overlap_nor_leave_the_page() {
        for width in 0..=400 {
            let area = Rect::new(1, 1, width, 20);
            for from in [Across::Wide, Across::Vast] {
                let (left, right) = beside(area, from, 60);
                assert!(left.right() <= area.right());
                if let Some(right) = right {
                    assert!(left.right() + GAP == right.x && right.right() <= area.right());
                    assert!(right.width <= READING);
                }
            }
            let page = within(area);
            assert!(page.x >= area.x && page.right() <= area.right());
        }
    }
}
