//! Overwriting: what was taken out of the journal is taken out of its files, and a start that finds it owed does it.

use std::path::Path;

use super::Store;
use super::backup::still;
use crate::domain::RecordId;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Keys;

/// The setting that stands from the moment contents are taken out until no file holds them.
const OWED: &str = "overwriting";

impl Store {
    /// From now on until it is done, every start overwrites what is not in the journal any more.
    pub(super) fn owe_overwriting(&self) -> Result<()> {
        self.set(OWED, "1")
    }

    /// Lets the pages that are given up be filled with zeros, before contents are taken out.
    ///
    /// # Errors
    /// When the file refuses.
    pub fn fill_with_zeros(&self) -> Result<()> {
        Ok(self.connection.execute_batch("PRAGMA secure_delete = ON")?)
    }

    /// Takes what is not in the journal any more out of its files: zeros over it, the file written anew without its
    /// gaps, the log beside it emptied. Whether there was anything to do.
    ///
    /// # Errors
    /// `Conflict` while another program reads the journal, `File` when the disk refuses; it is still owed then, and the
    /// journal is sound.
    pub fn overwrite(&self) -> Result<bool> {
        if self.read_only.is_some() || self.setting(OWED)?.is_none() {
            return Ok(false);
        }
        self.empty_log()?;
        self.connection.execute_batch("VACUUM")?;
        self.empty_log()?;
        self.connection
            .execute("DELETE FROM setting WHERE key = ?1", [OWED])?;
        Ok(true)
    }

    /// Whether contents were taken out of the journal, and its files may hold them still.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(super) fn owes_overwriting(&self) -> Result<bool> {
        Ok(self.setting(OWED)?.is_some())
    }

    fn empty_log(&self) -> Result<()> {
        let busy: i64 =
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 {
            return Ok(());
        }
        Err(
            Error::new(ErrorKind::Conflict, "another program is reading it")
                .hint("close it; the next start of trustline finishes it"),
        )
    }

    /// Finishes what an earlier program was kept from finishing; says what it did, or why it is still owed.
    pub(super) fn finish_at_opening(&self) -> Option<String> {
        match self.overwrite() {
            Ok(false) => None,
            Ok(true) => Some(
                "Forgetting had been cut short; it is finished now: the file holds nothing of it any more."
                    .to_owned(),
            ),
            Err(error) => Some(format!(
                "Forgetting was cut short and could not be finished yet: {}.",
                error.says()
            )),
        }
    }

    /// What opening the journal had to finish, in a sentence.
    pub fn finished(&self) -> Option<&str> {
        self.finished.as_deref()
    }
}

/// Whether the file of a journal, or its log, holds contents of any of some records. A database of another program holds
/// none.
///
/// # Errors
/// When it cannot be read: what is damaged may hold it.
pub fn holds<'a>(
    path: &Path,
    ids: impl IntoIterator<Item = &'a RecordId>,
    keys: &Keys,
) -> Result<bool> {
    let file = still(path, keys)?;
    let ours = "SELECT 1 FROM sqlite_schema WHERE name = 'revision'";
    if !file.prepare(ours)?.exists([])? {
        return Ok(false);
    }
    let mut any =
        file.prepare("SELECT 1 FROM revision WHERE record = ?1 AND body IS NOT NULL LIMIT 1")?;
    for id in ids {
        if any.exists([id.bytes()])? {
            return Ok(true);
        }
    }
    Ok(false)
}
