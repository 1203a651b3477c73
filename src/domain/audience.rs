//! Who reads what leaves, and what may leave for them: one table, default deny (`figures.md` A9.8).
//!
//! `table` says of each field and each derived piece of a kind whether it may leave; a piece without a row never
//! does. `whole` says it of a whole record. A relationship may withhold more ([`withhold`]), never less. Whoever
//! composes asks a [`Reader`], who knows all three; I may see everything but what is sealed.

mod table;
#[cfg(test)]
mod tests;
mod whole;
pub mod withhold;

use chrono::NaiveDate;

pub use table::{Row, derived, rows};

use super::relationship::Relationship;
use super::value::choices;
use super::{Kind, Record};
use withhold::Withheld;

choices! {
    /// Who reads it.
    pub enum Audience {
        /// Me: everything since last time.
        #[default]
        Me = "me",
        /// Them: agreed commitments both ways, feedback already given, open repair steps, topics of mine.
        Them = "them",
        /// My lead: what the two of us agreed and what became of mine, without a word about how they are.
        Lead = "lead",
    }
}

/// Whether a line may leave for its reader. What may never leave is no line at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum May {
    /// It may, unless it is taken out.
    Shown,
    /// It is private: it stays out unless this very line is ticked.
    Ticked,
}

/// Somebody who reads about one relationship: what may leave for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub audience: Audience,
    /// As of which day a record must be agreed, delivered, open.
    pub as_of: NaiveDate,
    withheld: Vec<Withheld>,
}

impl Reader {
    /// Of what was written about a relationship.
    pub fn of(audience: Audience, about: &Relationship, as_of: NaiveDate) -> Self {
        Self {
            audience,
            as_of,
            withheld: withhold::read(&about.withhold),
        }
    }

    /// Whether a piece of a kind may leave: a field, or a derived piece ([`derived`]). `None`: never.
    pub fn piece(&self, kind: Kind, piece: &str) -> Option<May> {
        let held = |one: &Withheld| one.holds(self.audience, kind, piece);
        table::may(kind, piece, self.audience).filter(|_| !self.withheld.iter().any(held))
    }

    /// Whether something made of several pieces may leave: as the strictest of them.
    pub fn pieces(&self, kind: Kind, pieces: &[&str]) -> Option<May> {
        let each = pieces.iter().map(|piece| self.piece(kind, piece));
        each.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Whether a record may leave at all, before its pieces are looked at. `None`: never.
    pub fn whole(&self, record: &Record) -> Option<May> {
        whole::may(record, self.audience, self.as_of)
    }
}
