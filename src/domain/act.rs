//! What can be done to a record besides typing over its fields: settle, move, deliver, advance, pause.
//!
//! An act is data; [`apply`] is its whole meaning. Screens and commands name acts, the journal applies
//! them to the newest value inside its transaction, so two windows never overwrite each other.

use chrono::NaiveDate;

use super::breach::BreachState;
use super::commitment::{Cause, Commitment, Move};
use super::feedback::FeedbackState;
use super::fields::Fault;
use super::plan::{Gate, Plan, Stage, Verdict};
use super::record::{Noun, Record, Side};
use super::relationship::Tending;
use super::topic::TopicState;
use super::value::When;
use super::{RecordId, repair};

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
    /// Commitment, topic, breach or plan: as if it had not ended.
    Reopen,
    /// Feedback: a later state.
    Feedback(FeedbackState),
    /// Topic: talked about.
    Discuss { outcome: String },
    /// Topic: dropped on purpose.
    Drop { reason: String },
    /// Topic: carried over one more one-on-one.
    Carry,
    /// Breach: let go, or accepted with new boundaries, or repaired.
    CloseBreach { state: BreachState, words: String },
    /// Plan: through the gate of its stage, with the answer.
    Advance { answer: String },
    /// Plan: what the injured side says.
    Verdict(Verdict),
    /// Plan: the parts of the acknowledgement that were made.
    Acknowledge(Vec<String>),
    /// Plan: stopped on purpose.
    Stop { reason: String },
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
            Self::Reopen => "reopened",
            Self::Feedback(state) => state.word(),
            Self::Discuss { .. } => "discussed",
            Self::Drop { .. } => "dropped",
            Self::Carry => "carried over",
            Self::CloseBreach { state, .. } => state.word(),
            Self::Advance { .. } => "advanced",
            Self::Verdict(_) => "answered",
            Self::Acknowledge(_) => "acknowledged",
            Self::Stop { .. } => "stopped",
            Self::Pause { .. } => "paused",
            Self::Resume => "resumed",
            Self::Archive => "archived",
            Self::Snooze { .. } => "snoozed",
        }
    }
}

/// Does an act to a record on a day.
///
/// # Errors
/// A fault, when the act does not fit the record's kind or state, or its dates run backwards.
pub fn apply(record: &Record, act: &Act, on: NaiveDate) -> Result<Record, Fault> {
    let mut next = record.clone();
    match (&mut next, act) {
        (Record::Commitment(one), act) => commitment(one, act, on)?,
        (Record::Plan(one), act) => plan(one, act, on)?,
        (Record::Feedback(one), Act::Feedback(state)) => {
            one.state = *state;
            one.state_on = Some(on);
        }
        (Record::Feedback(one), Act::Snooze { until }) => one.snoozed = Some(*until),
        (Record::Topic(one), Act::Discuss { outcome: words } | Act::Drop { reason: words }) => {
            open_topic(one.state)?;
            one.state = if matches!(act, Act::Drop { .. }) {
                TopicState::Dropped
            } else {
                TopicState::Discussed
            };
            one.closed = Some(on);
            one.outcome.clone_from(words);
        }
        (Record::Topic(one), Act::Carry) => {
            open_topic(one.state)?;
            one.carried = one.carried.saturating_add(1);
        }
        (Record::Topic(one), Act::Reopen) => {
            one.state = TopicState::Open;
            one.closed = None;
        }
        (Record::Breach(one), Act::CloseBreach { state, words }) => {
            one.state = *state;
            one.closed = (*state != BreachState::Open).then_some(on);
            one.closing.clone_from(words);
        }
        (Record::Breach(one), Act::Reopen) => {
            one.state = BreachState::Open;
            one.closed = None;
        }
        (Record::Relationship(one), Act::Pause { until }) => {
            if *until <= on {
                return Err(Fault::new(
                    "paused_until",
                    format!("a pause ends after today, and {until} does not"),
                ));
            }
            one.tending = Tending::Paused;
            one.paused_until = Some(*until);
        }
        (Record::Relationship(one), Act::Resume) => {
            one.tending = Tending::Active;
            one.paused_until = None;
        }
        (Record::Relationship(one), Act::Archive) => one.tending = Tending::Archived,
        (Record::Relationship(one), Act::Snooze { until }) => one.snoozed = Some(*until),
        (other, act) => {
            return Err(Fault::new(
                "",
                format!("a {} cannot be {}", other.kind(), act.verb()),
            ));
        }
    }
    match next.noun().faults().into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(next),
    }
}

fn open_topic(state: TopicState) -> Result<(), Fault> {
    if state == TopicState::Open {
        Ok(())
    } else {
        Err(Fault::new("state", format!("it is already {state}")))
    }
}

fn commitment(one: &mut Commitment, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    let ends = matches!(
        act,
        Act::Keep | Act::Break { .. } | Act::Move { .. } | Act::Release { .. } | Act::Excuse { .. }
    );
    if ends && !one.is_open() {
        return Err(Fault::new(
            "",
            format!("it is already {}; reopen it first", one.state()),
        ));
    }
    match act {
        Act::Agree => one.agreed = Some(on),
        Act::Keep => {
            // what was done was agreed to at the latest by doing it
            one.agreed = one.agreed.or(Some(on));
            one.done = Some(on);
        }
        Act::Break {
            warned,
            cause,
            reason,
        } => {
            one.broken = Some(on);
            one.warned = *warned;
            one.cause = *cause;
            one.reason.clone_from(reason);
        }
        Act::Move { to, asked, agreed } => {
            let step = Move {
                on,
                from: one.current_due(),
                to: *to,
                asked: *asked,
                agreed: *agreed,
            };
            if to.is_some_and(|due| due.day < one.made) {
                return Err(Fault::new(
                    "due",
                    format!("due before it was made ({})", one.made),
                ));
            }
            one.moves.push(step);
            one.snoozed = None;
        }
        Act::Release { reason } => {
            one.released = Some(on);
            one.reason.clone_from(reason);
        }
        Act::Excuse { reason, process } => {
            if reason.trim().is_empty() && process.is_none() {
                return Err(Fault::new(
                    "reason",
                    "an excuse needs its reason: an event nobody controls, or a process",
                ));
            }
            one.excused = Some(on);
            one.reason.clone_from(reason);
            one.process = *process;
            one.cause = if process.is_some() {
                Cause::Process
            } else {
                Cause::Outside
            };
        }
        Act::Reopen => {
            (one.done, one.broken, one.released, one.excused) = (None, None, None, None);
            (one.warned, one.cause, one.process) = (false, Cause::Unknown, None);
            one.reason.clear();
        }
        Act::Snooze { until } => one.snoozed = Some(*until),
        other => {
            return Err(Fault::new(
                "",
                format!("a commitment cannot be {}", other.verb()),
            ));
        }
    }
    Ok(())
}

fn plan(one: &mut Plan, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    if !one.is_open() && !matches!(act, Act::Reopen | Act::Verdict(_)) {
        return Err(Fault::new(
            "stage",
            format!("the plan is {}; reopen it first", one.stage),
        ));
    }
    match act {
        Act::Advance { answer } => {
            if answer.trim().is_empty() {
                return Err(Fault::new(
                    "gates",
                    format!("the gate asks: {}", repair::gate(one.stage)),
                ));
            }
            one.gates.push(Gate {
                stage: one.stage,
                on,
                answer: answer.trim().to_owned(),
            });
            one.stage = repair::after(one.stage, one.short);
            if one.stage == Stage::Act {
                one.verify_from = Some(on);
            }
            one.closed = (one.stage == Stage::Close).then_some(on);
        }
        Act::Verdict(verdict) => {
            one.verdict = *verdict;
            one.verdict_on = Some(on);
        }
        Act::Acknowledge(parts) => one.acknowledged.clone_from(parts),
        Act::Stop { reason } => {
            one.gates.push(Gate {
                stage: one.stage,
                on,
                answer: reason.clone(),
            });
            one.stage = Stage::Stopped;
            one.closed = Some(on);
        }
        Act::Reopen => {
            one.stage = Stage::Act;
            (one.closed, one.verdict, one.verdict_on) = (None, Verdict::None, None);
        }
        Act::Snooze { until } => one.snoozed = Some(*until),
        other => return Err(Fault::new("", format!("a plan cannot be {}", other.verb()))),
    }
    Ok(())
}
