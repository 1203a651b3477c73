//! `commit`: one line understood as a commitment, echoed, and asked for only what is missing.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, one, switch};
use super::flags::{self, Texts};
use super::{Desk, Verb, entry};
use crate::domain::fields;
use crate::domain::{Kind, Record, RecordId, line};
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
    let about = about(&journal, given)?;
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
    entry::say_told(desk, &told)?;
    super::write::across_a_gap(desk, &journal, &told)
}

/// Whom a line means that names nobody: as the flag says, else whom its plan is with.
fn about(journal: &Journal, given: &ArgMatches) -> Result<Option<RecordId>> {
    if let Some(who) = one(given, "about") {
        return journal.find_relationship(who).map(Some);
    }
    let Some(plan) = one(given, "plan") else {
        return Ok(None);
    };
    let plan = entry::find(journal, Some(Kind::Plan), plan)?;
    let whos = entry::stored(journal, plan)?.record.noun().whos();
    Ok(whos.first().copied())
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
        Record::Commitment(one) if !untouched => line::echo(one, &journal.reading()),
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
        let says = at(&format!("the line does not say {name} ({help})"));
        match name {
            // the words of the line are the text, so no flag can give it
            "text" => Error::usage(says).hint("say what is promised, and who and by when"),
            name => Error::usage(says).hint(format!("name it in the line, or add --{name}")),
        }
    };
    if !desk.asks() {
        return Err(missing());
    }
    let answer = desk.ask(&format!("{label} ({help}):"))?;
    answer.filter(|a| !a.is_empty()).ok_or_else(missing)
}
