//! What reading a table brought: counts first, then what was refused, by line.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::note::NoteSort;
use crate::domain::{Kind, Noun, Record, text};

/// How many faults a report keeps; all of them are counted.
pub const FAULTS_KEPT: usize = 20;

/// Why a row was refused, or why the rest of the table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The line in which the row begins, from 1; 0 where no line is known.
    pub line: u64,
    /// The column's name; blank where the whole row is meant.
    pub column: String,
    /// One sentence.
    pub says: String,
    /// Whether nothing after it can be read; the rows before it are not to be kept either.
    pub fatal: bool,
}

impl RowFault {
    pub(in crate::transfer) fn new(line: u64, column: &str, says: &str) -> Self {
        let clean = text::line(says);
        let says = if clean.chars().count() > 300 {
            clean.chars().take(299).chain(['\u{2026}']).collect()
        } else {
            clean.into_owned()
        };
        Self {
            line,
            column: shown(column),
            says,
            fatal: false,
        }
    }

    pub(in crate::transfer) fn fatal(line: u64, says: &str) -> Self {
        Self {
            fatal: true,
            ..Self::new(line, "", says)
        }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column.as_str()) {
            (0, "") => {}
            (line, "") => write!(out, "line {line}: ")?,
            (line, column) => write!(out, "line {line}, {column}: ")?,
        }
        out.write_str(&self.says)
    }
}

/// What reading a table brought. Its `Display` is the whole report in plain lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What it was: `issues.csv: 12 columns parted by commas, UTF-8, read with the mapping jira-due`.
    pub table: String,
    /// Rows below the header, tasks, entries, cards or events.
    pub rows: u64,
    /// What a row is called; blank: `row`.
    pub row: &'static str,
    /// Records found, by kind; relationships also where they are made because a row named them.
    pub kinds: BTreeMap<Kind, u64>,
    /// Of the notes: one-on-ones that were held, and those to come.
    pub held: u64,
    /// See `held`.
    pub to_come: u64,
    /// The commitments by how they stand: kept, late, broken, released, excused, open, requested.
    pub outcomes: BTreeMap<&'static str, u64>,
    /// Rows skipped, by why: `no due`, `status “Draft”`.
    pub skipped: BTreeMap<String, u64>,
    /// Rows with the key of a row before them; the first one stands.
    pub repeated: u64,
    /// Rows refused.
    pub refused: u64,
    /// Of those: rows with a date that could be two days, and nobody said which.
    pub undecided: u64,
    /// Records that the journal does not hold.
    pub new: u64,
    /// Records that it holds just so.
    pub same: u64,
    /// Records that it holds otherwise.
    pub differing: u64,
    /// Records that were deleted in the journal, or belong to a relationship that was: left out.
    pub erased: u64,
    /// The first faults, at most [`FAULTS_KEPT`].
    pub faults: Vec<RowFault>,
    /// What else one should know (how the letters were read, …).
    pub notes: Vec<String>,
}

impl Report {
    /// Counts a record that was found.
    pub(in crate::transfer) fn count(&mut self, record: &Record) {
        self.found(record.kind());
        match record {
            Record::Commitment(one) => *self.outcomes.entry(one.state()).or_default() += 1,
            Record::Note(note) => {
                self.held += u64::from(note.sort == NoteSort::OneOnOne);
                self.to_come += u64::from(note.sort == NoteSort::Planned);
            }
            _ => {}
        }
    }

    /// Counts a record of a kind.
    pub(in crate::transfer) fn found(&mut self, kind: Kind) {
        *self.kinds.entry(kind).or_default() += 1;
    }

    pub(in crate::transfer) fn refuse(&mut self, fault: &RowFault) {
        self.refused += 1;
        self.undecided += u64::from(fault.says.ends_with(crate::transfer::table::ASKS));
        self.keep(fault);
    }

    pub(in crate::transfer) fn keep(&mut self, fault: &RowFault) {
        if self.faults.len() < FAULTS_KEPT {
            self.faults.push(fault.clone());
        }
    }
}

impl Report {
    /// How many of a kind, in words; one-on-ones apart from other notes.
    fn many(&self, kind: Kind) -> String {
        let all = self.kinds.get(&kind).copied().unwrap_or(0);
        let meetings = self.held + self.to_come;
        if kind != Kind::Note || meetings == 0 {
            return counted(all, kind.word());
        }
        let told = format!(
            "{} ({} held, {} to come)",
            counted(meetings, "one-on-one"),
            self.held,
            self.to_come
        );
        match all.saturating_sub(meetings) {
            0 => told,
            notes => format!("{told}, {}", counted(notes, kind.word())),
        }
    }

    fn write_faults(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.repeated > 0 {
            let rows = counted(self.repeated, "row");
            writeln!(out, "repeated: {rows} with the key of a row before")?;
        }
        if self.refused > 0 {
            writeln!(out, "refused: {}", counted(self.refused, "row"))?;
        }
        for fault in &self.faults {
            writeln!(out, "  {fault}")?;
        }
        let faults = self.refused + self.repeated;
        let more = faults.saturating_sub(self.faults.len() as u64);
        if more > 0 {
            writeln!(out, "  and {more} more")?;
        }
        Ok(())
    }
}

fn counted(count: u64, one: &str) -> String {
    match (count, one.strip_suffix('y')) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {one}s"),
    }
}

/// Text from outside, as it may stand in a sentence: clean and at most sixty characters.
pub fn shown(text: &str) -> String {
    let clean = text::line(text);
    if clean.chars().count() <= 60 {
        return clean.into_owned();
    }
    clean.chars().take(59).chain(['\u{2026}']).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.table)?;
        let of = |kind: Kind| self.many(kind);
        let mut kinds: Vec<_> = self.kinds.keys().copied().collect();
        // people come after what is with them
        kinds.sort_by_key(|kind| *kind == Kind::Relationship);
        if kinds.is_empty() {
            kinds.push(Kind::Commitment);
        }
        let kinds: Vec<_> = kinds.into_iter().map(of).collect();
        let row = if self.row.is_empty() { "row" } else { self.row };
        writeln!(out, "{}: {}", counted(self.rows, row), kinds.join(", "))?;
        let list = |counts: &mut dyn Iterator<Item = String>| counts.collect::<Vec<_>>().join(", ");
        if !self.outcomes.is_empty() {
            let outcomes = list(&mut self.outcomes.iter().map(|(word, n)| format!("{n} {word}")));
            writeln!(out, "outcomes: {outcomes}")?;
        }
        writeln!(
            out,
            "in the journal: {} new, {} already there, {} there with other contents",
            self.new, self.same, self.differing
        )?;
        if self.erased > 0 {
            let records = counted(self.erased, "record");
            writeln!(out, "deleted in the journal: {records}, left out")?;
        }
        if !self.skipped.is_empty() {
            let skipped = list(
                &mut self
                    .skipped
                    .iter()
                    .map(|(why, n)| format!("{n} with {why}")),
            );
            writeln!(out, "skipped: {skipped}")?;
        }
        self.write_faults(out)?;
        for note in &self.notes {
            writeln!(out, "note: {note}")?;
        }
        Ok(())
    }
}
