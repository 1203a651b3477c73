//! Pause, resume and archive a relationship: its cadence stops or runs, nothing is lost.

use clap::{ArgMatches, Command};

use super::args::{json_flag, one, text_flag, who};
use super::{Desk, Verb, entry};
use crate::domain::Act;
use crate::domain::dates::Lean;
use crate::error::Result;
use crate::journal::Change;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "pause",
        command: |c| {
            base(
                c,
                "Freeze a relationship until a day: no nudges, nothing lowered",
            )
            .arg(text_flag("until", "DAY", "the day it comes back").required(true))
            .after_help("Examples:\n  trustline pause priya --until \"in 6 weeks\"")
        },
        run: |desk, given| {
            let until = desk.day(
                "--until",
                one(given, "until").unwrap_or_default(),
                Lean::Future,
            )?;
            tend(desk, given, Act::Pause { until })
        },
    },
    Verb {
        name: "resume",
        command: |c| {
            base(c, "Its cadence runs again").after_help("Examples:\n  trustline resume priya")
        },
        run: |desk, given| tend(desk, given, Act::Resume),
    },
    Verb {
        name: "archive",
        command: |c| {
            base(c, "Keep a relationship for its history only")
                .after_help("Examples:\n  trustline archive priya\n  trustline resume priya")
        },
        run: |desk, given| tend(desk, given, Act::Archive),
    },
];

fn base(command: Command, about: &'static str) -> Command {
    command.about(about).args([who(), json_flag()])
}

fn tend(desk: &mut Desk<'_>, given: &ArgMatches, act: Act) -> Result<()> {
    let mut journal = desk.write()?;
    let id = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    let on = journal.day();
    let told = journal.tell(Change::Act { id, act, on })?;
    entry::say_told(desk, &told)
}
