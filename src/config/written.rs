//! A file that the user writes for the program, read without harm: only a file, only text, never without end.

use std::io::Read;
use std::path::Path;

use crate::domain::text::line_at;
use crate::error::{Error, ErrorKind, Result};

/// The most that such a file holds, in bytes: a thousand times what anybody writes by hand.
const MOST: u64 = 1 << 20;

/// The text of a file; `None`: there is none.
///
/// # Errors
/// `File`, with the name and the reason: it cannot be read, is a folder, a pipe or a device (which could keep the
/// reader for ever), is larger than one megabyte, or no UTF-8 (with the line).
pub fn written(path: &Path) -> Result<Option<String>> {
    let fails = |source| Error::file("read", path, source);
    let there = match std::fs::metadata(path) {
        Ok(there) => there,
        Err(none) if none.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(fails(source)),
    };
    let refuse = |why: &str| {
        let says = format!("cannot read {}: {why}", path.display());
        Err(Error::new(ErrorKind::File, says))
    };
    if !there.is_file() {
        return refuse("it is a folder, a pipe or a device, and no file");
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(fails)?;
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(fails)?;
    if bytes.len() as u64 > MOST {
        return refuse("it is larger than one megabyte");
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let sound = error.utf8_error().valid_up_to();
            let line = line_at(&String::from_utf8_lossy(error.as_bytes()), sound);
            refuse(&format!("line {line} is not UTF-8"))
        }
    }
}
