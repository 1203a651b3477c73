//! A table in plain text (CSV) into commitments and relationships: sniffed, mapped, refused by line, in constant memory.
//!
//! A [`Table`] is opened once (its letters and its delimiter are found out, its mapping is laid over its
//! header), surveyed once against the journal (what is new, what is refused, who is who; nothing is
//! written), and then fed into the journal. Reading the file three times keeps every answer exact and the
//! memory bounded: a row, the names that were met, and the keys of the first million rows.
//!
//! A row that is refused never stops the others. What makes the rest unreadable (a quote that is never
//! closed) does, and then nothing is kept. A record that the journal already holds with other contents is
//! left as it is unless an update was asked for: what somebody typed is not undone by importing again.

mod bind;
pub(in crate::transfer) mod cell;
mod dates;
pub(in crate::transfer) mod encoding;
mod feed;
mod fill;
mod flags;
mod header;
mod lack;
mod mapping;
mod notes;
mod owner;
mod rows;
mod sheet;
mod split;
mod status;

use std::collections::{HashMap, HashSet};
use std::io::Read;

use super::intake::{Held, Incoming, Records, Report, RowFault, Source, Survey, Watch, shown};
use crate::domain::{Record, RecordId};
use crate::error::{Error, Result};

pub(in crate::transfer) use dates::when;
pub use dates::{ASKS, DateOrder};
pub use encoding::Encoding;
pub use flags::Flags;
pub use lack::Lack;
pub use mapping::{Case, History, Mapping, Means, Outcome, Rowed, Who};
pub use rows::Rows;
pub(in crate::transfer) use sheet::{Cells, Sheet};
pub use split::{DELIMITERS, MOST_COLUMNS, MOST_IN_CELL, MOST_IN_ROW};

/// The most relationships one table may bring.
pub const MOST_NAMES: usize = 1_000_000;
/// How many keys are remembered to notice a row that repeats another.
pub const MOST_REMEMBERED: usize = 1_000_000;

/// How a table is to be read, as far as it was said; the rest is found out.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The mapping; `None`: the ready one whose columns the header has, else the header's own words.
    pub mapping: Option<Mapping>,
    /// Flags, laid over the mapping.
    pub flags: Flags,
    /// The delimiter; `None`: the one of [`DELIMITERS`] that parts the first rows most evenly.
    pub delimiter: Option<u8>,
    /// The encoding; `None`: found out.
    pub encoding: Option<Encoding>,
    /// Whether records that the journal holds otherwise take the table's contents.
    pub update: bool,
    /// My own names, as the table writes them: rows of mine are promises of mine.
    pub me: Vec<String>,
}

/// A table, ready to be read.
pub struct Table {
    source: Source,
    encoding: Encoding,
    mark: usize,
    delimiter: u8,
    mapping: Mapping,
    binding: bind::Binding,
    update: bool,
    notes: Vec<String>,
}

impl Table {
    /// Finds out how a table is written, and lays its mapping over its header.
    ///
    /// # Errors
    /// `Input`: it is empty, no text, or lacks a mapped column; `Usage`: the mapping or the flags do not fit; `File`.
    pub fn open(source: Source, choice: Choice) -> Result<Self> {
        let found = encoding::of(choice.encoding, &source)?;
        let encoding = found.encoding;
        let sample = sample(&source, encoding, found.mark)?;
        let delimiter = choice
            .delimiter
            .unwrap_or_else(|| split::delimiter(&sample));
        let columns = header(source.name(), &sample, delimiter)?;
        let mapping = chosen(choice.mapping, &choice.flags, &columns)?;
        if looks_like_prose(&mapping, &columns) {
            let says = format!("{} does not look like a table", shown(source.name()));
            return Err(Error::input(says).hint(
                "its first line has one column and no name that is known here; --delimiter says how columns are parted; notes of jrnl are read as JSON: jrnl --format json",
            ));
        }
        let binding = bind::bind(&mapping, columns, &choice.me)?;
        lack::needed(&mapping, &binding.columns)?;
        let notes = encoding::notes(encoding, found.odd_line);
        Ok(Self {
            source,
            encoding,
            mark: found.mark,
            delimiter,
            mapping,
            binding,
            update: choice.update,
            notes,
        })
    }

    /// What nothing in a table feeds and every record needs, with the names of its columns: what is left to be said
    /// before it can be opened.
    ///
    /// # Errors
    /// As [`Table::open`].
    pub fn lacks(source: &Source, choice: &Choice) -> Result<(Vec<Lack>, Vec<String>)> {
        let found = encoding::of(choice.encoding, source)?;
        let sample = sample(source, found.encoding, found.mark)?;
        let delimiter = choice
            .delimiter
            .unwrap_or_else(|| split::delimiter(&sample));
        let columns = header(source.name(), &sample, delimiter)?;
        let mapping = chosen(choice.mapping.clone(), &choice.flags, &columns)?;
        let prose = looks_like_prose(&mapping, &columns);
        let lacks = if prose {
            Vec::new()
        } else {
            lack::lacking(&mapping, &columns)?
        };
        Ok((lacks, columns))
    }

    /// The mapping it is read with.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// The names of its columns.
    pub fn columns(&self) -> &[String] {
        &self.binding.columns
    }

    /// The delimiter between its cells.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The encoding of its letters.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Its records and its faults, as they come, without a journal beside them.
    ///
    /// # Errors
    /// When it cannot be opened any more.
    pub fn rows(&self) -> Result<Rows<'_>> {
        let bytes = encoding::Decoder::new(self.source.open()?, self.encoding, self.mark)?;
        let mut rows = Rows {
            split: split::Rows::new(Box::new(bytes) as Box<dyn Read>, self.delimiter),
            binding: &self.binding,
            delimiter: self.delimiter,
            held: None,
            people: HashMap::new(),
            keep: HashSet::new(),
            since: HashMap::new(),
            seen: HashMap::new(),
            row: split::Row::default(),
            waiting: std::collections::VecDeque::new(),
            mine: 0,
            over: false,
            report: Report {
                table: self.says(),
                notes: self.notes.clone(),
                ..Report::default()
            },
        };
        // the header was read when the table was opened; a file that changed since is caught by its columns
        rows.over = !rows.split.next(&mut rows.row).unwrap_or(false);
        Ok(rows)
    }

    fn says(&self) -> String {
        let parted = match self.delimiter {
            b',' => "commas".to_owned(),
            b';' => "semicolons".to_owned(),
            b'\t' => "tabs".to_owned(),
            b'|' => "bars".to_owned(),
            other => format!("\u{201c}{}\u{201d}", char::from(other)),
        };
        let columns = self.binding.columns.len();
        let read = match self.mapping.name.as_str() {
            "" => "read as its columns are called or flags say".to_owned(),
            name => format!("read with the mapping {}", shown(name)),
        };
        format!(
            "{}: {columns} column{} parted by {parted}, {}, {read}",
            shown(self.source.name()),
            if columns == 1 { "" } else { "s" },
            self.encoding.name(),
        )
    }

    fn unreadable(&self, fault: &RowFault) -> Error {
        Error::input(format!("{}, {fault}", shown(self.source.name())))
            .hint("nothing was imported; mend that line and try again")
    }
}

impl Incoming for Table {
    fn survey(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Survey> {
        let mut rows = self.rows()?;
        rows.held = Some(held);
        let mut survey = Survey::default();
        let over = |there: &Record, from: &Record| fill::over(&self.binding, there, from);
        while let Some(item) = rows.next() {
            if rows.report.rows % 256 == 0 && !(watch.tick)(rows.report.rows) {
                return Err(Error::refused("stopped; nothing was kept"));
            }
            match item {
                Err(fault) if fault.fatal => return Err(self.unreadable(&fault)),
                Err(fault) => (watch.refused)(&fault, &rows.as_it_came())?,
                Ok((id, record)) => survey.compare(id, &record, held, self.update, &over),
            }
        }
        let compared = survey.report;
        survey.report = rows.report;
        let report = &mut survey.report;
        report
            .notes
            .extend(owner::note(&self.mapping, &self.binding, rows.mine));
        (report.new, report.same) = (compared.new, compared.same);
        (report.differing, report.erased) = (compared.differing, compared.erased);
        if report.rows == 0 {
            let says = "there is no row below the names of the columns";
            report.notes.push(says.to_owned());
        }
        if report.undecided > 0 {
            let says = "dates that could be two days: --dates dmy (the day first) or --dates mdy (the month first) says which";
            report.notes.push(says.to_owned());
        }
        notes::of(report, &self.mapping, &self.binding);
        survey.note_differing(self.update);
        survey.since = rows.since;
        let stands = |known: &RecordId| (held.record)(*known).is_some();
        let people = rows.people.into_iter();
        survey.people = people
            .filter(|(derived, known)| derived != known || stands(known))
            .collect();
        Ok(survey)
    }

    fn feed(&self, survey: Survey) -> Result<Records<'_>> {
        let mut rows = self.rows()?;
        rows.people = survey.people;
        rows.keep = survey.keep;
        // a relationship begins with the earliest of its commitments, wherever in the table that stands
        rows.since = survey.since;
        let there = survey.there;
        Ok(Box::new(rows.filter_map(move |item| match item {
            Ok((id, record)) => Some(Ok(match there.get(&id) {
                Some(stands) => (id, fill::over(&self.binding, stands, &record)),
                None => (id, record),
            })),
            Err(fault) if fault.fatal => Some(Err(self.unreadable(&fault))),
            Err(_) => None,
        })))
    }
}

const SAMPLE: u64 = 64 * 1024;

/// The beginning of a table, decoded; longer when the header is.
fn sample(source: &Source, encoding: Encoding, mark: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    encoding::Decoder::new(source.open()?, encoding, mark)?
        .take(SAMPLE)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 == SAMPLE {
        // a row cut in two would count for nothing; a header that is longer than this is read on its own
        if let Some(end) = bytes.iter().rposition(|b| *b == b'\n') {
            bytes.truncate(end + 1);
        } else {
            bytes.clear();
            let most = split::MOST_IN_ROW as u64 + 1;
            encoding::Decoder::new(source.open()?, encoding, mark)?
                .take(most)
                .read_to_end(&mut bytes)?;
        }
    }
    Ok(bytes)
}

/// The names of the columns.
fn header(name: &str, sample: &[u8], delimiter: u8) -> Result<Vec<String>> {
    let name = shown(name);
    let mut row = split::Row::default();
    let there = split::Rows::new(sample, delimiter).next(&mut row);
    let fault = match there {
        Ok(false) => {
            return Err(Error::input(format!("{name} is empty"))
                .hint("the first row names the columns, each row below is one record"));
        }
        Err(split::Stop::Quote(line)) => {
            format!("line {line}: a quote opens in this line and is never closed")
        }
        Err(split::Stop::Io(e)) => return Err(e.into()),
        Ok(true) => match row.fault {
            Some(split::Malformed::Columns) => {
                format!("line {}: has more than {MOST_COLUMNS} columns", row.line)
            }
            Some(split::Malformed::Long) => {
                format!("line {}: is too long for the names of columns", row.line)
            }
            None => {
                let column = |n| row.text(n).map(|text| text.trim().to_owned());
                match (0..row.len()).map(column).collect::<Option<Vec<_>>>() {
                    Some(columns) => return Ok(columns),
                    None => format!(
                        "line {}: holds bytes that are no letters in the encoding of this file",
                        row.line
                    ),
                }
            }
        },
    };
    Err(Error::input(format!("{name}, {fault}")).hint("the first row names the columns"))
}

/// Whether a text is no table: one column, and it feeds nothing.
fn looks_like_prose(mapping: &Mapping, columns: &[String]) -> bool {
    columns.len() == 1 && lack::lacking(mapping, columns).is_ok_and(|lacks| lacks.len() > 3)
}

/// The mapping that was asked for, the ready one that fits, or what the header says by itself; flags over it.
fn chosen(asked: Option<Mapping>, flags: &Flags, columns: &[String]) -> Result<Mapping> {
    let rowed = flags.rowed()?;
    let plain = flags.map.is_empty() && rowed.is_none();
    let base = asked
        .or_else(|| plain.then(|| Mapping::recognised(columns)).flatten())
        .unwrap_or_else(|| cell::by_header(columns, rowed.unwrap_or_default()));
    base.over(flags)
}
