//! What this program's own calendars carry so that the same record comes back: its identity, and fields that no calendar has.

use calcard::icalendar::{ICalendarComponent, ICalendarProperty, ICalendarValue};

use super::read::{self, Event};
use super::{Made, Off, when};
use crate::clock::Zone;
use crate::domain::fields::{Field, Shape};
use crate::domain::note::{Note, NoteSort};
use crate::domain::value::Value;
use crate::domain::{Kind, Record, RecordId, text};
use crate::transfer::intake::{Held, Named};

/// What ends the UID of our own.
pub(super) const OURS: &str = "@trustline";
/// What ends the UID of the event that stands for the due day of a task.
pub(super) const DUE: &str = "-due@trustline";
/// What begins our own properties.
pub(super) const PREFIX: &str = "X-TRUSTLINE-";
/// The name of whom it is with.
pub(super) const WHO: &str = "X-TRUSTLINE-WHO";
/// The identity of whom it is with.
pub(super) const WHO_ID: &str = "X-TRUSTLINE-WHO-ID";
/// That a one-on-one was held.
pub(super) const HELD: &str = "X-TRUSTLINE-HELD";
/// The words of a record, where the title says more than them.
pub(super) const TEXT: &str = "X-TRUSTLINE-TEXT";

/// The fields of a commitment that are carried; where and how it was said, why and from what it was missed stay at home.
pub(super) const CARRIED: [&str; 16] = [
    "side",
    "text",
    "due",
    "repeats",
    "check_by",
    "made",
    "agreed",
    "done_means",
    "stake",
    "tags",
    "visible",
    "done",
    "broken",
    "warned",
    "released",
    "excused",
];
/// The fields of a foreign task.
const FOREIGN: [&str; 3] = ["text", "due", "done"];

/// Whether it is one that this program wrote.
pub(super) fn is_ours(event: &Event) -> bool {
    id(event).is_some()
}

/// The identity of our own.
pub(super) fn id(event: &Event) -> Option<RecordId> {
    event.uid.strip_suffix(OURS)?.parse().ok()
}

/// The field of a commitment as a property of ours: `X-TRUSTLINE-DONE-MEANS`.
pub(super) fn property(field: &Field) -> String {
    format!("{PREFIX}{}", field.flag().to_uppercase())
}

/// The fields of a commitment that go out under our own names; the others have properties in every calendar.
pub(super) fn named() -> impl Iterator<Item = &'static Field> {
    let of_calendars = ["text", "due", "tags"];
    carried().filter(move |field| !of_calendars.contains(&field.name))
}

fn carried() -> impl Iterator<Item = &'static Field> {
    let fields = Kind::Commitment.fields().iter();
    fields.filter(|field| CARRIED.contains(&field.name))
}

/// A property of ours, clean: several lines stay several.
pub(super) fn said(part: &ICalendarComponent, name: &str) -> Option<String> {
    let is = |p: &ICalendarProperty| matches!(p, ICalendarProperty::Other(other) if other.eq_ignore_ascii_case(name));
    let entry = part.entries.iter().find(|e| is(&e.name))?;
    match entry.values.first()? {
        ICalendarValue::Text(words) => Some(text::lines(words).into_owned()),
        other => other
            .clone()
            .into_text()
            .map(|words| text::lines(&words).into_owned()),
    }
}

/// Whom our own is with: by the name it carries.
pub(super) fn with(part: &ICalendarComponent) -> Vec<Named> {
    let names = said(part, WHO).unwrap_or_default();
    let ids = said(part, WHO_ID).unwrap_or_default();
    let mut ids = ids.lines();
    let names = names.lines().map(|name| Named {
        name: text::line(name).trim().to_owned(),
        id: ids.next().and_then(|id| id.trim().parse().ok()),
        ..Named::default()
    });
    names.filter(|named| !named.name.is_empty()).collect()
}

/// The fields of our own that a calendar has no property for, set on a commitment.
///
/// # Errors
/// A sentence, when one of them is not in its form.
pub(super) fn fill(part: &ICalendarComponent, record: &mut Record) -> Result<(), String> {
    for field in named() {
        let Some(words) = said(part, &property(field)) else {
            continue;
        };
        let value = match words.as_str() {
            "yes" if field.shape == Shape::Flag => Value::Flag(true),
            _ => Value::Text(words),
        };
        (field.set)(record, &value).map_err(|says| format!("{}: {says}", property(field)))?;
    }
    Ok(())
}

/// A one-on-one that this program wrote.
pub(super) fn meeting(event: &Event, held: &Held<'_>, zone: Zone) -> Made {
    let Some(id) = id(event) else {
        return Err(Off::Refused("has no identity".to_owned()));
    };
    if event.cancelled {
        return Err(Off::Skipped(
            "status \u{201c}cancelled\u{201d}".to_owned(),
            false,
        ));
    }
    let at = when::moment(&event.part, &ICalendarProperty::Dtstart, zone)
        .ok_or_else(|| Off::Refused("has no start that can be read (DTSTART)".to_owned()))?;
    let words = said(&event.part, TEXT).unwrap_or_default();
    let note = Note {
        who: Vec::new(),
        sort: match said(&event.part, HELD) {
            Some(_) => NoteSort::OneOnOne,
            None => NoteSort::Planned,
        },
        at,
        text: if words.is_empty() {
            "one-on-one".to_owned()
        } else {
            words
        },
        tags: tags(&event.part),
    };
    let (mut record, mut with) = (Record::Note(note), with(&event.part));
    keep_whos(id, &mut record, &mut with, held);
    Ok((id, record, with))
}

/// A record that is here already stays with whom it is: names may have changed since it went out.
pub(super) fn keep_whos(id: RecordId, record: &mut Record, with: &mut Vec<Named>, held: &Held<'_>) {
    let whos = (held.record)(id).map_or_else(Vec::new, |there| there.noun().whos());
    let Some(first) = whos.first().copied() else {
        return;
    };
    match record {
        Record::Note(note) => note.who = whos,
        Record::Commitment(one) => one.who = first,
        _ => return,
    }
    with.clear();
}

/// The categories, clean.
pub(super) fn tags(part: &ICalendarComponent) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for entry in part.properties(&ICalendarProperty::Categories) {
        for value in &entry.values {
            let tag = value.as_text().map(read::clean).unwrap_or_default();
            if !tag.is_empty() && !tags.contains(&tag) && tags.len() < 100 {
                tags.push(tag);
            }
        }
    }
    tags
}

/// What is there with what a calendar tells: when a meeting is; of a task what it carries.
pub(super) fn over(there: &Record, from: &Record) -> Record {
    let mut laid = there.clone();
    match (&mut laid, from) {
        (Record::Note(there), Record::Note(from)) => {
            (there.at, there.sort) = (from.at, from.sort);
        }
        (Record::Commitment(_), Record::Commitment(one)) => {
            let foreign = !one.source.is_empty();
            for field in carried() {
                let tells = !foreign || FOREIGN.contains(&field.name);
                // what was taken out of a record of the same kind fits into it
                if tells && (field.set)(&mut laid, &(field.get)(from)).is_err() {
                    return there.clone();
                }
            }
        }
        _ => {}
    }
    laid
}
