//! Forgetting: which records go for good with one of them, and what is taken out of those that stay.

use std::collections::BTreeSet;

use super::brief::Aliases;
use super::fields::{Field, Need, Shape};
use super::relationship::Party;
use super::value::{Value, choices};
use super::{Kind, Record, RecordId};

choices! {
    /// What forgetting left behind in a revision.
    pub enum Mark {
        /// The last revision of a record that was forgotten; its name was taken out of the others.
        #[default]
        Forgotten = "forgotten",
        /// The last revision of a record that was forgotten; the texts of the others were left as they are.
        MentionsKept = "forgotten, mentions kept",
        /// A revision of a record that stays: a name or a link was taken out of it.
        Unnamed = "unnamed",
    }
}

impl Mark {
    /// Whether the record of such a revision is gone for good.
    pub fn is_gone(self) -> bool {
        self != Self::Unnamed
    }
}

/// Records that go for good, and the names that go with them.
#[derive(Debug, Clone, Default)]
pub struct Forgetting {
    gone: BTreeSet<RecordId>,
    names: Aliases,
}

impl Forgetting {
    /// Of these records.
    pub fn of(gone: BTreeSet<RecordId>) -> Self {
        Self {
            gone,
            names: Aliases::default(),
        }
    }

    /// With the names that are taken out of what stays.
    #[must_use]
    pub fn unnaming(mut self, names: Aliases) -> Self {
        self.names = names;
        self
    }

    /// The records that go.
    pub fn gone(&self) -> &BTreeSet<RecordId> {
        &self.gone
    }

    /// A text without the names.
    pub fn unnamed(&self, text: &str) -> String {
        self.names.hide(text)
    }

    /// Takes a record among those that go, when it is of nobody else or belongs to one that goes: a plan of a breach,
    /// a step of a plan, the promise to keep a confidence. Whether it was not among them before.
    pub fn take(&mut self, id: RecordId, record: &Record) -> bool {
        self.goes(record) && self.gone.insert(id)
    }

    fn goes(&self, record: &Record) -> bool {
        let noun = record.noun();
        if noun.belongs().is_some_and(|of| self.gone.contains(&of)) {
            return true;
        }
        let whos = noun.whos();
        match record.kind() {
            Kind::Note | Kind::Band => {
                !whos.is_empty() && whos.iter().all(|who| self.gone.contains(who))
            }
            _ => whos.first().is_some_and(|who| self.gone.contains(who)),
        }
    }

    /// A value of a record that stays, without the links and the names of what goes; `None`: it holds none of them.
    /// `stands` is the record's newest value: where an earlier one was of somebody who goes, it takes who stands there now.
    pub fn taken_out(&self, record: &Record, stands: &Record) -> Option<Record> {
        let mut next = record.clone();
        for field in record.kind().fields() {
            // how others are called is theirs
            if is_own_name(record, field) {
                continue;
            }
            let old = (field.get)(record);
            match field.shape {
                Shape::Who | Shape::Link(_) => self.unlink(&mut next, field, &old, stands),
                Shape::Whos | Shape::Links(_) => {
                    if let Value::List(items) = &old {
                        let left = items.iter().filter(|item| !self.is_gone(item)).cloned();
                        put(&mut next, field, &old, &Value::List(left.collect()));
                    }
                }
                Shape::Line | Shape::Text | Shape::Tags => {
                    let new = self.without(&old);
                    put(&mut next, field, &old, &new);
                }
                Shape::Rows => self.clear_rows(&mut next, field, &old),
                Shape::Day(_)
                | Shape::When(_)
                | Shape::Choice(_)
                | Shape::Number(..)
                | Shape::Flag => {}
            }
        }
        (next != *record).then_some(next)
    }

    fn is_gone(&self, value: &Value) -> bool {
        let id = value.text().and_then(|text| text.parse().ok());
        id.is_some_and(|id| self.gone.contains(&id))
    }

    fn unlink(&self, next: &mut Record, field: &Field, old: &Value, stands: &Record) {
        if !self.is_gone(old) {
            return;
        }
        let now = (field.get)(stands);
        let new = match field.need {
            Need::Must if self.is_gone(&now) => return,
            Need::Must => now,
            Need::May | Need::Kept => Value::Nothing,
        };
        put(next, field, old, &new);
    }

    /// Text by text: what is one of a closed list of words would be refused, and stays.
    fn clear_rows(&self, next: &mut Record, field: &Field, old: &Value) {
        let mut now = old.clone();
        for nth in 0..texts(&mut now.clone()).len() {
            let mut tried = now.clone();
            let Some(text) = texts(&mut tried).into_iter().nth(nth) else {
                continue;
            };
            let left = if self.is_gone(&Value::Text(text.clone())) {
                String::new()
            } else {
                self.unnamed(text)
            };
            if left == *text {
                continue;
            }
            *text = left;
            if (field.set)(next, &tried).is_ok() {
                now = tried;
            }
        }
    }

    fn without(&self, value: &Value) -> Value {
        match value {
            Value::Text(text) => Value::Text(self.unnamed(text)),
            Value::List(items) => {
                Value::List(items.iter().map(|item| self.without(item)).collect())
            }
            other => other.clone(),
        }
    }
}

fn is_own_name(record: &Record, field: &Field) -> bool {
    let person = matches!(record, Record::Relationship(one) if one.party == Party::Person);
    person && matches!(field.name, "name" | "handles" | "alias")
}

fn put(record: &mut Record, field: &Field, old: &Value, new: &Value) {
    if new != old {
        // what a field refuses stays as it was
        let _ = (field.set)(record, new);
    }
}

/// Every text in a value, to be written over.
pub(super) fn texts(value: &mut Value) -> Vec<&mut String> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(items) => items.iter_mut().flat_map(texts).collect(),
        Value::Row(fields) => fields.iter_mut().flat_map(|(_, v)| texts(v)).collect(),
        Value::Nothing | Value::Flag(_) | Value::Number(_) => Vec::new(),
    }
}
