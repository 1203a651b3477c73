//! Changes: each one transaction, one step of undo, durable when it returns.

use std::io::BufRead;

use chrono::NaiveDate;

use super::Journal;
use crate::domain::view::Stamp;
use crate::domain::{Act, Record, RecordId};
use crate::error::Result;

/// Something to tell the journal.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A new record.
    Add(Box<Record>),
    /// A record typed over; refused when it changed since `seen`.
    Edit {
        id: RecordId,
        seen: Stamp,
        record: Box<Record>,
    },
    /// An act on a record, applied to its newest value.
    Act {
        id: RecordId,
        act: Act,
        on: NaiveDate,
    },
    /// Erased: out of every list and figure; its history stays, and undo brings it back.
    Erase { id: RecordId },
    /// A one-on-one was held: noted, and every open topic not settled with it is carried over.
    Held {
        who: RecordId,
        on: NaiveDate,
        note: String,
    },
    /// Several at once: all or nothing, one step of undo, with this sentence.
    All { says: String, changes: Vec<Change> },
}

/// What was told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What was done, in a sentence ("kept: send the numbers").
    pub says: String,
    /// The records it touched, in order; a new record's id is here.
    pub ids: Vec<RecordId>,
}

/// What a union with another journal's revisions brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Union {
    /// Revisions that were new.
    pub new: u64,
    /// Revisions that were here already.
    pub same: u64,
    /// Records that now have two revisions of one parent.
    pub conflicts: u64,
}

/// What a bulk load brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loaded {
    /// Records that were new.
    pub new: u64,
    /// Records that were here and differ now.
    pub changed: u64,
    /// Records that were here already.
    pub same: u64,
}

impl Journal {
    /// Tells the journal a change: one transaction, durable when it returns, undone as one.
    ///
    /// # Errors
    /// `Refused` with the fault, `NotFound`, `Conflict` when the record changed meanwhile, `File` when the disk refuses.
    pub fn tell(&mut self, change: Change) -> Result<Told> {
        let _ = change;
        todo!()
    }

    /// Takes the newest step back; `None`: nothing to undo. Reaches across restarts.
    ///
    /// # Errors
    /// As [`Journal::tell`].
    pub fn undo(&mut self) -> Result<Option<Told>> {
        todo!()
    }

    /// Does the newest undone step again; `None`: nothing to redo.
    ///
    /// # Errors
    /// As [`Journal::tell`].
    pub fn redo(&mut self) -> Result<Option<Told>> {
        todo!()
    }

    /// Loads many records in one transaction and one step of undo. Each comes with an identity derived from its
    /// stable key, so that loading twice changes nothing. `tick` is called now and then with how many are done and
    /// answers whether to go on; when it answers no, nothing is kept.
    ///
    /// # Errors
    /// As [`Journal::tell`]; nothing is kept then.
    pub fn load(
        &mut self,
        says: &str,
        records: &mut dyn Iterator<Item = Result<(RecordId, Record)>>,
        tick: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Loaded> {
        let _ = (says, records, tick);
        todo!()
    }

    /// Unites this journal with exported revisions: by id and stamp, so that twice is the same as once.
    ///
    /// # Errors
    /// `Input` with the line's number; nothing is kept then.
    pub fn unite(&mut self, lines: &mut dyn BufRead) -> Result<Union> {
        let _ = lines;
        todo!()
    }

    /// Builds every projection again from the revisions alone.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn rebuild(&mut self) -> Result<()> {
        todo!()
    }
}
