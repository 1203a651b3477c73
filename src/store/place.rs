//! Whether a file may be written at a place: nothing that is there is lost unasked, and nothing but a file gives way.

use std::io::Read;
use std::path::Path;

use crate::error::{Error, Result};

/// How every file of a journal begins.
pub(super) const HEAD: &[u8; 16] = b"SQLite format 3\0";

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

/// Whether a file is a database, perhaps somebody's journal: a document never takes its place.
pub fn is_database(path: &Path) -> bool {
    let mut head = [0; HEAD.len()];
    let file = path.is_file().then(|| std::fs::File::open(path));
    let Some(Ok(mut file)) = file else {
        return false;
    };
    file.read_exact(&mut head).is_ok() && &head == HEAD
}
