//! The revisions of a record, each with what it changed; of what is sealed, without its words.

use super::Journal;
use crate::domain::view::Version;
use crate::domain::{Record, RecordId, fields};
use crate::error::{Error, Result};

impl Journal {
    /// The revisions of a record, newest first; while it is sealed, without the words of any of them.
    pub fn history(&self, id: RecordId) -> Result<Vec<Version>> {
        let mut past = self.store.past(id)?;
        let last = self.store.last_value(id)?;
        if last.is_some_and(|record| record.noun().is_sealed()) {
            for one in &mut past {
                one.record = one.record.take().map(Record::blanked);
            }
        }
        if let Some(forgotten) = self.forgotten_version(id, &past)? {
            return Ok(vec![forgotten]);
        }
        if past.is_empty() {
            return Err(Error::not_found("no record has that id"));
        }
        let mut versions = Vec::with_capacity(past.len());
        for (nth, one) in past.iter().enumerate() {
            let before = past
                .iter()
                .find(|p| Some(p.stamp) == one.parent)
                .and_then(|p| p.record.as_ref());
            let siblings = past
                .iter()
                .enumerate()
                .any(|(other, p)| other != nth && p.parent == one.parent);
            versions.push(Version {
                stamp: one.stamp,
                at: self.clock.local(one.stamp.time >> 16),
                says: fields::changes(before, one.record.as_ref(), self),
                record: one.record.clone(),
                conflict: siblings,
            });
        }
        Ok(versions)
    }
}
