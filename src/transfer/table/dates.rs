//! Dates as tables write them: year first, or in an order that was said; a date that could be two days is a fault.
//!
//! Unlike the dates that people type into a form, nothing here counts from today: a file means the same
//! day whenever it is read. A zone behind a time is read over; the day stays the one that is written.

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::domain::When;

/// The order of a date's parts when the year does not come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Year, month, day only.
    Iso,
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// The month by its name, with a year that may have two digits; numbers alone are as ambiguous as ever.
    Named,
}

/// How a fault ends that asks for the order of the dates.
pub const ASKS: &str = "say the order of the dates (dmy or mdy)";

impl DateOrder {
    /// From its word on the command line: `iso`, `dmy` or `mdy`.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "iso" => Some(Self::Iso),
            "dmy" => Some(Self::Dmy),
            "mdy" => Some(Self::Mdy),
            _ => None,
        }
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads a cell as a day, with its time where it has one.
///
/// # Errors
/// A sentence: no date, a day that does not exist, no year, or which two days it could be.
pub fn when(text: &str, order: Option<DateOrder>) -> Result<When, String> {
    let text = text.trim();
    if text.chars().count() > 60 {
        return Err("is too long for a date".to_owned());
    }
    let (date, time) = halves(text);
    Ok(When {
        day: date_of(date, order).map_err(|why| why.says(text))?,
        time: time
            .map(|t| time_of(t).ok_or_else(|| Wrong::NoDate.says(text)))
            .transpose()?,
    })
}

/// The date and the time, parted before the digits that lead to the first colon.
fn halves(text: &str) -> (&str, Option<&str>) {
    let Some(colon) = text.find(':') else {
        return (text, None);
    };
    let digits = text[..colon]
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count();
    let (date, time) = text.split_at(colon - digits);
    (date.trim_end_matches([' ', 'T', 't', ',']), Some(time))
}

/// Why a text is no day.
enum Wrong {
    NoDate,
    NoSuchDay(String),
    NoYear,
    ShortYear,
    TwoDays(NaiveDate, NaiveDate),
    NotIso,
}

impl Wrong {
    fn says(&self, text: &str) -> String {
        match self {
            Self::NoDate => format!("\u{201c}{text}\u{201d} is not a date"),
            Self::NoSuchDay(day) => format!("there is no {day}"),
            Self::NoYear => format!("\u{201c}{text}\u{201d} has no year"),
            Self::ShortYear => format!("\u{201c}{text}\u{201d} has a year of two digits; {ASKS}"),
            Self::TwoDays(dmy, mdy) => {
                let long = |day: &NaiveDate| day.format("%-d %B %Y");
                format!(
                    "\u{201c}{text}\u{201d} could be {} or {}; {ASKS}",
                    long(dmy),
                    long(mdy)
                )
            }
            Self::NotIso => format!("\u{201c}{text}\u{201d} is not written year-month-day"),
        }
    }
}

fn date_of(text: &str, order: Option<DateOrder>) -> Result<NaiveDate, Wrong> {
    let mut parts: Vec<&str> = text
        .split([' ', '/', '.', '-', ','])
        .filter(|p| !p.is_empty())
        .collect();
    if parts.first().is_some_and(|p| named(p, &DAYS).is_some()) {
        parts.remove(0);
    }
    match parts[..] {
        [year, month, day] if year.len() == 4 && number(year).is_some() => {
            let month = number(month).or_else(|| named(month, &MONTHS));
            made(number(year), month, number(day))
        }
        [whole] if whole.len() == 8 && number(whole).is_some() && whole.is_ascii() => made(
            number(&whole[..4]),
            number(&whole[4..6]),
            number(&whole[6..]),
        ),
        [_, _, _] if order == Some(DateOrder::Iso) => Err(Wrong::NotIso),
        [day, month, last] if named(month, &MONTHS).is_some() => {
            made(Some(year(last, order)?), named(month, &MONTHS), number(day))
        }
        [month, day, last] if named(month, &MONTHS).is_some() => {
            made(Some(year(last, order)?), named(month, &MONTHS), number(day))
        }
        [a, b, last] => by_order(number(a), number(b), year(last, order)?, order),
        [a, b] => Err(without_year(a, b)),
        _ => Err(Wrong::NoDate),
    }
}

/// `3/4/2026`: by the order that was said, else only where it can be one day.
fn by_order(
    a: Option<u32>,
    b: Option<u32>,
    year: u32,
    order: Option<DateOrder>,
) -> Result<NaiveDate, Wrong> {
    let (dmy, mdy) = (made(Some(year), b, a), made(Some(year), a, b));
    match (order, dmy, mdy) {
        (Some(DateOrder::Mdy), _, day) | (Some(DateOrder::Dmy | DateOrder::Iso), day, _) => day,
        (_, Ok(one), Ok(other)) if one != other => Err(Wrong::TwoDays(one, other)),
        (_, Ok(day), _) | (_, _, Ok(day)) => Ok(day),
        (_, Err(why), _) => Err(why),
    }
}

fn without_year(a: &str, b: &str) -> Wrong {
    let (day, month) = match (named(a, &MONTHS), named(b, &MONTHS)) {
        (None, Some(month)) => (a, month),
        (Some(month), None) => (b, month),
        _ => return Wrong::NoDate,
    };
    // a leap year, so that only days that never exist are called so
    match made(Some(2024), Some(month), number(day)) {
        Err(Wrong::NoSuchDay(day)) => Wrong::NoSuchDay(day.trim_end_matches(" 2024").to_owned()),
        Ok(_) => Wrong::NoYear,
        Err(other) => other,
    }
}

fn made(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Result<NaiveDate, Wrong> {
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(Wrong::NoDate);
    };
    let signed = i32::try_from(year).map_err(|_| Wrong::NoDate)?;
    let name = usize::try_from(month)
        .ok()
        .and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    let says = || match name {
        Some(name) => {
            let mut letters = name.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            format!(
                "{day} {}{} {year}",
                first.unwrap_or_default(),
                letters.as_str()
            )
        }
        None => format!("month {month}"),
    };
    NaiveDate::from_ymd_opt(signed, month, day)
        .filter(|_| (1900..2200).contains(&year))
        .ok_or_else(|| Wrong::NoSuchDay(says()))
}

/// A year of four digits; of two only when the order of the dates was said.
fn year(text: &str, order: Option<DateOrder>) -> Result<u32, Wrong> {
    let year = number(text).ok_or(Wrong::NoDate)?;
    match (text.len(), order) {
        (4, _) => Ok(year),
        (2, Some(_)) => Ok(2000 + year),
        (2, None) => Err(Wrong::ShortYear),
        _ => Err(Wrong::NoDate),
    }
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 8 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Which of some names a word of three or more letters begins, counted from 1.
fn named(word: &str, names: &[&str]) -> Option<u32> {
    let word = word.to_lowercase();
    let place = names
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(&word))?;
    u32::try_from(place + 1).ok()
}

/// `17:00`, `17:00:59.1`, `5:00 PM`, each with or without a zone behind it.
fn time_of(text: &str) -> Option<NaiveTime> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.'))
        .unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let mut parts = clock.split(':');
    let hour = number(parts.next()?)?;
    let minute = number(parts.next()?)?;
    let seconds_fit = parts.all(|p| p.split('.').all(|n| n.bytes().all(|b| b.is_ascii_digit())));
    let rest = rest.trim().to_lowercase();
    let hour = match (&rest[..], hour) {
        (half, 1..=12) if half.starts_with("am") => hour % 12,
        (half, 1..=12) if half.starts_with("pm") => hour % 12 + 12,
        _ => hour,
    };
    let zone = rest
        .trim_start_matches("am")
        .trim_start_matches("pm")
        .trim();
    let is_zone = zone.is_empty()
        || matches!(zone, "z" | "utc" | "gmt")
        || (zone.starts_with(['+', '-'])
            && zone[1..].bytes().all(|b| b.is_ascii_digit() || b == b':'));
    (seconds_fit && is_zone)
        .then(|| NaiveTime::from_hms_opt(hour, minute, 0))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, order: Option<DateOrder>, expect: &str) {
        let found = match when(text, order) {
            Ok(when) => when.to_string(),
            Err(says) => says,
        };
        assert_eq!(found, expect, "{text:?} {order:?}");
    }

    #[test]
    fn dates_that_can_be_one_day_only() {
        check("2026-03-01", None, "2026-03-01");
        check("2026/3/1", None, "2026-03-01");
        check("20260301", None, "2026-03-01");
        check("2026-03-01T17:05:09.123Z", None, "2026-03-01 17:05");
        check("2026-03-01 17:05 +02:00", None, "2026-03-01 17:05");
        check("27 Nov 2026", None, "2026-11-27");
        check("Nov 27, 2026", None, "2026-11-27");
        check("Fri, 27 November 2026 5:00 PM", None, "2026-11-27 17:00");
        check("27.11.2026", None, "2026-11-27");
        check("11/27/2026 12:30 am", None, "2026-11-27 00:30");
        check("4/4/2026", None, "2026-04-04");
    }

    #[test]
    fn an_order_that_was_said_is_followed() {
        check("03/04/2026", Some(DateOrder::Dmy), "2026-04-03");
        check("03/04/2026", Some(DateOrder::Mdy), "2026-03-04");
        check(
            "01/Mar/26 5:00 PM",
            Some(DateOrder::Dmy),
            "2026-03-01 17:00",
        );
        check("2026-03-04", Some(DateOrder::Mdy), "2026-03-04");
        check(
            "03/04/2026",
            Some(DateOrder::Iso),
            "“03/04/2026” is not written year-month-day",
        );
        check("13/14/2026", Some(DateOrder::Dmy), "there is no month 14");
    }

    #[test]
    fn what_is_no_day_says_why() {
        check(
            "03/04/2026",
            None,
            "“03/04/2026” could be 3 April 2026 or 4 March 2026; say the order of the dates (dmy or mdy)",
        );
        check("32 March", None, "there is no 32 March");
        check("32 March 2026", None, "there is no 32 March 2026");
        check("30 Feb 2026", None, "there is no 30 February 2026");
        check("29 Feb", None, "“29 Feb” has no year");
        check(
            "01/02/26",
            None,
            "“01/02/26” has a year of two digits; say the order of the dates (dmy or mdy)",
        );
        check("0026-01-01", None, "there is no 1 January 26");
        check("tomorrow", None, "“tomorrow” is not a date");
        check("2026-03-01 25:00", None, "“2026-03-01 25:00” is not a date");
        check("45000", None, "“45000” is not a date");
        check(":", None, "“:” is not a date");
        check("é:é", None, "“é:é” is not a date");
        check("", None, "“” is not a date");
    }
}
