//! One card as a person, a group or an institution: what is taken of it, cleaned, and how it joins what is there.

use std::collections::BTreeMap;

use calcard::vcard::{VCard, VCardEntry, VCardKind, VCardProperty, VCardValue};

use crate::domain::Record;
use crate::domain::relationship::{Party, Relationship};
use crate::domain::text::{self, fold};

/// What a card says of somebody.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub name: String,
    pub handles: Vec<String>,
    pub uid: Option<String>,
    /// What it is, when it is a place or a thing.
    pub no_party: Option<String>,
    party: Party,
    teams: Vec<String>,
    title: String,
    /// Names to fall back on: of N, of the company.
    structured: String,
    company: String,
}

/// The most characters a handle or a team may have; longer ones are nothing that anybody types.
const LONGEST: usize = 200;
/// The most handles and teams of one card.
const MOST: usize = 50;

impl Person {
    /// Reads a card; what is not taken is counted.
    pub fn read(card: &VCard, left: &mut BTreeMap<&'static str, u64>) -> Self {
        let mut person = Self::default();
        for entry in &card.entries {
            person.take(entry, left);
        }
        let first = |from: &[String]| from.first().cloned().unwrap_or_default();
        let instead = [
            person.structured.clone(),
            first(
                &person
                    .handles
                    .iter()
                    .filter(|h| !h.contains('@'))
                    .cloned()
                    .collect::<Vec<_>>(),
            ),
            person.company.clone(),
            first(&person.handles),
        ];
        if person.name.is_empty() {
            person.name = instead
                .into_iter()
                .find(|n| !n.is_empty())
                .unwrap_or_default();
        }
        if person.party == Party::Person
            && person.structured.is_empty()
            && person.name == person.company
        {
            // a card of a company alone
            person.party = Party::Institution;
        }
        let name = fold(&person.name);
        person.handles.retain(|h| fold(h) != name);
        person
    }

    fn take(&mut self, entry: &VCardEntry, left: &mut BTreeMap<&'static str, u64>) {
        let words = || words(entry);
        let mut leave = |what| *left.entry(what).or_default() += 1;
        match &entry.name {
            VCardProperty::Fn if self.name.is_empty() => self.name = words().remove(0),
            VCardProperty::N => self.structured = structured(entry),
            VCardProperty::Nickname | VCardProperty::Email | VCardProperty::Impp => {
                self.handles(words(), &mut leave);
            }
            VCardProperty::Org => {
                let mut units = components(entry);
                self.company = units.first().cloned().unwrap_or_default();
                // the unit they work in; the company as a whole is no team
                if units.len() > 1 {
                    self.team(&units.pop().unwrap_or_default(), &mut leave);
                }
            }
            VCardProperty::Title | VCardProperty::Role if self.title.is_empty() => {
                self.title = words().remove(0);
            }
            VCardProperty::Categories => {
                for category in words() {
                    // what address books put on everybody
                    if !matches!(fold(&category).as_str(), "mycontacts" | "starred" | "") {
                        self.team(&category, &mut leave);
                    }
                }
            }
            VCardProperty::Uid => self.uid = words().into_iter().find(|u| !u.is_empty()),
            VCardProperty::Kind => self.kind(entry),
            VCardProperty::Tel => leave("telephone numbers"),
            VCardProperty::Adr | VCardProperty::Geo => leave("places"),
            VCardProperty::Bday | VCardProperty::Anniversary => leave("birthdays"),
            VCardProperty::Note => leave("notes"),
            VCardProperty::Url => leave("web pages"),
            VCardProperty::Other(name) => {
                self.other(&name.to_ascii_uppercase(), words(), &mut leave);
            }
            _ => {}
        }
    }

    /// What programs add of their own.
    fn other(&mut self, name: &str, words: Vec<String>, leave: &mut impl FnMut(&'static str)) {
        let chat = [
            "X-SKYPE",
            "X-JABBER",
            "X-SLACK",
            "X-GITHUB",
            "X-TWITTER",
            "X-MATRIX",
            "X-AIM",
            "X-MSN",
            "X-ICQ",
        ];
        match name {
            "X-ABSHOWAS" if words.iter().any(|w| w.eq_ignore_ascii_case("company")) => {
                self.party = Party::Institution;
            }
            "X-ADDRESSBOOKSERVER-KIND" if words.iter().any(|w| w.eq_ignore_ascii_case("group")) => {
                self.party = Party::Group;
            }
            _ if chat.iter().any(|known| name.starts_with(known)) => self.handles(words, leave),
            _ => {}
        }
    }

    fn kind(&mut self, entry: &VCardEntry) {
        match entry.values.first() {
            Some(VCardValue::Kind(VCardKind::Group)) => self.party = Party::Group,
            Some(VCardValue::Kind(VCardKind::Org)) => self.party = Party::Institution,
            None | Some(VCardValue::Kind(VCardKind::Individual)) => {}
            Some(other) => self.no_party = other.as_text().map(clean),
        }
    }

    fn handles(&mut self, words: Vec<String>, leave: &mut impl FnMut(&'static str)) {
        for word in words {
            let bare = [
                "mailto:", "xmpp:", "skype:", "sip:", "im:", "matrix:", "aim:",
            ]
            .iter()
            .find_map(|scheme| {
                let (start, rest) = word.split_at_checked(scheme.len())?;
                start.eq_ignore_ascii_case(scheme).then_some(rest)
            })
            .unwrap_or(&word);
            if push(&mut self.handles, bare) {
                leave("handles that are too long or too many");
            }
        }
    }

    fn team(&mut self, name: &str, leave: &mut impl FnMut(&'static str)) {
        if push(&mut self.teams, name) {
            leave("teams that are too long or too many");
        }
    }

    /// The relationship that it makes.
    pub fn relationship(self, base: &Relationship) -> Relationship {
        let mut one = Relationship {
            name: self.name,
            handles: self.handles,
            ..base.clone()
        };
        if self.party != Party::Person {
            one.party = self.party;
        }
        one.teams = joined(&one.teams, &self.teams);
        if one.card.is_empty() && !self.title.is_empty() {
            one.card = format!("Title: {}", self.title);
        }
        one
    }
}

/// What is there with what a card tells: handles and teams join, the rest only where nothing is.
pub(super) fn over(there: &Record, from: &Record) -> Record {
    let (Record::Relationship(there), Record::Relationship(from)) = (there, from) else {
        return there.clone();
    };
    let mut laid = there.clone();
    let named = fold(&there.name);
    let mut handles = joined(&there.handles, &from.handles);
    if fold(&from.name) != named && fold(&from.name) != fold(&there.alias) {
        // the name on the card finds them too
        handles = joined(&handles, std::slice::from_ref(&from.name));
    }
    handles.retain(|h| fold(h) != named);
    laid.handles = handles;
    laid.teams = joined(&there.teams, &from.teams);
    if laid.card.is_empty() {
        laid.card.clone_from(&from.card);
    }
    Record::Relationship(laid)
}

/// Adds a word once; true when it is too long or too much.
fn push(to: &mut Vec<String>, word: &str) -> bool {
    // commas part them where they are typed
    let word = word.trim().replace(',', " ");
    if word.is_empty() || to.iter().any(|w| fold(w) == fold(&word)) {
        return false;
    }
    if word.chars().count() > LONGEST || to.len() >= MOST {
        return true;
    }
    to.push(word);
    false
}

fn joined(there: &[String], more: &[String]) -> Vec<String> {
    let mut all = there.to_vec();
    for word in more {
        let bare = |w: &str| fold(w.trim_start_matches('@'));
        if !all.iter().any(|w| bare(w) == bare(word)) {
            all.push(word.clone());
        }
    }
    all
}

/// The values of a line as words, cleaned; never empty.
fn words(entry: &VCardEntry) -> Vec<String> {
    let mut words: Vec<_> = entry
        .values
        .iter()
        .filter_map(|v| v.clone().into_text())
        .map(|t| clean(&t))
        .collect();
    if words.is_empty() {
        words.push(String::new());
    }
    words
}

/// The parts of a structured value, the empty ones left out.
fn components(entry: &VCardEntry) -> Vec<String> {
    let mut parts = Vec::new();
    for value in &entry.values {
        match value {
            VCardValue::Component(list) => parts.push(clean(&list.join(" "))),
            other => parts.extend(other.as_text().map(clean)),
        }
    }
    parts.retain(|p| !p.is_empty());
    parts
}

/// `Nair;Priya;;Dr.;` as `Priya Nair`: given, additional and family name.
fn structured(entry: &VCardEntry) -> String {
    let part = |n: usize| match entry.values.get(n) {
        Some(VCardValue::Component(list)) => clean(&list.join(" ")),
        Some(other) => other.as_text().map(clean).unwrap_or_default(),
        None => String::new(),
    };
    let parts = [part(1), part(2), part(0)];
    let named: Vec<_> = parts
        .iter()
        .filter(|p| !p.is_empty())
        .map(String::as_str)
        .collect();
    named.join(" ")
}

fn clean(words: &str) -> String {
    let one = text::line(words);
    one.split_whitespace().collect::<Vec<_>>().join(" ")
}
