//! Everything that can be asked, as JSON for other programs: product words for names, full and short ids, ISO days.
//!
//! These are views, not the stored form: a program that reads them depends on the names here and on nothing below.

mod backup;
mod brief;
mod collective;
mod figures;
mod health;
mod notice;
mod repair;
mod review;
mod team;
mod trust;
mod views;

use std::fmt::Write;

use chrono::NaiveDate;
use serde_json::{Map, json};

use crate::domain::text::is_hostile;
use crate::domain::value::Value;
use crate::domain::view::{EntryLine, Stored, Version};
use crate::domain::{Record, RecordId};

pub use backup::{backup, backups, pruned, restored, restoring};
pub use brief::brief;
pub use collective::collective;
pub use figures::{figure, folded, level, side, voices};
pub use health::health;
pub use notice::{notice, notices, tally};
pub use repair::{breach, plan};
pub use review::{coming_back, review};
pub use team::{team, team_line};
pub use trust::{balance, delegated, ladder, told_with_signs, trust};
pub use views::{card, checkin_sheet, draft, relationship_line, timeline, today, understood};

/// A value of JSON; shown plain with `{}`, in lines with `{:#}`.
pub type Json = serde_json::Value;

/// A value as text, in one line or in several. What could move a cursor or reorder a line is written as an escape:
/// other programs read the same text, and a terminal is safe.
pub fn written(value: &Json, in_lines: bool) -> String {
    let plain = if in_lines {
        format!("{value:#}")
    } else {
        value.to_string()
    };
    let mut safe = String::with_capacity(plain.len());
    for c in plain.chars() {
        if c != '\n' && is_hostile(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // a String takes whatever is written
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

/// An object from pairs, in their order.
pub fn object<const N: usize>(pairs: [(&str, Json); N]) -> Json {
    Json::Object(
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// An object from names that are known only when it is made.
pub fn named(pairs: Vec<(&str, Json)>) -> Json {
    Json::Object(
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// A list.
pub fn list<T>(items: &[T], each: impl Fn(&T) -> Json) -> Json {
    Json::Array(items.iter().map(each).collect())
}

/// The same value with every text in it mapped; the names of members stay.
pub fn mapped(value: &Json, map: &dyn Fn(&str) -> String) -> Json {
    match value {
        Json::String(text) => Json::String(map(text)),
        Json::Array(items) => items.iter().map(|item| mapped(item, map)).collect(),
        Json::Object(members) => {
            let mapped = members
                .iter()
                .map(|(name, one)| (name.clone(), mapped(one, map)));
            Json::Object(mapped.collect())
        }
        other => other.clone(),
    }
}

/// A text.
pub fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}

/// A whole number.
pub fn number(n: u64) -> Json {
    json!(n)
}

/// Yes or no.
pub fn flag(yes: bool) -> Json {
    Json::Bool(yes)
}

/// A day as `2026-11-22`, or null.
pub fn day(day: Option<NaiveDate>) -> Json {
    day.map_or(Json::Null, |d| Json::String(d.to_string()))
}

/// A relationship: `{id, short, name}`.
pub fn who(id: RecordId, name: &str) -> Json {
    json!({"id": id.to_string(), "short": id.short(), "name": name})
}

/// A relationship that may be missing.
pub(super) fn maybe_who(one: Option<&(RecordId, String)>) -> Json {
    one.map_or(Json::Null, |(id, name)| who(*id, name))
}

/// What was told to the journal: `{says, ids}`.
pub fn told(says: &str, ids: &[RecordId]) -> Json {
    json!({"says": says, "ids": list(ids, |id| json!({"id": id.to_string(), "short": id.short()}))})
}

/// What was told, with one thing more.
pub fn told_with(says: &str, ids: &[RecordId], name: &str, value: Json) -> Json {
    let mut one = told(says, ids);
    if let Json::Object(object) = &mut one {
        object.insert(name.to_owned(), value);
    }
    one
}

/// What is told of a sealed record.
const UNSEALED: [&str; 5] = ["who", "side", "depth", "day", "confidence"];

/// The fields of a record that hold something, by the names of the table; of a sealed one a few.
pub fn fields(record: &Record) -> Json {
    let held = record
        .kind()
        .fields()
        .iter()
        .map(|f| (f.name.to_owned(), (f.get)(record)));
    let sealed = record.noun().is_sealed();
    let held = held.filter(|(name, value)| {
        !value.is_empty() && (!sealed || UNSEALED.contains(&name.as_str()))
    });
    Json::Object(held.map(|(name, v)| (name, value(&v))).collect())
}

/// A record as it is stored: `{id, short, kind, title, state, fields}`.
pub fn stored(one: &Stored) -> Json {
    let noun = one.record.noun();
    json!({
        "id": one.id.to_string(),
        "short": one.id.short(),
        "kind": one.record.kind().word(),
        "title": noun.title(),
        "state": noun.state(),
        "fields": fields(&one.record),
    })
}

/// A line of a list of records.
pub fn entry(line: &EntryLine) -> Json {
    let noun = line.record.noun();
    let mut object = Map::new();
    object.insert("id".into(), text(&line.id.to_string()));
    object.insert("short".into(), text(&line.id.short()));
    object.insert("kind".into(), text(line.kind.word()));
    object.insert("who".into(), maybe_who(line.who.as_ref()));
    object.insert("at".into(), text(&line.at.to_string()));
    object.insert("title".into(), text(&noun.title()));
    object.insert("state".into(), text(line.state));
    if let Some(side) = noun.side() {
        object.insert("side".into(), text(side.word()));
    }
    if let Some(due) = noun.due() {
        object.insert("due".into(), text(&due.to_string()));
    }
    if let Record::CheckIn(one) = &line.record
        && let Some(days) = one.written_later()
    {
        object.insert("written_days_later".into(), json!(days));
    }
    if !line.snippet.is_empty() {
        let piece = |(words, hit): &(String, bool)| json!({"text": words, "hit": hit});
        object.insert("snippet".into(), list(&line.snippet, piece));
    }
    object.insert("fields".into(), fields(&line.record));
    Json::Object(object)
}

/// A revision in a history.
pub fn version(one: &Version) -> Json {
    json!({
        "at": one.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "stamp": {"time": one.stamp.time, "device": one.stamp.device},
        "says": one.says,
        "erased": one.record.is_none(),
        "conflict": one.conflict,
        "fields": one.record.as_ref().map_or(Json::Null, fields),
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Flag(yes) => Json::Bool(*yes),
        Value::Number(n) => json!(n),
        Value::Text(words) => text(words),
        Value::List(items) => list(items, self::value),
        Value::Row(pairs) => Json::Object(
            pairs
                .iter()
                .map(|(name, v)| (name.clone(), self::value(v)))
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;
    use crate::domain::commitment::{Commitment, Move};
    use crate::domain::fields::field;

    #[test]
    fn what_is_hostile_is_escaped_and_read_back() {
        let value = text("a\u{1b}[31m\u{9b}b\u{202e}c\u{e0041}\nd \u{e9}");
        for in_lines in [false, true] {
            let shown = written(&value, in_lines);
            assert!(!shown.chars().any(is_hostile), "{shown}");
            assert_eq!(
                serde_json::from_str::<Json>(&shown).ok(),
                Some(value.clone())
            );
        }
    }

    #[test]
    fn a_record_carries_the_fields_that_hold_something() {
        let record = Record::Commitment(Commitment {
            text: "send the numbers".into(),
            visible: true,
            moves: vec![Move::default()],
            ..Commitment::default()
        });
        let shown = fields(&record);
        assert_eq!(shown["text"], "send the numbers");
        assert_eq!(shown["visible"], true);
        assert_eq!(shown["moves"][0]["asked"], "mine");
        assert!(shown.get("done").is_none());
        assert!(field(Kind::Commitment, "text").is_some());
    }
}
