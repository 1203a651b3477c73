//! `delete`, `undo` and `redo`: nothing typed is ever lost.

use clap::{ArgMatches, Command};

use super::args::{is_set, joined, json_flag, switch, which};
use super::{Desk, Verb, entry};
use crate::domain::Kind;
use crate::error::{Error, Result};
use crate::journal::{Change, Told};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "delete",
        command: |c| {
            c.about("Take a record out of every list and figure; undo brings it back")
                .args([
                    which("any record by its short id or words"),
                    switch("yes", "without asking"),
                    json_flag(),
                ])
                .after_help("Examples:\n  trustline delete k3f9a\n  trustline delete k3f9a --yes")
        },
        run: delete,
    },
    Verb {
        name: "undo",
        command: |c| {
            plain(c, "Take the newest step back; reaches across restarts")
                .after_help("Examples:\n  trustline undo")
        },
        run: |desk, _| {
            let told = desk.write()?.undo()?;
            say(desk, told, "There is nothing to undo.")
        },
    },
    Verb {
        name: "redo",
        command: |c| {
            plain(c, "Do the newest undone step again").after_help("Examples:\n  trustline redo")
        },
        run: |desk, _| {
            let told = desk.write()?.redo()?;
            say(desk, told, "There is nothing to do again.")
        },
    },
];

fn plain(command: Command, about: &'static str) -> Command {
    command.about(about).arg(json_flag())
}

fn say(desk: &mut Desk<'_>, told: Option<Told>, none: &str) -> Result<()> {
    match told {
        Some(told) => entry::say_told(desk, &told),
        None if desk.wants_json() => entry::say_told(desk, &Told::default()),
        None => desk.say(none),
    }
}

fn delete(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let mut journal = desk.write()?;
    let id = super::show::any(&journal, &joined(given, "which"))?;
    let record = entry::stored(&journal, id)?.record;
    let all = match record.kind() {
        Kind::Relationship => " and everything written about them",
        _ => "",
    };
    let thing = format!(
        "the {} \u{201c}{}\u{201d}{all}",
        record.kind(),
        record.noun().title()
    );
    if !is_set(given, "yes") {
        if !desk.asks() {
            return Err(
                Error::refused(format!("{thing} was not deleted: there is nobody to ask"))
                    .hint("add --yes to delete it without asking; undo brings it back"),
            );
        }
        if !desk.says_yes(&format!("Delete {thing}?"))? {
            return desk.say("Nothing was deleted.");
        }
    }
    let told = journal.tell(Change::Erase { id })?;
    entry::say_told(desk, &told)
}
