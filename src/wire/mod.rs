//! The versioned form of every record, as revisions and exports hold it; old forms are read for ever.
//!
//! A body is a JSON object: `"v"`, the version of its kind's form, then the kind's fields by their names in
//! the table of fields, in the table's order, empty ones left out. So a new kind or a new field needs
//! nothing here; a field that changes its meaning gets a step in `UPGRADES`, which raises the kind's version.

pub mod draft;
pub mod json;
pub mod revision;

use serde_json::{Map, Number, Value as Json};

use crate::domain::value::Value;
use crate::domain::{Kind, Record};
use crate::error::{Error, ErrorKind, Result};

/// A step from one version of a kind's form to the next: what became of its fields.
type Upgrade = (Kind, fn(&mut Map<String, Json>));

/// Every step, oldest first; a kind's version is one more than its steps. Append only.
const UPGRADES: &[Upgrade] = &[];

fn upgrades(kind: Kind) -> impl Iterator<Item = &'static Upgrade> {
    UPGRADES.iter().filter(move |(of, _)| *of == kind)
}

/// The newest version of a kind's form.
pub fn version(kind: Kind) -> usize {
    1 + upgrades(kind).count()
}

/// Writes a record's body.
pub fn encode(record: &Record) -> String {
    let mut body = Map::new();
    body.insert("v".to_owned(), Json::from(version(record.kind())));
    for field in record.kind().fields() {
        let value = (field.get)(record);
        if !value.is_empty() {
            body.insert(field.name.to_owned(), to_json(&value));
        }
    }
    Json::Object(body).to_string()
}

/// Reads a body of any version up to the newest.
///
/// # Errors
/// `Input` when it is not a body of this kind, or of a newer version.
pub fn decode(kind: Kind, body: &str) -> Result<Record> {
    let wrong = |why: String| Error::input(format!("{} is not in its form: {why}", kind.one()));
    let json: Json = serde_json::from_str(body).map_err(|e| wrong(e.to_string()))?;
    let Json::Object(mut fields) = json else {
        return Err(wrong("not an object".to_owned()));
    };
    let written = fields.remove("v").and_then(|v| v.as_u64()).unwrap_or(0);
    let written = usize::try_from(written).unwrap_or(usize::MAX);
    if written < 1 || written > version(kind) {
        let known = version(kind);
        let says = format!(
            "{} of version {written} cannot be read; this program knows {known}",
            kind.one()
        );
        return Err(Error::new(ErrorKind::Input, says)
            .hint("it was written by a newer trustline: upgrade this one"));
    }
    for (_, step) in upgrades(kind).skip(written - 1) {
        step(&mut fields);
    }
    let mut record = kind.blank();
    for (name, json) in fields {
        let field = kind.fields().iter().find(|f| f.name == name);
        let field =
            field.ok_or_else(|| wrong(format!("it has no field \u{201c}{name}\u{201d}")))?;
        (field.set)(&mut record, &from_json(json))
            .map_err(|why| wrong(format!("{name}: {why}")))?;
    }
    Ok(record)
}

/// A field's value as JSON, as a body holds it.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Flag(yes) => Json::Bool(*yes),
        Value::Number(n) => Json::Number(Number::from(*n)),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => Json::Array(items.iter().map(to_json).collect()),
        Value::Row(fields) => Json::Object(
            fields
                .iter()
                .map(|(n, v)| (n.clone(), to_json(v)))
                .collect(),
        ),
    }
}

fn from_json(json: Json) -> Value {
    match json {
        Json::Null => Value::Nothing,
        Json::Bool(yes) => Value::Flag(yes),
        Json::Number(n) => n.as_i64().map_or(Value::Nothing, Value::Number),
        Json::String(text) => Value::Text(text),
        Json::Array(items) => Value::List(items.into_iter().map(from_json).collect()),
        Json::Object(fields) => {
            Value::Row(fields.into_iter().map(|(n, v)| (n, from_json(v))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back_as_it_was() {
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 22)
            .and_then(|d| d.and_hms_opt(10, 0, 0))
            .expect("a moment");
        for kind in Kind::ALL {
            let record = kind.fresh(now);
            assert_eq!(
                decode(*kind, &encode(&record)).expect("its own form"),
                record
            );
        }
    }

    #[test]
    fn a_request_stays_a_request() {
        let mut record = Kind::Commitment.fresh(chrono::DateTime::UNIX_EPOCH.naive_utc());
        if let Record::Commitment(one) = &mut record {
            one.agreed = None;
            one.text = "ask".to_owned();
        }
        assert_eq!(
            decode(Kind::Commitment, &encode(&record)).expect("its own form"),
            record
        );
    }

    #[test]
    fn a_newer_form_and_a_foreign_field_are_refused() {
        assert!(
            decode(Kind::Note, r#"{"v":99}"#)
                .expect_err("newer")
                .says()
                .contains("version 99")
        );
        assert!(
            decode(Kind::Note, r#"{"v":1,"wit":3}"#)
                .expect_err("foreign")
                .says()
                .contains("wit")
        );
        assert!(
            decode(Kind::Agreement, "[]")
                .expect_err("no object")
                .says()
                .starts_with("an agreement is not in its form")
        );
        assert!(decode(Kind::Note, "[]").is_err());
        assert!(decode(Kind::Note, "{").is_err());
    }
}
