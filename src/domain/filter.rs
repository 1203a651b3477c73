//! The query language, one for screens and command line: `who:ana is:open kind:commitment due<fri "exact words"`.
//!
//! | term | what fits |
//! |---|---|
//! | `who:ana` `who:"ana silva"` | belongs to that relationship |
//! | `kind:note` `kind:note,topic` | is of one of these kinds |
//! | `is:open` `is:kept,late` `is:done` `is:settled` | is in one of these states |
//! | `is:overdue` `is:moved` | open, agreed and due before today · moved at least once |
//! | `mine` `theirs` `side:mine` | has this direction |
//! | `due<fri` `due<=fri` `due>fri` `due>=fri` `due:today` `due:today..fri` | due within; days lean to the future |
//! | `on:today` `before:fri` `after:fri` `since:2w` `until:fri` `on:2026-11-02..fri` | stands in the timeline within; days lean to the past |
//! | `#budget` `tag:budget` | has this tag |
//! | `stake:major` | a commitment of this stake |
//! | `budget` | a word that starts so, in upper or lower case, with or without accents |
//! | `"send the numbers"` | these words in this order |
//! | `-term` | what does not fit the term |

mod read;
#[cfg(test)]
mod tests;
mod vocabulary;
mod write;

use chrono::NaiveDate;

use super::fields::{Fault, Names, Reading};
use super::record::{Record, Side};
use super::{Kind, RecordId, text};

/// Days from and to, both included; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Whether a day lies within.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
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
    /// Has this tag, folded ([`super::text::fold`]).
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
        read::filter(text, with)
    }

    /// The query in its plain form, days written out; [`Filter::parse`] takes it back to the same terms.
    pub fn text(&self, names: &dyn Names) -> String {
        write::filter(self, names)
    }

    /// Whether a record fits, as it stands on a day. The store's SQL answers the same (a property test holds it to this).
    pub fn fits(&self, record: &Record, today: NaiveDate) -> bool {
        self.terms
            .iter()
            .all(|term| term.ask.fits(record, today) != term.not)
    }

    /// Adds a term.
    #[must_use]
    pub fn and(mut self, ask: Ask) -> Self {
        self.terms.push(Term { not: false, ask });
        self
    }
}

impl Ask {
    /// Whether a record fits this ask alone.
    pub fn fits(&self, record: &Record, today: NaiveDate) -> bool {
        let noun = record.noun();
        match self {
            Self::Who(id) => noun.whos().contains(id),
            Self::Kind(kinds) => kinds.contains(&record.kind()),
            Self::State(states) => states.contains(&noun.state()),
            Self::Overdue => is_overdue(record, today),
            Self::Moved => matches!(record, Record::Commitment(one) if !one.moves.is_empty()),
            Self::Side(side) => noun.side() == Some(*side),
            Self::Due(span) => noun.due().is_some_and(|due| span.holds(due.day)),
            Self::Day(span) => span.holds(noun.at().day),
            Self::Tag(tag) => noun.tags().iter().any(|t| text::fold(t) == *tag),
            Self::Stake(stake) => matches!(record, Record::Commitment(one) if one.stake == *stake),
            Self::Words { text, phrase } => {
                let said = text::runs(&noun.words());
                if *phrase {
                    follow_one_another(&said, &text::runs(text))
                } else {
                    text::runs(text)
                        .iter()
                        .all(|start| said.iter().any(|word| word.starts_with(start.as_str())))
                }
            }
        }
    }
}

fn is_overdue(record: &Record, today: NaiveDate) -> bool {
    let Record::Commitment(one) = record else {
        return false;
    };
    let due = one.current_due().map(|due| due.day);
    one.is_open() && one.agreed.is_some() && due.is_some_and(|day| day < today)
}

/// Whether the words stand somewhere in a text, side by side.
fn follow_one_another(said: &[String], words: &[String]) -> bool {
    words.is_empty() || said.windows(words.len()).any(|some| some == words)
}
