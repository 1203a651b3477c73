//! Opening a journal's file: owner-only, named for what it is when it is no journal, read-only when it must be.

use std::fs::{DirBuilder, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::backup::Written;
use super::connect::{ALONE, PATIENCE, be_patient, connect, no_cipher, uri};
use super::hold::{Held, hold, peek, read_at};
use super::lock::{Lock, State, header_beside, lock_of, put_beside, state};
use super::{Store, migrate};
use crate::clock::Clock;
use crate::domain::backup::{Keeping, Name, Why};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::{Key, Keys};

impl Store {
    /// Opens a journal, or makes an empty one where there is none. One of an earlier schema is backed up before it is
    /// brought to today's.
    ///
    /// # Errors
    /// `File` when it cannot be read or made, or not backed up; `Journal` when it is something else, damaged or newer;
    /// `Locked` when it is locked and none of the keys fits.
    pub fn open(path: &Path, clock: &Clock, keeping: &Keeping, keys: &Keys) -> Result<Self> {
        Self::open_with(path, clock, Some(keeping), keys)
    }

    /// As [`Store::open`], without a backup: for a copy that is one itself.
    pub(super) fn open_unkept(path: &Path, clock: &Clock, keys: &Keys) -> Result<Self> {
        Self::open_with(path, clock, None, keys)
    }

    fn open_with(
        path: &Path,
        clock: &Clock,
        keeping: Option<&Keeping>,
        keys: &Keys,
    ) -> Result<Self> {
        // whole, so that SQLite does not take a name such as `:memory:` or `file:x` for an order
        let whole = std::path::absolute(path).map_err(|e| Error::file("open", path, e))?;
        let mut tries = TRIES;
        loop {
            make(path)?;
            let held = hold(path).map_err(|e| Error::file("open", path, e))?;
            let opened = Self::open_held(path, &whole, (clock, keeping), keys, &held);
            tries -= 1;
            // another process may have put a file in its place meanwhile: locked, or locked no more
            if held.is_at(path) || tries == 0 {
                return opened;
            }
        }
    }

    fn open_held(
        path: &Path,
        whole: &Path,
        (clock, keeping): (&Clock, Option<&Keeping>),
        keys: &Keys,
        held: &Arc<Held>,
    ) -> Result<Self> {
        let lock = lock_of(path, keys)?;
        let key = lock.as_ref().map(|lock| &*lock.key);
        let at = |connection, read_only| {
            let file = Opened {
                path: Some(whole.to_owned()),
                held: Some(Arc::clone(held)),
                lock: lock.clone(),
                keys: keys.clone(),
                read_only,
            };
            Self::ready(connection, clock, file, keeping)
        };
        if let Some(why) = held.refuses() {
            return at(connect_for_reading(whole, key)?, Some(why.to_owned()));
        }
        if let Some(lock) = &lock {
            // a copy that is written to loses the header at its end
            stand_beside(path, lock)?;
        }
        let plain = || connect(whole, OpenFlags::SQLITE_OPEN_READ_WRITE, key);
        let opened = match at(plain()?, folder_refuses(path)) {
            // without room for SQLite's side files there is still what was written before
            Err(error) if error.kind() == ErrorKind::File => {
                let why = "no room could be made beside it (a full disk, or a folder that cannot be written)";
                let why = Some(why.to_owned());
                let alone = plain()?;
                alone.pragma_update(None, "locking_mode", "exclusive")?;
                at(alone, why.clone())
                    .or_else(|_| at(connect_for_reading(whole, key)?, why))
                    .map_err(|_| error)
            }
            other => other,
        }?;
        match state(path)? {
            State::Plain if lock.is_some() => Err(no_cipher()),
            _ => Ok(opened),
        }
    }

    /// Whether opening a file will bring it to a newer schema, and it is so large that this takes a while: told by its
    /// first bytes, without opening it as a journal.
    pub fn is_long_to_open(path: &Path) -> bool {
        const LARGE: u64 = 32 << 20;
        // a pipe would keep us waiting for its first bytes
        let large = path
            .metadata()
            .is_ok_and(|there| there.is_file() && there.len() > LARGE);
        let mut head = [0; 72];
        if !large || !peek(path, |file| read_at(file, &mut head, 0)).is_ok_and(|n| n == head.len())
        {
            return false;
        }
        let number =
            |at: usize| i32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        let (schema, application) = (number(60), number(68));
        let older =
            usize::try_from(schema).is_ok_and(|found| (1..migrate::newest()).contains(&found));
        application == migrate::APPLICATION && older
    }

    /// A journal in memory.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn memory(clock: &Clock) -> Result<Self> {
        Self::ready(
            Connection::open_in_memory()?,
            clock,
            Opened::default(),
            None,
        )
    }

    fn ready(
        mut connection: Connection,
        clock: &Clock,
        file: Opened,
        keeping: Option<&Keeping>,
    ) -> Result<Self> {
        let read_only = &file.read_only;
        be_patient(&mut connection)?;
        // a plan follows from the schema alone, never from the values bound: the tests pin it, and a kept statement is
        // not prepared again at each use (half of the time of a long import went there)
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(64);
        migrate::refuse_newer(&connection)?;
        refuse_moved(&file)?;
        let found = migrate::version(&connection)?;
        check_owner(&connection)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        connection.pragma_update(None, "cache_size", super::cache(file.lock.is_some()))?;
        if read_only.is_none() {
            connection.pragma_update(None, "synchronous", "full")?;
            // the mode is kept in the file: set when it is made, and where locking was cut short
            if !in_wal(&connection)? {
                patiently(|| connection.query_row("PRAGMA journal_mode = wal", [], |_| Ok(())))?;
                refuse_moved(&file)?;
            }
        } else if let Some(why) = read_only.as_ref().filter(|_| found < migrate::newest()) {
            return Err(migrate::older(found, why));
        }
        let mut store = Self {
            connection,
            device: 0,
            held: file.held,
            path: file.path,
            lock: file.lock,
            keys: file.keys,
            read_only: file.read_only,
            finished: None,
        };
        let mut brought = None;
        if store.read_only.is_none() {
            let before = |to| store.keep_before_migration(to, clock, keeping);
            brought = migrate::migrate(&store.connection, before, || store.rebuild_all())?;
        }
        store.device = device(&store.connection, clock, store.read_only.is_none())?;
        let told = brought.map(|brought| brought.says());
        let finished = [store.finish_recast(), store.finish_at_opening()];
        let told: Vec<_> = told
            .into_iter()
            .chain(finished.into_iter().flatten())
            .collect();
        store.finished = (!told.is_empty()).then(|| told.join(" "));
        Ok(store)
    }
}

/// What is known of a file before it is read.
#[derive(Default)]
struct Opened {
    path: Option<PathBuf>,
    held: Option<Arc<Held>>,
    lock: Option<Lock>,
    keys: Keys,
    read_only: Option<String>,
}

impl Store {
    /// Keeps the journal as it is before it is brought to a schema; answers where, unless it is no journal to be kept.
    fn keep_before_migration(
        &self,
        to: usize,
        clock: &Clock,
        keeping: Option<&Keeping>,
    ) -> Result<Option<PathBuf>> {
        let (Some(journal), Some(keeping)) = (&self.path, keeping) else {
            return Ok(None);
        };
        let name = Name {
            at: clock.now(),
            nth: 1,
            why: Why::BeforeMigration(to),
        };
        let kept = self.back_up(Written::Kept(&keeping.shelf(journal), name));
        kept.map(Some).map_err(|error| {
            let says = format!(
                "the journal needs this program's form and cannot be backed up first: {}",
                error.says()
            );
            Error::new(error.kind(), says).hint("make room, or name a folder under [backups] in config.toml; the journal was not changed")
        })
    }
}

/// How often a file is opened anew when another one takes its place meanwhile.
const TRIES: usize = 3;

/// Refuses a file that lost its name while this process waited for it: nothing must be written beside its successor.
fn refuse_moved(file: &Opened) -> Result<()> {
    let (Some(held), Some(path)) = (&file.held, &file.path) else {
        return Ok(());
    };
    if held.is_at(path) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::Conflict,
        "another file took the journal's place meanwhile",
    )
    .hint("do it again"))
}

/// Whether what is written goes into a log first.
fn in_wal(connection: &Connection) -> Result<bool> {
    let mode = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    Ok(connection.query_row("PRAGMA journal_mode", [], mode)? == "wal")
}

/// Puts the header that opened a file beside it, where that is missing or of another key.
fn stand_beside(path: &Path, lock: &Lock) -> Result<()> {
    let there = header_beside(path).ok().flatten();
    if there.is_some_and(|header| header.id() == lock.header.id()) {
        return Ok(());
    }
    put_beside(path, &lock.header)
}

/// Makes a place for a new journal that will be locked: its header lies there before anything else.
///
/// # Errors
/// `File` when the disk refuses.
pub fn make_locked(path: &Path, header: &crate::secret::Header) -> Result<()> {
    make(path)?;
    put_beside(path, header)
}

/// Makes the folder (0700) and the file (0600) where they are missing.
fn make(path: &Path) -> Result<()> {
    if path.is_dir() {
        let says = format!("{} is a folder, not a journal", path.display());
        return Err(
            Error::new(ErrorKind::File, says).hint("name a file: --journal FOLDER/journal.db")
        );
    }
    if let Ok(there) = path.metadata() {
        // a pipe would keep us waiting, a device would take what is written and lose it
        if there.is_file() {
            return Ok(());
        }
        let says = format!("{} is not a file that can hold a journal", path.display());
        return Err(Error::new(ErrorKind::File, says).hint("choose a file with --journal"));
    }
    let folder = path
        .parent()
        .filter(|f| !f.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    let mut file = OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        builder.mode(0o700);
        file.mode(0o600);
    }
    builder
        .create(folder)
        .map_err(|e| Error::file("make the folder", folder, e))?;
    match file.open(path) {
        Ok(_) => Ok(()),
        // another process was faster
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(Error::file("make", path, e)),
    }
}

/// For reading only: as it is, or, where not even the shared-memory file can be made, as if nobody ever wrote it.
fn connect_for_reading(path: &Path, key: Option<&Key>) -> Result<Connection> {
    let plain = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    if migrate::version(&plain).is_ok() {
        return Ok(plain);
    }
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    if Path::new(&log).metadata().is_ok_and(|log| log.len() > 0) {
        // without it the journal would be shown as it was some time ago
        let says = format!(
            "{} holds the newest records and cannot be read with the journal",
            Path::new(&log).display()
        );
        return Err(Error::new(ErrorKind::File, says)
            .hint("open the journal once as its owner, where it can be written"));
    }
    let uri = uri(path, ALONE)?;
    connect(
        Path::new(&uri),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
        key,
    )
}

/// A writable file in a folder where `SQLite` may not make its side files can only be read.
fn folder_refuses(path: &Path) -> Option<String> {
    let folder = super::beside::folder_of(path);
    let read_only = folder.metadata().is_ok_and(|m| m.permissions().readonly());
    read_only.then(|| format!("the folder {} cannot be written", folder.display()))
}

/// Refuses an `SQLite` file that another program made.
fn check_owner(connection: &Connection) -> Result<()> {
    // in this order: another process may be making the journal now, and marks it in the same moment as its tables
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if tables == 0 || application == migrate::APPLICATION {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::Journal,
        "this is a database of another program, not a trustline journal",
    )
    .hint("it was left as it is; choose another file with --journal"))
}

/// Tries again for as long as another process may hold the journal: changing its mode does not wait by itself.
fn patiently<T>(work: impl Fn() -> rusqlite::Result<T>) -> Result<T> {
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(5);
    let mut left = PATIENCE;
    loop {
        let busy = match work() {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                error
            }
            other => return Ok(other?),
        };
        left = left.checked_sub(PAUSE).ok_or(busy)?;
        std::thread::sleep(PAUSE);
    }
}

/// This device's number, drawn once for a journal file.
fn device(connection: &Connection, clock: &Clock, may_write: bool) -> Result<i64> {
    let known = "SELECT value FROM setting WHERE key = 'device'";
    let read = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    let found = connection.query_row(known, [], read).optional()?;
    if let Some(number) = found.and_then(|text| text.parse().ok()) {
        return Ok(number);
    }
    let drawn = clock.draw().cast_signed();
    // where there are revisions and no number, the file is damaged: opening it must not write in it
    let fresh = "SELECT NOT EXISTS (SELECT 1 FROM revision)";
    if may_write && connection.query_row(fresh, [], |row| row.get(0))? {
        connection.execute(
            "INSERT OR IGNORE INTO setting VALUES ('device', ?1)",
            [drawn.to_string()],
        )?;
        // another process may have been faster: what stands in the file counts
        let stands = connection.query_row(known, [], read)?;
        return Ok(stands.parse().unwrap_or(drawn));
    }
    Ok(drawn)
}
