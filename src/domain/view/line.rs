//! A record as a list shows it and as it is stored: its place, its stamp, its state on a day.

use crate::domain::record::{Kind, Record};
use crate::domain::{RecordId, When};

/// Where a line stands in its list, newest (or most urgent) first. An identity, not an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Key {
    /// What the list is ordered by: milliseconds of local time, or a day's number.
    pub at: i64,
    /// The tie-break, unique.
    pub n: i64,
}

/// A revision's stamp: hybrid logical clock and device. Newest wins; equal only for the same revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp {
    /// Milliseconds since 1970 UTC in the upper 48 bits, a counter in the lower 16.
    pub time: i64,
    /// The device that wrote it.
    pub device: i64,
}

/// A record as it is stored now.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Its identity.
    pub id: RecordId,
    /// The stamp of its newest revision; an edit hands it back so that nothing is overwritten unseen.
    pub stamp: Stamp,
    /// Its value.
    pub record: Record,
}

/// A line of any list of records.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryLine {
    /// Where it stands.
    pub key: Key,
    /// Which record.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The main relationship, with its name.
    pub who: Option<(RecordId, String)>,
    /// When it stands at.
    pub at: When,
    /// The record itself (a screenful is decoded, never the journal).
    pub record: Record,
    /// Its state on the day asked for.
    pub state: &'static str,
    /// A piece of its words with what was searched, when words were searched: (text, is a hit).
    pub snippet: Vec<(String, bool)>,
}
