//! A journal that is locked: whether it is, a new one that never was anything else, and locking one that is there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Customs, Journal, Shelf};
use crate::clock::Clock;
use crate::error::{Error, ErrorKind, Result};
use crate::secret::{self, Cost, Header, Key, Keys, Passphrase};
use crate::store::{self, Covered, Lock, State};

/// What became of the backups of a journal that was locked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Covering {
    /// How many were written anew under the lock.
    pub locked: usize,
    /// How many have the key already, and their header was written anew.
    pub wrapped: usize,
    /// What is as it was, and why.
    pub left: Vec<(PathBuf, String)>,
}

impl Journal {
    /// The header of a journal that is locked; `None`: it is not, or there is none.
    ///
    /// # Errors
    /// `File` when it cannot be read, `Journal` when its header is damaged, `Locked` when that is not here.
    pub fn locked(path: &Path) -> Result<Option<Header>> {
        Ok(match store::state(path)? {
            State::Locked(header) => Some(*header),
            State::Absent => store::header_beside(path)?,
            State::Headless(_) => return Err(store::headless(path)),
            State::Empty | State::Plain | State::Foreign => None,
        })
    }

    /// Whether nothing lies there yet: no journal, and no header of one.
    ///
    /// # Errors
    /// As [`Journal::locked`].
    pub fn is_new(path: &Path) -> Result<bool> {
        Ok(match store::state(path)? {
            State::Absent => store::header_beside(path)?.is_none(),
            _ => false,
        })
    }

    /// Makes a new journal that is locked from its first byte: the header lies there before anything is written, and
    /// where a header lies nothing plain ever is.
    ///
    /// # Errors
    /// `Refused` when there is a journal, else as [`Journal::open`].
    pub fn make_locked(
        path: &Path,
        clock: Clock,
        customs: Customs,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<Self> {
        if !matches!(store::state(path)?, State::Absent | State::Empty) {
            let says = format!("there is a journal at {} already", path.display());
            return Err(Error::refused(says).hint("trustline lock locks it"));
        }
        let key = Key::draw()?;
        let header = Header::wrap(&key, passphrase, cost)?;
        store::make_locked(path, &header)?;
        Self::open_by(path, clock, customs.with_keys(Keys::of(key)))
    }
}

impl Shelf {
    /// The same with the keys that open what is locked.
    #[must_use]
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = keys;
        self
    }

    /// Refuses to go on where the journal cannot be locked or unlocked now, before anybody types a passphrase.
    ///
    /// # Errors
    /// `Locked` when this program was built without encryption, `Conflict` while another window has it open, else as
    /// opening it.
    pub fn can_recast(&self) -> Result<()> {
        secret::needs_built()?;
        self.open()?.refuse_in_use()
    }

    /// Locks the journal in its place, or locks a locked one with a new key; answers the lock. Its backups are as they
    /// were ([`Shelf::cover`]).
    ///
    /// # Errors
    /// `Conflict` while another window has it open, `File` when the disk refuses; the journal is as it was then.
    pub fn lock(&mut self, passphrase: &Passphrase, cost: Cost) -> Result<Lock> {
        secret::needs_built()?;
        let key = Key::draw()?;
        let header = Header::wrap(&key, passphrase, cost)?;
        let lock = Lock {
            key: Arc::new(key),
            header,
        };
        self.open()?.recast(Some(&lock))?;
        self.keys.share(&lock.key);
        Ok(lock)
    }

    /// Takes the lock off the journal, in its place. Its backups stay locked.
    ///
    /// # Errors
    /// As [`Shelf::lock`].
    pub fn unlock(&self) -> Result<()> {
        self.open()?.recast(None)
    }

    /// Puts the journal's key under another passphrase; answers the lock. Its backups are as they were.
    ///
    /// # Errors
    /// `Locked` when the key is not known, `File` when the disk refuses; the former passphrase stands then.
    pub fn rewrap(&self, passphrase: &Passphrase, cost: Cost) -> Result<Lock> {
        let key = self.own_lock()?.key;
        let header = Header::wrap(&key, passphrase, cost)?;
        store::rewrap(&self.journal, &header)?;
        Ok(Lock { key, header })
    }

    /// The lock of the journal as it stands.
    ///
    /// # Errors
    /// `Refused` when it is not locked, `Locked` when its key is not known.
    pub fn own_lock(&self) -> Result<Lock> {
        let header = Journal::locked(&self.journal)?
            .ok_or_else(|| Error::refused("the journal is not locked"))?;
        let key = self.keys.find(header.id()).ok_or_else(|| {
            Error::new(ErrorKind::Locked, "the journal is locked").hint("its passphrase opens it")
        })?;
        Ok(Lock {
            key: Arc::clone(key),
            header,
        })
    }

    /// Brings every backup under the journal's lock, each in its own place; `watch` hears how many are done of how many.
    /// What cannot be is as it was, and is named with the reason.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn cover(&self, lock: &Lock, watch: &mut dyn FnMut(usize, usize)) -> Result<Covering> {
        let (backups, aside): (Vec<_>, Vec<_>) = self
            .names()?
            .into_iter()
            .partition(|(name, _)| name.why.is_backup());
        let mut done = Covering::default();
        for (n, (_, path)) in backups.iter().enumerate() {
            watch(n, backups.len());
            match store::cover(path, lock, &self.keys) {
                Ok(Covered::Already) => {}
                Ok(Covered::Locked) => done.locked += 1,
                Ok(Covered::Wrapped) => done.wrapped += 1,
                Err(error) => done.left.push((path.clone(), error.says().to_owned())),
            }
        }
        for (_, path) in aside {
            if !matches!(store::state(&path), Ok(State::Locked(_))) {
                let why = "damaged, and kept byte for byte; delete it once you do not need it";
                done.left.push((path, why.to_owned()));
            }
        }
        done.left.extend(self.unfinished());
        Ok(done)
    }

    /// How many backups can be read without a passphrase.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn plain(&self) -> Result<Vec<PathBuf>> {
        let is_plain = |path: &PathBuf| matches!(store::state(path), Ok(State::Plain));
        let paths = self.names()?.into_iter().map(|(_, path)| path);
        Ok(paths.filter(is_plain).collect())
    }

    /// Copies that a process which was killed left half written, and that can be read.
    fn unfinished(&self) -> Vec<(PathBuf, String)> {
        let folder = self.folder();
        let Ok(there) = folder.read_dir() else {
            return Vec::new();
        };
        let ours = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            name.is_some_and(|name| name.starts_with(".unfinished-"))
                && matches!(store::state(path), Ok(State::Plain))
        };
        let paths = there.flatten().map(|entry| entry.path()).filter(ours);
        let why = "half of a backup that was cut short; delete it unless one is being made now";
        paths.map(|path| (path, why.to_owned())).collect()
    }

    /// Whether locking the journal was cut short before its backups were.
    ///
    /// # Errors
    /// When the journal cannot be opened.
    pub fn owes_backups(&self) -> Result<bool> {
        self.open()?.owes_backups()
    }

    /// Notes that the backups are as their owner wants them.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn backups_are_settled(&self) -> Result<()> {
        self.open()?.backups_are_settled()
    }

    /// Puts the header of a locked journal back beside it that is not there any more or cannot be read, where a backup
    /// carries it; answers that backup.
    ///
    /// # Errors
    /// `File` when the journal cannot be read or the header not be written.
    pub fn find_header(&self) -> Result<Option<PathBuf>> {
        let Some(id) = store::wanting(&self.journal) else {
            return Ok(None);
        };
        for (_, path) in self.names().unwrap_or_default() {
            let carried = store::header_at_end(&path).ok().flatten();
            if let Some(header) = carried.filter(|header| header.id() == id) {
                store::put_found(&self.journal, &header)?;
                return Ok(Some(path));
            }
        }
        Ok(None)
    }
}
