//! The same entries in each program's form: a day, a sentence, one of a hundred people.

use std::fmt::Write as _;

use chrono::{Duration, NaiveDate};

/// The word that is searched: every tenth entry holds it.
pub const WORD: &str = "budget";

/// One entry.
pub struct Entry {
    /// Its day; the last one is a day of this year.
    pub day: NaiveDate,
    /// Whom it is about.
    pub who: String,
    /// What it says.
    pub says: String,
}

/// So many entries, the oldest first.
pub fn entries(many: usize) -> impl Iterator<Item = Entry> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default();
    (0..many).map(move |n| {
        let days = i64::try_from(n * 600 / many).unwrap_or(0);
        let what = if n % 10 == 0 { WORD } else { "draft" };
        Entry {
            day: first + Duration::days(days),
            who: format!("Person {}", n % 100),
            says: format!("send the {what} number {n}"),
        }
    })
}

/// One text of all of them.
pub fn written(many: usize, head: &str, line: impl Fn(&Entry) -> String) -> String {
    let mut text = String::from(head);
    for entry in entries(many) {
        let _ = writeln!(text, "{}", line(&entry));
    }
    text
}
