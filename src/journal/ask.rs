//! Questions and their answers: each a screenful, each an index seek.

use std::io::Write;

use chrono::NaiveDate;

use super::Journal;
use crate::domain::filter::Filter;
use crate::domain::view::{
    Card, CheckInSheet, EntryLine, Health, PlanView, Prep, RelationshipLine, Slice, Stored,
    Timeline, Today, Version, Window,
};
use crate::domain::{Kind, RecordId};
use crate::error::Result;

/// A question a page may ask. Compared with what was asked before, so that nothing is asked twice.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Today: at most so many lines.
    Today { rows: usize },
    /// The relationships in the order of attention needed; archived ones only when asked for.
    Relationships { archived: bool, window: Window },
    /// One relationship at a glance.
    Card(RecordId),
    /// Records that fit a filter, newest first.
    Entries { filter: Filter, window: Window },
    /// The timeline of a relationship: so many points, so many days apart, the last one `ends`.
    Timeline {
        who: RecordId,
        ends: NaiveDate,
        step: i64,
        points: usize,
    },
    /// What the next one-on-one should know, since a day or since the last one.
    Prep {
        who: RecordId,
        since: Option<NaiveDate>,
    },
    /// A repair plan.
    Plan(RecordId),
    /// The check-in sheet of a relationship.
    CheckIn(RecordId),
    /// The relationships whose check-in is due, the longest due first.
    CheckInsDue,
    /// One record as it is stored.
    Record(RecordId),
    /// Its history, newest first.
    History(RecordId),
    /// Relationships whose name or handle has a word that starts so; all when empty.
    Names { start: String, rows: usize },
}

/// The answer, in the same order of variants.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// To [`Question::Today`].
    Today(Today),
    /// To [`Question::Relationships`].
    Relationships(Slice<RelationshipLine>),
    /// To [`Question::Card`].
    Card(Box<Card>),
    /// To [`Question::Entries`].
    Entries(Slice<EntryLine>),
    /// To [`Question::Timeline`].
    Timeline(Timeline),
    /// To [`Question::Prep`].
    Prep(Box<Prep>),
    /// To [`Question::Plan`].
    Plan(Box<PlanView>),
    /// To [`Question::CheckIn`].
    CheckIn(Box<CheckInSheet>),
    /// To [`Question::CheckInsDue`] and [`Question::Names`].
    Names(Vec<(RecordId, String)>),
    /// To [`Question::Record`]; `None`: erased.
    Record(Option<Box<Stored>>),
    /// To [`Question::History`].
    History(Vec<Version>),
}

impl Journal {
    /// Answers a question.
    ///
    /// # Errors
    /// When a record that was named does not exist, or the journal cannot be read.
    pub fn ask(&self, question: &Question) -> Result<Answer> {
        Ok(match question {
            Question::Today { rows } => Answer::Today(self.today(*rows)?),
            Question::Relationships { archived, window } => {
                Answer::Relationships(self.relationships(*archived, *window)?)
            }
            Question::Card(id) => Answer::Card(Box::new(self.card(*id)?)),
            Question::Entries { filter, window } => Answer::Entries(self.entries(filter, *window)?),
            Question::Timeline {
                who,
                ends,
                step,
                points,
            } => Answer::Timeline(self.timeline(*who, *ends, *step, *points)?),
            Question::Prep { who, since } => Answer::Prep(Box::new(self.prep(*who, *since)?)),
            Question::Plan(id) => Answer::Plan(Box::new(self.plan(*id)?)),
            Question::CheckIn(id) => Answer::CheckIn(Box::new(self.checkin_sheet(*id)?)),
            Question::CheckInsDue => Answer::Names(self.checkins_due()?),
            Question::Record(id) => Answer::Record(self.stored(*id)?.map(Box::new)),
            Question::History(id) => Answer::History(self.history(*id)?),
            Question::Names { start, rows } => Answer::Names(self.names_starting(start, *rows)?),
        })
    }

    /// What needs attention, at most so many lines of each part.
    pub fn today(&self, rows: usize) -> Result<Today> {
        let _ = rows;
        todo!()
    }

    /// A window on the relationships, in the order of attention needed.
    pub fn relationships(&self, archived: bool, window: Window) -> Result<Slice<RelationshipLine>> {
        let _ = (archived, window);
        todo!()
    }

    /// One relationship at a glance.
    pub fn card(&self, who: RecordId) -> Result<Card> {
        let _ = who;
        todo!()
    }

    /// A window on the records that fit a filter, newest first.
    pub fn entries(&self, filter: &Filter, window: Window) -> Result<Slice<EntryLine>> {
        let _ = (filter, window);
        todo!()
    }

    /// The timeline of a relationship.
    pub fn timeline(
        &self,
        who: RecordId,
        ends: NaiveDate,
        step: i64,
        points: usize,
    ) -> Result<Timeline> {
        let _ = (who, ends, step, points);
        todo!()
    }

    /// What the next one-on-one should know.
    pub fn prep(&self, who: RecordId, since: Option<NaiveDate>) -> Result<Prep> {
        let _ = (who, since);
        todo!()
    }

    /// A repair plan with its steps.
    pub fn plan(&self, id: RecordId) -> Result<PlanView> {
        let _ = id;
        todo!()
    }

    /// The newest plan of a breach, if one was opened.
    pub fn plan_of(&self, breach: RecordId) -> Result<Option<RecordId>> {
        let _ = breach;
        todo!()
    }

    /// What a check-in shows.
    pub fn checkin_sheet(&self, who: RecordId) -> Result<CheckInSheet> {
        let _ = who;
        todo!()
    }

    /// The relationships whose check-in is due, the longest due first.
    pub fn checkins_due(&self) -> Result<Vec<(RecordId, String)>> {
        todo!()
    }

    /// A record as it is stored; `None`: unknown or erased.
    pub fn stored(&self, id: RecordId) -> Result<Option<Stored>> {
        let _ = id;
        todo!()
    }

    /// The revisions of a record, newest first.
    pub fn history(&self, id: RecordId) -> Result<Vec<Version>> {
        let _ = id;
        todo!()
    }

    /// Relationships with a word that starts so.
    pub fn names_starting(&self, start: &str, rows: usize) -> Result<Vec<(RecordId, String)>> {
        let _ = (start, rows);
        todo!()
    }

    /// The relationship that words name.
    ///
    /// # Errors
    /// `NotFound` with the nearest names as a hint, `Ambiguous` with those that fit.
    pub fn find_relationship(&self, words: &str) -> Result<RecordId> {
        self.store.find_relationship(words)
    }

    /// Any record: a short id or its prefix, a full id, or words that fit exactly one record (of a kind).
    ///
    /// # Errors
    /// `NotFound`, or `Ambiguous` with those that fit.
    pub fn find_record(&self, kind: Option<Kind>, words: &str) -> Result<RecordId> {
        self.store.find_record(kind, words)
    }

    /// Writes every revision as JSON Lines, in the order of their stamps: lossless. Returns how many.
    ///
    /// # Errors
    /// When the journal cannot be read or the output not written.
    pub fn export(&self, out: &mut dyn Write) -> Result<u64> {
        let _ = out;
        todo!()
    }

    /// Checks the file, its projections, its permissions.
    ///
    /// # Errors
    /// When the checks themselves cannot run.
    pub fn health(&self) -> Result<Health> {
        todo!()
    }

    /// A digest of all projections: equal for equal revisions, on every machine.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn digest(&self) -> Result<String> {
        todo!()
    }
}
