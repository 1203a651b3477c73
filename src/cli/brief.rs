//! `brief`: what the next one-on-one should know, written for one reader.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{choice, is_set, one, switch, text_flag, who};
use super::flags::Words;
use super::{Desk, Verb};
use crate::domain::RecordId;
use crate::domain::brief::{self, Aliases, Audience, Brief};
use crate::domain::dates::{self, Lean};
use crate::domain::relationship::Relationship;
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::transfer::write_file;
use crate::transfer::{self, brief::Format};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "brief",
    command,
    run,
}];

/// How far back the timeline of a brief looks, in weeks.
const WEEKS: usize = 26;

fn command(command: Command) -> Command {
    command
        .about("The summary before a one-on-one, for me or for them")
        .args([
            who(),
            text_flag("for", "READER", "me: everything; them: only what both know already")
                .default_value("me")
                .value_parser(Words(Audience::WORDS)),
            text_flag("since", "WHEN", "a day or a span like 2w; the last one-on-one unless given"),
            text_flag("format", "WORD", "text, md, html or json; by the file's name, else text")
                .value_parser(Words(&Format::WORDS)),
            text_flag("output", "FILE", "write it there, readable for you only"),
            switch("aliases", "put aliases in place of names, wherever they stand"),
            switch("force", "replace the file if it is there"),
            super::args::json_flag(),
        ])
        .after_help("Examples:\n  trustline brief priya\n  trustline brief priya --for them --format md --output priya.md\n  trustline brief priya --since 2w\n  trustline brief priya --for them --aliases")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let audience = choice(given, "for", Audience::WORDS, Audience::from_word)?.unwrap_or_default();
    let format = if desk.wants_json() {
        Format::Json
    } else {
        format(given)?
    };
    let since = one(given, "since")
        .map(|typed| since(desk, typed))
        .transpose()?;
    let journal = desk.read()?;
    let id = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    let prep = journal.prep(id, since)?;
    let timeline = journal.timeline(id, journal.day(), 7, WEEKS)?;
    let mut brief = brief::compose(&prep, &timeline, audience);
    if is_set(given, "aliases") {
        brief = hidden(brief, id, &prep.card.relationship, &journal)?;
    }
    let text = transfer::brief::write(&brief, format);
    match one(given, "output") {
        None | Some("-") => desk.say_lines(&text),
        Some(file) => {
            let path = Path::new(file);
            write_file(path, is_set(given, "force"), &mut |out| {
                Ok(out.write_all(text.as_bytes())?)
            })?;
            desk.aside(format!("Written to {file}."))
        }
    }
}

/// The brief with aliases in place of names; theirs must have been chosen, or it would still say who they are.
fn hidden(brief: Brief, id: RecordId, about: &Relationship, journal: &Journal) -> Result<Brief> {
    if brief.reader(id).is_none() && about.alias.trim().is_empty() {
        let says = format!("{} has no alias yet", about.name);
        let way = format!("choose one: trustline edit \"{}\" --alias WORD", about.name);
        return Err(Error::refused(says).hint(way));
    }
    let everybody = journal.everybody()?;
    let everybody = everybody.iter().map(|(id, one)| (*id, one));
    let aliases = Aliases::of(everybody, brief.reader(id));
    Ok(brief.hidden(&aliases))
}

/// The format that was asked for, else the one of the file's name, else plain text.
fn format(given: &ArgMatches) -> Result<Format> {
    if let Some(asked) = choice(given, "format", &Format::WORDS, Format::from_word)? {
        return Ok(asked);
    }
    let file = one(given, "output").and_then(|file| Path::new(file).extension()?.to_str());
    Ok(file.and_then(Format::from_word).unwrap_or(Format::Text))
}

/// A day, or a span that ends today (`2w`, `10 days`).
fn since(desk: &Desk<'_>, typed: &str) -> Result<chrono::NaiveDate> {
    let ago = format!("{} ago", typed.trim());
    let starts_with_digit = typed.trim().starts_with(|c: char| c.is_ascii_digit());
    let span = dates::day(&ago, desk.clock().now(), Lean::Past).ok();
    match span.filter(|_| starts_with_digit) {
        Some(day) => Ok(day),
        None => desk.day("--since", typed, Lean::Past),
    }
}
