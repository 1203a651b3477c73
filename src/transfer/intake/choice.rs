//! How a foreign file is to be read: what was said of it by flags or on a screen.

use chrono::NaiveDateTime;

use super::{Format, Source};
use crate::clock::Zone;
use crate::transfer::table;

/// How a file is to be read, as far as it was said; the rest is found out.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The format; `None`: found out from the first bytes and the name.
    pub format: Option<Format>,
    /// How a table is to be read. Its flags `--map who=…`, `--set who=…` and `--set side=…` mean the same in task lists.
    pub table: table::Choice,
    /// A second file with the history of the first (the changes of due dates of a task list).
    pub history: Option<Source>,
    /// What time it is: a calendar tells meetings held from meetings to come by it.
    pub now: NaiveDateTime,
    /// The zone that instants become local days and times by.
    pub zone: Zone,
    /// My own names or addresses, as the file calls me: what is mine in it is told from what is theirs by them.
    pub me: Vec<String>,
}

impl Choice {
    /// What of it a table needs.
    pub(super) fn tabled(self) -> table::Choice {
        table::Choice {
            me: self.me,
            ..self.table
        }
    }
}
