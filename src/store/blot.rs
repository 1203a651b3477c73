//! Writing zeros over what nobody is to read any more, before it is taken away.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use super::beside::beside;

/// Writes zeros over a file to its end, durably; its length stays.
///
/// # Errors
/// When the disk refuses.
pub(super) fn blot(mut file: &File) -> io::Result<()> {
    use std::io::{Seek, SeekFrom, Write};
    const SOME: usize = 1 << 13;
    let mut left = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let some = usize::try_from(left).map_or(SOME, |left| left.min(SOME));
        file.write_all(&[0; SOME][..some])?;
        left -= some as u64;
    }
    file.sync_all()
}

/// Writes zeros over a file that nobody opens, and takes it away; one that is not there is no failure. Of a link only the
/// link goes: where it leads may be somebody else's.
///
/// # Errors
/// When the disk refuses.
pub fn blot_out(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Err(none) if none.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(e),
        Ok(there) => {
            if there.is_file() {
                blot(&OpenOptions::new().write(true).open(path)?)?;
            }
            std::fs::remove_file(path)
        }
    }
}

/// The same with a database that nobody opens and all that `SQLite` left beside it: its logs first.
///
/// # Errors
/// As [`blot_out`].
pub fn blot_out_whole(database: &Path) -> io::Result<()> {
    for end in ["-journal", "-wal", "-shm"] {
        blot_out(&beside(database, end))?;
    }
    blot_out(database)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_goes_with_its_logs_and_a_link_goes_alone() {
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name);
        std::fs::write(at("j.db"), vec![7; 20_000]).expect("a file");
        std::fs::write(at("j.db-wal"), "words").expect("its log");
        std::fs::write(at("theirs"), "words of somebody else").expect("a file");
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("theirs"), at("j.db-shm")).expect("a link");
        let open = File::options().read(true).write(true).open(at("j.db"));
        let open = open.expect("a second hand on it");
        blot_out_whole(&at("j.db")).expect("gone");
        let left: Vec<_> = home.path().read_dir().expect("a list").collect();
        assert_eq!(left.len(), 1);
        let theirs = std::fs::read_to_string(at("theirs")).expect("still there");
        assert_eq!(theirs, "words of somebody else");
        // what the disk held of it is zeros
        let bytes: Vec<u8> = std::io::Read::bytes(&open).flatten().collect();
        assert!(bytes.len() == 20_000 && bytes.iter().all(|byte| *byte == 0));
        blot_out_whole(&at("j.db")).expect("what is gone is gone");
    }
}
