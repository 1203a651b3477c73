//! What the journal can be told, as data, and what it says when it was.

use chrono::NaiveDate;

use crate::domain::view::Stamp;
use crate::domain::{Act, Record, RecordId};

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
    /// What went stale while nothing was written was gone through; nothing of it is a record, nor a step of undo.
    CameBack { on: NaiveDate },
    /// What was typed and is not saved is thrown away; nothing of it is a record, nor a step of undo.
    DropDraft { place: String },
    /// Several at once: all or nothing, one step of undo, with this sentence.
    All { says: String, changes: Vec<Change> },
    /// As [`Change::All`], one more piece of what is being written: it joins the newest step of undo, when that wrote
    /// this record and the record is still unfinished.
    Onward {
        draft: Option<RecordId>,
        says: String,
        changes: Vec<Change>,
    },
}

/// What was told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What was done, in a sentence ("kept: send the numbers").
    pub says: String,
    /// The records it touched, in order; a new record's id is here.
    pub ids: Vec<RecordId>,
}
