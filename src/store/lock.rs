//! Whether a file is locked, and where its header lies: beside the journal, or at the end of a copy.
//!
//! A locked file begins with random bytes, as any noise does; its header says what it is. The journal's lies beside it,
//! because the file itself is the cipher's from its first page to its last. A copy is written once, so its header stands
//! after its last page, where `SQLite` does not look: one file is then enough to go back to.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::beside::{beside, folder_of, settled};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::{Header, Key, Keys};

/// What the name of a header's file ends in.
pub const KEY_END: &str = ".key";

/// How every file that is not locked begins.
const HEAD: &[u8; 16] = b"SQLite format 3\0";

/// The longest text that can be a header.
const LONGEST: u64 = 2048;

/// The last bytes of a file that carries its header: this, and the length of the header in eight digits.
const TAIL: &[u8; 8] = b"trustkey";

/// What a file is, by its first bytes and its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Nothing is there.
    Absent,
    /// An empty file.
    Empty,
    /// A database that is not locked.
    Plain,
    /// Locked by the key of this header. It may be empty as yet: where a header lies, nothing plain is ever written.
    Locked(Box<Header>),
    /// Something else, or a locked journal without its header.
    Foreign,
}

/// Looks at a file.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when its header is damaged.
pub fn state(path: &Path) -> Result<State> {
    let fail = |e| Error::file("read", path, e);
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(none) if none.kind() == std::io::ErrorKind::NotFound => return Ok(State::Absent),
        Err(e) => return Err(Error::file("open", path, e)),
    };
    let mut head = Vec::new();
    (&mut file)
        .take(HEAD.len() as u64)
        .read_to_end(&mut head)
        .map_err(fail)?;
    if head == HEAD {
        return Ok(State::Plain);
    }
    Ok(match header_of(path)? {
        Some(header) => State::Locked(Box::new(header)),
        None if head.is_empty() => State::Empty,
        None => State::Foreign,
    })
}

/// Where the header of a journal lies.
pub fn key_file(journal: &Path) -> PathBuf {
    beside(journal, KEY_END)
}

/// The header of a file: beside it, else at its end.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when it is damaged.
pub fn header_of(path: &Path) -> Result<Option<Header>> {
    match header_beside(path)? {
        None => at_end(path),
        found => Ok(found),
    }
}

/// The header that lies beside a journal, whether that is there or not.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when it is damaged.
pub fn header_beside(path: &Path) -> Result<Option<Header>> {
    let beside = key_file(path);
    match File::open(&beside) {
        Ok(file) => {
            let mut text = String::new();
            file.take(LONGEST)
                .read_to_string(&mut text)
                .map_err(|e| Error::file("read", &beside, e))?;
            Header::read(&text).map(Some)
        }
        Err(none) if none.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Error::file("open", &beside, e)),
    }
}

/// The header that a copy carries at its end.
fn at_end(path: &Path) -> Result<Option<Header>> {
    let fail = |e| Error::file("read", path, e);
    let mut file = File::open(path).map_err(fail)?;
    let long = file.seek(SeekFrom::End(0)).map_err(fail)?;
    let mut tail = [0; 16];
    if long < tail.len() as u64 {
        return Ok(None);
    }
    file.seek(SeekFrom::End(-16)).map_err(fail)?;
    file.read_exact(&mut tail).map_err(fail)?;
    let (mark, digits) = tail.split_at(TAIL.len());
    let length = std::str::from_utf8(digits)
        .ok()
        .and_then(|digits| digits.parse::<u64>().ok())
        .filter(|length| mark == TAIL && *length <= LONGEST && *length + 16 <= long);
    let Some(length) = length else {
        return Ok(None);
    };
    file.seek(SeekFrom::Start(long - 16 - length))
        .map_err(fail)?;
    let mut text = String::new();
    file.take(length).read_to_string(&mut text).map_err(fail)?;
    Header::read(&text).map(Some)
}

/// Puts a header at the end of a copy that nobody opens yet.
///
/// # Errors
/// When the disk refuses.
pub(super) fn append(copy: &mut File, header: &Header) -> std::io::Result<()> {
    let text = header.written();
    copy.seek(SeekFrom::End(0))?;
    copy.write_all(text.as_bytes())?;
    copy.write_all(TAIL)?;
    copy.write_all(format!("{:08}", text.len()).as_bytes())
}

/// Puts a header beside a journal, for its owner only: whole and durable, or as it was.
///
/// # Errors
/// `File` when the disk refuses.
pub(super) fn put_beside(journal: &Path, header: &Header) -> Result<()> {
    let to = key_file(journal);
    let folder = folder_of(journal);
    let fail = |e| Error::file("write", &to, e);
    // tempfile makes its files for their owner only
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    file.write_all(header.written().as_bytes()).map_err(fail)?;
    file.as_file().sync_all().map_err(fail)?;
    file.persist(&to).map_err(|e| fail(e.error))?;
    settled(folder)
}

/// The key that a file is locked with, and its header; `None`: it is not locked.
#[derive(Debug, Clone)]
pub(super) struct Lock {
    pub(super) key: Arc<Key>,
    pub(super) header: Header,
}

/// How a file that may be a database is to be opened.
///
/// # Errors
/// `Locked` when no key of the ring fits, `Journal` when it is something else.
pub(super) fn lock_of(path: &Path, keys: &Keys) -> Result<Option<Lock>> {
    match state(path)? {
        State::Absent | State::Empty | State::Plain => Ok(None),
        State::Locked(header) => match keys.find(header.id()) {
            Some(key) => Ok(Some(Lock {
                key: Arc::clone(key),
                header: *header,
            })),
            None => Err(locked(path)),
        },
        State::Foreign => Err(foreign(path)),
    }
}

/// The refusal of a file that is locked with a key that is not known.
pub(super) fn locked(path: &Path) -> Error {
    Error::new(ErrorKind::Locked, format!("{} is locked", path.display()))
        .hint("its passphrase opens it")
}

/// The refusal of a file that is no journal, as far as can be known.
pub(super) fn foreign(path: &Path) -> Error {
    let says = format!("{} is not a trustline journal", path.display());
    let key = key_file(path);
    let name = key.file_name().unwrap_or_default().to_string_lossy();
    Error::new(ErrorKind::Journal, says).hint(format!(
        "it was left as it is; a locked journal needs its file {name} beside it; to read a file into the journal: trustline import FILE"
    ))
}
