//! Whom the journal is about: those with a word that starts so, and everybody.

use super::Journal;
use crate::domain::relationship::Relationship;
use crate::domain::view::Window;
use crate::domain::{Record, RecordId};
use crate::error::Result;

impl Journal {
    /// Relationships with a word that starts so.
    pub fn names_starting(&self, start: &str, rows: usize) -> Result<Vec<(RecordId, String)>> {
        self.store.names_starting(start, rows)
    }

    /// Every relationship, archived ones too, as it is kept.
    pub fn everybody(&self) -> Result<Vec<(RecordId, Relationship)>> {
        let mut everybody = Vec::new();
        for archived in [false, true] {
            let all = self.relationships(archived, Window::top(usize::MAX))?;
            for line in all.lines {
                if let Some(Record::Relationship(one)) = self.stored(line.id)?.map(|s| s.record) {
                    everybody.push((line.id, one));
                }
            }
        }
        Ok(everybody)
    }
}
