//! The summary before a one-on-one, composed for its reader: default deny, written from one side (`figures.md` A9.8).

use chrono::NaiveDate;

use super::value::choices;
use super::view::{Prep, Timeline};

choices! {
    /// Who reads it.
    pub enum Audience {
        /// Me: everything since last time.
        #[default]
        Me = "me",
        /// Them: agreed commitments both ways, feedback already given, open repair steps, topics of mine.
        Them = "them",
    }
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its lines, each one bullet.
    pub lines: Vec<String>,
}

/// A brief, ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The other side's name.
    pub name: String,
    /// Who reads it.
    pub audience: Audience,
    /// Since when.
    pub since: NaiveDate,
    /// As of which day.
    pub as_of: NaiveDate,
    /// "Written from one side. …"
    pub first_line: String,
    /// The sections that have lines.
    pub sections: Vec<Section>,
}

/// Composes a brief from what the next one-on-one should know.
pub fn compose(prep: &Prep, timeline: &Timeline, audience: Audience) -> Brief {
    let _ = (prep, timeline, audience);
    todo!()
}
