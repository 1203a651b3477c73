//! The gate in a real pseudo-terminal: after locking and after leaving, nothing of the journal is in a cell or in a byte.

use std::time::Instant;

use portable_pty::CommandBuilder;

use crate::house;
use crate::locked::{Room, WORDS};
use crate::seat::{PATIENCE, Seat};

const NAME: &str = "Margarethe Winterbottom";

/// At a locked journal with somebody in it, with some settings.
fn seat(room: &Room, settings: &str) -> Seat {
    let mut journal = room.make();
    house::person(&mut journal, NAME);
    drop(journal);
    let folder = room.folder().join("settings");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(folder.join("config.toml"), settings).expect("settings");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.env("TRUSTLINE_NOW", "2026-11-22T09:00");
    command.env("TRUSTLINE_JOURNAL", room.file());
    command.env("TRUSTLINE_CONFIG", folder);
    command.env("TERM", "xterm-256color");
    for name in ["TMUX", "DISPLAY", "WAYLAND_DISPLAY"] {
        command.env_remove(name);
    }
    Seat::with(command)
}

/// Waits until the screen shows some words; every byte that came meanwhile.
fn bytes_until(seat: &mut Seat, words: &str) -> String {
    let begun = Instant::now();
    let mut all = Vec::new();
    while !seat.screen.screen().contents().contains(words) {
        let left = PATIENCE.saturating_sub(begun.elapsed());
        let bytes = seat.bytes.recv_timeout(left);
        let bytes = bytes.unwrap_or_else(|_| panic!("no {words:?}"));
        seat.screen.process(&bytes);
        all.extend(bytes);
    }
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn nothing_of_a_locked_journal_is_in_the_terminal() {
    let room = Room::new();
    let mut seat = seat(&room, "");
    let asked = bytes_until(&mut seat, "go on");
    assert!(!asked.contains("Winterbottom"));
    seat.types("wrong\r");
    seat.shows("This is not the passphrase");
    // a paste in brackets, as from a list of passphrases
    seat.types(&format!("\x1b[200~{WORDS}\n\x1b[201~\r"));
    seat.shows("commit");
    seat.types("gr");
    seat.shows(NAME);
    seat.types("\x0c");
    let after = bytes_until(&mut seat, "Locked journal");
    let cells = seat.screen.screen().contents();
    assert!(
        !cells.contains("Winter") && !cells.contains("Relationships"),
        "{cells}"
    );
    assert!(!after.contains("Winterbottom") && !after.contains("Relationships"));
    assert!(!after.contains("geese"), "the passphrase is not echoed");
    seat.types(&format!("{WORDS}\r"));
    seat.shows(NAME);
    assert!(
        seat.line_of("name").contains("last contact"),
        "the same page"
    );
    seat.types("\x03");
    assert!(seat.ends().success());
}

#[test]
fn what_was_seen_is_wiped_before_the_screen_is_given_back() {
    let room = Room::new();
    let mut seat = seat(&room, "");
    seat.shows("go on");
    seat.types(&format!("{WORDS}\r"));
    seat.shows("commit");
    seat.types("gr");
    seat.shows(NAME);
    // ordinary work has a title of its own for a while
    seat.types("\x14");
    let covered = bytes_until(&mut seat, "100% tests passed");
    assert!(covered.contains("\x1b[22;0t\x1b]0;make\x07"), "{covered:?}");
    seat.types("\x14");
    let back = bytes_until(&mut seat, NAME);
    assert!(back.contains("\x1b[23;0t"));
    seat.types("\x03");
    let mut left = Vec::new();
    while let Ok(bytes) = seat.bytes.recv_timeout(PATIENCE) {
        left.extend(bytes);
        if String::from_utf8_lossy(&left).contains("\x1b[?1049l") {
            break;
        }
    }
    let left = String::from_utf8_lossy(&left).into_owned();
    let wiped = left.find("\x1b[2J").expect("the screen is wiped");
    assert!(
        wiped < left.find("\x1b[?1049l").expect("it is left"),
        "{left:?}"
    );
    assert!(!left.contains("Winterbottom"));
    seat.screen.process(left.as_bytes());
    assert!(seat.ends().success());
}

#[test]
fn a_rest_locks_by_itself() {
    let room = Room::new();
    let mut seat = seat(&room, "[privacy]\nidle_lock = \"1 s\"\n");
    seat.shows("go on");
    seat.types(&format!("{WORDS}\r"));
    // the page may be gone again before its cells were looked at; only a journal that was open is wiped off the screen
    let begun = Instant::now();
    let mut all = String::new();
    let locked = |all: &str| {
        let wiped = all.split_once("\x1b[2J");
        wiped.is_some_and(|(_, after)| after.contains("Locked"))
    };
    while !locked(&all) {
        let left = PATIENCE.saturating_sub(begun.elapsed());
        let bytes = seat.bytes.recv_timeout(left).expect("it locks");
        seat.screen.process(&bytes);
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    seat.shows("go on");
    assert!(!seat.screen.screen().contents().contains("Today"));
    seat.types("\x03");
    assert!(seat.ends().success());
}
