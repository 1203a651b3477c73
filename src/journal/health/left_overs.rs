//! Unfinished files: what a program that was cut short left beside the journal or among its backups.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::domain::health::{Check, Fix, Part, counted, size};
use crate::error::{Error, Result};
use crate::store;

/// What the names of unfinished files and folders of ours begin with.
const BEGIN: &[&str] = &[".unfinished-", ".trustline-"];

/// What the names end in of a journal that was being written anew, until it took the place of the other.
const END: &[&str] = &[".locking", ".unlocking"];

/// How old one must be before nobody works on it any more.
const LONG: std::time::Duration = std::time::Duration::from_secs(3600);

const MEND: &str = "trustline doctor --fix takes them away";

/// Whether there are any; plain ones beside a locked journal may hold what it locks.
pub(super) fn check(folders: &[PathBuf], locked: bool) -> Check {
    let left = found(folders);
    let check = |found: String| Check::new(Part::Place, "left-overs", found);
    if left.is_empty() {
        return check("none".to_owned());
    }
    let bytes = left.iter().map(|path| weight(path)).sum();
    let many = counted(left.len(), "unfinished file");
    let found = format!("{many} of a program that was cut short, {}", size(bytes));
    let check = if locked {
        check(format!(
            "{found}; they may hold in the open what the journal locks"
        ))
        .ill(MEND)
    } else {
        check(found).note(MEND)
    };
    check.by(Fix::LeftOvers)
}

/// Takes them away, overwritten first: what they hold may be locked elsewhere by now.
///
/// # Errors
/// When one cannot be.
pub(super) fn clear(folders: &[PathBuf]) -> Result<String> {
    let left = found(folders);
    for path in &left {
        let gone = match path.read_dir() {
            Ok(inside) => inside
                .flatten()
                .filter(|entry| entry.file_type().is_ok_and(|sort| sort.is_file()))
                .try_for_each(|entry| store::blot_out(&entry.path()))
                .and_then(|()| std::fs::remove_dir_all(path)),
            Err(_) => store::blot_out(path),
        };
        gone.map_err(|e| Error::file("delete", path, e))?;
    }
    let many = counted(left.len(), "unfinished file");
    Ok(format!("{many} overwritten and taken away"))
}

fn found(folders: &[PathBuf]) -> Vec<PathBuf> {
    let Some(now) = moment() else {
        return Vec::new();
    };
    let mut left = Vec::new();
    for folder in folders {
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let ours = BEGIN.iter().any(|begin| name.starts_with(begin))
                || END.iter().any(|end| name.ends_with(end));
            // of a link only the name would be ours
            let plain = entry.file_type().is_ok_and(|sort| !sort.is_symlink());
            if ours && plain && is_old(&entry.path(), now) {
                left.push(entry.path());
            }
        }
    }
    left.sort();
    left.dedup();
    left
}

fn is_old(path: &Path, now: SystemTime) -> bool {
    let changed = path.metadata().and_then(|there| there.modified()).ok();
    changed
        .and_then(|then| now.duration_since(then).ok())
        .is_some_and(|age| age > LONG)
}

/// The moment by which files are dated here: that of a new one.
fn moment() -> Option<SystemTime> {
    let file = tempfile::tempfile().ok()?;
    file.metadata().and_then(|there| there.modified()).ok()
}

/// The bytes of a file, or of the files right in a folder.
fn weight(path: &Path) -> u64 {
    let of = |path: &Path| path.metadata().map_or(0, |there| there.len());
    match path.read_dir() {
        Ok(inside) => inside.flatten().map(|entry| of(&entry.path())).sum(),
        Err(_) => of(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::health::State;
    use std::fs::File;

    /// A file that was last touched two hours ago.
    fn aged(path: &Path, bytes: &[u8]) {
        std::fs::write(path, bytes).expect("a file");
        let file = File::options().write(true).open(path).expect("a file");
        let then = moment().expect("a moment") - 2 * LONG;
        file.set_modified(then).expect("dated");
    }

    #[test]
    fn what_was_left_is_told_and_taken_away_and_nothing_else_is() {
        let place = tempfile::tempdir().expect("a folder");
        let folders = [place.path().to_owned(), place.path().join("backups")];
        std::fs::create_dir(&folders[1]).expect("a folder");
        assert_eq!(check(&folders, true).state, State::Well);
        aged(&folders[1].join(".unfinished-a.db"), &[0; 3000]);
        aged(&folders[1].join("2026-11-22T100000-daily.db"), b"a backup");
        aged(&place.path().join("journal.db"), b"the journal");
        aged(&place.path().join("journal.db.key"), b"its header");
        std::fs::write(place.path().join(".trustline-now"), b"at work").expect("a file");
        let told = check(&folders, false);
        assert_eq!((told.state, told.fix), (State::Note, Some(Fix::LeftOvers)));
        assert!(
            told.found.contains("1 unfinished file of") && told.found.ends_with("3 KB"),
            "{}",
            told.found
        );
        assert_eq!(
            check(&folders, true).state,
            State::Ill,
            "it may hold in the open what is locked"
        );
        assert_eq!(
            clear(&folders).expect("gone"),
            "1 unfinished file overwritten and taken away"
        );
        assert_eq!(check(&folders, true).state, State::Well);
        let left = |folder: &Path| folder.read_dir().expect("a folder").count();
        assert_eq!((left(place.path()), left(&folders[1])), (4, 1));
        aged(&place.path().join("journal.db.locking"), b"half of it");
        let aside = place.path().join(".trustline-abc");
        std::fs::create_dir(&aside).expect("a folder");
        std::fs::write(aside.join("journal.db"), "a copy").expect("a file");
        let dated = File::open(&aside).expect("a folder");
        dated
            .set_modified(moment().expect("a moment") - 2 * LONG)
            .expect("dated");
        clear(&folders).expect("gone");
        assert_eq!(left(place.path()), 4);
    }
}
