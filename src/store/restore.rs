//! Putting a copy in the place of a journal: in one transaction where it can be opened, by exchange of the file where not.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::backup::{Content, content, duplicated, look, make_folder, still, whole_over};
use super::beside::{beside, folder_of, settled};
use super::lock::{key_file, lock_of, put_beside};
use super::{Store, migrate};
use crate::clock::Clock;
use crate::domain::backup::Name;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Keys;

impl Store {
    /// Puts what a copy holds in the place of all that this journal holds: one transaction, seen by every other window,
    /// before or after and never between. A copy of an earlier schema is brought to today's on the way, and what was
    /// forgotten here since the copy was made is forgotten in it before anything of it gets here. `held` is what was
    /// kept of this journal first: what somebody wrote since would be nowhere, so nothing is put back then and the
    /// answer is no.
    ///
    /// # Errors
    /// `Journal` when the copy is damaged or newer, `File` when the disk refuses or this journal cannot be written; the
    /// journal is as it was then.
    pub fn put_back(&mut self, from: &Path, clock: &Clock, held: &Content) -> Result<bool> {
        if let Some(why) = &self.read_only {
            let says = format!("the journal is open for reading only: {why}");
            return Err(Error::new(ErrorKind::File, says));
        }
        let found = look(from, true, &self.keys)?;
        let marks = self.marks()?;
        if found.schema == migrate::newest() && marks.is_empty() {
            return self.take(from, &found, held);
        }
        let folder = folder_of(self.path.as_deref().unwrap_or(from));
        let aside = tempfile::Builder::new()
            .prefix(".trustline-")
            .tempdir_in(folder)
            .map_err(|e| Error::file("write in", folder, e))?;
        let copy = aside.path().join("journal.db");
        duplicated(from, &copy, &self.keys)?;
        // opened: that brings it to today's schema, in a file of its own
        Self::open_unkept(&copy, clock, &self.keys)?.forget_again(&marks, clock.millis())?;
        let brought = look(&copy, true, &self.keys)?;
        self.take(&copy, &brought, held)
    }

    fn take(&mut self, from: &Path, found: &Content, held: &Content) -> Result<bool> {
        let source = still(from, &self.keys)?;
        let (path, keys) = (self.path.clone(), self.keys.clone());
        let done = whole_over(&source, &mut self.connection, &mut || match &path {
            Some(path) => Ok(content(&still(path, &keys)?)? == *held),
            None => Ok(true),
        })?;
        if !done {
            return Ok(false);
        }
        self.connection.flush_prepared_statement_cache();
        let check: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if check == "ok" && self.content()? == *found {
            return Ok(true);
        }
        let says = "the journal was restored, and is not what the backup holds";
        Err(Error::new(ErrorKind::Journal, says)
            .hint("look at the disk; what was there before is kept: trustline backups"))
    }
}

/// Keeps a journal that cannot be opened aside, byte for byte, with its log; answers the file.
///
/// # Errors
/// `File` when it cannot be read or written; nothing is left then.
pub fn aside(journal: &Path, folder: &Path, mut name: Name) -> Result<PathBuf> {
    make_folder(folder)?;
    let mut to = folder.join(name.to_string());
    while to.exists() {
        name.nth += 1;
        to = folder.join(name.to_string());
    }
    let kept = copy_file(journal, &to).and_then(|()| {
        for (from, to) in [
            (beside(journal, "-wal"), beside(&to, "-wal")),
            (key_file(journal), key_file(&to)),
        ] {
            if from.exists() {
                copy_file(&from, &to)?;
            }
        }
        settled(folder)
    });
    if kept.is_err() {
        // half of a copy helps nobody
        let _ = std::fs::remove_file(&to);
        let _ = std::fs::remove_file(beside(&to, "-wal"));
        let _ = std::fs::remove_file(key_file(&to));
    }
    kept.map(|()| to)
}

/// Puts a copy in the place of a journal's file that cannot be opened, or is not there; its log goes first, because
/// it must never be applied to another file.
///
/// # Errors
/// `Journal` when the copy is damaged or newer, `File` when the disk refuses; the file is as it was then.
pub fn replace(journal: &Path, from: &Path, clock: &Clock, keys: &Keys) -> Result<()> {
    look(from, true, keys)?;
    let folder = folder_of(journal);
    let fail = |e| Error::file("write", journal, e);
    let aside = tempfile::Builder::new()
        .prefix(".trustline-")
        .tempdir_in(folder)
        .map_err(|e| Error::file("write in", folder, e))?;
    let copy = aside.path().join("journal.db");
    duplicated(from, &copy, keys)?;
    drop(Store::open_unkept(&copy, clock, keys)?);
    look(&copy, true, keys)?;
    for end in ["-wal", "-shm"] {
        match std::fs::remove_file(beside(journal, end)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(fail(e)),
            _ => {}
        }
    }
    settled(folder)?;
    if let Some(lock) = lock_of(&copy, keys)? {
        put_beside(journal, &lock.header)?;
    }
    std::fs::rename(&copy, journal).map_err(fail)?;
    settled(folder)
}

/// Copies a file into a new one for its owner only, durably.
fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut read = File::open(from).map_err(|e| Error::file("read", from, e))?;
    let mut write = options.open(to).map_err(|e| Error::file("write", to, e))?;
    std::io::copy(&mut read, &mut write)
        .and_then(|_| write.sync_all())
        .map_err(|e| Error::file("write", to, e))
}
