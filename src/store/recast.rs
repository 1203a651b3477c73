//! Writing a journal's file anew under another lock, or under none, in its own place: before or after, never between.
//!
//! The new file is written beside the old one, read back and compared row by row, and takes its name in one step of the
//! file system. Until then the old one stands untouched; from then on it has no name and is filled with zeros, so that
//! its words are gone and a process that waited for it finds no database in it, and looks at the name again.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::Store;
use super::backup::still;
use super::beside::{beside, folder_of, own_file, settled, unsettled};
use super::blot::{blot, blot_out_whole};
use super::connect::{ALONE, attach, connect, uri};
use super::digest::digest_of_all;
use super::lock::{Lock, header_in, key_file, new_key_file, put};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Keys;

/// What the name of the file ends in that is about to be the journal, locked.
const LOCKING: &str = ".locking";
/// The same, not locked.
const UNLOCKING: &str = ".unlocking";

/// The setting of a journal that was locked, and whose backups are not yet.
const BACKUPS: &str = "locking";
/// The setting of a journal that was unlocked, and whose header may still lie beside it: its key.
const HEADER: &str = "unlocking";

impl Store {
    /// Writes the journal anew under a lock, or under none, in its own place. A journal that was just locked owes the
    /// same to its backups ([`Store::owes_backups`]).
    ///
    /// # Errors
    /// `Conflict` while another window has it open, `Refused` when its file has a second name, `File` when it cannot be
    /// written, `Journal` when the new file is not what the old one is. The journal is as it was then.
    pub fn recast(self, to: Option<&Lock>) -> Result<()> {
        let path = self.alone()?;
        self.exchanged(&path, to)
            .inspect_err(|_| self.give_back())?;
        // from here on the connection is open on a file without a name: it must not make a log beside the new one
        let done = match to {
            Some(_) => "the journal is locked",
            None => "the journal is not locked any more",
        };
        let settle = settled(folder_of(&path)).and_then(|()| match to {
            Some(_) => stand(&path),
            None => take_header(&path),
        });
        settle.map_err(|error| unsettled(done, &error))?;
        // not before the name is durable: a power cut could bring the old file back
        self.held.as_ref().map_or(Ok(()), |held| {
            blot(held.file()).map_err(|e| Error::file("overwrite the former", &path, e))
        })
    }

    /// Refuses a journal that another window has open, before anything is asked for it.
    ///
    /// # Errors
    /// As [`Store::recast`].
    pub fn refuse_in_use(&self) -> Result<()> {
        self.alone()?;
        self.give_back();
        Ok(())
    }

    /// As it was: a log again, and others may come in.
    fn give_back(&self) {
        let sql = "PRAGMA locking_mode = normal; PRAGMA journal_mode = wal";
        let _ = self.connection.execute_batch(sql);
    }

    /// Takes the journal for this connection alone, with nothing beside its file; answers where that really lies.
    fn alone(&self) -> Result<PathBuf> {
        if let Some(why) = &self.read_only {
            let says = format!("the journal is open for reading only: {why}");
            return Err(Error::new(ErrorKind::File, says).hint("nothing was changed"));
        }
        let path = self.path.as_deref().ok_or_else(in_use)?;
        let path = path
            .canonicalize()
            .map_err(|e| Error::file("open", path, e))?;
        refuse_second_name(&path)?;
        let busy = "PRAGMA wal_checkpoint(RESTART)";
        let busy: i64 = self.connection.query_row(busy, [], |row| row.get(0))?;
        // what the log held is in the file now; its own blocks are not left to whoever looks at the disk
        let log = File::options().write(true).open(beside(&path, "-wal")).ok();
        let sql = "PRAGMA locking_mode = exclusive; PRAGMA journal_mode = delete";
        let left = self.connection.execute_batch(sql);
        let mode = || self.journal_mode();
        let was = mode()?;
        let taken = left.and_then(|()| self.connection.execute_batch("BEGIN EXCLUSIVE; COMMIT"));
        // a disk that fails says nothing at the first: the file is in its log again at the next look
        let is = mode()?;
        if busy != 0 || was != "delete" || is != "delete" || taken.is_err() {
            self.give_back();
            return Err(match taken {
                Err(why) => not_alone(why),
                Ok(()) if was == "delete" && busy == 0 => failing(&path),
                Ok(()) => in_use(),
            });
        }
        if let Some(log) = log {
            // it is empty and has no name any more: where it cannot be written nothing is lost
            let _ = blot(&log);
        }
        Ok(path)
    }

    fn journal_mode(&self) -> rusqlite::Result<String> {
        let sql = "PRAGMA journal_mode";
        self.connection.query_row(sql, [], |row| row.get(0))
    }

    /// Writes the new file and gives it the journal's name, with its header ready beside it.
    fn exchanged(&self, path: &Path, to: Option<&Lock>) -> Result<()> {
        let new = beside(path, if to.is_some() { LOCKING } else { UNLOCKING });
        let header = new_key_file(path);
        let done = self
            .written_anew(&new, to)
            .and_then(|()| to.map_or(Ok(()), |lock| put(&header, &lock.header)))
            .and_then(|()| std::fs::rename(&new, path).map_err(|e| Error::file("write", path, e)));
        done.inspect_err(|_| {
            // half of it helps nobody; what cannot be taken away now is at the next start
            let _ = take_away(&new);
            let _ = std::fs::remove_file(&header);
        })
    }

    /// The same in another file, durable and compared.
    fn written_anew(&self, new: &Path, to: Option<&Lock>) -> Result<()> {
        take_away(new)?;
        let file = own_file(new)?;
        let key = to.map(|lock| &*lock.key);
        attach(&self.connection, "anew", &uri(new, "mode=rw")?, key)?;
        let copied = export(&self.connection, "main");
        let left = self.connection.execute_batch("DETACH anew");
        copied?;
        left?;
        let connection = connect(
            &std::path::absolute(new)?,
            OpenFlags::SQLITE_OPEN_READ_WRITE,
            key,
        )?;
        sound(&connection)?;
        if digest_of_all(&connection)? != digest_of_all(&self.connection)? {
            return Err(differs(new));
        }
        let note = "INSERT OR REPLACE INTO setting VALUES (?1, ?2)";
        match (to, &self.lock) {
            (Some(_), _) => connection.execute(note, [BACKUPS, "1"])?,
            (None, Some(lock)) => connection.execute(note, [HEADER, &lock.key.id().to_string()])?,
            (None, None) => 0,
        };
        connection.execute_batch("PRAGMA journal_mode = wal")?;
        connection.close().map_err(|(_, e)| Error::from(e))?;
        file.sync_all().map_err(|e| Error::file("write", new, e))
    }

    /// Whether the journal was locked and its backups may not be yet.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn owes_backups(&self) -> Result<bool> {
        Ok(self.setting(BACKUPS)?.is_some())
    }

    /// Notes that the backups are as their owner wants them.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn backups_are_settled(&mut self) -> Result<()> {
        self.write(|store| store.forget_setting(BACKUPS))
    }

    fn forget_setting(&self, key: &str) -> Result<()> {
        let sql = "DELETE FROM setting WHERE key = ?1";
        self.connection.execute(sql, [key])?;
        Ok(())
    }

    /// Clears up after a locking or unlocking that was cut short; says what had been, and what to do.
    pub(super) fn finish_recast(&self) -> Option<String> {
        let path = self.path.as_deref().filter(|_| self.read_only.is_none())?;
        let path = path.canonicalize().ok()?;
        let left = [LOCKING, UNLOCKING].map(|end| beside(&path, end).exists());
        let header = new_key_file(&path).exists();
        let unlocked = self.setting(HEADER).ok().flatten();
        let stale = unlocked
            .as_deref()
            .is_some_and(|id| self.is_stale(&path, id));
        if left.contains(&true) || header || unlocked.is_some() {
            // whoever locks it now holds it alone: then nothing here is left over
            self.connection.execute_batch("BEGIN IMMEDIATE").ok()?;
            let done = self.cleared(&path, stale);
            let _ = self.connection.execute_batch("COMMIT");
            done.ok()?;
        }
        if left[0] || left[1] {
            return Some(self.cut_short(left[0]).to_owned());
        }
        if stale {
            return Some("Unlocking had been cut short; it is finished now.".to_owned());
        }
        let owes = self.lock.is_some() && self.owes_backups().unwrap_or(false);
        owes.then(|| {
            "The journal is locked; going over its backups was cut short, and some may be readable. trustline lock goes on with them."
                .to_owned()
        })
    }

    fn cut_short(&self, locking: bool) -> &'static str {
        match (locking, &self.lock) {
            (true, None) => {
                "Locking had been cut short: the journal is as it was, not locked. trustline lock begins again."
            }
            (true, Some(_)) => {
                "Locking with a new key had been cut short: the journal is as it was, with its former key. trustline passphrase --new-key begins again."
            }
            (false, _) => {
                "Unlocking had been cut short: the journal is as it was, locked. trustline unlock begins again."
            }
        }
    }

    fn cleared(&self, path: &Path, stale: bool) -> Result<()> {
        for end in [LOCKING, UNLOCKING] {
            take_away(&beside(path, end))?;
        }
        let new = new_key_file(path);
        let own = self.lock.as_ref().map(|lock| lock.key.id());
        if header_in(&new).ok().flatten().map(|header| header.id()) == own && own.is_some() {
            stand(path)?;
        } else {
            gone(&new)?;
        }
        if stale {
            take_header(path)?;
        }
        self.forget_setting(HEADER)
    }

    /// Whether the header beside a journal that is not locked is of the key that it was unlocked from.
    fn is_stale(&self, path: &Path, id: &str) -> bool {
        let header = header_in(&key_file(path)).ok().flatten();
        self.lock.is_none() && header.is_some_and(|header| header.id().to_string() == id)
    }
}

/// Writes what a file holds that nobody writes into a new file under another lock, or under none; durable and compared.
///
/// # Errors
/// `Journal` when it is damaged, `File` when the disk refuses.
pub(super) fn recopied(from: &Path, to: &Path, keys: &Keys, under: Option<&Lock>) -> Result<()> {
    let lock = super::lock::lock_of(from, keys)?;
    let both = Connection::open_in_memory()?;
    let alone = !super::backup::has_log(from);
    let how = if alone { ALONE } else { super::connect::SHARED };
    let key = lock.as_ref().map(|lock| &*lock.key);
    attach(&both, "here", &uri(from, how)?, key)?;
    let key = under.map(|lock| &*lock.key);
    attach(&both, "anew", &uri(to, "mode=rw")?, key)?;
    export(&both, "here")?;
    drop(both);
    let connection = connect(
        &std::path::absolute(to)?,
        OpenFlags::SQLITE_OPEN_READ_WRITE,
        key,
    )?;
    sound(&connection)?;
    let same = digest_of_all(&connection)? == digest_of_all(&still(from, keys)?)?;
    connection.execute_batch("PRAGMA journal_mode = wal")?;
    connection.close().map_err(|(_, e)| Error::from(e))?;
    if !same {
        return Err(differs(to));
    }
    let file = File::options().write(true).open(to);
    file.and_then(|file| file.sync_all())
        .map_err(|e| Error::file("write", to, e))
}

/// Copies every row of a file into the one that is attached as `anew`.
fn export(connection: &Connection, from: &str) -> Result<()> {
    // nobody needs a way back to half of a file without a name
    let free = "PRAGMA anew.journal_mode = off; PRAGMA anew.synchronous = off";
    connection.execute_batch(&format!(
        "{free}; PRAGMA anew.cache_size = {}",
        super::CACHE_FOR_MUCH
    ))?;
    let sql = "SELECT sqlcipher_export('anew', ?1)";
    connection.query_row(sql, [from], |_| Ok(()))?;
    for pragma in ["user_version", "application_id"] {
        let sql = format!("PRAGMA {from}.{pragma}");
        let value: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
        connection.execute_batch(&format!("PRAGMA anew.{pragma} = {value}"))?;
    }
    Ok(())
}

fn sound(connection: &Connection) -> Result<()> {
    let check = "PRAGMA integrity_check(1)";
    let check: Option<String> = connection
        .query_row(check, [], |row| row.get(0))
        .optional()?;
    if check.as_deref() == Some("ok") {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Journal, "the new file is not sound")
        .hint("look at the disk, then try again; the journal was not changed"))
}

/// Gives the new header the name of the journal's.
fn stand(path: &Path) -> Result<()> {
    let to = key_file(path);
    std::fs::rename(new_key_file(path), &to).map_err(|e| Error::file("write", &to, e))?;
    settled(folder_of(path))
}

/// Takes the header of a journal away that is locked no more.
fn take_header(path: &Path) -> Result<()> {
    gone(&key_file(path))?;
    settled(folder_of(path))
}

fn gone(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Error::file("delete", file, e)),
        _ => Ok(()),
    }
}

/// Overwrites an unfinished file and what lies beside it, and takes them away.
fn take_away(new: &Path) -> Result<()> {
    blot_out_whole(new).map_err(|e| Error::file("take away", new, e))
}

#[cfg(unix)]
pub(super) fn refuse_second_name(path: &Path) -> Result<()> {
    use std::os::unix::fs::MetadataExt;
    if path.metadata().is_ok_and(|there| there.nlink() > 1) {
        let says = format!(
            "{} has a second name (a hard link), which would keep it as it is",
            path.display()
        );
        return Err(Error::refused(says)
            .hint("find it with: find / -samefile FILE; take one of them away first"));
    }
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn refuse_second_name(_: &Path) -> Result<()> {
    Ok(())
}

/// Why the journal cannot be had alone: only a lock means another window, all else is the disk's.
fn not_alone(why: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    match why.sqlite_error_code() {
        Some(DatabaseBusy | DatabaseLocked) => in_use(),
        _ => Error::from(why),
    }
}

fn failing(path: &Path) -> Error {
    let says = format!("cannot write {}: the disk does not take it", path.display());
    Error::new(ErrorKind::File, says)
        .hint("look at the disk, then do it again; nothing was changed")
}

fn in_use() -> Error {
    Error::new(
        ErrorKind::Conflict,
        "another window or program has the journal open",
    )
    .hint("close it there, then do it again; nothing was changed")
}

fn differs(new: &Path) -> Error {
    let says = format!(
        "{} is not what the journal holds, so it was not kept",
        new.display()
    );
    Error::new(ErrorKind::Journal, says)
        .hint("look at the disk, then try again; the journal was not changed")
}
