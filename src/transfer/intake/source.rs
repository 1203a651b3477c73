//! Where a table's bytes come from: a file, read as often as needed, or a stream that is held in memory.

use std::fs::{File, Metadata};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::shown;
use crate::error::{Error, ErrorKind, Result};

/// The most that a stream (standard input, a pipe) may bring; a file may be of any size.
pub const MOST_STREAMED: u64 = 64 << 20;

/// Bytes that can be read from their start more than once.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    bytes: Bytes,
}

#[derive(Debug, Clone)]
enum Bytes {
    File(PathBuf, Stand),
    Held(Arc<[u8]>),
}

/// How a file stood when it was named: its length, and when it was written last.
type Stand = (u64, Option<SystemTime>);

impl Source {
    /// A file. A pipe or a device is read to its end at once, as [`Source::stream`].
    ///
    /// # Errors
    /// When it does not exist, is a folder or cannot be opened.
    pub fn file(path: &Path) -> Result<Self> {
        let fail = |source| Error::file("read", path, source);
        let about = std::fs::metadata(path).map_err(fail)?;
        if about.is_dir() {
            let path = shown(&path.to_string_lossy());
            let says = format!("{path} is a folder, not a table");
            return Err(Error::new(ErrorKind::File, says).hint("name the file inside it"));
        }
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        let mut file = File::open(path).map_err(fail)?;
        if about.is_file() {
            Ok(Self {
                name,
                bytes: Bytes::File(path.to_owned(), stand(&about)),
            })
        } else {
            Self::stream(&name, &mut file)
        }
    }

    /// A stream, read to its end into memory: at most [`MOST_STREAMED`] bytes.
    ///
    /// # Errors
    /// When it cannot be read, or is larger.
    pub fn stream(name: &str, from: &mut dyn Read) -> Result<Self> {
        let mut bytes = Vec::new();
        from.take(MOST_STREAMED + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MOST_STREAMED {
            return Err(Error::input(format!("{name} is larger than 64 MiB"))
                .hint("save it as a file and import that"));
        }
        Ok(Self::held(name, bytes))
    }

    /// Bytes that are there already.
    pub fn held(name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: Bytes::Held(bytes.into()),
        }
    }

    /// What it is called in sentences: a file's name without its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its bytes from the start. A file is read more than once, and must be the same each time: its end is an error when
    /// it was written to since it was named.
    ///
    /// # Errors
    /// When the file cannot be opened any more.
    pub fn open(&self) -> Result<Box<dyn Read>> {
        Ok(match &self.bytes {
            Bytes::File(path, stood) => Box::new(Watched {
                file: File::open(path).map_err(|source| Error::file("read", path, source))?,
                stood: *stood,
            }),
            Bytes::Held(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }
}

fn stand(about: &Metadata) -> Stand {
    (about.len(), about.modified().ok())
}

/// A file that must not change while it is read.
struct Watched {
    file: File,
    stood: Stand,
}

impl Read for Watched {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(into)?;
        if read == 0 && !into.is_empty() && stand(&self.file.metadata()?) != self.stood {
            return Err(std::io::Error::other(
                "the file was written to while it was read",
            ));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_read_has_no_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("t.csv");
        std::fs::write(&path, "one\ntwo\n").expect("written");
        let source = Source::file(&path).expect("a file");
        let read = || {
            let mut text = String::new();
            let done = source.open().expect("opens").read_to_string(&mut text);
            done.map(|_| text)
        };
        assert_eq!(read().expect("read"), "one\ntwo\n");
        assert_eq!(read().expect("read again"), "one\ntwo\n");
        let mut half = source.open().expect("opens");
        half.read_exact(&mut [0; 4]).expect("read");
        for changed in ["one\n", "one\ntwo\nthree\n"] {
            std::fs::write(&path, changed).expect("written");
            let says = read().expect_err("an end").to_string();
            assert!(says.contains("written to while it was read"), "{says}");
            assert!(half.read_to_end(&mut Vec::new()).is_err());
        }
    }
}
