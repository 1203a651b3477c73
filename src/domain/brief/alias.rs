//! Names to aliases, on request (`figures.md` A9.8): in every line of a brief, as whole words, the longest name first.

use std::collections::{BTreeMap, BTreeSet};

use super::Brief;
use crate::domain::relationship::{Party, Relationship};

/// What stands for whom. Names that two people share stand for "somebody".
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    /// Each with its alias, the longest name first.
    names: Vec<(Called, String)>,
}

/// What somebody is called in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Called {
    words: String,
    /// A single word of a name means somebody only as it is written: May is not may.
    exact: bool,
}

const SOMEBODY: &str = "somebody";
/// A group or an institution that is forgotten.
const SOMETHING: &str = "something";

impl Aliases {
    /// Of relationships: their names and handles and, of people, each word of the name.
    pub fn of<'a>(everybody: impl IntoIterator<Item = &'a Relationship>) -> Self {
        let mut names: BTreeMap<Called, String> = BTreeMap::new();
        for one in everybody {
            let Some(alias) = alias(one) else { continue };
            for called in called(one) {
                names
                    .entry(called)
                    .and_modify(|known| {
                        if *known != alias {
                            SOMEBODY.clone_into(known);
                        }
                    })
                    .or_insert_with(|| alias.to_owned());
            }
        }
        let mut names: Vec<_> = names.into_iter().collect();
        names.sort_by_key(|(called, _)| std::cmp::Reverse(called.words.chars().count()));
        Self { names }
    }

    /// Of one who is forgotten, by every value their record ever had, the newest first. What others go by too is no
    /// longer their name alone and stays.
    pub fn of_one<'a>(
        values: impl IntoIterator<Item = &'a Relationship>,
        others: impl IntoIterator<Item = &'a Relationship>,
    ) -> Self {
        let mut values = values.into_iter().peekable();
        let stand_in = match values.peek() {
            Some(newest) => alias(newest).unwrap_or(SOMETHING).to_owned(),
            None => return Self::default(),
        };
        let shared: BTreeSet<_> = others
            .into_iter()
            .flat_map(called)
            .map(|called| called.words.to_lowercase())
            .collect();
        let own: BTreeSet<_> = values.flat_map(called).collect();
        let mut names: Vec<_> = own
            .into_iter()
            .filter(|called| !shared.contains(&called.words.to_lowercase()))
            .map(|called| (called, stand_in.clone()))
            .collect();
        names.sort_by_key(|(called, _)| std::cmp::Reverse(called.words.chars().count()));
        Self { names }
    }

    /// Both together, the longest name first.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.names.extend(other.names);
        self.names
            .sort_by_key(|(called, _)| std::cmp::Reverse(called.words.chars().count()));
        self
    }

    /// A text with every name replaced.
    pub fn hide(&self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        let mut within = false;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let found = (!within).then(|| self.at(rest)).flatten();
            let taken = if let Some((bytes, alias)) = found {
                hidden.push_str(alias);
                bytes
            } else {
                hidden.push(c);
                c.len_utf8()
            };
            within = found.is_none() && c.is_alphanumeric();
            rest = &rest[taken..];
        }
        hidden
    }

    /// The name that a text begins with: its bytes and its alias.
    fn at(&self, text: &str) -> Option<(usize, &str)> {
        self.names
            .iter()
            .find_map(|one| begins(text, &one.0).map(|n| (n, one.1.as_str())))
    }
}

impl Brief {
    /// The brief with every name replaced; the other side's own must have its alias.
    #[must_use]
    pub fn hidden(mut self, aliases: &Aliases) -> Self {
        self.name = aliases.hide(&self.name);
        for line in self.sections.iter_mut().flat_map(|s| &mut s.lines) {
            line.text = aliases.hide(&line.text);
        }
        self
    }
}

/// `None`: a group or an institution without one keeps its name, which names no person.
fn alias(one: &Relationship) -> Option<&str> {
    match (one.alias.trim(), one.party) {
        ("", Party::Person) => Some(SOMEBODY),
        ("", Party::Group | Party::Institution) => None,
        (alias, _) => Some(alias),
    }
}

fn called(one: &Relationship) -> Vec<Called> {
    let whole = std::iter::once(&one.name).chain(&one.handles);
    let mut called: Vec<_> = whole
        .map(|words| words.trim().trim_start_matches('@').to_lowercase())
        .filter(|words| !words.is_empty())
        .map(|words| Called {
            words,
            exact: false,
        })
        .collect();
    if one.party == Party::Person {
        let parts = one.name.split_whitespace();
        called.extend(
            parts
                .filter(|word| word.chars().count() > 1)
                .map(|word| Called {
                    words: word.to_owned(),
                    exact: true,
                }),
        );
    }
    called
}

/// How many bytes of a text are the name that it begins with, if it does and the name ends there.
fn begins(text: &str, called: &Called) -> Option<usize> {
    let mut left = text.char_indices();
    let mut end = 0;
    for wanted in called.words.chars() {
        let (at, c) = left.next()?;
        let same = if called.exact {
            c == wanted
        } else {
            c == wanted || c.to_lowercase().eq(std::iter::once(wanted))
        };
        if !same {
            return None;
        }
        end = at + c.len_utf8();
    }
    let ends = left.next().is_none_or(|(_, c)| !c.is_alphanumeric());
    ends.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, alias: &str) -> Relationship {
        Relationship {
            name: name.into(),
            alias: alias.into(),
            handles: vec![format!("@{}01", name[..1].to_lowercase())],
            ..Relationship::default()
        }
    }

    #[test]
    fn whole_names_and_their_words_are_replaced() {
        let process = Relationship {
            name: "Release process".into(),
            party: Party::Institution,
            ..Relationship::default()
        };
        let team = [
            person("Priya Nair", "P."),
            person("Ana Costa", "A."),
            person("Ana Silva", "S."),
            person("May Lindqvist", ""),
            process,
        ];
        let aliases = Aliases::of(&team);
        let check = |text: &str, expect: &str| assert_eq!(aliases.hide(text), expect, "{text}");
        check("send Priya Nair the draft", "send P. the draft");
        check("PRIYA NAIR and @p01", "P. and @P.");
        check("Priya's draft, for Nair.", "P.'s draft, for P..");
        check(
            "Ana said it, Ana Silva heard it",
            "somebody said it, S. heard it",
        );
        check("May may come in may", "somebody may come in may");
        check(
            "the release process is slow; release it",
            "the release process is slow; release it",
        );
        check(
            "Priyanka stays, so does Mayor",
            "Priyanka stays, so does Mayor",
        );
        check("", "");
    }
}
