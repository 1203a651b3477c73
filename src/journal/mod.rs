//! The one door: ask (a question, a screenful back) and tell (a change, one transaction). No flag or key in sight.
//!
//! - **Asked**: `ask` holds the questions and `gather` the larger ones (a relationship at a glance, a prep sheet); `timeline`
//!   a relationship over time, `collective` what stands for a group, `team` a team as a map, `trust` what stands in trust
//!   with somebody, `asof` answers them for an earlier day, `repairs` reads plans with their runs and `gates` what they ask
//!   before they go on, `snippet` shows why a record was found, `history` what it was, `review` where the run of a week
//!   stands and what went stale, `masked` puts initials in place of names,
//!   `notices` what of the day is to be told and was not yet.
//! - **Told**: `change` is what it can be told, `tell` writes it and `back` takes it back, `series` makes the next one of
//!   what repeats, `onward` writes piece by piece, `confidence` holds changes to what was told in confidence, `drafts` keeps
//!   what is typed and not saved yet, `forget` takes somebody or something out for good.
//! - **In and out**: `bulk` imports, exports, unites and rebuilds, `intake` reads a foreign file beside it, `outward` hands
//!   records to foreign formats, `salvage` what damage left.
//! - **The file**: `backup` keeps copies and `restore` puts them back, `lock` brings both under a passphrase, `health` looks
//!   at all of it and mends, `customs` holds what the place does in its own way, `beside` opens it once more for a thread.

mod ask;
mod asof;
mod back;
mod backup;
mod beside;
mod bulk;
mod change;
mod collective;
mod confidence;
mod customs;
mod drafts;
mod forget;
mod gates;
mod gather;
mod health;
mod history;
mod intake;
mod lock;
mod masked;
mod notices;
mod onward;
mod outward;
mod people;
mod profiles;
mod repairs;
mod restore;
mod review;
mod salvage;
mod series;
mod settings;
mod snippet;
mod team;
mod tell;
mod timeline;
mod today;
mod trust;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::assets::{Packs, packs_in};
use crate::clock::Clock;
use crate::domain::fields::{Names, Reading};
use crate::domain::{Kind, RecordId};
use crate::error::{ErrorKind, Result};
use crate::store::Store;

pub use ask::{Answer, Question};
pub use backup::Shelf;
pub use beside::Beside;
pub use bulk::{Loaded, Union};
pub use change::{Change, Told};
pub use customs::Customs;
pub use drafts::Kept;
pub use forget::{Forgotten, Taken};
pub use lock::Covering;
pub use masked::Masked;
pub use outward::Export;
pub use profiles::{Lies, ProfileLine, profile_lines};
pub use restore::{Before, Restored};
pub use settings::{SettingLine, SettingsSheet};
pub use team::TeamSheet;

pub use crate::store::{Haste, blot_out};

/// A journal that is open.
pub struct Journal {
    store: Store,
    clock: Clock,
    as_of: Option<NaiveDate>,
    customs: Customs,
}

impl Journal {
    /// Opens a journal, or makes an empty one where there is none (owner-only).
    ///
    /// # Errors
    /// When the file cannot be opened, is no journal, is damaged or was written by a newer version.
    pub fn open(path: &Path, clock: Clock) -> Result<Self> {
        Self::open_by(path, clock, Customs::default())
    }

    /// Opens a journal in a place with its own customs, which say where a backup goes before an earlier program's journal is
    /// brought to today's form.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open_by(path: &Path, clock: Clock, customs: Customs) -> Result<Self> {
        restore::refuse_emptied(path, &clock, &customs)?;
        Ok(Self {
            store: Store::open(path, &clock, &customs.settings().backups, customs.keys())?,
            clock,
            as_of: None,
            customs,
        })
    }

    /// Whether opening a file will take a while, because an earlier program wrote it and much is in it.
    pub fn is_long_to_open(path: &Path) -> bool {
        Store::is_long_to_open(path)
    }

    /// A journal in memory, for tests and for looking around.
    ///
    /// # Errors
    /// When `SQLite` cannot give the memory.
    pub fn memory(clock: Clock) -> Result<Self> {
        Ok(Self {
            store: Store::memory(&clock)?,
            clock,
            as_of: None,
            customs: Customs::default(),
        })
    }

    /// The folder of the settings, where the user's own question packs may lie; none unless it is told.
    #[must_use]
    pub fn with_settings(self, folder: Option<PathBuf>) -> Self {
        let keys = self.customs.keys().clone();
        self.with(Customs::of(folder).with_keys(keys))
    }

    /// The question packs that are asked from, and what of the user's own could not be used.
    pub fn packs(&self) -> Packs {
        packs_in(self.customs.folder())
    }

    /// What opening it had to finish that was cut short before, in a sentence.
    pub fn finished(&self) -> Option<&str> {
        self.store.finished()
    }

    /// The clock it runs by.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Reads as it stood on a day from now on, without hindsight; `None`: as it stands.
    pub fn look_as_of(&mut self, day: Option<NaiveDate>) {
        self.as_of = day;
    }

    /// The day that reads are for: the one looked at, else today.
    pub fn day(&self) -> NaiveDate {
        self.as_of.unwrap_or_else(|| self.clock.today())
    }

    /// What a parser needs: the time, and who is who.
    pub fn reading(&self) -> Reading<'_> {
        Reading {
            now: self.clock.now(),
            names: self,
        }
    }

    /// The statements that some asking runs, each with how `SQLite` searches for its rows: what the tests pin.
    ///
    /// # Errors
    /// What the asking says, or when a statement cannot be explained.
    pub fn plans_of(
        &mut self,
        asking: impl FnOnce(&Self) -> Result<()>,
    ) -> Result<Vec<(String, Vec<String>)>> {
        let heard = self.store.listen()?;
        asking(self)?;
        self.store.explain(&heard)
    }

    /// Whether nothing was ever written in it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_blank(&self) -> Result<bool> {
        Ok(self.store.version()? == 0)
    }

    /// A number that moves whenever the journal changed, by this or by another process.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn version(&self) -> Result<i64> {
        self.store.version()
    }
}

impl Names for Journal {
    fn find(&self, words: &str) -> std::result::Result<RecordId, String> {
        self.store
            .find_relationship(words)
            .map_err(|e| e.says().to_owned())
    }

    fn fits_several(&self, words: &str) -> bool {
        self.store
            .find_relationship(words)
            .is_err_and(|e| e.kind() == ErrorKind::Ambiguous)
    }

    fn name(&self, id: RecordId) -> Option<String> {
        self.store.name(id).ok().flatten()
    }

    fn record(&self, kind: Kind, words: &str) -> std::result::Result<RecordId, String> {
        self.store
            .find_record(Some(kind), words)
            .map_err(|e| e.says().to_owned())
    }
}
