//! Who owes what a row says: the one it names, each of several, or me, and then to whom.

use super::MOST_NAMES;
use super::bind::{Binding, With};
use super::mapping::Mapping;
use super::rows::{Rows, person};
use crate::domain::commitment::Commitment;
use crate::domain::relationship::Relationship;
use crate::domain::text::fold;
use crate::domain::{Noun, Record, RecordId};
use crate::transfer::intake::{RowFault, shown};

/// Somebody who owes what a row says.
pub(super) struct Owner {
    /// The relationship: theirs, or where it is mine, the one it was promised to.
    pub who: RecordId,
    /// Whether it is mine.
    pub mine: bool,
    /// The owner's name, folded, where several may stand in a cell; else blank.
    pub named: String,
    /// The relationship, where it has to be made.
    pub made: Option<(RecordId, Record)>,
}

impl Rows<'_> {
    /// Who owes a row; nobody when it is mine and nothing says to whom.
    ///
    /// # Errors
    /// When it names nobody, or somebody whose name cannot stand in a journal.
    pub(super) fn owners(&mut self, one: &Commitment) -> Result<Vec<Owner>, RowFault> {
        let (column, text) = self.cell_of(self.binding.with.as_ref());
        let parts: Vec<String> = match self.binding.between.as_str() {
            "" => vec![spaced(&text)],
            between => text.split(|c| between.contains(c)).map(spaced).collect(),
        };
        let mut owners: Vec<Owner> = Vec::new();
        let names: Vec<String> = parts.into_iter().filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            return Err(self.fault(column, "names nobody"));
        }
        for name in names {
            let several = !self.binding.between.is_empty();
            let apart = if several { fold(&name) } else { String::new() };
            let mine = self.is_me(&name);
            let (column, name) = if mine {
                self.receiver()
            } else {
                (column, name)
            };
            if name.is_empty() || owners.iter().any(|o| several && o.named == apart) {
                continue;
            }
            let (who, made) = self.whom(&name, column, one)?;
            // two of one row may be promised to the same new relationship: it is made once
            let made = made.filter(|(id, _)| !makes(&owners, *id));
            owners.push(Owner {
                who,
                mine,
                named: apart,
                made,
            });
        }
        Ok(owners)
    }

    /// Why a row of mine is skipped.
    pub(super) fn unpromised(&self) -> String {
        let (_, to) = self.cell_of(self.binding.to.as_ref());
        if to.trim().is_empty() {
            "your name and nobody it was promised to (--map to=COLUMN or --set to=NAME)".to_owned()
        } else {
            "your name on both sides".to_owned()
        }
    }

    fn is_me(&self, name: &str) -> bool {
        let name = fold(name);
        self.binding.me.contains(&name)
    }

    /// To whom a row of mine is promised; blank when it is nobody else.
    fn receiver(&self) -> (usize, String) {
        let (column, name) = self.cell_of(self.binding.to.as_ref());
        let name = spaced(&name);
        let name = if self.is_me(&name) {
            String::new()
        } else {
            name
        };
        (column, name)
    }

    fn cell_of(&self, with: Option<&With>) -> (usize, String) {
        match with {
            Some(With::Column(n)) => (*n, self.row.text(*n).unwrap_or_default().to_owned()),
            Some(With::Name(name)) => (usize::MAX, name.clone()),
            None => (usize::MAX, String::new()),
        }
    }

    /// The relationship of a name: the journal's, one met before, or a new one that goes before the row.
    fn whom(
        &mut self,
        name: &str,
        column: usize,
        one: &Commitment,
    ) -> Result<(RecordId, Option<(RecordId, Record)>), RowFault> {
        let derived = person(name);
        if let Some(known) = self.known(name, derived) {
            return Ok((known, None));
        }
        if self.people.len() >= MOST_NAMES {
            return Err(self.fault(
                column,
                "is one name too many; a table brings at most 1,000,000 relationships",
            ));
        }
        let made = Relationship {
            name: name.to_owned(),
            role: self.binding.role,
            party: self.binding.party,
            since: self.since.get(&derived).copied().unwrap_or(one.made),
            ..Relationship::default()
        };
        if let Some(fault) = made.faults().first() {
            return Err(self.fault(column, &fault.says));
        }
        Ok((derived, Some((derived, Record::Relationship(made)))))
    }
}

fn makes(owners: &[Owner], id: RecordId) -> bool {
    let mut made = owners.iter().filter_map(|owner| owner.made.as_ref());
    made.any(|(made, _)| *made == id)
}

/// What is worth saying about who is me in a table.
pub(super) fn note(mapping: &Mapping, binding: &Binding, mine: u64) -> Option<String> {
    if mapping.mine.is_some() && binding.me.is_empty() {
        let says =
            "nobody in it was said to be you; with --me NAME what is assigned to you is yours";
        return Some(says.to_owned());
    }
    let nobody = !binding.me.is_empty() && mine == 0;
    nobody.then(|| {
        let names: Vec<_> = binding.me.iter().map(|name| shown(name)).collect();
        format!(
            "no row that was taken is assigned to {}",
            names.join(" or ")
        )
    })
}

/// A name with single spaces.
fn spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
