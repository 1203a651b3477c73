//! The whole process in a pseudo-terminal: its first frame, a key, the bytes that it sends, its memory and its rest.

use std::path::PathBuf;
use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::bare;
use crate::form::{Form, passphrase};
use crate::processor;
use crate::seat::{FRAME, Seat};
use crate::stopwatch::{Reading, Rounds, SLOW, alone, millis, reading};
use crate::table::{Act, Goal};
use trustline::secret::{Cost, Header, Key};

/// How long idleness is watched.
const REST: Duration = Duration::from_secs(5);

/// After so long the program has looked again for the last time at what was written when it started.
const LOOKED: Duration = Duration::from_secs(8);

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
        run: |form| keys(form, "gr").0,
    },
    Act {
        name: "bytes for a line down, today",
        unit: "bytes",
        goal: Goal::new("≤ 400", |row| row.plain.median <= 400.0),
        run: |form| keys(form, "").1,
    },
    Act {
        name: "bytes for a line down, relationships, with another's card beside",
        unit: "bytes",
        goal: Goal::NONE,
        run: |form| keys(form, "gr").1,
    },
    Act {
        name: "memory at rest (RSS)",
        unit: "MB",
        goal: Goal::new("≤ 20 MB", |row| row.plain.median <= 20.0),
        run: |form| memory(form, "VmRSS"),
    },
    Act {
        name: "memory at rest, its own (RssAnon)",
        unit: "MB",
        goal: Goal::NONE,
        run: |form| memory(form, "RssAnon"),
    },
    Act {
        name: "wake-ups in five idle seconds",
        unit: "times",
        goal: Goal::new("0", |row| row.plain.median < 1.0),
        run: |form| idle(form).0,
    },
    Act {
        name: "processor in five idle seconds",
        unit: "ticks",
        goal: Goal::new("0", |row| row.plain.median < 1.0),
        run: |form| idle(form).1,
    },
];

/// The program over the million, with a clock that stands.
fn over(form: &Form) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_trustline"));
    for (name, value) in form.environment(&form.path) {
        command.env(name, value);
    }
    command.env("TRUSTLINE_NOW", "2026-11-22T10:00");
    Seat::at(command)
}

/// From the start of the process to the last byte of its first frame, beside a bare process that shows as many rows.
fn start(form: &Form) -> Reading {
    let (mut ours, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut seat = over(form);
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
        drop(header.open(&passphrase()).expect("its key"));
    })
}

/// Lines down in a list, from where some keys lead: times and bytes.
fn keys(form: &Form, there: &str) -> (Reading, Reading) {
    let mut seat = over(form);
    seat.settles(FRAME);
    for key in there.chars() {
        seat.press(&key.to_string());
    }
    let presses: Vec<_> = (0..20).map(|_| seat.press("j")).collect();
    seat.leaves();
    let times: Vec<_> = presses.iter().map(|(time, _)| *time).collect();
    let bytes: Vec<_> = presses.iter().map(|(_, bytes)| whole(*bytes)).collect();
    (reading(&times, None), reading(&bytes, None))
}

fn whole(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}

/// A seat after a first frame and a few keys, and what the system tells of the program in it.
fn worked(form: &Form) -> (Seat, PathBuf) {
    let mut seat = over(form);
    seat.settles(FRAME);
    for key in ["g", "r", "j", "j", "q"] {
        seat.press(key);
    }
    let id = seat.child.process_id().expect("its number");
    (seat, PathBuf::from(format!("/proc/{id}")))
}

/// A field of its memory, in megabytes.
fn memory(form: &Form, field: &str) -> Reading {
    let (seat, process) = worked(form);
    let kilobytes = processor::status(&process, field);
    seat.leaves();
    Reading::of(kilobytes / 1024.0)
}

/// Wake-ups and ticks of processor while nothing happens.
fn idle(form: &Form) -> (Reading, Reading) {
    let (seat, process) = worked(form);
    std::thread::sleep(LOOKED);
    let seen = || {
        let woken = processor::status(&process, "voluntary_ctxt_switches");
        (woken, processor::ticks(&process))
    };
    let before = seen();
    std::thread::sleep(REST);
    let after = seen();
    seat.leaves();
    (
        Reading::of(after.0 - before.0),
        Reading::of(after.1 - before.1),
    )
}
