//! From typed words to a filter: the terms, their keys and their faults.

use chrono::{Days, NaiveDate};

use super::vocabulary::{self, KEYS};
use super::{Ask, Filter, Span, Term};
use crate::domain::commitment::Stake;
use crate::domain::dates::{self, Lean};
use crate::domain::fields::{Fault, Reading};
use crate::domain::record::{Kind, Side};
use crate::domain::text;

/// One term as it was typed.
#[derive(Debug, Default)]
struct Typed {
    not: bool,
    /// What stands before the operator, and the operator; a term without a key has none.
    key: Option<(String, &'static str)>,
    /// What stands after it, quotes taken off.
    value: String,
    quoted: bool,
}

/// Longest first, so that `<=` is not read as `<`.
const OPERATORS: &[&str] = &["<=", ">=", "<", ">", ":", "="];

pub(super) fn filter(text: &str, with: &Reading<'_>) -> Result<Filter, Vec<Fault>> {
    let mut filter = Filter::default();
    let mut faults = Vec::new();
    for read in split(text) {
        match read.and_then(|typed| asked(&typed, with)) {
            Ok(ask) => filter.terms.push(ask),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        Ok(filter)
    } else {
        Err(faults)
    }
}

/// The terms of a query, apart from one another.
fn split(text: &str) -> Vec<Result<Typed, Fault>> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (typed, left) = term(rest);
        terms.push(typed);
        rest = left.trim_start();
    }
    terms
}

/// Takes one term off the front; what is left is always shorter.
fn term(text: &str) -> (Result<Typed, Fault>, &str) {
    let mut typed = Typed::default();
    let mut rest = text;
    if let Some(after) = rest.strip_prefix('-')
        && after.starts_with(|c: char| !c.is_whitespace())
    {
        typed.not = true;
        rest = after;
    }
    if let Some((key, operator, after)) = keyed(rest) {
        typed.key = Some((key.to_lowercase(), operator));
        rest = after;
    }
    if let Some(after) = rest.strip_prefix(is_quote) {
        typed.quoted = true;
        let Some(end) = after.find(is_quote) else {
            let says = "the quote is not closed: write \u{201c}\"\u{201d} after its last word";
            return (Err(Fault::new("", says)), "");
        };
        after[..end].clone_into(&mut typed.value);
        let left = &after[end..];
        return (Ok(typed), left.strip_prefix(is_quote).unwrap_or(left));
    }
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    rest[..end].clone_into(&mut typed.value);
    (Ok(typed), &rest[end..])
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}')
}

/// A key is letters before an operator; `10:30` and `a<b` inside words have none that is known.
fn keyed(text: &str) -> Option<(&str, &'static str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let (key, rest) = text.split_at(end);
    let operator = OPERATORS.iter().find(|op| rest.starts_with(**op))?;
    (!key.is_empty()).then(|| (key, *operator, &rest[operator.len()..]))
}

fn asked(typed: &Typed, with: &Reading<'_>) -> Result<Term, Fault> {
    let ask = match &typed.key {
        Some((key, operator)) => keyed_ask(key, operator, &typed.value, with)?,
        None => bare(typed)?,
    };
    Ok(Term {
        not: typed.not,
        ask,
    })
}

fn keyed_ask(key: &str, operator: &str, value: &str, with: &Reading<'_>) -> Result<Ask, Fault> {
    let value = value.trim();
    let name = known(key)?;
    if value.is_empty() {
        return Err(Fault::new(name, format!("{key}{operator} needs a value")));
    }
    if name != "due" && !matches!(operator, ":" | "=") {
        return Err(Fault::new(
            name,
            format!("{key} is written with a colon, such as {key}:{value}; only due knows < and >"),
        ));
    }
    Ok(match name {
        "who" => {
            let found = with.names.find(value);
            Ask::Who(found.map_err(|says| Fault::new("who", says))?)
        }
        "kind" => Ask::Kind(kinds(value)?),
        "is" => state(value)?,
        "side" => Ask::Side(side(value)?),
        "tag" => tag(value)?,
        "stake" => Ask::Stake(stake(value)?),
        "due" => Ask::Due(due(operator, value, with)?),
        day => Ask::Day(stands(day, value, with)?),
    })
}

/// The key by all its names.
fn known(key: &str) -> Result<&'static str, Fault> {
    let plain = match key {
        "with" => "who",
        "state" | "status" => "is",
        "day" => "on",
        other => other,
    };
    if let Some(name) = KEYS.iter().find(|k| **k == plain) {
        return Ok(name);
    }
    let could = text::nearest(key, KEYS.iter().copied())
        .map_or_else(|| format!("keys are {}", KEYS.join(", ")), meant);
    Err(Fault::new(
        "",
        format!(
            "\u{201c}{}\u{201d} is no key: {could}; put quotes around words to search them as they stand",
            text::line(key)
        ),
    ))
}

fn meant(word: &str) -> String {
    format!("did you mean {word}?")
}

/// A term without a key: a tag, a side, words.
fn bare(typed: &Typed) -> Result<Ask, Fault> {
    let words = text::runs(&typed.value).join(" ");
    if !typed.quoted {
        if typed.value.starts_with('#') {
            return tag(&typed.value);
        }
        if let Some(side) = Side::from_word(&words) {
            return Ok(Ask::Side(side));
        }
    }
    if words.is_empty() {
        return Err(Fault::new(
            "",
            format!(
                "\u{201c}{}\u{201d} holds no word to search",
                text::line(&typed.value)
            ),
        ));
    }
    Ok(Ask::Words {
        text: words,
        phrase: typed.quoted,
    })
}

fn unknown<'a>(
    field: &'static str,
    what: &str,
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Fault {
    let known: Vec<_> = known.into_iter().collect();
    let could = text::nearest(&word.to_lowercase(), known.iter().copied())
        .map_or_else(|| format!("it is one of {}", known.join(", ")), meant);
    Fault::new(
        field,
        format!("\u{201c}{}\u{201d} is no {what}: {could}", text::line(word)),
    )
}

fn commas(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|w| !w.is_empty())
}

fn kinds(value: &str) -> Result<Vec<Kind>, Fault> {
    let mut kinds = Vec::new();
    for word in commas(value) {
        let kind = vocabulary::kind(word)
            .ok_or_else(|| unknown("kind", "kind", word, Kind::WORDS.iter().copied()))?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        return Err(Fault::new("kind", "kind: needs a kind, such as kind:note"));
    }
    Ok(kinds)
}

fn state(value: &str) -> Result<Ask, Fault> {
    match value.to_lowercase().as_str() {
        "overdue" => return Ok(Ask::Overdue),
        "moved" => return Ok(Ask::Moved),
        "mine" => return Ok(Ask::Side(Side::Mine)),
        "theirs" => return Ok(Ask::Side(Side::Theirs)),
        _ => {}
    }
    let mut states = Vec::new();
    for word in commas(value) {
        let word = word.to_lowercase();
        if matches!(word.as_str(), "overdue" | "moved") {
            return Err(Fault::new(
                "is",
                format!("is:{word} stands alone: write it as a term of its own"),
            ));
        }
        let known = || {
            vocabulary::states()
                .into_iter()
                .chain(["overdue", "moved", "settled"])
        };
        let found =
            vocabulary::states_of(&word).ok_or_else(|| unknown("is", "state", &word, known()))?;
        for state in found {
            if !states.contains(&state) {
                states.push(state);
            }
        }
    }
    if states.is_empty() {
        return Err(Fault::new("is", "is: needs a state, such as is:open"));
    }
    Ok(Ask::State(states))
}

fn side(value: &str) -> Result<Side, Fault> {
    match value.to_lowercase().as_str() {
        "mine" | "me" | "my" => Ok(Side::Mine),
        "theirs" | "them" | "their" => Ok(Side::Theirs),
        other => Err(unknown("side", "side", other, Side::WORDS.iter().copied())),
    }
}

fn tag(value: &str) -> Result<Ask, Fault> {
    let tag = text::fold(value.trim_matches(|c| c == '#' || is_quote(c)));
    if tag.is_empty() {
        return Err(Fault::new("tag", "# needs its tag, such as #budget"));
    }
    Ok(Ask::Tag(tag))
}

fn stake(value: &str) -> Result<Stake, Fault> {
    Stake::from_word(&value.to_lowercase())
        .ok_or_else(|| unknown("stake", "stake", value, Stake::WORDS.iter().copied()))
}

/// One day of a term.
fn day(
    field: &'static str,
    text: &str,
    lean: Lean,
    with: &Reading<'_>,
) -> Result<NaiveDate, Fault> {
    dates::day(text, with.now, lean).map_err(|says| Fault::new(field, format!("{field}: {says}")))
}

/// `mon..fri`, or one day for both ends.
fn days(field: &'static str, value: &str, lean: Lean, with: &Reading<'_>) -> Result<Span, Fault> {
    let (first, last) = value.split_once("..").unwrap_or((value, value));
    let (from, to) = (
        day(field, first, lean, with)?,
        day(field, last, lean, with)?,
    );
    if to < from {
        return Err(Fault::new(
            field,
            format!("{field}: {from} lies after {to}; write the earlier day first"),
        ));
    }
    Ok(Span {
        from: Some(from),
        to: Some(to),
    })
}

fn due(operator: &str, value: &str, with: &Reading<'_>) -> Result<Span, Fault> {
    if matches!(operator, ":" | "=") {
        return days("due", value, Lean::Future, with);
    }
    let day = day("due", value, Lean::Future, with)?;
    let from = |from| Span { from, to: None };
    let to = |to| Span { from: None, to };
    Ok(match operator {
        "<" => to(day.checked_sub_days(Days::new(1))),
        "<=" => to(Some(day)),
        ">" => from(day.checked_add_days(Days::new(1))),
        _ => from(Some(day)),
    })
}

/// `on:`, `before:`, `after:`, `since:`, `until:`.
fn stands(key: &'static str, value: &str, with: &Reading<'_>) -> Result<Span, Fault> {
    if key == "on" {
        return days(key, value, Lean::Past, with);
    }
    let day = day(key, value, Lean::Past, with)?;
    let (from, to) = match key {
        "before" => (None, day.checked_sub_days(Days::new(1))),
        "after" => (day.checked_add_days(Days::new(1)), None),
        "since" => (Some(day), None),
        _ => (None, Some(day)),
    };
    Ok(Span { from, to })
}
