//! Entries of other journals as notes: what all of them share.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use serde_json::value::RawValue;

use super::elements::{self, Element, Fields};
use super::intake::{Choice, Item, Named, Parcel, RowFault, Source, identity, shown};
use crate::domain::Record;
use crate::domain::note::{Note, NoteSort};
use crate::domain::value::When;
use crate::error::{Error, Result};

/// The most bytes of an entry's text that are taken: a note is shown on a screen.
const LONGEST: usize = 4 << 20;

/// One entry of another journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) at: When,
    pub(super) title: String,
    pub(super) body: String,
    /// As they came, with their marks.
    pub(super) tags: Vec<String>,
    pub(super) moment: bool,
}

/// A journal's format: what it is called, and how an entry of it is read.
pub(super) struct Shape {
    /// The word that identities are derived with; it may never change.
    pub(super) word: &'static str,
    /// What writes it: `jrnl exports`.
    pub(super) by: &'static str,
    /// Fields that are carried over.
    pub(super) known: &'static [&'static str],
    /// Reads an entry; which field is wrong and a sentence when it cannot.
    pub(super) read: fn(&Fields) -> std::result::Result<Entry, (&'static str, String)>,
}

/// Reads a journal: `{"entries": […]}`, a list of entries, or one entry.
///
/// # Errors
/// `Input` with the line, when it is no JSON or holds no entries; `Usage`: a flag that does not fit; `File`.
pub(super) fn open(source: &Source, choice: &Choice, shape: &Shape) -> Result<Parcel> {
    let who = who(choice)?;
    let text = elements::text(source)?;
    let entries = entries(source.name(), &text, shape)?;
    let (mut items, mut refused) = (Vec::new(), Vec::new());
    let mut left = BTreeMap::<String, u64>::new();
    let mut met = HashMap::<[String; 2], u64>::new();
    for entry in &entries {
        let fields = elements::fields(entry.text).map_err(|says| ("", says));
        let read = |fields| Ok((short((shape.read)(&fields)?)?, fields));
        match fields.and_then(read) {
            Ok((read, fields)) => {
                count_left(&fields, shape.known, &mut left);
                items.push(item(entry.line, &read, shape.word, &mut met, who.as_ref()));
            }
            Err((field, says)) => {
                let fault = RowFault::new(entry.line, field, &says);
                refused.push((fault, elements::as_it_came(entry.text)));
            }
        }
    }
    let rows = entries.len() as u64;
    let many = if rows == 1 {
        "1 entry".to_owned()
    } else {
        format!("{rows} entries")
    };
    let each = left
        .iter()
        .take(12)
        .map(|(name, n)| format!("{} ({n})", shown(name)));
    let each = each.collect::<Vec<_>>().join(", ");
    let notes = (!each.is_empty()).then(|| format!("fields that have no place here: {each}"));
    Ok(Parcel {
        says: format!("{}: {many} as {}", shown(source.name()), shape.by),
        row: "entry",
        rows,
        items,
        refused,
        skipped: BTreeMap::new(),
        notes: notes.into_iter().collect(),
        update: choice.table.update,
        over,
    })
}

/// Whom all entries are about, as a flag says.
fn who(choice: &Choice) -> Result<Option<Named>> {
    let flags = &choice.table.flags;
    let unfit = |says: &str| {
        Err(Error::usage(says).hint("what can be said: --set who=NAME, for entries that are all about one; @names in them are linked by themselves"))
    };
    let mut others = flags.clone();
    others.set.clear();
    if choice.table.mapping.is_some() || choice.table.delimiter.is_some() || !others.is_empty() {
        return unfit("entries of a journal need no mapping of columns");
    }
    if choice.history.is_some() {
        return unfit("entries of a journal have no history of due dates");
    }
    match flags.set.as_slice() {
        [] => Ok(None),
        [one] => match one.split_once('=') {
            Some((field, name)) if field.trim() == "who" && !name.trim().is_empty() => {
                Ok(Some(Named {
                    name: elements::one_line(name),
                    ..Named::default()
                }))
            }
            _ => unfit("entries of a journal can only be told whom they are about"),
        },
        _ => unfit("entries of a journal can only be told once whom they are about"),
    }
}

#[derive(serde::Deserialize)]
struct Wrapped<'a> {
    #[serde(borrow, default)]
    entries: Option<Vec<&'a RawValue>>,
}

/// An entry that is no longer than a note may be.
fn short(entry: Entry) -> std::result::Result<Entry, (&'static str, String)> {
    if entry.title.len() + entry.body.len() <= LONGEST {
        return Ok(entry);
    }
    Err(("", "has a text of more than 4 MiB".to_owned()))
}

fn entries<'a>(name: &str, text: &'a str, shape: &Shape) -> Result<Vec<Element<'a>>> {
    if !text.trim_start().starts_with('{') {
        let found = elements::elements(name, text)?;
        let is_one = found.first().is_none_or(|one| one.text.starts_with('{'));
        return if is_one {
            Ok(found)
        } else {
            Err(foreign(name, shape))
        };
    }
    let fail = |e: serde_json::Error| elements::broken(name, &e);
    let wrapped: std::result::Result<Wrapped<'a>, _> = serde_json::from_str(text);
    match wrapped {
        Ok(Wrapped { entries: Some(raw) }) => {
            Ok(elements::lines_of(text, raw.into_iter().map(RawValue::get)))
        }
        Ok(_) => {
            let one: &RawValue = serde_json::from_str(text).map_err(fail)?;
            Ok(elements::lines_of(text, std::iter::once(one.get())))
        }
        Err(error) => Err(fail(error)),
    }
}

fn foreign(name: &str, shape: &Shape) -> Error {
    let says = format!("{} holds no entries as {}", shown(name), shape.by);
    Error::input(says).hint("--format says what it is, where it was taken for something else")
}

fn item(
    line: u64,
    entry: &Entry,
    word: &str,
    met: &mut HashMap<[String; 2], u64>,
    who: Option<&Named>,
) -> Item {
    let key = [entry.at.to_string(), elements::one_line(&entry.title)];
    // entries of one moment and title are told apart by their order
    let nth = met.entry(key.clone()).or_default();
    *nth += 1;
    let nth = if *nth == 1 {
        String::new()
    } else {
        nth.to_string()
    };
    let id = identity([word, key[0].as_str(), key[1].as_str(), nth.as_str()]);
    let parts = [entry.title.trim(), entry.body.trim()];
    let text = parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("\n");
    let text = text.replace("\r\n", "\n");
    let mut with: Vec<Named> = who.cloned().into_iter().collect();
    let tagged = entry.tags.iter().map(String::as_str);
    for word in text.split_whitespace().chain(tagged) {
        let bare = word.strip_prefix('@').unwrap_or_default();
        let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        let named = Named::mention(bare);
        if !bare.is_empty() && !with.contains(&named) && with.len() < 100 {
            with.push(named);
        }
    }
    let note = Note {
        who: Vec::new(),
        sort: if entry.moment {
            NoteSort::Moment
        } else {
            NoteSort::Note
        },
        at: entry.at,
        text,
        tags: elements::tags(entry.tags.iter().map(String::as_str)),
    };
    Item {
        line,
        id,
        record: Record::Note(note),
        with,
    }
}

fn count_left(fields: &Fields, known: &[&str], left: &mut BTreeMap<String, u64>) {
    for (name, value) in fields {
        let empty = match value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !empty && !known.contains(&name.as_str()) && (left.len() < 50 || left.contains_key(name))
        {
            *left.entry(name.clone()).or_default() += 1;
        }
    }
}

/// An entry laid over the note that is there: whom it was linked to and the tags it was given here stay.
fn over(there: &Record, from: &Record) -> Record {
    let (Record::Note(there), Record::Note(from)) = (there, from) else {
        return from.clone();
    };
    let mut laid = from.clone();
    if !there.who.is_empty() {
        laid.who.clone_from(&there.who);
    }
    if from.tags.iter().all(|tag| there.tags.contains(tag)) {
        laid.tags.clone_from(&there.tags);
    }
    if from.sort == NoteSort::Note {
        laid.sort = there.sort;
    }
    Record::Note(laid)
}
