//! What the journal holds, as a table that is read against it asks.

use crate::domain::fields::Names;
use crate::domain::text::fold;
use crate::domain::{Kind, Record, RecordId};

/// What the journal holds, as far as a survey asks.
pub struct Held<'a> {
    /// Who is who.
    pub names: &'a dyn Names,
    /// A record by its identity.
    pub record: &'a dyn Fn(RecordId) -> Option<Record>,
    /// Whether a record that is not here was deleted, and is to stay so.
    pub erased: &'a dyn Fn(RecordId) -> bool,
}

impl Held<'_> {
    /// The relationship that is meant by a name: the one an earlier import made of it, or the one whose name,
    /// alias or handle it is in full. The start of a name is not enough to join two people.
    pub(in crate::transfer) fn relationship(
        &self,
        name: &str,
        derived: RecordId,
    ) -> Option<RecordId> {
        if (self.record)(derived).is_some() {
            return Some(derived);
        }
        let found = self.names.find(name).ok()?;
        let is_it = match (self.record)(found) {
            Some(Record::Relationship(one)) => {
                let called = [&one.name, &one.alias].into_iter().chain(&one.handles);
                called
                    .into_iter()
                    .any(|c| fold(c.trim_start_matches('@')) == fold(name.trim_start_matches('@')))
            }
            _ => self
                .names
                .name(found)
                .is_some_and(|known| fold(&known) == fold(name)),
        };
        is_it.then_some(found)
    }
}

/// Who is who where no journal can be asked.
pub(in crate::transfer) struct Nobody;

impl Names for Nobody {
    fn find(&self, words: &str) -> std::result::Result<RecordId, String> {
        Err(format!("nobody is called \u{201c}{words}\u{201d}"))
    }
    fn name(&self, _: RecordId) -> Option<String> {
        None
    }
    fn record(&self, kind: Kind, words: &str) -> std::result::Result<RecordId, String> {
        Err(format!("there is no {kind} \u{201c}{words}\u{201d}"))
    }
}
