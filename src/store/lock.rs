//! Whether a file is locked, and where its header lies: beside the journal, or at the end of a copy.
//!
//! A locked file names its key in its first bytes; the header of that key opens it. The journal's lies beside it, because
//! the file itself is the cipher's from its first page to its last. A copy is written once, so its header stands
//! after its last page, where `SQLite` does not look: one file is then enough to go back to.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::beside::{beside, folder_of, settled, unsettled};
use super::hold::{peek, read_at};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::{Header, Key, KeyId, Keys};

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
    /// Locked with this key, and no header of it is here.
    Headless(KeyId),
    /// Something else.
    Foreign,
}

/// Looks at a file.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when its header is damaged.
pub fn state(path: &Path) -> Result<State> {
    // a pipe would keep us waiting for whoever writes into it
    if path.metadata().is_ok_and(|there| !there.is_file()) {
        return Ok(State::Foreign);
    }
    let mut head = [0; HEAD.len()];
    let long = match peek(path, |file| read_at(file, &mut head, 0)) {
        Ok(long) => long,
        Err(none) if none.kind() == std::io::ErrorKind::NotFound => return Ok(State::Absent),
        Err(e) => return Err(Error::file("read", path, e)),
    };
    if head == *HEAD {
        return Ok(State::Plain);
    }
    if long == 0 {
        let header = header_beside(path)?;
        return Ok(header.map_or(State::Empty, |header| State::Locked(Box::new(header))));
    }
    let Some(id) = KeyId::of(&head) else {
        return Ok(State::Foreign);
    };
    let header = header_with(path, id)?;
    Ok(header.map_or(State::Headless(id), |header| {
        State::Locked(Box::new(header))
    }))
}

/// Where the header of a journal lies.
pub fn key_file(journal: &Path) -> PathBuf {
    // the files of a journal lie beside it, not beside a link to it
    let is_link = std::fs::symlink_metadata(journal).is_ok_and(|there| there.is_symlink());
    match std::fs::canonicalize(journal) {
        Ok(whole) if is_link => beside(&whole, KEY_END),
        _ => beside(journal, KEY_END),
    }
}

/// Where the header of the key that is about to be a journal's lies.
pub(super) fn new_key_file(journal: &Path) -> PathBuf {
    beside(&key_file(journal), ".new")
}

/// The header that lies beside a journal, whether that is there or not.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when it is damaged.
pub fn header_beside(path: &Path) -> Result<Option<Header>> {
    header_in(&key_file(path))
}

/// The header of a key: beside a file, or at its end.
fn header_with(path: &Path, id: KeyId) -> Result<Option<Header>> {
    let all = [
        header_beside(path),
        header_in(&new_key_file(path)),
        header_at_end(path),
    ];
    let mut fault = None;
    for one in all {
        match one {
            Ok(Some(header)) if header.id() == id => return Ok(Some(header)),
            Ok(_) => {}
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    fault.map_or(Ok(None), Err)
}

/// The header in a file of its own.
pub(super) fn header_in(file: &Path) -> Result<Option<Header>> {
    match File::open(file) {
        Ok(open) => {
            let mut bytes = Vec::new();
            open.take(LONGEST)
                .read_to_end(&mut bytes)
                .map_err(|e| Error::file("read", file, e))?;
            Header::read(&String::from_utf8_lossy(&bytes)).map(Some)
        }
        Err(none) if none.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Error::file("open", file, e)),
    }
}

/// The header that a copy carries at its end.
///
/// # Errors
/// `File` when it cannot be read, `Journal` when it is damaged.
pub fn header_at_end(path: &Path) -> Result<Option<Header>> {
    let end = end_of(path).map_err(|e| Error::file("read", path, e))?;
    end.map(|(_, text)| Header::read(&String::from_utf8_lossy(&text)))
        .transpose()
}

/// How many bytes of a file are its pages, without a header at its end.
///
/// # Errors
/// When the disk refuses.
pub(super) fn pages(path: &Path) -> std::io::Result<u64> {
    let whole = path.metadata()?.len();
    Ok(end_of(path)?.map_or(whole, |(at, _)| at))
}

/// Where the header at the end of a file begins, and its text.
fn end_of(path: &Path) -> std::io::Result<Option<(u64, Vec<u8>)>> {
    peek(path, |file| {
        let long = file.metadata()?.len();
        let mut tail = [0; 16];
        if long < 16 || read_at(file, &mut tail, long - 16)? < 16 {
            return Ok(None);
        }
        let (mark, digits) = tail.split_at(TAIL.len());
        let length = std::str::from_utf8(digits).ok();
        let length = length.and_then(|digits| digits.parse::<u64>().ok());
        let fits = |length: &u64| mark == TAIL && *length <= LONGEST && *length + 16 <= long;
        let Some(length) = length.filter(fits) else {
            return Ok(None);
        };
        let mut text = vec![0; usize::try_from(length).unwrap_or(0)];
        let at = long - 16 - length;
        read_at(file, &mut text, at)?;
        Ok(Some((at, text)))
    })
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

/// The key of a locked journal whose header is not beside it, or is and cannot be read; `None`: there is nothing to look
/// for, or the header is of a newer form.
pub fn wanting(path: &Path) -> Option<KeyId> {
    match state(path) {
        Ok(State::Headless(id)) => return Some(id),
        Err(error) if error.kind() == ErrorKind::Journal => {}
        _ => return None,
    }
    let bytes = std::fs::read(key_file(path)).ok()?;
    if Header::is_newer(&String::from_utf8_lossy(&bytes)) {
        return None;
    }
    let mut head = [0; HEAD.len()];
    peek(path, |file| read_at(file, &mut head, 0)).ok()?;
    KeyId::of(&head)
}

/// Puts a header found elsewhere beside a journal; what lay there and does not open it is kept under a name
/// of its own.
///
/// # Errors
/// `File` when the disk refuses.
pub fn put_found(journal: &Path, header: &Header) -> Result<()> {
    let key = key_file(journal);
    if key.exists() {
        let kept = beside(&key, ".aside");
        std::fs::rename(&key, &kept).map_err(|e| Error::file("write", &kept, e))?;
    }
    put_beside(journal, header)
}

/// Puts a header beside a journal, for its owner only: whole and durable, or as it was.
///
/// # Errors
/// `File` when the disk refuses.
pub(super) fn put_beside(journal: &Path, header: &Header) -> Result<()> {
    put(&key_file(journal), header)
}

/// Puts a header into a file of its own.
pub(super) fn put(to: &Path, header: &Header) -> Result<()> {
    let folder = folder_of(to);
    let fail = |e| Error::file("write", to, e);
    // tempfile makes its files for their owner only
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    file.write_all(header.written().as_bytes()).map_err(fail)?;
    file.as_file().sync_all().map_err(fail)?;
    file.persist(to).map_err(|e| fail(e.error))?;
    settled(folder).map_err(|error| unsettled(&format!("{} is written", to.display()), &error))
}

/// A key, and the header in which it lies wrapped.
#[derive(Debug, Clone)]
pub struct Lock {
    /// The key.
    pub key: Arc<Key>,
    /// Its header.
    pub header: Header,
}

/// How a file that may be a database is to be opened; `None`: it is not locked.
///
/// # Errors
/// `Locked` when no key of the ring fits or its header is not here, `Journal` when it is something else.
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
        State::Headless(_) => Err(headless(path)),
        State::Foreign => Err(foreign(path)),
    }
}

/// The refusal of a file that is locked with a key that is not known.
fn locked(path: &Path) -> Error {
    Error::new(ErrorKind::Locked, format!("{} is locked", path.display()))
        .hint("its passphrase opens it")
}

/// The refusal of a locked file without its header.
pub fn headless(path: &Path) -> Error {
    let key = key_file(path);
    let name = key.file_name().unwrap_or_default().to_string_lossy();
    let says = format!(
        "{} is locked, and its header is not beside it ({name})",
        path.display()
    );
    Error::new(ErrorKind::Locked, says).hint(format!(
        "nothing opens it without that: put {name} back from a copy; every backup of the journal carries one"
    ))
}

/// The refusal of a file that is no journal, as far as can be known.
fn foreign(path: &Path) -> Error {
    if header_beside(path).is_ok_and(|header| header.is_some()) {
        let says = format!(
            "{} is damaged: it does not begin as a locked journal does",
            path.display()
        );
        return Error::new(ErrorKind::Journal, says)
            .hint("keep it as it is, and go back to a backup: trustline backups");
    }
    let says = format!("{} is not a trustline journal", path.display());
    Error::new(ErrorKind::Journal, says)
        .hint("it was left as it is; to read a file into the journal: trustline import FILE")
}
