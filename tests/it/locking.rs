//! Locking, unlocking, another passphrase: nothing is lost on the way, and nothing stays readable.

mod commands;
mod headers;

use std::path::{Path, PathBuf};

use trustline::domain::backup::Why;
use trustline::error::ErrorKind;
use trustline::journal::{Customs, Journal, Shelf};
use trustline::secret::{Cost, Keys};
use trustline::store::{self, State};

use crate::house;
use crate::locked::{WORDS, holding, passphrase};

/// Words that were typed and must be in no file of a locked journal.
const TYPED: &[&str] = &["Margarethe Winterbottom", "Winterbottom", "zinc roof"];

/// A folder with a journal that is not locked as yet, and a backup of it.
struct Room(tempfile::TempDir);

impl Room {
    fn new() -> Self {
        let room = Self(tempfile::tempdir().expect("a folder"));
        let mut journal = room.open(Keys::none()).expect("a journal");
        let who = house::person(&mut journal, TYPED[0]).to_string();
        for n in 0..20 {
            let text = format!("the zinc roof, part {n}");
            house::commitment(
                &mut journal,
                &who,
                "mine",
                &text,
                "2026-11-01",
                "2026-11-30",
            );
        }
        drop(journal);
        room.shelf(Keys::none())
            .make(Why::ByHand)
            .expect("a backup");
        room
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("journal.db")
    }

    fn open(&self, keys: Keys) -> trustline::error::Result<Journal> {
        let customs = Customs::default().with_keys(keys);
        Journal::open_by(&self.file(), house::clock(), customs)
    }

    fn shelf(&self, keys: Keys) -> Shelf {
        let customs = Customs::default().with_keys(keys);
        Shelf::of(&self.file(), &house::clock(), &customs)
    }

    /// Locks the journal and its backups.
    fn locked(&self) -> Keys {
        let mut held = self.shelf(Keys::none());
        let lock = held.lock(&passphrase(WORDS), Cost::LEAST).expect("locked");
        let done = held.cover(&lock, &mut |_, _| ()).expect("covered");
        assert_eq!((done.locked, done.wrapped, done.left.len()), (1, 0, 0));
        held.backups_are_settled().expect("settled");
        self.keys()
    }

    fn keys(&self) -> Keys {
        self.keys_by(WORDS).expect("the passphrase")
    }

    fn keys_by(&self, words: &str) -> trustline::error::Result<Keys> {
        let header = Journal::locked(&self.file())?.expect("locked");
        header.open(&passphrase(words)).map(Keys::of)
    }

    /// All that the journal holds, in every revision and in what screens read.
    fn told(&self, keys: Keys) -> (Vec<u8>, String) {
        let journal = self.open(keys).expect("it opens");
        assert_eq!(journal.finished(), None);
        said(&journal)
    }

    fn backup(&self) -> PathBuf {
        self.shelf(Keys::none()).find("by-hand").expect("a backup")
    }

    fn lies(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.0.path())
            .expect("a folder")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// None of the words typed, and no sign of a database, in any file: as UTF-8, nor in either order of UTF-16.
    fn nothing_shows(&self) {
        for words in TYPED
            .iter()
            .chain(&["SQLite format", "CREATE TABLE", "revision"])
        {
            assert_eq!(
                holding(self.0.path(), words),
                Vec::<PathBuf>::new(),
                "{words}"
            );
            let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for wide in [wide.clone(), [&[0], wide.as_slice()].concat()] {
                assert!(!any_holds(self.0.path(), &wide), "{words} in UTF-16");
            }
        }
    }
}

fn any_holds(folder: &Path, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).expect("a folder").flatten();
    files.map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return any_holds(&path, bytes);
        }
        let file = std::fs::read(&path).expect("a file");
        file.windows(bytes.len()).any(|some| some == bytes)
    })
}

fn said(journal: &Journal) -> (Vec<u8>, String) {
    let mut out = Vec::new();
    journal.export(&mut out).expect("exported");
    (out, journal.digest().expect("a digest"))
}

#[test]
fn locked_and_unlocked_it_holds_what_it_held() {
    let room = Room::new();
    let before = room.told(Keys::none());
    let keys = room.locked();
    room.nothing_shows();
    assert_eq!(room.told(keys.clone()), before);
    assert_eq!(
        room.lies(),
        ["journal.db", "journal.db.backups", "journal.db.key"]
    );
    assert_eq!(
        room.open(Keys::none()).err().map(|e| e.exit_code()),
        Some(8)
    );

    let mut journal = room.open(keys.clone()).expect("opened");
    house::person(&mut journal, "Somebody Else");
    room.nothing_shows();
    assert!(
        holding(room.0.path(), "Somebody").is_empty(),
        "also while it is open"
    );
    let now = said(&journal);
    drop(journal);

    room.shelf(keys).unlock().expect("unlocked");
    assert_eq!(room.lies(), ["journal.db", "journal.db.backups"]);
    assert_eq!(room.told(Keys::none()), now);
    assert!(!holding(room.0.path(), "Somebody").is_empty());
    assert!(
        matches!(store::state(&room.backup()), Ok(State::Locked(_))),
        "backups stay locked"
    );
}

#[test]
fn what_was_plain_is_overwritten_under_its_former_name() {
    let room = Room::new();
    // a second hand on the file itself: what the disk keeps of it after its name is gone
    let former = std::fs::File::open(room.file()).expect("the file");
    let backup = std::fs::File::open(room.backup()).expect("the backup");
    room.locked();
    for mut file in [former, backup] {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).expect("read");
        assert!(bytes.len() > 4096 && bytes.iter().all(|byte| *byte == 0));
    }
}

#[test]
fn another_window_is_not_locked_out_of_what_it_writes() {
    let room = Room::new();
    let other = room.open(Keys::none()).expect("another window");
    let mut shelf = room.shelf(Keys::none());
    for refused in [
        shelf.can_recast().err(),
        shelf.lock(&passphrase(WORDS), Cost::LEAST).err(),
    ] {
        let refused = refused.expect("in use");
        assert_eq!(refused.kind(), ErrorKind::Conflict);
        assert!(refused.says().contains("another window"), "{refused}");
    }
    assert_eq!(said(&other).0.len(), room.told(Keys::none()).0.len());
    drop(other);
    assert_eq!(room.lies(), ["journal.db", "journal.db.backups"]);
    room.locked();
}

#[test]
fn a_look_at_the_file_beside_an_open_journal_costs_it_no_lock() {
    let room = Room::new();
    let mut journal = room.open(Keys::none()).expect("a window");
    house::person(&mut journal, "First");
    // each of these looks into the file by a handle of its own
    assert!(matches!(store::state(&room.file()), Ok(State::Plain)));
    assert!(store::is_database(&room.file()));
    drop(room.open(Keys::none()).expect("opened beside"));
    room.shelf(Keys::none()).list(true).expect("listed");
    // another process that closes the journal must not take itself for the last one
    let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_trustline"));
    let other = other
        .env("TRUSTLINE_JOURNAL", room.file())
        .env("TRUSTLINE_CONFIG", room.0.path().join("none"))
        .env("TRUSTLINE_NOW", "2026-11-22T10:00")
        .args(["add", "relationship", "Second"])
        .output();
    assert!(other.expect("it runs").status.success());
    assert!(
        room.lies().contains(&"journal.db-wal".to_owned()),
        "the log is in use"
    );
    house::person(&mut journal, "Third");
    drop(journal);
    let journal = room.open(Keys::none()).expect("opened");
    for name in ["First", "Second", "Third"] {
        assert!(journal.find_relationship(name).is_ok(), "{name} is there");
    }
}

#[test]
fn another_passphrase_wraps_the_same_key_and_a_new_key_another_one() {
    let room = Room::new();
    let keys = room.locked();
    let before = room.told(keys.clone());
    let shelf = room.shelf(keys.clone());
    let bytes = std::fs::read(room.file()).expect("the file");
    let lock = shelf
        .rewrap(&passphrase("another one of mine"), Cost::LEAST)
        .expect("changed");
    assert_eq!(std::fs::read(room.file()).expect("the file"), bytes);
    let done = shelf.cover(&lock, &mut |_, _| ()).expect("covered");
    assert_eq!((done.locked, done.wrapped, done.left.len()), (0, 1, 0));
    for file in [room.file(), room.backup()] {
        let State::Locked(header) = store::state(&file).expect("read") else {
            panic!("{} is not locked", file.display());
        };
        assert!(header.open(&passphrase(WORDS)).is_err());
        assert!(header.open(&passphrase("another one of mine")).is_ok());
    }
    assert!(store::look(&room.backup(), true, &keys).is_ok());

    let mut shelf = room.shelf(room.keys_by("another one of mine").expect("opened"));
    let lock = shelf
        .lock(&passphrase("a third"), Cost::LEAST)
        .expect("anew");
    let done = shelf.cover(&lock, &mut |_, _| ()).expect("covered");
    assert_eq!((done.locked, done.wrapped, done.left.len()), (1, 0, 0));
    assert_eq!(
        room.lies(),
        ["journal.db", "journal.db.backups", "journal.db.key"]
    );
    shelf.backups_are_settled().expect("settled");
    assert!(room.open(keys).is_err(), "the former key opens nothing");
    let keys = room.keys_by("a third").expect("opened");
    assert_eq!(room.told(keys.clone()), before);
    assert!(store::look(&room.backup(), true, &keys).is_ok());
    room.nothing_shows();
}

#[test]
fn what_was_cut_short_is_cleared_up_and_told_at_the_next_start() {
    let room = Room::new();
    let before = room.told(Keys::none());
    let lay = |name: &str, bytes: &[u8]| {
        std::fs::write(room.0.path().join(name), bytes).expect("written");
    };
    lay("journal.db.locking", b"half of it");
    lay("journal.db.locking-journal", b"more");
    lay("journal.db.key.new", b"trustline key 1");
    let journal = room.open(Keys::none()).expect("opened");
    let told = journal.finished().expect("told").to_owned();
    assert!(
        told.contains("not locked") && told.contains("trustline lock"),
        "{told}"
    );
    drop(journal);
    assert_eq!(room.lies(), ["journal.db", "journal.db.backups"]);
    assert_eq!(room.told(Keys::none()), before);

    // locked, and cut short before its backups were
    let mut shelf = room.shelf(Keys::none());
    let lock = shelf.lock(&passphrase(WORDS), Cost::LEAST).expect("locked");
    let journal = room.open(room.keys()).expect("opened");
    let told = journal.finished().expect("told").to_owned();
    assert!(
        told.contains("backups") && told.contains("trustline lock"),
        "{told}"
    );
    drop(journal);
    shelf.cover(&lock, &mut |_, _| ()).expect("covered");
    shelf.backups_are_settled().expect("settled");

    // the name of the new header was cut short
    let key = room.0.path().join("journal.db.key");
    std::fs::rename(&key, room.0.path().join("journal.db.key.new")).expect("renamed");
    assert_eq!(room.told(room.keys()), before);
    assert_eq!(
        room.lies(),
        ["journal.db", "journal.db.backups", "journal.db.key"]
    );

    lay("journal.db.unlocking", b"the zinc roof, in the open");
    let journal = room.open(room.keys()).expect("opened");
    let told = journal.finished().expect("told").to_owned();
    assert!(
        told.contains("Unlocking had been cut short") && told.contains("locked."),
        "{told}"
    );
    drop(journal);
    room.nothing_shows();

    // unlocked, and the header not yet gone
    let header = std::fs::read(&key).expect("the header");
    room.shelf(room.keys()).unlock().expect("unlocked");
    lay("journal.db.key", &header);
    let journal = room.open(Keys::none()).expect("opened");
    assert!(
        journal
            .finished()
            .is_some_and(|told| told.contains("finished now"))
    );
    drop(journal);
    assert_eq!(room.lies(), ["journal.db", "journal.db.backups"]);
    assert_eq!(room.told(Keys::none()), before);
    lay("journal.db.key", &header);
    assert_eq!(
        room.told(Keys::none()),
        before,
        "a stale header does no harm"
    );
}

#[test]
fn a_restore_keeps_the_lock_of_the_journal() {
    let room = Room::new();
    let before = room.told(Keys::none());
    let mut shelf = room.shelf(Keys::none());
    shelf.lock(&passphrase(WORDS), Cost::LEAST).expect("locked");
    shelf.backups_are_settled().expect("settled");
    let keys = room.keys();
    house::person(&mut room.open(keys.clone()).expect("opened"), "Later");
    assert!(matches!(store::state(&room.backup()), Ok(State::Plain)));
    // a plain backup into a locked journal
    shelf.restore(&room.backup()).expect("restored");
    assert!(matches!(store::state(&room.file()), Ok(State::Locked(_))));
    assert_eq!(room.told(keys.clone()).1, before.1);
    for name in room.lies() {
        assert!(!name.starts_with(".trustline"), "{name} is left");
    }
    // a locked one into a journal that is not
    let locked = shelf.find("before-restore").expect("the backup of it");
    assert!(matches!(store::state(&locked), Ok(State::Locked(_))));
    shelf.unlock().expect("unlocked");
    room.shelf(keys.clone()).restore(&locked).expect("restored");
    assert!(matches!(store::state(&room.file()), Ok(State::Plain)));
    let journal = room.open(Keys::none()).expect("opened");
    assert!(journal.find_relationship("Later").is_ok());
}

#[test]
fn a_file_with_a_second_name_is_not_locked_behind_its_back() {
    let room = Room::new();
    let second = room.0.path().join("second.db");
    std::fs::hard_link(room.file(), &second).expect("linked");
    let bytes = std::fs::read(&second).expect("read");
    let refused = room
        .shelf(Keys::none())
        .lock(&passphrase(WORDS), Cost::LEAST);
    assert_eq!(refused.err().map(|e| e.kind()), Some(ErrorKind::Refused));
    assert_eq!(std::fs::read(&second).expect("read"), bytes);
    std::fs::remove_file(&second).expect("gone");
    // a link to it is followed: what it leads to is locked
    let link = room.0.path().join("link.db");
    std::os::unix::fs::symlink(room.file(), &link).expect("linked");
    let mut shelf = Shelf::of(&link, &house::clock(), &Customs::default());
    shelf.lock(&passphrase(WORDS), Cost::LEAST).expect("locked");
    assert!(link.is_symlink());
    assert!(matches!(store::state(&link), Ok(State::Locked(_))));
    assert!(matches!(store::state(&room.file()), Ok(State::Locked(_))));
    assert!(room.open(room.keys()).is_ok());
}
