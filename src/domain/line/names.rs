//! Who promises whom: the forms that open a line and say it outright, then names inside the sentence.

use super::mention;
use super::parties::{NAME, Parties, find, is_nobody, plain, spelled};
use crate::domain::RecordId;
use crate::domain::fields::{Fault, Reading};
use crate::domain::noun::Side;

/// Takes the words that say who promises whom out of the words.
pub(super) fn take(
    words: &mut Vec<String>,
    about: Option<RecordId>,
    with: &Reading<'_>,
) -> Result<Parties, Fault> {
    if let Some(parties) = arrow(words, with)? {
        return Ok(parties);
    }
    if let Some(parties) = colon(words, about, with)? {
        return Ok(parties);
    }
    if let Some(parties) = they_will(words, with)? {
        return Ok(parties);
    }
    if let Some(parties) = i_will(words, with)? {
        return Ok(parties);
    }
    let found = mention::take(words, about, with)?;
    Ok(found.unwrap_or(Parties::promise(about, Side::Mine)))
}

/// `me -> Priya: …`, `Priya -> me: …`.
fn arrow(words: &mut Vec<String>, with: &Reading<'_>) -> Result<Option<Parties>, Fault> {
    let Some(at) = words.iter().take(NAME + 1).position(|w| w == "->") else {
        return Ok(None);
    };
    if at == 0 {
        return Ok(None);
    }
    if is_me(&words[..at]) {
        let right = &words[at + 1..];
        let colon = right.iter().take(NAME).position(|w| w.ends_with(':'));
        let (id, len) = match colon {
            Some(n) => (certain(&right[..=n], with)?, n + 1),
            None => longest(right, with)?,
        };
        words.drain(..=at + len);
        return Ok(Some(Parties::promise(Some(id), Side::Mine)));
    }
    if words.get(at + 1).is_none_or(|w| !is_me(&[w])) {
        return Err(Fault::new(
            "side",
            "one side of an arrow is me: me -> Priya: … or Priya -> me: …",
        ));
    }
    let id = certain(&words[..at], with)?;
    words.drain(..at + 2);
    Ok(Some(Parties::promise(Some(id), Side::Theirs)))
}

/// `Priya: …`, `from Priya: …`, `to Priya: …`, `I promise Priya: …`, `Priya promises me: …`.
fn colon(
    words: &mut Vec<String>,
    about: Option<RecordId>,
    with: &Reading<'_>,
) -> Result<Option<Parties>, Fault> {
    let Some(at) = words.iter().take(NAME + 2).position(|w| w.ends_with(':')) else {
        return Ok(None);
    };
    let head = &words[..=at];
    let lower: Vec<String> = head.iter().map(|w| plain(w).to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let all = head.len();
    let (name, side, asked) = match lower.as_slice() {
        ["me" | "i"] => {
            words.drain(..=at);
            return Ok(Some(Parties::promise(about, Side::Mine)));
        }
        ["from", _, ..] => (1..all, Side::Theirs, false),
        ["to" | "for", _, ..] => (1..all, Side::Mine, false),
        ["i", "ask" | "asked", _, ..] => (2..all, Side::Theirs, true),
        ["i", "promise" | "promised" | "owe", _, ..] => (2..all, Side::Mine, false),
        [_, .., "promises" | "promised", "me"] => (0..all - 2, Side::Theirs, false),
        [_, .., "asks" | "asked", "me"] => (0..all - 2, Side::Mine, true),
        _ => (0..all, Side::Theirs, false),
    };
    match find(&head[name.clone()], with) {
        Some(id) => {
            let id = id?;
            words.drain(..=at);
            Ok(Some(Parties {
                who: Some(id),
                side,
                asked,
            }))
        }
        // "Pryia: send me the numbers" names somebody; "Offsite: book rooms" in a relationship's own line need not
        None if about.is_none()
            && looks_like_a_name(&head[name.clone()])
            && !mentions(words, with) =>
        {
            certain(&words[name], with).map(|id| Some(Parties::promise(Some(id), side)))
        }
        None => Ok(None),
    }
}

fn mentions(words: &[String], with: &Reading<'_>) -> bool {
    matches!(
        mention::take(&mut words.to_vec(), None, with),
        Ok(Some(_)) | Err(_)
    )
}

/// The verbs by which others promise; what stands in brackets may be left out.
const THEY: &[&[&str]] = &[
    &["will"],
    &["promised", "me", "to"],
    &["promised", "to"],
    &["promises", "me", "to"],
    &["promises", "to"],
    &["agreed", "to"],
    &["owes", "me"],
    &["is", "going", "to"],
];

/// `Priya will …`, `Priya owes me …`.
fn they_will(words: &mut Vec<String>, with: &Reading<'_>) -> Result<Option<Parties>, Fault> {
    for len in (1..=NAME.min(words.len())).rev() {
        let (name, rest) = words.split_at(len);
        let short = name
            .last()
            .is_some_and(|w| w.ends_with("'ll") || w.ends_with("\u{2019}ll"));
        let verb = if short {
            Some(0)
        } else {
            THEY.iter().find(|verb| starts(rest, verb)).map(|v| v.len())
        };
        let Some(verb) = verb else { continue };
        if let Some(id) = find(name, with) {
            let id = id?;
            words.drain(..len + verb);
            return Ok(Some(Parties::promise(Some(id), Side::Theirs)));
        }
    }
    Ok(None)
}

/// `I will …` is only an opening; `I promised Priya to …`, `I owe Priya …` name somebody.
fn i_will(words: &mut Vec<String>, with: &Reading<'_>) -> Result<Option<Parties>, Fault> {
    let named = [["i", "promised"], ["i", "promise"], ["i", "owe"]];
    if named.iter().any(|verb| starts(words, verb)) {
        let capital = looks_like_a_name(words.get(2..3).unwrap_or_default());
        let (id, len) = match longest(&words[2..], with) {
            Ok(found) => found,
            Err(fault) if capital && with.names.fits_several(&spelled(&words[2..3])) => {
                return Err(fault);
            }
            Err(_) => return Ok(None),
        };
        words.drain(..2 + len);
        if words.first().is_some_and(|w| w.eq_ignore_ascii_case("to")) {
            words.remove(0);
        }
        return Ok(Some(Parties::promise(Some(id), Side::Mine)));
    }
    if starts(words, &["i", "will"]) {
        words.drain(..2);
    } else if starts(words, &["i'll"]) || starts(words, &["i\u{2019}ll"]) {
        words.remove(0);
    }
    Ok(None)
}

fn starts(words: &[String], with: &[&str]) -> bool {
    words.len() >= with.len() && words.iter().zip(with).all(|(w, v)| spoken(w) == *v)
}

/// A word in small letters, without the punctuation around it.
fn spoken(word: &str) -> String {
    word.trim_matches([',', ';', ':', '.']).to_lowercase()
}

fn is_me<W: AsRef<str>>(words: &[W]) -> bool {
    let [one] = words else { return false };
    matches!(
        plain(one.as_ref()).to_lowercase().as_str(),
        "me" | "i" | "myself"
    )
}

fn looks_like_a_name(words: &[String]) -> bool {
    (1..3).contains(&words.len())
        && words
            .iter()
            .all(|w| w.starts_with(|c: char| c.is_uppercase()))
}

/// Who these words name, where they certainly name somebody.
fn certain(words: &[String], with: &Reading<'_>) -> Result<RecordId, Fault> {
    with.names
        .find(&spelled(words))
        .map_err(|says| Fault::new("who", says))
}

/// The longest name that the words begin with, and its length.
fn longest(words: &[String], with: &Reading<'_>) -> Result<(RecordId, usize), Fault> {
    let most = NAME.min(words.len());
    for len in (1..=most).rev() {
        if let Some(Ok(id)) = find(&words[..len], with) {
            return Ok((id, len));
        }
    }
    let first = &words[..most.min(1)];
    if is_nobody(first) {
        return Err(Fault::new("who", "nobody is named".to_owned()));
    }
    certain(first, with).map(|id| (id, 1))
}
