//! A second hand on the same journal, for a thread that works while the screen is read.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Customs, Journal};
use crate::clock::Clock;
use crate::error::Result;
use crate::secret::Keys;

/// Where a journal lies and how it was opened: it may go to another thread and be opened there once more.
#[derive(Debug, Clone)]
pub struct Beside {
    path: PathBuf,
    clock: Clock,
    folder: Option<PathBuf>,
    keys: Keys,
    as_of: Option<NaiveDate>,
}

impl Journal {
    /// How to open the same journal once more; `None` for one in memory, which has one hand only.
    pub fn beside(&self) -> Option<Beside> {
        Some(Beside {
            path: self.store.path()?.to_owned(),
            clock: self.clock.clone(),
            folder: self.customs.folder().map(ToOwned::to_owned),
            keys: self.customs.keys().clone(),
            as_of: self.as_of,
        })
    }
}

impl Beside {
    /// Opens the journal once more, with its own connection.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open(self) -> Result<Journal> {
        let customs = Customs::of(self.folder).with_keys(self.keys);
        let mut journal = Journal::open_by(&self.path, self.clock, customs)?;
        journal.look_as_of(self.as_of);
        Ok(journal)
    }
}
