//! A table before anybody says what its columns mean: its letters, its delimiter, its header, its rows.

use std::io::Read;

use super::split::{Malformed, Row, Rows as Split, Stop};
use super::{Choice, MOST_COLUMNS, encoding, header, sample, split};
use crate::error::{Error, Result};
use crate::transfer::intake::{RowFault, Source};

/// A table whose columns are known by their names.
pub(in crate::transfer) struct Sheet {
    source: Source,
    encoding: encoding::Encoding,
    mark: usize,
    delimiter: u8,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// What else one should know.
    pub notes: Vec<String>,
}

impl Sheet {
    /// Finds out how a table is written.
    ///
    /// # Errors
    /// `Input`: it is empty or no text; `File`.
    pub fn open(source: Source, choice: &Choice) -> Result<Self> {
        let found = encoding::of(choice.encoding, &source)?;
        let encoding = found.encoding;
        let sample = sample(&source, encoding, found.mark)?;
        let delimiter = choice
            .delimiter
            .unwrap_or_else(|| split::delimiter(&sample));
        Ok(Self {
            columns: header(source.name(), &sample, delimiter)?,
            notes: encoding::notes(encoding, found.odd_line),
            mark: found.mark,
            source,
            encoding,
            delimiter,
        })
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.source.name()
    }

    /// Its rows below the header.
    ///
    /// # Errors
    /// When it cannot be opened any more.
    pub fn rows(&self) -> Result<Cells> {
        let bytes = encoding::Decoder::new(self.source.open()?, self.encoding, self.mark)?;
        let mut cells = Cells {
            split: Split::new(Box::new(bytes), self.delimiter),
            row: Row::default(),
            columns: self.columns.len(),
        };
        // the header was read when the table was opened
        cells
            .next()
            .map_err(|fault| Error::input(fault.to_string()))?;
        Ok(cells)
    }
}

/// The rows of a table, one in hand at a time.
pub(in crate::transfer) struct Cells {
    split: Split<Box<dyn Read>>,
    row: Row,
    columns: usize,
}

impl Cells {
    /// Takes the next row in hand; `false`: there is none.
    ///
    /// # Errors
    /// A fatal fault, when nothing after it can be read.
    pub fn next(&mut self) -> std::result::Result<bool, RowFault> {
        self.split.next(&mut self.row).map_err(|stop| match stop {
            Stop::Quote(line) => {
                RowFault::fatal(line, "a quote opens in this line and is never closed")
            }
            Stop::Io(e) => RowFault::fatal(self.row.line, Error::from(e).says()),
        })
    }

    /// The line in which the row in hand begins.
    pub fn line(&self) -> u64 {
        self.row.line
    }

    /// A cell of the row in hand; blank where there is none.
    pub fn text(&self, n: usize) -> &str {
        self.row.text(n).unwrap_or_default()
    }

    /// The row in hand as it came, its cells parted by tabs.
    pub fn as_it_came(&self) -> String {
        let cells = (0..self.row.len()).map(|n| self.row.text(n).unwrap_or("\u{fffd}"));
        cells.collect::<Vec<_>>().join("\t")
    }

    /// Whether the row in hand has the header's columns, and letters in all of them.
    pub fn well_formed(&self) -> std::result::Result<(), RowFault> {
        let (row, columns) = (&self.row, self.columns);
        let says = match row.fault {
            Some(Malformed::Columns) => format!("has more than {MOST_COLUMNS} columns"),
            Some(Malformed::Long) => {
                "has a cell of more than 1 MiB, or more than 4 MiB in all".to_owned()
            }
            None if row.len() != columns => {
                format!("has {} columns, and the first row has {columns}", row.len())
            }
            None if (0..row.len()).any(|n| row.text(n).is_none()) => {
                "holds bytes that are no letters in the encoding of this file".to_owned()
            }
            None => return Ok(()),
        };
        Err(RowFault::new(row.line, "", &says))
    }
}
