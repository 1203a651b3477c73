//! Commitments as Taskwarrior imports them.
//!
//! What Taskwarrior has a field for stands in it. What it has none for, and what its fields would lose, stands beside
//! it in fields of our own (`trustline_…`), which Taskwarrior keeps as they are; so a task comes back as the record it
//! was. Links to other records do not travel: the journal that reads them may not have those.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::read::Reader;
use super::times;
use crate::clock::Zone;
use crate::domain::commitment::{Commitment, Stake};
use crate::domain::fields::Shape;
use crate::domain::{Kind, Record, RecordId, When};
use crate::error::Result;
use crate::transfer::outgoing::{Outgoing, Written};
use crate::wire;

/// A writer of commitments as a list of tasks.
pub struct Tasks<'a> {
    out: &'a mut dyn Write,
    name: &'a dyn Fn(RecordId) -> Option<String>,
    zone: Zone,
    written: Written,
}

impl<'a> Tasks<'a> {
    /// A writer to an output; `name` says what a relationship is called, `zone` which zone local days are in.
    pub fn new(
        out: &'a mut dyn Write,
        name: &'a dyn Fn(RecordId) -> Option<String>,
        zone: Zone,
    ) -> Self {
        Self {
            out,
            name,
            zone,
            written: Written::default(),
        }
    }

    fn task(&self, id: RecordId, one: &Commitment) -> Map<String, Value> {
        let time = |when: When| Value::String(times::written(when, self.zone));
        let (status, end) = ending(one);
        let mut task = Map::new();
        let mut put = |name: &str, value: Value| task.insert(name.to_owned(), value);
        put("uuid", json!(id.to_string()));
        put("description", json!(one.text));
        put("status", json!(status));
        put("entry", time(When::day(one.made)));
        put("modified", time(When::day(last_day(one))));
        if let Some(due) = one.current_due() {
            put("due", time(due));
        }
        if let Some(end) = end {
            put("end", time(When::day(end)));
        }
        if let Some(wait) = one.snoozed.filter(|_| status == "pending") {
            put("wait", time(When::day(wait)));
        }
        if !one.tags.is_empty() {
            put("tags", json!(one.tags));
        }
        match one.stake {
            Stake::Major => _ = put("priority", json!("H")),
            Stake::Small => _ = put("priority", json!("L")),
            Stake::Normal => {}
        }
        if !one.said.is_empty() {
            let entry = time(When::day(one.made));
            put(
                "annotations",
                json!([{ "entry": entry, "description": one.said }]),
            );
        }
        if let Some(name) = (self.name)(one.who) {
            put("who", json!(name));
        }
        put("trustline_who", json!(one.who.to_string()));
        self.beside(&mut task, one);
        task
    }

    /// Adds what reading the task's own fields would not bring back.
    fn beside(&self, task: &mut Map<String, Value>, one: &Commitment) {
        let mut reader = Reader {
            zone: self.zone,
            ..Reader::default()
        };
        let read = reader.item(0, task).ok().flatten().map(|item| item.record);
        let read = read.unwrap_or_else(|| Kind::Commitment.blank());
        let record = Record::Commitment(one.clone());
        let mut without = Vec::new();
        for field in Kind::Commitment.fields() {
            let (now, then) = ((field.get)(&record), (field.get)(&read));
            if field.name == "who" || is_link(field.shape) || now == then {
                continue;
            }
            if now.is_empty() {
                without.push(field.name);
                continue;
            }
            let value = wire::to_json(&now);
            let text = match value {
                Value::String(text) => text,
                other => other.to_string(),
            };
            task.insert(format!("trustline_{}", field.name), Value::String(text));
        }
        if !without.is_empty() {
            task.insert("trustline_without".to_owned(), json!(without.join(",")));
        }
    }
}

fn is_link(shape: Shape) -> bool {
    matches!(shape, Shape::Link(_) | Shape::Who)
}

/// The status in Taskwarrior's words, and the day that settled it. What was broken or excused is no longer to be
/// done: Taskwarrior can only call it deleted.
fn ending(one: &Commitment) -> (&'static str, Option<chrono::NaiveDate>) {
    match (one.done, one.settled()) {
        (Some(done), _) => ("completed", Some(done)),
        (None, Some(end)) => ("deleted", Some(end)),
        (None, None) => ("pending", None),
    }
}

/// The last day that something is known to have happened to it.
fn last_day(one: &Commitment) -> chrono::NaiveDate {
    let moved = one.moves.last().map(|step| step.on);
    let days = [Some(one.made), moved, one.settled()];
    days.into_iter().flatten().max().unwrap_or(one.made)
}

impl Outgoing for Tasks<'_> {
    fn kinds(&self) -> &'static [Kind] {
        &[Kind::Commitment]
    }

    fn take(&mut self, id: RecordId, record: &Record) -> Result<()> {
        let Record::Commitment(one) = record else {
            return Ok(());
        };
        let task = Value::Object(self.task(id, one));
        let before = if self.written.records == 0 {
            "[\n"
        } else {
            ",\n"
        };
        write!(self.out, "{before}{task}")?;
        self.written.one();
        let links = [
            one.process,
            one.follows,
            one.followed,
            one.plan,
            one.confidence,
        ];
        let links = links.into_iter().flatten().count();
        self.written.lose(
            "links to plans, confidences, processes and the next of a series",
            links,
        );
        Ok(())
    }

    fn end(&mut self) -> Result<Written> {
        let closing = if self.written.records == 0 {
            "[]\n"
        } else {
            "\n]\n"
        };
        self.out.write_all(closing.as_bytes())?;
        self.out.flush()?;
        Ok(std::mem::take(&mut self.written))
    }
}
