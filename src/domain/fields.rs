//! The table of fields of every kind: one row a field, from which forms, flags, columns and revisions are built.
//!
//! The rows of a kind stand beside its struct; this room holds what a row is, and the one parser from
//! typed strings to a record or its faults. Whatever enters by a form, a flag or a file is read here.

use chrono::NaiveDateTime;

use super::dates::{self, Lean};
use super::synonym::synonym;
use super::value::Value;
use super::{Kind, Record, RecordId};

/// What is wrong with one field, in a sentence that can stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name, or empty when the whole record is meant.
    pub field: &'static str,
    /// One sentence.
    pub says: String,
}

impl Fault {
    /// A fault of a field.
    pub fn new(field: &'static str, says: impl Into<String>) -> Self {
        Self {
            field,
            says: says.into(),
        }
    }
}

/// How the text of a field is typed and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// A day; a bare weekday leans to the past (events) or the future (dues).
    Day(Lean),
    /// A day, or a day with a time.
    When(Lean),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number within bounds, both included.
    Number(i64, i64),
    /// Yes or no.
    Flag,
    /// A relationship, by name.
    Who,
    /// Several relationships, by name, with commas.
    Whos,
    /// Tags or other short words, with commas.
    Tags,
    /// Another record, by id.
    Link(Kind),
    /// Several other records, each by its short id or words that fit only it, with commas.
    Links(Kind),
    /// Small records inside this one, changed by acts and never typed into a form.
    Rows,
}

/// Whether a field must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The record is refused without it.
    Must,
    /// Offered in the form.
    May,
    /// Kept in the record and set by acts (a settling, a stage), but not offered in the form.
    Kept,
}

/// One row of the table: everything the house knows about one field.
pub struct Field {
    /// The name in revisions, flags (`--done-means`) and CSV headers.
    pub name: &'static str,
    /// The words beside it in a form.
    pub label: &'static str,
    /// How it is typed.
    pub shape: Shape,
    /// Whether it must be given.
    pub need: Need,
    /// One sentence for help, the form's footer and `--help`.
    pub help: &'static str,
    /// Takes it out of a record ([`Value::Nothing`] for another kind).
    pub get: fn(&Record) -> Value,
    /// Puts it into a record.
    pub set: fn(&mut Record, &Value) -> Result<(), String>,
}

impl Field {
    /// The name as a command-line flag: `done_means` is `done-means`.
    pub fn flag(&self) -> String {
        self.name.replace('_', "-")
    }

    /// Whether a form offers it.
    pub fn is_typed(&self) -> bool {
        self.need != Need::Kept && self.shape != Shape::Rows
    }
}

/// Declares the rows of one kind. Each row: `field, "Label", shape, need, "help";`
macro_rules! fields {
    ($table:ident for $variant:ident { $($name:ident, $label:literal, $shape:expr, $need:ident, $help:literal;)+ }) => {
        /// The rows of this kind, in the order of its form.
        pub const $table: &[$crate::domain::fields::Field] = &[$($crate::domain::fields::Field {
            name: stringify!($name),
            label: $label,
            shape: $shape,
            need: $crate::domain::fields::Need::$need,
            help: $help,
            get: |record| match record {
                $crate::domain::Record::$variant(one) => $crate::domain::value::Piece::to_value(&one.$name),
                _ => $crate::domain::value::Value::Nothing,
            },
            set: |record, value| {
                if let $crate::domain::Record::$variant(one) = record {
                    one.$name = $crate::domain::value::Piece::from_value(value)?;
                }
                Ok(())
            },
        }),+];
    };
}
pub(crate) use fields;

/// Who is who: how a parser turns a name into a relationship and a form turns it back.
pub trait Names {
    /// The relationship that words name (a name, an alias, a handle, the start of a word of the name, a short id).
    ///
    /// # Errors
    /// A sentence that says that nobody fits, or who all fit.
    fn find(&self, words: &str) -> Result<RecordId, String>;
    /// Whether words name more than one relationship: then [`Names::find`] says who all fit. Told apart from
    /// "nobody fits" because a word of a sentence that is nobody's name is no fault.
    fn fits_several(&self, words: &str) -> bool {
        let _ = words;
        false
    }
    /// The name of a relationship.
    fn name(&self, id: RecordId) -> Option<String>;
    /// Any record by id or a unique prefix of its short form.
    ///
    /// # Errors
    /// As [`Names::find`].
    fn record(&self, kind: Kind, words: &str) -> Result<RecordId, String>;
}

/// What reading a field needs to know besides the text.
pub struct Reading<'a> {
    /// The local date and time that "today" and "fri" count from.
    pub now: NaiveDateTime,
    /// Who is who.
    pub names: &'a dyn Names,
}

/// The row of a kind by its name or its flag.
pub fn field(kind: Kind, name: &str) -> Option<&'static Field> {
    let name = name.replace('-', "_");
    kind.fields().iter().find(|f| f.name == name)
}

/// Reads one field's text into its value.
///
/// # Errors
/// The field's fault.
pub fn read(field: &Field, text: &str, with: &Reading<'_>) -> Result<Value, Fault> {
    let trimmed = text.trim();
    let fault = |says: String| Fault::new(field.name, says);
    if trimmed.is_empty() {
        return Ok(Value::Nothing);
    }
    let value = match field.shape {
        Shape::Line => Value::Text(trimmed.split_whitespace().collect::<Vec<_>>().join(" ")),
        Shape::Text => Value::Text(trimmed.to_owned()),
        Shape::Day(lean) => Value::Text(
            dates::day(trimmed, with.now, lean)
                .map_err(fault)?
                .to_string(),
        ),
        Shape::When(lean) => Value::Text(
            dates::when(trimmed, with.now, lean)
                .map_err(fault)?
                .to_string(),
        ),
        Shape::Choice(words) => {
            let meant = synonym(field.name, trimmed).unwrap_or(trimmed);
            Value::Text(choice(words, meant).map_err(fault)?.to_owned())
        }
        Shape::Number(low, high) => {
            let meant = synonym(field.name, trimmed).unwrap_or(trimmed);
            Value::Number(number(meant, low, high).map_err(fault)?)
        }
        Shape::Flag => Value::Flag(flag(trimmed).map_err(fault)?),
        Shape::Who => Value::Text(with.names.find(trimmed).map_err(fault)?.to_string()),
        Shape::Whos => {
            let find = |name: &str| {
                with.names
                    .find(name)
                    .map(|id| Value::Text(id.to_string()))
                    .map_err(fault)
            };
            Value::List(commas(trimmed).map(find).collect::<Result<_, _>>()?)
        }
        Shape::Tags => Value::List(
            commas(trimmed)
                .map(|t| Value::Text(t.trim_start_matches('#').to_owned()))
                .collect(),
        ),
        Shape::Link(kind) => {
            Value::Text(with.names.record(kind, trimmed).map_err(fault)?.to_string())
        }
        Shape::Links(kind) => {
            let find = |words: &str| {
                let found = with.names.record(kind, words);
                found.map(|id| Value::Text(id.to_string())).map_err(fault)
            };
            Value::List(commas(trimmed).map(find).collect::<Result<_, _>>()?)
        }
        Shape::Rows => return Err(fault("is changed by acts, not typed".to_owned())),
    };
    Ok(value)
}

/// Writes a field's value as the text a form shows; [`read`] takes it back.
pub fn write(field: &Field, value: &Value, names: &dyn Names) -> String {
    let name = |text: &str| {
        text.parse()
            .ok()
            .and_then(|id| names.name(id))
            .unwrap_or_else(|| text.to_owned())
    };
    let letters = |text: &str| {
        let id = text.parse::<RecordId>();
        id.map_or_else(|_| text.to_owned(), |id| id.letters())
    };
    match value {
        Value::Nothing | Value::Row(_) => String::new(),
        Value::Flag(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(n) => n.to_string(),
        Value::Text(text) => match field.shape {
            Shape::Who | Shape::Whos => name(text),
            _ => text.clone(),
        },
        Value::List(items) => {
            let each = |item: &Value| {
                item.text().map(|t| match field.shape {
                    Shape::Whos => name(t),
                    Shape::Links(_) => letters(t),
                    _ => t.to_owned(),
                })
            };
            items.iter().filter_map(each).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Reads the texts of a kind's fields over a record (a new one, or the one being edited): the record, or every fault at once.
///
/// Fields that are not named stay as they are; an empty text clears its field.
///
/// # Errors
/// All faults: of fields, of the record as a whole, of names that are no field.
pub fn parse(
    base: Record,
    texts: &[(&str, &str)],
    with: &Reading<'_>,
) -> Result<Record, Vec<Fault>> {
    let before = base.clone();
    let mut record = base;
    let mut faults = Vec::new();
    for (name, text) in texts {
        match field(record.kind(), name) {
            None => {
                let one = record.kind().one();
                let says = format!("{one} has no field \u{201c}{name}\u{201d}");
                faults.push(Fault::new("", says));
            }
            Some(field) => match read(field, text, with) {
                Err(fault) => faults.push(fault),
                Ok(value) => {
                    if let Err(says) = (field.set)(&mut record, &value) {
                        faults.push(Fault::new(field.name, says));
                    }
                }
            },
        }
    }
    record.follow(&before, with.now.date(), |field| {
        texts.iter().any(|(name, _)| *name == field)
    });
    if faults.is_empty() {
        faults = record.faults();
    }
    if faults.is_empty() {
        Ok(record)
    } else {
        Err(faults)
    }
}

/// The fields that must be given and are not.
pub fn missing(record: &Record) -> impl Iterator<Item = Fault> + '_ {
    let empty = |f: &&Field| f.need == Need::Must && (f.get)(record).is_empty();
    record
        .kind()
        .fields()
        .iter()
        .filter(empty)
        .map(|f| Fault::new(f.name, format!("{} is needed", f.label.to_lowercase())))
}

/// What changed between two values of a record, in a sentence: `added`, `deleted`, `Due: 2026-12-01; Stake: major`.
pub fn changes(before: Option<&Record>, after: Option<&Record>, names: &dyn Names) -> String {
    let (Some(before), Some(after)) = (before, after) else {
        return match (before, after) {
            (None, Some(after)) => format!("added {}", after.kind()),
            (_, None) => "deleted".to_owned(),
            _ => String::new(),
        };
    };
    let mut changed = Vec::new();
    for field in after.kind().fields() {
        let (old, new) = ((field.get)(before), (field.get)(after));
        if old == new {
            continue;
        }
        let shown = match field.shape {
            Shape::Rows => rows_text(&new),
            _ => write(field, &new, names),
        };
        let shown = if shown.is_empty() {
            "cleared".to_owned()
        } else {
            shown
        };
        changed.push(format!("{}: {shown}", field.label));
    }
    changed.join("; ")
}

/// The newest of some small records, in a line.
fn rows_text(value: &Value) -> String {
    let Value::List(rows) = value else {
        return String::new();
    };
    let Some(Value::Row(fields)) = rows.last() else {
        return format!("{} in all", rows.len());
    };
    let each = fields.iter().map(|(name, value)| match value {
        Value::Text(text) => format!("{name} {text}"),
        Value::Number(n) => format!("{name} {n}"),
        _ => name.clone(),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn commas(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The word that a text means: the whole word, or a prefix that fits only one; `-` and `_` are spaces.
fn choice(words: &'static [&'static str], text: &str) -> Result<&'static str, String> {
    let spaced = |text: &str| text.to_lowercase().replace(['-', '_'], " ");
    let typed = spaced(text);
    if let Some(word) = words.iter().find(|w| spaced(w) == typed) {
        return Ok(word);
    }
    let mut fits = words.iter().filter(|w| spaced(w).starts_with(&typed));
    match (fits.next(), fits.next()) {
        (Some(word), None) => Ok(word),
        _ => Err(format!(
            "\u{201c}{text}\u{201d} is not one of: {}",
            words.join(", ")
        )),
    }
}

fn number(text: &str, low: i64, high: i64) -> Result<i64, String> {
    let n = text
        .parse::<i64>()
        .map_err(|_| format!("\u{201c}{text}\u{201d} is not a whole number"))?;
    if (low..=high).contains(&n) {
        Ok(n)
    } else {
        Err(format!("{n} is not between {low} and {high}"))
    }
}

fn flag(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" => Ok(true),
        "no" | "n" | "false" | "0" | "-" => Ok(false),
        _ => Err(format!("\u{201c}{text}\u{201d} is not yes or no")),
    }
}
