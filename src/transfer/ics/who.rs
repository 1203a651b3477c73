//! With whom an event is: two people of whom exactly one is known here, or a title that says so.

use crate::domain::RecordId;
use crate::domain::relationship::{Party, Role};
use crate::domain::text::fold;
use crate::error::{Error, Result};
use crate::transfer::intake::{Choice, Held, Named, shown};

use super::read::{Event, Someone};

/// Why somebody is left out: nobody in it is known here.
pub(super) const NOBODY: &str = "nobody who is known here";
const MANY: &str = "more than two people";
const BOTH: &str = "two who are both known here (--me says which is you)";
const OTHERS: &str = "people of whom none is you";
const NONE: &str = "nobody else in it";

/// Whom a meeting is with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum With {
    /// Somebody of the journal.
    Known(RecordId),
    /// Somebody who was named by a flag and is made where missing.
    Named(Named),
}

/// Who the user is, and whom a file is with as far as flags say.
#[derive(Debug, Clone, Default)]
pub(super) struct Company {
    /// Addresses and names of the user, folded; those that were said.
    me: Vec<String>,
    /// What the calendar calls itself: its owner's address, in some.
    own: Option<String>,
    /// Whom it is with when it does not say.
    who: Option<Named>,
}

impl Company {
    /// From the flags, and from what the calendar says of itself.
    ///
    /// # Errors
    /// A role or a party that is none.
    pub fn of(choice: &Choice, outside: &[String]) -> Result<Self> {
        let name = outside.iter().find_map(|line| {
            let (property, words) = line.split_once(':')?;
            property
                .eq_ignore_ascii_case("X-WR-CALNAME")
                .then_some(words)
        });
        let mut who: Option<Named> = None;
        let mut made = Named::default();
        for set in &choice.table.flags.set {
            match set.split_once('=') {
                Some(("who", name)) => {
                    who = Some(Named {
                        name: name.trim().to_owned(),
                        ..Named::default()
                    });
                }
                Some(("role", word)) => {
                    made.role = Role::from_word(word.trim()).ok_or_else(|| unfit("role", word))?;
                }
                Some(("party", word)) => {
                    made.party =
                        Party::from_word(word.trim()).ok_or_else(|| unfit("party", word))?;
                }
                _ => {}
            }
        }
        Ok(Self {
            me: choice.me.iter().map(|me| fold(me)).collect(),
            own: name.filter(|n| n.contains('@')).map(|n| fold(n.trim())),
            who: who.map(|named| Named {
                role: made.role,
                party: made.party,
                ..named
            }),
        })
    }

    /// Whom an event is with.
    ///
    /// # Errors
    /// Why it is not a one-on-one of mine, in a few words.
    pub fn with(&self, event: &Event, held: &Held<'_>) -> std::result::Result<With, &'static str> {
        let people = &event.people;
        if people.len() > 2 {
            return Err(MANY);
        }
        let others: Vec<_> = people.iter().filter(|one| !self.is_me(one)).collect();
        if people.len() == 2 && others.len() == 2 && !self.me.is_empty() {
            return Err(OTHERS);
        }
        if people.len() == 2 {
            let known: Vec<_> = others.iter().filter_map(|one| someone(one, held)).collect();
            match known.as_slice() {
                [one] => return Ok(With::Known(*one)),
                [one, other] if one == other => return Ok(With::Known(*one)),
                [_, _, ..] => return Err(BOTH),
                [] => {}
            }
        }
        let title = title(&event.summary);
        if title.names.is_empty() && people.len() < 2 && !title.says {
            return Err(NONE);
        }
        let mut known: Vec<_> = title
            .names
            .iter()
            .filter(|name| !self.me.contains(&fold(name)))
            .filter_map(|name| called(name, held))
            .collect();
        known.dedup();
        match known.as_slice() {
            [one] => Ok(With::Known(*one)),
            [] => match &self.who {
                Some(named) if title.says || people.len() == 2 => Ok(With::Named(named.clone())),
                _ if !title.says && people.len() < 2 => Err(NONE),
                _ => Err(NOBODY),
            },
            _ => Err(BOTH),
        }
    }

    /// Whom a task is with: the one who is known in it, else whom the flag says.
    pub fn of_task(
        &self,
        event: &Event,
        held: &Held<'_>,
    ) -> std::result::Result<With, &'static str> {
        let others = event.people.iter().filter(|one| !self.is_me(one));
        let mut known: Vec<_> = others.filter_map(|one| someone(one, held)).collect();
        known.dedup();
        // "Priya: send the draft"
        if known.is_empty()
            && let Some((name, _)) = event.summary.split_once(':')
        {
            known.extend(called(name.trim(), held));
        }
        match (known.as_slice(), &self.who) {
            ([one], _) => Ok(With::Known(*one)),
            ([], Some(named)) => Ok(With::Named(named.clone())),
            ([], None) => Err(NOBODY),
            _ => Err(BOTH),
        }
    }

    fn is_me(&self, one: &Someone) -> bool {
        let (address, name) = (fold(&one.address), fold(&one.name));
        let mine = self.me.iter().chain(&self.own);
        mine.filter(|me| !me.is_empty())
            .any(|me| *me == address || *me == name)
    }
}

fn unfit(field: &str, word: &str) -> Error {
    Error::usage(format!(
        "--set {field}: \u{201c}{}\u{201d} is not one of its words",
        shown(word)
    ))
}

/// Somebody whom the journal knows by the address, by the name, or by an address that is the name.
fn someone(one: &Someone, held: &Held<'_>) -> Option<RecordId> {
    let local = one.address.split('@').next().unwrap_or_default();
    let spelled = local.replace(['.', '_'], " ");
    [one.address.as_str(), one.name.as_str(), &spelled]
        .into_iter()
        .filter(|name| !name.trim().is_empty())
        .find_map(|name| held.relationship(name, RecordId::default()))
}

/// Somebody whom a title names: in full, or by a whole word of a name that fits nobody else.
fn called(name: &str, held: &Held<'_>) -> Option<RecordId> {
    if name.trim().is_empty() {
        return None;
    }
    held.relationship(name, RecordId::default()).or_else(|| {
        let found = held.names.find(name).ok()?;
        let known = fold(&held.names.name(found)?);
        known
            .split(' ')
            .any(|word| word == fold(name))
            .then_some(found)
    })
}

/// What a title tells.
#[derive(Debug, Default, PartialEq, Eq)]
struct Title {
    /// Whether it says that it is a one-on-one.
    says: bool,
    /// Who could be named.
    names: Vec<String>,
}

/// What calendars call a one-on-one.
const SAYS: [&str; 12] = [
    "one-on-one",
    "one on one",
    "one-to-one",
    "1-on-1",
    "1 on 1",
    "1on1",
    "1-to-1",
    "1-2-1",
    "1:1",
    "1-1",
    "1x1",
    "o3",
];
/// Words beside the name that are none.
const BESIDE: [&str; 16] = [
    "with",
    "w/",
    "weekly",
    "biweekly",
    "fortnightly",
    "monthly",
    "meeting",
    "sync",
    "catch-up",
    "catchup",
    "check-in",
    "our",
    "my",
    "the",
    "me",
    "call",
];

fn title(summary: &str) -> Title {
    let mut rest = format!(" {} ", summary.to_lowercase());
    let mut says = false;
    for word in SAYS {
        let Some(at) = rest.find(word) else {
            continue;
        };
        let (before, after) = (&rest[..at], &rest[at + word.len()..]);
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        if apart(before.chars().next_back()) && apart(after.chars().next()) {
            says = true;
            rest = format!("{before} {after}");
            break;
        }
    }
    for mark in ["<->", "<>", "|", "&", "+", "\u{2194}", " and "] {
        rest = rest.replace(mark, "/");
    }
    let rest = rest.replace("w/", " ");
    says |= rest.contains('/')
        && rest
            .split('/')
            .any(|part| matches!(part.trim(), "me" | "i"));
    let names: Vec<_> = rest.split('/').map(bare).collect();
    let is_pair = names.len() == 2 && names.iter().all(|n| !n.is_empty());
    let names = names.into_iter().filter(|n| !n.is_empty()).collect();
    Title {
        says,
        names: if says || is_pair { names } else { Vec::new() },
    }
}

/// A part of a title without the words and marks that are no name.
fn bare(part: &str) -> String {
    let words = part
        .split([' ', ':', ',', '(', ')', '[', ']'])
        .map(|w| w.trim_matches(['-', '\u{2013}', '\u{2014}', '.']))
        .filter(|w| w.contains(char::is_alphanumeric) && !BESIDE.contains(w));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_whom_a_meeting_is_with() {
        let check = |summary: &str, says: bool, names: &[&str]| {
            let found = title(summary);
            assert_eq!(found.says, says, "{summary}");
            assert_eq!(found.names, names, "{summary}");
        };
        check("1:1 Priya", true, &["priya"]);
        check("One-on-one with Priya Nair", true, &["priya nair"]);
        check("Priya / Lena 1:1", true, &["priya", "lena"]);
        check("Priya <> me", true, &["priya"]);
        check("Priya <-> Lena", false, &["priya", "lena"]);
        check("Weekly 1-on-1 w/ Jonas", true, &["jonas"]);
        check("1:1", true, &[]);
        check("Planning", false, &[]);
        check("Sprint 11:15 review", false, &[]);
        check("A/B/C tests", false, &[]);
    }
}
