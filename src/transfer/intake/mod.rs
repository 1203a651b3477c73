//! What comes in: one trait for every foreign format, so that a table, a task list and a calendar are surveyed,
//! reported, refused by line and loaded in the same words and by the same rules.
//!
//! A file is opened once ([`open`]: its format is found out, or was said), surveyed once against the journal (what is
//! new, what is refused, who is who; nothing is written) and then fed into it. A record that the journal already holds
//! with other contents is left as it is unless an update was asked for: what somebody typed is not undone by
//! importing again. [`Parcel`] is the way of every format that is read whole into memory; only tables stream.

mod choice;
mod format;
mod head;
mod held;
mod identity;
mod parcel;
mod people;
mod refused;
mod report;
mod source;
#[cfg(test)]
mod tests;
mod watched;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;

pub use choice::Choice;
pub use format::{Format, lacks, open};
pub use held::Held;
pub(in crate::transfer) use held::Nobody;
pub use identity::identity;
pub use parcel::{Item, Parcel};
pub use people::Named;
pub use refused::Refusals;
pub use report::{FAULTS_KEPT, Report, RowFault, shown};
pub use source::{MOST_STREAMED, Source};
pub use watched::Watched;

/// Records as a bulk load takes them.
pub type Records<'a> = Box<dyn Iterator<Item = Result<(RecordId, Record)>> + 'a>;

/// A foreign file, opened and ready to be read.
pub trait Incoming {
    /// Reads it once against the journal and writes nothing: what is new, what is refused and why, by line.
    ///
    /// # Errors
    /// `Input` with the line, when it cannot be read to its end; `Refused` when the watch stopped it; `File`.
    fn survey(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Survey>;

    /// Its records for the journal. What was refused is left out (the survey told it); what makes the rest
    /// unreadable is an error, so that nothing is kept.
    ///
    /// # Errors
    /// When it cannot be opened any more.
    fn feed(&self, survey: Survey) -> Result<Records<'_>>;
}

/// Who looks on while a file is read.
pub struct Watch<'a> {
    /// Hears now and then how many rows are read; answers whether to go on.
    pub tick: &'a mut dyn FnMut(u64) -> bool,
    /// Hears of every refused row: its fault, and the row as it came (it may be cut; never shown to a terminal as it is).
    pub refused: &'a mut dyn FnMut(&RowFault, &str) -> Result<()>,
}

/// What a survey found: the report, and what feeding needs to know of the journal.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// Counts and faults; nothing was written.
    pub report: Report,
    /// The relationships that were met: derived identity to the one that stands for it.
    pub(in crate::transfer) people: HashMap<RecordId, RecordId>,
    /// Records that are left as the journal holds them.
    pub(in crate::transfer) keep: HashSet<RecordId>,
    /// Relationships that were deleted; what comes of them is left out with them.
    pub(in crate::transfer) erased: HashSet<RecordId>,
    /// Records that the file's contents are laid over.
    pub(in crate::transfer) there: HashMap<RecordId, Record>,
    /// The earliest day of each relationship's records.
    pub(in crate::transfer) since: HashMap<RecordId, NaiveDate>,
    /// What a format made of its file once it could ask the journal who is who.
    pub(in crate::transfer) parcel: Option<Box<Parcel>>,
}

impl Survey {
    /// Notes how a record stands to the one that the journal holds. `over` lays what the file tells over what is there.
    pub(in crate::transfer) fn compare(
        &mut self,
        id: RecordId,
        record: &Record,
        held: &Held<'_>,
        update: bool,
        over: &dyn Fn(&Record, &Record) -> Record,
    ) {
        let Some(there) = (held.record)(id) else {
            let whos = record.noun().whos();
            let of_erased = whos.iter().any(|who| self.erased.contains(who));
            if !of_erased && !(held.erased)(id) {
                self.report.new += 1;
                return;
            }
            self.report.erased += 1;
            self.keep.insert(id);
            if record.kind() == Kind::Relationship {
                self.erased.insert(id);
            }
            return;
        };
        if there == *record {
            self.report.same += 1;
        } else if over(&there, record) == there {
            // it differs only in what the file does not tell
            self.report.same += 1;
            self.keep.insert(id);
        } else {
            self.report.differing += 1;
            if update {
                self.there.insert(id, there);
            } else {
                self.keep.insert(id);
            }
        }
    }

    /// Says what happens to what differs, when anything does and no update was asked for.
    pub(in crate::transfer) fn note_differing(&mut self, update: bool) {
        if !update && self.report.differing > 0 {
            let says = "what the journal holds with other contents is left as it is; --update takes the file's";
            self.report.notes.push(says.to_owned());
        }
    }
}
