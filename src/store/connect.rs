//! One connection to a file, plain or locked, and how a path is told to `SQLite`.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};
use crate::secret::Key;

/// How long another process may hold the journal before we say so.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// How long one waits between two looks whether the journal is free.
const NAP: std::time::Duration = std::time::Duration::from_millis(2);

/// Has a connection wait for the others. `SQLite`'s own waiting naps for up to a tenth of a second at a time: among eight
/// hands that write without a pause, one would find it taken at each of its fifty looks. Short naps give every hand
/// its turn.
pub(super) fn be_patient(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.busy_handler(Some(|looks| {
        let waits = u32::try_from(looks).is_ok_and(|looks| NAP * looks < PATIENCE);
        if waits {
            std::thread::sleep(NAP);
        }
        waits
    }))
}

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

/// Gives a connection one more file under a name; with a key, what is written and read there goes through the cipher.
///
/// # Errors
/// When it cannot be opened, `Locked` when there is no cipher in this program.
pub(super) fn attach(
    connection: &Connection,
    name: &str,
    uri: &str,
    key: Option<&Key>,
) -> Result<()> {
    // without a word about the key the file would get that of the connection
    let sql = format!("ATTACH ?1 AS {name} KEY ?2");
    match key {
        None if !has_cipher(connection) => {
            connection.execute(&format!("ATTACH ?1 AS {name}"), [uri])?
        }
        None => connection.execute(&sql, [uri, ""])?,
        Some(key) => {
            needs_cipher(connection)?;
            connection.execute(&sql, [uri, key.literal().as_str()])?
        }
    };
    Ok(())
}

/// Gives a connection its key, before anything is read.
fn unlock(connection: &Connection, key: &Key) -> Result<()> {
    needs_cipher(connection)?;
    let literal = key.literal();
    let mut sql = Zeroizing::new(String::with_capacity(128));
    let _ = write!(sql, "PRAGMA key = \"{}\"", literal.as_str());
    connection.execute_batch(&sql)?;
    Ok(())
}

/// Refuses where the library that would encrypt is not really there.
///
/// # Errors
/// `Locked`, with the build that is needed.
fn needs_cipher(connection: &Connection) -> Result<()> {
    // plain SQLite takes a key in silence and writes in the open
    if !has_cipher(connection) {
        return Err(no_cipher());
    }
    // else what it finds amiss goes to the standard error, over the screen
    Ok(connection.execute_batch("PRAGMA cipher_log_level = NONE")?)
}

fn has_cipher(connection: &Connection) -> bool {
    let version = connection.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0));
    crate::secret::BUILT && answers(version)
}

/// Whether what was answered to the question for the cipher's version is one.
fn answers(version: rusqlite::Result<String>) -> bool {
    version.is_ok_and(|version| !version.is_empty())
}

/// The refusal of a program that cannot encrypt.
pub(super) fn no_cipher() -> Error {
    Error::new(
        ErrorKind::Locked,
        "this trustline was built without encryption, and the journal is locked",
    )
    .hint("build it with its default features: cargo install --path .")
}

/// How a file is read that nobody writes: no file is left beside it.
pub(super) const ALONE: &str = "immutable=1";
/// How a file is read that others may be writing.
pub(super) const SHARED: &str = "mode=ro";

/// A file as a URI, with how it is to be opened.
///
/// # Errors
/// When the process stands in a folder that is gone.
pub(super) fn uri(path: &Path, how: &str) -> Result<String> {
    Ok(format!(
        "file:{}?{how}",
        escaped(&std::path::absolute(path)?)
    ))
}

/// A path as a URI holds it: every byte that is no plain letter or digit by its number.
fn escaped(path: &Path) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_cannot_encrypt_is_not_trusted_with_a_key() {
        // plain SQLite answers the question with no row, an empty one with no version
        assert!(!answers(Err(rusqlite::Error::QueryReturnedNoRows)));
        assert!(!answers(Ok(String::new())));
        let connection = Connection::open_in_memory().expect("a connection");
        assert_eq!(has_cipher(&connection), crate::secret::BUILT);
        assert_eq!(needs_cipher(&connection).is_ok(), crate::secret::BUILT);
        let says = no_cipher();
        assert_eq!(says.kind(), ErrorKind::Locked);
        assert!(
            says.hint_text()
                .is_some_and(|hint| hint.contains("default features"))
        );
    }
}
