//! Union with another journal's revisions: by stamp, so that twice is the same as once; the newest stands.

use std::collections::BTreeSet;

use super::{Store, Touched};
use crate::domain::RecordId;
use crate::error::Result;
use crate::wire::revision::Revision;

/// A union under way.
pub struct Uniting<'a> {
    store: &'a Store,
    step: i64,
    records: BTreeSet<RecordId>,
    /// Revisions that were new.
    pub new: u64,
    /// Revisions that were here already.
    pub same: u64,
}

impl Store {
    /// Begins a union as part of a step.
    pub fn uniting(&self, step: i64) -> Uniting<'_> {
        Uniting {
            store: self,
            step,
            records: BTreeSet::new(),
            new: 0,
            same: 0,
        }
    }
}

impl Uniting<'_> {
    /// Takes one revision in.
    pub fn take(&mut self, revision: &Revision) -> Result<()> {
        if self.store.knows(revision.stamp)? {
            self.same += 1;
            return Ok(());
        }
        self.store.insert(revision, self.step)?;
        self.records.insert(revision.record);
        self.new += 1;
        Ok(())
    }

    /// Makes the projections of what came in; answers how many records are in conflict.
    pub fn finish(self) -> Result<u64> {
        let mut touched = Touched::default();
        for id in &self.records {
            if let Some(newest) = self.store.newest(*id)? {
                self.store.project(*id, &newest, &mut touched)?;
            }
        }
        self.store.refresh(&touched)?;
        self.store
            .conflicts(&self.records.into_iter().collect::<Vec<_>>())
    }
}
