//! The first frame and a key to the end of its frame, in the process, without a terminal.

use std::hint::black_box;

use trustline::tui::harness::Trial;

use crate::bare::{NEWEST, bodies};
use crate::form::Form;
use crate::stopwatch::{QUICK, Reading, SLOW, against, alone};
use crate::table::{Act, Goal};

const KEY: Goal = Goal::new("p50 ≤ 1.5, p99 ≤ 5 ms", |row| {
    row.plain.median <= 1.5 && row.plain.worst.is_none_or(|worst| worst <= 5.0)
});

/// The acts of this room.
pub const ACTS: &[Act] = &[
    Act {
        name: "start to first frame, in the process",
        unit: "ms",
        goal: Goal::new("plain ≤ 15, locked ≤ 25 ms", |row| {
            row.plain.median <= 15.0 && row.locked.median <= 25.0
        }),
        run: first_frame,
    },
    key("key: line down, today", |form| lines(form, "", "j")),
    key("key: line down, relationships", |form| {
        lines(form, "g r", "j")
    }),
    key("key: line up from the end, relationships", |form| {
        lines(form, "g r G", "k")
    }),
    key("key: line down, one relationship", |form| {
        lines(form, "g r enter", "j")
    }),
    key("key: line up from the end, one relationship", |form| {
        lines(form, "g r enter G", "k")
    }),
    key("key: line down, search", |form| {
        lines(form, "/ \"budget\"", "down")
    }),
    key("key: line up from the end, search", |form| {
        lines(form, "/ \"budget\" end", "up")
    }),
    Act {
        name: "key: a letter typed in search",
        unit: "ms",
        goal: Goal::new("≤ 5 ms", |row| row.plain.median <= 5.0),
        run: typed,
    },
];

const fn key(name: &'static str, run: fn(&Form) -> Reading) -> Act {
    let (unit, goal) = ("ms", KEY);
    Act {
        name,
        unit,
        goal,
        run,
    }
}

/// From nothing to the first full frame; the floor opens the file and reads as many rows.
fn first_frame(form: &Form) -> Reading {
    against(
        SLOW,
        || drop(black_box(Trial::over(form.journal(), 120, 40).buffer())),
        || drop(black_box(bodies(&form.bare(), NEWEST))),
    )
}

/// One line on, again and again, from where some keys lead.
fn lines(form: &Form, there: &str, key: &str) -> Reading {
    let mut trial = Trial::over(form.journal(), 120, 40);
    trial.keys(there).expect("a page");
    alone(QUICK, || {
        trial.keys(key).expect("a key");
        black_box(trial.buffer());
    })
}

/// The last letter of a word that many entries hold, typed and taken back.
fn typed(form: &Form) -> Reading {
    let mut trial = Trial::over(form.journal(), 120, 40);
    trial.keys("/ \"budge\"").expect("the search");
    alone(QUICK, || {
        trial.keys("t").expect("a letter");
        black_box(trial.buffer());
        trial.keys("backspace").expect("a letter less");
    })
}
