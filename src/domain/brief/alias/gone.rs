//! The names of somebody who is forgotten, to be taken out of every text that stays.

use std::collections::BTreeSet;

use super::called::called;
use super::{Aliases, Person, SOMEBODY};
use crate::domain::RecordId;
use crate::domain::relationship::{Party, Relationship};

/// What stands for a group or an institution that is forgotten.
const SOMETHING: &str = "something";

impl Aliases {
    /// Of one who is forgotten, by every value their record ever had, the newest first. What others go by too is no
    /// longer their name alone, and stays.
    pub fn of_one<'a>(
        values: impl IntoIterator<Item = &'a Relationship>,
        others: impl IntoIterator<Item = &'a Relationship>,
    ) -> Self {
        let mut values = values.into_iter().peekable();
        let Some(newest) = values.peek().copied() else {
            return Self::default();
        };
        let shared: BTreeSet<_> = others
            .into_iter()
            .flat_map(called)
            .map(|called| called.words.to_lowercase())
            .collect();
        let own: BTreeSet<_> = values.flat_map(called).collect();
        let own = own
            .into_iter()
            .filter(|called| !shared.contains(&called.words.to_lowercase()));
        let gone = Person {
            id: RecordId::default(),
            name: newest.name.clone(),
            alias: stand_in(newest),
        };
        Self {
            people: vec![gone],
            names: own.map(|called| (called, vec![0])).collect(),
        }
        .in_order()
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        let before = self.people.len();
        self.people.extend(other.people);
        let moved = |bearers: Vec<usize>| bearers.into_iter().map(|nth| nth + before).collect();
        let names = other.names.into_iter();
        self.names
            .extend(names.map(|(called, bearers)| (called, moved(bearers))));
        self.in_order()
    }
}

fn stand_in(one: &Relationship) -> String {
    match (one.alias.trim(), one.party) {
        ("", Party::Person) => SOMEBODY.to_owned(),
        ("", Party::Group | Party::Institution) => SOMETHING.to_owned(),
        (alias, _) => alias.to_owned(),
    }
}
