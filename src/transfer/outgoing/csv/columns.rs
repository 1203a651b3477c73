//! The columns of a kind in a table, built from its table of fields, and a value as the exact text of a cell.

use super::list;
use crate::domain::checkin::Answer;
use crate::domain::fields::{Field, Shape, field};
use crate::domain::value::Value;
use crate::domain::{Kind, Record};

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Column {
    /// The record's identity.
    Id,
    /// A field.
    Field(&'static Field),
    /// The name of the relationship in a field.
    Name(&'static Field),
    /// The identity of the relationship in a field.
    Who(&'static Field),
    /// What follows from the rest: told for those who read the table, and not read back.
    Told(&'static str),
    /// A part of one answer of a check-in; a check-in has one row for each of its answers.
    Answer(&'static str),
}

/// Which answer of how many a row holds: `2 of 7`.
pub const NTH: &str = "answer";

/// The names of an answer's parts, in the order of their columns.
const ANSWER: &[&str] = &["question", "score", "sentence", "asked", "as_before", NTH];

/// The columns of a kind with their names, in their order.
pub fn columns(kind: Kind) -> Vec<(String, Column)> {
    let mut all = vec![("id".to_owned(), Column::Id)];
    for field in kind.fields() {
        match (field.shape, field.name) {
            (Shape::Who, name) => {
                all.push((name.to_owned(), Column::Name(field)));
                all.push((format!("{name}_id"), Column::Who(field)));
            }
            (Shape::Rows, "answers") => {
                let one = |name: &&'static str| ((*name).to_owned(), Column::Answer(name));
                all.extend(ANSWER.iter().map(one));
            }
            (_, name) => all.push((name.to_owned(), Column::Field(field))),
        }
        if (kind, field.name) == (Kind::Commitment, "text") {
            let told = |name| (String::from(name), Column::Told(name));
            all.extend(["state", "due_now"].map(told));
        }
    }
    all
}

/// The columns without which a table is not one of ours.
pub fn needed(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::CheckIn => &[
            "id", "who", "who_id", "side", "day", "question", "score", NTH,
        ],
        _ => &[
            "id", "who", "who_id", "side", "text", "made", "agreed", "due",
        ],
    }
}

/// The text of a field's value: [`value`] takes every one back exactly.
pub fn text(field: &Field, value: &Value) -> String {
    match value {
        Value::Nothing | Value::Row(_) => String::new(),
        Value::Flag(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(n) => n.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(rows) if field.shape == Shape::Rows => {
            list::written(rows.iter().flat_map(|row| list::row(field.name, row)))
        }
        Value::List(items) => list::written(items.iter().map(|i| i.text().unwrap_or_default())),
    }
}

/// The value of a cell's text, days as `when` reads them.
///
/// # Errors
/// A sentence without the column.
pub fn value(
    field: &Field,
    text: &str,
    when: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Value, String> {
    if text.is_empty() {
        return Ok(Value::Nothing);
    }
    Ok(match field.shape {
        Shape::Line | Shape::Text => Value::Text(text.to_owned()),
        Shape::Day(_) | Shape::When(_) => Value::Text(when(text.trim())?),
        Shape::Choice(_) | Shape::Who | Shape::Link(_) => Value::Text(text.trim().to_owned()),
        Shape::Number(..) => Value::Number(number(text)?),
        Shape::Flag => Value::Flag(flag(text)?),
        Shape::Rows => list::rows(field.name, text)?,
        Shape::Whos | Shape::Tags | Shape::Links(_) => {
            Value::List(list::read(text).into_iter().map(word).collect())
        }
    })
}

fn word(text: String) -> Value {
    if text.is_empty() {
        Value::Nothing
    } else {
        Value::Text(text)
    }
}

/// The cells of one answer, by the names of its columns.
pub fn answer(one: &Answer, name: &str) -> String {
    match name {
        "question" => one.question.clone(),
        "score" => one.score.map_or_else(String::new, |n| n.to_string()),
        "sentence" => one.sentence.clone(),
        "asked" => one.asked.clone(),
        "as_before" if one.as_before => "yes".to_owned(),
        _ => String::new(),
    }
}

/// Takes a cell into an answer.
///
/// # Errors
/// A sentence without the column.
pub fn take(one: &mut Answer, name: &str, text: &str) -> Result<(), String> {
    match name {
        "question" => text.clone_into(&mut one.question),
        "score" if text.trim().is_empty() => one.score = None,
        "score" => {
            let score = number(text)?;
            one.score =
                Some(u8::try_from(score).map_err(|_| format!("{score} is not between 1 and 5"))?);
        }
        "sentence" => text.clone_into(&mut one.sentence),
        "asked" => text.clone_into(&mut one.asked),
        "as_before" => one.as_before = !text.trim().is_empty() && flag(text)?,
        _ => {}
    }
    Ok(())
}

/// What lies in a field of a record.
pub fn get(record: &Record, name: &str) -> Value {
    field(record.kind(), name).map_or(Value::Nothing, |field| (field.get)(record))
}

/// Puts the answers of a check-in in.
pub fn set_answers(record: &mut Record, answers: &[Answer]) {
    if let Record::CheckIn(one) = record {
        answers.clone_into(&mut one.answers);
    }
}

fn number(text: &str) -> Result<i64, String> {
    let not = |_| format!("\u{201c}{}\u{201d} is not a whole number", text.trim());
    text.trim().parse().map_err(not)
}

fn flag(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "no" | "false" | "0" => Ok(false),
        other => Err(format!("\u{201c}{other}\u{201d} is not yes or no")),
    }
}
