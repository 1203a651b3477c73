//! Days as people say them: "fri", "in 2 weeks", "2026-03-01 17:00" in; "3 days late" out.
//!
//! The grammar is our own. A phrase must say whether it means a day or a moment, lean to the past for an
//! event and to the future for a due, and ask when it can be read in two ways; the libraries that were
//! tried answer one instant, some of them silently a wrong one. What it knows:
//!
//! | phrase | what it is |
//! |---|---|
//! | `today` `tonight` `eod` `tomorrow` `yesterday` `day after tomorrow` | a day |
//! | `fri` `friday` `this fri` | leans; today counts for both |
//! | `next fri`, `fri next week` · `last fri` | the one of next week · the newest before today |
//! | `in 2 weeks` `+10d` · `3 days ago` `-3d` | ahead · back; months and years keep the day where there is one |
//! | `2w` `3 days` | leans: ahead for a due, back for an event |
//! | `next week` `last month` | as far ahead or back |
//! | `this week` | leans: its last day for a due, its first for an event |
//! | `end of month` `eom` `eow` `eoww` `start of next month` `end of march` | weeks run Monday to Sunday; `eoww` is the Friday |
//! | `2026-03-01` `20260301` `2026/3/1` | a day |
//! | `1 mar` `march 1st` `1 mar 2026` `5th` | leans without a year; 29 feb is the next or last there was |
//! | `24.12.` `24.12.2026` | day first, always |
//! | `13/4` · `3/4` | one reading · two readings: asks |
//! | `17:00` `5pm` `at 5:30 pm` `noon`, before or after a day | a moment; alone it leans |
//! | `now` `in 2 hours` `30 min ago` | a moment |
//!
//! Years run from 1900 to 2200; two digits of a year are refused.

mod calendar;
mod days;
mod hours;
mod now;
mod phrase;
mod say;
#[cfg(test)]
mod tests;
mod vocabulary;

use chrono::{NaiveDate, NaiveDateTime};

use super::value::When;
pub(super) use now::Trouble;
pub(super) use phrase::read;
pub use say::{against, ahead, beside, short, whole};

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
    read(text, now, lean).map_err(|trouble| trouble.says)
}

/// Reads a day; a time of day is a fault.
///
/// # Errors
/// As [`when`].
pub fn day(text: &str, now: NaiveDateTime, lean: Lean) -> Result<NaiveDate, String> {
    let When { day, time } = when(text, now, lean)?;
    match time {
        None => Ok(day),
        Some(time) => Err(format!(
            "only a day is kept here: leave the time ({}) out",
            time.format("%H:%M")
        )),
    }
}

/// What a date field shows while it is typed: `Fri 27 Nov 2026, in 5 days`.
///
/// # Errors
/// As [`when`].
pub fn preview(text: &str, now: NaiveDateTime, lean: Lean) -> Result<String, String> {
    let when = when(text, now, lean)?;
    Ok(say::whole(when, now.date()))
}
