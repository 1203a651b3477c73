//! Several things in one cell: tags, links, moves of a due date, lines begun; every one comes back exactly.

use crate::domain::checkin::Begun;
use crate::domain::commitment::Move;
use crate::domain::value::{Piece, Value};

/// Texts with commas between them; a comma or a backslash in one has a backslash before it, an empty one is `\e`.
pub(super) fn written(items: impl Iterator<Item = impl AsRef<str>>) -> String {
    let each = items.map(|item| match item.as_ref() {
        "" => "\\e".to_owned(),
        text => text.replace('\\', "\\\\").replace(',', "\\,"),
    });
    each.collect::<Vec<_>>().join(",")
}

/// The texts of [`written`].
pub(super) fn read(cell: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match (letter, items.last_mut()) {
            (',', _) => items.push(String::new()),
            ('\\', Some(item)) => match letters.next() {
                Some('e') | None => {}
                Some(other) => item.push(other),
            },
            (letter, Some(item)) => item.push(letter),
            (_, None) => {}
        }
    }
    items
}

/// A small record as the texts that stand for it.
pub(super) fn row(field: &str, row: &Value) -> Vec<String> {
    let Value::Row(fields) = row else {
        return Vec::new();
    };
    let text = |name: &str| {
        let found = fields.iter().find(|(n, _)| n == name);
        found
            .and_then(|(_, value)| value.text())
            .unwrap_or_default()
            .to_owned()
    };
    if field == "begun" {
        return vec![text("slot"), text("words")];
    }
    let or_none = |text: String| {
        if text.is_empty() {
            "none".to_owned()
        } else {
            text
        }
    };
    let agreed = fields
        .iter()
        .any(|(n, v)| n == "agreed" && *v == Value::Flag(true));
    let agreed = if agreed { "agreed" } else { "not agreed" };
    let (from, to) = (or_none(text("from")), or_none(text("to")));
    vec![format!(
        "{}: {from} to {to} by {} {agreed}",
        text("on"),
        text("asked")
    )]
}

/// The small records of a cell.
///
/// # Errors
/// A sentence without the column.
pub(super) fn rows(field: &str, cell: &str) -> Result<Value, String> {
    let items = read(cell);
    let rows: Result<Vec<_>, String> = if field == "begun" {
        let begun = |pair: &[String]| {
            let text = |nth: usize| {
                let text = pair.get(nth).cloned().unwrap_or_default();
                if text.is_empty() {
                    Value::Nothing
                } else {
                    Value::Text(text)
                }
            };
            piece::<Begun>(vec![("slot", text(0)), ("words", text(1))])
        };
        items.chunks(2).map(begun).collect()
    } else {
        items.iter().map(|item| moved(item.trim())).collect()
    };
    rows.map(Value::List)
}

/// A move: `2026-11-01: 2026-11-10 to 2026-11-17 by mine agreed`.
fn moved(text: &str) -> Result<Value, String> {
    let read = || {
        let (on, rest) = text.split_once(": ")?;
        let (from, rest) = rest.split_once(" to ")?;
        let (to, rest) = rest.split_once(" by ")?;
        let (asked, agreed) = rest.split_once(' ')?;
        let agreed = match agreed {
            "agreed" => true,
            "not agreed" => false,
            _ => return None,
        };
        Some((on, from, to, asked, agreed))
    };
    let (on, from, to, asked, agreed) = read().ok_or_else(|| {
        format!("\u{201c}{text}\u{201d} is no move; one is written 2026-11-01: 2026-11-10 to 2026-11-17 by mine agreed")
    })?;
    let day = |text: &str| match text {
        "none" => Value::Nothing,
        text => Value::Text(text.to_owned()),
    };
    let agreed = if agreed {
        Value::Flag(true)
    } else {
        Value::Nothing
    };
    piece::<Move>(vec![
        ("on", day(on)),
        ("from", day(from)),
        ("to", day(to)),
        ("asked", Value::Text(asked.to_owned())),
        ("agreed", agreed),
    ])
}

/// A small record of a list, from the texts of its fields.
fn piece<T: Piece>(fields: Vec<(&str, Value)>) -> Result<Value, String> {
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let row = Value::Row(
        fields
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    );
    T::from_value(&row).map(|one| one.to_value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_move_is_read_as_it_was_written() {
        let text = "2026-11-01: 2026-11-10 17:00 to none by theirs not agreed";
        let Value::List(rows_read) = rows("moves", text).expect("a move") else {
            panic!("no list");
        };
        assert_eq!(written(row("moves", &rows_read[0]).iter()), text);
        let says = rows("moves", "some day").expect_err("no move");
        assert!(
            says.contains("some day") && says.contains("2026-11-10"),
            "{says}"
        );
    }

    proptest! {
        #[test]
        fn every_list_of_texts_comes_back(items in proptest::collection::vec("[\\\\,e a\\PC]{0,6}", 1..5)) {
            prop_assert_eq!(read(&written(items.iter())), items);
        }
    }
}
