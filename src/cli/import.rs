//! `import`: foreign files in, surveyed before they are loaded; and another journal's revisions.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::args::{is_set, one, switch, text_flag};
use super::export::revisions;
use super::flags::Words;
use super::{Desk, Verb};
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::transfer::intake::{self, Choice, Held, Source, Watch};
use crate::transfer::table::{self, Flags, Mapping};

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
        .help("a table (CSV), or revisions as export writes them; \u{201c}-\u{201d} is the input");
    command
        .about("Bring in a table of commitments, or another journal; twice is the same as once")
        .arg(file)
        .args(shape_flags())
        .args(meaning_flags())
        .args([
            switch("update", "take the table's where the journal differs"),
            switch("dry-run", "say what would come, and write nothing"),
        ])
        .after_help(IMPORT_EXAMPLES)
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  trustline import issues.csv --dry-run
  trustline import issues.csv --set side=theirs --map who=assignee --map text=summary \\\n      --status resolution --settled resolved --word Fixed=done
  trustline import journal.jsonl";

/// How the table is written.
fn shape_flags() -> [Arg; 3] {
    let ready = format!(
        "a mapping in a TOML file, or a ready one: {}",
        Mapping::ready().join(", ")
    );
    [
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

/// What its columns and words mean, over the mapping.
fn meaning_flags() -> [Arg; 9] {
    let many = |name, value, help| text_flag(name, value, help).action(ArgAction::Append);
    [
        many(
            "map",
            "FIELD=COLUMN",
            "the column that feeds a field, or who",
        ),
        many("set", "FIELD=TEXT", "what a field, or who, always is"),
        text_flag("status", "COLUMN", "the column with the status"),
        text_flag("settled", "COLUMN", "the column with the day of the status"),
        many(
            "word",
            "WORD=MEANING",
            "what a status means: done, broken, released, excused, open, requested, skip",
        ),
        many("key", "COLUMN", "a column that identifies a row"),
        many(
            "require",
            "COLUMN",
            "a column without which a row is skipped",
        ),
        text_flag("kind", "KIND", "what a row is: commitment or relationship"),
        many("me", "ADDRESS", "your own address or name in a calendar"),
    ]
}

fn import(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let Some(path) = given.get_one::<PathBuf>("file") else {
        return Ok(());
    };
    if path == Path::new("-") {
        let input = desk.input()?;
        if is_revisions(input)? {
            return unite(desk, given, None);
        }
        let source = Source::stream("the input", desk.input_again())?;
        return foreign(desk, given, source);
    }
    // a pipe can be read once only: the source holds what came out of it
    let source = Source::file(path)?;
    let mut file = BufReader::new(source.open()?);
    let fail = |e: std::io::Error| Error::file("read", path, e);
    if is_revisions(&mut file).map_err(fail)? {
        return unite(desk, given, Some(&mut file));
    }
    drop(file);
    foreign(desk, given, source)
}

/// Whether what comes is JSON Lines: its first letter opens an object.
fn is_revisions(from: &mut dyn BufRead) -> std::io::Result<bool> {
    let first = from.fill_buf()?;
    Ok(first.trim_ascii_start().first() == Some(&b'{'))
}

/// Unites the journal with revisions: those of a file, else those on the input.
fn unite(desk: &mut Desk<'_>, given: &ArgMatches, file: Option<&mut dyn BufRead>) -> Result<()> {
    let dry = is_set(given, "dry-run");
    let mut journal = if dry {
        Journal::memory(desk.clock().clone())?
    } else {
        desk.write()?
    };
    let union = match file {
        Some(lines) => journal.unite(lines)?,
        None => journal.unite(desk.input_again())?,
    };
    if dry {
        let found = revisions(union.new);
        return desk.say(format!("{found} can be read; nothing was written."));
    }
    desk.say(format!(
        "{} new, {} here already.",
        revisions(union.new),
        union.same
    ))?;
    if union.conflicts > 0 {
        desk.say(format!(
            "{} records were changed on both sides: the newest value stands, trustline log shows the other.",
            union.conflicts
        ))?;
    }
    Ok(())
}

fn foreign(desk: &mut Desk<'_>, given: &ArgMatches, source: Source) -> Result<()> {
    let name = source.name().to_owned();
    let incoming = intake::open(source, choice(desk, given)?)?;
    let dry = is_set(given, "dry-run");
    let mut journal = if dry { desk.read()? } else { desk.write()? };
    desk.progress("reading\u{2026}");
    let held = Held {
        names: &journal,
        record: &|id| {
            journal
                .stored(id)
                .ok()
                .flatten()
                .map(|stored| stored.record)
        },
        erased: &|id| journal.erased(id).unwrap_or(false),
    };
    let survey = incoming.survey(
        &held,
        &mut Watch {
            tick: &mut |_| true,
            refused: &mut |_, _| Ok(()),
        },
    );
    desk.progress("");
    let survey = survey?;
    let report = survey.report.clone();
    desk.say_lines(&report.to_string())?;
    if report.refused > 0 && report.new + report.same + report.differing + report.erased == 0 {
        return Err(Error::input("no row could be read, so nothing was imported")
            .hint("the faults above name the line and the column; --map, --dates and --delimiter say how to read them"));
    }
    if dry {
        return desk.say("Nothing was written: this was a dry run.");
    }
    desk.flush()?;
    let total = report.new + report.same + report.differing;
    let says = format!("imported {name}");
    let mut records = incoming.feed(survey)?;
    let loaded = journal.load(&says, &mut records, &mut |done| {
        desk.progress(&format!("{done} of {total}"));
        true
    });
    desk.progress("");
    let loaded = loaded?;
    let undo = if loaded.new + loaded.changed == 0 {
        ""
    } else {
        " trustline undo takes all of it back."
    };
    desk.say(format!(
        "Imported: {} new, {} changed, {} as they were.{undo}",
        loaded.new, loaded.changed, loaded.same
    ))
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
        encoding: None,
        update: is_set(given, "update"),
    };
    Ok(Choice {
        table,
        now: desk.clock().now(),
        zone: desk.clock().zone(),
        me: all("me"),
        ..Choice::default()
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
