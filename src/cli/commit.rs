//! `commit`: one line understood as a commitment, echoed, and asked for only what is missing.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, one, switch};
use super::flags::{self, Texts};
use super::{Desk, Verb, entry};
use crate::domain::commitment::Commitment;
use crate::domain::fields::{self, Names};
use crate::domain::{Kind, Record, RecordId, Side, dates, line};
use crate::error::{Error, Result};
use crate::journal::{Change, Journal};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "commit",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let words = Arg::new("line")
        .value_name("LINE")
        .required(true)
        .num_args(1..)
        .help("who, what and by when, in one line; \u{201c}-\u{201d} reads one line a commitment from the input");
    let about = Arg::new("about")
        .long("about")
        .value_name("WHO")
        .help("the relationship that is meant when the line names nobody");
    let command = command
        .about("Note a promise, mine or theirs, in one line")
        .args([
            words,
            about,
            switch("dry-run", "only say what was understood"),
            json_flag(),
        ]);
    flags::with(command, Kind::Commitment, &["text"]).after_help(
        "Examples:\n  trustline commit \"send Priya the budget numbers by thu noon #budget\"\n  \
         trustline commit \"priya -> me: review the draft by fri\"\n  trustline commit \"tidy the wiki\" --about priya --due \"in 2 weeks\"",
    )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let typed = super::args::joined(given, "line");
    let lines: Vec<String> = if typed == "-" {
        let all = desk.input_text()?;
        all.lines()
            .map(|l| l.trim().to_owned())
            .filter(|l| !l.is_empty())
            .collect()
    } else {
        vec![typed]
    };
    if lines.is_empty() {
        return Err(
            Error::usage("there is no line to understand").hint("write one commitment a line")
        );
    }
    let texts = flags::texts(Kind::Commitment, given, desk)?;
    let dry = is_set(given, "dry-run");
    let mut journal = if dry { desk.read()? } else { desk.write()? };
    let about = one(given, "about")
        .map(|who| journal.find_relationship(who))
        .transpose()?;
    let mut records = Vec::new();
    for (n, text) in lines.iter().enumerate() {
        let place = (lines.len() > 1).then_some(n + 1);
        records.push(understand(desk, &journal, text, about, &texts, place)?);
    }
    if dry {
        return Ok(());
    }
    let mut changes: Vec<Change> = records
        .into_iter()
        .map(|r| Change::Add(Box::new(r)))
        .collect();
    let change = match (changes.len(), changes.pop()) {
        (1, Some(only)) => only,
        (n, last) => {
            changes.extend(last);
            let says = format!("noted {n} commitments");
            Change::All { says, changes }
        }
    };
    let told = journal.tell(change)?;
    entry::say_told(desk, &told)
}

/// A line as a commitment that misses nothing, echoed.
fn understand(
    desk: &mut Desk<'_>,
    journal: &Journal,
    text: &str,
    about: Option<RecordId>,
    texts: &Texts,
    place: Option<usize>,
) -> Result<Record> {
    let at = |says: &str| place.map_or_else(|| says.to_owned(), |n| format!("line {n}: {says}"));
    let understood = line::commitment(text, about, &journal.reading())
        .map_err(|fault| Error::usage(at(&fault.says)))?;
    let given = |name: &&str| !texts.iter().any(|(n, _)| n == name);
    let missing: Vec<&'static str> = understood.missing.iter().copied().filter(given).collect();
    let mut texts = texts.clone();
    let untouched = texts.is_empty() && missing.is_empty();
    for name in missing {
        texts.push((name, ask_for(desk, name, &at)?));
    }
    let record = flags::record(Record::Commitment(understood.commitment), &texts, journal)?;
    let echo = match &record {
        Record::Commitment(one) if !untouched => echo(one, journal),
        _ => understood.echo,
    };
    if !desk.wants_json() {
        desk.say(echo)?;
    }
    Ok(record)
}

/// Asks for a field that a line left out, where there is somebody to ask.
fn ask_for(
    desk: &mut Desk<'_>,
    name: &'static str,
    at: &impl Fn(&str) -> String,
) -> Result<String> {
    let field = fields::field(Kind::Commitment, name);
    let (label, help) = field.map_or((name, ""), |f| (f.label, f.help));
    let missing = || {
        let flag = name.replace('_', "-");
        Error::usage(at(&format!("{} is missing: {help}", label.to_lowercase())))
            .hint(format!("name it in the line, or add --{flag}"))
    };
    if !desk.asks() {
        return Err(missing());
    }
    let answer = desk.ask(&format!("{label} ({help}):"))?;
    answer.filter(|a| !a.is_empty()).ok_or_else(missing)
}

/// What a commitment says once flags and answers filled it: who, what, due, direction.
fn echo(one: &Commitment, journal: &Journal) -> String {
    let name = journal.name(one.who).unwrap_or_default();
    let promise = match one.side {
        Side::Mine => format!("I promise {name}"),
        Side::Theirs => format!("{name} promises me"),
    };
    let today = journal.clock().today();
    let mut parts = vec![format!("{promise}: {}", one.text)];
    parts.push(match (one.due, one.check_by) {
        (Some(due), _) => format!("due {}", entry::due_words(due, today)),
        (None, Some(day)) => format!("check by {}", dates::short(day, today)),
        (None, None) => "no due date".to_owned(),
    });
    if one.agreed.is_none() {
        parts.push("requested, not agreed".to_owned());
    }
    parts.extend(one.tags.iter().map(|tag| format!("#{tag}")));
    parts.join(" \u{b7} ")
}
