//! The raw bytes that the screen writes over a hostile journal: nothing but what a screen of ours is made of.

use std::time::Duration;

use super::{hostile, journal_at};
use crate::tap::{Tap, drawn, foreign};

#[test]
fn the_terminal_gets_no_sequence_from_hostile_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = folder.path().join("journal.db");
    drop(journal_at(&journal));
    let journal = journal.display().to_string();
    let args = ["--journal", &journal, "--config", "settings"];
    let mut seat = Tap::new(folder.path(), &args, (100, 30));
    seat.shows("I promised");
    // every page of the first somebody, and what can be reached with a few keys
    let walk = [
        "j", "j", "s", "\x1b", "x", "\x1b", "gr", "j", "\r", "2", "3", "4", "5", "6", "1", "v",
        "h", "h", "m", "q", "p", "q", "b", "\t", "y", "q", "i", "q", "C", "q", "r", "q", "\x1b",
        "gt", "w", "q", "gw", "q", "gb", "q", "gm", "\t", "f", "q", "gB", "q", "gx", "q", "?", "q",
        ":a", "\x1b", "/end", "\r", "h", "q", "\x1b", "gt", "an",
    ];
    for keys in walk {
        seat.types(keys.as_bytes());
        seat.drains(Duration::from_millis(30));
    }
    for n in 0..super::HOSTILE.len() {
        let paste = format!("\x1b[200~{}\x1b[201~", hostile(n).replace("\x1b[201~", ""));
        seat.types(paste.as_bytes());
        seat.drains(Duration::from_millis(30));
    }
    seat.resize(80, 24);
    seat.drains(Duration::from_millis(50));
    seat.types(b"\x13");
    seat.drains(Duration::from_millis(50));
    seat.types(b"\x1b\x1b\x03");
    seat.drains(Duration::from_millis(200));
    seat.types(b"\x03");
    let (_, all) = seat.ends();
    assert!(all.len() > 50_000, "only {} bytes were drawn", all.len());
    assert_eq!(foreign(&drawn(&all)), None);
}
