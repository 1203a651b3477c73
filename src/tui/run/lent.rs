//! A text that an editor has: in a folder for its owner only, overwritten and taken away when it comes back, and found
//! again at the next start when this program was killed meanwhile.
//!
//! The folder lies in memory that is gone at log-out where the system has such a place (`XDG_RUNTIME_DIR`), else in the
//! folder for passing files. What an editor puts beside the text (a swap file, a backup copy) goes with the folder. A lock
//! on a file in it says that the program is still there: the system lets it go with the process, however that ended.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::domain::draft::Draft;
use crate::error::{Error, Result};
use crate::journal::{self, Haste, Journal};
use crate::tui::app::Origin;

/// What the name of such a folder begins with.
const FOLDER: &str = "trustline-edit-";
/// The file that says where the text belongs, locked while the program is there.
const OF: &str = "of";
/// The text.
const TEXT: &str = "text.md";

/// A text in an editor's hands.
pub struct Lent {
    folder: PathBuf,
    lock: File,
}

impl Lent {
    /// Lays a text down for an editor.
    ///
    /// # Errors
    /// `File` when it cannot be written.
    pub fn new(text: &str, origin: Option<&Origin>) -> Result<Self> {
        let mut folder = tempfile::Builder::new();
        folder.prefix(FOLDER);
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = folder.tempdir_in(place())?.keep();
        let lent = owned(&folder.join(OF)).and_then(|mut lock| {
            let of = origin.map_or_else(String::new, |origin| {
                format!(
                    "{}\n{}\n{}",
                    origin.journal.display(),
                    origin.place,
                    origin.field
                )
            });
            lock.write_all(of.as_bytes())?;
            lock.lock()?;
            owned(&folder.join(TEXT))?.write_all(text.as_bytes())?;
            Ok(lock)
        });
        match lent {
            Ok(lock) => Ok(Self { folder, lock }),
            Err(error) => {
                blot_out(&folder);
                Err(error)
            }
        }
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(TEXT)
    }

    /// The text as it lies there now (editors often write a new file in its place); the folder is gone after.
    ///
    /// # Errors
    /// `Refused` when it is no text any more.
    pub fn back(self) -> Result<String> {
        let bytes = std::fs::read(self.path())?;
        String::from_utf8(bytes).map_err(|_| {
            Error::refused("the editor left a text that is not UTF-8; the text is as it was")
        })
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        blot_out(&self.folder);
        // a lock that cannot be let go goes with its file
        let _ = self.lock.unlock();
    }
}

/// Takes what an editor had when an earlier program was killed: each text becomes a draft, its folder goes. How many.
///
/// # Errors
/// When the journal cannot be written; the texts stay where they are then.
pub fn take_left_overs(journal: &Journal) -> Result<usize> {
    let Some(file) = journal.file().map(Path::to_owned) else {
        return Ok(0);
    };
    let mut taken = 0;
    for folder in left_overs(&file) {
        let Some((origin, _lock)) = abandoned(&folder) else {
            continue;
        };
        if origin.journal == file {
            let text = std::fs::read_to_string(folder.join(TEXT)).unwrap_or_default();
            taken += usize::from(keep(journal, &origin, &text)?);
            blot_out(&folder);
        } else if !origin.journal.exists() {
            // of a journal in a throw-away place
            blot_out(&folder);
        }
    }
    Ok(taken)
}

/// Makes a draft of a text; whether it says anything that the draft did not say before.
fn keep(journal: &Journal, origin: &Origin, text: &str) -> Result<bool> {
    let known = journal.draft(&origin.place)?;
    let mut draft = match (&known, origin.place.split('#').next().map(str::parse)) {
        (Some(kept), _) => kept.draft.clone(),
        (None, Some(Ok(spot))) => Draft::line(spot, None, &origin.field, String::new()),
        _ => return Ok(false),
    };
    let text = text.trim_end_matches('\n');
    if text.trim().is_empty() || draft.text(&origin.field) == Some(text) {
        return Ok(false);
    }
    draft.texts.retain(|(field, _)| *field != origin.field);
    draft.texts.push((origin.field.clone(), text.to_owned()));
    draft.at.clone_from(&origin.field);
    journal.keep_draft(draft, known.as_ref(), Haste::Fully)?;
    Ok(true)
}

/// The folders of texts that lie in the places for them and belong to whom the journal belongs to.
fn left_overs(journal: &Path) -> Vec<PathBuf> {
    let mut places = vec![place(), std::env::temp_dir()];
    places.dedup();
    let folders = places.iter().filter_map(|place| place.read_dir().ok());
    let named = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(FOLDER))
    };
    let all = folders.flatten().flatten().map(|entry| entry.path());
    all.filter(named)
        .filter(|path| is_of_owner(path, journal))
        .collect()
}

#[cfg(unix)]
fn is_of_owner(folder: &Path, journal: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(folder), Ok(journal)) = (folder.symlink_metadata(), journal.metadata()) else {
        return false;
    };
    folder.is_dir() && folder.uid() == journal.uid() && is_private(folder.mode())
}

/// Whether the six bits of everybody else are off.
#[cfg(unix)]
fn is_private(mode: u32) -> bool {
    mode.trailing_zeros() >= 6
}

#[cfg(not(unix))]
fn is_of_owner(folder: &Path, _: &Path) -> bool {
    folder.is_dir()
}

/// Where the text of a folder belongs, when nobody holds it any more.
fn abandoned(folder: &Path) -> Option<(Origin, File)> {
    let of = folder.join(OF);
    let mut lock = OpenOptions::new().read(true).write(true).open(of).ok()?;
    lock.try_lock().ok()?;
    let mut text = String::new();
    lock.read_to_string(&mut text).ok()?;
    let mut lines = text.lines();
    let mut line = || lines.next().unwrap_or_default().to_owned();
    let origin = Origin {
        journal: PathBuf::from(line()),
        place: line(),
        field: line(),
    };
    Some((origin, lock))
}

/// Memory that is gone at log-out where there is one of ours, else the folder for passing files.
fn place() -> PathBuf {
    #[cfg(unix)]
    let is_ours = |path: &PathBuf| {
        use std::os::unix::fs::PermissionsExt;
        let meta = path.metadata();
        meta.is_ok_and(|meta| meta.is_dir() && is_private(meta.permissions().mode()))
    };
    #[cfg(not(unix))]
    let is_ours = |path: &PathBuf| path.is_dir();
    std::env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(is_ours)
        .unwrap_or_else(std::env::temp_dir)
}

/// A new file for its owner only.
fn owned(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).read(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|e| Error::file("make", path, e))
}

/// Writes zeros over every file of a folder, then takes it away. What cannot be overwritten is taken away all the same.
fn blot_out(folder: &Path) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = journal::blot_out(&entry.path());
        }
    }
    let _ = std::fs::remove_dir_all(folder);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    fn origin(journal: &Path) -> Origin {
        Origin {
            journal: journal.to_owned(),
            place: "line -".to_owned(),
            field: "line".to_owned(),
        }
    }

    #[test]
    fn a_text_comes_back_and_nothing_of_it_is_left() {
        let lent = Lent::new("a thought", None).expect("a place for it");
        let folder = lent.folder.clone();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| path.metadata().expect("it").permissions().mode() & 0o777;
            assert_eq!((mode(&folder), mode(&lent.path())), (0o700, 0o600));
        }
        std::fs::write(folder.join(".text.md.swp"), "a thought").expect("what an editor leaves");
        std::fs::write(lent.path(), "a longer thought\n").expect("edited");
        assert_eq!(lent.back().expect("the text"), "a longer thought\n");
        assert!(!folder.exists());
    }

    #[test]
    fn what_a_killed_program_left_becomes_a_draft_once() {
        let home = tempfile::tempdir().expect("a folder");
        let clock = Clock::fixed(chrono::DateTime::UNIX_EPOCH.naive_utc());
        let path = home.path().join("j.db");
        let journal = Journal::open(&path, clock).expect("a journal");
        let held = Lent::new("still in hands", Some(&origin(&path))).expect("a place");
        assert_eq!(take_left_overs(&journal).expect("a look"), 0);
        // as a kill leaves it: the lock is gone, the folder is not
        let left = Lent::new("left behind", Some(&origin(&path))).expect("a place");
        let folder = left.folder.clone();
        let gone = Lent::new("of a demo", Some(&origin(&home.path().join("no.db")))).expect("it");
        let of_demo = gone.folder.clone();
        for lent in [left, gone] {
            lent.lock.unlock().expect("let go");
            std::mem::forget(lent);
        }
        assert_eq!(take_left_overs(&journal).expect("a look"), 1);
        assert!(!folder.exists() && !of_demo.exists() && held.folder.exists());
        let kept = journal.draft("line -").expect("read").expect("a draft");
        assert_eq!(kept.draft.text("line"), Some("left behind"));
        assert_eq!(take_left_overs(&journal).expect("a look"), 0);
    }
}
