//! The rows of our own table as records, one at a time: a commitment a row, a check-in as many rows as it has answers.

use std::collections::HashMap;

use crate::domain::checkin::Answer;
use crate::domain::fields::Field;
use crate::domain::{Kind, Record, RecordId, When};
use crate::transfer::intake::{RowFault, identity};
use crate::transfer::outgoing::csv::columns::{self, Column, NTH};
use crate::transfer::outgoing::csv::restored;
use crate::transfer::table::{Cells, DateOrder, MOST_REMEMBERED, when};

/// Whom a row names.
#[derive(Clone)]
pub(super) struct Named {
    /// The field that names them.
    pub field: &'static Field,
    /// Their identity, where the table holds it.
    pub id: RecordId,
    /// Their name.
    pub name: String,
}

/// A record as its rows tell it, before it is known who is who.
pub(super) struct Told {
    /// The line in which it begins.
    pub line: u64,
    /// Its identity.
    pub id: RecordId,
    /// The record, without whom it is with.
    pub record: Record,
    /// Whom it is with.
    pub whos: Vec<Named>,
}

/// How the columns of a table are read.
pub(super) struct Shape {
    /// What a record of it is.
    pub kind: Kind,
    /// What each column holds; `None`: nothing that is read back.
    pub columns: Vec<Option<Column>>,
    /// Their names.
    pub names: Vec<String>,
    /// The order of dates that a spreadsheet wrote in its own way.
    pub order: Option<DateOrder>,
}

/// The records of our own table, and its faults among them. Ends after a fatal fault.
pub(super) struct Rows<'a> {
    cells: Cells,
    shape: &'a Shape,
    seen: HashMap<RecordId, u64>,
    /// The row in hand was looked at and belongs to what comes next.
    in_hand: bool,
    over: bool,
    /// How many rows were read.
    pub read: u64,
}

impl Iterator for Rows<'_> {
    type Item = Result<Told, RowFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let told = match self
            .advance()
            .and_then(|more| more.then(|| self.told()).transpose())
        {
            Ok(told) => told?,
            Err(fault) => {
                self.over |= fault.fatal;
                return Some(Err(fault));
            }
        };
        if let Some(line) = self.seen.get(&told.id) {
            let says = format!("has the id of line {line}, which stands");
            return Some(Err(RowFault::new(told.line, "id", &says)));
        }
        if self.seen.len() < MOST_REMEMBERED {
            self.seen.insert(told.id, told.line);
        }
        Some(Ok(told))
    }
}

impl<'a> Rows<'a> {
    pub fn new(cells: Cells, shape: &'a Shape) -> Self {
        Self {
            cells,
            shape,
            seen: HashMap::new(),
            in_hand: false,
            over: false,
            read: 0,
        }
    }

    /// The row in hand as it came.
    pub fn as_it_came(&self) -> String {
        self.cells.as_it_came()
    }

    /// Takes the next row in hand, unless one is.
    fn advance(&mut self) -> Result<bool, RowFault> {
        if std::mem::take(&mut self.in_hand) {
            return Ok(true);
        }
        let more = self.cells.next()?;
        self.read += u64::from(more);
        self.over = !more;
        Ok(more)
    }

    fn told(&mut self) -> Result<Told, RowFault> {
        let mut told = self.row()?;
        if self.shape.kind == Kind::CheckIn {
            let answers = self.answers(told.line, told.id)?;
            columns::set_answers(&mut told.record, &answers);
        }
        Ok(told)
    }

    /// The record of the row in hand, without answers.
    fn row(&self) -> Result<Told, RowFault> {
        self.cells.well_formed()?;
        let line = self.cells.line();
        let fault = |n: usize, says: &str| RowFault::new(line, &self.shape.names[n], says);
        let mut told = Told {
            line,
            id: RecordId::default(),
            record: self.shape.kind.blank(),
            whos: Vec::new(),
        };
        for (n, column) in self.shape.columns.iter().enumerate() {
            let text = restored(self.cells.text(n));
            match column {
                Some(Column::Id) => told.id = id(&text).map_err(|says| fault(n, &says))?,
                Some(Column::Name(field)) => told.named(field).name = text,
                Some(Column::Who(field)) => {
                    told.named(field).id = id(&text).map_err(|says| fault(n, &says))?;
                }
                Some(Column::Field(field)) => {
                    let value = columns::value(field, &text, &|text| self.day(text));
                    let set = value.and_then(|value| (field.set)(&mut told.record, &value));
                    set.map_err(|says| fault(n, &says))?;
                }
                Some(Column::Told(_) | Column::Answer(_)) | None => {}
            }
        }
        if told.id == RecordId::default() {
            told.id = self.derived();
        }
        Ok(told)
    }

    /// The identity of a row that was added by hand: it follows from its words.
    fn derived(&self) -> RecordId {
        let kind = self.shape.kind;
        let cells = (0..self.shape.names.len()).filter(|n| {
            let name = self.shape.names[*n].as_str();
            name != "id" && columns::needed(kind).contains(&name)
        });
        let texts = cells.map(|n| self.cells.text(n));
        identity([kind.word(), "table"].into_iter().chain(texts))
    }

    /// A day as it stands in a table of ours, or as a spreadsheet wrote it over.
    fn day(&self, text: &str) -> Result<String, String> {
        let read = text.parse::<When>();
        read.or_else(|_| when(text, self.shape.order))
            .map(|when| when.to_string())
    }

    /// The answers of a check-in, of the row in hand and of those below it.
    fn answers(&mut self, line: u64, id: RecordId) -> Result<Vec<Answer>, RowFault> {
        let (first, of) = self.place()?;
        if of == 0 {
            return Ok(Vec::new());
        }
        if first != 1 {
            let says = format!(
                "stands apart from the first of its {of} answers; sort by id, then by answer"
            );
            return Err(RowFault::new(line, NTH, &says));
        }
        let mut answers = vec![self.answer()?];
        while answers.len() < of {
            let goes_on = self.advance()?;
            let same = goes_on && self.own_id().is_ok_and(|own| own == id);
            if !same || self.place()? != (answers.len() + 1, of) {
                self.in_hand = goes_on;
                let says = format!(
                    "{of} answers belong to this check-in, and only {} stand together; sort by id, then by answer, and leave none out",
                    answers.len()
                );
                return Err(RowFault::new(line, NTH, &says));
            }
            self.cells.well_formed()?;
            answers.push(self.answer()?);
        }
        Ok(answers)
    }

    fn own_id(&self) -> Result<RecordId, String> {
        let n = self.column(|column| matches!(column, Column::Id));
        id(n.map_or("", |n| self.cells.text(n)))
    }

    fn column(&self, is: impl Fn(&Column) -> bool) -> Option<usize> {
        let found = |column: &Option<Column>| column.as_ref().is_some_and(&is);
        self.shape.columns.iter().position(found)
    }

    /// Which answer of how many the row in hand holds; of none where the cell is blank.
    fn place(&self) -> Result<(usize, usize), RowFault> {
        let n = self.column(|column| matches!(column, Column::Answer(NTH)));
        let text = n.map_or("", |n| self.cells.text(n)).trim();
        if text.is_empty() {
            return Ok((0, 0));
        }
        let read = text.split_once(" of ").and_then(|(nth, of)| {
            let pair = (nth.trim().parse().ok()?, of.trim().parse().ok()?);
            (1 <= pair.0 && pair.0 <= pair.1).then_some(pair)
        });
        read.ok_or_else(|| {
            let says = format!(
                "\u{201c}{text}\u{201d} does not say which answer of how many, such as 2 of 7"
            );
            RowFault::new(self.cells.line(), NTH, &says)
        })
    }

    /// The answer in the row in hand.
    fn answer(&self) -> Result<Answer, RowFault> {
        let mut answer = Answer::default();
        for (n, column) in self.shape.columns.iter().enumerate() {
            if let Some(Column::Answer(name)) = column {
                let text = restored(self.cells.text(n));
                columns::take(&mut answer, name, &text)
                    .map_err(|says| RowFault::new(self.cells.line(), name, &says))?;
            }
        }
        Ok(answer)
    }
}

impl Told {
    fn named(&mut self, field: &'static Field) -> &mut Named {
        let at = self
            .whos
            .iter()
            .position(|named| named.field.name == field.name);
        let at = at.unwrap_or_else(|| {
            self.whos.push(Named {
                field,
                id: RecordId::default(),
                name: String::new(),
            });
            self.whos.len() - 1
        });
        &mut self.whos[at]
    }
}

fn id(text: &str) -> Result<RecordId, String> {
    match text.trim() {
        "" => Ok(RecordId::default()),
        text => text.parse(),
    }
}
