//! A whole phrase: its words, the time of day in it, the day that is left, and the moment both make.

use chrono::{Datelike, Days, NaiveDateTime, NaiveTime};

use super::Lean;
use super::calendar::{self, Found};
use super::days;
use super::hours::{self, Hour};
use super::now::{Now, Trouble};
use super::vocabulary::{FILLERS, INTRODUCTIONS, KNOWN};
use crate::domain::text;
use crate::domain::value::When;

/// The longest phrase that is looked at; the longest that is understood is far shorter.
const LONGEST: usize = 80;

/// Reads a phrase.
pub(in crate::domain) fn read(
    phrase: &str,
    at: NaiveDateTime,
    lean: Lean,
) -> Result<When, Trouble> {
    let now = Now { at, lean };
    if phrase.chars().count() > LONGEST {
        return Err(Trouble::unknown("that is too long for a day"));
    }
    let words = split(phrase);
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    let skipped = words
        .iter()
        .take_while(|w| INTRODUCTIONS.contains(w))
        .count();
    // an "at" stays: it says that the number after it is an hour
    let skipped = skipped - usize::from(skipped > 0 && words[skipped - 1] == "at");
    words.drain(..skipped);
    words.retain(|w| !FILLERS.contains(w));
    if words.is_empty() || words == ["at"] {
        return Err(Trouble::unknown(
            "a day is needed, such as fri, in 2 weeks or 2026-03-01",
        ));
    }
    let when = moment(&words, now)?.ok_or_else(|| not_understood(phrase, &words))?;
    calendar::bounds(when.day.year())?;
    Ok(when)
}

/// Lower-case words, without the punctuation that ends them, `2026-03-01T17:00` in two and `5 p.m.` in one.
fn split(phrase: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in phrase.to_lowercase().replace(',', " ").split_whitespace() {
        let numeric = word.starts_with(|c: char| c.is_ascii_digit());
        if let Some((day, time)) = word.split_once('t').filter(|(day, time)| {
            numeric && day.len() == 10 && time.contains(':') && day.contains('-')
        }) {
            words.extend([day.to_owned(), time.to_owned()]);
        } else if let ("am" | "a.m." | "pm" | "p.m.", Some(hour)) = (
            word,
            words
                .last_mut()
                .filter(|w| w.ends_with(|c: char| c.is_ascii_digit())),
        ) {
            hour.push_str(&word.replace('.', ""));
        } else if numeric {
            words.push(word.to_owned());
        } else {
            words.push(word.trim_end_matches('.').to_owned());
        }
    }
    words
}

fn moment(words: &[&str], now: Now) -> Result<Option<When>, Trouble> {
    if let Some(instant) = days::instant(words, now) {
        return instant.map(Some);
    }
    let (hour, rest) = hours::split(words)?;
    let rest = match rest {
        ["at", day @ ..] if !day.is_empty() => day,
        rest => rest,
    };
    let Some(hour) = hour else {
        let found = days::day(rest, now).transpose()?;
        return Ok(found.map(|found| When::day(found.day)));
    };
    if rest.is_empty() {
        return Ok(Some(alone(hour, now)));
    }
    let Some(found) = days::day(rest, now).transpose()? else {
        return Ok(None);
    };
    together(found, hour, now).map(Some)
}

/// A time without a day leans.
fn alone(hour: Hour, now: Now) -> When {
    let time = match hour {
        Hour::At(time) => time,
        Hour::Midnight => NaiveTime::MIN,
    };
    let day = match now.lean {
        _ if now.admits(time) => Some(now.today()),
        Lean::Future => now.today().checked_add_days(Days::new(1)),
        Lean::Past => now.today().checked_sub_days(Days::new(1)),
    };
    When {
        day: day.unwrap_or(now.today()),
        time: Some(time),
    }
}

fn together(found: Found, hour: Hour, now: Now) -> Result<When, Trouble> {
    let time = match hour {
        Hour::At(time) => time,
        Hour::Midnight => {
            let after = found.day.succ_opt().unwrap_or(found.day);
            return Err(Trouble::wrong(format!(
                "midnight could be {} 00:00, as the day begins, or {after} 00:00, as it ends: write one of them",
                found.day
            )));
        }
    };
    let passed = found.day == now.today() && !now.admits(time);
    let day = if passed { found.next(now.lean) } else { None };
    Ok(When {
        day: day.unwrap_or(found.day),
        time: Some(time),
    })
}

/// The sentence for words that are no day, with the word that was most likely meant.
fn not_understood(phrase: &str, words: &[&str]) -> Trouble {
    let shown = text::line(phrase.trim());
    if let [one] = words
        && one.bytes().all(|b| b.is_ascii_digit())
    {
        return Trouble::unknown(format!(
            "\u{201c}{shown}\u{201d} is only a number: write a day such as 5th, 5 mar or in 5 days, or a time such as 17:00"
        ));
    }
    let mut unknown = words.iter().copied().filter(|w| !KNOWN.contains(w));
    let meant = unknown.find_map(|word| Some((word, text::nearest(word, KNOWN.iter().copied())?)));
    match meant {
        Some((word, known)) => Trouble {
            says: format!(
                "\u{201c}{shown}\u{201d} is not a day: did you mean {}?",
                words.join(" ").replace(word, known)
            ),
            // a long word with a slip in it is hardly anything else; a short one may be a name
            is_date: words.len() == 1 && word.chars().count() >= 7,
        },
        None => Trouble::unknown(format!(
            "\u{201c}{shown}\u{201d} is not a day: write it like fri, in 2 weeks, 1 mar or 2026-03-01"
        )),
    }
}
