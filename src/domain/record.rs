//! A record of any kind, and what every kind can say of itself.

use chrono::{NaiveDate, NaiveDateTime};

use super::breach::Breach;
use super::checkin::CheckIn;
use super::commitment::Commitment;
use super::feedback::Feedback;
use super::fields::{self, Fault, Field};
use super::note::Note;
use super::plan::Plan;
use super::relationship::Relationship;
use super::topic::Topic;
use super::value::{When, choices};
use super::{RecordId, relationship};

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

choices! {
    /// Whose: every commitment, disclosure and check-in has a direction.
    pub enum Side {
        /// Mine, toward them.
        #[default]
        Mine = "mine",
        /// Theirs, toward me.
        Theirs = "theirs",
    }
}

/// What every kind of record can say of itself. All of it is derived from the record alone.
pub trait Noun {
    /// The relationships it belongs to, the main one first; empty for a note about nobody.
    fn whos(&self) -> Vec<RecordId>;
    /// The moment it first belongs to (made, held, happened); reads as of an earlier day leave it out.
    fn since(&self) -> When;
    /// The moment it stands at in a timeline: its latest event (settled, delivered, closed), else [`Noun::since`].
    fn at(&self) -> When {
        self.since()
    }
    /// One line, without who and when.
    fn title(&self) -> String;
    /// All words that search finds it by.
    fn words(&self) -> String;
    /// Its state in one word (`open`, `kept`, `draft`, …); `""` where a kind has none.
    fn state(&self) -> &'static str {
        ""
    }
    /// Whose it is, where it has a direction.
    fn side(&self) -> Option<Side> {
        None
    }
    /// When it is due, where it can be.
    fn due(&self) -> Option<When> {
        None
    }
    /// The day from which it wants attention on Today, if it wants any.
    fn attention(&self) -> Option<NaiveDate> {
        None
    }
    /// Whether it shows real contact with the other side: the cadence of check-ins counts from the newest such.
    fn is_contact(&self) -> bool {
        true
    }
    /// Its tags.
    fn tags(&self) -> &[String] {
        &[]
    }
    /// What is wrong with it as a whole (dates that run backwards, …), besides missing fields.
    fn faults(&self) -> Vec<Fault> {
        Vec::new()
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
}
