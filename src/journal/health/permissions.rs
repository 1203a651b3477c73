//! Who may read and write the files of a journal: its owner alone.

use std::path::{Path, PathBuf};

use crate::domain::health::{Check, Fix, Part, some};
use crate::error::{Error, Result};

/// What belongs to a journal.
pub(super) struct Places {
    /// Its file.
    pub journal: PathBuf,
    /// The folder of its backups.
    pub backups: PathBuf,
    /// The file of the settings.
    pub settings: Option<PathBuf>,
}

/// Something that is open to others.
struct Open {
    path: PathBuf,
    /// What they may do, as part of a sentence.
    may: &'static str,
    /// Whether it is theirs to see, or only a name, a size and a time.
    grave: bool,
    /// Whether the program may close it: a folder that holds other files is its owner's to close.
    ours: bool,
}

/// The bits of everybody but the owner.
const OTHERS: u32 = 0o077;
/// Those of them that let somebody write.
const WRITE: u32 = 0o022;
/// The bit by which only its owner may take a name out of a folder.
const STICKY: u32 = 0o1000;

/// Whether nobody else may read or write them; `None`: this system has no such bits.
pub(super) fn check(places: &Places) -> Option<Check> {
    if !cfg!(unix) {
        return None;
    }
    let open = places.open();
    let check = |found: String| Check::new(Part::Place, "permissions", found);
    let Some(first) = open.iter().max_by_key(|one| one.grave) else {
        return Some(check("yours alone".to_owned()));
    };
    let alike: Vec<_> = open
        .iter()
        .filter(|one| one.may == first.may && one.grave == first.grave)
        .map(|one| shown(&one.path))
        .collect();
    let more = match open.len() - alike.len() {
        0 => String::new(),
        more => format!("; {more} more of another sort"),
    };
    let found = check(format!("others may {} {}{more}", first.may, some(&alike)));
    let yours = open.iter().find(|one| !one.ours);
    let mend = match yours {
        None => "trustline doctor --fix makes them yours alone".to_owned(),
        Some(one) => format!("chmod go-w \u{201c}{}\u{201d}", one.path.display()),
    };
    let found = if first.grave {
        found.ill(mend)
    } else {
        found.note(mend)
    };
    let fixable = open.iter().any(|one| one.ours);
    Some(if fixable {
        found.by(Fix::Permissions)
    } else {
        found
    })
}

/// Closes what is open to others and ours to close.
///
/// # Errors
/// When it belongs to somebody else.
pub(super) fn own(places: &Places) -> Result<String> {
    let open = places.open();
    let ours: Vec<_> = open.iter().filter(|one| one.ours).collect();
    for one in &ours {
        close(&one.path).map_err(|e| Error::file("change the permissions of", &one.path, e))?;
    }
    let many = match ours.len() {
        1 => "1 file or folder".to_owned(),
        n => format!("{n} files and folders"),
    };
    Ok(format!("{many} made yours alone"))
}

fn shown(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

impl Places {
    /// What is open to others.
    fn open(&self) -> Vec<Open> {
        let mut open = Vec::new();
        for end in ["", "-wal", "-shm", crate::store::KEY_END] {
            let mut name = self.journal.as_os_str().to_owned();
            name.push(end);
            open.extend(file(PathBuf::from(name), true));
        }
        for entry in self.backups.read_dir().into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|sort| sort.is_file()) {
                open.extend(file(entry.path(), true));
            }
        }
        open.extend(folder(&self.backups, true));
        let around = super::folder_of(&self.journal);
        open.extend(folder(around, self.is_alone(around)).filter(|one| one.grave));
        if let Some(settings) = &self.settings {
            open.extend(file(settings.clone(), false));
        }
        open
    }

    /// Whether nothing but the journal lies in a folder.
    fn is_alone(&self, folder: &Path) -> bool {
        let own = self
            .journal
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        folder.read_dir().is_ok_and(|there| {
            there.flatten().all(|entry| {
                let name = entry.file_name();
                name.to_string_lossy().starts_with(&*own)
            })
        })
    }
}

fn file(path: PathBuf, grave: bool) -> Option<Open> {
    let mode = mode(&path);
    let may = if mode & 0o044 == 0 { "write" } else { "read" };
    (mode & OTHERS != 0).then_some(Open {
        path,
        may,
        grave,
        ours: true,
    })
}

fn folder(path: &Path, ours: bool) -> Option<Open> {
    let mode = mode(path);
    let grave = mode & WRITE != 0 && mode & STICKY == 0;
    let may = if grave { "put files into" } else { "look into" };
    (mode & OTHERS != 0).then(|| Open {
        path: path.to_owned(),
        may,
        grave,
        ours,
    })
}

/// The bits of a file; none where there is no file, or the system has none.
#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .map_or(0, |there| there.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &Path) -> u32 {
    0
}

#[cfg(unix)]
fn close(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = path.metadata()?.permissions().mode();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode & !OTHERS))
}

#[cfg(not(unix))]
fn close(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::domain::health::State;
    use std::os::unix::fs::PermissionsExt;

    fn set(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("its bits");
    }

    /// A journal with every file that may lie beside it, all as they should be.
    fn room() -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let places = Places {
            journal: at("journal.db"),
            backups: at("journal.db.backups"),
            settings: Some(at("journal.db.toml")),
        };
        std::fs::create_dir(&places.backups).expect("a folder");
        for name in [
            "journal.db",
            "journal.db-wal",
            "journal.db-shm",
            "journal.db.key",
            "journal.db.backups/one.db",
            "journal.db.toml",
        ] {
            std::fs::write(at(name), "x").expect("a file");
            set(&at(name), 0o600);
        }
        set(&places.backups, 0o700);
        set(folder.path(), 0o700);
        (folder, places)
    }

    fn told(places: &Places) -> Check {
        check(places).expect("this system has bits")
    }

    #[test]
    fn every_file_that_others_may_read_is_named_and_closed() {
        let shelf = "journal.db.backups";
        let cases = [
            ("journal.db", 0o640, State::Ill, "read journal.db"),
            ("journal.db-wal", 0o604, State::Ill, "read journal.db-wal"),
            ("journal.db-shm", 0o644, State::Ill, "read journal.db-shm"),
            ("journal.db.key", 0o644, State::Ill, "read journal.db.key"),
            (
                "journal.db.backups/one.db",
                0o620,
                State::Ill,
                "write one.db",
            ),
            (shelf, 0o755, State::Note, "look into journal.db.backups"),
            (
                shelf,
                0o777,
                State::Ill,
                "put files into journal.db.backups",
            ),
            (
                "journal.db.toml",
                0o644,
                State::Note,
                "read journal.db.toml",
            ),
        ];
        for (name, mode, state, may) in cases {
            let (folder, places) = room();
            assert_eq!(told(&places).found, "yours alone");
            set(&folder.path().join(name), mode);
            let ill = told(&places);
            assert_eq!(ill.found, format!("others may {may}"));
            assert_eq!((ill.state, ill.fix), (state, Some(Fix::Permissions)));
            let done = own(&places).expect("closed");
            assert_eq!(done, "1 file or folder made yours alone");
            assert_eq!(told(&places).found, "yours alone", "{name}");
        }
    }

    #[test]
    fn a_folder_with_other_files_in_it_is_its_owners_to_close() {
        let (folder, places) = room();
        let bits = || {
            folder
                .path()
                .metadata()
                .expect("there")
                .permissions()
                .mode()
                & 0o7777
        };
        set(folder.path(), 0o755);
        assert_eq!(
            told(&places).found,
            "yours alone",
            "its names are no secret"
        );
        set(folder.path(), 0o1777);
        assert_eq!(
            told(&places).found,
            "yours alone",
            "nobody can take a name away there"
        );
        set(folder.path(), 0o777);
        assert_eq!(
            told(&places).fix,
            Some(Fix::Permissions),
            "nothing else lies there"
        );
        std::fs::write(folder.path().join("another"), "x").expect("a file");
        let ill = told(&places);
        assert_eq!((ill.state, ill.fix), (State::Ill, None));
        assert!(ill.mend.expect("a way").starts_with("chmod go-w \u{201c}"));
        own(&places).expect("nothing to do");
        assert_eq!(bits(), 0o777, "left as it is");
    }
}
