//! The rhythm of a line: `every friday`, `every 2 weeks`, `weekly` at the end.

use crate::domain::commitment::Commitment;
use crate::domain::fields::{Fault, Reading};
use crate::domain::repeat::{self, Repeat};

/// Words that say how often, and not what.
const SIGNS: &[&str] = &["every", "each", "repeats"];

/// The longest rhythm in words after its sign: `monthly on the 31st`.
const LONGEST: usize = 4;

/// Takes the rhythm out of the words. A weekday or a day of the month stays there as the date that it is due on first.
pub(super) fn take(words: &mut Vec<String>) -> Result<Option<Repeat>, Fault> {
    let lower: Vec<String> = words.iter().map(|word| bare(word).to_lowercase()).collect();
    let signs = (0..lower.len()).rev();
    for start in signs.filter(|n| SIGNS.contains(&lower[*n].as_str())) {
        if let Some(repeat) = on_a_day(words, &lower, start)? {
            return Ok(Some(repeat));
        }
        let ends = (start + 2..=lower.len().min(start + 1 + LONGEST)).rev();
        for end in ends {
            let phrase: Vec<&str> = lower[start..end].iter().map(String::as_str).collect();
            let phrase = phrase.strip_prefix(&["repeats"]).unwrap_or(&phrase);
            if let Some(repeat) = Repeat::of_words(phrase) {
                no_end(&lower[end..])?;
                words.drain(start..end);
                return Ok(Some(repeat));
            }
        }
    }
    Ok(at_the_end(words, &lower))
}

/// `every friday`, `every 15th`: the sign becomes the word that introduces the day.
fn on_a_day(words: &mut [String], lower: &[String], start: usize) -> Result<Option<Repeat>, Fault> {
    let Some(day) = lower.get(start + 1) else {
        return Ok(None);
    };
    let of_month = day.len() > 2
        && day
            .trim_end_matches(char::is_alphabetic)
            .parse::<u8>()
            .is_ok()
        && ["st", "nd", "rd", "th"]
            .iter()
            .any(|end| day.ends_with(end));
    let repeat = if repeat::weekday(day).is_some() {
        Repeat::WEEKLY
    } else if of_month {
        Repeat::MONTHLY
    } else {
        return Ok(None);
    };
    let rest = lower.get(start + 2..).unwrap_or_default();
    let another = match rest {
        [and, next, ..] if and == "and" || and == "or" => Some(next),
        [next, ..] if words[start + 1].ends_with(',') => Some(next),
        _ => None,
    };
    if another.is_some_and(|next| repeat::weekday(next).is_some()) {
        let says = "a rhythm has one weekday: write a commitment for each of them";
        return Err(Fault::new("repeats", says));
    }
    no_end(rest)?;
    "by".clone_into(&mut words[start]);
    Ok(Some(repeat))
}

/// A rhythm goes on until it is stopped; an end that was typed would be lost without a word.
fn no_end(rest: &[String]) -> Result<(), Fault> {
    match rest.first().map(String::as_str) {
        Some("until" | "till") => Err(Fault::new(
            "repeats",
            "what repeats has no last day: leave it out, and stop it when it is over",
        )),
        _ => Ok(()),
    }
}

/// `send the report weekly`: one word at the very end.
fn at_the_end(words: &mut Vec<String>, lower: &[String]) -> Option<Repeat> {
    let [.., before, last] = lower else {
        return None;
    };
    let held = ["a", "the", "be", "is", "and", "or", "of", "for"].contains(&before.as_str());
    let repeat = Repeat::of_words(&[last]).filter(|_| !held)?;
    words.pop();
    Some(repeat)
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(['.', ',', ';'])
}

/// The first due of a commitment that repeats and names none.
pub(super) fn settle(one: &mut Commitment, with: &Reading<'_>) {
    let Some(repeat) = one.repeats else { return };
    if one.due.is_none() {
        one.due = repeat.first(with.now.date());
    }
}
