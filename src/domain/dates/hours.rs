//! Times of day: `17:00`, `5pm`, `5:30 pm`, `noon`, `midnight`.

use chrono::NaiveTime;

use super::now::Trouble;
use super::vocabulary::digits;

/// A time of day as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hour {
    /// To the minute.
    At(NaiveTime),
    /// Where one day ends and the next begins: only beside no day is it clear which.
    Midnight,
}

/// Takes a time of day off the end or the front of a phrase; what is left is the day.
pub(super) fn split<'a, 'b>(
    words: &'b [&'a str],
) -> Result<(Option<Hour>, &'b [&'a str]), Trouble> {
    for take in [2, 1] {
        if words.len() < take {
            continue;
        }
        let (front, tail) = words.split_at(words.len() - take);
        if let Some(hour) = hour(tail)? {
            return Ok((Some(hour), front));
        }
        let (head, back) = words.split_at(take);
        if let Some(hour) = hour(head)? {
            return Ok((Some(hour), back));
        }
    }
    match words {
        [day @ .., "at", n] | ["at", n, day @ ..] => match digits(n, 2) {
            Some(n) if n < 24 => bare(n).map(|hour| (Some(hour), day)),
            _ => Ok((None, words)),
        },
        _ => Ok((None, words)),
    }
}

/// `at 17` is clear, `at 5` is not.
fn bare(n: u32) -> Result<Hour, Trouble> {
    if (1..=12).contains(&n) {
        let (morning, evening) = (n % 12, n % 12 + 12);
        return Err(Trouble::wrong(format!(
            "\u{201c}at {n}\u{201d} could be {morning:02}:00 or {evening:02}:00: write one of them"
        )));
    }
    time(n, 0, &n.to_string()).map(Hour::At)
}

fn hour(words: &[&str]) -> Result<Option<Hour>, Trouble> {
    match words {
        ["at" | "@", one] => hour(&[one]),
        ["noon" | "midday"] => time(12, 0, "noon").map(|t| Some(Hour::At(t))),
        ["midnight"] => Ok(Some(Hour::Midnight)),
        [one] => match (one.strip_suffix("am"), one.strip_suffix("pm")) {
            (Some(digits), _) => halved(digits, "am"),
            (_, Some(digits)) => halved(digits, "pm"),
            (None, None) => colon(one),
        },
        _ => Ok(None),
    }
}

/// `5pm`, `5:30pm`.
fn halved(text: &str, half: &str) -> Result<Option<Hour>, Trouble> {
    let Some((hours, minutes)) = parts(text).or_else(|| Some((digits(text, 2)?, 0))) else {
        return Ok(None);
    };
    if !(1..=12).contains(&hours) {
        return Err(Trouble::wrong(format!(
            "\u{201c}{text} {half}\u{201d} is no time: with {half} the hour lies between 1 and 12"
        )));
    }
    let hours = hours % 12 + if half == "pm" { 12 } else { 0 };
    time(hours, minutes, text).map(|t| Some(Hour::At(t)))
}

/// `17:00`.
fn colon(text: &str) -> Result<Option<Hour>, Trouble> {
    parts(text)
        .map(|(hours, minutes)| time(hours, minutes, text).map(Hour::At))
        .transpose()
}

fn parts(text: &str) -> Option<(u32, u32)> {
    let (hours, minutes) = text.split_once(':')?;
    if minutes.len() != 2 {
        return None;
    }
    Some((digits(hours, 2)?, digits(minutes, 2)?))
}

fn time(hours: u32, minutes: u32, text: &str) -> Result<NaiveTime, Trouble> {
    NaiveTime::from_hms_opt(hours, minutes, 0).ok_or_else(|| {
        Trouble::wrong(format!(
            "\u{201c}{text}\u{201d} is no time of day: they run from 00:00 to 23:59"
        ))
    })
}
