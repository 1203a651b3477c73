//! The sentence in the footer: what was done, what is to be known, what went wrong.

use super::App;
use crate::error::Error;

/// A sentence in the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) says: String,
    pub(super) sort: Sort,
}

/// What a sentence in the footer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Something was done.
    Done,
    /// Something is to be known.
    Said,
    /// Something went wrong.
    Wrong,
}

impl App {
    pub(super) fn fails(&mut self, error: &Error) {
        let hint = error
            .hint_text()
            .map_or_else(String::new, |hint| format!(" \u{b7} {hint}"));
        self.message = Some(Message {
            says: format!("{}{hint}", error.says()),
            sort: Sort::Wrong,
        });
    }

    pub(super) fn says(&mut self, sort: Sort, says: impl Into<String>) {
        self.message = Some(Message {
            says: says.into(),
            sort,
        });
    }
}
