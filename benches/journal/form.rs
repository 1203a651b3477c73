//! The two forms of the million, plain and locked, each with the ways in: the journal's door, the bare file, the program.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;
use tempfile::TempDir;
use trustline::clock::Clock;
use trustline::journal::{Customs, Journal};
use trustline::secret::{Cost, Keys, Passphrase};
use trustline::store::KEY_END;

use crate::million;

/// The program itself.
const PROGRAM: &str = env!("CARGO_BIN_EXE_trustline");

/// No backup comes in between: one of a gigabyte is measured by itself.
const SETTINGS: &str = "[backups]\nautomatic = false\n";

/// What the bench's locked journals are locked with.
pub const WORDS: &str = "seven wild geese";

/// The passphrase of the bench's locked journals.
pub fn passphrase() -> Passphrase {
    Passphrase::new(WORDS.to_owned().into())
}

/// The million in one form.
pub struct Form {
    /// Where it lies.
    pub path: PathBuf,
    /// Its key, derived once; none for the plain one.
    pub keys: Keys,
    /// Settings, and whatever else is thrown away at the end.
    place: TempDir,
    copy: OnceCell<PathBuf>,
}

impl Form {
    /// Of a file that is there.
    pub fn of(path: PathBuf, keys: Keys) -> Self {
        // beside the million: a durable write costs what the same disk takes for it
        let place = tempfile::tempdir_in(million::target()).expect("a place");
        std::fs::write(place.path().join("config.toml"), SETTINGS).expect("settings");
        Self {
            path,
            keys,
            place,
            copy: OnceCell::new(),
        }
    }

    /// Whether it is the locked one.
    pub fn is_locked(&self) -> bool {
        !self.keys.is_empty()
    }

    /// A folder on the same disk that goes when the bench ends.
    pub fn folder(&self) -> &Path {
        self.place.path()
    }

    /// The journal, by its door.
    pub fn journal(&self) -> Journal {
        self.at(&self.path)
    }

    /// Another journal of this form.
    pub fn at(&self, path: &Path) -> Journal {
        Journal::open_by(path, million::clock(), self.customs()).expect("a journal")
    }

    /// Its customs.
    pub fn customs(&self) -> Customs {
        Customs::of(Some(self.folder().to_owned())).with_keys(self.keys.clone())
    }

    /// The bare file, under the same key.
    pub fn bare(&self) -> Connection {
        bare(&self.path, &self.literal())
    }

    /// The key as the cipher takes it; empty without one.
    pub fn literal(&self) -> String {
        let header = Journal::locked(&self.path).expect("a state");
        let key = header.and_then(|header| self.keys.find(header.id()));
        key.map_or_else(String::new, |key| key.literal().to_string())
    }

    /// A copy of the million that may be written to.
    pub fn copy(&self) -> &Path {
        self.copy.get_or_init(|| {
            let to = self.folder().join("copy.db");
            std::fs::copy(&self.path, &to).expect("a copy");
            let header = with_end(&self.path, KEY_END);
            if header.exists() {
                std::fs::copy(header, with_end(&to, KEY_END)).expect("its header");
            }
            to
        })
    }

    /// An empty journal of this form, in the place of one of that name.
    pub fn empty(&self, name: &str) -> PathBuf {
        let folder = self.folder().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).expect("a folder");
        let path = folder.join("journal.db");
        if self.is_locked() {
            let made = Journal::make_locked(
                &path,
                Clock::System,
                self.customs(),
                &passphrase(),
                Cost::LEAST,
            );
            drop(made.expect("a locked journal"));
        }
        path
    }

    /// The program over a journal of this form.
    pub fn program(&self, journal: &Path) -> Command {
        let mut command = Command::new(PROGRAM);
        command.envs(self.environment(journal));
        command
    }

    /// What the program is told by its environment.
    pub fn environment(&self, journal: &Path) -> Vec<(&'static str, String)> {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        let mut told = vec![
            ("TRUSTLINE_JOURNAL", text(journal)),
            ("TRUSTLINE_CONFIG", text(self.folder())),
            ("TERM", "xterm-256color".to_owned()),
        ];
        if self.is_locked() {
            // where a passphrase is given, a new journal is a locked one
            told.push(("TRUSTLINE_PASSPHRASE", WORDS.to_owned()));
        }
        told
    }
}

/// A path with something at its end.
pub fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// A bare file, under a key unless that is empty.
pub fn bare(path: &Path, literal: &str) -> Connection {
    let connection = Connection::open(path).expect("the file");
    if !literal.is_empty() {
        let key = format!("PRAGMA key = \"{literal}\"");
        connection.execute_batch(&key).expect("its key");
    }
    connection
}
