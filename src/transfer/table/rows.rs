//! The rows of a table as records, one at a time: each a record, or a fault with its line.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use chrono::NaiveDate;

use super::bind::{Binding, With};
use super::fill::Cells;

use super::mapping::Means;
use super::split::{MOST_COLUMNS, Malformed, Row, Rows as Split, Stop};
use super::status;
use super::{MOST_NAMES, MOST_REMEMBERED};
use crate::domain::commitment::Commitment;
use crate::domain::fields;
use crate::domain::relationship::Relationship;
use crate::domain::text::fold;
use crate::domain::{Kind, Noun, Record, RecordId};
use crate::error::Error;
use crate::transfer::intake::{Held, Report, RowFault, identity, shown};

/// A table's records, and its faults among them. Ends after a fatal fault.
pub struct Rows<'a> {
    pub(super) split: Split<Box<dyn Read>>,
    pub(super) binding: &'a Binding,
    /// Who is who, while the journal can be asked.
    pub(super) held: Option<&'a Held<'a>>,
    /// The relationships met so far: derived identity to the one that stands for it.
    pub(super) people: HashMap<RecordId, RecordId>,
    /// Records that are left as the journal holds them.
    pub(super) keep: HashSet<RecordId>,
    /// The earliest day of each relationship's commitments, as far as the table was read.
    pub(super) since: HashMap<RecordId, NaiveDate>,
    pub(super) seen: HashMap<RecordId, u64>,
    pub(super) row: Row,
    pub(super) next: Option<(RecordId, Record)>,
    pub(super) over: bool,
    /// What was read so far.
    pub report: Report,
}

/// What became of a row.
enum Got {
    Record(Box<(RecordId, Record)>),
    Skipped(String),
}

impl Iterator for Rows<'_> {
    type Item = Result<(RecordId, Record), RowFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(next) = self.next.take() {
            return Some(Ok(next));
        }
        while !self.over {
            match self.split.next(&mut self.row) {
                Ok(false) => self.over = true,
                Err(stop) => {
                    self.over = true;
                    return Some(Err(stopped(&stop, self.row.line)));
                }
                Ok(true) => {
                    if let Some(item) = self.item() {
                        return Some(item);
                    }
                }
            }
        }
        None
    }
}

/// Why nothing after a line can be read.
fn stopped(stop: &Stop, line: u64) -> RowFault {
    match stop {
        Stop::Quote(line) => {
            RowFault::fatal(*line, "a quote opens in this line and is never closed")
        }
        Stop::Io(e) => RowFault::fatal(
            line,
            Error::from(std::io::Error::new(e.kind(), e.to_string())).says(),
        ),
    }
}

impl Rows<'_> {
    /// What the row that was just read brings; `None`: it is skipped, repeated or left as it is.
    fn item(&mut self) -> Option<Result<(RecordId, Record), RowFault>> {
        self.report.rows += 1;
        match self.read() {
            Err(fault) => {
                self.report.refuse(&fault);
                Some(Err(fault))
            }
            Ok(Got::Skipped(why)) => {
                *self.report.skipped.entry(why).or_default() += 1;
                None
            }
            Ok(Got::Record(got)) => {
                let (id, record) = *got;
                if let Some(line) = self.seen.get(&id) {
                    let says = format!("has the key of line {line}, which stands");
                    self.next = None;
                    self.report.repeated += 1;
                    self.report.keep(&RowFault::new(self.row.line, "", &says));
                    return None;
                }
                if self.seen.len() < MOST_REMEMBERED {
                    self.seen.insert(id, self.row.line);
                }
                self.meet(&record, id);
                self.report.count(&record);
                if self.next.is_some() {
                    self.report.found(Kind::Relationship);
                }
                // the relationship that the row named for the first time goes before it
                let made = self.next.take().filter(|(id, _)| !self.keep.contains(id));
                let own = (!self.keep.contains(&id)).then_some((id, record));
                let (first, second) = if made.is_some() {
                    (made, own)
                } else {
                    (own, None)
                };
                self.next = second;
                first.map(Ok)
            }
        }
    }

    fn fault(&self, column: usize, says: &str) -> RowFault {
        self.cells().fault(column, says)
    }

    fn cells(&self) -> Cells<'_> {
        Cells {
            binding: self.binding,
            row: &self.row,
        }
    }

    fn read(&mut self) -> Result<Got, RowFault> {
        let binding = self.binding;
        self.well_formed()?;
        let blank = |column: &&usize| self.row.text(**column).is_some_and(|t| t.trim().is_empty());
        if let Some(column) = binding.require.iter().find(blank) {
            let name = shown(&binding.columns[*column]);
            return Ok(Got::Skipped(format!("no {name}")));
        }
        let said = binding
            .ending
            .as_ref()
            .map(|ending| status::read(ending, &self.row, binding.order))
            .transpose()
            .map_err(|(column, says)| self.fault(column, &says))?;
        if let Some(said) = said.as_ref().filter(|s| s.means == Means::Skip) {
            let word = shown(&said.word);
            return Ok(Got::Skipped(format!("status \u{201c}{word}\u{201d}")));
        }
        let mut record = self.cells().record(said.as_ref())?;
        if let Record::Commitment(one) = &mut record {
            one.who = self.whom(one)?;
        }
        let id = self.identity(&record);
        self.name_source(&mut record, id);
        if let Some(fault) = self.unsound(&record) {
            self.next = None;
            return Err(fault);
        }
        Ok(Got::Record(Box::new((id, record))))
    }

    /// The row that was just read, its cells as they came, for somebody to mend.
    pub(super) fn as_it_came(&self) -> String {
        let cells = (0..self.row.len()).map(|n| self.row.text(n).unwrap_or("\u{fffd}"));
        cells.collect::<Vec<_>>().join("\t")
    }

    /// What is wrong with the record as a whole, told at the column it comes from.
    fn unsound(&self, record: &Record) -> Option<RowFault> {
        if let Some(lacking) = fields::missing(record).next() {
            return Some(self.cells().lacking(lacking.field));
        }
        let fault = record.noun().faults().into_iter().next()?;
        Some(match self.binding.column_of(fault.field) {
            Some(column) => self.fault(column, &fault.says),
            None => RowFault::new(self.row.line, fault.field, &fault.says),
        })
    }

    /// Whether the row has the header's columns, and letters in all of them.
    fn well_formed(&self) -> Result<(), RowFault> {
        let (row, columns) = (&self.row, &self.binding.columns);
        let says = match row.fault {
            Some(Malformed::Columns) => format!("has more than {MOST_COLUMNS} columns"),
            Some(Malformed::Long) => {
                "has a cell of more than 1 MiB, or more than 4 MiB in all".to_owned()
            }
            None if row.len() != columns.len() => {
                format!(
                    "has {} columns, and the first row has {}",
                    row.len(),
                    columns.len()
                )
            }
            None => match (0..row.len()).find(|n| row.text(*n).is_none()) {
                Some(n) => {
                    return Err(self.fault(
                        n,
                        "holds bytes that are no letters in the encoding of this file",
                    ));
                }
                None => return Ok(()),
            },
        };
        Err(RowFault::new(row.line, "", &says))
    }

    /// The relationship of a commitment: the journal's, one met before, or a new one that goes before it.
    fn whom(&mut self, one: &Commitment) -> Result<RecordId, RowFault> {
        let (column, name) = match &self.binding.with {
            Some(With::Column(n)) => (*n, self.row.text(*n).unwrap_or_default()),
            Some(With::Name(name)) => (usize::MAX, name.as_str()),
            None => (usize::MAX, ""),
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(self.fault(column, "names nobody"));
        }
        let derived = person(&name);
        if let Some(known) = self.known(&name, derived) {
            return Ok(known);
        }
        if self.people.len() >= MOST_NAMES {
            return Err(self.fault(
                column,
                "is one name too many; a table brings at most 1,000,000 relationships",
            ));
        }
        let made = Relationship {
            name,
            role: self.binding.role,
            party: self.binding.party,
            since: self.since.get(&derived).copied().unwrap_or(one.made),
            ..Relationship::default()
        };
        if let Some(fault) = made.faults().first() {
            return Err(self.fault(column, &fault.says));
        }
        self.next = Some((derived, Record::Relationship(made)));
        Ok(derived)
    }

    /// The relationship that a name means: one met before, else the journal's.
    fn known(&mut self, name: &str, derived: RecordId) -> Option<RecordId> {
        if let Some(known) = self.people.get(&derived) {
            return Some(*known);
        }
        let known = self.held?.relationship(name, derived)?;
        self.people.insert(derived, known);
        Some(known)
    }

    /// Remembers who was met, once the row is known to be sound.
    fn meet(&mut self, record: &Record, id: RecordId) {
        let met = self.next.as_ref().map(|(made, _)| *made);
        let own = matches!(record, Record::Relationship(_)).then_some(id);
        for id in met.into_iter().chain(own) {
            self.people.insert(id, id);
        }
        if let Record::Commitment(one) = record {
            let since = self.since.entry(one.who).or_insert(one.made);
            *since = one.made.min(*since);
        }
    }

    fn identity(&mut self, record: &Record) -> RecordId {
        let binding = self.binding;
        if let (Record::Relationship(one), false) = (record, binding.own_key) {
            let derived = person(&one.name);
            return self.known(&one.name, derived).unwrap_or(derived);
        }
        let cells = binding
            .key
            .iter()
            .map(|n| self.row.text(*n).unwrap_or_default().trim());
        let kind = record.kind().word();
        identity([kind, binding.source.as_str()].into_iter().chain(cells))
    }

    /// Notes where a commitment came from, in words while they are short.
    fn name_source(&self, record: &mut Record, id: RecordId) {
        let Record::Commitment(one) = record else {
            return;
        };
        let binding = self.binding;
        let cells = binding
            .key
            .iter()
            .map(|n| self.row.text(*n).unwrap_or_default().trim());
        let key = cells.collect::<Vec<_>>().join("/");
        let short = binding.own_key && key.chars().count() <= 80;
        let key = if short { key } else { id.to_string() };
        one.source = if binding.source.is_empty() {
            key
        } else {
            format!("{}:{key}", binding.source)
        };
    }
}

/// The identity of a relationship that is known by its name alone.
pub(super) fn person(name: &str) -> RecordId {
    identity(["relationship", fold(name).as_str()])
}
