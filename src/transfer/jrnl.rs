//! Entries as `jrnl --format json` writes them: each with its local day and time, a starred one as a moment.

use chrono::NaiveTime;

use super::elements::{self, Fields};
use super::intake::{Choice, Parcel, Source, shown};
use super::notes::{self, Entry, Shape};
use crate::domain::value::When;
use crate::error::Result;

const SHAPE: Shape = Shape {
    word: "jrnl",
    by: "jrnl exports them",
    known: &["title", "body", "date", "time", "tags", "starred", "uuid"],
    read,
};

/// Reads what jrnl exported.
///
/// # Errors
/// As [`notes::open`].
pub(super) fn open(source: &Source, choice: &Choice) -> Result<Parcel> {
    notes::open(source, choice, &SHAPE)
}

fn read(fields: &Fields) -> std::result::Result<Entry, (&'static str, String)> {
    let day = elements::words(fields, "date").ok_or(("date", "is missing".to_owned()))?;
    let day = day
        .parse()
        .ok()
        .filter(|day| day_stands(*day))
        .ok_or_else(|| {
            let says = format!("\u{201c}{}\u{201d} is not a day (2026-03-01)", shown(&day));
            ("date", says)
        })?;
    let time = elements::words(fields, "time").map(|text| {
        let shapes = ["%H:%M", "%H:%M:%S", "%I:%M %p"];
        let mut read = shapes.iter().map(|s| NaiveTime::parse_from_str(&text, s));
        let found = read
            .find_map(std::result::Result::ok)
            .and_then(to_the_minute);
        found.ok_or_else(|| {
            let says = format!("\u{201c}{}\u{201d} is not a time (17:00)", shown(&text));
            ("time", says)
        })
    });
    let tags = elements::list(fields, "tags").into_iter();
    Ok(Entry {
        at: When {
            day,
            time: time.transpose()?,
        },
        title: elements::words(fields, "title").unwrap_or_default(),
        body: elements::words(fields, "body").unwrap_or_default(),
        tags: tags.map(str::to_owned).collect(),
        moment: fields.get("starred").and_then(serde_json::Value::as_bool) == Some(true),
    })
}

/// Whether a day has a year of four digits, as the journal's days have.
pub(super) fn day_stands(day: chrono::NaiveDate) -> bool {
    use chrono::Datelike;
    (1..=9999).contains(&day.year())
}

/// A time of day without its seconds.
pub(super) fn to_the_minute(time: NaiveTime) -> Option<NaiveTime> {
    use chrono::Timelike;
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Record;

    fn parcel(text: &str) -> Result<Parcel> {
        open(&Source::held("j.json", text.as_bytes()), &Choice::default())
    }

    #[test]
    fn entries_become_notes() {
        let parcel = parcel(
            "{\"tags\": {\"@priya\": 1},\n \"entries\": [\n{\"title\": \"Lunch with @priya.\", \"body\": \"Good\\r\\ntalk.\", \"date\": \"2026-03-01\", \"time\": \"12:30\", \"tags\": [\"@priya\", \"#big plan\"], \"starred\": true},\n{\"title\": \"x\", \"body\": \"\", \"date\": \"2026-13-01\", \"time\": \"12:30\", \"tags\": [], \"starred\": false}]}",
        )
        .expect("reads");
        assert_eq!((parcel.rows, parcel.refused.len()), (2, 1));
        assert_eq!(
            parcel.refused[0].0.to_string(),
            "line 4, date: \u{201c}2026-13-01\u{201d} is not a day (2026-03-01)"
        );
        let Record::Note(note) = &parcel.items[0].record else {
            panic!("a note")
        };
        assert_eq!(note.text, "Lunch with @priya.\nGood\ntalk.");
        assert_eq!(
            (note.sort.word(), note.at.to_string(), note.tags.join(" ")),
            (
                "moment",
                "2026-03-01 12:30".to_owned(),
                "priya big-plan".to_owned()
            )
        );
        assert_eq!(parcel.items[0].with.len(), 1);
    }

    #[test]
    fn same_moments_and_titles_are_told_apart() {
        let one = "{\"title\":\"a\",\"date\":\"2026-03-01\",\"time\":\"09:00\",\"body\":\"";
        let parcel = parcel(&format!("[{one}1\"}},{one}2\"}}]")).expect("reads");
        assert_ne!(parcel.items[0].id, parcel.items[1].id);
    }

    #[test]
    fn an_entry_longer_than_a_note_is_refused_alone() {
        let one = |body: &str| {
            format!(
                "{{\"title\":\"a\",\"date\":\"2026-03-01\",\"time\":\"09:00\",\"body\":\"{body}\"}}"
            )
        };
        let long = "x".repeat(5 << 20);
        let parcel = parcel(&format!("[{},\n{}]", one(&long), one("short"))).expect("reads");
        assert_eq!((parcel.items.len(), parcel.refused.len()), (1, 1));
        let says = parcel.refused[0].0.to_string();
        assert_eq!(says, "line 1: has a text of more than 4 MiB");
        assert!(parcel.refused[0].1.len() < 1 << 16, "it is told cut");
    }

    #[test]
    fn what_is_no_journal_says_so() {
        for (text, says) in [
            ("{\"entries\": [", "j.json, line 1: this is not JSON"),
            ("{\"entries\": 3}", "j.json, line 1: this is not JSON"),
            ("hello", "j.json holds no entries"),
            (
                "[{\"title\":\"\\ud800\"}",
                "j.json, line 1: this is not JSON",
            ),
        ] {
            let error = parcel(text).expect_err(text);
            assert!(error.says().starts_with(says), "{}", error.says());
        }
        let deep = format!(
            "[{{\"title\":{}{}}}]",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        let found = parcel(&deep).expect("its list is read");
        assert_eq!((found.items.len(), found.refused.len()), (0, 1));
    }
}
