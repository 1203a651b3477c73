//! Contacts (vCard 3 and 4, and the 2.1 of old telephones) as relationships: who somebody is, never their birthday.
//!
//! A card is one relationship. Whom the journal knows by the full name, an alias or a handle (an address is one) is
//! never made twice: the card's handles and teams join what is there when an update is asked for, and nothing that was
//! typed is replaced. What the journal has no use for (telephones, streets, birthdays, pictures, notes) is dropped
//! while reading, and counted in one line.

mod person;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use calcard::{Entry, Parser};
use chrono::NaiveDate;

use super::blocks::{self, Block, Blocks};
use super::intake::{
    Choice, Held, Incoming, Item, Parcel, Records, RowFault, Source, Survey, Watch, identity, shown,
};
use super::table::cell;
use crate::domain::relationship::Relationship;
use crate::domain::text::fold;
use crate::domain::{Kind, Record, RecordId};
use crate::error::{Error, Result};

/// A file of contacts, read.
pub struct Cards {
    parcel: Parcel,
    cards: Vec<Card>,
}

/// One card that can be a relationship.
struct Card {
    line: u64,
    id: RecordId,
    one: Relationship,
}

impl Cards {
    /// Reads contacts; `--set role=…`, `since=…` and other fields of a relationship are set on every one that is new.
    ///
    /// # Errors
    /// `Input` when it holds no card, is too large or no text; `Usage` when a flag does not fit; `File`.
    pub fn open(source: &Source, choice: &Choice) -> Result<Self> {
        let (text, mut notes) = blocks::letters(source)?;
        let Blocks { whole, broken, .. } = blocks::blocks(&text, &["VCARD"]);
        let name = shown(source.name());
        if whole.is_empty() && broken.is_empty() {
            let says = format!("{name} holds no contact: there is no BEGIN:VCARD in it");
            return Err(Error::input(says)
                .hint("export the contacts as vCard (.vcf), or say what it is with --format"));
        }
        let base = base(choice)?;
        let mut parcel = Parcel {
            says: format!("{name}: contacts (vCard)"),
            row: "card",
            rows: (whole.len() + broken.len()) as u64,
            items: Vec::new(),
            refused: broken,
            skipped: BTreeMap::new(),
            notes: Vec::new(),
            update: choice.table.update,
            over: person::over,
        };
        let mut left: BTreeMap<&'static str, u64> = BTreeMap::new();
        let mut cards = Vec::new();
        for block in &whole {
            if block.pictures > 0 {
                *left.entry("pictures").or_default() += block.pictures;
            }
            match card(block, &base, &mut left) {
                Ok(one) => cards.push(one),
                Err(Off::Skipped(why)) => *parcel.skipped.entry(why).or_default() += 1,
                Err(Off::Refused(fault)) => parcel.refused.push((fault, row(block))),
            }
        }
        parcel.refused.sort_by_key(|(fault, _)| fault.line);
        notes.extend(not_taken(&left));
        parcel.notes = notes;
        Ok(Self { parcel, cards })
    }

    /// Whom each card stands for in this journal.
    fn met(&self, held: &Held<'_>) -> Parcel {
        let mut parcel = self.parcel.clone();
        let mut seen = HashSet::new();
        for card in &self.cards {
            let id = known(card, held);
            if seen.insert(id) {
                parcel.items.push(Item {
                    line: card.line,
                    id,
                    record: Record::Relationship(card.one.clone()),
                    with: Vec::new(),
                });
            } else {
                let why = "the name or address of a card before it";
                *parcel.skipped.entry(why.to_owned()).or_default() += 1;
            }
        }
        parcel
    }
}

impl Incoming for Cards {
    fn survey(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Survey> {
        let parcel = self.met(held);
        let mut survey = parcel.survey(held, watch)?;
        survey.parcel = Some(Box::new(parcel));
        Ok(survey)
    }

    fn feed(&self, mut survey: Survey) -> Result<Records<'_>> {
        let records = survey
            .parcel
            .take()
            .map_or_else(Vec::new, |parcel| parcel.records(&survey));
        Ok(Box::new(records.into_iter().map(Ok)))
    }
}

/// The relationship that a card is: the one an earlier import made of it, else the one with its address or its name.
fn known(card: &Card, held: &Held<'_>) -> RecordId {
    let called = card.one.handles.iter().filter(|h| h.contains('@'));
    let called = called.chain(std::iter::once(&card.one.name));
    if (held.erased)(card.id) {
        return card.id;
    }
    called
        .into_iter()
        .find_map(|name| held.relationship(name, card.id))
        .unwrap_or(card.id)
}

/// Why a card is no relationship.
enum Off {
    Skipped(String),
    Refused(RowFault),
}

fn card(
    block: &Block,
    base: &Relationship,
    left: &mut BTreeMap<&'static str, u64>,
) -> std::result::Result<Card, Off> {
    let refused = |column: &str, says: &str| Off::Refused(RowFault::new(block.line, column, says));
    let Entry::VCard(read) = Parser::new(&block.text).entry() else {
        return Err(refused("", "is not a card that can be read"));
    };
    let person = person::Person::read(&read, left);
    if let Some(kind) = person.no_party {
        return Err(Off::Skipped(format!(
            "kind \u{201c}{}\u{201d}",
            shown(&kind)
        )));
    }
    if person.name.is_empty() {
        let says = "has no name: none of FN, N, NICKNAME, ORG and EMAIL says one";
        return Err(refused("FN", says));
    }
    if person.name.chars().count() > 200 {
        let says = format!(
            "a name has at most 200 characters, and \u{201c}{}\u{201d} has {}",
            shown(&person.name),
            person.name.chars().count()
        );
        return Err(refused("FN", &says));
    }
    let id = if let Some(uid) = &person.uid {
        identity(["vcard", uid])
    } else {
        let address = person.handles.iter().find(|h| h.contains('@'));
        let address = address.map_or("", String::as_str);
        identity(["vcard", &fold(&person.name), &fold(address)])
    };
    Ok(Card {
        line: block.line,
        id,
        one: person.relationship(base),
    })
}

/// What every new relationship starts from: the day of the import, and the fields that were set.
fn base(choice: &Choice) -> Result<Relationship> {
    let mut record = Record::Relationship(Relationship {
        since: today(choice),
        ..Relationship::default()
    });
    for set in &choice.table.flags.set {
        let form = || {
            Error::usage(format!(
                "--set: \u{201c}{}\u{201d} is not FIELD=TEXT",
                shown(set)
            ))
            .hint("for contacts for example: --set role=peer")
        };
        let (field, text) = set.split_once('=').ok_or_else(form)?;
        let fields = Kind::Relationship.fields();
        let found = fields
            .iter()
            .find(|f| f.name == field.trim() && f.is_typed());
        let found = found.filter(|f| f.name != "name").ok_or_else(|| {
            Error::usage(format!(
                "--set: a relationship has no field \u{201c}{}\u{201d} to set",
                shown(field)
            ))
            .hint("for contacts for example: --set role=peer")
        })?;
        let value = cell::value(found, text, None).map_err(|says| set_fault(field, &says))?;
        (found.set)(&mut record, &value).map_err(|says| set_fault(field, &says))?;
    }
    match record {
        Record::Relationship(one) => Ok(one),
        _ => Ok(Relationship::default()),
    }
}

fn set_fault(field: &str, says: &str) -> Error {
    Error::usage(format!("--set {}: {says}", shown(field)))
}

fn today(choice: &Choice) -> NaiveDate {
    choice.now.date()
}

/// A card as it came, without pictures, cut.
fn row(block: &Block) -> String {
    block.text.chars().take(2000).collect()
}

/// One line of what the journal has no use for.
fn not_taken(left: &BTreeMap<&'static str, u64>) -> Option<String> {
    let parts: Vec<_> = left
        .iter()
        .map(|(what, n)| format!("{what} ({n})"))
        .collect();
    (!parts.is_empty()).then(|| {
        format!(
            "not taken, since a relationship does not need it: {}",
            parts.join(", ")
        )
    })
}
