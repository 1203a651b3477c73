//! `band`: a period that colours the chart, the list of them, and its end.

use clap::{ArgMatches, Command};

use super::args::{json_flag, on, which};
use super::settle::settle;
use super::{Columns, Desk, Verb, entry, flags};
use crate::domain::dates;
use crate::domain::fields::Names;
use crate::domain::filter::{Ask, Filter};
use crate::domain::view::{EntryLine, Window};
use crate::domain::{Act, Kind, Record};
use crate::error::Result;
use crate::journal::{Change, Journal};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "band",
    command,
    run,
}];

/// How many bands are listed at most.
const ROWS: usize = 500;

fn command(command: Command) -> Command {
    let command = command
        .about("A period that colours the chart: offsite, incident, reorganisation, leave")
        .args_conflicts_with_subcommands(true)
        .subcommand_precedence_over_arg(true)
        .arg(flags::words(Kind::Band, "text", "NAME"))
        .arg(json_flag())
        .subcommands([
            Command::new("list")
                .about("Every band, the newest first")
                .arg(json_flag())
                .after_help("Examples:\n  trustline band list --json"),
            Command::new("end")
                .about("Its last day: today, unless another is given")
                .args([
                    which("the band: its short id, or words that fit only it"),
                    on(),
                    json_flag(),
                ])
                .after_help("Examples:\n  trustline band end parental leave --on fri"),
        ])
        .after_help(
            "Examples:\n  trustline band \"spring offsite\" --from 2026-04-20 --to 2026-04-23\n  \
             trustline band \"parental leave\" --sort leave --from mon --who elif\n  \
             trustline band list\n  trustline band end parental leave",
        );
    flags::with(command, Kind::Band, &["text"])
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    match given.subcommand() {
        Some(("end", given)) => settle(desk, given, Some(Kind::Band), |_, _, _| {
            let words = String::new();
            Ok(Act::End { words })
        }),
        Some(_) => list(desk),
        None => add(desk, given),
    }
}

fn add(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Band, given, desk)?;
    let mut journal = desk.write()?;
    let base = Kind::Band.fresh(desk.clock().now());
    let record = flags::record(base, &texts, &journal)?;
    let told = journal.tell(Change::Add(Box::new(record)))?;
    entry::say_told(desk, &told)
}

fn list(desk: &mut Desk<'_>) -> Result<()> {
    let journal = desk.read()?;
    let filter = Filter::default().and(Ask::Kind(vec![Kind::Band]));
    let lines = journal.entries(&filter, Window::top(ROWS))?.lines;
    if desk.wants_json() {
        return desk.say_json(&json::list(&lines, json::entry));
    }
    if lines.is_empty() {
        return desk
            .say("No band yet. Begin with: trustline band \"spring offsite\" --from mon --to wed");
    }
    let rows: Vec<_> = lines.iter().map(|line| cells(line, &journal)).collect();
    let columns = Columns(&["id", "from", "", "sort", "about", "*name"]);
    desk.list(columns, &rows)
}

fn cells(line: &EntryLine, journal: &Journal) -> Vec<String> {
    let Record::Band(one) = &line.record else {
        return vec![line.id.short(), line.record.noun().title()];
    };
    let today = journal.day();
    let to = one.to.map_or_else(
        || "goes on".to_owned(),
        |day| format!("to {}", dates::short(day, today)),
    );
    let names: Vec<_> = one
        .who
        .iter()
        .filter_map(|who| journal.name(*who))
        .collect();
    let about = if names.is_empty() {
        "everybody".to_owned()
    } else {
        names.join(", ")
    };
    vec![
        line.id.short(),
        dates::short(one.from, today),
        to,
        one.sort.word().to_owned(),
        about,
        one.text.clone(),
    ]
}
