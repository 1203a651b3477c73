//! Tables for a spreadsheet (CSV, RFC 4180): commitments, check-ins, and the figures of one relationship.
//!
//! A table of records comes back as the same records: their identities stand in it, every field has its column, and
//! what a spreadsheet would run is defused on the way out and restored on the way in. A check-in has one row for each
//! answer, because that is the form in which answers to one question can be filtered, drawn and counted; what belongs
//! to the check-in as a whole stands in each of its rows, its longer words in the first one only.
//!
//! A table of figures holds one relationship, its own past and nothing else: nobody is compared with anybody.

mod cell;
pub mod columns;
mod figures;
mod list;

use std::io::Write;

use chrono::NaiveDate;

use super::{Outgoing, Written};
use crate::domain::checkin::Answer;
use crate::domain::fields::{Field, Names, Shape};
use crate::domain::{Kind, Noun, Record, RecordId};
use crate::error::Result;
use crate::transfer::table::MOST_IN_CELL;
use columns::{Column, NTH, columns};

pub use cell::{defused, restored};
pub use figures::{FigureRow, figures};

/// The mark before a table by which Excel knows that it is UTF-8.
const MARK: &str = "\u{feff}";

/// A table of the records of one kind, being written.
pub struct Csv<'a> {
    out: &'a mut dyn Write,
    kinds: &'static [Kind],
    columns: Vec<(String, Column)>,
    names: &'a dyn Names,
    today: NaiveDate,
    begun: bool,
    marked: bool,
    written: Written,
}

impl<'a> Csv<'a> {
    /// Commitments, one row each, their state as it stands on a day.
    pub fn commitments(out: &'a mut dyn Write, names: &'a dyn Names, today: NaiveDate) -> Self {
        Self::of(&[Kind::Commitment], out, names, today)
    }

    /// Check-ins, one row for each answer.
    pub fn checkins(out: &'a mut dyn Write, names: &'a dyn Names, today: NaiveDate) -> Self {
        Self::of(&[Kind::CheckIn], out, names, today)
    }

    fn of(
        kinds: &'static [Kind],
        out: &'a mut dyn Write,
        names: &'a dyn Names,
        today: NaiveDate,
    ) -> Self {
        Self {
            out,
            columns: kinds.iter().flat_map(|kind| columns(*kind)).collect(),
            kinds,
            names,
            today,
            begun: false,
            marked: false,
            written: Written::default(),
        }
    }

    /// With the mark by which Excel knows that it is UTF-8, or without.
    #[must_use]
    pub fn marked(self, marked: bool) -> Self {
        Self { marked, ..self }
    }

    fn head(&mut self) -> Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        if self.marked {
            self.out.write_all(MARK.as_bytes())?;
        }
        cell::row(self.out, self.columns.iter().map(|(name, _)| name.as_str()))
    }

    fn row(&mut self, id: RecordId, record: &Record, answer: Option<&Nth<'_>>) -> Result<()> {
        let texts = self
            .columns
            .iter()
            .map(|(_, column)| self.text(*column, id, record, answer));
        let cells: Vec<_> = texts.map(|text| cell::defused(&text)).collect();
        let long = cells
            .iter()
            .filter(|cell| cell.len() > MOST_IN_CELL)
            .count();
        self.written.lose(
            "texts of more than 1 MiB, which are written and cannot be read back",
            long,
        );
        cell::row(self.out, cells.iter().map(String::as_str))
    }

    fn text(
        &self,
        column: Column,
        id: RecordId,
        record: &Record,
        answer: Option<&Nth<'_>>,
    ) -> String {
        let who = |field: &Field| {
            let value = (field.get)(record);
            value.text().and_then(|text| text.parse::<RecordId>().ok())
        };
        match column {
            Column::Id => id.to_string(),
            Column::Name(field) => {
                let name = who(field).and_then(|id| self.names.name(id));
                name.unwrap_or_default()
            }
            Column::Who(field) => who(field).map_or_else(String::new, |id| id.to_string()),
            Column::Told(name) => told(name, record, self.today),
            Column::Answer(NTH) => answer.map_or_else(String::new, Nth::text),
            Column::Answer(name) => {
                answer.map_or_else(String::new, |nth| columns::answer(nth.one, name))
            }
            Column::Field(field) if is_long(field) && answer.is_some_and(|a| a.number > 1) => {
                String::new()
            }
            Column::Field(field) => columns::text(field, &(field.get)(record)),
        }
    }
}

/// One answer of a check-in, and which one it is.
struct Nth<'a> {
    one: &'a Answer,
    number: usize,
    of: usize,
}

impl Nth<'_> {
    /// `2 of 7`; with as many digits as the last one has, so that sorting keeps their order.
    fn text(&self) -> String {
        let of = self.of.to_string();
        format!("{:0width$} of {of}", self.number, width = of.len())
    }
}

/// Whether a field's words stand in the first row of a check-in only.
fn is_long(field: &Field) -> bool {
    matches!(field.shape, Shape::Line | Shape::Text | Shape::Rows)
}

/// What follows from a commitment: how it stands, and the due day that stands now.
fn told(name: &str, record: &Record, today: NaiveDate) -> String {
    match (name, record) {
        ("state", Record::Commitment(one)) => one.state_on(today).to_owned(),
        ("due_now", Record::Commitment(one)) => {
            one.due().map_or_else(String::new, |due| due.to_string())
        }
        _ => String::new(),
    }
}

impl Outgoing for Csv<'_> {
    fn kinds(&self) -> &'static [Kind] {
        self.kinds
    }

    fn take(&mut self, id: RecordId, record: &Record) -> Result<()> {
        self.head()?;
        self.written.one();
        match record {
            Record::CheckIn(checkin) if !checkin.answers.is_empty() => {
                let of = checkin.answers.len();
                for (number, one) in (1..).zip(&checkin.answers) {
                    self.row(id, record, Some(&Nth { one, number, of }))?;
                }
                Ok(())
            }
            record => self.row(id, record, None),
        }
    }

    fn end(&mut self) -> Result<Written> {
        self.head()?;
        self.out.flush()?;
        Ok(std::mem::take(&mut self.written))
    }
}
