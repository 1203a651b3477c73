//! The words of the grammar of days: weekdays, months, units, numbers.

use chrono::{Month, Weekday};

/// A unit of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// Words that are passed over between the others.
pub(super) const FILLERS: &[&str] = &["the", "of", "on", "by"];

/// Words in front of a day that say what it is for, not which it is.
pub(super) const INTRODUCTIONS: &[&str] = &["by", "on", "until", "till", "before", "due", "at"];

/// Every word worth a suggestion, the whole ones only.
pub(super) const KNOWN: &[&str] = &[
    "today",
    "tonight",
    "tomorrow",
    "yesterday",
    "noon",
    "midnight",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
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
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "next",
    "last",
    "this",
    "end",
    "start",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "day",
    "days",
    "hour",
    "hours",
    "quarter",
    "eom",
    "eow",
    "eoy",
    "eod",
    "ago",
    "now",
];

/// A weekday by its name or abbreviation.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

/// A month, 1 to 12, by its name or abbreviation.
pub(super) fn month(word: &str) -> Option<u32> {
    let known = word == "sept" || (word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase()));
    let word = if word == "sept" { "sep" } else { word };
    known
        .then(|| word.parse::<Month>().ok())
        .flatten()
        .map(|m| m.number_from_month())
}

/// A unit by its name, singular or plural, or its letters.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "min" | "mins" | "minute" | "minutes" => Unit::Minute,
        "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Hour,
        "d" | "day" | "days" => Unit::Day,
        "w" | "wk" | "wks" | "week" | "weeks" => Unit::Week,
        "mo" | "mos" | "mth" | "month" | "months" => Unit::Month,
        "q" | "quarter" | "quarters" => Unit::Quarter,
        "y" | "yr" | "yrs" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// A count, in digits (five at most) or in words up to twelve.
pub(super) fn number(word: &str) -> Option<i64> {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    if let Some(n) = WORDS.iter().position(|w| *w == word) {
        return i64::try_from(n + 1).ok();
    }
    digits(word, 5).map(i64::from)
}

/// Digits only, at most so many.
pub(super) fn digits(word: &str, most: usize) -> Option<u32> {
    let plain = !word.is_empty() && word.len() <= most && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

/// `1st`, `22nd`, `3rd`, `5th`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    digits(number, 2)
}

/// `1`, `01` or `1st`.
pub(super) fn day_number(word: &str) -> Option<u32> {
    ordinal(word).or_else(|| digits(word, 2))
}
