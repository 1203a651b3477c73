//! What can leave the journal, and the formats that can hold it.

use std::path::Path;

use crate::domain::Kind;
use crate::domain::value::choices;
use crate::error::{self, Error};

choices! {
    /// What can leave.
    pub enum What {
        /// Every revision of every record: the whole journal.
        #[default]
        Revisions = "everything",
        /// The commitments, as they stand.
        Commitments = "commitments",
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
        /// A list of tasks, as `task import` takes it.
        Taskwarrior = "taskwarrior",
    }
}

impl What {
    /// The formats that can hold it, the usual one first.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Revisions => &[Form::Jsonl],
            Self::Commitments => &[Form::Csv, Form::Ics, Form::Taskwarrior],
            Self::CheckIns | Self::Figures => &[Form::Csv],
            Self::Calendar => &[Form::Ics],
        }
    }

    /// The format that a file's name asks for, else the usual one.
    ///
    /// # Errors
    /// `Usage`: the name ends as that of a format which cannot hold it.
    pub fn form_for(self, file: Option<&Path>) -> error::Result<Form> {
        let forms = self.forms();
        match file.and_then(Form::of_file) {
            Some(form) if forms.contains(&form) => Ok(form),
            // JSON Lines are JSON to most people
            Some(form) if form != Form::Taskwarrior => Err(self.cannot(form)),
            _ => Ok(forms[0]),
        }
    }

    /// That a format cannot hold it, and which can.
    pub fn cannot(self, form: Form) -> Error {
        let forms = self.forms().iter().map(|form| form.word());
        let can = forms.collect::<Vec<_>>().join(", ");
        Error::usage(format!("{form} cannot hold {self}")).hint(format!(
            "formats that can: {can}; --format says which, or the end of the file's name"
        ))
    }

    /// The kind of its records, where they are of one.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Commitments => Some(Kind::Commitment),
            Self::CheckIns => Some(Kind::CheckIn),
            Self::Revisions | Self::Calendar | Self::Figures => None,
        }
    }

    /// What one of what is written is called.
    pub fn one(self) -> &'static str {
        match self {
            Self::Revisions => "revision",
            Self::Commitments => "commitment",
            Self::CheckIns => "check-in",
            Self::Calendar => "date",
            Self::Figures => "row",
        }
    }

    /// What it cannot hold by its nature, in a sentence; none for the whole journal.
    pub fn leaves_out(self) -> Option<&'static str> {
        match self {
            Self::Revisions => None,
            Self::Commitments | Self::CheckIns | Self::Calendar => Some(
                "It holds how each one stands now, not its history or anything else; everything is in the export of everything.",
            ),
            Self::Figures => {
                Some("Figures are counted from records: they cannot be imported again.")
            }
        }
    }
}

impl Form {
    /// The format that a file's name ends in, whatever its letters; none where no format has that end.
    pub fn of_file(name: &Path) -> Option<Self> {
        let end = name.extension()?.to_str()?.to_lowercase();
        Self::ALL.iter().copied().find(|form| form.end() == end)
    }

    /// How the name of a file in it ends.
    pub fn end(self) -> &'static str {
        match self {
            Self::Taskwarrior => "json",
            Self::Jsonl | Self::Csv | Self::Ics => self.word(),
        }
    }

    /// What is usually written in it.
    pub fn usual(self) -> What {
        match self {
            Self::Jsonl => What::Revisions,
            Self::Csv | Self::Taskwarrior => What::Commitments,
            Self::Ics => What::Calendar,
        }
    }
}
