//! The sample journal: an invented team over a year, read from `assets/sample.toml` and laid out around any day.
//!
//! The story's events are written out with days relative to today and read through the table of fields, so a
//! field of any kind can be told there by its name. What happens every week (the room `rhythm`) is drawn from lists
//! by hashing, never by chance: the same day gives the same journal.

mod rhythm;

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;

use crate::domain::fields::{Field, Shape};
use crate::domain::value::Value;
use crate::domain::{Kind, Record, RecordId, fields};

/// The sample journal as it stands on a day: relationships first, then everything else in the order of time.
///
/// # Panics
/// If the compiled-in file cannot be read or names what it does not hold, which a test rules out.
pub fn sample(today: NaiveDate) -> Vec<(RecordId, Record)> {
    let file: Written = toml::from_str(include_str!("../../assets/sample.toml"))
        .expect("the compiled-in sample is read by a test");
    let mut told = Told::new(today);
    told.name_everything(&file);
    let events = file
        .events()
        .flat_map(|(kind, tables)| tables.iter().map(move |table| (kind, table)));
    for (n, (kind, table)) in events.enumerate() {
        told.event(kind, table, n);
    }
    rhythm::play(&file.rhythm, &file.words, &mut told);
    told.in_order()
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    relationship: Vec<toml::Table>,
    commitment: Vec<toml::Table>,
    #[serde(rename = "check-in")]
    checkin: Vec<toml::Table>,
    feedback: Vec<toml::Table>,
    breach: Vec<toml::Table>,
    plan: Vec<toml::Table>,
    note: Vec<toml::Table>,
    topic: Vec<toml::Table>,
    #[serde(default)]
    disclosure: Vec<toml::Table>,
    #[serde(default)]
    agreement: Vec<toml::Table>,
    #[serde(default)]
    delegation: Vec<toml::Table>,
    #[serde(default)]
    shortcut: Vec<toml::Table>,
    #[serde(default)]
    need: Vec<toml::Table>,
    #[serde(default)]
    band: Vec<toml::Table>,
    rhythm: Vec<rhythm::Rhythm>,
    words: rhythm::Words,
}

impl Written {
    /// The written events by kind; what others point at comes first.
    fn events(&self) -> impl Iterator<Item = (Kind, &Vec<toml::Table>)> {
        [
            (Kind::Relationship, &self.relationship),
            (Kind::Breach, &self.breach),
            (Kind::Plan, &self.plan),
            (Kind::Commitment, &self.commitment),
            (Kind::Feedback, &self.feedback),
            (Kind::Note, &self.note),
            (Kind::Topic, &self.topic),
            (Kind::CheckIn, &self.checkin),
            (Kind::Disclosure, &self.disclosure),
            (Kind::Agreement, &self.agreement),
            (Kind::Delegation, &self.delegation),
            (Kind::Shortcut, &self.shortcut),
            (Kind::Need, &self.need),
            (Kind::Band, &self.band),
        ]
        .into_iter()
    }
}

/// What has been told so far.
struct Told {
    today: NaiveDate,
    /// The ids of what has a key.
    keys: HashMap<String, RecordId>,
    records: Vec<(RecordId, Record)>,
}

impl Told {
    fn new(today: NaiveDate) -> Self {
        Self {
            today,
            keys: HashMap::new(),
            records: Vec::new(),
        }
    }

    /// A day so many days from today, on a working day: the past leans back, the future forward, today stays.
    ///
    /// The order of days is kept, so what was late stays late.
    fn day(&self, offset: i64) -> NaiveDate {
        let away = Days::new(offset.unsigned_abs());
        let (day, weekend) = if offset < 0 {
            let day = self.today - away;
            (day, [1, 2].map(|back| day - Days::new(back)))
        } else {
            let day = self.today + away;
            (day, [2, 1].map(|ahead| day + Days::new(ahead)))
        };
        match day.weekday() {
            _ if offset == 0 => day,
            Weekday::Sat => weekend[0],
            Weekday::Sun => weekend[1],
            _ => day,
        }
    }

    /// The identity of a record that began on a day: drawn from a word, so that it is the same every time.
    fn id(&self, word: &str, offset: i64) -> RecordId {
        let millis = self
            .day(offset)
            .and_time(NaiveTime::MIN)
            .and_utc()
            .timestamp_millis();
        let mut chance = [0; 10];
        chance[..8].copy_from_slice(&hash(word, 1).to_le_bytes());
        chance[8..].copy_from_slice(&hash(word, 2).to_le_bytes()[..2]);
        let millis = u64::try_from(millis).unwrap_or(0);
        RecordId::from(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }

    /// Gives every keyed event its id before any is read, so that they may point at one another.
    fn name_everything(&mut self, file: &Written) {
        for (kind, tables) in file.events() {
            for table in tables {
                if let Some(key) = table.get("key").and_then(toml::Value::as_str) {
                    let id = self.id(key, since(kind, table));
                    self.keys.insert(key.to_owned(), id);
                }
            }
        }
    }

    fn find(&self, key: &str) -> RecordId {
        *self
            .keys
            .get(key)
            .unwrap_or_else(|| panic!("the sample names {key}, which it does not hold"))
    }

    /// Reads one written event through the table of fields.
    fn event(&mut self, kind: Kind, table: &toml::Table, n: usize) {
        let start = self.day(since(kind, table)).and_time(NaiveTime::MIN);
        let mut record = kind.fresh(start);
        if let Record::Commitment(one) = &mut record {
            // told in the file, so that one that was only requested can stand there
            one.agreed = None;
        }
        for (name, written) in table.iter().filter(|(name, _)| *name != "key") {
            let field = fields::field(kind, name)
                .unwrap_or_else(|| panic!("the sample gives a {kind} a {name}"));
            let value = self.value(field, written);
            if let Err(says) = (field.set)(&mut record, &value) {
                panic!("in the sample, {name} of a {kind} {says}");
            }
        }
        let key = table.get("key").and_then(toml::Value::as_str);
        let id = key.map_or_else(
            || self.id(&format!("{kind} {n}"), since(kind, table)),
            |key| self.find(key),
        );
        self.records.push((id, record));
    }

    /// A written value as its field holds it: days from numbers, ids from keys.
    fn value(&self, field: &Field, written: &toml::Value) -> Value {
        let day = |offset: &i64| Value::Text(self.day(*offset).to_string());
        let id = |key: &str| Value::Text(self.find(key).to_string());
        match (field.shape, written) {
            (Shape::Day(_) | Shape::When(_), toml::Value::Integer(offset)) => day(offset),
            (Shape::Who | Shape::Link(_), toml::Value::String(key)) => id(key),
            (_, toml::Value::Array(items)) => {
                let each = |item: &toml::Value| match (field.shape, item) {
                    (Shape::Whos | Shape::Rows | Shape::Links(_), toml::Value::String(key)) => {
                        id(key)
                    }
                    (Shape::Rows, toml::Value::Table(row)) => self.row(field.name, row),
                    _ => plain(item),
                };
                Value::List(items.iter().map(each).collect())
            }
            _ => plain(written),
        }
    }

    /// A small record inside a record; `on` and `addressed` are days, and `from` and `to` of a move.
    fn row(&self, of: &str, row: &toml::Table) -> Value {
        let is_day = |name: &str| match name {
            "on" | "addressed" => true,
            "from" | "to" => of == "moves",
            _ => false,
        };
        let each = |(name, written): (&String, &toml::Value)| {
            let value = match written {
                toml::Value::Integer(offset) if is_day(name) => {
                    Value::Text(self.day(*offset).to_string())
                }
                _ => plain(written),
            };
            (name.clone(), value)
        };
        Value::Row(row.iter().map(each).collect())
    }

    /// Relationships as written, then by the day each record began; on one day breaches, then plans, then the rest.
    fn in_order(mut self) -> Vec<(RecordId, Record)> {
        let place = |(_, record): &(RecordId, Record)| match record {
            Record::Relationship(_) => (None, 0),
            Record::Breach(_) => (Some(record.noun().since()), 0),
            Record::Plan(_) => (Some(record.noun().since()), 1),
            _ => (Some(record.noun().since()), 2),
        };
        self.records.sort_by_key(place);
        self.records
    }
}

/// The day a written event began, from today.
fn since(kind: Kind, table: &toml::Table) -> i64 {
    let field = match kind {
        Kind::Relationship | Kind::Delegation | Kind::Shortcut => "since",
        Kind::Commitment => "made",
        Kind::CheckIn | Kind::Feedback | Kind::Breach | Kind::Disclosure => "day",
        Kind::Plan => "opened",
        Kind::Note => "at",
        Kind::Topic | Kind::Need => "raised",
        Kind::Agreement => "agreed",
        Kind::Band => "from",
    };
    let offset = table.get(field).and_then(toml::Value::as_integer);
    offset.unwrap_or_else(|| panic!("a {kind} of the sample has no {field}: {table}"))
}

fn plain(written: &toml::Value) -> Value {
    match written {
        toml::Value::Boolean(yes) => Value::Flag(*yes),
        toml::Value::Integer(n) => Value::Number(*n),
        toml::Value::Array(items) => Value::List(items.iter().map(plain).collect()),
        toml::Value::String(text) => Value::Text(text.clone()),
        other => Value::Text(other.to_string()),
    }
}

/// Sixty-four bits that depend on a word and a number only (FNV-1a, then the finish of splitmix64).
fn hash(word: &str, salt: u64) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let fold = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut x = word.bytes().fold(start, fold);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests;
