//! Signals to an open screen, on several pages: the terminal is given back, the exit code says why, the journal is whole.

use std::time::Instant;

use portable_pty::CommandBuilder;

use super::acts::busy;
use super::place::{NOW, PROGRAM, Place, cases, tell};
use crate::seat::{PATIENCE, Seat};

fn open(place: &Place) -> Seat {
    let mut command = CommandBuilder::new(PROGRAM);
    command.env("TRUSTLINE_NOW", NOW);
    command.env("TRUSTLINE_JOURNAL", place.journal());
    command.env("TRUSTLINE_CONFIG", place.path("settings"));
    command.env("TERM", "xterm-256color");
    let mut seat = Seat::with(command);
    seat.shows("? help");
    seat
}

/// The keys that lead to a page from Today, and what is seen there.
const PAGES: [(&str, &str); 8] = [
    ("", "Today"),
    ("gr", "Priya Nair"),
    ("gr\r", "theirs"),
    ("/", "Search"),
    ("?", "Today"),
    (":", "Any command"),
    ("an", "^S save"),
    ("gs", "Settings"),
];

#[test]
fn a_signal_on_any_page_gives_the_terminal_back_and_is_told_by_the_exit_code() {
    let place = busy();
    let many = cases(4, PAGES.len());
    let mut told = 0;
    for (nth, (keys, words)) in PAGES.iter().enumerate().take(many) {
        for (signal, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
            if many < PAGES.len() && (nth + number) % 2 == 1 {
                continue;
            }
            let mut seat = open(&place);
            seat.types(keys);
            seat.shows(words);
            seat.signal(signal);
            let status = seat.ends();
            assert_eq!(
                status.exit_code(),
                128 + u32::try_from(number).expect("small"),
                "{signal} on {words}"
            );
            told += 1;
        }
    }
    place.is_sound("after all");
    tell(&format!(
        "signals: {told} on {many} pages, each terminal given back"
    ));
}

/// Stopped and brought back, it shows what it showed, and takes keys again.
#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_comes_back() {
    let place = busy();
    let mut seat = open(&place);
    seat.types("an");
    seat.shows("^S save");
    seat.types("half a thought");
    seat.shows("half a thought");
    seat.signal("TSTP");
    seat.hides("half a thought");
    seat.is_given_back();
    #[cfg(target_os = "linux")]
    seat.stands_still();
    seat.signal("CONT");
    seat.shows("half a thought");
    assert!(seat.screen.screen().alternate_screen());
    seat.types(", made whole\x13");
    seat.shows("u undoes");
    seat.types("\x03");
    seat.ends();
    assert!(place.does(&["list"]).contains("half a thought, made whole"));
}

/// A kill gives nothing back; the journal is whole, and the next screen opens as ever.
#[test]
fn a_kill_leaves_the_journal_whole() {
    let place = busy();
    let mut seat = open(&place);
    seat.types("gr");
    seat.shows("Priya Nair");
    seat.signal("KILL");
    seat.child.wait().expect("it ends");
    place.is_sound("after the kill");
    let mut seat = open(&place);
    seat.types("q");
    assert!(seat.ends().success());
}

/// What is typed and not saved comes up again, whatever ended the window it was typed in.
#[test]
fn what_is_typed_outlives_every_end() {
    let signals = ["TERM", "HUP", "INT", "KILL"];
    for signal in signals {
        let place = busy();
        let mut seat = open(&place);
        seat.types("an");
        seat.shows("^S save");
        seat.types("words of the moment");
        seat.shows("words of the moment");
        if signal == "KILL" {
            // it is kept within a second of the last key; nobody is asked to wait for less
            let begun = Instant::now();
            while place.does(&["drafts", "--json"]).trim().len() < 5 {
                assert!(begun.elapsed() < PATIENCE, "it was never kept");
                std::thread::yield_now();
            }
        }
        seat.signal(signal);
        seat.child.wait().expect("it ends");
        assert!(!place.does(&["list"]).contains("words of the moment"));
        place.is_sound(signal);
        let mut seat = open(&place);
        // Today offers it above all else
        seat.types("\r");
        seat.shows("words of the moment");
        seat.types(", whole\x13");
        seat.shows("u undoes");
        seat.types("\x03");
        seat.ends();
        let listed = place.does(&["list"]);
        assert!(
            listed.contains("words of the moment, whole"),
            "{signal}: {listed}"
        );
        assert!(
            place.does(&["drafts", "--json"]).trim().len() < 5,
            "{signal}"
        );
    }
    tell(&format!(
        "drafts: {} ends, each text there again",
        signals.len()
    ));
}
