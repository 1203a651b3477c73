//! Which format a file is in: found out from its first bytes and its name, or said.

use std::io::Read;

use super::{Choice, Incoming, Source, head, shown};
use crate::domain::value::choices;
use crate::error::{self, Error};
use crate::transfer::ics::Calendar;
use crate::transfer::own;
use crate::transfer::table::{Lack, Table};
use crate::transfer::vcard::Cards;
use crate::transfer::{jrnl, taskwarrior, tui_journal};

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
        /// What `trustline export` writes: revisions of another journal, which are united, not loaded.
        Trustline = "trustline",
    }
}

/// How much of a file is looked at to tell its format.
const HEAD: u64 = 64 * 1024;

impl Format {
    /// What the first bytes of a file say, and where they leave it open, the end of its name; a table when nothing
    /// else does.
    ///
    /// # Errors
    /// `Input`: it is JSON that nobody here knows.
    pub fn found(head: &[u8], name: &str) -> error::Result<Self> {
        let text = head::letters(head);
        if head::begins(&text, "BEGIN:VCARD") {
            return Ok(Self::Vcard);
        }
        if head::begins(&text, "BEGIN:VCALENDAR") {
            return Ok(Self::Ics);
        }
        if let Some(keys) = head::keys(&text) {
            return Self::of_json(text.starts_with('['), &keys).ok_or_else(|| unknown(name));
        }
        let end = name.rsplit('.').next().unwrap_or_default();
        Ok(match end.to_lowercase().as_str() {
            "vcf" | "vcard" => Self::Vcard,
            "ics" | "ical" | "ifb" => Self::Ics,
            _ => Self::Csv,
        })
    }

    /// What the keys of some JSON say: of a list, or of an object.
    fn of_json(list: bool, keys: &[(usize, String)]) -> Option<Self> {
        let has = |depth: usize, name: &str| keys.iter().any(|(d, key)| *d == depth && key == name);
        let own = if list { 2 } else { 1 };
        if !list && has(1, "trustline") {
            return Some(Self::Trustline);
        }
        // one object a line is how older versions of Taskwarrior export
        let task = has(own, "uuid") && (has(own, "description") || has(own, "status"));
        // a list of nothing is what somebody without tasks exports
        if task || (list && keys.is_empty()) {
            return Some(Self::Taskwarrior);
        }
        if has(own, "content") || (!list && has(3, "content")) {
            return Some(Self::TuiJournal);
        }
        (!list && (has(1, "entries") || has(1, "tags"))).then_some(Self::Jrnl)
    }
}

fn unknown(name: &str) -> Error {
    let says = format!("{} is JSON in no form that is known here", shown(name));
    Error::input(says).hint(
        "what task export, jrnl --format json, tui-journal and trustline export write can be read; a list of issues comes as CSV",
    )
}

/// Opens a foreign file in the format that was said, else in the one it looks to be in.
///
/// # Errors
/// `Input`: it is not in that format; `Usage`: the choice does not fit it; `File`.
pub fn open(source: Source, choice: Choice) -> error::Result<Box<dyn Incoming>> {
    let mut head = Vec::new();
    source.open()?.take(HEAD).read_to_end(&mut head)?;
    let format = match choice.format {
        Some(said) => said,
        None => Format::found(&head, source.name())?,
    };
    Ok(match format {
        Format::Csv if own::is_ours(&head, &choice.table) => own::open(source, &choice.table)?,
        Format::Jrnl => Box::new(jrnl::open(&source, &choice)?),
        Format::TuiJournal => Box::new(tui_journal::open(&source, &choice)?),
        Format::Taskwarrior => Box::new(taskwarrior::open(&source, &choice)?),
        Format::Csv => Box::new(Table::open(source, choice.tabled())?),
        Format::Trustline => {
            let says = format!("{} holds revisions of a journal", shown(source.name()));
            return Err(Error::usage(says).hint("trustline import unites it with this one"));
        }
        Format::Vcard => Box::new(Cards::open(&source, &choice)?),
        Format::Ics => Box::new(Calendar::open(&source, &choice)?),
    })
}

/// The first thing that every record needs and a table does not say by itself, with the names of its columns; `None`:
/// it says all of it, or is no table.
///
/// # Errors
/// As [`open`].
pub fn lacks(source: &Source, choice: &Choice) -> error::Result<Option<(Lack, Vec<String>)>> {
    let mut head = Vec::new();
    source.open()?.take(HEAD).read_to_end(&mut head)?;
    let format = match choice.format {
        Some(said) => said,
        None => Format::found(&head, source.name())?,
    };
    if format != Format::Csv || own::is_ours(&head, &choice.table) {
        return Ok(None);
    }
    let (lacks, columns) = Table::lacks(source, &choice.table)?;
    Ok(lacks.first().map(|lack| (*lack, columns)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &[u8], name: &str, expect: &str) {
        let found =
            Format::found(head, name).map_or_else(|e| e.says().to_owned(), |f| f.to_string());
        assert_eq!(found, expect, "{name} {}", String::from_utf8_lossy(head));
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(unit)
            .collect()
    }

    #[test]
    fn the_first_bytes_tell_the_format() {
        check(b"BEGIN:VCARD\r\nVERSION:3.0", "a.txt", "vcard");
        check(b"\xef\xbb\xbf\r\n begin:vcard\n", "a.csv", "vcard");
        check(b"BEGIN:VCALENDAR\n", "people.vcf", "ics");
        check(b"BEGIN:VEVENT\n", "c.ics", "ics");
        check(b"BEGIN:X,b\n", "c", "csv");
        check(&wide("BEGIN:VCALENDAR\n", u16::to_le_bytes), "c", "ics");
        check(
            &wide("[{\"uuid\":\"1\",\"status\":\"x\"}]", u16::to_be_bytes),
            "c",
            "taskwarrior",
        );
        check(
            b"[\n{\"id\":1,\"description\":\"a\",\"uuid\":\"x\"}\n]",
            "t.json",
            "taskwarrior",
        );
        check(
            b"{\"description\":\"a \\\" { b\",\"uuid\":\"x\",",
            "t.data",
            "taskwarrior",
        );
        check(b"[]", "t.json", "taskwarrior");
        check(
            b"{\"tags\": {\"@ana\": 2}, \"entries\": [{\"title\":\"a\"",
            "j",
            "jrnl",
        );
        check(b"{\"entries\": []}", "j", "jrnl");
        check(
            b"[{\"id\":0,\"date\":\"2026\",\"title\":\"a\",\"content\":\"b\"}]",
            "j",
            "tui-journal",
        );
        check(
            b"{\"version\":100,\"entries\":[{\"title\":\"a\",\"content\":\"b\"}]}",
            "j",
            "tui-journal",
        );
        check(b"{\"trustline\":1,\"revisions\":0}\n", "j", "trustline");
    }

    #[test]
    fn what_nothing_tells_is_a_table_and_foreign_json_is_named() {
        check(b"", "empty.csv", "csv");
        check(b"", "empty.vcf", "vcard");
        check(b"{x},b\n", "odd.csv", "csv");
        check(b"[1] issue,due\n", "odd.csv", "csv");
        check(b"\x00\x00\xff", "noise", "csv");
        let json = "issues.json is JSON in no form that is known here";
        check(b"[{\"number\":1,\"title\":\"a\"}]", "issues.json", json);
        check(b"{\"a\":{\"uuid\":1,\"status\":2}}", "issues.json", json);
        // cut within a key, and nested without end
        check(b"{\"uu", "issues.json", json);
        check("[{\"a\":".repeat(8000).as_bytes(), "issues.json", json);
    }
}
