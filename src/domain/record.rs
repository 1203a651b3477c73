//! A record of any kind: one of the nouns.

use chrono::NaiveDateTime;

use super::breach::Breach;
use super::checkin::CheckIn;
use super::commitment::Commitment;
use super::feedback::Feedback;
use super::fields::{self, Fault, Field, Names};
use super::note::Note;
pub use super::noun::{Noun, Side};
use super::plan::Plan;
use super::relationship;
use super::relationship::Relationship;
use super::topic::Topic;
use super::value::{When, choices};

choices! {
    /// The kinds of record.
    pub enum Kind {
        /// A person, a group or an institution that I work with.
        #[default]
        Relationship = "relationship",
        /// Who promised whom what.
        Commitment = "commitment",
        /// One side's answers at one time.
        CheckIn = "check-in",
        /// Feedback given, received or asked for.
        Feedback = "feedback",
        /// A breach of trust.
        Breach = "breach",
        /// The repair of a breach.
        Plan = "plan",
        /// Free text, a moment, or a one-on-one that was held.
        Note = "note",
        /// Something to bring up next time.
        Topic = "topic",
    }
}

/// A record of any kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// See [`Relationship`].
    Relationship(Relationship),
    /// See [`Commitment`].
    Commitment(Commitment),
    /// See [`CheckIn`].
    CheckIn(CheckIn),
    /// See [`Feedback`].
    Feedback(Feedback),
    /// See [`Breach`].
    Breach(Breach),
    /// See [`Plan`].
    Plan(Plan),
    /// See [`Note`].
    Note(Note),
    /// See [`Topic`].
    Topic(Topic),
}

impl Kind {
    /// The rows of this kind in the table of fields.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Relationship => relationship::FIELDS,
            Self::Commitment => super::commitment::FIELDS,
            Self::CheckIn => super::checkin::FIELDS,
            Self::Feedback => super::feedback::FIELDS,
            Self::Breach => super::breach::FIELDS,
            Self::Plan => super::plan::FIELDS,
            Self::Note => super::note::FIELDS,
            Self::Topic => super::topic::FIELDS,
        }
    }

    /// A record of this kind with nothing in it.
    pub fn blank(self) -> Record {
        match self {
            Self::Relationship => Record::Relationship(Relationship::default()),
            Self::Commitment => Record::Commitment(Commitment::default()),
            Self::CheckIn => Record::CheckIn(CheckIn::default()),
            Self::Feedback => Record::Feedback(Feedback::default()),
            Self::Breach => Record::Breach(Breach::default()),
            Self::Plan => Record::Plan(Plan::default()),
            Self::Note => Record::Note(Note::default()),
            Self::Topic => Record::Topic(Topic::default()),
        }
    }

    /// What a new form starts from: nothing but the day, where a record belongs to one.
    pub fn fresh(self, now: NaiveDateTime) -> Record {
        let today = now.date();
        let mut record = self.blank();
        match &mut record {
            Record::Relationship(one) => one.since = today,
            Record::Commitment(one) => (one.made, one.agreed) = (today, Some(today)),
            Record::CheckIn(one) => one.day = today,
            Record::Feedback(one) => one.day = today,
            Record::Breach(one) => (one.day, one.severity) = (today, 1),
            Record::Plan(one) => one.opened = today,
            Record::Note(one) => one.at = When::day(today),
            Record::Topic(one) => one.raised = today,
        }
        record
    }
}

impl Record {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Relationship(_) => Kind::Relationship,
            Self::Commitment(_) => Kind::Commitment,
            Self::CheckIn(_) => Kind::CheckIn,
            Self::Feedback(_) => Kind::Feedback,
            Self::Breach(_) => Kind::Breach,
            Self::Plan(_) => Kind::Plan,
            Self::Note(_) => Kind::Note,
            Self::Topic(_) => Kind::Topic,
        }
    }

    /// What it can say of itself.
    pub fn noun(&self) -> &dyn Noun {
        match self {
            Self::Relationship(one) => one,
            Self::Commitment(one) => one,
            Self::CheckIn(one) => one,
            Self::Feedback(one) => one,
            Self::Breach(one) => one,
            Self::Plan(one) => one,
            Self::Note(one) => one,
            Self::Topic(one) => one,
        }
    }

    /// Everything wrong with it: missing fields, then what the kind itself finds.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults: Vec<_> = fields::missing(self).collect();
        faults.extend(self.noun().faults());
        faults
    }

    /// Links the mentions of its text, where its kind has them.
    pub fn link(&mut self, names: &dyn Names) {
        if let Self::Note(note) = self {
            note.link(names);
        }
    }

    /// Lets a day that only followed another follow it on: a promise is agreed to on the day it is made, unless
    /// another day was typed.
    pub(super) fn follow(&mut self, before: &Self, typed: impl Fn(&str) -> bool) {
        if let (Self::Commitment(one), Self::Commitment(before)) = (self, before)
            && before.agreed == Some(before.made)
            && !typed("agreed")
        {
            one.agreed = Some(one.made);
        }
    }
}
