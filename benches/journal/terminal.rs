//! The whole process in a pseudo-terminal: its first frame, a key, the bytes that it sends, its memory and its rest.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::bare;
use crate::form::{Form, passphrase};
use crate::processor;
use crate::stopwatch::{Reading, Rounds, SLOW, alone, millis, reading};
use crate::table::{Act, Goal};
use trustline::secret::{Cost, Header, Key};

/// More bytes than whatever is sent before a first frame.
const FRAME: usize = 1_500;

/// After so long without a byte a frame is whole.
const QUIET: Duration = Duration::from_millis(120);

/// How long idleness is watched.
const REST: Duration = Duration::from_secs(5);

const STARTS: usize = 12;

/// The acts of this room.
pub const ACTS: &[Act] = &[
    Act {
        name: "start to first frame, whole process",
        unit: "ms",
        goal: Goal::new("plain ≤ 15, locked ≤ 25 ms", |row| {
            row.plain.median <= 15.0 && row.locked.median <= 25.0
        }),
        run: start,
    },
    Act {
        name: "the key from a passphrase, at its usual cost",
        unit: "ms",
        goal: Goal::new("≤ 305 ms", |row| row.locked.median <= 305.0),
        run: derive,
    },
    Act {
        name: "key in the terminal, to its last byte",
        unit: "ms",
        goal: Goal::new("≤ 5 ms", |row| row.plain.median <= 5.0),
        run: |form| keys(form).0,
    },
    Act {
        name: "bytes for a line down",
        unit: "bytes",
        goal: Goal::new("≤ 400", |row| row.plain.median <= 400.0),
        run: |form| keys(form).1,
    },
    Act {
        name: "memory at rest (RSS)",
        unit: "MB",
        goal: Goal::new("≤ 20 MB", |row| row.plain.median <= 20.0),
        run: |form| rest(form).0,
    },
    Act {
        name: "memory at rest, its own (RssAnon)",
        unit: "MB",
        goal: Goal::NONE,
        run: |form| rest(form).1,
    },
    Act {
        name: "wake-ups in five idle seconds",
        unit: "times",
        goal: Goal::new("0", |row| row.plain.median < 1.0),
        run: |form| rest(form).2,
    },
    Act {
        name: "processor in five idle seconds",
        unit: "ticks",
        goal: Goal::new("0", |row| row.plain.median < 1.0),
        run: |form| rest(form).3,
    },
];

/// A program in a terminal of 120 columns and 40 lines.
struct Seat {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<(Instant, usize)>,
    began: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Seat {
    fn at(command: CommandBuilder) -> Self {
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
            let mut buffer = [0; 1 << 16];
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

    /// The program over the million, with a clock that stands.
    fn over(form: &Form) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
        for (name, value) in form.environment(&form.path) {
            command.env(name, value);
        }
        command.env("TRUSTLINE_NOW", "2026-11-22T10:00");
        Self::at(command)
    }

    /// Waits for so many bytes and then for quiet: when the last of them came, and how many there were.
    fn settles(&mut self, least: usize) -> (Instant, usize) {
        let (mut last, mut came) = (self.began, 0);
        loop {
            let patience = if came < least {
                Duration::from_secs(30)
            } else {
                QUIET
            };
            match self.bytes.recv_timeout(patience) {
                Ok((at, n)) => (last, came) = (at, came + n),
                Err(_) => return (last, came),
            }
        }
    }

    /// Presses a key: the time to the last byte of what it changed, and how many bytes that took.
    fn press(&mut self, key: &str) -> (f64, usize) {
        let start = Instant::now();
        self.keys.write_all(key.as_bytes()).expect("a key");
        let (last, came) = self.settles(1);
        (millis(last.saturating_duration_since(start)), came)
    }

    fn leaves(mut self) {
        // Ctrl-C ends it wherever it stands
        let _ = self.keys.write_all(b"\x03");
        let _ = self.child.wait();
    }
}

/// From the start of the process to the last byte of its first frame, beside a bare process that shows as many rows.
fn start(form: &Form) -> Reading {
    let (mut ours, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut seat = Seat::over(form);
        let began = seat.began;
        ours.push(millis(seat.settles(FRAME).0 - began));
        seat.leaves();
        floors.push(bare_start(form));
    }
    reading(&ours, Some(&floors))
}

fn bare_start(form: &Form) -> f64 {
    let mut command = CommandBuilder::new(bare::own());
    command.args(bare::arguments("show", &form.path));
    let (name, value) = bare::key(form);
    command.env(name, value);
    let mut seat = Seat::at(command);
    let began = seat.began;
    let shown = millis(seat.settles(FRAME).0 - began);
    let _ = seat.child.wait();
    shown
}

/// What a start from a passphrase takes besides: the locked million is locked at the least cost there is.
fn derive(form: &Form) -> Reading {
    if !form.is_locked() {
        return Reading::default();
    }
    let key = Key::draw().expect("a key");
    let header = Header::wrap(&key, &passphrase(), Cost::USUAL).expect("a header");
    let rounds = Rounds { least: 5, ..SLOW };
    alone(rounds, || {
        drop(header.open(&passphrase()).expect("its key"))
    })
}

/// Lines down in the list of relationships: times and bytes.
fn keys(form: &Form) -> (Reading, Reading) {
    let mut seat = Seat::over(form);
    seat.settles(FRAME);
    seat.press("g");
    seat.press("r");
    let presses: Vec<_> = (0..20).map(|_| seat.press("j")).collect();
    seat.leaves();
    let times: Vec<_> = presses.iter().map(|(time, _)| *time).collect();
    let bytes: Vec<_> = presses.iter().map(|(_, bytes)| whole(*bytes)).collect();
    (reading(&times, None), reading(&bytes, None))
}

fn whole(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}

/// After a first frame and a few keys: memory, the memory that is its own, wake-ups and ticks while nothing happens.
fn rest(form: &Form) -> (Reading, Reading, Reading, Reading) {
    let mut seat = Seat::over(form);
    seat.settles(FRAME);
    for key in ["g", "r", "j", "j", "q"] {
        seat.press(key);
    }
    let id = seat.child.process_id().expect("its number");
    let place = format!("/proc/{id}");
    let seen = |field| processor::status(Path::new(&place), field);
    let slept = || {
        (
            seen("voluntary_ctxt_switches"),
            processor::ticks(Path::new(&place)),
        )
    };
    let before = slept();
    std::thread::sleep(REST);
    let after = slept();
    let memory = (seen("VmRSS") / 1024.0, seen("RssAnon") / 1024.0);
    seat.leaves();
    (
        Reading::of(memory.0),
        Reading::of(memory.1),
        Reading::of(after.0 - before.0),
        Reading::of(after.1 - before.1),
    )
}
