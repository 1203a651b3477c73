//! A file that leaves the house: written whole or not at all, for its owner only.

use std::io::Write;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

/// Writes a file whole or not at all, for its owner only; what is there is replaced only when that was asked for.
///
/// # Errors
/// `Refused` when it is there, `File` when it cannot be written.
pub fn write_file(
    path: &Path,
    force: bool,
    write: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    if path.exists() && !force {
        return Err(
            Error::refused(format!("{} is there already", path.display()))
                .hint("choose another name, or add --force to replace it"),
        );
    }
    let folder = path
        .parent()
        .filter(|f| !f.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let fail = |e: std::io::Error| Error::file("write", path, e);
    let mut file = tempfile::Builder::new()
        .prefix(".trustline-")
        .tempfile_in(folder)
        .map_err(fail)?;
    {
        let mut out = std::io::BufWriter::new(&mut file);
        write(&mut out).map_err(|error| match error.kind() {
            ErrorKind::File => {
                let says = format!("cannot write {}: {}", path.display(), error.says());
                Error::new(ErrorKind::File, says)
                    .hint("nothing was written; make room, or choose another place")
            }
            _ => error,
        })?;
        out.flush().map_err(fail)?;
    }
    file.as_file().sync_all().map_err(fail)?;
    file.persist(path).map_err(|e| fail(e.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_kept_unless_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("brief.md");
        let mut say = |out: &mut dyn Write| Ok(out.write_all(b"one")?);
        write_file(&path, false, &mut say).expect("written");
        assert!(write_file(&path, false, &mut say).is_err());
        let mut fail = |_: &mut dyn Write| Err(Error::input("half-way"));
        assert!(write_file(&path, true, &mut fail).is_err());
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "one");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
