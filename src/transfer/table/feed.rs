//! What feeds a field from a row: one column, or a pattern of text and columns.

use super::split::Row;

/// What feeds a field.
pub(super) enum Feed {
    Column(usize),
    /// Text and columns in turn.
    Pattern(Vec<Piece>),
}

pub(super) enum Piece {
    Text(String),
    Column(usize),
}

impl Piece {
    /// The column, if it is one.
    pub fn column(&self) -> Option<usize> {
        match self {
            Self::Column(n) => Some(*n),
            Self::Text(_) => None,
        }
    }
}

impl Feed {
    /// The text that it feeds from a row (blank when all of its cells are), and the first column it comes from.
    pub fn read(&self, row: &Row) -> (usize, String) {
        let cell = |n: usize| row.text(n).unwrap_or_default();
        match self {
            Self::Column(n) => (*n, cell(*n).to_owned()),
            Self::Pattern(pieces) => {
                let mut columns = pieces.iter().filter_map(Piece::column);
                let blank = columns.clone().all(|n| cell(n).trim().is_empty());
                let text = pieces.iter().map(|piece| match piece {
                    Piece::Text(text) => text.as_str(),
                    Piece::Column(n) => cell(*n).trim(),
                });
                let text = if blank { String::new() } else { text.collect() };
                (columns.next().unwrap_or(usize::MAX), text)
            }
        }
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Column(n) => vec![*n],
            Self::Pattern(pieces) => pieces.iter().filter_map(Piece::column).collect(),
        }
    }
}
