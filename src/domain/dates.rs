//! Days as people say them: "fri", "in 2 weeks", "2026-03-01 17:00" in; "3 days late" out.

use chrono::{NaiveDate, NaiveDateTime};

use super::value::When;

/// Where a bare weekday, a day without a year or a time without a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// For events: the newest one that is not in the future.
    Past,
    /// For dues: the next one that is not in the past.
    Future,
}

/// Reads a day or a moment.
///
/// # Errors
/// A sentence that says what could not be understood, or which readings an ambiguous text has.
pub fn when(text: &str, now: NaiveDateTime, lean: Lean) -> Result<When, String> {
    let _ = (text, now, lean);
    todo!()
}

/// Reads a day; a time of day is a fault.
///
/// # Errors
/// As [`when`].
pub fn day(text: &str, now: NaiveDateTime, lean: Lean) -> Result<NaiveDate, String> {
    let _ = (text, now, lean);
    todo!()
}

/// What a date field shows while it is typed: `Fri 27 Nov 2026, in 5 days`.
///
/// # Errors
/// As [`when`].
pub fn preview(text: &str, now: NaiveDateTime, lean: Lean) -> Result<String, String> {
    let _ = (text, now, lean);
    todo!()
}

/// A day beside today, in words: `today`, `yesterday`, `in 5 days`, `3 weeks ago`, `14 months ago`.
pub fn beside(day: NaiveDate, today: NaiveDate) -> String {
    let _ = (day, today);
    todo!()
}

/// How a date stands to a due date: `3 days late`, `2 days early`, `on the day`.
pub fn against(due: NaiveDate, done: NaiveDate) -> String {
    let _ = (due, done);
    todo!()
}

/// A day in a list: `27 Nov`, with its year when it is not this one (`27 Nov 2025`).
pub fn short(day: NaiveDate, today: NaiveDate) -> String {
    let _ = (day, today);
    todo!()
}
