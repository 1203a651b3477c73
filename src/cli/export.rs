//! `export`: every revision out, written whole or not at all.

use std::path::Path;

use clap::ArgMatches;

use super::args::{is_set, one, switch, text_flag};
use super::{Desk, Verb};
use crate::domain::guardrail::ONE_SIDE;
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::transfer::write_file;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "export",
    command: |c| {
        c.about("Every revision as JSON Lines: lossless but for what is sealed, and importing it twice is the same as once")
                .args([
                    text_flag("output", "FILE", "write it there, readable for you only"),
                    switch("force", "replace the file if it is there"),
                ])
                .after_help("Examples:\n  trustline export --output journal.jsonl\n  trustline export | gzip > journal.jsonl.gz")
    },
    run: export,
}];

fn export(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("an export holds every revision")?;
    let journal = desk.read()?;
    match one(given, "output") {
        None | Some("-") if desk.is_seen() => Err(Error::usage(
            "an export holds every word as it was typed, and is not written to a terminal",
        )
        .hint("give --output FILE, or a pipe such as: trustline export | less")),
        None | Some("-") => {
            journal.export(desk.out())?;
            say_left_out(desk, &journal)?;
            desk.aside(ONE_SIDE)
        }
        Some(file) => {
            let mut written = 0;
            write_file(Path::new(file), is_set(given, "force"), &mut |out| {
                written = journal.export(out)?;
                Ok(())
            })?;
            desk.aside(format!("{} written to {file}.", revisions(written)))?;
            say_left_out(desk, &journal)?;
            desk.aside(ONE_SIDE)
        }
    }
}

/// How much an export leaves out because it was told in confidence.
fn say_left_out(desk: &mut Desk<'_>, journal: &Journal) -> Result<()> {
    match journal.left_out()? {
        0 => Ok(()),
        1 => {
            desk.aside("1 record told in confidence was left out; the journal's own file holds it.")
        }
        n => desk.aside(format!(
            "{n} records told in confidence were left out; the journal's own file holds them."
        )),
    }
}

/// How many revisions, in words.
pub fn revisions(n: u64) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} revision{plural}")
}
