//! The rows of a table as records, one at a time: each a record, or a fault with its line.

use std::collections::{HashMap, HashSet, VecDeque};
use std::io::Read;

use chrono::NaiveDate;

use super::bind::Binding;
use super::fill::Cells;

use super::MOST_REMEMBERED;
use super::mapping::Means;
use super::split::{MOST_COLUMNS, Malformed, Row, Rows as Split, Stop};
use super::status;
use crate::domain::fields;
use crate::domain::text::fold;
use crate::domain::{Kind, Record, RecordId, Side};
use crate::error::Error;
use crate::transfer::intake::{Held, Report, RowFault, identity, shown};

/// A table's records, and its faults among them. Ends after a fatal fault.
pub struct Rows<'a> {
    pub(super) split: Split<Box<dyn Read>>,
    pub(super) binding: &'a Binding,
    /// What parts the cells.
    pub(super) delimiter: u8,
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
    /// What the rows that were read brought and nobody took yet.
    pub(super) waiting: VecDeque<(RecordId, Record)>,
    /// How many records are mine because a row names me.
    pub(super) mine: u64,
    pub(super) over: bool,
    /// What was read so far.
    pub report: Report,
}

/// What became of a row.
enum Got {
    Records(Vec<Brought>),
    Skipped(String),
}

/// A record of a row, and the relationship that has to be made for it.
pub(super) struct Brought {
    pub id: RecordId,
    pub record: Record,
    pub made: Option<(RecordId, Record)>,
}

impl Iterator for Rows<'_> {
    type Item = Result<(RecordId, Record), RowFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(next) = self.waiting.pop_front() {
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
            Ok(Got::Records(got)) => {
                for one in got {
                    self.take(one);
                }
                self.waiting.pop_front().map(Ok)
            }
        }
    }

    /// Takes one record of a row in, unless its key was met before.
    fn take(&mut self, got: Brought) {
        let Brought { id, record, made } = got;
        if let Some(line) = self.seen.get(&id) {
            let says = format!("has the key of line {line}, which stands");
            self.report.repeated += 1;
            self.report.keep(&RowFault::new(self.row.line, "", &says));
            return;
        }
        if self.seen.len() < MOST_REMEMBERED {
            self.seen.insert(id, self.row.line);
        }
        self.meet(&record, id, made.as_ref().map(|(made, _)| *made));
        self.report.count(&record);
        if made.is_some() {
            self.report.found(Kind::Relationship);
        }
        // the relationship that the row named for the first time goes before it
        let keep = &self.keep;
        let both = made.into_iter().chain([(id, record)]);
        self.waiting
            .extend(both.filter(|(id, _)| !keep.contains(id)));
    }

    pub(super) fn fault(&self, column: usize, says: &str) -> RowFault {
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
        let record = self.cells().record(said.as_ref())?;
        let Record::Commitment(one) = record else {
            let id = self.identity(&record, "");
            return self
                .sound(id, record, None)
                .map(|one| Got::Records(vec![one]));
        };
        let owners = self.owners(&one)?;
        if owners.is_empty() {
            return Ok(Got::Skipped(self.unpromised()));
        }
        let mut got = Vec::new();
        for owner in owners {
            let mut one = one.clone();
            one.who = owner.who;
            if owner.mine {
                one.side = Side::Mine;
                self.mine += 1;
            }
            let mut record = Record::Commitment(one);
            let id = self.identity(&record, &owner.named);
            self.name_source(&mut record, id);
            got.push(self.sound(id, record, owner.made)?);
        }
        Ok(Got::Records(got))
    }

    fn sound(
        &self,
        id: RecordId,
        record: Record,
        made: Option<(RecordId, Record)>,
    ) -> Result<Brought, RowFault> {
        match self.unsound(&record) {
            Some(fault) => Err(fault),
            None => Ok(Brought { id, record, made }),
        }
    }

    /// The row that was just read, its cells as they came, for somebody to mend.
    pub(super) fn as_it_came(&self) -> String {
        let parts = char::from(self.delimiter);
        let cells = (0..self.row.len()).map(|n| self.row.text(n).unwrap_or("\u{fffd}"));
        let cells = cells.map(|cell| {
            if cell.contains([parts, '"', '\n', '\r']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.to_owned()
            }
        });
        cells.collect::<Vec<_>>().join(&parts.to_string())
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

    /// The relationship that a name means: one met before, else the journal's.
    pub(super) fn known(&mut self, name: &str, derived: RecordId) -> Option<RecordId> {
        if let Some(known) = self.people.get(&derived) {
            return Some(*known);
        }
        let known = self.held?.relationship(name, derived)?;
        self.people.insert(derived, known);
        Some(known)
    }

    /// Remembers who was met, once the row is known to be sound.
    fn meet(&mut self, record: &Record, id: RecordId, met: Option<RecordId>) {
        let own = matches!(record, Record::Relationship(_)).then_some(id);
        for id in met.into_iter().chain(own) {
            self.people.insert(id, id);
        }
        if let Record::Commitment(one) = record {
            let since = self.since.entry(one.who).or_insert(one.made);
            *since = one.made.min(*since);
        }
    }

    /// The identity of a row's record: its key, and where several may owe it, who of them does.
    fn identity(&mut self, record: &Record, owner: &str) -> RecordId {
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
        let owner = (!owner.is_empty()).then_some(owner);
        let parts = [kind, binding.source.as_str()].into_iter();
        identity(parts.chain(cells).chain(owner))
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
