//! What goes out in foreign formats: one trait, one file a format, each saying in a line what it could not hold.
//!
//! A writer is handed records one by one and writes them as they come; sealed ones are never handed to it. What a
//! format can hold comes back by the importer of the same name as the same records: their identities travel with them.

pub mod csv;
mod watched;
mod what;

use std::collections::BTreeMap;

use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;

pub use watched::Watched;
pub use what::{Form, What};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// How many records.
    pub records: u64,
    /// What the format could not hold, as counts: `moves of a due date` → 12.
    pub lost: BTreeMap<&'static str, u64>,
}

impl Written {
    /// One more record.
    pub fn one(&mut self) {
        self.records += 1;
    }

    /// Something that the format cannot hold; nothing when `many` is zero.
    pub fn lose(&mut self, what: &'static str, many: usize) {
        if many > 0 {
            *self.lost.entry(what).or_default() += many as u64;
        }
    }

    /// What the format could not hold, in one line; `None`: it held everything.
    pub fn says_lost(&self) -> Option<String> {
        let lost: Vec<_> = self
            .lost
            .iter()
            .map(|(what, n)| format!("{what} ({n})"))
            .collect();
        (!lost.is_empty()).then(|| format!("This format could not hold: {}.", lost.join(", ")))
    }
}

/// A writer of one foreign format.
pub trait Outgoing {
    /// The kinds it can hold.
    fn kinds(&self) -> &'static [Kind];

    /// Writes one record.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn take(&mut self, id: RecordId, record: &Record) -> Result<()>;

    /// Ends the document.
    ///
    /// # Errors
    /// As [`Outgoing::take`].
    fn end(&mut self) -> Result<Written>;
}
