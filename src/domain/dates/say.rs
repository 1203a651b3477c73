//! Days in words, as screens and lines show them.

use chrono::{Datelike, NaiveDate};

use crate::domain::value::When;

/// A day beside today, in words: `today`, `yesterday`, `in 5 days`, `3 weeks ago`, `14 months ago`.
///
/// Days up to 13, whole weeks up to two months, whole months up to two years, then whole years; never rounded up.
pub fn beside(day: NaiveDate, today: NaiveDate) -> String {
    let ahead = day > today;
    let days = (day - today).num_days().unsigned_abs();
    let (earlier, later) = if ahead { (today, day) } else { (day, today) };
    let months = u64::from(whole_months(earlier, later));
    match (days, ahead) {
        (0, _) => return "today".to_owned(),
        (1, true) => return "tomorrow".to_owned(),
        (1, false) => return "yesterday".to_owned(),
        _ => {}
    }
    let span = if days < 14 {
        count(days, "day")
    } else if months < 2 {
        count(days / 7, "week")
    } else if months < 24 {
        count(months, "month")
    } else {
        count(months / 12, "year")
    };
    if ahead {
        format!("in {span}")
    } else {
        format!("{span} ago")
    }
}

/// How a date stands to a due date: `3 days late`, `2 days early`, `on the day`.
pub fn against(due: NaiveDate, done: NaiveDate) -> String {
    let days = (done - due).num_days();
    let span = count(days.unsigned_abs(), "day");
    match days {
        0 => "on the day".to_owned(),
        1.. => format!("{span} late"),
        _ => format!("{span} early"),
    }
}

/// A day in a list: `27 Nov`, with its year when it is not this one (`27 Nov 2025`).
pub fn short(day: NaiveDate, today: NaiveDate) -> String {
    let form = if day.year() == today.year() {
        "%-d %b"
    } else {
        "%-d %b %Y"
    };
    day.format(form).to_string()
}

/// A moment ahead: `today 10:00`, `tomorrow`, `Tue 10:00` within a week, else `Tue 8 Dec 10:00`.
pub fn ahead(when: When, today: NaiveDate) -> String {
    let day = match (when.day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => when.day.format("%a").to_string(),
        _ => format!("{} {}", when.day.format("%a"), short(when.day, today)),
    };
    when.time.map_or(day.clone(), |time| {
        format!("{day} {}", time.format("%H:%M"))
    })
}

/// A moment with its weekday, its year and its distance: `Thu 26 Nov 2026 12:00, in 4 days`.
pub fn whole(when: When, today: NaiveDate) -> String {
    let time = when
        .time
        .map_or_else(String::new, |t| t.format(" %H:%M").to_string());
    format!(
        "{}{time}, {}",
        when.day.format("%a %-d %b %Y"),
        beside(when.day, today)
    )
}

/// How many of a thing: `1 day`, `3 days`.
fn count(n: u64, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}

/// Calendar months that have passed whole.
fn whole_months(earlier: NaiveDate, later: NaiveDate) -> u32 {
    later
        .years_since(earlier)
        .map_or(0, |years| years * 12 + months_of_the_year(earlier, later))
}

fn months_of_the_year(earlier: NaiveDate, later: NaiveDate) -> u32 {
    let begun = u32::from(later.day() < earlier.day());
    (later.month() + 24 - earlier.month() - begun) % 12
}
