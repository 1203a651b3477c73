//! What can be done to a record besides typing over its fields: settle, move, deliver, advance, pause.
//!
//! An act is data. Screens and commands name acts; each noun says what one means for it ([`super::Noun::act`]), and the
//! journal applies them to the newest value inside its transaction, so two windows never overwrite each other.

use chrono::NaiveDate;

use super::choice::{
    BreachState, Cause, FeedbackState, NeedState, Response, Role, Side, Verdict, Visibility,
};
use super::fields::Fault;
use super::value::When;
use super::{Kind, RecordId};

/// Something done to a record on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Commitment: its owner agreed.
    Agree,
    /// Commitment: done; kept or late follows from the dates.
    Keep,
    /// Commitment: broken.
    Break {
        warned: bool,
        cause: Cause,
        reason: String,
    },
    /// Commitment: a new due date.
    Move {
        to: Option<When>,
        asked: Side,
        agreed: bool,
    },
    /// Commitment: the receiver let it go.
    Release { reason: String },
    /// Commitment: an event nobody controls, or a process.
    Excuse {
        reason: String,
        process: Option<RecordId>,
    },
    /// Commitment: this time only; it no longer repeats.
    Once,
    /// Anything that ended: as if it had not.
    Reopen,
    /// Feedback: a later state.
    Feedback(FeedbackState),
    /// Feedback: come back to it on a day.
    FollowUp { on: NaiveDate },
    /// Topic: talked about.
    Discuss { outcome: String },
    /// Topic: dropped on purpose.
    Drop { reason: String },
    /// Topic: carried over one more one-on-one.
    Carry,
    /// Need: what became of it; `words` are the answer, or why it is not possible.
    Need { state: NeedState, words: String },
    /// Disclosure: how it was met.
    Respond(Response),
    /// Disclosure: what was shared in an intense setting also holds in ordinary weeks.
    Confirm,
    /// Disclosure: told in confidence; shown nowhere from now on.
    Seal,
    /// Disclosure: this one may be seen again.
    Unseal,
    /// Agreement: seen upheld, or breached.
    Observe { upheld: bool, words: String },
    /// Agreement: how its oldest breach that waits was addressed, and how visibly.
    Address { how: String, seen: Visibility },
    /// Agreement, delegation, plan, a relationship's context notes: looked at again; `next` is the day of the next look, blank takes the usual span.
    Review { next: Option<NaiveDate> },
    /// Delegation: another level, and why.
    Level { to: u8, why: String },
    /// Shortcut: a spot check; whether what is relied on held.
    Check { held: bool, words: String },
    /// Agreement, delegation, shortcut, band: it ends, with a reason.
    End { words: String },
    /// Breach: let go, or accepted with new boundaries, or repaired.
    CloseBreach { state: BreachState, words: String },
    /// Plan: through the gate of its stage, with the answer.
    Advance { answer: String },
    /// Plan: what the injured side says, and in which words.
    Verdict { verdict: Verdict, words: String },
    /// Plan: the parts of the acknowledgement that were made.
    Acknowledge(Vec<String>),
    /// Plan: stopped on purpose.
    Stop { reason: String },
    /// Relationship: what they are to me now; the history stays and a band begins.
    Role(Role),
    /// Relationship: frozen until a day.
    Pause { until: NaiveDate },
    /// Relationship: its cadence runs again.
    Resume,
    /// Relationship: kept for its history only.
    Archive,
    /// Anything on Today: hidden until a day.
    Snooze { until: NaiveDate },
}

impl Act {
    /// The verb, for history, undo and footers.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Agree => "agreed",
            Self::Keep => "kept",
            Self::Break { .. } => "broken",
            Self::Move { .. } => "moved",
            Self::Release { .. } => "released",
            Self::Excuse { .. } => "excused",
            Self::Once => "no longer repeating",
            Self::Reopen => "reopened",
            Self::Feedback(state) => state.word(),
            Self::FollowUp { .. } => "to be followed up",
            Self::Discuss { .. } => "discussed",
            Self::Drop { .. } => "dropped",
            Self::Carry => "carried over",
            Self::Need { state, .. } => state.word(),
            Self::Respond(Response::None) => "left without a response",
            Self::Respond(Response::Care) => "met with care",
            Self::Respond(Response::Neutral) => "met neither well nor badly",
            Self::Respond(Response::Brushed) => "brushed aside",
            Self::Respond(Response::UsedAgainst) => "used against",
            Self::Confirm => "confirmed",
            Self::Seal => "sealed",
            Self::Unseal => "unsealed",
            Self::Observe { upheld: true, .. } => "upheld",
            Self::Observe { upheld: false, .. } => "breached",
            Self::Address { .. } => "addressed",
            Self::Review { .. } => "reviewed",
            Self::Level { .. } => "set to another level",
            Self::Check { .. } => "checked",
            Self::End { .. } => "ended",
            Self::CloseBreach { state, .. } => state.word(),
            Self::Advance { .. } => "advanced",
            Self::Verdict { .. } => "answered",
            Self::Acknowledge(_) => "acknowledged",
            Self::Stop { .. } => "stopped",
            Self::Role(_) => "given another role",
            Self::Pause { .. } => "paused",
            Self::Resume => "resumed",
            Self::Archive => "archived",
            Self::Snooze { .. } => "snoozed",
        }
    }
}

/// That an act does not fit a kind.
pub(super) fn unfit(kind: Kind, act: &Act) -> Fault {
    Fault::new("", format!("{} cannot be {}", kind.one(), act.verb()))
}

/// That something ended already and cannot end again.
pub(super) fn ended(state: &str) -> Fault {
    Fault::new("", format!("it is already {state}; reopen it first"))
}
