//! Initials for everybody a journal ever knew: unique in it, and the same from day to day.

use std::collections::{BTreeMap, BTreeSet};

use super::called::{Called, called, part, small};
use super::{Aliases, Person};
use crate::domain::RecordId;
use crate::domain::relationship::Relationship;

/// How many words of a name give a letter.
const WORDS: usize = 3;

impl Aliases {
    /// Of everybody by every value that their record ever had: names, aliases, handles and, of people, each word of a name, in
    /// any order. Who came first keeps the plain initials; a later one of the same gets a number.
    pub fn initials(everybody: &[(RecordId, Vec<Relationship>)]) -> Self {
        let mut everybody: Vec<_> = everybody.iter().collect();
        // identities grow with time
        everybody.sort_by_key(|(id, _)| *id);
        let mut names: BTreeMap<Called, Vec<usize>> = BTreeMap::new();
        let mut people = Vec::new();
        for (id, values) in everybody {
            let own: BTreeSet<_> = values.iter().flat_map(known).collect();
            for called in own {
                names.entry(called).or_default().push(people.len());
            }
            people.push(Person {
                id: *id,
                name: values
                    .first()
                    .map(|one| one.name.clone())
                    .unwrap_or_default(),
                alias: String::new(),
            });
        }
        // initials that are somebody's name would be read as that
        let mut taken: BTreeSet<_> = names.keys().map(|one| small(&one.words)).collect();
        for person in &mut people {
            let letters = letters(&person.name);
            let mut tries = (1..).map(|n: usize| match n {
                1 => letters.clone(),
                n => format!("{letters}{n}"),
            });
            let free = tries.find(|tried| taken.insert(small(tried)));
            person.alias = free.unwrap_or_default();
        }
        let names = names.into_iter().collect();
        Self { people, names }.in_order()
    }
}

/// What somebody is called, in each of its parts.
fn known(one: &Relationship) -> Vec<Called> {
    let mut all = called(one);
    let alias = small(one.alias.trim());
    if !alias.is_empty() {
        all.push(Called {
            words: alias,
            exact: false,
        });
    }
    // `O'Brien` may be written as `O&#39;Brien`, `Jean-Luc` over two lines
    let words = one.name.split_whitespace();
    let parts = words.flat_map(|word| word.split(|c: char| !c.is_alphanumeric()).skip(1));
    if one.party == crate::domain::relationship::Party::Person {
        all.extend(parts.filter(|word| word.chars().count() > 2).map(part));
    }
    all
}

/// The first letters of the first words of a name.
fn letters(name: &str) -> String {
    let words = name.split_whitespace();
    let firsts = words.filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let letters: String = firsts.take(WORDS).flat_map(char::to_uppercase).collect();
    if letters.is_empty() {
        "X".to_owned()
    } else {
        letters
    }
}
