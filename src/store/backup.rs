//! Copies of a journal's file, made while it is in use, and opened and checked before they have a name.
//!
//! The copy is made by `SQLite`'s backup, page by page as the pages are: what is locked in the journal is locked in
//! the copy, and a page that was overwritten stays so. (`VACUUM INTO` takes as long and writes every page anew.) It is
//! one step inside one read, so it is the journal of one moment, and others go on writing meanwhile.

use std::fs::DirBuilder;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use tempfile::NamedTempFile;

use super::beside::{beside, folder_of, own_file, settled};
use super::connect::{ALONE, PATIENCE, connect, uri};
use super::lock::{Lock, append, header_beside, lock_of, put_beside};
use super::place::may_write;
use super::{Store, migrate};
use crate::domain::backup::Name;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::{Header, Keys};

/// What the name of an unfinished copy begins with.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// What a journal's file holds, in numbers that two copies of one moment share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Its schema.
    pub schema: usize,
    /// How many revisions.
    pub revisions: u64,
    /// The place of the newest one.
    pub last: i64,
    /// The stamp's time of the newest one; `None`: there is none.
    pub newest: Option<i64>,
    /// How many records stand.
    pub records: u64,
    /// The number of the device that made the journal.
    pub device: Option<String>,
}

impl Content {
    /// When the newest revision was written, in milliseconds since 1970 UTC.
    pub fn millis(&self) -> Option<i64> {
        self.newest.map(|time| time >> 16)
    }
}

/// Where a copy goes.
#[derive(Debug, Clone, Copy)]
pub enum Written<'a> {
    /// Into a folder of backups, made where it is missing, under a name that is free there.
    Kept(&'a Path, Name),
    /// To a file; one that is there is replaced only when that was asked for.
    File(&'a Path, bool),
}

impl Store {
    /// Writes a copy of the journal as it stands at this moment, checked before it has its name; answers its file.
    ///
    /// # Errors
    /// `File` when it cannot be written, `Journal` when the copy is not sound, `Refused` when the file is there. Nothing is
    /// left behind then.
    pub fn back_up(&self, to: Written<'_>) -> Result<PathBuf> {
        let folder = match to {
            Written::Kept(folder, _) => {
                make_folder(folder)?;
                folder
            }
            Written::File(file, force) => {
                may_write(file, force)?;
                folder_of(file)
            }
        };
        let copy = self.copied(folder)?;
        match to {
            Written::Kept(folder, name) => persisted(copy, folder, name),
            Written::File(file, force) => {
                let named = if force {
                    copy.persist(file)
                } else {
                    copy.persist_noclobber(file)
                };
                named.map_err(|e| Error::file("write", file, e.error))?;
                settled(folder)?;
                Ok(file.to_owned())
            }
        }
    }

    /// A copy without a name, checked.
    fn copied(&self, folder: &Path) -> Result<NamedTempFile> {
        let fail = |e| Error::file("write a backup in", folder, e);
        let mut copy = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .suffix(".db")
            .tempfile_in(folder)
            .map_err(fail)?;
        sweep(folder, copy.path());
        let held = self.read(|| {
            // the first read fixes the moment; the copy is of the same one
            let held = content(&self.connection)?;
            let path = std::path::absolute(copy.path()).map_err(fail)?;
            let key = self.lock.as_ref().map(|lock| &*lock.key);
            let mut to = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
            // the file has no name yet: nobody needs a way back to half of it
            to.pragma_update(None, "journal_mode", "off")?;
            to.pragma_update(None, "synchronous", "off")?;
            whole(&self.connection, &mut to).map_err(|error| not_written(error, folder))?;
            Ok(held)
        })?;
        if let Some(lock) = &self.lock {
            append(copy.as_file_mut(), &self.header_now(lock)).map_err(fail)?;
        }
        copy.as_file().sync_all().map_err(fail)?;
        let found = look(copy.path(), true, &self.keys)?;
        if found != held {
            let says = "the backup is not what the journal held at that moment, so it was not kept";
            return Err(Error::new(ErrorKind::Journal, says)
                .hint("look at the disk, then try again; the journal was not changed"));
        }
        Ok(copy)
    }

    /// The header as it lies beside the journal now: another window may have changed the passphrase.
    fn header_now(&self, lock: &Lock) -> Header {
        let beside = self.path.as_deref().map(header_beside);
        let beside = beside.and_then(|read| read.ok().flatten());
        let own = beside.filter(|header| header.id() == lock.key.id());
        own.unwrap_or_else(|| lock.header.clone())
    }

    /// What the journal holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn content(&self) -> Result<Content> {
        self.read(|| content(&self.connection))
    }
}

/// A write that failed inside a copy is the backup's, not the journal's.
fn not_written(error: Error, folder: &Path) -> Error {
    if error.kind() != ErrorKind::File {
        return error;
    }
    let why = error.says().trim_start_matches("not saved: ").to_owned();
    let says = format!(
        "the backup cannot be written in {}: {why}",
        folder.display()
    );
    Error::new(ErrorKind::File, says)
        .hint("make room, or name another folder in the settings; nothing was left there")
}

/// Copies every page of one file over another, as one step.
pub(super) fn whole(from: &Connection, to: &mut Connection) -> Result<()> {
    stepped(&Backup::new(from, to)?, -1)
}

/// The same, where the other still holds what it did: from the moment that is asked nobody else writes there. Answers
/// whether it did; otherwise it is as it was.
pub(super) fn whole_over(
    from: &Connection,
    to: &mut Connection,
    holds: &mut dyn FnMut() -> Result<bool>,
) -> Result<bool> {
    let backup = Backup::new(from, to)?;
    // no page yet, and the other one is taken for writing
    stepped(&backup, 0)?;
    let still = holds()?;
    if still {
        stepped(&backup, -1)?;
    }
    Ok(still)
}

fn stepped(backup: &Backup<'_, '_>, pages: i32) -> Result<()> {
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(5);
    let mut left = PATIENCE;
    loop {
        match backup.step(pages)? {
            StepResult::Done => return Ok(()),
            StepResult::More if pages == 0 => return Ok(()),
            StepResult::More => {}
            _ => {
                let Some(rest) = left.checked_sub(PAUSE) else {
                    let says = "another program holds the journal";
                    return Err(Error::new(ErrorKind::Conflict, says)
                        .hint("close it there, then do it again; nothing was changed"));
                };
                left = rest;
                std::thread::sleep(PAUSE);
            }
        }
    }
}

/// Looks into a copy without changing anything beside it: whose it is, what it holds and, `wholly`, whether every page
/// of it is sound.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when it is damaged, of another program or of a newer one, `Locked` when none of
/// the keys fits.
pub fn look(path: &Path, wholly: bool, keys: &Keys) -> Result<Content> {
    let damaged = |why: &str| {
        let says = format!("{} is damaged: {why}", path.display());
        Error::new(ErrorKind::Journal, says).hint("choose another one: trustline backups --verify")
    };
    if !super::place::is_journal(path)? {
        let says = format!("{} is not a backup of a trustline journal", path.display());
        return Err(Error::new(ErrorKind::Journal, says).hint("trustline backups lists them"));
    }
    let read = || -> Result<Content> {
        let connection = still(path, keys)?;
        let application: i32 =
            connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        if application != migrate::APPLICATION {
            let says = format!("{} is a database of another program", path.display());
            return Err(Error::input(says).hint("trustline backups lists what can be restored"));
        }
        migrate::refuse_newer(&connection)?;
        if wholly {
            let check: String =
                connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
            if check != "ok" {
                return Err(damaged(
                    check.lines().last().unwrap_or("a page is not whole"),
                ));
            }
        }
        content(&connection)
    };
    read().map_err(|error| match error.kind() {
        ErrorKind::Journal if error.says().starts_with("the journal") => {
            damaged("it cannot be read to its end")
        }
        _ => error,
    })
}

/// Whether a newer program wrote a file.
pub fn is_newer(path: &Path, keys: &Keys) -> bool {
    let version = still(path, keys).and_then(|connection| migrate::version(&connection));
    version.is_ok_and(|schema| schema > migrate::newest())
}

/// Opens a copy that nobody writes, leaving no file beside it; one that has a log of its own (the journal itself, or
/// what was copied with it) is read with that.
pub(super) fn still(path: &Path, keys: &Keys) -> Result<Connection> {
    let lock = lock_of(path, keys)?;
    let key = lock.as_ref().map(|lock| &*lock.key);
    let whole = std::path::absolute(path).map_err(|e| Error::file("open", path, e))?;
    let read = OpenFlags::SQLITE_OPEN_READ_ONLY;
    if has_log(&whole) {
        return connect(&whole, read, key);
    }
    let uri = uri(&whole, ALONE)?;
    connect(Path::new(&uri), read | OpenFlags::SQLITE_OPEN_URI, key)
}

/// Whether there is something in the log of a file.
pub(super) fn has_log(path: &Path) -> bool {
    let log = beside(path, "-wal").metadata();
    log.is_ok_and(|log| log.len() > 0)
}

/// Copies a database that may have a log into a new file for its owner only, locked as it is.
pub(super) fn duplicated(from: &Path, to: &Path, keys: &Keys) -> Result<()> {
    let lock = lock_of(from, keys)?;
    let key = lock.as_ref().map(|lock| &*lock.key);
    let file = own_file(to)?;
    if let Some(lock) = &lock {
        put_beside(to, &lock.header)?;
    }
    let mut copy = connect(
        &std::path::absolute(to)?,
        OpenFlags::SQLITE_OPEN_READ_WRITE,
        key,
    )?;
    whole(&still(from, keys)?, &mut copy)?;
    drop(copy);
    file.sync_all().map_err(|e| Error::file("write", to, e))
}

/// What a file holds.
pub(super) fn content(connection: &Connection) -> Result<Content> {
    let schema = migrate::version(connection)?;
    if schema == 0 {
        return Ok(Content::default());
    }
    let one = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, Option<i64>>(0));
    let device = connection
        .query_row(
            "SELECT value FROM setting WHERE key = 'device'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    let many = |n: Option<i64>| n.unwrap_or(0).unsigned_abs();
    Ok(Content {
        schema,
        revisions: many(one("SELECT count(*) FROM revision")?),
        last: one("SELECT max(seq) FROM revision")?.unwrap_or(0),
        newest: one("SELECT max(time) FROM revision")?,
        records: many(one("SELECT count(*) FROM entry")?),
        device,
    })
}

/// Makes the folder of backups, for its owner only; the one around it must be there.
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let around = folder_of(folder);
    if !around.is_dir() {
        let says = format!("the folder for backups is not there: {}", around.display());
        return Err(Error::new(ErrorKind::File, says).hint(
            "make it, or bring its disk back, or name another one as folder under [backups] in config.toml",
        ));
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(Error::file("make the folder", folder, e))
        }
        _ => settled(around),
    }
}

/// Gives a copy the first name of its second that is free.
fn persisted(mut copy: NamedTempFile, folder: &Path, mut name: Name) -> Result<PathBuf> {
    loop {
        let path = folder.join(name.to_string());
        match copy.persist_noclobber(&path) {
            Ok(_) => {
                settled(folder)?;
                return Ok(path);
            }
            Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => {
                copy = taken.file;
                name.nth += 1;
            }
            Err(e) => return Err(Error::file("write", &path, e.error)),
        }
    }
}

/// Takes away what a process that was killed left unfinished more than an hour before this copy was begun.
fn sweep(folder: &Path, begun: &Path) {
    const LONG: std::time::Duration = std::time::Duration::from_secs(3600);
    let moment = |path: &Path| path.metadata().and_then(|meta| meta.modified()).ok();
    let (Some(now), Ok(there)) = (moment(begun), folder.read_dir()) else {
        return;
    };
    for entry in there.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
        let old = moment(&entry.path())
            .and_then(|then| now.duration_since(then).ok())
            .is_some_and(|age| age > LONG);
        if ours && old {
            // what cannot be taken away now is tried again with the next backup
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
