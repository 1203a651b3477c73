//! What can leave the journal, and the formats that can hold it.

use std::path::Path;

use crate::domain::Kind;
use crate::domain::value::choices;

choices! {
    /// What can leave.
    pub enum What {
        /// Every revision of every record: the whole journal.
        #[default]
        Revisions = "everything",
        /// The commitments, as they stand.
        Commitments = "commitments",
        /// The commitments as a task list.
        Tasks = "tasks",
        /// The check-ins, as they stand.
        CheckIns = "check-ins",
        /// What is due, and the one-on-ones held and to come.
        Calendar = "calendar",
        /// The figures of one relationship over time.
        Figures = "figures",
    }
}

choices! {
    /// The formats in which it can leave.
    pub enum Form {
        /// Revisions as JSON Lines: lossless.
        #[default]
        Jsonl = "jsonl",
        /// A table for a spreadsheet.
        Csv = "csv",
        /// A calendar, iCalendar.
        Ics = "ics",
        /// The JSON that Taskwarrior imports.
        Taskwarrior = "taskwarrior",
    }
}

impl What {
    /// The formats that can hold it, the usual one first.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Revisions => &[Form::Jsonl],
            Self::Commitments => &[Form::Csv, Form::Taskwarrior, Form::Ics],
            Self::Tasks => &[Form::Taskwarrior],
            Self::CheckIns | Self::Figures => &[Form::Csv],
            Self::Calendar => &[Form::Ics],
        }
    }

    /// The kind of its records, where they are of one.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Commitments | Self::Tasks => Some(Kind::Commitment),
            Self::CheckIns => Some(Kind::CheckIn),
            Self::Revisions | Self::Calendar | Self::Figures => None,
        }
    }

    /// What one of what is written is called.
    pub fn one(self) -> &'static str {
        match self {
            Self::Revisions => "revision",
            Self::Commitments => "commitment",
            Self::Tasks => "task",
            Self::CheckIns => "check-in",
            Self::Calendar => "date",
            Self::Figures => "row",
        }
    }

    /// What it cannot hold by its nature, in a sentence; none for the whole journal.
    pub fn leaves_out(self) -> Option<&'static str> {
        match self {
            Self::Revisions => None,
            Self::Commitments | Self::Tasks | Self::CheckIns | Self::Calendar => Some(
                "It holds how each one stands now, not its history or anything else; everything is in the export of everything.",
            ),
            Self::Figures => {
                Some("Figures are counted from records: they cannot be imported again.")
            }
        }
    }
}

impl Form {
    /// What is usually written in it.
    pub fn usual(self) -> What {
        match self {
            Self::Jsonl => What::Revisions,
            Self::Csv => What::Commitments,
            Self::Ics => What::Calendar,
            Self::Taskwarrior => What::Tasks,
        }
    }

    /// How the name of a file in it ends, without the point.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Taskwarrior => "json",
            other => other.word(),
        }
    }

    /// The format in which the name of a file says that it is, if it says so.
    pub fn of_file(file: &Path) -> Option<Self> {
        let end = file.extension()?.to_str()?.to_lowercase();
        let mut all = Self::ALL.iter().copied();
        all.find(|form| form.ending() == end)
    }
}
