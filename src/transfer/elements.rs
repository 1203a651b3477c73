//! JSON that lists things, as its elements with their lines: one that cannot be read is refused alone.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::intake::{Parcel, Source, shown};
use crate::error::{Error, Result};

/// The fields of one element.
pub(super) type Fields = Map<String, Value>;

/// One element of a list, as it came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    /// The line in which it begins, from 1.
    pub(super) line: u64,
    /// Its text.
    pub(super) text: &'a str,
}

/// A file's text, without the mark of its encoding.
///
/// # Errors
/// `Input`: it is too large, or no UTF-8; `File`.
pub(super) fn text(source: &Source) -> Result<String> {
    let mut bytes = Parcel::bytes(source)?;
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.utf8_error().valid_up_to();
        let lines = error.as_bytes()[..before].iter().filter(|b| **b == b'\n');
        let says = format!(
            "{}, line {}: this is not UTF-8 text",
            shown(source.name()),
            lines.count() + 1
        );
        Error::input(says).hint("nothing was imported; save the file as UTF-8 and try again")
    })
}

/// The elements of a list (`[…]`), or of objects one a line with or without commas between them.
///
/// # Errors
/// `Input` with the line, when a list is no JSON. A line that is none is an element; reading it will fail.
pub(super) fn elements<'a>(name: &str, text: &'a str) -> Result<Vec<Element<'a>>> {
    if text.trim_start().starts_with('[') {
        let raw: Vec<&RawValue> = serde_json::from_str(text).map_err(|e| broken(name, &e))?;
        return Ok(lines_of(text, raw.into_iter().map(RawValue::get)));
    }
    let lines = (1..).zip(text.lines()).map(|(line, text)| Element {
        line,
        text: text.trim().trim_end_matches(',').trim_end(),
    });
    Ok(lines.filter(|one| !one.text.is_empty()).collect())
}

/// Pieces of a text with the lines in which they begin; they come in its order.
pub(super) fn lines_of<'a>(
    text: &'a str,
    pieces: impl Iterator<Item = &'a str>,
) -> Vec<Element<'a>> {
    let (mut line, mut at) = (1, 0);
    let mut found = Vec::new();
    for piece in pieces {
        let start = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let between = text.get(at..start).unwrap_or_default();
        line += between.bytes().map(|b| u64::from(b == b'\n')).sum::<u64>();
        at = at.max(start);
        found.push(Element { line, text: piece });
    }
    found
}

/// The fields of an element.
///
/// # Errors
/// A sentence, when it is no object.
pub(super) fn fields(element: &str) -> std::result::Result<Fields, String> {
    let found: Value = serde_json::from_str(element).map_err(|e| why(&e))?;
    match found {
        Value::Object(fields) => Ok(fields),
        _ => Err("is not an object of fields".to_owned()),
    }
}

/// That a file is no JSON, and where.
pub(super) fn broken(name: &str, error: &serde_json::Error) -> Error {
    let says = format!("{}, line {}: {}", shown(name), error.line(), why(error));
    Error::input(says).hint("nothing was imported; export it again, or mend that line")
}

fn why(error: &serde_json::Error) -> String {
    let says = error.to_string();
    let says = says.split(" at line ").next().unwrap_or_default();
    format!("this is not JSON that can be read: {}", shown(says))
}

/// A field as words; a number is its digits. Blank ones are none.
pub(super) fn words(fields: &Fields, name: &str) -> Option<String> {
    let text = match fields.get(name)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Words in one line, as a field of one line holds them.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tags, without marks and spaces, each once.
pub(super) fn tags<'a>(from: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in from {
        let bare = tag.trim().trim_start_matches(['@', '#', '+']);
        // what a form would part at its commas comes apart here too
        for part in bare.split(',') {
            let tag = part.split_whitespace().collect::<Vec<_>>().join("-");
            if !tag.is_empty() && !found.contains(&tag) {
                found.push(tag);
            }
        }
    }
    found
}

/// The texts of a list of words; one word alone is a list of one.
pub(super) fn list<'a>(fields: &'a Fields, name: &str) -> Vec<&'a str> {
    match fields.get(name) {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => text.split(',').collect(),
        _ => Vec::new(),
    }
}

/// An element as a report of refused rows keeps it: not longer than a screen.
pub(super) fn as_it_came(element: &str) -> String {
    element.chars().take(2000).collect()
}
