//! Handles on the files of open journals, held for as long as their connections: closing any other would cost their locks.
//!
//! POSIX takes all locks of a process on a file away as soon as the process closes *any* handle on it. `SQLite` minds that
//! among its own connections; a file that we open beside one, only to look at its first bytes, would take them away
//! unseen. Another process that closes the journal then takes itself for the last one and removes the log in which the
//! first goes on writing. So whoever looks into a file that may be a journal does it by [`peek`].

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use crate::error::Error;

/// A file that a connection is open on.
#[derive(Debug)]
pub(super) struct Held {
    file: File,
    /// Why it cannot be written.
    refuses: Option<String>,
    /// Which file it is, whatever it is called now.
    which: Option<Which>,
    /// A handle from before it could be written: closing it would cost the locks, too.
    _before: Option<Arc<Held>>,
}

type Which = (u64, u64);

/// What this process holds.
static ALL: Mutex<Vec<Weak<Held>>> = Mutex::new(Vec::new());

fn all() -> MutexGuard<'static, Vec<Weak<Held>>> {
    // nothing is left half done under it
    ALL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds a file, before a connection is opened on it; drop it after the connection.
///
/// # Errors
/// When it can neither be written nor read.
pub(super) fn hold(path: &Path) -> io::Result<Arc<Held>> {
    let mut all = all();
    let before = held(&all, path);
    if let Some(held) = before.as_ref().filter(|held| held.refuses.is_none()) {
        return Ok(Arc::clone(held));
    }
    let (file, refuses) = match OpenOptions::new().read(true).write(true).open(path) {
        Ok(file) => (file, None),
        Err(_) if before.is_some() => return before.ok_or_else(|| io::ErrorKind::Other.into()),
        Err(why) => {
            let says = Error::file("write", path, why).says().to_owned();
            (File::open(path)?, Some(says))
        }
    };
    let which = which(&file.metadata()?);
    let held = Arc::new(Held {
        file,
        refuses,
        which,
        _before: before,
    });
    all.retain(|one| one.strong_count() > 0);
    all.push(Arc::downgrade(&held));
    Ok(held)
}

/// Looks into a file by a handle whose closing takes no lock away.
///
/// # Errors
/// When it cannot be opened, and what the look says.
pub(super) fn peek<T>(path: &Path, look: impl FnOnce(&File) -> io::Result<T>) -> io::Result<T> {
    // nobody begins to hold it between the opening and the closing of another handle
    let all = all();
    match held(&all, path) {
        Some(held) => look(&held.file),
        None => look(&File::open(path)?),
    }
}

fn held(all: &[Weak<Held>], path: &Path) -> Option<Arc<Held>> {
    let wanted = which(&path.metadata().ok()?)?;
    let fits = |one: &Arc<Held>| one.which == Some(wanted);
    all.iter().rev().filter_map(Weak::upgrade).find(fits)
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "other systems have no such number"
)]
fn which(there: &std::fs::Metadata) -> Option<Which> {
    use std::os::unix::fs::MetadataExt;
    Some((there.dev(), there.ino()))
}

#[cfg(not(unix))]
fn which(_: &std::fs::Metadata) -> Option<Which> {
    None
}

impl Held {
    /// Why it cannot be written; `None`: it can.
    pub(super) fn refuses(&self) -> Option<&str> {
        self.refuses.as_deref()
    }

    /// Whether it is still what a path leads to.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        path.metadata()
            .is_ok_and(|there| which(&there) == self.which)
    }

    /// The handle, for writing over all of it.
    pub(super) fn file(&self) -> &File {
        &self.file
    }
}

/// Reads from a place in a file as much as is there and fits, without moving the handle.
///
/// # Errors
/// When the disk refuses.
pub(super) fn read_at(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    let mut done = 0;
    while done < into.len() {
        match once(file, &mut into[done..], at + done as u64) {
            Ok(0) => break,
            Ok(some) => done += some,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(done)
}

#[cfg(unix)]
fn once(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, at)
}

#[cfg(not(unix))]
fn once(mut file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    use std::io::{Read, Seek, SeekFrom};
    file.seek(SeekFrom::Start(at))?;
    file.read(into)
}
