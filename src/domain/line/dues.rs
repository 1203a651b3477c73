//! The dates of a line: when it is due, when to ask.

use chrono::NaiveDate;

use crate::domain::dates::{self, Lean, Trouble};
use crate::domain::fields::{Fault, Reading};
use crate::domain::value::When;

/// The dates of a line.
#[derive(Debug, Default)]
pub(super) struct Dues {
    pub(super) due: Option<When>,
    pub(super) check_by: Option<NaiveDate>,
}

/// Words that say that a date follows. What follows the first five and is an impossible date is a fault;
/// "on" and "at" may be followed by anything.
const INTRODUCTIONS: &[&str] = &["by", "due", "until", "till", "before", "on", "at"];
const CERTAIN: usize = 5;

/// Words after which a date at the end of a line belongs to the text: "the report for friday".
const HOLDING: &[&str] = &[
    "for", "from", "of", "about", "since", "after", "than", "to", "every", "each", "and", "or",
    "this", "last", "next", "until", "between", "version", "chapter", "the", "a", "in",
];

/// The longest phrase of a date, and how many of the last introductions are looked at: a pasted page stays quick.
const LONGEST: usize = 7;
const LOOKED_AT: usize = 12;

/// A date found in the words.
struct Phrase {
    start: usize,
    end: usize,
    when: When,
}

/// Takes the dates out of the words.
pub(super) fn take(words: &mut Vec<String>, with: &Reading<'_>) -> Result<Dues, Fault> {
    let check_by = check_by(words, with)?;
    let due = due(words, with)?;
    Ok(Dues { due, check_by })
}

fn check_by(words: &mut Vec<String>, with: &Reading<'_>) -> Result<Option<NaiveDate>, Fault> {
    let lower = |n: usize| words.get(n).map(|w: &String| w.to_lowercase());
    let starts = (1..words.len())
        .find(|n| lower(*n).as_deref() == Some("check") && lower(n + 1).as_deref() == Some("by"));
    let Some(start) = starts else {
        return Ok(None);
    };
    for end in ends(start + 2, words.len()) {
        match read(&words[start + 2..end], with) {
            Ok(When { day, time: None }) => {
                words.drain(start..end);
                return Ok(Some(day));
            }
            Ok(_) => {
                return Err(Fault::new("check_by", "check by a day, without a time"));
            }
            Err(trouble) if trouble.is_date => return Err(Fault::new("check_by", trouble.says)),
            Err(_) => {}
        }
    }
    Ok(None)
}

fn due(words: &mut Vec<String>, with: &Reading<'_>) -> Result<Option<When>, Fault> {
    let mut introduced: Vec<usize> = (0..words.len())
        .filter(|n| introduction(&words[*n]).is_some())
        .collect();
    introduced.drain(..introduced.len().saturating_sub(LOOKED_AT));
    let after_word = introduced
        .iter()
        .filter_map(|start| after(words, *start, with));
    let found = after_word
        .chain(at_the_end(words, with))
        .max_by_key(|phrase| (phrase.end - phrase.start, phrase.start));
    let taken = found
        .as_ref()
        .map_or(0..0, |phrase| phrase.start..phrase.end);
    for start in introduced.iter().filter(|start| !taken.contains(start)) {
        certain_trouble(words, *start, with)?;
    }
    words.drain(taken);
    Ok(found.map(|phrase| phrase.when))
}

fn introduction(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    INTRODUCTIONS.iter().position(|known| *known == word)
}

/// The longest date after an introducing word. "at" must reach the end: "at 5" inside a sentence may be anything.
fn after(words: &[String], start: usize, with: &Reading<'_>) -> Option<Phrase> {
    let word = words[start].to_lowercase();
    ends(start + 1, words.len())
        .filter(|end| word != "at" || *end == words.len())
        .find_map(|end| {
            let when = read(&words[start..end], with).ok()?;
            // "extend it by 2 weeks" says how far, not when
            let far = word != "due" && is_bare_span(&words[start + 1..end], with);
            (!far).then_some(Phrase { start, end, when })
        })
}

/// The longest date that ends the line without a word that introduces it.
fn at_the_end(words: &[String], with: &Reading<'_>) -> Option<Phrase> {
    let end = words.len();
    (end.saturating_sub(LONGEST)..end).find_map(|start| {
        let phrase = &words[start..];
        let first = phrase[0].to_lowercase();
        let before = start.checked_sub(1).map(|n| words[n].to_lowercase());
        let held = before.is_some_and(|w| HOLDING.contains(&w.as_str()));
        if held || is_filler(&first) || introduction(&first).is_some() || !is_plain_date(phrase) {
            return None;
        }
        let when = read(phrase, with).ok()?;
        let fits = when.day >= with.now.date() && !is_bare_span(phrase, with);
        fits.then_some(Phrase { start, end, when })
    })
}

fn is_filler(word: &str) -> bool {
    matches!(word, "the" | "of" | "now" | "a")
}

/// One word with digits may be a version or a count: alone it is a date only with its year, or a time of day.
fn is_plain_date(phrase: &[String]) -> bool {
    let [one] = phrase else { return true };
    let numeric = one.starts_with(|c: char| c.is_ascii_digit());
    let half = one.to_lowercase();
    !numeric || one.len() >= 8 || one.contains(':') || half.ends_with("am") || half.ends_with("pm")
}

/// `2 weeks`, `3d`: a span that does not say from when.
fn is_bare_span(phrase: &[String], with: &Reading<'_>) -> bool {
    dates::read(&format!("in {}", phrase.join(" ")), with.now, Lean::Future).is_ok()
}

/// A fault, when what follows the word is a date that cannot be, or could be two.
fn certain_trouble(words: &[String], start: usize, with: &Reading<'_>) -> Result<(), Fault> {
    if introduction(&words[start]).is_none_or(|n| n >= CERTAIN) {
        return unclear_hour(words, start, with);
    }
    for end in ends(start + 1, words.len()) {
        let phrase = &words[start + 1..end];
        match read(phrase, with) {
            Ok(_) => return Ok(()),
            Err(trouble) if trouble.is_date && !is_name(phrase, with) => {
                return Err(Fault::new("due", trouble.says));
            }
            Err(_) => {}
        }
    }
    Ok(())
}

/// "tomorrow at 5" asks which five; in the middle of a sentence, and before anything but an hour, "at" is only a word.
fn unclear_hour(words: &[String], start: usize, with: &Reading<'_>) -> Result<(), Fault> {
    let hour = words.get(start + 1).is_some_and(|w| {
        let hour = w.trim_end_matches(['.', ',', '!']);
        !hour.is_empty() && hour.len() < 3 && hour.bytes().all(|b| b.is_ascii_digit())
    });
    if hour && words[start].eq_ignore_ascii_case("at") && words.len() - start <= LONGEST {
        match read(&words[start..], with) {
            Err(trouble) if trouble.is_date => return Err(Fault::new("due", trouble.says)),
            _ => {}
        }
    }
    Ok(())
}

/// May and April are people, too.
fn is_name(phrase: &[String], with: &Reading<'_>) -> bool {
    let capital = phrase
        .iter()
        .all(|w| w.starts_with(|c: char| c.is_uppercase()));
    let words = phrase.join(" ");
    capital && (with.names.find(&words).is_ok() || with.names.fits_several(&words))
}

/// Where a phrase that starts here may end, the longest first.
fn ends(start: usize, len: usize) -> impl Iterator<Item = usize> {
    (start + 1..=len.min(start + LONGEST)).rev()
}

/// Reads a phrase, with the punctuation that ends a part of a sentence or without it.
fn read(words: &[String], with: &Reading<'_>) -> Result<When, Trouble> {
    let phrase = words.join(" ");
    let read = |text: &str| dates::read(text, with.now, Lean::Future);
    read(&phrase).or_else(|trouble| {
        let bare = phrase.trim_end_matches(['.', ',', ';', ':', '!']);
        if bare.len() == phrase.len() {
            Err(trouble)
        } else {
            read(bare)
        }
    })
}
