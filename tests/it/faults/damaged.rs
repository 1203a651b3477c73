//! Files that are cut, flipped, empty or somebody else's: named for what they are, never overwritten by a look.

use super::acts::busy;
use super::place::{Dice, Place, cases, in_order, said, tell};

/// A journal of some pages, settled into its file, with a backup beside it.
fn kept() -> Place {
    let place = busy();
    for n in 0..14 {
        place.does(&["commit", &format!("send Priya the item{n} by fri")]);
    }
    place.does(&["backup"]);
    place
}

/// Cuts and flips, as many as one file of the matrix has.
fn damaged(whole: &[u8], nth: usize, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let mut flip = |many: usize, below: usize, dice: &mut Dice| {
        for _ in 0..many {
            bytes[dice.below(below)] ^= 1 << dice.below(8);
        }
    };
    match nth % 6 {
        0 => bytes.truncate(dice.below(whole.len() - 1) + 1),
        1 => flip(1, whole.len(), dice),
        2 => flip(1, 100, dice),
        3 => flip(50, whole.len(), dice),
        4 => {
            // a sector that never arrived
            let at = dice.below(whole.len() / 512) * 512;
            bytes[at..at + 512].fill(0);
        }
        _ => {
            // a page of something else
            let (from, to) = (
                dice.below(whole.len() / 4096),
                dice.below(whole.len() / 4096),
            );
            bytes.copy_within(from * 4096..(from + 1) * 4096, to * 4096);
        }
    }
    bytes
}

#[test]
fn a_damaged_file_is_named_and_left_as_it_is() {
    let place = kept();
    let journal = place.journal();
    let whole = std::fs::read(&journal).expect("read");
    let mut dice = Dice(7);
    let (mut named, mut offered, mut salvaged) = (0, 0, 0);
    let many = cases(60, 1_000);
    let reads: [&[&str]; 7] = [
        &["list"],
        &["show", "priya"],
        &["doctor"],
        &["today", "--json"],
        &["export"],
        &["backups"],
        &[
            "export",
            "--salvage",
            "--output",
            "salvaged.jsonl",
            "--force",
        ],
    ];
    for nth in 0..many {
        let bytes = damaged(&whole, nth, &mut dice);
        for side in ["journal.db-wal", "journal.db-shm", "salvaged.jsonl"] {
            let _ = std::fs::remove_file(place.path(side));
        }
        std::fs::write(&journal, &bytes).expect("written");
        let mut ill = false;
        // three looks a file: the checks, and two of the others in turn
        for args in [reads[2], reads[nth % 2], reads[3 + nth % 4]] {
            let done = place.run(args);
            let why = format!("{nth} {args:?}");
            in_order(&done, &why);
            let (code, says) = (done.status.code(), said(&done));
            assert!(matches!(code, Some(0 | 3 | 6)), "{why}: {code:?} {says}");
            assert!(!says.contains('\u{1b}'), "{why}");
            ill |= code == Some(6);
            if says.contains("the newest sound backup is 2026-11-22T100000") {
                offered += 1;
            }
            assert!(
                std::fs::read(&journal).expect("read") == bytes,
                "{why}: it was changed"
            );
        }
        named += usize::from(ill);
        salvaged += usize::from(place.path("salvaged.jsonl").exists());
    }
    assert!(
        named > many / 3 && offered >= named,
        "{named} named, {offered} offered"
    );
    tell(&format!(
        "damaged files: {many}, 0 panics, 0 overwritten; {named} named as damaged, each with the newest sound backup; salvaged from {salvaged}"
    ));
}

/// A write on a damaged file is refused or done; whatever it is, nothing panics, and the way back is there.
#[test]
fn writing_on_a_damaged_file_never_panics_and_the_backup_brings_all_back() {
    let place = kept();
    let journal = place.journal();
    let (whole, held) = (std::fs::read(&journal).expect("read"), place.held());
    let mut dice = Dice(11);
    for nth in 0..cases(12, 200) {
        std::fs::write(&journal, damaged(&whole, nth, &mut dice)).expect("written");
        for args in [&["note", "hello"][..], &["keep", "item3"], &["undo"]] {
            in_order(&place.run(args), &format!("{nth} {args:?}"));
        }
        let back = ["restore", "2026-11-22T100000.2-by-hand", "--yes"];
        let done = place.run(&back);
        if said(&done).contains("or newer: upgrade this one") {
            // its number of a schema is what was hit: a newer program's journal is never replaced
            continue;
        }
        assert!(done.status.success(), "{nth}: {}", said(&done));
        assert_eq!(place.held(), held, "{nth}");
        place.is_sound("restored");
        // one second holds many: what was kept before each restore is not what this is about
        for entry in place
            .path("journal.db.backups")
            .read_dir()
            .expect("them")
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.ends_with("by-hand.db") {
                std::fs::remove_file(entry.path()).expect("removed");
            }
        }
    }
}

#[test]
fn what_is_no_journal_is_said_to_be_none_and_left() {
    let place = kept();
    let foreign = place.path("foreign.db");
    rusqlite::Connection::open(&foreign)
        .and_then(|raw| {
            raw.execute_batch("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 3")
        })
        .expect("a database");
    std::fs::write(place.path("words.txt"), "once upon a time\n").expect("written");
    std::fs::write(place.path("zeros"), [0; 8192]).expect("written");
    std::fs::write(place.path("picture.png"), b"\x89PNG\r\n\x1a\n........").expect("written");
    let cases = [
        ("foreign.db", "another program"),
        ("words.txt", "not a trustline journal"),
        ("zeros", "not a trustline journal"),
        ("picture.png", "not a trustline journal"),
    ];
    for (file, why) in cases {
        let before = std::fs::read(place.path(file)).expect("read");
        for args in [
            &["list"][..],
            &["note", "hello"],
            &["doctor"],
            &["undo"],
            &["export"],
        ] {
            let mut named = vec!["--journal", file];
            named.extend(args);
            let says = place.fails(&named, 6);
            assert!(says.contains(why), "{file} {args:?}: {says}");
            assert!(says.contains("Hint: "), "{file}: {says}");
        }
        assert!(
            std::fs::read(place.path(file)).expect("read") == before,
            "{file}"
        );
    }
}

/// An empty file is where a journal begins; but not where there are backups of one that was there.
#[test]
fn a_journal_that_lost_every_byte_is_not_begun_anew() {
    let place = kept();
    let held = place.held();
    std::fs::write(place.journal(), "").expect("emptied");
    for args in [&["list"][..], &["note", "hello"], &["today"], &["export"]] {
        let says = place.fails(args, 6);
        assert!(
            says.contains("is empty") && says.contains("newest sound backup"),
            "{says}"
        );
    }
    assert_eq!(place.journal().metadata().expect("there").len(), 0);
    place.does(&["restore", "newest", "--yes"]);
    assert_eq!(place.held(), held);
    // without a backup it is where one begins
    let fresh = Place::new();
    std::fs::write(fresh.journal(), "").expect("made");
    fresh.does(&["note", "the first"]);
}

#[test]
fn opening_writes_nothing_where_the_settings_are_damaged() {
    let place = Place::team();
    let journal = place.journal();
    let mut bytes = std::fs::read(&journal).expect("read");
    // the rows of the second page are the settings
    bytes[7275..8192].fill(0);
    std::fs::write(&journal, &bytes).expect("written");
    for args in [&["list"][..], &["today"], &["doctor"]] {
        place.run(args);
        assert!(std::fs::read(&journal).expect("read") == bytes, "{args:?}");
    }
}
