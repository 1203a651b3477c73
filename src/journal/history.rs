//! The revisions of a record, each with what it changed; of what is sealed, without its words.

use super::Journal;
use crate::domain::view::Version;
use crate::domain::{Record, RecordId, fields};
use crate::error::{Error, Result};
use crate::store::Past;

impl Journal {
    /// The revisions of a record, newest first; while it is sealed, without the words of any of them.
    pub fn history(&self, id: RecordId) -> Result<Vec<Version>> {
        let mut past = told_once(self.store.past(id)?);
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
                .any(|(other, p)| other != nth && p.parent == one.parent && p.record != one.record);
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

/// What two copies of a journal brought each other under two stamps is one revision: the one that was written first
/// stands, to which the later ones point.
fn told_once(past: Vec<Past>) -> Vec<Past> {
    let same = |one: &Past, other: &Past| {
        one.stamp.time == other.stamp.time
            && one.parent == other.parent
            && one.record == other.record
            && one.mark.is_none()
            && other.mark.is_none()
    };
    let mut once: Vec<Past> = Vec::with_capacity(past.len());
    for one in past {
        once.retain(|newer| !same(newer, &one));
        once.push(one);
    }
    once
}
