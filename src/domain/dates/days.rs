//! The grammar of days: each reader knows one form, and leaves the others to the next.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Timelike};

use super::Lean;
use super::calendar::{self, Again, Found};
use super::now::{Now, Trouble};
use super::vocabulary::{Unit, day_number, digits, month, number, ordinal, unit, weekday};
use crate::domain::value::When;

/// What a reader makes of the words; `None`: not its form.
type Reading<T> = Option<Result<T, Trouble>>;

/// Reads words that mean a day, their time of day taken off.
pub(super) fn day(words: &[&str], now: Now) -> Reading<Found> {
    match words {
        // "eod fri" is all of that day
        ["eod", rest @ ..] | ["end", "day", rest @ ..] | [rest @ .., "eod"] if !rest.is_empty() => {
            day(rest, now)
        }
        _ => named(words, now)
            .or_else(|| of_the_week(words, now))
            .or_else(|| span(words, now))
            .or_else(|| edge(words, now))
            .or_else(|| period(words, now))
            .or_else(|| dated(words, now)),
    }
}

/// Reads words that mean a moment by themselves: `now`, `in 2 hours`, `30 min ago`.
pub(super) fn instant(words: &[&str], now: Now) -> Reading<When> {
    let minutes = match words {
        ["now"] => 0,
        _ => match counted(words, now)? {
            (n, Unit::Minute) => n,
            (n, Unit::Hour) => n * 60,
            _ => return None,
        },
    };
    let at = now.at.checked_add_signed(Duration::minutes(minutes));
    let whole = |at: NaiveDateTime| at.time().with_second(0)?.with_nanosecond(0);
    Some(at.ok_or_else(far).map(|at| When {
        day: at.date(),
        time: whole(at),
    }))
}

fn far() -> Trouble {
    Trouble::wrong("that day lies too far away")
}

fn only(day: Option<NaiveDate>) -> Result<Found, Trouble> {
    day.map(Found::only).ok_or_else(far)
}

/// `today`, `tomorrow`, `yesterday`, `day after tomorrow`.
fn named(words: &[&str], now: Now) -> Reading<Found> {
    let days = match words {
        ["today" | "tonight" | "eod"] | ["end", "day"] => 0,
        ["tomorrow" | "tmr" | "tmrw"] => 1,
        ["yesterday"] => -1,
        ["day", "after", "tomorrow"] => 2,
        ["day", "before", "yesterday"] => -2,
        _ => return None,
    };
    Some(only(calendar::shift(now.today(), days, Unit::Day)))
}

/// `fri`, `this fri`, `next fri`, `last fri`, `fri next week`.
fn of_the_week(words: &[&str], now: Now) -> Reading<Found> {
    let today = now.today();
    let in_week = |name: &str, weeks: i64| {
        let (monday, _) = calendar::around(today, Unit::Week)?;
        let monday = calendar::shift(monday, weeks, Unit::Week)?;
        calendar::weekly(weekday(name)?, monday, Lean::Future)
    };
    match words {
        [name] | ["this" | "coming", name] => {
            let day = calendar::weekly(weekday(name)?, today, now.lean);
            Some(day.ok_or_else(far).map(|day| Found {
                day,
                again: Again::Weekly,
            }))
        }
        ["last" | "past", name] => {
            let yesterday = today.pred_opt()?;
            Some(only(calendar::weekly(
                weekday(name)?,
                yesterday,
                Lean::Past,
            )))
        }
        ["next", name] | [name, "next", "week"] | ["next", "week", name] => {
            weekday(name)?;
            Some(only(in_week(name, 1)))
        }
        [name, "last", "week"] | ["last", "week", name] => {
            weekday(name)?;
            Some(only(in_week(name, -1)))
        }
        [name, "this", "week"] | ["this", "week", name] => {
            weekday(name)?;
            Some(only(in_week(name, 0)))
        }
        _ => None,
    }
}

/// `2w`, `+10d`, `in 2 weeks`, `3 days ago`.
fn span(words: &[&str], now: Now) -> Reading<Found> {
    if let [glued] = words
        && let Some(n) = glued.trim_start_matches(['+', '-']).strip_suffix('m')
        && digits(n, 5).is_some()
    {
        return Some(Err(Trouble::wrong(format!(
            "\u{201c}{glued}\u{201d} could be minutes or months: write {n}min or {n}mo"
        ))));
    }
    let (n, unit) = counted(words, now)?;
    Some(only(calendar::shift(now.today(), n, unit)))
}

/// A span with its direction: said, or that of the lean.
fn counted(words: &[&str], now: Now) -> Option<(i64, Unit)> {
    let (words, way) = match words {
        ["in", rest @ ..] | [rest @ .., "from", "now" | "today"] => (rest, 1),
        [rest @ .., "ago"] => (rest, -1),
        rest => (rest, 0),
    };
    let (n, unit, signed) = match words {
        [n, name] => (number(n)?, unit(name)?, false),
        [glued] => self::glued(glued)?,
        _ => return None,
    };
    match (way, signed) {
        (0, true) => Some((n, unit)),
        (0, false) => Some((now.signed(n), unit)),
        (way, false) => Some((n * way, unit)),
        (_, true) => None,
    }
}

/// `2w`, `-3d`: the count, its unit, and whether it has a sign.
fn glued(word: &str) -> Option<(i64, Unit, bool)> {
    let (sign, plain) = match word.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, word.strip_prefix('+').unwrap_or(word)),
    };
    let letters = plain.find(|c: char| !c.is_ascii_digit())?;
    let (n, name) = plain.split_at(letters);
    let n = i64::from(digits(n, 5)?);
    Some((sign * n, unit(name)?, plain != word))
}

/// `end of month`, `eom`, `start of next month`, `end of march`.
fn edge(words: &[&str], now: Now) -> Reading<Found> {
    let (last, of): (bool, &[&str]) = match words {
        ["eow"] => (true, &["week"]),
        ["eom"] => (true, &["month"]),
        ["eoq"] => (true, &["quarter"]),
        ["eoy"] => (true, &["year"]),
        ["eoww"] | ["end", "work" | "working", "week"] | ["end", "workweek"] => {
            let sunday = calendar::around(now.today(), Unit::Week)?.1;
            return Some(only(calendar::shift(sunday, -2, Unit::Day)));
        }
        ["end", of @ ..] => (true, of),
        ["start" | "beginning", of @ ..] => (false, of),
        _ => return None,
    };
    let pick = |(first, final_day)| if last { final_day } else { first };
    let around = match of {
        [name] | ["this", name] if unit(name).is_some() => {
            calendar::around(now.today(), unit(name)?)?
        }
        [way @ ("next" | "last"), name] => {
            let unit = unit(name)?;
            let n = if *way == "next" { 1 } else { -1 };
            let (first, _) = calendar::around(now.today(), unit)?;
            calendar::around(calendar::shift(first, n, unit)?, unit)?
        }
        [name, year @ ..] if month(name).is_some() && year.len() < 2 => {
            return of_month(month(name)?, year.first().copied(), now, last);
        }
        [year] => {
            let year = digits(year, 4)?;
            let first = calendar::exact(year, 1, 1);
            match first {
                Ok(first) => calendar::around(first, Unit::Year)?,
                Err(trouble) => return Some(Err(trouble)),
            }
        }
        _ => return None,
    };
    Some(only(Some(pick(around))))
}

/// The first or the last day of a month, leaning when it has no year.
fn of_month(month: u32, year: Option<&str>, now: Now, last: bool) -> Reading<Found> {
    let edge_in = |year: u32| {
        let first = calendar::exact(year, month, 1)?;
        let (first, final_day) = calendar::around(first, Unit::Month).ok_or_else(far)?;
        Ok(if last { final_day } else { first })
    };
    if let Some(year) = year {
        return Some(edge_in(digits(year, 4)?).map(Found::only));
    }
    let this = u32::try_from(now.today().year()).ok()?;
    let years = match now.lean {
        Lean::Future => [this, this + 1],
        Lean::Past => [this, this.saturating_sub(1)],
    };
    let fits = |day: &NaiveDate| match now.lean {
        Lean::Future => *day >= now.today(),
        Lean::Past => *day <= now.today(),
    };
    Some(only(
        years
            .into_iter()
            .filter_map(|y| edge_in(y).ok())
            .find(|d| fits(d)),
    ))
}

/// `next week`, `last month`, `this week`.
fn period(words: &[&str], now: Now) -> Reading<Found> {
    let [way, name] = words else { return None };
    let unit = unit(name).filter(|u| !matches!(u, Unit::Minute | Unit::Hour))?;
    match *way {
        "next" => Some(only(calendar::shift(now.today(), 1, unit))),
        "last" | "past" => Some(only(calendar::shift(now.today(), -1, unit))),
        "this" => {
            let (first, last) = calendar::around(now.today(), unit)?;
            Some(only(Some(match now.lean {
                Lean::Future => last,
                Lean::Past => first,
            })))
        }
        _ => None,
    }
}

/// A day of the calendar, alone or beside its weekday (which must be right).
fn dated(words: &[&str], now: Now) -> Reading<Found> {
    let (name, rest) = match words {
        [name, rest @ ..] | [rest @ .., name] if weekday(name).is_some() && !rest.is_empty() => {
            (weekday(name)?, rest)
        }
        _ => return of_the_calendar(words, now),
    };
    let found = match of_the_calendar(rest, now)? {
        Ok(found) => found,
        Err(trouble) => return Some(Err(trouble)),
    };
    if found.day.weekday() == name {
        return Some(Ok(found));
    }
    Some(Err(Trouble::wrong(format!(
        "{} is a {}: leave the weekday out, or write another day",
        found.day,
        found.day.format("%A")
    ))))
}

fn of_the_calendar(words: &[&str], now: Now) -> Reading<Found> {
    match words {
        [one] => month_alone(one)
            .or_else(|| ordinal_alone(one, now))
            .or_else(|| written(one, now)),
        [a, b] => in_month(a, b, None, now),
        [a, b, year] => in_month(a, b, Some(year), now),
        _ => None,
    }
}

fn month_alone(word: &str) -> Reading<Found> {
    month(word).map(|m| {
        let name = calendar::name(m);
        Err(Trouble::wrong(format!(
            "{name} is a month: write a day in it, such as 1 {word}, or \u{201c}end of {word}\u{201d}"
        )))
    })
}

fn ordinal_alone(word: &str, now: Now) -> Reading<Found> {
    let dom = ordinal(word)?;
    let day = calendar::monthly(dom, now.today(), now.lean);
    let none = || Trouble::wrong(format!("no month near has a day {dom}"));
    Some(day.ok_or_else(none).map(|day| Found {
        day,
        again: Again::Monthly(dom),
    }))
}

/// `1 mar`, `march 1st`, either with a year.
fn in_month(a: &str, b: &str, year: Option<&str>, now: Now) -> Reading<Found> {
    let (month, day) = match (month(a), month(b)) {
        (Some(month), None) => (month, day_number(b)?),
        (None, Some(month)) => (month, day_number(a)?),
        _ => return None,
    };
    match year {
        Some(year) => Some(calendar::exact(digits(year, 4)?, month, day).map(Found::only)),
        None => Some(calendar::leaning(month, day, now)),
    }
}

/// One word with digits: `2026-03-01`, `20260301`, `24.12.2026`, `3/4`, `1-mar-2026`.
fn written(word: &str, now: Now) -> Reading<Found> {
    if word.len() == 8
        && let Some(n) = digits(word, 8)
    {
        return Some(calendar::exact(n / 10_000, n / 100 % 100, n % 100).map(Found::only));
    }
    let mark = word.chars().find(|c| matches!(c, '-' | '.' | '/'))?;
    let parts: Vec<&str> = word.trim_end_matches('.').split(mark).collect();
    match (mark, parts.as_slice()) {
        ('-' | '/', [year, month, day]) if year.len() == 4 => {
            let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
            Some(calendar::exact(year, month, day).map(Found::only))
        }
        ('-', [a, b, year]) if month(b).is_some() => in_month(a, b, Some(year), now),
        ('-', [a, b]) if month(b).is_some() => in_month(a, b, None, now),
        ('.', [day, month]) => Some(calendar::leaning(digits(month, 2)?, digits(day, 2)?, now)),
        ('.', [day, month, year]) => {
            let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
            Some(calendar::exact(year, month, day).map(Found::only))
        }
        ('/', [a, b]) => Some(either(word, digits(a, 2)?, digits(b, 2)?, |month, day| {
            calendar::leaning(month, day, now)
        })),
        ('-' | '/', [a, b, year]) => {
            let year = digits(year, 4)?;
            Some(either(word, digits(a, 2)?, digits(b, 2)?, |month, day| {
                calendar::exact(year, month, day).map(Found::only)
            }))
        }
        _ => None,
    }
}

/// Day first or month first: what only one reading makes a day of is that day, two different days ask.
fn either(
    word: &str,
    a: u32,
    b: u32,
    read: impl Fn(u32, u32) -> Result<Found, Trouble>,
) -> Result<Found, Trouble> {
    match (read(b, a), read(a, b)) {
        (Ok(one), Ok(other)) if one.day != other.day => Err(Trouble::wrong(format!(
            "\u{201c}{word}\u{201d} could be {} or {}: write one of them",
            one.day, other.day
        ))),
        (Ok(found), _) | (Err(_), Ok(found)) => Ok(found),
        (Err(trouble), Err(_)) => Err(trouble),
    }
}
