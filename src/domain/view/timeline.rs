//! What a relationship looks like over time: points, marks, what lies behind, and what was known on a day.

use chrono::NaiveDate;

use super::SideFigures;
use crate::domain::noun::MarkSort;
use crate::domain::trend::Point;
use crate::domain::{Kind, RecordId, text};

/// A mark on a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub sort: MarkSort,
    /// The record.
    pub id: RecordId,
    /// What it says.
    pub text: String,
}

impl Mark {
    /// What happened, and what it says: `breach, serious: told the client before me`.
    pub fn said(&self) -> String {
        let (what, words) = (self.sort.words(), text::line(&self.text));
        if words.is_empty() {
            what
        } else if words.starts_with(&what) {
            words.into_owned()
        } else {
            format!("{what}: {words}")
        }
    }
}

/// The reliability timeline of a relationship.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// The days of the points, oldest first, evenly apart, the last one the day asked for.
    pub days: Vec<NaiveDate>,
    /// My side: kept as agreed, one point a day of `days`.
    pub mine: Vec<Point>,
    /// Their side.
    pub theirs: Vec<Point>,
    /// Marks within, oldest first.
    pub marks: Vec<Mark>,
    /// The day of the last mark before the first of the days.
    pub mark_before: Option<NaiveDate>,
    /// The day of the first mark after the last of the days.
    pub mark_after: Option<NaiveDate>,
    /// What lies behind the days, the one that began first first.
    pub bands: Vec<Stretch>,
}

/// A stretch of time behind a timeline: a band, a role since it changed, a pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; `None`: it goes on.
    pub to: Option<NaiveDate>,
    /// What it is, in one word.
    pub sort: &'static str,
    /// What it says.
    pub text: String,
    /// The record that it comes from.
    pub id: RecordId,
    /// The kind of that record.
    pub kind: Kind,
}

impl Stretch {
    /// What it is and what it says: `offsite: Lisbon`.
    pub fn said(&self) -> String {
        let words = text::line(&self.text);
        if words.is_empty() {
            self.sort.to_owned()
        } else {
            format!("{}: {words}", self.sort)
        }
    }

    /// Whether a day lies within.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// What could have been known of both sides on a day: never with hindsight.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownThen {
    /// The day.
    pub day: NaiveDate,
    /// My side, as of that day.
    pub mine: SideFigures,
    /// Their side, as of that day.
    pub theirs: SideFigures,
}

impl Timeline {
    /// The same with nothing to be seen of their side.
    #[must_use]
    pub fn folded(&self) -> Self {
        let mut folded = self.clone();
        for point in &mut folded.theirs {
            point.show = crate::domain::reliability::Show::Counts;
        }
        folded
    }
}
