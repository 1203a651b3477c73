//! Headers that are damaged, lost, of another journal or hostile.

use trustline::error::ErrorKind;
use trustline::journal::Journal;
use trustline::secret::{Cost, Header, Key, Keys};
use trustline::store::{self, State};

use super::Room;
use crate::locked::{WORDS, passphrase};

#[test]
fn a_damaged_or_truncated_header_is_told_and_costs_nothing() {
    let room = Room::new();
    let keys = room.locked();
    let key = store::key_file(&room.file());
    let (whole, bytes) = (
        std::fs::read(&key).expect("a header"),
        std::fs::read(room.file()).expect("a journal"),
    );
    let mut flipped = whole.clone();
    flipped[300] ^= 1;
    for bad in [&flipped, &whole[..200].to_vec(), &Vec::new()] {
        std::fs::write(&key, bad).expect("written");
        let refused = Journal::locked(&room.file()).expect_err("damaged");
        assert_eq!(refused.kind(), ErrorKind::Journal);
        assert!(refused.says().contains("header"), "{refused}");
        assert!(
            refused
                .hint_text()
                .is_some_and(|hint| hint.contains(".key"))
        );
        assert!(room.open(keys.clone()).is_err());
    }
    std::fs::write(&key, whole).expect("written");
    assert_eq!(std::fs::read(room.file()).expect("a journal"), bytes);
    assert!(room.open(keys).is_ok());
}

#[test]
fn a_lost_header_is_found_again_in_a_backup() {
    let room = Room::new();
    let keys = room.locked();
    let before = room.told(keys.clone());
    let key = store::key_file(&room.file());
    std::fs::remove_file(&key).expect("gone");
    assert!(matches!(store::state(&room.file()), Ok(State::Headless(_))));
    let refused = room.open(keys.clone()).err().expect("no header");
    assert_eq!(refused.kind(), ErrorKind::Locked);
    let found = room.shelf(Keys::none()).find_header().expect("looked");
    assert_eq!(found, Some(room.backup()));
    assert_eq!(room.told(room.keys()), before);
    assert_eq!(
        room.shelf(Keys::none()).find_header().expect("looked"),
        None
    );
}

#[test]
fn a_damaged_header_is_found_again_in_a_backup_and_a_newer_one_is_left_alone() {
    let room = Room::new();
    let keys = room.locked();
    let before = room.told(keys);
    let key = store::key_file(&room.file());
    let aside = key.with_extension("key.aside");
    let text = std::fs::read_to_string(&key).expect("a header");
    for damaged in ["", &text[..100], &text.replace("salt ", "salt 0")] {
        std::fs::write(&key, damaged).expect("written");
        let found = room.shelf(Keys::none()).find_header().expect("looked");
        assert_eq!(found, Some(room.backup()));
        assert_eq!(room.told(room.keys()), before);
        assert_eq!(std::fs::read_to_string(&aside).expect("kept"), damaged);
    }
    let newer = text.replace("trustline key 1", "trustline key 2");
    std::fs::write(&key, &newer).expect("written");
    let found = room.shelf(Keys::none()).find_header().expect("looked");
    assert_eq!(found, None);
    assert_eq!(std::fs::read_to_string(&key).expect("left"), newer);
}

#[test]
fn the_header_of_another_journal_is_not_taken_for_its_own() {
    let (room, other) = (Room::new(), Room::new());
    let keys = room.locked();
    other.locked();
    let (own, theirs) = (
        store::key_file(&room.file()),
        store::key_file(&other.file()),
    );
    std::fs::copy(theirs, own).expect("copied");
    assert!(matches!(store::state(&room.file()), Ok(State::Headless(_))));
    assert!(room.open(keys.clone()).is_err());
    room.shelf(Keys::none())
        .find_header()
        .expect("looked")
        .expect("found");
    assert!(room.open(keys).is_ok());
}

#[test]
fn a_header_that_asks_for_all_memory_is_refused_before_any_is_taken() {
    let key = Key::draw().expect("a key");
    let cost = Cost {
        memory: u32::MAX,
        ..Cost::LEAST
    };
    assert!(Header::wrap(&key, &passphrase(WORDS), cost).is_err());
    let room = Room::new();
    room.locked();
    let file = store::key_file(&room.file());
    let honest = std::fs::read_to_string(&file).expect("a header");
    for (from, to) in [
        ("memory=8 ", "memory=4294967295 "),
        ("passes=1 ", "passes=4000000000 "),
        ("lanes=1\n", "lanes=900\n"),
    ] {
        let body = honest.replace(from, to);
        assert_ne!(body, honest);
        std::fs::write(&file, with_its_sum(&body)).expect("written");
        let refused = Journal::locked(&room.file()).expect_err("hostile");
        assert!(refused.says().contains("more memory or time"), "{refused}");
    }
}

/// A header as a forger writes it: with the sum of what it says.
fn with_its_sum(text: &str) -> String {
    let body = text.split("sum ").next().unwrap_or_default();
    let sum = body.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{body}sum {sum:016x}\n")
}

#[test]
fn plain_sqlite_learns_nothing() {
    let room = Room::new();
    room.locked();
    let plain = rusqlite::Connection::open(room.file()).expect("a handle");
    let read = plain.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    });
    assert!(read.is_err());
    // the key of another journal
    let other = Room::new();
    let keys = other.locked();
    assert_eq!(
        room.open(keys).err().map(|e| e.kind()),
        Some(ErrorKind::Locked)
    );
}
