//! The screen in a real pseudo-terminal: it comes up, works, is left, is killed; the terminal is given back each time.

use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::seat::{PATIENCE, Seat};

#[test]
fn the_screen_comes_up_works_and_is_left() {
    let mut seat = Seat::demo();
    seat.shows("They promised");
    seat.types("gr");
    seat.shows("12 weeks");
    seat.types("q");
    seat.shows("They promised");
    seat.types("sk");
    seat.shows("u undoes");
    seat.types("q");
    assert!(seat.ends().success());
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_given_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut seat = Seat::demo();
        seat.shows("They promised");
        seat.signal(signal);
        assert!(!seat.ends().success(), "{signal} is told by the exit code");
    }
}

#[test]
fn moving_the_cursor_sends_few_bytes() {
    let mut seat = Seat::demo();
    // what is drawn last
    seat.shows("q quit");
    seat.types("j");
    let drained = Instant::now();
    let first = seat.bytes.recv_timeout(PATIENCE).expect("it is drawn");
    seat.screen.process(&first);
    let mut came = first.len();
    while let Ok(bytes) = seat.bytes.recv_timeout(Duration::from_millis(400)) {
        came += bytes.len();
        seat.screen.process(&bytes);
        assert!(drained.elapsed() < PATIENCE, "it does not come to rest");
    }
    assert!((1..=400).contains(&came), "{came} bytes for one line down");
    seat.types("\x03");
    assert!(seat.ends().success());
}

/// The library once read a kilobyte of what lay ready and left the rest until the next key, at full speed.
#[test]
fn a_paste_without_brackets_comes_whole() {
    let mut seat = Seat::demo();
    seat.shows("q quit");
    seat.types("c");
    seat.shows("Esc");
    seat.hides("q quit");
    let words: Vec<String> = (0..900).map(|n| format!("w{n}")).collect();
    seat.types(&words.join(" "));
    seat.shows("w899");
    seat.signal("TERM");
    seat.ends();
}

#[test]
fn a_window_that_is_closed_ends_it() {
    let pair = native_pty_system()
        .openpty(PtySize::default())
        .expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    command.arg("demo");
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).expect("the program");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("help") {
        let read = reader.read(&mut buffer).expect("a first screen");
        seen.extend_from_slice(&buffer[..read]);
    }
    drop(reader);
    drop(pair.master);
    // a closed window reads as "ready, and nothing there" for ever: the program must not wait for keys from it
    let ended = child.wait().expect("an end");
    // by itself, or, where it was just about to read, by the system's word that the terminal hung up
    assert!([1, 129].contains(&ended.exit_code()), "{ended:?}");
}
