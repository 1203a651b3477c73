//! The query language, one for screens and command line: `who:ana is:open kind:commitment due<fri "exact words"`.

use chrono::NaiveDate;

use super::fields::{Fault, Reading};
use super::record::{Record, Side};
use super::{Kind, RecordId};

/// Days from and to, both included; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// What one term asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Belongs to this relationship.
    Who(RecordId),
    /// Is of one of these kinds.
    Kind(Vec<Kind>),
    /// Is in one of these states (the words of [`super::Noun::state`]).
    State(Vec<&'static str>),
    /// An open commitment whose current due day lies before today.
    Overdue,
    /// A commitment that was moved at least once.
    Moved,
    /// Has this direction.
    Side(Side),
    /// Due within.
    Due(Span),
    /// Stands in the timeline ([`super::Noun::at`]) within.
    Day(Span),
    /// Has this tag.
    Tag(String),
    /// A commitment of this stake.
    Stake(super::commitment::Stake),
    /// Its words contain this; `phrase` as it stands, otherwise every word may be the start of a longer one.
    Words { text: String, phrase: bool },
}

/// One term: what it asks, or its opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// `-term`: what does not fit.
    pub not: bool,
    /// What is asked.
    pub ask: Ask,
}

/// A query: all terms must hold. No terms: everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The terms, in the order they were typed.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Reads a query.
    ///
    /// # Errors
    /// Every term that cannot be understood, each with what it could be.
    pub fn parse(text: &str, with: &Reading<'_>) -> Result<Self, Vec<Fault>> {
        let _ = (text, with);
        todo!()
    }

    /// Whether a record fits, as it stands on a day. The store's SQL answers the same (a property test holds it to this).
    pub fn fits(&self, record: &Record, today: NaiveDate) -> bool {
        let _ = (record, today);
        todo!()
    }

    /// Adds a term.
    #[must_use]
    pub fn and(mut self, ask: Ask) -> Self {
        self.terms.push(Term { not: false, ask });
        self
    }
}
