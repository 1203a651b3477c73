//! How the due dates of tasks moved: Taskwarrior 2's `undo.data`, or the operations that Taskwarrior 3 keeps.
//!
//! `undo.data` has blocks of `time …`, `old […]` (not for a new task) and `new […]`, parted by `---`. Version 3 keeps
//! JSON operations in the table `operations` of `taskchampion.sqlite3`; `select data from operations order by id`
//! writes them one a line. Both are read, also as a JSON list, with or without the column's name around each.

use std::collections::HashMap;

use serde_json::Value;

use super::times;
use crate::clock::Zone;
use crate::error::{Error, Result};
use crate::transfer::elements::{self, Fields};
use crate::transfer::intake::{Source, shown};

/// One change of a due date, in seconds since 1970 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) at: i64,
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
}

/// The changes of the due dates of tasks, by their uuids, oldest first.
pub(super) type History = HashMap<String, Vec<Change>>;

/// Reads a history.
///
/// # Errors
/// `Input` with the line; `File`.
pub(super) fn read(source: &Source, zone: Zone) -> Result<History> {
    let text = elements::text(source)?;
    let start = text.trim_start();
    let mut found = if start.starts_with(['{', '[', '"']) {
        operations(source.name(), &text, zone)?
    } else if start.starts_with("time ") || start.is_empty() {
        undo_data(source.name(), &text, zone)?
    } else {
        let says = format!(
            "{} is no history of Taskwarrior: neither undo.data nor its operations as JSON",
            shown(source.name())
        );
        return Err(Error::input(says).hint(
            "version 2 keeps it as undo.data beside the tasks; of version 3: sqlite3 taskchampion.sqlite3 \"select data from operations order by id\" > history.json",
        ));
    };
    for changes in found.values_mut() {
        changes.sort_by_key(|change| change.at);
    }
    Ok(found)
}

fn at_line(name: &str, line: u64, says: &str) -> Error {
    Error::input(format!("{}, line {line}: {says}", shown(name)))
        .hint("nothing was imported; leave the history out, or mend that line")
}

fn undo_data(name: &str, text: &str, zone: Zone) -> Result<History> {
    let mut found = History::new();
    let (mut at, mut old) = (None, None);
    for (line, row) in (1..).zip(text.lines()) {
        let fault = |says: String| at_line(name, line, &says);
        if let Some(time) = row.strip_prefix("time ") {
            (at, old) = (Some(times::seconds(time, zone).map_err(fault)?), None);
        } else if let Some(task) = row.strip_prefix("old ") {
            old = due_of(task, zone).map_err(fault)?.1;
        } else if let Some(task) = row.strip_prefix("new ") {
            let (uuid, due) = due_of(task, zone).map_err(fault)?;
            let at = at.ok_or_else(|| fault("a change without its time before it".to_owned()))?;
            note(
                &mut found,
                uuid,
                Change {
                    at,
                    from: old,
                    to: due,
                },
            );
        } else if row.trim_end() != "---" && !row.trim().is_empty() {
            return Err(fault("this is no line of undo.data".to_owned()));
        }
    }
    Ok(found)
}

fn note(found: &mut History, uuid: Option<String>, change: Change) {
    if let Some(uuid) = uuid.filter(|_| change.from != change.to) {
        found.entry(uuid).or_default().push(change);
    }
}

/// The uuid and the due of `[name:"value" name:"value"]`; quotes inside values are written otherwise.
fn due_of(task: &str, zone: Zone) -> std::result::Result<(Option<String>, Option<i64>), String> {
    let inner = task
        .trim()
        .strip_prefix('[')
        .and_then(|t| t.strip_suffix(']'));
    let mut rest = inner.ok_or("a task stands in square brackets")?;
    let (mut uuid, mut due) = (None, None);
    while let Some((name, after)) = rest.trim_start().split_once(":\"") {
        let end = closing(after).ok_or("a value is never closed")?;
        let value = after.get(..end).unwrap_or_default();
        match name {
            "uuid" => uuid = Some(value.to_lowercase()),
            "due" if !value.is_empty() => due = Some(times::seconds(value, zone)?),
            _ => {}
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    Ok((uuid, due))
}

/// Where a value ends: the first quote that no backslash stands before.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|b| {
        let ends = b == b'"' && !escaped;
        escaped = b == b'\\' && !escaped;
        ends
    })
}

fn operations(name: &str, text: &str, zone: Zone) -> Result<History> {
    let mut found = History::new();
    for element in elements::elements(name, text)? {
        let fault = |says: String| at_line(name, element.line, &says);
        let read = serde_json::from_str(element.text);
        let value: Value = read.map_err(|_| fault("this is not JSON".to_owned()))?;
        let Some(update) = update(value) else {
            continue;
        };
        if elements::words(&update, "property").as_deref() != Some("due") {
            continue;
        }
        let time = |field: &str| {
            elements::words(&update, field)
                .map(|text| times::seconds(&text, zone))
                .transpose()
        };
        let change = Change {
            at: time("timestamp")
                .map_err(fault)?
                .ok_or_else(|| fault("a change without its timestamp".to_owned()))?,
            from: time("old_value").map_err(fault)?,
            to: time("value").map_err(fault)?,
        };
        let uuid = elements::words(&update, "uuid").map(|uuid| uuid.to_lowercase());
        note(&mut found, uuid, change);
    }
    Ok(found)
}

/// The fields of an `Update`, out of the column's name and the text that may be around it.
fn update(mut value: Value) -> Option<Fields> {
    for _ in 0..3 {
        value = match value {
            Value::String(text) => serde_json::from_str(&text).ok()?,
            Value::Object(mut fields) => match (fields.remove("data"), fields.remove("Update")) {
                (_, Some(Value::Object(update))) => return Some(update),
                (Some(data), _) => data,
                _ => return None,
            },
            _ => return None,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(text: &str) -> String {
        let source = Source::held("undo.data", text.as_bytes());
        match read(&source, Zone::Utc) {
            Ok(found) => {
                let mut all: Vec<_> = found.into_iter().collect();
                all.sort_by(|a, b| a.0.cmp(&b.0));
                let each = all.iter().map(|(uuid, changes)| {
                    let each = changes
                        .iter()
                        .map(|c| format!("{}:{:?}>{:?}", c.at, c.from, c.to).replace("Some", ""));
                    format!("{uuid} {}", each.collect::<Vec<_>>().join(" "))
                });
                each.collect::<Vec<_>>().join("; ")
            }
            Err(error) => error.says().to_owned(),
        }
    }

    #[test]
    fn both_versions_are_read() {
        let two = "time 100\nnew [description:\"a \\\"b\\\" &open;c&close;\" due:\"1000\" uuid:\"A1\"]\n---\ntime 300\nold [due:\"1000\" uuid:\"a1\"]\nnew [due:\"2000\" uuid:\"a1\"]\n---\ntime 400\nold [uuid:\"a1\" due:\"2000\"]\nnew [uuid:\"a1\" due:\"2000\" tags:\"x\"]\n---\n";
        assert_eq!(changes(two), "a1 100:None>(1000) 300:(1000)>(2000)");
        let three = r#"{"Create":{"uuid":"a1"}}
"UndoPoint"
{"Update":{"uuid":"a1","property":"due","old_value":null,"value":"1000","timestamp":"1970-01-01T00:01:40Z"}}
{"Update":{"uuid":"a1","property":"tags","old_value":null,"value":"x","timestamp":"1970-01-01T00:01:41Z"}}
{"Update":{"uuid":"a1","property":"due","old_value":"1000","value":null,"timestamp":"1970-01-01T00:05:00.5Z"}}
"#;
        assert_eq!(changes(three), "a1 100:None>(1000) 300:(1000)>None");
        let listed = r#"[{"id":1,"data":"{\"Update\":{\"uuid\":\"a1\",\"property\":\"due\",\"value\":\"7\",\"timestamp\":\"1970-01-01T00:00:09Z\"}}"}]"#;
        assert_eq!(changes(listed), "a1 9:None>(7)");
        assert_eq!(changes(""), "");
    }

    #[test]
    fn what_is_no_history_says_where() {
        assert_eq!(
            changes("time 1\nnew [due:\"x\"]"),
            "undo.data, line 2: \u{201c}x\u{201d} is not a time as Taskwarrior writes it (20261124T170000Z)"
        );
        assert_eq!(
            changes("time 1\nnew [due:\"1"),
            "undo.data, line 2: a task stands in square brackets"
        );
        assert_eq!(
            changes("time 1\nnew [due:\"1]"),
            "undo.data, line 2: a value is never closed"
        );
        assert_eq!(
            changes("time 1\n\nwhat"),
            "undo.data, line 3: this is no line of undo.data"
        );
        assert_eq!(changes("{}\n{"), "undo.data, line 2: this is not JSON");
        assert!(changes("hello").starts_with("undo.data is no history"));
    }
}
