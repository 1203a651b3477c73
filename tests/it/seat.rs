//! A seat at a real pseudo-terminal: the program in it, what it shows, keys and signals to it, and how it leaves.

use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take on a machine that is busy with something else.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A side of the screen.
fn side(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a side")
}

/// A terminal with the program in it.
pub struct Seat {
    /// The program.
    pub child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    /// What is seen.
    pub screen: vt100::Parser,
    /// What comes from the program.
    pub bytes: Receiver<Vec<u8>>,
    /// Kept open while the program runs.
    _master: Box<dyn MasterPty + Send>,
}

impl Seat {
    /// The sample, in a throw-away place.
    pub fn demo() -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
        command.arg("demo");
        command.env("TRUSTLINE_NOW", "2026-11-22T09:00");
        command.env("TERM", "xterm-256color");
        Self::with(command)
    }

    /// A program in a terminal of 80 columns and 24 lines.
    pub fn with(command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
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
    pub fn shows(&mut self, words: &str) -> usize {
        let there = |screen: &str| screen.contains(words);
        self.comes_to(&there, &format!("no {words:?}"))
    }

    /// Waits until some words are gone from the screen.
    pub fn hides(&mut self, words: &str) {
        let gone = |screen: &str| !screen.contains(words);
        self.comes_to(&gone, &format!("still {words:?}"));
    }

    fn comes_to(&mut self, there: &dyn Fn(&str) -> bool, else_says: &str) -> usize {
        let start = Instant::now();
        let mut came = 0;
        while !there(&self.screen.screen().contents()) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let Ok(bytes) = self.bytes.recv_timeout(left) else {
                panic!("{else_says} on:\n{}", self.screen.screen().contents());
            };
            came += bytes.len();
            self.screen.process(&bytes);
        }
        came
    }

    /// The line of the screen that holds some words.
    pub fn line_of(&self, words: &str) -> String {
        let contents = self.screen.screen().contents();
        let line = contents.lines().find(|line| line.contains(words));
        line.unwrap_or_else(|| panic!("no {words:?} on:\n{contents}"))
            .to_owned()
    }

    /// Presses keys.
    pub fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys go in");
        self.keys.flush().expect("keys go in");
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("its number").to_string();
        let kill = Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status();
        assert!(kill.expect("kill runs").success());
    }

    /// Waits until the process stands still: it gives the terminal back a moment before it stops, and what would bring it
    /// back in between would be lost.
    #[cfg(target_os = "linux")]
    pub fn stands_still(&self) {
        let id = self.child.process_id().expect("its number");
        let start = Instant::now();
        let state = || {
            let told = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            told.rsplit(')')
                .next()
                .map(|rest| rest.trim_start().chars().next())
        };
        while state() != Some(Some('T')) {
            assert!(start.elapsed() < PATIENCE, "it never stopped");
            std::thread::yield_now();
        }
    }

    /// Waits for the end; the terminal must be as it was.
    pub fn ends(mut self) -> ExitStatus {
        let status = self.child.wait().expect("it ends");
        while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(500)) {
            self.screen.process(&bytes);
        }
        self.is_given_back();
        status
    }

    /// The terminal is as it was before the program.
    pub fn is_given_back(&self) {
        given_back(self.screen.screen());
    }
}

/// A terminal is as it was before any program.
pub fn given_back(screen: &vt100::Screen) {
    assert!(!screen.alternate_screen(), "the alternate screen was left");
    assert!(!screen.hide_cursor(), "the cursor is shown");
    assert!(!screen.bracketed_paste(), "pastes are plain again");
    assert_eq!(
        screen.mouse_protocol_mode(),
        vt100::MouseProtocolMode::None,
        "the mouse is the terminal's again"
    );
}
