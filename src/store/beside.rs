//! What lies beside a file: its folder, whose names can be made durable, and its side files.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};

/// The folder in which a file lies.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The path of one of `SQLite`'s side files.
pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Makes a new file for its owner only.
pub(super) fn own_file(path: &Path) -> Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map_err(|e| Error::file("write", path, e))
}

/// Makes the names of a folder durable.
pub(super) fn settled(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|e| Error::file("write", folder, e))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// What is done, and may not outlast a power cut: the folder that holds the new name could not be brought to the disk.
pub(super) fn unsettled(done: &str, error: &Error) -> Error {
    let says = format!(
        "{done}; but whether that outlasts a power cut is not known: {}",
        error.says()
    );
    Error::new(ErrorKind::File, says)
        .hint("look at the disk; nothing needs to be done again unless trustline doctor says so")
}
