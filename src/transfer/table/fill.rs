//! A row's cells into a record: constants first, then columns, then the constants of cases, then its status.

use super::bind::{Binding, Constant, Ending};
use super::cell::value;
use super::mapping::Rowed;
use super::split::Row;
use super::status::{self, Said};
use crate::domain::Record;
use crate::domain::commitment::Commitment;
use crate::domain::fields::Field;
use crate::domain::relationship::Relationship;
use crate::domain::text::fold;
use crate::transfer::intake::RowFault;

/// The cells of one row.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub binding: &'a Binding,
    pub row: &'a Row,
}

impl Cells<'_> {
    /// A fault of a column.
    pub fn fault(&self, column: usize, says: &str) -> RowFault {
        let name = self.binding.columns.get(column).map_or("", String::as_str);
        RowFault::new(self.row.line, name, says)
    }

    /// The record that the row makes, without whom it is with.
    ///
    /// # Errors
    /// The first cell at fault, or a field that nothing fed.
    pub fn record(&self, said: Option<&Said>) -> Result<Record, RowFault> {
        let (mut record, fed) = self.filled()?;
        let first = said.and_then(|s| s.first);
        if let Some(field) = lacks(&record, &fed, first.is_some()) {
            return Err(self.lacking(field));
        }
        if let Record::Commitment(one) = &mut record {
            if let (false, Some(first)) = (fed.contains(&"made"), first) {
                one.made = first;
            }
            // what was not merely asked for was agreed to when it was made
            if !fed.contains(&"agreed") {
                one.agreed = Some(one.made);
            }
            if let (Some(said), Some(ending)) = (said, &self.binding.ending) {
                let column = match ending {
                    Ending::Status { word, .. } => word.read(self.row).0,
                    Ending::History { column, .. } => *column,
                };
                status::settle(one, said).map_err(|says| self.fault(column, &says))?;
            }
        }
        Ok(record)
    }

    /// The record and the names of the fields that were fed.
    fn filled(&self) -> Result<(Record, Vec<&'static str>), RowFault> {
        let mut record = match self.binding.rowed {
            Rowed::Commitment => Record::Commitment(Commitment::default()),
            Rowed::Relationship => Record::Relationship(Relationship::default()),
        };
        let mut fed = Vec::new();
        self.set(&mut record, &self.binding.constants, &mut fed)?;
        for (field, feed) in &self.binding.cells {
            let (column, text) = feed.read(self.row);
            let fault = |says: String| self.fault(column, &says);
            let value = value(field, &text, self.binding.order).map_err(fault)?;
            if !value.is_empty() {
                (field.set)(&mut record, &value).map_err(fault)?;
                fed.push(field.name);
            }
        }
        for (column, is, constants) in &self.binding.cases {
            if fold(self.row.text(*column).unwrap_or_default()) == *is {
                self.set(&mut record, constants, &mut fed)?;
            }
        }
        Ok((record, fed))
    }

    fn set(
        &self,
        record: &mut Record,
        constants: &[Constant],
        fed: &mut Vec<&'static str>,
    ) -> Result<(), RowFault> {
        for (field, value) in constants {
            let fault = |says: String| RowFault::new(self.row.line, field.name, &says);
            (field.set)(record, value).map_err(fault)?;
            fed.push(field.name);
        }
        Ok(())
    }

    /// A field that the row had to feed and did not.
    pub fn lacking(&self, field: &'static str) -> RowFault {
        match self.binding.column_of(field) {
            Some(column) => self.fault(column, "is blank, and it is needed"),
            None => RowFault::new(self.row.line, field, "is needed"),
        }
    }
}

/// A record that is there with the table's contents laid over it; what the table does not feed stays.
pub(super) fn over(binding: &Binding, there: &Record, from: &Record) -> Record {
    const SETTLED: [&str; 5] = ["done", "broken", "released", "excused", "reason"];
    let settles = binding.ending.is_some();
    let mut laid = there.clone();
    for field in from.kind().fields() {
        let is = |f: &&Field| f.name == field.name;
        let fed = binding.cells.iter().any(|(f, _)| is(f))
            || binding.constants.iter().any(|(f, _)| is(f))
            || binding
                .cases
                .iter()
                .any(|(_, _, constants)| constants.iter().any(|(f, _)| is(f)))
            || matches!(field.name, "who" | "source")
            || (settles && SETTLED.contains(&field.name));
        // what was taken out of a record of the same kind fits into it
        if fed && (field.set)(&mut laid, &(field.get)(from)).is_err() {
            return from.clone();
        }
    }
    laid
}

/// The first field that was not fed, of those whose empty value looks like a real one.
fn lacks(record: &Record, fed: &[&str], dated: bool) -> Option<&'static str> {
    let needed: &[&str] = match record {
        Record::Relationship(_) => &["since"],
        _ if dated => &["side"],
        _ => &["made", "side"],
    };
    needed.iter().copied().find(|name| !fed.contains(name))
}
