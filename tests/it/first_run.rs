//! The first five minutes in a real pseudo-terminal, from an empty home: once by the guide, once by an import, once in the
//! sample; and that nobody asks again.

use std::path::Path;

use portable_pty::CommandBuilder;

use crate::seat::Seat;

/// At the program of somebody who never started it, with a home of their own.
fn seat(home: &Path) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.env("HOME", home);
    command.env("TRUSTLINE_NOW", "2026-11-22T09:00");
    command.env("TERM", "xterm-256color");
    for name in [
        "TRUSTLINE_JOURNAL",
        "TRUSTLINE_CONFIG",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "TMUX",
        "DISPLAY",
        "WAYLAND_DISPLAY",
    ] {
        command.env_remove(name);
    }
    Seat::with(command)
}

/// Answers whether the new journal should be locked, where that can be asked: not now.
fn unlocked(seat: &mut Seat) {
    if cfg!(feature = "encryption") {
        seat.shows("Should this journal be locked");
        seat.types("n");
    }
    seat.shows("Welcome to trustline");
    seat.shows("help");
}

#[test]
fn the_guide_leads_from_nothing_to_today() {
    let home = tempfile::tempdir().expect("a home");
    let mut first = seat(home.path());
    unlocked(&mut first);
    first.types("s");
    first.shows("1 of 3");
    first.types("Priya Nair\x13");
    first.shows("2 of 3");
    first.shows("= I promise Priya Nair");
    first.types("send the budget numbers by thu noon");
    first.shows("I promise Priya Nair: send the budget numbers");
    first.types("\r");
    first.shows("3 of 3");
    first.shows("0 of 8 answered");
    first.types("45n4");
    first.shows("4 of 8 answered");
    first.types("\x13");
    first.shows("That is all it takes");
    first.shows("send the budget numbers");
    first.types("q");
    assert!(first.ends().success());

    let mut again = seat(home.path());
    again.shows("send the budget numbers");
    let screen = again.screen.screen().contents();
    for asked in ["Welcome", "of 3", "locked", "That is all"] {
        assert!(!screen.contains(asked), "{asked}: {screen}");
    }
    again.types("gr");
    again.shows("Priya Nair");
    again.types("\r3");
    again.shows("check-in");
    again.types("\x03");
    assert!(again.ends().success());
}

#[test]
fn an_import_leads_from_nothing_to_today() {
    let home = tempfile::tempdir().expect("a home");
    let file = home.path().join("contacts.vcf");
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Silva\r\nEND:VCARD\r\n";
    std::fs::write(&file, card).expect("written");
    let mut first = seat(home.path());
    unlocked(&mut first);
    first.types("i");
    first.shows("Which file?");
    first.types(&format!("{}\r", file.display()));
    first.shows("bring in");
    first.types("\r");
    first.shows("Brought in: 1 new");
    first.types("q");
    first.shows("Today");
    first.types("gr");
    first.shows("Ana Silva");
    first.types("\x03");
    assert!(first.ends().success());

    let mut again = seat(home.path());
    again.shows("Nothing is due today");
    assert!(!again.screen.screen().contents().contains("Welcome"));
    again.types("gr");
    again.shows("Ana Silva");
    again.types("\x03");
    assert!(again.ends().success());
}

#[test]
fn the_sample_is_looked_at_and_nothing_of_it_stays() {
    let home = tempfile::tempdir().expect("a home");
    let mut first = seat(home.path());
    unlocked(&mut first);
    first.types("l");
    first.shows("They promised");
    first.shows("F2 leaves it");
    // settled there: not here
    first.types("sk");
    first.shows("u undoes");
    // F2 as terminals send it
    first.types("\x1bOQ");
    first.shows("Welcome to trustline");
    first.types("q");
    first.shows("Nobody is here yet");
    first.types("q");
    assert!(first.ends().success());

    let mut again = seat(home.path());
    again.shows("Welcome to trustline");
    again.types("\x03");
    assert!(again.ends().success());
}
