//! The table of fields as flags: one flag a field, read by the same parser as forms and files.

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, ArgMatches, Command};

use super::desk::{Desk, with_day_hint};
use crate::domain::fields::{self, Fault, Field, Need, Shape};
use crate::domain::{Kind, Record};
use crate::error::{Error, Result};
use crate::journal::Journal;

/// What was typed for some fields: their names and the texts.
pub type Texts = Vec<(&'static str, String)>;

/// The flags of a kind, without the fields that a command takes in another way.
pub fn of(kind: Kind, without: &[&str]) -> Vec<Arg> {
    let fields = kind.fields().iter().filter(|f| f.is_typed());
    fields
        .filter(|f| !without.contains(&f.name))
        .map(flag)
        .collect()
}

/// Adds the flags of a kind to a command.
#[must_use]
pub fn with(command: Command, kind: Kind, without: &[&str]) -> Command {
    command.args(of(kind, without))
}

/// One field as a flag.
pub fn flag(field: &'static Field) -> Arg {
    let arg = Arg::new(field.name)
        .long(field.flag())
        .help(field.help)
        .value_name(value_name(field.shape));
    match field.shape {
        Shape::Choice(words) => arg.value_parser(Words(words)),
        Shape::Number(low, _) => arg.allow_negative_numbers(low < 0),
        Shape::Flag => arg
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("yes"),
        _ => arg,
    }
}

/// A field as the words that follow a command; several words are one text, `-` is the input.
pub fn words(kind: Kind, name: &'static str, value_name: impl Into<String>) -> Arg {
    let help = fields::field(kind, name).map_or("", |f| f.help);
    Arg::new(name)
        .value_name(value_name.into())
        .help(format!(
            "{help} (\u{201c}-\u{201d} reads it from the input)"
        ))
        .required(true)
        .num_args(1..)
}

/// A field as one word that follows a command, such as a name.
pub fn word(kind: Kind, name: &'static str, value_name: &'static str) -> Arg {
    let help = fields::field(kind, name).map_or("", |f| f.help);
    Arg::new(name)
        .value_name(value_name)
        .help(help)
        .required(true)
}

/// What was typed for the fields of a kind.
///
/// # Errors
/// When `-` stands for a text and the input cannot be read.
pub fn texts(kind: Kind, given: &ArgMatches, desk: &mut Desk<'_>) -> Result<Texts> {
    let mut texts = Texts::new();
    for field in kind.fields().iter().filter(|f| f.need != Need::Kept) {
        if let Ok(Some(words)) = given.try_get_many::<String>(field.name) {
            let text = words.cloned().collect::<Vec<_>>().join(" ");
            texts.push((field.name, plain(field, text, desk)?));
        }
    }
    Ok(texts)
}

/// Reads typed texts over a record.
///
/// # Errors
/// `Usage` with every text that cannot be understood and every field that is missing, `NotFound` and `Ambiguous` for
/// names, `Refused` for what the record as a whole does not allow.
pub fn record(base: Record, texts: &Texts, journal: &Journal) -> Result<Record> {
    let kind = base.kind();
    let with = journal.reading();
    let mut faults = Vec::new();
    for (name, text) in texts {
        let Some(field) = fields::field(kind, name) else {
            continue;
        };
        named(field, text, journal)?;
        faults.extend(fields::read(field, text, &with).err());
    }
    if !faults.is_empty() {
        return Err(understood(kind, &faults));
    }
    let texts: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (*n, t.as_str())).collect();
    fields::parse(base, &texts, &with).map_err(|faults| refused(kind, &faults))
}

/// A relationship's or a record's name that nobody fits, told with its hint instead of as a fault of the flag.
fn named(field: &Field, text: &str, journal: &Journal) -> Result<()> {
    let names = || text.split(',').map(str::trim).filter(|n| !n.is_empty());
    match field.shape {
        Shape::Who if !text.trim().is_empty() => journal.find_relationship(text.trim()).map(drop),
        Shape::Whos => names().try_for_each(|name| journal.find_relationship(name).map(drop)),
        Shape::Link(kind) if !text.trim().is_empty() => {
            journal.find_record(Some(kind), text.trim()).map(drop)
        }
        Shape::Links(kind) => {
            names().try_for_each(|name| journal.find_record(Some(kind), name).map(drop))
        }
        _ => Ok(()),
    }
}

/// What a record as a whole lacks or does not allow; what it lacks is told with its flag.
fn refused(kind: Kind, faults: &[Fault]) -> Error {
    let lacks = |f: &&Fault| f.says.ends_with("is needed");
    let missing: Vec<_> = faults
        .iter()
        .filter(lacks)
        .filter_map(|f| fields::field(kind, f.field))
        .collect();
    if missing.is_empty() {
        return Error::refused(sentence(faults, |f| f.says.clone()));
    }
    let says = missing
        .iter()
        .map(|f| format!("--{} is needed ({})", f.flag(), f.help));
    Error::usage(says.collect::<Vec<_>>().join("; "))
}

fn understood(kind: Kind, faults: &[Fault]) -> Error {
    let says = sentence(faults, |f| {
        format!("--{}: {}", f.field.replace('_', "-"), f.says)
    });
    let dated = faults.iter().any(|f| {
        let shape = fields::field(kind, f.field).map(|row| row.shape);
        matches!(shape, Some(Shape::Day(_) | Shape::When(_)))
    });
    let error = Error::usage(says);
    if dated { with_day_hint(error) } else { error }
}

fn sentence(faults: &[Fault], say: impl Fn(&Fault) -> String) -> String {
    faults.iter().map(say).collect::<Vec<_>>().join("; ")
}

/// What was typed for a field; for a text, `-` is the input.
fn plain(field: &Field, text: String, desk: &mut Desk<'_>) -> Result<String> {
    match field.shape {
        Shape::Line | Shape::Text if text == "-" => Ok(desk.input_text()?.trim_end().to_owned()),
        _ => Ok(text),
    }
}

fn value_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Day(_) => "DAY",
        Shape::When(_) => "WHEN",
        Shape::Choice(_) => "WORD",
        Shape::Number(..) => "N",
        Shape::Flag => "yes|no",
        Shape::Who => "WHO",
        Shape::Whos => "WHO,…",
        Shape::Tags => "A,B",
        Shape::Link(_) => "ID",
        Shape::Links(_) => "ID,…",
        Shape::Line | Shape::Text | Shape::Rows => "TEXT",
    }
}

/// The words of a choice: offered by completions and help, and left to the table's own parser to judge.
#[derive(Clone)]
pub struct Words(pub &'static [&'static str]);

impl TypedValueParser for Words {
    type Value = String;

    fn parse_ref(
        &self,
        _: &Command,
        _: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> std::result::Result<String, clap::Error> {
        // a lossy text is no word of the list and is refused in the list's own sentence
        Ok(value.to_string_lossy().into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let values = self
            .0
            .iter()
            .map(|w| PossibleValue::new(w.replace(' ', "-")));
        Some(Box::new(values))
    }
}
