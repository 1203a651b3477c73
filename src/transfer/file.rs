//! A file that leaves the house: written whole or not at all, for its owner only.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};
use crate::store::{is_database, may_write};

/// Where a file lies whose name was typed: in the user's own folder where it begins with `~/`, else, where it names no
/// folder, in the one given.
pub fn place(folder: &Path, name: &str) -> PathBuf {
    let home = name.strip_prefix("~/").zip(std::env::home_dir());
    home.map_or_else(|| folder.join(name), |(rest, home)| home.join(rest))
}

/// Writes a file whole or not at all, for its owner only; what is there is replaced only when that was asked for.
///
/// # Errors
/// `Refused` when it is there, `File` when it cannot be written.
pub fn write_file(
    path: &Path,
    force: bool,
    write: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    may_write(path, force)?;
    if is_database(path) {
        let says = format!("{} is a database, perhaps a journal", path.display());
        return Err(Error::refused(says)
            .hint("choose another name; to replace it nevertheless, delete it first"));
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
    let named = if force {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    named.map(drop).map_err(|e| fail(e.error))
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

    #[test]
    fn nothing_but_a_document_gives_way() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let mut say = |out: &mut dyn Write| Ok(out.write_all(b"one")?);
        let mut refused = |path: &Path, force| {
            let error = write_file(path, force, &mut say).expect_err("refused");
            assert_eq!(error.kind(), ErrorKind::Refused, "{error}");
        };
        // somebody's journal, a folder, a device
        let journal = b"SQLite format 3\0 and what somebody wrote";
        std::fs::write(at("journal.db"), journal).expect("written");
        refused(&at("journal.db"), true);
        assert_eq!(std::fs::read(at("journal.db")).expect("read"), journal);
        refused(folder.path(), true);
        if cfg!(unix) {
            refused(Path::new("/dev/null"), true);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_there_and_what_it_leads_to_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let mut say = |out: &mut dyn Write| Ok(out.write_all(b"one")?);
        std::fs::write(at("theirs"), "theirs").expect("written");
        for (name, to) in [("link", "theirs"), ("nowhere", "gone")] {
            std::os::unix::fs::symlink(at(to), at(name)).expect("a link");
            assert!(write_file(&at(name), false, &mut say).is_err(), "{name}");
            write_file(&at(name), true, &mut say).expect("written");
            assert_eq!(std::fs::read_to_string(at(name)).expect("read"), "one");
        }
        assert_eq!(
            std::fs::read_to_string(at("theirs")).expect("read"),
            "theirs"
        );
        assert!(!at("gone").exists());
    }
}
