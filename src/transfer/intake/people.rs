//! Who is meant by the names in a foreign file: those that it names on purpose, and those that its words mention.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Held, Item, Survey, identity};
use crate::domain::relationship::{Party, Relationship, Role};
use crate::domain::text::fold;
use crate::domain::{Record, RecordId};

/// A relationship that a foreign file names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The name, as it is to stand in the journal.
    pub name: String,
    /// Other names it may be known by here (an address, a handle).
    pub handles: Vec<String>,
    /// The role of a relationship that has to be made.
    pub role: Role,
    /// Its kind of party.
    pub party: Party,
    /// Its own identity, where the file holds one of ours.
    pub id: Option<RecordId>,
    /// Whether it is only mentioned: then it is meant when the journal, or another row of the file, knows exactly one
    /// by that name, and it is never made.
    pub mentioned: bool,
}

impl Named {
    /// Words of a text that may name somebody.
    pub fn mention(words: &str) -> Self {
        Self {
            name: words.to_owned(),
            mentioned: true,
            ..Self::default()
        }
    }

    /// By what a survey remembers whom it means.
    pub(super) fn key(&self) -> RecordId {
        let name = fold(&self.name);
        match self.id {
            _ if self.mentioned => identity(["mention", name.as_str()]),
            Some(id) => identity(["named", id.to_string().as_str()]),
            None => identity(["relationship", name.as_str()]),
        }
    }

    /// The relationship that it is, or would be: the one with its own identity, the one it is known as, or a new one.
    fn stands_for(&self, held: &Held<'_>) -> RecordId {
        let derived = identity(["relationship", fold(&self.name).as_str()]);
        let own = self.id.map(|id| (id, (held.record)(id)));
        if let Some((id, Some(Record::Relationship(_)))) = own {
            return id;
        }
        let called = std::iter::once(&self.name).chain(&self.handles);
        let known = |name: &String| held.relationship(name, derived);
        let new = match own {
            Some((id, None)) => id,
            _ => derived,
        };
        called.into_iter().find_map(known).unwrap_or(new)
    }

    pub(super) fn relationship(&self, since: NaiveDate) -> Record {
        Record::Relationship(Relationship {
            name: self.name.clone(),
            role: self.role,
            party: self.party,
            handles: self.handles.clone(),
            since,
            ..Relationship::default()
        })
    }

    fn names(&self) -> Vec<&str> {
        let names = std::iter::once(&self.name).chain(&self.handles);
        names.map(String::as_str).collect()
    }
}

/// Finds out who the names of an item are, before the mentions of any item are looked at.
pub(super) fn meet(item: &Item, held: &Held<'_>, survey: &mut Survey) {
    let day = item.record.noun().since().day;
    for named in item.with.iter().filter(|named| !named.mentioned) {
        let who = match survey.people.get(&named.key()) {
            Some(who) => *who,
            None => named.stands_for(held),
        };
        let made = named.relationship(day);
        if (held.record)(who).is_none() {
            if !made.faults().is_empty() {
                continue;
            }
            if (held.erased)(who) {
                if !survey.erased.contains(&who) {
                    survey.compare(who, &made, held, false, &|_, new| new.clone());
                }
            } else {
                let since = survey.since.entry(who).or_insert(day);
                *since = day.min(*since);
            }
        }
        survey.people.insert(named.key(), who);
    }
}

/// Finds out who the mentions of an item are, once all names are met; `made` are those that the journal does not know yet.
pub(super) fn recognise(
    item: &Item,
    made: &HashMap<RecordId, &Named>,
    held: &Held<'_>,
    survey: &mut Survey,
) {
    for named in item.with.iter().filter(|named| named.mentioned) {
        if survey.people.contains_key(&named.key()) {
            continue;
        }
        if let Some(who) = meant(&named.name, made, held) {
            survey.people.insert(named.key(), who);
        }
    }
    if whos(item, survey).is_empty() {
        // what the journal knows of it already stands, whoever it was told by
        let there = match (held.record)(item.id) {
            Some(Record::Commitment(one)) => Some(one.who),
            _ => None,
        };
        survey
            .people
            .extend(there.map(|who: RecordId| (item.id, who)));
    }
    let day = item.record.noun().since().day;
    for who in whos(item, survey) {
        if let Some(since) = survey.since.get_mut(&who) {
            *since = day.min(*since);
        }
    }
}

/// Whom an item is with. What can be with one only is with the one that is named, or with the only one mentioned.
pub(super) fn whos(item: &Item, survey: &Survey) -> Vec<RecordId> {
    let of = |mentioned: bool| {
        let mut found = Vec::new();
        for named in item.with.iter().filter(|n| n.mentioned == mentioned) {
            if let Some(who) = survey.people.get(&named.key())
                && !found.contains(who)
            {
                found.push(*who);
            }
        }
        found
    };
    let (mut named, mentioned) = (of(false), of(true));
    if !matches!(item.record, Record::Commitment(_)) {
        named.extend(mentioned);
        let mut seen = std::collections::HashSet::new();
        named.retain(|who| seen.insert(*who));
        return named;
    }
    named.truncate(1);
    if named.is_empty() && mentioned.len() == 1 {
        return mentioned;
    }
    if named.is_empty() {
        named.extend(survey.people.get(&item.id));
    }
    named
}

/// How well words name somebody: by a whole name, by whole words of the name, or not. The start of a word is not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Not,
    Words,
    Whole,
}

fn fit(names: &[&str], words: &str) -> Fit {
    let plain = |name: &str| fold(name.trim_start_matches('@'));
    if names.iter().any(|name| plain(name) == words) {
        return Fit::Whole;
    }
    let name = names.first().map(|name| plain(name)).unwrap_or_default();
    let has = |word: &str| name.split(' ').any(|part| part == word);
    if words.split(' ').all(has) {
        Fit::Words
    } else {
        Fit::Not
    }
}

/// The one relationship that words of a text name.
fn meant(words: &str, made: &HashMap<RecordId, &Named>, held: &Held<'_>) -> Option<RecordId> {
    let whole = fold(words.trim_start_matches('@'));
    let spaced = fold(&whole.replace(['-', '_', '.'], " "));
    [whole, spaced]
        .iter()
        .filter(|words| !words.is_empty())
        .find_map(|words| named_by(words, made, held))
}

fn named_by(words: &str, made: &HashMap<RecordId, &Named>, held: &Held<'_>) -> Option<RecordId> {
    let here = held.names.find(words).ok();
    let here = here.map(|id| match (held.record)(id) {
        Some(Record::Relationship(one)) => {
            let others = [one.name.as_str(), one.alias.as_str()].into_iter();
            let others: Vec<_> = others
                .chain(one.handles.iter().map(String::as_str))
                .collect();
            (id, fit(&others, words))
        }
        _ => (id, Fit::Not),
    });
    if let Some((id, Fit::Whole)) = here {
        return Some(id);
    }
    let new = |fits: Fit| -> Vec<RecordId> {
        let of = made.iter().filter(|(_, n)| fit(&n.names(), words) == fits);
        of.map(|(id, _)| *id).collect()
    };
    if let [one] = new(Fit::Whole).as_slice() {
        return Some(*one);
    }
    match (here, new(Fit::Words).as_slice()) {
        (Some((id, Fit::Words)), []) => Some(id),
        (Some((_, Fit::Not)), [one]) => Some(*one),
        (None, [one]) if !held.names.fits_several(words) => Some(*one),
        _ => None,
    }
}
