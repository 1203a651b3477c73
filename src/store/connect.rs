//! One connection to a file, and how a path is told to `SQLite`.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, ErrorKind, Result};

/// How long another process may hold the journal before we say so.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// Opens a file that is there, for one thread.
///
/// # Errors
/// `File` when it cannot be opened.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|e| {
        let says = format!("cannot open {}: {e}", path.display());
        Error::new(ErrorKind::File, says).because(e)
    })
}

/// A path as a URI holds it: every byte that is no plain letter or digit by its number.
pub(super) fn escaped(path: &Path) -> String {
    let mut uri = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || *byte == b'/' {
            uri.push(char::from(*byte));
        } else {
            let _ = write!(uri, "%{byte:02x}");
        }
    }
    uri
}
