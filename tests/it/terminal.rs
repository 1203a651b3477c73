//! The screen in a real pseudo-terminal: it comes up, works, is left, is killed; the terminal is given back each time.

use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(30);

/// A side of the screen.
fn side(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a side")
}

/// A terminal with the program in it.
struct Seat {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    /// Kept open while the program runs.
    _master: Box<dyn MasterPty + Send>,
}

impl Seat {
    fn demo() -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
        command.arg("demo");
        command.env("TRUSTLINE_NOW", "2026-11-22T09:00");
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its input");
        let (send, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keys,
            screen: vt100::Parser::new(side(24), side(80), 0),
            bytes,
            _master: pair.master,
        }
    }

    /// Waits until the screen shows some words; how many bytes came meanwhile.
    fn shows(&mut self, words: &str) -> usize {
        let start = Instant::now();
        let mut came = 0;
        while !self.screen.screen().contents().contains(words) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let Ok(bytes) = self.bytes.recv_timeout(left) else {
                panic!("no {words:?} on:\n{}", self.screen.screen().contents());
            };
            came += bytes.len();
            self.screen.process(&bytes);
        }
        came
    }

    fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys go in");
        self.keys.flush().expect("keys go in");
    }

    /// Waits for the end; the terminal must be as it was.
    fn ends(mut self) -> ExitStatus {
        let status = self.child.wait().expect("it ends");
        while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(500)) {
            self.screen.process(&bytes);
        }
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen was left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is the terminal's again"
        );
        status
    }
}

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
    for signal in ["-TERM", "-HUP", "-INT"] {
        let mut seat = Seat::demo();
        seat.shows("They promised");
        let id = seat.child.process_id().expect("its number").to_string();
        let kill = Command::new("kill").args([signal, &id]).status();
        assert!(kill.expect("kill runs").success());
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
