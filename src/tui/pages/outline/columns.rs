//! Where the lines of an outline stand: in one column no wider than a list is read, or flowing on in a second one.

use ratatui::layout::{Position, Rect};

use crate::tui::room::{self, Across};

/// How an outline uses a page that is wider than a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spread {
    /// One column, no wider than a list is read.
    #[default]
    List,
    /// The whole width: a page that paints columns of its own over it.
    Whole,
    /// Two columns on a vast page: what has no room in the first, or its second half, goes on in the second.
    Two,
}

/// The columns of an area.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    left: Rect,
    right: Option<Rect>,
    /// How many lines the left one takes.
    lines: usize,
}

impl Columns {
    /// The columns that a spread gets in an area.
    pub fn of(area: Rect, spread: Spread) -> Self {
        let vast = room::across(area.width) == Across::Vast;
        let (left, right) = match spread {
            Spread::Two if vast => room::halves(area),
            Spread::Whole => (area, None),
            _ => {
                let width = area.width.min(room::LIST);
                (Rect { width, ..area }, None)
            }
        };
        Self {
            left,
            right,
            lines: area.height.into(),
        }
    }

    /// The same when there are so many lines, of which some are headings: what fits into one column is parted at the heading
    /// after which both halves are most alike; where there is none, it stays in one.
    #[must_use]
    pub fn parted(mut self, all: usize, headings: impl Iterator<Item = usize>) -> Self {
        if self.right.is_some() && all <= self.lines {
            let uneven = |line: &usize| (all - line.min(&all)).abs_diff(*line);
            match headings.filter(|line| *line > 0).min_by_key(uneven) {
                Some(line) => self.lines = line,
                None => self.right = None,
            }
        }
        self
    }

    /// How wide a line is.
    pub fn width(&self) -> u16 {
        self.left.width
    }

    /// How many lines are seen at once.
    pub fn seen(&self) -> usize {
        self.lines + self.right.map_or(0, |right| right.height.into())
    }

    /// Where the n-th line that is seen stands; `None`: below what is seen.
    pub fn spot(&self, n: usize) -> Option<Rect> {
        let (column, n) = match self.right {
            Some(right) if n >= self.lines => (right, n - self.lines),
            _ => (self.left, n),
        };
        let down = u16::try_from(n).ok().filter(|down| *down < column.height)?;
        Some(Rect {
            y: column.y + down,
            height: 1,
            ..column
        })
    }

    /// The line at a place of the screen, counted from the first that is seen.
    pub fn line_at(&self, at: Position) -> Option<usize> {
        let down = |column: Rect| usize::from(at.y - column.y);
        match self.right {
            Some(right) if right.contains(at) => Some(self.lines + down(right)),
            _ if self.left.contains(at) => Some(down(self.left)),
            _ => None,
        }
    }

    /// The column at whose right a thumb stands.
    pub fn last(&self) -> Rect {
        self.right.unwrap_or(self.left)
    }
}
