//! The only rooms that know SQL: revisions, which are the truth, and projections, which screens read.
//!
//! - **A file**: `open` and `connect` open one and `migrate` brings it to today's schema, `proof` shows that it holds the same
//!   then; `hold` keeps the locks of open files, `names` and `beside` know what a file and its side files are called, `place`
//!   keeps a file from taking the place of another.
//! - **The truth**: `revisions` is what is only ever added to, `steps` what undo takes back, `union` what another journal
//!   brings, `twin` two revisions that bear one stamp. `drafts` keeps what is typed and not saved yet.
//! - **What follows from it**: `project` and `tallies` keep the projections in the same transaction; `digest` and `doctor`
//!   compare them with what the revisions say.
//! - **Gone for good**: `forget` takes contents out of revisions, `overwrite` out of the journal's file, `blot` writes zeros
//!   over a whole one.
//! - **Copies**: `backup` copies the file while it is in use, `restore` puts a copy in its place, `compare` shows what that
//!   would change, `salvage` reads on past damage.
//! - **Locked**: `lock` knows what is locked and where its header lies, `recast` writes a journal anew under another lock,
//!   `cover` does that to a backup.
//!
//! The other rooms read, each by one index: `entries` and `query` for lists, `relationships`, `today`, `find` with `vocabulary`,
//! `promises`;
//! `plans` shows that they do.

mod backup;
mod beside;
mod blot;
mod compare;
mod connect;
mod cover;
mod digest;
mod doctor;
mod drafts;
mod entries;
mod find;
mod forget;
mod hold;
mod lock;
mod migrate;
mod names;
mod open;
mod overwrite;
mod place;
mod plans;
mod project;
mod promises;
mod proof;
mod query;
mod recast;
mod relationships;
mod restore;
mod review;
mod revisions;
mod rows;
mod salvage;
mod sealed;
mod steps;
mod tallies;
mod today;
mod told;
mod twin;
mod union;
mod vocabulary;

use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, ErrorKind, Result};

pub use backup::{Content, Written, is_newer, look};
pub use blot::{blot_out, blot_out_whole};
pub use compare::{Compared, compare};
pub use cover::{Covered, cover, rewrap};
pub use doctor::engine;
pub use drafts::{DraftRow, Haste};
pub use forget::{Stays, Sweep};
pub use lock::{
    KEY_END, Lock, State, header_at_end, header_beside, headless, key_file, put_found, state,
    wanting,
};
pub use open::make_locked;
pub use overwrite::holds;
pub use place::{is_database, may_write};
pub use restore::{aside, replace};
pub use revisions::Past;
pub use rows::{Row, millis};
pub use salvage::Salvage;
pub use steps::Step;
pub use tallies::Touched;

/// The page cache at rest, in KiB (negative, as `SQLite` wants it): the upper levels of every index, no more.
const CACHE: i64 = -4_000;
/// The same of a locked journal, where each page costs a decryption. `SQLite` takes it only as pages are read. Measured over
/// the million (`cargo bench --bench journal -- cache`): forty rows anywhere take 0.97, 0.93, 0.87 and 0.86 ms with 2, 4, 10
/// and 64 MB, the same ten pages again 0.91 ms with 2 MB and 0.02 with all others: more than this would buy nothing.
const CACHE_LOCKED: i64 = -10_000;
/// The page cache while many records are written.
const CACHE_FOR_MUCH: i64 = -128_000;

/// How many bytes of words full text gathers in memory before it writes a piece of its index.
const WORDS: i64 = 1 << 20;
/// The same while many records are written: fewer pieces, fewer merges of pieces.
const WORDS_FOR_MUCH: i64 = 64 << 20;

/// The page cache at rest.
fn cache(locked: bool) -> i64 {
    if locked { CACHE_LOCKED } else { CACHE }
}

/// A journal's file, open.
pub struct Store {
    connection: Connection,
    /// The file itself, dropped after the connection; `None` in memory.
    held: Option<std::sync::Arc<hold::Held>>,
    /// This device's number in stamps.
    device: i64,
    /// Where the file lies; `None` in memory.
    path: Option<std::path::PathBuf>,
    /// What it is locked with; `None`: it is not.
    lock: Option<Lock>,
    /// The keys that this process knows, for what lies beside it.
    keys: crate::secret::Keys,
    /// Why nothing can be written, when nothing can.
    read_only: Option<String>,
    /// What opening it had to finish, in a sentence.
    finished: Option<String>,
}

impl Store {
    /// A number that moves with every change by any process: made of the newest revision's place and its stamp, so that
    /// it moves when an earlier journal is put in the place of this one, too.
    pub fn version(&self) -> Result<i64> {
        const SPREAD: i64 = 0x1E37_79B9_7F4A_7C15;
        let mut newest = self.connection.prepare_cached(
            "SELECT seq, time FROM revision WHERE seq = (SELECT max(seq) FROM revision)",
        )?;
        let newest = newest.query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
        Ok(newest
            .optional()?
            .map_or(0, |(seq, time)| seq.wrapping_mul(SPREAD) ^ time))
    }

    /// Where the file lies; `None` in memory.
    pub fn path(&self) -> Option<&std::path::Path> {
        self.path.as_deref()
    }

    /// Whether nothing can be written, and why.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Does work in one transaction that no other process can enter; all of it is durable when this returns.
    ///
    /// # Errors
    /// What the work says, and `File` when the disk refuses; nothing is kept then.
    pub fn write<T>(&mut self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        if let Some(why) = &self.read_only {
            return Err(Error::new(
                ErrorKind::File,
                format!("not saved: the journal is open for reading only: {why}"),
            )
            .hint("mend that, then do it again; what is in it can be read meanwhile"));
        }
        self.refuse_gone()?;
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let done = work(self).and_then(|done| {
            self.connection.execute_batch("COMMIT")?;
            Ok(done)
        });
        if done.is_err() && !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        done
    }

    /// What is written into a file that lost its name is gone when the window closes: nobody is told that it is kept.
    fn refuse_gone(&self) -> Result<()> {
        let (Some(held), Some(path)) = (&self.held, &self.path) else {
            return Ok(());
        };
        if held.is_at(path) {
            return Ok(());
        }
        let says = format!(
            "not saved: the journal is no longer at {}: it was moved, replaced or removed",
            path.display()
        );
        Err(Error::new(ErrorKind::File, says)
            .hint("put it back there, then do it again; or leave, and restore a backup"))
    }

    /// As [`Store::write`], for work on many records: with a cache that holds the indexes they scatter over, given back after.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_much<T>(&mut self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.make_room()?;
        let done = self.write(|store| store.in_bulk(|| work(store)));
        self.give_room_back()?;
        done
    }

    /// Makes every projection again inside a transaction that is open already: the end of a migration.
    fn rebuild_all(&self) -> Result<()> {
        self.make_room()?;
        let done = self.in_bulk(|| self.rebuild(&mut |_| {}));
        self.give_room_back()?;
        done
    }

    fn make_room(&self) -> Result<()> {
        Ok(self
            .connection
            .pragma_update(None, "cache_size", CACHE_FOR_MUCH)?)
    }

    fn give_room_back(&self) -> Result<()> {
        let rest = cache(self.lock.is_some());
        self.connection.pragma_update(None, "cache_size", rest)?;
        Ok(self.connection.execute_batch("PRAGMA shrink_memory")?)
    }

    fn in_bulk<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.gather_words(WORDS_FOR_MUCH)?;
        let done = work()?;
        self.gather_words(WORDS)?;
        Ok(done)
    }

    fn gather_words(&self, bytes: i64) -> Result<()> {
        let sql = "INSERT INTO fulltext (fulltext, rank) VALUES ('hashsize', ?1)";
        self.connection.prepare_cached(sql)?.execute([bytes])?;
        Ok(())
    }

    /// Reads several things at one moment: no other process's change comes between.
    ///
    /// # Errors
    /// What the work says.
    pub fn read<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        if !self.connection.is_autocommit() {
            return work();
        }
        self.connection.execute_batch("BEGIN")?;
        let done = work();
        self.connection.execute_batch("COMMIT")?;
        done
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        use rusqlite::ffi::ErrorCode as Code;
        let (kind, says, hint) = match source.sqlite_error_code() {
            Some(Code::DiskFull) => (
                ErrorKind::File,
                "not saved: the disk is full",
                "make room, then do it again",
            ),
            Some(Code::ReadOnly) => (
                ErrorKind::File,
                "not saved: the journal cannot be written",
                "look at the file's permissions",
            ),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => (
                ErrorKind::Conflict,
                "another program is writing the journal",
                "wait a moment, then do it again",
            ),
            Some(Code::SystemIoFailure) => (
                ErrorKind::File,
                "not saved: the disk reports an error",
                "look at the disk, then do it again",
            ),
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => (
                ErrorKind::Journal,
                "the journal's file is damaged",
                "keep it as it is; trustline export --salvage --output FILE saves what can still be read",
            ),
            _ if source.to_string().contains("no such ") => (
                ErrorKind::Journal,
                "the journal's file is damaged: a part of it is missing",
                "keep it as it is, and go back to a copy of it",
            ),
            _ => {
                return Self::new(
                    ErrorKind::Journal,
                    format!("the journal cannot do that: {source}"),
                )
                .because(source);
            }
        };
        Self::new(kind, says).hint(hint).because(source)
    }
}
