//! A record of any kind: one of the nouns.

use chrono::{NaiveDate, NaiveDateTime};

use super::act::Act;
use super::agreement::{self, Agreement};
use super::band::{self, Band};
use super::breach::{self, Breach, BreachState};
use super::checkin::{self, CheckIn};
use super::commitment::{self, Commitment};
use super::delegation::{self, Delegation};
use super::disclosure::{self, Disclosure};
use super::feedback::{self, Feedback, FeedbackState};
use super::fields::{self, Fault, Field, Names, Need, Shape};
use super::need::{self, Need as NeedRaised};
use super::note::{self, Note};
pub use super::noun::{Noun, Side};
use super::plan::{self, Plan};
use super::relationship::{self, Relationship};
use super::shortcut::{self, Shortcut};
use super::topic::{self, Topic, TopicState};
use super::value::choices;

/// Declares the kinds: one row a kind, `Variant(Type) = "word", its table of fields, "sentence";`.
macro_rules! kinds {
    ($($(#[$mark:meta])* $kind:ident($noun:ty) = $word:literal, $table:path, $says:literal;)+) => {
        choices! {
            /// The kinds of record.
            pub enum Kind { $(#[doc = $says] $(#[$mark])* $kind = $word),+ }
        }

        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Record { $(#[doc = $says] $kind($noun)),+ }

        impl Kind {
            /// The rows of this kind in the table of fields.
            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$kind => $table),+ }
            }

            /// What it is, in a sentence.
            pub fn says(self) -> &'static str {
                match self { $(Self::$kind => $says),+ }
            }

            /// A record of this kind with nothing in it.
            pub fn blank(self) -> Record {
                match self { $(Self::$kind => Record::$kind(<$noun>::default())),+ }
            }
        }

        impl Record {
            /// What it can say of itself.
            pub fn noun(&self) -> &dyn Noun {
                match self { $(Self::$kind(one) => one),+ }
            }

            /// What can be done to it.
            pub(super) fn noun_mut(&mut self) -> &mut dyn Noun {
                match self { $(Self::$kind(one) => one),+ }
            }
        }
    };
}

kinds! {
    #[default]
    Relationship(Relationship) = "relationship", relationship::FIELDS, "A person, a group or an institution that I work with.";
    Commitment(Commitment) = "commitment", commitment::FIELDS, "Who promised whom what, by when.";
    CheckIn(CheckIn) = "check-in", checkin::FIELDS, "One side's answers at one time.";
    Feedback(Feedback) = "feedback", feedback::FIELDS, "Feedback given, received or asked for.";
    Disclosure(Disclosure) = "disclosure", disclosure::FIELDS, "Something shared in trust, and how it was met.";
    Breach(Breach) = "breach", breach::FIELDS, "A breach of trust: what happened, and another reading of it.";
    Plan(Plan) = "plan", plan::FIELDS, "The repair of a breach.";
    Agreement(Agreement) = "agreement", agreement::FIELDS, "A working agreement, and whether it is upheld.";
    Delegation(Delegation) = "delegation", delegation::FIELDS, "What I trust them to do without asking.";
    Shortcut(Shortcut) = "shortcut", shortcut::FIELDS, "Relied on without checking: an introduction or a source.";
    Need(NeedRaised) = "need", need::FIELDS, "Something that somebody needs, until it is answered.";
    Topic(Topic) = "topic", topic::FIELDS, "Something to bring up next time.";
    Note(Note) = "note", note::FIELDS, "Free text, a moment, or a one-on-one that was held.";
    Band(Band) = "band", band::FIELDS, "A period that colours the chart.";
}

impl Kind {
    /// The field that holds what it is about, which a command line takes as words: its first line or text that
    /// must be given. None for kinds that may stay without words.
    pub fn main_field(self) -> Option<&'static Field> {
        self.fields()
            .iter()
            .find(|f| f.need == Need::Must && matches!(f.shape, Shape::Line | Shape::Text))
    }

    /// One of it, as a sentence begins: "a commitment", "an agreement".
    pub fn one(self) -> String {
        let article = if self.word().starts_with(['a', 'e', 'i', 'o', 'u']) {
            "an"
        } else {
            "a"
        };
        format!("{article} {self}")
    }

    /// What a new form starts from: nothing but the day, where a record belongs to one.
    pub fn fresh(self, now: NaiveDateTime) -> Record {
        let mut record = self.blank();
        record.noun_mut().begin(now.date());
        record
    }
}

impl Record {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.noun().kind()
    }

    /// Everything wrong with it: missing fields, then what the kind itself finds.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults: Vec<_> = fields::missing(self).collect();
        faults.extend(self.noun().faults());
        faults
    }

    /// Whether it is settled: nothing more is to be done with it, unless it is opened again.
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Commitment(one) => !one.is_open(),
            Self::Feedback(one) => one.state == FeedbackState::Closed,
            Self::Need(one) => !one.is_open(),
            Self::Topic(one) => one.state != TopicState::Open,
            Self::Breach(one) => one.state != BreachState::Open,
            Self::Plan(one) => !one.is_open(),
            Self::Agreement(one) => one.ended.is_some(),
            Self::Delegation(one) => one.ended.is_some(),
            Self::Shortcut(one) => one.ended.is_some(),
            Self::Band(one) => one.to.is_some(),
            Self::Relationship(_) | Self::CheckIn(_) | Self::Disclosure(_) | Self::Note(_) => false,
        }
    }

    /// The record as it could have been known on a day, without hindsight; `None` when it did not exist yet.
    pub fn stood_on(&self, day: NaiveDate) -> Option<Self> {
        if self.noun().since().day > day {
            return None;
        }
        let mut then = self.clone();
        then.noun_mut().back_to(day);
        Some(then)
    }

    /// Itself, or what may be seen of it while it is sealed.
    #[must_use]
    pub fn veiled(self) -> Self {
        if self.noun().is_sealed() {
            self.blanked()
        } else {
            self
        }
    }

    /// Itself without the words that a seal covers, whether it is sealed or not: an earlier value of what is sealed now.
    #[must_use]
    pub fn blanked(self) -> Self {
        match self {
            Self::Disclosure(one) => Self::Disclosure(one.veiled()),
            other => other,
        }
    }

    /// The record after something was done to it on a day.
    ///
    /// # Errors
    /// A fault, when the act does not fit the record's kind or state, or its dates run backwards.
    pub fn after(&self, act: &Act, on: NaiveDate) -> Result<Self, Fault> {
        if let Act::Snooze { until } = act
            && *until <= on
        {
            let says = format!("a snooze ends after today, and {until} does not");
            return Err(Fault::new("until", says));
        }
        let mut next = self.clone();
        next.noun_mut().act(act, on)?;
        match next.noun().faults().into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(next),
        }
    }

    /// Links the mentions of its text, where its kind has them.
    pub fn link(&mut self, names: &dyn Names) {
        if let Self::Note(note) = self {
            note.link(names);
        }
    }

    /// Lets what only followed another field follow it on: a promise is agreed to on the day it is made, unless
    /// another day was typed; how something was met is known on the day it is typed; a role that was typed over leaves the one before in the history.
    pub(super) fn follow(&mut self, before: &Self, today: NaiveDate, typed: impl Fn(&str) -> bool) {
        match (self, before) {
            (Self::Commitment(one), Self::Commitment(before))
                if before.agreed == Some(before.made) && !typed("agreed") =>
            {
                one.agreed = Some(one.made);
            }
            (Self::Relationship(one), Self::Relationship(before)) => {
                if one.role != before.role && !before.name.is_empty() {
                    one.changed_role(before.role, today);
                }
                if one.context != before.context {
                    one.looked_at_context(today);
                }
            }
            (Self::Disclosure(one), Self::Disclosure(before))
                if one.response != before.response =>
            {
                // written down afterwards, it was met on its day
                let backdated = one.day != before.day;
                one.responded(if backdated { one.day } else { today });
            }
            _ => {}
        }
    }
}
