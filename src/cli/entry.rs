//! A record as one line of a list, and as all its fields.

use chrono::NaiveDate;

use super::args;
use super::{Columns, Desk};
use crate::assets::answer_told;
use crate::domain::agreement::observation_told;
use crate::domain::dates;
use crate::domain::fields::{self, Names, Need, Shape};
use crate::domain::filter::{Ask, Filter};
use crate::domain::value::Value;
use crate::domain::view::{EntryLine, Window};
use crate::domain::{Kind, Record, RecordId, When, text};
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Journal, Told};
use crate::wire::json;

/// What the cells of a line are called.
pub const LINE: Columns = Columns(&["id", "day", "with", "kind", "state", "*what"]);
/// The same inside one relationship.
pub const LINE_OF_ONE: Columns = Columns(&["id", "day", "kind", "state", "*what"]);

/// A line of a list as cells: short id, day, name, kind and side, state, title.
pub fn cells(line: &EntryLine, today: NaiveDate) -> Vec<String> {
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    vec![
        line.id.short(),
        dates::short(line.at.day, today),
        name.to_owned(),
        kind(line),
        line.state.to_owned(),
        title(line, today),
    ]
}

/// The same without the name, inside one relationship.
pub fn cells_of_one(line: &EntryLine, today: NaiveDate) -> Vec<String> {
    let mut cells = cells(line, today);
    cells.remove(2);
    cells
}

/// The kind, and whose it is where that is not plain.
fn kind(line: &EntryLine) -> String {
    match line.record.noun().side() {
        Some(side) => format!("{} {side}", line.kind),
        None => line.kind.word().to_owned(),
    }
}

/// The title with what is due and when, while that still matters.
pub fn title(line: &EntryLine, today: NaiveDate) -> String {
    let noun = line.record.noun();
    let title = noun.title();
    let open = match &line.record {
        Record::Commitment(_) => matches!(line.state, "open" | "requested"),
        _ => true,
    };
    let repeats = match &line.record {
        Record::Commitment(one) if open => one.repeats,
        _ => None,
    };
    let repeats = repeats.map_or_else(String::new, |one| format!(" \u{b7} \u{21bb} {one}"));
    match noun.due().filter(|_| open) {
        Some(due) => format!("{title} \u{b7} due {}{repeats}", due_words(due, today)),
        None => title,
    }
}

/// `27 Nov 12:00, in 5 days`.
pub fn due_words(due: When, today: NaiveDate) -> String {
    let time = due
        .time
        .map_or_else(String::new, |t| format!(" {}", t.format("%H:%M")));
    format!(
        "{}{time}, {}",
        dates::short(due.day, today),
        dates::beside(due.day, today)
    )
}

/// Every field that holds something, as label and text.
pub fn details(record: &Record, names: &dyn Names) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let fresh = record.kind().fresh(chrono::NaiveDateTime::MIN);
    for field in record.kind().fields() {
        let value = (field.get)(record);
        // what acts would set and none has set says nothing
        let untouched = field.need == Need::Kept && value == (field.get)(&fresh);
        if value.is_empty() || untouched {
            continue;
        }
        if let (Value::List(items), Shape::Rows | Shape::Links(_)) = (&value, field.shape) {
            let labels = std::iter::once(field.label).chain(std::iter::repeat(""));
            let each = labels.zip(items);
            rows.extend(each.map(|(label, item)| {
                let told = match field.name {
                    "answers" => answer_told(item),
                    "observations" => observation_told(item),
                    _ => None,
                };
                vec![label.to_owned(), told.unwrap_or_else(|| small(item))]
            }));
            continue;
        }
        let text = match (field.shape, value.text().map(str::parse::<RecordId>)) {
            (Shape::Link(_), Some(Ok(id))) => id.short(),
            _ => fields::write(field, &value, names),
        };
        let labels = std::iter::once(field.label).chain(std::iter::repeat(""));
        let each = labels.zip(text.lines());
        rows.extend(each.map(|(label, line)| vec![label.to_owned(), line.to_owned()]));
    }
    rows
}

/// A small record inside a record, in one line.
fn small(value: &Value) -> String {
    match value {
        Value::Row(pairs) => pairs
            .iter()
            .map(|(name, v)| match v {
                Value::Flag(_) => name.clone(),
                v => format!("{name} {}", small(v)),
            })
            .collect::<Vec<_>>()
            .join(", "),
        Value::Text(text) => text
            .parse::<RecordId>()
            .map_or_else(|_| text.clone(), |id| id.short()),
        Value::Number(n) => n.to_string(),
        Value::Flag(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(small).collect();
            items.join("; ")
        }
        Value::Nothing => String::new(),
    }
}

/// Says what was told, with the short id of the record it made or changed.
///
/// # Errors
/// When the output cannot be written.
pub fn say_told(desk: &mut Desk<'_>, told: &Told) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::told(&told.says, &told.ids));
    }
    match told.ids.first() {
        Some(id) if told.ids.len() == 1 => desk.say(format!("{}  [{}]", told.says, id.short())),
        _ => desk.say(&told.says),
    }
}

/// The record that words name.
///
/// # Errors
/// As `Journal::find_record`; `Usage` when nothing is named.
pub fn find(journal: &Journal, kind: Option<Kind>, words: &str) -> Result<RecordId> {
    if words.trim().is_empty() {
        return Err(Error::usage("which record is missing")
            .hint("give its short id or words that fit only it; trustline list shows them"));
    }
    match journal.find_record(kind, words.trim()) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let kind = kind.filter(|kind| *kind != Kind::Relationship);
            let waits = kind
                .map(|kind| waiting_with(journal, kind, words))
                .transpose()?;
            waits.flatten().ok_or(error)
        }
        found => found,
    }
}

/// The one record of a kind that waits with somebody, when a person was named instead of it: what has no words
/// (something shared, say) is found so.
fn waiting_with(journal: &Journal, kind: Kind, words: &str) -> Result<Option<RecordId>> {
    let Ok(who) = journal.find_relationship(words) else {
        return Ok(None);
    };
    let filter = Filter::default()
        .and(Ask::Who(who))
        .and(Ask::Kind(vec![kind]));
    let newest = journal.entries(&filter, Window::top(WAITING))?.lines;
    let waits = |line: &&EntryLine| line.record.noun().attention().is_some();
    let waiting: Vec<_> = newest.iter().filter(waits).collect();
    match waiting.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.id)),
        several => {
            let told = several
                .iter()
                .map(|line| format!("{} {}", line.id.short(), line.record.noun().title()));
            let says = format!("several wait with \u{201c}{}\u{201d}", text::line(words));
            Err(Error::new(ErrorKind::Ambiguous, says).hint(told.collect::<Vec<_>>().join(", ")))
        }
    }
}

/// Among how many of the newest records one that waits is looked for, where a person was named.
const WAITING: usize = 50;

/// The record that the words of a command name.
///
/// # Errors
/// As [`find`].
pub fn named(journal: &Journal, kind: Option<Kind>, given: &clap::ArgMatches) -> Result<RecordId> {
    find(journal, kind, &args::joined(given, "which"))
}

/// A record that must be there.
///
/// # Errors
/// `NotFound` when it was erased, or not yet there on the day that is looked at.
pub fn stored(journal: &Journal, id: RecordId) -> Result<crate::domain::view::Stored> {
    if let Some(stored) = journal.stored(id)? {
        return Ok(stored);
    }
    let (short, day) = (id.short(), journal.day());
    Err(if journal.stands(id)? {
        Error::not_found(format!("{short} was not there yet on {day}"))
            .hint("choose a later day with --as-of, or leave it out")
    } else {
        Error::not_found(format!("{short} was erased"))
            .hint("trustline log shows its history; undo may bring it back")
    })
}

/// Lines of one heading, each with its id and its title.
///
/// # Errors
/// When the output cannot be written.
pub fn say_lines(desk: &mut Desk<'_>, heading: &str, lines: &[&EntryLine]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let rows = lines.iter().map(|line| {
        vec![
            format!("  {}", line.id.short()),
            line.kind.word().to_owned(),
            line.record.noun().title(),
        ]
    });
    let columns = Columns(&["id", "kind", "*what"]);
    desk.part(heading, columns, &rows.collect::<Vec<_>>())
}
