//! `export`: the whole journal without loss, or a part of it in a format that others read; written whole or not at all.

mod salvage;

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::args::{choice, is_set, joined, json_flag, one, open_flag, switch, text_flag};
use super::flags::Words;
use super::stop::Stop;
use super::{Desk, Verb};
use crate::domain::dates::Lean;
use crate::domain::filter::{Ask, Filter, Span};
use crate::error::{Error, Result};
use crate::journal::{Export, Journal};
use crate::transfer::outgoing::{Form, Watched, What, Written};
use crate::transfer::write_file;
use crate::wire::json::{self, Json};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "export",
    command,
    run: export,
}];

fn command(command: Command) -> Command {
    let what = Arg::new("what")
        .value_name("WHAT|QUERY")
        .num_args(0..)
        .help("everything (unless given), commitments, check-ins, calendar or figures; then a query, as in list");
    command
        .about("The whole journal without loss, or a part of it for other programs; what is sealed stays here")
        .args([
            what,
            text_flag("format", "WORD", "jsonl for everything, csv, ics for a calendar, taskwarrior; by the end of the file's name, else by what is written")
                .value_parser(Words(Form::WORDS)),
            text_flag("output", "FILE", "write it there, readable for you only"),
            switch("force", "replace the file if it is there"),
            text_flag("who", "NAME", "only of this relationship; figures are of one only"),
            text_flag("since", "DAY", "only from this day on"),
            text_flag("until", "DAY", "only up to this day"),
            switch("salvage", "of a damaged journal: go on past what cannot be read, and say what was left out"),
            switch("excel", "begin a table with the mark by which Excel knows its letters"),
            open_flag(),
            json_flag().help("with --output: tell as JSON what was written"),
        ])
        .after_help(EXAMPLES)
}

const EXAMPLES: &str = "\
Examples:
  trustline export --output journal.jsonl
  trustline export | gzip > journal.jsonl.gz
  trustline export commitments --output commitments.csv
  trustline export check-ins --who priya --since 2026-01-01 --output priya.csv
  trustline export commitments \"is:open #budget\" --output budget.csv
  trustline export commitments --who priya --format taskwarrior | task import
  trustline export calendar --output due.ics
  trustline export figures --who priya --output figures.csv

Everything is lossless but for what is sealed; importing it twice is the same as once.
Tables, calendars and tasks hold each record as it stands now; trustline import brings them back.
What a spreadsheet would run gets a ' before it, which the import takes off again.
Figures go out for one relationship at a time: people are not compared by a figure.";

fn export(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("an export holds what stands now")?;
    let journal = desk.read()?;
    if is_set(given, "salvage") {
        return salvage::salvage(desk, given, &journal);
    }
    let export = asked(desk, given, &journal)?;
    let whole = export.what == What::Revisions;
    match one(given, "output") {
        None | Some("-") if desk.wants_json() => Err(Error::usage(
            "--json tells what was written, and here the output itself is what is written",
        )
        .hint("give --output FILE, too")),
        None | Some("-") if whole && desk.is_seen() => Err(Error::usage(
            "an export holds every word as it was typed, and is not written to a terminal",
        )
        .hint("give --output FILE, or a pipe such as: trustline export | less")),
        None | Some("-") if desk.is_seen() => {
            // what others wrote must not steer a terminal
            let mut bytes = Vec::new();
            let written = journal.write_out(&export, &mut bytes)?;
            desk.say_lines(&String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))?;
            say_written(desk, &journal, &export, &written)
        }
        None | Some("-") => {
            let written = journal.write_out(&export, desk.out())?;
            say_written(desk, &journal, &export, &written)
        }
        Some(file) => {
            let place = (Path::new(file), is_set(given, "force"));
            let written = to_file(desk, &journal, &export, place)?;
            if desk.wants_json() {
                let told = told(&export, &written, file, journal.left_out()?);
                return desk.say_json(&told);
            }
            let many = counted(written.records, export.what.one());
            desk.aside(format!("{many} written to {file}."))?;
            say_written(desk, &journal, &export, &written)
        }
    }
}

/// What is to leave, as far as the words and the flags say.
fn asked(desk: &Desk<'_>, given: &ArgMatches, journal: &Journal) -> Result<Export> {
    let words = joined(given, "what");
    let (first, rest) = words.trim().split_once(' ').unwrap_or((words.trim(), ""));
    let what = What::from_word(&first.to_lowercase());
    let query = if what.is_some() { rest } else { words.trim() };
    let form = form(given, what)?;
    let what = what.unwrap_or(form.usual());
    let who = one(given, "who")
        .map(|name| journal.find_relationship(name))
        .transpose()?;
    let day = |flag: &str, name| {
        let typed = one(given, name);
        typed
            .map(|typed| desk.day(flag, typed, Lean::Past))
            .transpose()
    };
    let span = (day("--since", "since")?, day("--until", "until")?);
    let mut filter = Filter::parse(query, &journal.reading()).map_err(|faults| {
        let says: Vec<_> = faults.into_iter().map(|f| f.says).collect();
        Error::usage(says.join("; ")).hint("trustline list --help shows the terms")
    })?;
    if let Some(id) = who {
        filter = filter.and(Ask::Who(id));
    }
    if span != (None, None) {
        let (from, to) = span;
        filter = filter.and(Ask::Day(Span { from, to }));
    }
    if what == What::Revisions && !filter.terms.is_empty() {
        let first = query.split(' ').next().unwrap_or_default();
        let says = if first.is_empty() || first.contains([':', '#', '<', '>', '"']) {
            "an export of everything leaves nothing out".to_owned()
        } else {
            format!("\u{201c}{first}\u{201d} is nothing that can be exported by itself")
        };
        return Err(Error::usage(says).hint(
            "say what is to leave: commitments, check-ins, calendar or figures; such as: trustline export commitments --who NAME",
        ));
    }
    if what == What::Figures && !query.is_empty() {
        return Err(Error::usage(
            "figures are counted from all that stands between two, not from a query",
        )
        .hint("trustline export figures --who NAME"));
    }
    Ok(Export {
        what,
        form,
        filter,
        who,
        span,
        open: is_set(given, "open"),
        marked: is_set(given, "excel"),
        masked: desk.is_masked(),
    })
}

/// The format that was asked for, else the one of the file's name where it can hold that, else the usual one.
fn form(given: &ArgMatches, what: Option<What>) -> Result<Form> {
    if let Some(asked) = choice(given, "format", Form::WORDS, Form::from_word)? {
        return Ok(asked);
    }
    let file = one(given, "output").map(Path::new);
    let of_file = file.and_then(Form::of_file);
    match what {
        // only commitments go out as tasks, and .json is what many would call everything
        None => Ok(of_file
            .filter(|form| *form != Form::Taskwarrior)
            .unwrap_or_default()),
        Some(what) => what.form_for(file),
    }
}

/// Says what an export does not hold, and what it is not for.
fn say_written(
    desk: &mut Desk<'_>,
    journal: &Journal,
    export: &Export,
    written: &Written,
) -> Result<()> {
    let says = journal.says_of(export.what, written)?;
    says.into_iter().try_for_each(|line| desk.aside(line))
}

/// Writes the file and says how far it is; stopped by Ctrl-C, nothing is left behind.
fn to_file(
    desk: &mut Desk<'_>,
    journal: &Journal,
    export: &Export,
    (file, force): (&Path, bool),
) -> Result<Written> {
    let (stop, mut written) = (Stop::new(), Written::default());
    let all = match journal.how_many(export.what)? {
        Some(all) if export.filter.terms.is_empty() => format!(" of {all}"),
        _ => String::new(),
    };
    let done = write_file(file, force, &mut |out| {
        let mut watched = Watched::new(out, |lines| {
            if lines % 256 == 0 {
                desk.progress(&format!("writing\u{2026} {lines}{all}"));
            }
            stop.goes_on()
        });
        written = journal.write_out(export, &mut watched)?;
        Ok(())
    });
    desk.progress("");
    stop.told(done)?;
    Ok(written)
}

/// What was written, as JSON.
fn told(export: &Export, written: &Written, file: &str, sealed: usize) -> Json {
    let lost = written
        .lost
        .iter()
        .map(|(what, n)| ((*what).to_owned(), Json::from(*n)));
    json::object([
        ("what", json::text(export.what.word())),
        ("format", json::text(export.form.word())),
        ("file", json::text(file)),
        ("written", Json::from(written.records)),
        ("could_not_hold", Json::Object(lost.collect())),
        ("sealed_left_out", Json::from(sealed)),
    ])
}

/// How many revisions, in words.
pub fn revisions(n: u64) -> String {
    counted(n, "revision")
}

fn counted(n: u64, one: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {one}{plural}")
}
