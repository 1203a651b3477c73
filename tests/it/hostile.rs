//! Hostile text in every place where text can stand: nothing of it moves the cursor, colours, reorders or breaks a column.

mod lines;
mod screens;
mod stream;

pub use screens::sound;

use std::path::Path;

use chrono::NaiveDate;
use trustline::assets::sample::sample;
use trustline::clock::Clock;
use trustline::domain::fields::Shape;
use trustline::domain::value::Value;
use trustline::domain::{Kind, Record, RecordId, text};
use trustline::journal::Journal;

/// What could harm a terminal or hide, one family each.
pub const HOSTILE: &[&str] = &[
    "bell \u{7}\u{0}\u{1}\u{8}\u{b}\u{c}\u{e}\u{f}\u{7f} rings",
    "red \x1b[31m\x1b[2J\x1b[1;1H\x1b[?1049l\x1bc screen",
    "clip \x1b]52;c;cm0gLXJm\x07 board",
    "link \x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\ end",
    "title \x1b]0;owned\x07 \x1bP1$r0m\x1b\\ \x1b^pm\x1b\\ \x1b_apc\x1b\\ end",
    "eight \u{9b}2J\u{9d}0;title\u{9c}\u{90}q\u{9c}\u{85} bits",
    "bidi \u{202e}desrever\u{202c} \u{2066}isolated\u{2069}\u{200f}\u{200e}\u{61c} end",
    "zero pay\u{200b}pal\u{2060}\u{feff}\u{ad}\u{34f}\u{180e}\u{2064} width",
    "fillers \u{115f}\u{1160}\u{3164}\u{ffa0}\u{17b4} end",
    "tags \u{e0001}\u{e0041}\u{e007f} \u{fff9}base\u{fffa}over\u{fffb} end",
    "selectors a\u{fe0f}\u{fe0e}\u{e0101}\u{e0102}b end",
    "lines one\r\ntwo\u{2028}three\u{2029}four\ttab end",
    "joins a\u{200d}b \u{200c} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f469} end",
    "wide \u{5c71}\u{7530}\u{644}\u{627}\u{ff76}\u{ff9e}\u{1112}\u{1161}\u{11ab}\u{1f1e9}\u{1f1ea} end",
    "glyphs \u{13430}\u{1bca0}\u{1d173}\u{e000}\u{10ffff}\u{fdd0} end",
];

/// A text of one of the families, with a pile of fifty marks on a letter, different for each number.
pub fn hostile(n: usize) -> String {
    let pile = format!("z{}", "\u{301}\u{489}".repeat(25));
    format!("{} {pile} no {n}", HOSTILE[n % HOSTILE.len()])
}

/// A value with hostile words where it holds words.
fn made(value: &Value, n: usize) -> Value {
    match value {
        Value::List(items) => Value::List(items.iter().map(|one| made(one, n)).collect()),
        Value::Row(fields) => Value::Row(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), made(value, n)))
                .collect(),
        ),
        // an id, a day and a word of a list stay what they are
        Value::Text(text) if text.contains(' ') => Value::Text(hostile(n)),
        other => other.clone(),
    }
}

/// What would be put into a field; `None`: it takes no free words.
fn words(shape: Shape, value: &Value, n: usize) -> Option<Value> {
    match shape {
        Shape::Line | Shape::Text => Some(Value::Text(hostile(n))),
        Shape::Tags => Some(Value::List(vec![
            Value::Text(hostile(n)),
            Value::Text("plain".to_owned()),
        ])),
        Shape::Rows => Some(made(value, n)),
        _ => None,
    }
}

type Records = Vec<(RecordId, Record)>;

/// The records of the sample with hostile words in every field that takes words; how many fields of each kind hold them.
fn records(today: NaiveDate) -> (Records, Vec<(Kind, usize)>) {
    let mut records = sample(today);
    let mut held: Vec<(Kind, usize)> = Kind::ALL.iter().map(|kind| (*kind, 0)).collect();
    let mut n = 0;
    for (_, record) in &mut records {
        for field in record.kind().fields() {
            n += 1;
            let before = (field.get)(record);
            let Some(value) = words(field.shape, &before, n) else {
                continue;
            };
            let stood = record.clone();
            if (field.set)(record, &value).is_err() || !record.faults().is_empty() {
                *record = stood;
                continue;
            }
            if let Some((_, count)) = held.iter_mut().find(|(kind, _)| *kind == record.kind()) {
                *count += 1;
            }
        }
    }
    (records, held)
}

fn furnished(mut journal: Journal) -> Journal {
    let (records, held) = records(journal.day());
    for (kind, count) in held {
        assert!(count > 0, "no field of a {kind} took hostile words");
    }
    journal
        .furnish("hostile", &mut records.into_iter().map(Ok))
        .expect("it is taken in");
    journal
}

fn clock() -> Clock {
    let at = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 0, 0));
    Clock::fixed(at.expect("a day"))
}

/// A journal in memory in which every text field of every kind holds hostile words.
pub fn journal() -> Journal {
    furnished(Journal::memory(clock()).expect("a journal"))
}

/// The same in a file.
pub fn journal_at(path: &Path) -> Journal {
    furnished(Journal::open(path, clock()).expect("a journal"))
}

/// The first character of an output that should not be there: controls but line ends and tabs, whatever reorders or hides.
pub fn raw(said: &str) -> Option<char> {
    said.chars()
        .find(|c| !matches!(c, '\n' | '\t') && text::is_hostile(*c))
}
