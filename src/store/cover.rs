//! Bringing a backup under a journal's lock, in its own place; and a journal's key under another passphrase.

use std::io::Read;
use std::path::Path;

use tempfile::NamedTempFile;

use super::backup::{UNFINISHED, look};
use super::beside::{folder_of, settled};
use super::blot::blot;
use super::hold::hold;
use super::lock::{Lock, State, append, key_file, pages, put_beside, state};
use super::recast::{recopied, refuse_second_name};
use crate::error::{Error, Result};
use crate::secret::{Header, Keys};

/// What was done to a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// It was locked so already.
    Already,
    /// It was written anew under the lock.
    Locked,
    /// It has the same key, and its header was written anew.
    Wrapped,
}

/// Brings a backup under a lock: checked first, replaced in one step, its former bytes overwritten.
///
/// # Errors
/// `Journal` when it is damaged, `Locked` when its key is not known, `Refused` when its file has a second name, `File`
/// when the disk refuses. It is as it was then.
pub fn cover(path: &Path, lock: &Lock, keys: &Keys) -> Result<Covered> {
    let done = match state(path)? {
        State::Locked(header) if *header == lock.header => return Ok(Covered::Already),
        State::Locked(header) if header.id() == lock.key.id() => Covered::Wrapped,
        _ => Covered::Locked,
    };
    let held = look(path, true, keys)?;
    refuse_second_name(path)?;
    let folder = folder_of(path);
    let fail = |e| Error::file("write in", folder, e);
    let mut new = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .suffix(".db")
        .tempfile_in(folder)
        .map_err(fail)?;
    if done == Covered::Wrapped {
        pages_of(path, &mut new)?;
    } else {
        recopied(path, new.path(), keys, Some(lock))?;
    }
    append(new.as_file_mut(), &lock.header).map_err(fail)?;
    new.as_file().sync_all().map_err(fail)?;
    if look(new.path(), true, keys)? != held {
        let says = format!("{} could not be written anew as it is", path.display());
        return Err(Error::new(crate::error::ErrorKind::Journal, says)
            .hint("look at the disk; the backup was not changed"));
    }
    let former = hold(path).map_err(|e| Error::file("open", path, e))?;
    new.persist(path)
        .map_err(|e| Error::file("write", path, e.error))?;
    settled(folder)?;
    blot(former.file()).map_err(|e| Error::file("overwrite the former", path, e))?;
    // its header may have lain beside it
    let _ = std::fs::remove_file(key_file(path));
    Ok(done)
}

/// Copies the pages of a locked copy, without the header at its end.
fn pages_of(path: &Path, new: &mut NamedTempFile) -> Result<()> {
    let fail = |e| Error::file("copy", path, e);
    let from = std::fs::File::open(path).map_err(fail)?;
    let pages = pages(path).map_err(fail)?;
    std::io::copy(&mut from.take(pages), new).map_err(fail)?;
    Ok(())
}

/// Puts a header in the place of the one beside a journal: the same key under another passphrase.
///
/// # Errors
/// `File` when the disk refuses; the former one stands then.
pub fn rewrap(journal: &Path, header: &Header) -> Result<()> {
    put_beside(journal, header)
}
