//! Putting a copy in the place of a journal: in one transaction where it can be opened, by exchange of the file where not.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::backup::{Content, content, duplicated, look, make_folder, still, whole_over};
use super::beside::{beside, folder_of, own_file, settled, unsettled};
use super::hold::{peek, read_at};
use super::lock::{Lock, State, header_beside, key_file, lock_of, put_beside, state};
use super::recast::recopied;
use super::{Store, migrate};
use crate::clock::Clock;
use crate::domain::backup::Name;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::{KeyId, Keys};

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
        let lock = lock_of(from, &self.keys)?;
        let alike = key_of(lock.as_ref()) == key_of(self.lock.as_ref());
        if found.schema == migrate::newest() && marks.is_empty() && alike {
            return self.take(from, &found, held);
        }
        let folder = folder_of(self.path.as_deref().unwrap_or(from));
        let aside = tempfile::Builder::new()
            .prefix(".trustline-")
            .tempdir_in(folder)
            .map_err(|e| Error::file("write in", folder, e))?;
        let copy = aside.path().join("journal.db");
        under(from, &copy, &self.keys, self.lock.as_ref())?;
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
    // what was locked stays locked
    let lock = match own_lock(journal, keys) {
        None => lock_of(from, keys)?,
        own => own,
    };
    under(from, &copy, keys, lock.as_ref())?;
    drop(Store::open_unkept(&copy, clock, keys)?);
    look(&copy, true, keys)?;
    for end in ["-wal", "-shm"] {
        match std::fs::remove_file(beside(journal, end)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(fail(e)),
            _ => {}
        }
    }
    settled(folder)?;
    if let Some(lock) = &lock {
        put_beside(journal, &lock.header)?;
    }
    std::fs::rename(&copy, journal).map_err(fail)?;
    settled(folder).map_err(|error| unsettled("the backup is put back, and checked", &error))
}

/// The lock of a journal whose file cannot be opened, by the header beside it.
fn own_lock(journal: &Path, keys: &Keys) -> Option<Lock> {
    let is_plain = matches!(state(journal), Ok(State::Plain));
    let header = header_beside(journal)
        .ok()
        .flatten()
        .filter(|_| !is_plain)?;
    let key = keys.find(header.id())?;
    Some(Lock {
        key: Arc::clone(key),
        header,
    })
}

fn key_of(lock: Option<&Lock>) -> Option<KeyId> {
    lock.map(|lock| lock.key.id())
}

/// Copies what a file holds into a new one that is locked like a journal, whatever the file itself is locked with.
fn under(from: &Path, to: &Path, keys: &Keys, lock: Option<&Lock>) -> Result<()> {
    if key_of(lock_of(from, keys)?.as_ref()) == key_of(lock) {
        return duplicated(from, to, keys);
    }
    own_file(to)?;
    if let Some(lock) = lock {
        put_beside(to, &lock.header)?;
    }
    recopied(from, to, keys, lock)
}

/// Copies a file into a new one for its owner only, durably.
fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let mut write = own_file(to)?;
    let copied = peek(from, |file| {
        let (mut some, mut at) = (vec![0; 1 << 16], 0);
        loop {
            match read_at(file, &mut some, at)? {
                0 => return Ok(()),
                n => write.write_all(&some[..n])?,
            }
            at += some.len() as u64;
        }
    });
    copied.map_err(|e| Error::file("copy", from, e))?;
    write.sync_all().map_err(|e| Error::file("write", to, e))
}
