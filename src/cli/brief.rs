//! `brief`: what the next one-on-one should know, or what a lead may read of a team, written for one reader.

mod names;
mod pick;
mod preview;

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::args::{choice, is_set, one, switch, text_flag, who};
use super::desk::plain;
use super::flags::Words;
use super::{Desk, Verb, send};
use crate::domain::RecordId;
use crate::domain::brief::{self, Audience, Brief};
use crate::domain::dates::{self, Lean};
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::transfer::{self, brief::Format};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "brief",
    command,
    run,
}];

/// How far back the timeline of a brief looks, in weeks.
const WEEKS: usize = 26;

const EXAMPLES: &str = "\
Examples:
  trustline brief priya
  trustline brief priya --since 2w
  trustline brief priya --for them --preview
  trustline brief priya --for them --without k3f9a --with p2m4x.reason --format md --output priya.md
  trustline brief priya --for lead --sections promised,owed --aliases
  trustline brief priya --for them --copy
  trustline brief --team booking --for lead

Private lines leave only where they are ticked one by one; what is sealed never leaves.
As PDF: write it with --format html, open it in a browser, and print it to a file.";

fn command(command: Command) -> Command {
    command
        .about("The summary before a one-on-one, for me, for them or for a lead; or about a team")
        .args([
            who()
                .required(false)
                .required_unless_present("team")
                .conflicts_with("team"),
            text_flag("team", "NAME", "about a team, for me or for a lead"),
            text_flag(
                "for",
                "READER",
                "me: everything; them: what both know already; lead: what was agreed",
            )
            .default_value("me")
            .value_parser(Words(Audience::WORDS)),
            text_flag(
                "since",
                "WHEN",
                "a day or a span like 2w; the last one-on-one unless given",
            ),
            text_flag(
                "until",
                "DAY",
                "as it stood on that day; today unless given",
            ),
            several(
                "sections",
                "WORDS",
                "only these sections, with commas; --preview names them",
            ),
            several(
                "without",
                "KEY",
                "leave this line out; --preview shows the keys",
            ),
            several("with", "KEY", "take this private line in"),
            switch(
                "preview",
                "every line with its key and whether it would leave; writes nothing",
            ),
            switch(
                "aliases",
                "put aliases in place of all names but the reader's own",
            ),
            several("alias", "NAME", "put the alias in place of this name only"),
            text_flag(
                "format",
                "WORD",
                "text, md, html or json; by the file's name, else text",
            )
            .value_parser(Words(&Format::WORDS)),
            super::args::json_flag(),
        ])
        .args(send::flags())
        .after_help(EXAMPLES)
}

/// A flag that may be given several times, or once with commas.
fn several(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    text_flag(name, value, help)
        .action(ArgAction::Append)
        .value_delimiter(',')
}

/// What was given by such a flag.
fn listed(given: &ArgMatches, name: &str) -> Vec<String> {
    let all = given.get_many::<String>(name).into_iter().flatten();
    let all = all.map(|one| one.trim().to_owned());
    all.filter(|one| !one.is_empty()).collect()
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let audience = choice(given, "for", Audience::WORDS, Audience::from_word)?.unwrap_or_default();
    let format = format(desk, given)?;
    let since = one(given, "since")
        .map(|typed| since(desk, typed))
        .transpose()?;
    let mut journal = desk.read()?;
    if let Some(typed) = one(given, "until") {
        until(desk, typed, since, &mut journal)?;
    }
    let (mut brief, about) = composed(&journal, given, audience, since)?;
    pick::pick(&mut brief, given)?;
    let names = names::known(&journal, &brief, about)?;
    if is_set(given, "preview") {
        return preview::say(desk, &brief, &brief.mentions(&names));
    }
    let brief = names::replaced(desk, &journal, given, brief, &names)?;
    if brief.told().next().is_none() && brief.told_chart().is_none() {
        desk.aside("Nothing of it leaves as it stands. --preview shows every line that could.")?;
    }
    write(desk, given, &brief, format)
}

/// The brief before anything is picked, and whom it is about, where that is one relationship.
fn composed(
    journal: &Journal,
    given: &ArgMatches,
    audience: Audience,
    since: Option<chrono::NaiveDate>,
) -> Result<(Brief, Option<RecordId>)> {
    if let Some(team) = one(given, "team") {
        if audience == Audience::Them {
            let says = "a brief about a team is for me or for a lead";
            return Err(Error::usage(says).hint("add --for lead, or leave --for out"));
        }
        let sheet = journal.team_sheet(team, since)?;
        let (team, promised, people) = (&sheet.team, &sheet.promised, &sheet.people);
        let brief = brief::compose_team(team, promised, people, sheet.since, audience);
        return Ok((brief, None));
    }
    let id = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    let prep = journal.prep(id, since)?;
    let timeline = journal.timeline(id, journal.day(), 7, WEEKS)?;
    Ok((brief::compose(&prep, &timeline, audience), Some(id)))
}

/// Hands a brief over: to the output, or into a file.
fn write(desk: &mut Desk<'_>, given: &ArgMatches, brief: &Brief, format: Format) -> Result<()> {
    let brief = desk.shown_brief(brief.clone());
    let text = transfer::brief::write(&brief, format);
    if format == Format::Text && desk.is_plain() {
        return send::send(desk, given, &plain::document(&text));
    }
    send::send(desk, given, &text)
}

/// The format that was asked for, else the one of the file's name, else plain text.
fn format(desk: &Desk<'_>, given: &ArgMatches) -> Result<Format> {
    let file = one(given, "output").and_then(|file| Path::new(file).extension()?.to_str());
    let asked = one(given, "format").or(file).unwrap_or_default();
    if asked.eq_ignore_ascii_case("pdf") {
        let says = "a brief is not written as PDF: the libraries that write it well bring more code than all of trustline";
        let hint = "write it with --format html, open it in a browser, and print it to a PDF file: it is laid out for A4 and Letter";
        return Err(Error::refused(says).hint(hint));
    }
    if desk.wants_json() {
        return Ok(Format::Json);
    }
    if let Some(asked) = choice(given, "format", &Format::WORDS, Format::from_word)? {
        return Ok(asked);
    }
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

/// Looks at the journal as it stood on the last day of a brief.
fn until(
    desk: &Desk<'_>,
    typed: &str,
    since: Option<chrono::NaiveDate>,
    journal: &mut Journal,
) -> Result<()> {
    let day = desk.day("--until", typed, Lean::Past)?;
    if day > journal.day() {
        let says = format!(
            "--until: {day} is after {}, the last day there is",
            journal.day()
        );
        return Err(Error::usage(says));
    }
    if since.is_some_and(|since| since > day) {
        return Err(Error::usage(format!("--until: {day} is before --since")));
    }
    if day < journal.day() {
        journal.look_as_of(Some(day));
    }
    Ok(())
}
