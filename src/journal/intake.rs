//! A foreign file, read beside the journal: what of it would be new, before anything is written.

use std::io::BufRead;

use super::{Journal, Union};
use crate::error::Result;
use crate::transfer::intake::{Held, Incoming, Survey, Watch};

impl Journal {
    /// Surveys a foreign file against what the journal holds. Nothing is written.
    ///
    /// # Errors
    /// As [`Incoming::survey`].
    pub fn survey(&self, incoming: &dyn Incoming, watch: &mut Watch<'_>) -> Result<Survey> {
        let held = Held {
            names: self,
            record: &|id| {
                let stored = self.stored(id).ok().flatten();
                stored.map(|stored| stored.record)
            },
            erased: &|id| self.erased(id).unwrap_or(false),
        };
        incoming.survey(&held, watch)
    }

    /// Loads what a survey found, in one transaction and one step of undo. `tick` hears how many records are done and
    /// answers whether to go on; when it answers no, nothing is kept.
    ///
    /// # Errors
    /// As [`Journal::load`].
    pub fn take_in(
        &mut self,
        name: &str,
        incoming: &dyn Incoming,
        survey: Survey,
        tick: &mut dyn FnMut(u64) -> bool,
    ) -> Result<super::Loaded> {
        let mut records = incoming.feed(survey)?;
        self.load(&format!("imported {name}"), &mut records, tick)
    }

    /// What [`Journal::unite`] would bring, found out without writing; conflicts are not counted.
    ///
    /// # Errors
    /// `Input` with the line's number.
    pub fn would_unite(&self, lines: &mut dyn BufRead) -> Result<Union> {
        let mut union = Union::default();
        super::bulk::each_line(lines, &mut |one| {
            if self.store.knows(one)? {
                union.same += 1;
            } else {
                union.new += 1;
            }
            Ok(())
        })?;
        Ok(union)
    }
}
