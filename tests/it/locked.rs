//! A locked journal: nothing of it can be read without its key, and everything works with it.

use std::path::{Path, PathBuf};

use trustline::domain::backup::Why;
use trustline::error::ErrorKind;
use trustline::journal::{Customs, Journal, Shelf};
use trustline::secret::{Cost, Keys, Passphrase};
use trustline::store::{self, State};

use crate::house;

/// A folder with a locked journal in it.
pub struct Room(tempfile::TempDir);

/// The passphrase of every journal here.
pub const WORDS: &str = "seven wild geese over Tartu";

pub fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned().into())
}

impl Room {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub fn file(&self) -> PathBuf {
        self.0.path().join("journal.db")
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn make(&self) -> Journal {
        let customs = Customs::default();
        let made = Journal::make_locked(
            &self.file(),
            house::clock(),
            customs,
            &passphrase(WORDS),
            Cost::LEAST,
        );
        made.expect("a locked journal")
    }

    /// The keys that its passphrase opens.
    pub fn keys(&self) -> Keys {
        let header = Journal::locked(&self.file())
            .expect("read")
            .expect("locked");
        Keys::of(header.open(&passphrase(WORDS)).expect("the passphrase"))
    }

    pub fn open(&self, keys: Keys) -> trustline::error::Result<Journal> {
        let customs = Customs::default().with_keys(keys);
        Journal::open_by(&self.file(), house::clock(), customs)
    }
}

/// Every file below a folder that holds some bytes.
pub fn holding(folder: &Path, words: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            if bytes
                .windows(words.len())
                .any(|some| some == words.as_bytes())
            {
                found.push(path);
            }
        }
    }
    found
}

const TYPED: &str = "Margarethe Winterbottom";

/// All words that could give the journal away, in no file of its folder, also while it is open and its log is full.
fn nothing_shows(room: &Room) {
    for words in [
        TYPED,
        "Winterbottom",
        "SQLite format",
        "CREATE TABLE",
        "relationship",
    ] {
        assert_eq!(
            holding(room.folder(), words),
            Vec::<PathBuf>::new(),
            "{words}"
        );
    }
}

#[test]
fn nothing_of_a_locked_journal_is_in_its_files() {
    let room = Room::new();
    let mut journal = room.make();
    house::person(&mut journal, TYPED);
    nothing_shows(&room);
    drop(journal);
    nothing_shows(&room);
    let refused = room.open(Keys::none()).err().expect("locked");
    assert_eq!(refused.kind(), ErrorKind::Locked);
    assert!(matches!(store::state(&room.file()), Ok(State::Locked(_))));
    let journal = room.open(room.keys()).expect("opened");
    assert!(journal.find_relationship(TYPED).is_ok());
}

#[test]
fn a_backup_of_a_locked_journal_carries_its_header_and_is_put_back() {
    let room = Room::new();
    let mut journal = room.make();
    house::person(&mut journal, TYPED);
    let customs = Customs::default().with_keys(room.keys());
    let shelf = Shelf::of(&room.file(), &house::clock(), &customs);
    let kept = shelf.make(Why::ByHand).expect("a backup");
    nothing_shows(&room);
    assert!(matches!(store::state(&kept.path), Ok(State::Locked(_))));
    house::person(&mut journal, "Somebody Else");
    drop(journal);
    let preview = shelf.preview(&kept.path, 5).expect("compared");
    assert_eq!(preview.missing.len(), 1);
    shelf.restore(&kept.path).expect("put back");
    let journal = room.open(room.keys()).expect("opened");
    assert!(journal.find_relationship("Somebody Else").is_err());
    // all that is left is one copy
    drop(journal);
    for file in [room.file(), store::key_file(&room.file())] {
        std::fs::remove_file(file).expect("gone");
    }
    shelf
        .restore(&kept.path)
        .expect("put back from the copy alone");
    let journal = room.open(room.keys()).expect("opened");
    assert!(journal.find_relationship(TYPED).is_ok());
    nothing_shows(&room);
}

#[test]
fn a_wrong_passphrase_costs_nothing_and_a_missing_header_is_named() {
    let room = Room::new();
    drop(room.make());
    let before = std::fs::read(room.file()).expect("a file");
    let header = Journal::locked(&room.file())
        .expect("read")
        .expect("locked");
    let refused = header
        .open(&passphrase("seven wild goose"))
        .expect_err("wrong");
    assert_eq!(refused.kind(), ErrorKind::Locked);
    std::fs::remove_file(store::key_file(&room.file())).expect("gone");
    let refused = room.open(Keys::none()).err().expect("no header");
    assert!(
        refused
            .hint_text()
            .is_some_and(|hint| hint.contains("journal.db.key"))
    );
    assert_eq!(std::fs::read(room.file()).expect("a file"), before);
}
