//! Union with another journal's revisions: by stamp, so that twice is the same as once; the newest stands, and what
//! was forgotten on either side stays so.

use std::collections::BTreeSet;

use super::twin::{Alike, alike, apart};
use super::{Store, Touched};
use crate::domain::RecordId;
use crate::domain::forget::Mark;
use crate::error::Result;
use crate::wire::revision::Revision;

/// A union under way.
pub struct Uniting<'a> {
    store: &'a Store,
    step: i64,
    records: BTreeSet<RecordId>,
    touched: Touched,
    /// What holds nothing on one side and something on the other: deleted, or forgotten.
    emptied: Vec<Revision>,
    /// Whether something came in that is forgotten there.
    forgets: bool,
    /// Whether its texts were to stay as they are.
    keeps_mentions: bool,
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
            touched: Touched::default(),
            emptied: Vec::new(),
            forgets: false,
            keeps_mentions: false,
            new: 0,
            same: 0,
        }
    }

    /// Forgets again what another copy of this journal has forgotten: its marks win over what is here, and what they
    /// take out is overwritten.
    ///
    /// # Errors
    /// As [`Store::write`] and [`Store::overwrite`].
    pub(super) fn forget_again(&mut self, marks: &[Revision], now: i64) -> Result<()> {
        if marks.is_empty() {
            return Ok(());
        }
        self.fill_with_zeros()?;
        self.write_much(|store| {
            let step = store.begin_back("what was forgotten stays so", now)?;
            let mut uniting = store.uniting(step);
            for one in marks {
                // a text that lost a name is no reason to bring back a record that was not there yet
                if one.mark.is_some_and(Mark::is_gone) || store.stamped(one.stamp)?.is_some() {
                    uniting.take(one)?;
                }
            }
            uniting.decide()?;
            uniting.finish(now)
        })?;
        self.overwrite().map(drop)
    }
}

impl Uniting<'_> {
    /// Takes one revision in; of a record that is forgotten here, without what it holds.
    pub fn take(&mut self, revision: &Revision) -> Result<()> {
        let Some((seq, stands)) = self.store.stamped(revision.stamp)? else {
            return self.add(revision);
        };
        match alike(&stands, revision) {
            Alike::Same => self.same += 1,
            Alike::Twin => return self.add_twin(revision),
            Alike::Emptied => {
                self.emptied.push(revision.clone());
                return Ok(());
            }
        }
        match (&revision.body, revision.mark) {
            (Some(body), Some(Mark::Unnamed)) if stands.mark.is_none() => {
                self.unname(revision.record, seq, body)
            }
            _ => Ok(()),
        }
    }

    /// Decides on what held nothing on one side, once it is known what was forgotten there: to be called after the last
    /// revision was taken.
    ///
    /// # Errors
    /// As [`Uniting::take`].
    pub fn decide(&mut self) -> Result<()> {
        for one in std::mem::take(&mut self.emptied) {
            if self.store.is_forgotten(one.record)? {
                self.same += 1;
            } else {
                self.add_twin(&one)?;
            }
        }
        Ok(())
    }

    /// Takes in what bears the stamp of another revision, under one of its own.
    fn add_twin(&mut self, revision: &Revision) -> Result<()> {
        let twin = apart(revision);
        if self.store.stamped(twin.stamp)?.is_some() {
            self.same += 1;
            return Ok(());
        }
        self.add(&twin)
    }

    fn add(&mut self, revision: &Revision) -> Result<()> {
        self.forgets |= revision.mark.is_some_and(Mark::is_gone);
        self.keeps_mentions |= revision.mark == Some(Mark::MentionsKept);
        if revision.body.is_some() && self.store.is_forgotten(revision.record)? {
            let empty = Revision {
                body: None,
                mark: None,
                ..revision.clone()
            };
            self.store.insert(&empty, self.step)?;
        } else {
            self.store.insert(revision, self.step)?;
        }
        self.records.insert(revision.record);
        self.new += 1;
        Ok(())
    }

    /// A name was taken out of a revision on the other side: it goes here too, unless the record is gone altogether.
    fn unname(&mut self, record: RecordId, seq: i64, body: &str) -> Result<()> {
        if self.store.is_forgotten(record)? {
            return Ok(());
        }
        self.store.take_out(record, &mut self.touched)?;
        self.store.rewrite(seq, body)?;
        self.records.insert(record);
        self.store.owe_overwriting()
    }

    /// Makes the projections of what came in; answers how many records are in conflict.
    pub fn finish(mut self, now: i64) -> Result<u64> {
        self.forget(now)?;
        for id in &self.records {
            if let Some(newest) = self.store.newest(*id)? {
                self.store.project(*id, &newest, &mut self.touched)?;
            }
        }
        self.store.refresh(&self.touched)?;
        self.store
            .conflicts(&self.records.into_iter().collect::<Vec<_>>())
    }

    /// What is forgotten on one side goes on this one with all that was written about it meanwhile.
    fn forget(&mut self, now: i64) -> Result<()> {
        let forgotten = self.store.forgotten()?;
        if forgotten.is_empty() || self.new == 0 {
            return Ok(());
        }
        let sweep = self
            .store
            .sweep(forgotten, self.forgets && !self.keeps_mentions)?;
        if sweep.gone.is_empty() && sweep.stays.is_empty() {
            return Ok(());
        }
        let mark = if self.keeps_mentions {
            Mark::MentionsKept
        } else {
            Mark::Forgotten
        };
        self.store.purge(&sweep, mark, self.step, now)
    }
}
