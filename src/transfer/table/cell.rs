//! One cell: which columns are called as fields are, how a cell's text is read, and how it is shown in a sentence.

use super::dates::{self, DateOrder};
use super::mapping::{Mapping, Rowed};
use crate::domain::fields::{self, Field, Reading, Shape};
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::transfer::intake::Nobody;

/// Reads a text as a field's value, dates by the order that was said.
///
/// # Errors
/// A sentence without the column.
pub(in crate::transfer) fn value(
    field: &Field,
    text: &str,
    order: Option<DateOrder>,
) -> std::result::Result<Value, String> {
    if text.trim().is_empty() {
        return Ok(Value::Nothing);
    }
    match field.shape {
        Shape::Day(_) => dates::when(text, order).map(|when| Value::Text(when.day.to_string())),
        Shape::When(_) => {
            let mut when = dates::when(text, order)?;
            // midnight is how trackers and spreadsheets write a day without a time, and it means its end, not its start
            when.time = when.time.filter(|time| *time != chrono::NaiveTime::MIN);
            Ok(Value::Text(when.to_string()))
        }
        Shape::Tags => {
            let tag = |t: &str| {
                t.trim()
                    .trim_start_matches('#')
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join("-")
            };
            let tags = text.split(',').map(tag).filter(|t| !t.is_empty());
            Ok(Value::List(tags.map(Value::Text).collect()))
        }
        _ => {
            let with = Reading {
                now: chrono::NaiveDateTime::default(),
                names: &Nobody,
            };
            fields::read(field, text, &with).map_err(|fault| fault.says)
        }
    }
}

/// The mapping that a header's own words make: columns called as fields are.
pub(super) fn by_header(columns: &[String], rowed: Rowed) -> Mapping {
    let mut mapping = Mapping {
        kind: rowed,
        ..Mapping::default()
    };
    for column in columns {
        let word = fold(column);
        let called =
            |f: &&Field| f.name == word.replace([' ', '-'], "_") || f.label.to_lowercase() == word;
        match rowed.kind().fields().iter().find(called) {
            Some(field) if field.name == "who" => mapping.who.column = Some(column.clone()),
            Some(field) if is_fed(field) => {
                mapping.fields.insert(field.name.to_owned(), column.clone());
            }
            _ => {}
        }
    }
    mapping
}

/// Whether a column can feed a field: links and small records inside a record cannot be typed.
pub(super) fn is_fed(field: &Field) -> bool {
    !matches!(
        field.shape,
        Shape::Who | Shape::Whos | Shape::Link(_) | Shape::Links(_) | Shape::Rows
    )
}
