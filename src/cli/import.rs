//! `import`: foreign files in, surveyed before they are loaded; and another journal's revisions.

mod revisions;
mod run;
mod told;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::args::{self, is_set, json_flag, one, switch, text_flag};
use super::flags::Words;
use super::{Desk, Verb};
use crate::error::{Error, Result};
use crate::transfer::intake::{Choice, Format, Source};
use crate::transfer::table::{self, Encoding, Flags, Mapping};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "import",
    command,
    run: import,
}];

fn command(command: Command) -> Command {
    let file = Arg::new("file")
        .value_name("FILE")
        .required(true)
        .value_parser(clap::value_parser!(PathBuf))
        .help("a table (CSV), tasks, notes, contacts, a calendar, or what export wrote; \u{201c}-\u{201d} is the input");
    command
        .about("Bring in what other programs wrote, or another journal; twice is the same as once")
        .arg(file)
        .args(shape_flags())
        .args(meaning_flags())
        .args([
            switch("update", "take the table's where the journal differs"),
            switch("dry-run", "say what would come, and write nothing"),
            json_flag(),
        ])
        .after_help(IMPORT_EXAMPLES)
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  trustline import issues.csv --dry-run
  trustline import jira.csv --me \"Ana Ruiz\" --dates dmy
  trustline import issues.csv --set side=theirs --map who=assignee --map text=summary \\\n      --status resolution --settled resolved --word Fixed=done
  trustline import tasks.json --set who=\"Ana Ruiz\"
  trustline import people.vcf
  trustline import calendar.ics
  trustline import journal.jsonl

A calendar's one-on-ones are taken where the other person is known here: bring in their contacts first.
Issues of GitHub come as a table that gh writes; only milestones have a due date there:
  (echo 'number,title,state,stateReason,assignees,author,createdAt,closedAt,milestone due'
   gh issue list --state all --limit 1000 \\
     --json number,title,state,stateReason,assignees,author,createdAt,closedAt,milestone \\
     --jq '.[] | [.number, .title, .state, .stateReason, ([.assignees[].login] | join(\";\")),
       .author.login, .createdAt, .closedAt, .milestone.dueOn] | @csv') > issues.csv";

/// How the table is written.
fn shape_flags() -> [Arg; 7] {
    let ready = format!(
        "a mapping in a TOML file, or a ready one: {}",
        Mapping::ready().join(", ")
    );
    [
        text_flag("format", "FORMAT", "what it is, if not found out")
            .value_parser(Words(Format::WORDS)),
        text_flag(
            "encoding",
            "LETTERS",
            "how a table's letters are written, if not found out",
        )
        .value_parser(Words(Encoding::WORDS)),
        path_flag(
            "history",
            "the changes of due dates of a task list, a file of its own",
        ),
        path_flag(
            "refused",
            "where refused rows are written; FILE.refused.csv unless given",
        ),
        Arg::new("mapping")
            .long("mapping")
            .value_name("NAME|FILE")
            .help(ready),
        text_flag(
            "delimiter",
            "CHAR",
            "what parts the columns, if not found out",
        ),
        text_flag(
            "dates",
            "ORDER",
            "iso, dmy or mdy, for dates that could be two",
        )
        .alias("date-format")
        .value_parser(Words(&["iso", "dmy", "mdy"])),
    ]
}

fn path_flag(name: &'static str, help: &'static str) -> Arg {
    text_flag(name, "FILE", help).value_parser(clap::value_parser!(PathBuf))
}

/// What its columns and words mean, over the mapping.
fn meaning_flags() -> [Arg; 9] {
    let many = |name, value, help| text_flag(name, value, help).action(ArgAction::Append);
    [
        many(
            "map",
            "FIELD=COLUMN",
            "the column that feeds a field, who, or to (whom what is yours was promised)",
        ),
        many("set", "FIELD=TEXT", "what a field, who or to always is"),
        text_flag("status", "COLUMN", "the column with the status"),
        text_flag("settled", "COLUMN", "the column with the day of the status"),
        many(
            "word",
            "WORD=MEANING",
            "what a status means: done, broken, released, excused, open, requested, skip; * is any other word",
        ),
        many("key", "COLUMN", "a column that identifies a row"),
        many(
            "require",
            "COLUMN",
            "a column without which a row is skipped",
        ),
        text_flag("kind", "KIND", "what a row is: commitment or relationship"),
        many(
            "me",
            "NAME",
            "your own name or address in the file: what is yours there is yours here",
        ),
    ]
}

fn import(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let Some(path) = given.get_one::<PathBuf>("file") else {
        return Ok(());
    };
    let said = args::choice(given, "format", Format::WORDS, Format::from_word)?;
    if path == Path::new("-") {
        let input = desk.input()?;
        if of_head(said, input, "the input")? == Format::Trustline {
            return revisions::unite(desk, given, None);
        }
        let source = Source::stream("the input", desk.input_again())?;
        return run::foreign(desk, given, source, None);
    }
    // a pipe can be read once only: the source holds what came out of it
    let source = Source::file(path)?;
    let mut file = BufReader::with_capacity(1 << 16, source.open()?);
    if of_head(said, &mut file, source.name())? == Format::Trustline {
        return revisions::unite(desk, given, Some(&mut file));
    }
    drop(file);
    let beside = path.is_file().then_some(path.as_path());
    run::foreign(desk, given, source, beside)
}

/// The format that was said, else the one that the first bytes tell.
fn of_head(said: Option<Format>, from: &mut dyn BufRead, name: &str) -> Result<Format> {
    match said {
        Some(said) => Ok(said),
        None => Format::found(from.fill_buf()?, name),
    }
}

/// How the table is to be read, as far as the flags say.
fn choice(desk: &Desk<'_>, given: &ArgMatches) -> Result<Choice> {
    let all = |name: &str| -> Vec<String> {
        given
            .get_many::<String>(name)
            .map_or_else(Vec::new, |all| all.cloned().collect())
    };
    let text = |name| one(given, name).map(str::to_owned);
    let table = table::Choice {
        mapping: one(given, "mapping").map(Mapping::named).transpose()?,
        flags: Flags {
            map: all("map"),
            set: all("set"),
            status: text("status"),
            settled: text("settled"),
            words: all("word"),
            key: all("key"),
            require: all("require"),
            dates: text("dates"),
            kind: text("kind"),
        },
        delimiter: one(given, "delimiter").map(delimiter).transpose()?,
        encoding: args::choice(given, "encoding", Encoding::WORDS, Encoding::from_word)?,
        update: is_set(given, "update"),
        me: Vec::new(),
    };
    let history = given.get_one::<PathBuf>("history");
    Ok(Choice {
        format: args::choice(given, "format", Format::WORDS, Format::from_word)?,
        table,
        history: history.map(|path| Source::file(path)).transpose()?,
        me: all("me"),
        now: desk.clock().now(),
        zone: desk.clock().zone(),
    })
}

fn delimiter(typed: &str) -> Result<u8> {
    match typed {
        "tab" | "\\t" => Ok(b'\t'),
        one if one.len() == 1 && one.is_ascii() => Ok(one.as_bytes()[0]),
        other => Err(Error::usage(format!(
            "--delimiter: \u{201c}{other}\u{201d} is not one plain character"
        ))
        .hint("for example , or ; or tab")),
    }
}
