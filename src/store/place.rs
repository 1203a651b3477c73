//! Whether a file may be written at a place: nothing that is there is lost unasked, and nothing but a file gives way.

use std::path::Path;

use super::lock::{State, state};
use crate::error::{Error, Result};

/// Looks whether a file may be written at a place. A link counts as itself, wherever it leads: it is there, and with
/// `force` the file takes its place, not that of what it leads to.
///
/// # Errors
/// `Refused` when something is there and `force` is not given, or when it is a folder, a pipe or a device.
pub fn may_write(path: &Path, force: bool) -> Result<()> {
    let Ok(there) = std::fs::symlink_metadata(path) else {
        return Ok(());
    };
    let shown = path.display();
    if !there.is_file() && !there.is_symlink() {
        let says = format!("{shown} is there, and is no file that could be replaced");
        return Err(Error::refused(says).hint("choose another name"));
    }
    if force {
        return Ok(());
    }
    Err(Error::refused(format!("{shown} is there already"))
        .hint("choose another name, or add --force to replace it"))
}

/// Whether a file is a database, perhaps somebody's journal, locked or not: a document never takes its place.
pub fn is_database(path: &Path) -> bool {
    // what cannot be read to its end may be one
    path.is_file() && is_journal(path).unwrap_or(true)
}

/// Whether a file can be a journal: it begins as a database does, or is locked.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when its header is damaged.
pub(super) fn is_journal(path: &Path) -> Result<bool> {
    let there = path.metadata().map_err(|e| Error::file("open", path, e))?;
    // a pipe is not opened: that would wait for somebody to write into it
    Ok(there.is_file() && matches!(state(path)?, State::Plain | State::Locked(_)))
}
