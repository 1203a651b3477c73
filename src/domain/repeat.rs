//! How often a commitment comes again, and when next: `weekly`, `every 2 weeks`, `monthly`, `weekdays`.
//!
//! | words | next |
//! |---|---|
//! | `daily` `every 3 days` | so many days after the due |
//! | `weekly` `fortnightly` `every 3 weeks` | the same weekday |
//! | `weekdays` | Monday to Friday |
//! | `monthly` `every 2 months` `quarterly` `yearly` | the same day of the month; where it has none, its last |
//! | `monthly on the 31st` | that day, also after a month that was too short for it |
//!
//! What comes again is counted from the due that was first agreed, in whole days of the calendar, so a moved date, a
//! change of clocks or a missed stretch shifts nothing: the next one is the first date after the day it is settled on.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::value::{Piece, Value, When};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Days,
    Weeks,
    /// With the day of the month that is meant, where the due itself may be an earlier one.
    Months(Option<u8>),
    Weekdays,
}

/// How often something comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    every: u16,
    unit: Unit,
}

/// No rhythm is longer than this many of its units.
const MOST: u16 = 366;

impl Repeat {
    /// Every seven days.
    pub const WEEKLY: Self = Self::of(1, Unit::Weeks);
    /// Every month.
    pub const MONTHLY: Self = Self::of(1, Unit::Months(None));

    const fn of(every: u16, unit: Unit) -> Self {
        Self { every, unit }
    }

    /// Reads the words of the table above, with or without `every`, `each` or `repeats` before them.
    ///
    /// # Errors
    /// A sentence that says what is wrong and how it is written.
    pub fn read(text: &str) -> Result<Self, String> {
        let lower = text.to_lowercase();
        let mut words: Vec<&str> = lower.split_whitespace().collect();
        if matches!(words.first(), Some(&("repeats" | "repeat"))) {
            words.remove(0);
        }
        if let ["every" | "each" | "on", day] = words.as_slice()
            && weekday(day).is_some()
        {
            return Err(format!(
                "\u{201c}{}\u{201d} is weekly: write weekly, and the due date says which day",
                text.trim()
            ));
        }
        Self::of_words(&words).ok_or_else(|| {
            format!(
                "\u{201c}{}\u{201d} is no rhythm: write daily, weekdays, weekly, every 2 weeks, monthly or yearly",
                text.trim()
            )
        })
    }

    /// From lower-case words.
    pub(super) fn of_words(words: &[&str]) -> Option<Self> {
        let words = match words {
            ["every" | "each", rest @ ..] => rest,
            [.., "on", "the", _] => return Self::on_the(words),
            rest => return Self::adverb(rest),
        };
        let (every, name) = match words {
            [name] => (1, *name),
            ["other", name] => (2, *name),
            [n, name] => (count(n)?, *name),
            [.., "on", "the", _] => return Self::on_the(words),
            _ => return None,
        };
        match (every, name) {
            (1, "weekday" | "workday") => Some(Self::of(1, Unit::Weekdays)),
            (n, "day" | "days") => Some(Self::of(n, Unit::Days)),
            (n, "week" | "weeks") => Some(Self::of(n, Unit::Weeks)),
            (n, "month" | "months") => Some(Self::of(n, Unit::Months(None))),
            (n, "quarter" | "quarters") => months(n, 3),
            (n, "year" | "years") => months(n, 12),
            _ => None,
        }
    }

    fn adverb(words: &[&str]) -> Option<Self> {
        let [word] = words else { return None };
        Some(match *word {
            "daily" => Self::of(1, Unit::Days),
            "weekdays" | "workdays" => Self::of(1, Unit::Weekdays),
            "weekly" => Self::WEEKLY,
            "fortnightly" => Self::of(2, Unit::Weeks),
            "monthly" => Self::MONTHLY,
            "quarterly" => Self::of(3, Unit::Months(None)),
            "yearly" => Self::of(12, Unit::Months(None)),
            _ => return None,
        })
    }

    /// `monthly on the 31st`.
    fn on_the(words: &[&str]) -> Option<Self> {
        let [rhythm @ .., "on", "the", day] = words else {
            return None;
        };
        let digits = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let day: u8 = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
        let one = Self::adverb(rhythm)
            .or_else(|| Self::of_words(rhythm))
            .or_else(|| Self::of_words(&[&["every"], rhythm].concat()))?;
        match one.unit {
            Unit::Months(_) => Some(Self::of(one.every, Unit::Months(Some(day)))),
            _ => None,
        }
    }

    /// The first due after a day (and after the due itself), with the rhythm that goes on from there; `None`: the
    /// calendar ends.
    pub fn next(self, due: When, after: NaiveDate) -> Option<(When, Self)> {
        let after = after.max(due.day);
        let (day, unit) = match self.unit {
            Unit::Days => (self.in_days(due.day, after, 1)?, self.unit),
            Unit::Weeks => (self.in_days(due.day, after, 7)?, self.unit),
            Unit::Weekdays => (workday(after.succ_opt()?)?, self.unit),
            Unit::Months(on) => {
                let on = on.map_or(due.day.day(), u32::from);
                let day = self.in_months(due.day, after, on)?;
                // only a day that not every month has must be remembered
                let kept = u8::try_from(on).ok().filter(|on| *on > 28);
                (day, Unit::Months(kept))
            }
        };
        let next = When {
            day,
            time: due.time,
        };
        Some((next, Self::of(self.every, unit)))
    }

    /// The first due of something that begins on a day and names none.
    pub fn first(self, today: NaiveDate) -> Option<When> {
        match self.unit {
            Unit::Weekdays => workday(today).map(When::day),
            Unit::Days if self.every == 1 => Some(When::day(today)),
            Unit::Months(Some(on)) => {
                let this = in_month(today.with_day(1)?, u32::from(on));
                this.filter(|day| *day >= today)
                    .or_else(|| self.in_months(today, today, u32::from(on)))
                    .map(When::day)
            }
            _ => self.next(When::day(today), today).map(|(when, _)| when),
        }
    }

    fn in_days(self, due: NaiveDate, after: NaiveDate, each: u64) -> Option<NaiveDate> {
        let step = u64::from(self.every) * each;
        let gone = u64::try_from((after - due).num_days()).ok()?;
        due.checked_add_days(Days::new((gone / step + 1) * step))
    }

    fn in_months(self, due: NaiveDate, after: NaiveDate, on: u32) -> Option<NaiveDate> {
        let first = due.with_day(1)?;
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let every = u32::from(self.every);
        let gone = u32::try_from(months(after) - months(due)).ok()?;
        // the month that the day lies in may still have its date ahead
        let start = (gone / every).max(1);
        (start..=start + 1).find_map(|n| {
            let month = first.checked_add_months(Months::new(n.checked_mul(every)?))?;
            let day = in_month(month, on)?;
            (day > after).then_some(day)
        })
    }
}

fn months(n: u16, each: u16) -> Option<Repeat> {
    let every = n.checked_mul(each).filter(|n| *n <= MOST)?;
    Some(Repeat::of(every, Unit::Months(None)))
}

/// A day of the month that begins so, or its last where it has none.
fn in_month(first: NaiveDate, on: u32) -> Option<NaiveDate> {
    (1..=on).rev().find_map(|day| first.with_day(day))
}

/// The day, or the Monday after it.
fn workday(day: NaiveDate) -> Option<NaiveDate> {
    match day.weekday() {
        Weekday::Sat => day.checked_add_days(Days::new(2)),
        Weekday::Sun => day.checked_add_days(Days::new(1)),
        _ => Some(day),
    }
}

fn count(word: &str) -> Option<u16> {
    let small = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let named = small.iter().position(|one| *one == word);
    let n = match named.and_then(|n| u16::try_from(n + 1).ok()) {
        Some(n) => n,
        None => word.parse().ok()?,
    };
    (1..=MOST).contains(&n).then_some(n)
}

/// Whether a word names a weekday.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches([',', '.', ';']);
    word.parse().ok().filter(|_| word.len() >= 3)
}

impl fmt::Display for Repeat {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.every, self.unit) {
            (1, Unit::Weekdays) => out.write_str("weekdays"),
            (1, Unit::Days) => out.write_str("daily"),
            (1, Unit::Weeks) => out.write_str("weekly"),
            (1, Unit::Months(_)) => out.write_str("monthly"),
            (3, Unit::Months(_)) => out.write_str("quarterly"),
            (12, Unit::Months(_)) => out.write_str("yearly"),
            (n, Unit::Days | Unit::Weekdays) => write!(out, "every {n} days"),
            (n, Unit::Weeks) => write!(out, "every {n} weeks"),
            (n, Unit::Months(_)) => write!(out, "every {n} months"),
        }?;
        match self.unit {
            Unit::Months(Some(day)) => write!(out, " on the {day}{}", ending(day)),
            _ => Ok(()),
        }
    }
}

fn ending(day: u8) -> &'static str {
    match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}

impl Piece for Repeat {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: &Value) -> Result<Self, String> {
        Self::read(value.text().unwrap_or("?"))
    }
}

#[cfg(test)]
mod tests;
