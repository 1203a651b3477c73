//! A program in a pseudo-terminal, watched from outside: when its bytes came and how many they were.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// More bytes than whatever is sent before a first frame.
pub const FRAME: usize = 1_500;

/// After so long without a byte a frame is whole. The journal is looked at again 100 ms after a start, and what is drawn
/// then, most often nothing new, is no part of the first frame.
const QUIET: Duration = Duration::from_millis(60);

/// A program in a terminal of 120 columns and 40 lines.
pub struct Seat {
    /// The program.
    pub child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<(Instant, usize)>,
    /// When it was started.
    pub began: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Seat {
    /// Starts a program.
    pub fn at(command: CommandBuilder) -> Self {
        let size = PtySize {
            rows: 40,
            cols: 120,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its input");
        let (send, bytes) = channel();
        let began = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if send.send((Instant::now(), n)).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keys,
            bytes,
            began,
            _master: pair.master,
        }
    }

    /// Waits for so many bytes and then for quiet: when the last of them came, and how many there were.
    pub fn settles(&mut self, least: usize) -> (Instant, usize) {
        let (mut newest, mut many) = (self.began, 0);
        loop {
            let patience = if many < least {
                Duration::from_secs(30)
            } else {
                QUIET
            };
            match self.bytes.recv_timeout(patience) {
                Ok((at, n)) => (newest, many) = (at, many + n),
                Err(_) => return (newest, many),
            }
        }
    }

    /// Presses a key: the time to the last byte of what it changed, and how many bytes that took.
    pub fn press(&mut self, key: &str) -> (f64, usize) {
        let start = Instant::now();
        self.keys.write_all(key.as_bytes()).expect("a key");
        let (last, came) = self.settles(1);
        let took = last.saturating_duration_since(start);
        (took.as_secs_f64() * 1e3, came)
    }

    /// Ends it.
    pub fn leaves(mut self) {
        // Ctrl-C ends it wherever it stands
        let _ = self.keys.write_all(b"\x03");
        let _ = self.child.wait();
    }
}
