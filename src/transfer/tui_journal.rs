//! Entries of tui-journal: the file that it keeps them in, and what it exports (`{"version", "entries"}`).
//!
//! It writes the day that was typed as midnight in universal time, so the day is taken as it is written, in no zone.

use chrono::{DateTime, NaiveTime};

use super::elements::{self, Fields};
use super::intake::{Choice, Parcel, Source, shown};
use super::jrnl::{day_stands, to_the_minute};
use super::notes::{self, Entry, Shape};
use crate::domain::value::When;
use crate::error::Result;

const SHAPE: Shape = Shape {
    word: "tui-journal",
    by: "tui-journal keeps them",
    known: &["id", "date", "title", "content", "tags", "folder"],
    read,
};

/// Reads what tui-journal keeps or exported.
///
/// # Errors
/// As [`notes::open`].
pub(super) fn open(source: &Source, choice: &Choice) -> Result<Parcel> {
    notes::open(source, choice, &SHAPE)
}

fn read(fields: &Fields) -> std::result::Result<Entry, (&'static str, String)> {
    let text = elements::words(fields, "date").ok_or(("date", "is missing".to_owned()))?;
    let written = DateTime::parse_from_rfc3339(&text).ok();
    let written = written
        .map(|at| at.naive_local())
        .filter(|at| day_stands(at.date()));
    let at = written.ok_or_else(|| {
        let says = format!(
            "\u{201c}{}\u{201d} is not a time (2026-03-01T00:00:00Z)",
            shown(&text)
        );
        ("date", says)
    })?;
    let time = to_the_minute(at.time()).filter(|time| *time != NaiveTime::MIN);
    let tags = elements::list(fields, "tags")
        .into_iter()
        .map(str::to_owned);
    // a folder in a folder is parted by a slash
    let folder = elements::words(fields, "folder");
    let folders = folder
        .iter()
        .flat_map(|path| path.split('/'))
        .map(str::to_owned);
    Ok(Entry {
        at: When {
            day: at.date(),
            time,
        },
        title: elements::words(fields, "title").unwrap_or_default(),
        body: elements::words(fields, "content").unwrap_or_default(),
        tags: tags.chain(folders).collect(),
        moment: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Record;

    #[test]
    fn both_forms_are_the_same_notes() {
        let entry = r#""date":"2026-03-01T00:00:00Z","title":"Retro","content":"went @ana well","tags":["team"],"folder":"work/q1","priority":2"#;
        let kept = format!("[{{\"id\":0,{entry}}}]");
        let exported = format!("{{\"version\":100,\"entries\":[{{{entry}}}]}}");
        let read = |text: &str| {
            let source = Source::held("t.json", text.as_bytes());
            open(&source, &Choice::default()).expect("reads")
        };
        let (kept, exported) = (read(&kept), read(&exported));
        assert_eq!(kept.items, exported.items);
        let Record::Note(note) = &kept.items[0].record else {
            panic!("a note")
        };
        assert_eq!(
            (note.at.to_string(), note.text.as_str(), note.tags.join(" ")),
            (
                "2026-03-01".to_owned(),
                "Retro\nwent @ana well",
                "team work q1".to_owned()
            )
        );
        assert_eq!(kept.notes, ["fields that have no place here: priority (1)"]);
    }
}
