//! One connection to a file, plain or locked, and how a path is told to `SQLite`.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};
use crate::secret::Key;

/// How long another process may hold the journal before we say so.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// Opens a file that is there, for one thread; with a key, what is written and read goes through the cipher.
///
/// # Errors
/// `File` when it cannot be opened, `Locked` when there is no cipher in this program.
pub(super) fn connect(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Result<Connection> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|e| {
        let says = format!("cannot open {}: {e}", path.display());
        Error::new(ErrorKind::File, says).because(e)
    })?;
    if let Some(key) = key {
        unlock(&connection, key)?;
    }
    Ok(connection)
}

/// Gives a connection its key, before anything is read.
fn unlock(connection: &Connection, key: &Key) -> Result<()> {
    // plain SQLite takes the key in silence and writes in the open
    let cipher = connection.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0));
    if !crate::secret::BUILT || cipher.map_or(true, |version| version.is_empty()) {
        return Err(no_cipher());
    }
    // else what it finds amiss goes to the standard error, over the screen
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let literal = key.literal();
    let mut sql = Zeroizing::new(String::with_capacity(96));
    let _ = write!(sql, "PRAGMA key = \"{}\"", literal.as_str());
    connection.execute_batch(&sql)?;
    Ok(())
}

fn no_cipher() -> Error {
    Error::new(
        ErrorKind::Locked,
        "this trustline was built without encryption, and the journal is locked",
    )
    .hint("build it with its default features: cargo install --path .")
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
