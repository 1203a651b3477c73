//! The loop sleeps: nothing wakes it at rest, and what another process writes is on the screen all the same.

use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use trustline::clock::Clock;
use trustline::journal::Journal;

use crate::house;
use crate::seat::{PATIENCE, Seat};

/// Nothing that a screen at rest has to do comes sooner.
const FAR: u64 = 60;

fn seat(journal: &Path) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.env("TRUSTLINE_NOW", "2026-11-22T09:00");
    command.env("TRUSTLINE_JOURNAL", journal);
    command.env("TRUSTLINE_CONFIG", journal.with_file_name("settings"));
    command.env("TERM", "xterm-256color");
    Seat::with(command)
}

/// In how many seconds the process is woken at the latest, as the system tells of its alarm; `None`: it has none.
fn wakes_in(process: u32) -> Option<u64> {
    let folder = format!("/proc/{process}/fdinfo");
    let alarms = std::fs::read_dir(folder).ok()?.flatten();
    let told = alarms.filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let value = told.filter_map(|told| {
        let line = told.lines().find(|line| line.starts_with("it_value:"))?;
        let seconds = line.split(['(', ',']).nth(1)?;
        seconds.trim().parse().ok()
    });
    value.max()
}

/// Waits until nothing is to be done soon any more.
fn comes_to_rest(seat: &mut Seat) {
    let process = seat.child.process_id().expect("its number");
    let begun = Instant::now();
    loop {
        while let Ok(bytes) = seat.bytes.recv_timeout(Duration::from_millis(50)) {
            seat.screen.process(&bytes);
        }
        match wakes_in(process) {
            Some(seconds) if seconds > FAR => return,
            found => assert!(begun.elapsed() < PATIENCE, "it wakes in {found:?} seconds"),
        }
    }
}

#[test]
fn a_screen_at_rest_is_woken_by_what_another_process_writes_and_by_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.db");
    let mut journal = Journal::open(&file, house::clock()).expect("a journal");
    house::person(&mut journal, "Priya Nair");
    house::person(&mut journal, "Tom Becker");
    drop(journal);
    let mut seat = seat(&file);
    seat.shows("q quit");
    seat.types("gr");
    seat.shows("Tom Becker");
    comes_to_rest(&mut seat);
    // what is chosen stays chosen
    seat.types("G");
    comes_to_rest(&mut seat);
    let mut other = Journal::open(&file, Clock::from_env()).expect("another process");
    house::person(&mut other, "Margarethe Winterbottom");
    seat.shows("Margarethe");
    comes_to_rest(&mut seat);
    house::person(&mut other, "Olu Adeyemi");
    seat.shows("Olu Adeyemi");
    // the last connection but one takes the log away, or leaves it: either is lived with
    drop(other);
    comes_to_rest(&mut seat);
    let mut other = Journal::open(&file, Clock::from_env()).expect("another process");
    house::person(&mut other, "Aroha Ngata");
    seat.shows("Aroha");
    seat.types("\x03");
    assert!(seat.ends().success());
}

#[test]
fn a_folder_that_is_moved_away_is_followed_by_a_look_a_second_and_watched_again_when_it_is_back() {
    let above = tempfile::tempdir().expect("a folder");
    let (here, there) = (above.path().join("here"), above.path().join("there"));
    std::fs::create_dir(&here).expect("made");
    let file = here.join("journal.db");
    let mut journal = Journal::open(&file, house::clock()).expect("a journal");
    house::person(&mut journal, "Priya Nair");
    drop(journal);
    let mut seat = seat(&file);
    seat.shows("q quit");
    seat.types("gr");
    seat.shows("Priya Nair");
    comes_to_rest(&mut seat);
    std::fs::rename(&here, &there).expect("moved");
    let process = seat.child.process_id().expect("its number");
    let begun = Instant::now();
    while wakes_in(process).is_some_and(|seconds| seconds > FAR) {
        assert!(begun.elapsed() < PATIENCE, "it does not look any more");
    }
    std::fs::rename(&there, &here).expect("moved back");
    comes_to_rest(&mut seat);
    let mut other = Journal::open(&file, Clock::from_env()).expect("another process");
    house::person(&mut other, "Olu Adeyemi");
    seat.shows("Olu Adeyemi");
    seat.types("\x03");
    assert!(seat.ends().success());
}
