//! What can be done to a record besides typing over its fields: settle, move, deliver, advance, pause.
//!
//! An act is data; [`apply`] is its whole meaning. Screens and commands name acts, the journal applies
//! them to the newest value inside its transaction, so two windows never overwrite each other.

use chrono::NaiveDate;

use super::breach::{Breach, BreachState};
use super::commitment::{Cause, Commitment, Move};
use super::feedback::{Feedback, FeedbackState};
use super::fields::Fault;
use super::plan::{Gate, Plan, Stage, Verdict};
use super::record::{Kind, Noun, Record, Side};
use super::relationship::{Relationship, Tending};
use super::topic::{Topic, TopicState};
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
    if let Act::Snooze { until } = act
        && *until <= on
    {
        let says = format!("a snooze ends after today, and {until} does not");
        return Err(Fault::new("until", says));
    }
    let mut next = record.clone();
    match &mut next {
        Record::Commitment(one) => commitment(one, act, on)?,
        Record::Plan(one) => plan(one, act, on)?,
        Record::Feedback(one) => feedback(one, act, on)?,
        Record::Topic(one) => topic(one, act, on)?,
        Record::Breach(one) => breach(one, act, on)?,
        Record::Relationship(one) => relationship(one, act, on)?,
        Record::CheckIn(_) | Record::Note(_) => return Err(unfit(record.kind(), act)),
    }
    match next.noun().faults().into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(next),
    }
}

fn unfit(kind: Kind, act: &Act) -> Fault {
    Fault::new("", format!("a {kind} cannot be {}", act.verb()))
}

fn feedback(one: &mut Feedback, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    match act {
        Act::Feedback(state) => {
            one.state = *state;
            one.state_on = Some(on);
        }
        Act::Snooze { until } => one.snoozed = Some(*until),
        other => return Err(unfit(Kind::Feedback, other)),
    }
    Ok(())
}

fn topic(one: &mut Topic, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    match act {
        Act::Discuss { outcome } => end_topic(one, TopicState::Discussed, outcome, on)?,
        Act::Drop { reason } => end_topic(one, TopicState::Dropped, reason, on)?,
        Act::Carry => {
            open_topic(one.state)?;
            one.carried = one.carried.saturating_add(1);
        }
        Act::Reopen => {
            one.state = TopicState::Open;
            one.closed = None;
        }
        other => return Err(unfit(Kind::Topic, other)),
    }
    Ok(())
}

fn end_topic(one: &mut Topic, state: TopicState, words: &str, on: NaiveDate) -> Result<(), Fault> {
    open_topic(one.state)?;
    one.state = state;
    one.closed = Some(on);
    words.clone_into(&mut one.outcome);
    Ok(())
}

fn breach(one: &mut Breach, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    match act {
        Act::CloseBreach { state, words } => {
            one.state = *state;
            one.closed = (*state != BreachState::Open).then_some(on);
            one.closing.clone_from(words);
        }
        Act::Reopen => {
            one.state = BreachState::Open;
            one.closed = None;
        }
        other => return Err(unfit(Kind::Breach, other)),
    }
    Ok(())
}

fn relationship(one: &mut Relationship, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    match act {
        Act::Pause { until } if *until <= on => {
            return Err(Fault::new(
                "paused_until",
                format!("a pause ends after today, and {until} does not"),
            ));
        }
        Act::Pause { until } => {
            one.tending = Tending::Paused;
            one.paused_until = Some(*until);
        }
        Act::Resume => {
            one.tending = Tending::Active;
            one.paused_until = None;
        }
        Act::Archive => one.tending = Tending::Archived,
        Act::Snooze { until } => one.snoozed = Some(*until),
        other => return Err(unfit(Kind::Relationship, other)),
    }
    Ok(())
}

fn open_topic(state: TopicState) -> Result<(), Fault> {
    if state == TopicState::Open {
        Ok(())
    } else {
        Err(Fault::new("state", format!("it is already {state}")))
    }
}

fn commitment(one: &mut Commitment, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    match act {
        Act::Agree => one.agreed = Some(on),
        Act::Reopen => {
            (one.done, one.broken, one.released, one.excused) = (None, None, None, None);
            (one.warned, one.cause, one.process) = (false, Cause::Unknown, None);
            one.reason.clear();
        }
        Act::Snooze { until } => one.snoozed = Some(*until),
        Act::Move { to, asked, agreed } => {
            still_open(one)?;
            shift(one, *to, *asked, *agreed, on)?;
        }
        other => {
            still_open(one)?;
            settle(one, other, on)?;
        }
    }
    Ok(())
}

fn still_open(one: &Commitment) -> Result<(), Fault> {
    if one.is_open() {
        return Ok(());
    }
    Err(Fault::new(
        "",
        format!("it is already {}; reopen it first", one.state()),
    ))
}

fn shift(
    one: &mut Commitment,
    to: Option<When>,
    asked: Side,
    agreed: bool,
    on: NaiveDate,
) -> Result<(), Fault> {
    if to.is_some_and(|due| due.day < one.made) {
        return Err(Fault::new(
            "due",
            format!("due before it was made ({})", one.made),
        ));
    }
    let from = one.current_due();
    one.moves.push(Move {
        on,
        from,
        to,
        asked,
        agreed,
    });
    one.snoozed = None;
    Ok(())
}

fn settle(one: &mut Commitment, act: &Act, on: NaiveDate) -> Result<(), Fault> {
    match act {
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
        Act::Release { reason } => {
            one.released = Some(on);
            one.reason.clone_from(reason);
        }
        Act::Excuse { reason, process } => {
            if reason.trim().is_empty() && process.is_none() {
                let says = "an excuse needs its reason: an event nobody controls, or a process";
                return Err(Fault::new("reason", says));
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
        other => return Err(unfit(Kind::Commitment, other)),
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
        Act::Verdict(_) if one.verify_from.is_none() => {
            return Err(Fault::new(
                "verdict",
                "the injured side is asked once there were steps to look at: go through the gates up to act first",
            ));
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
            // stopped half-way goes on where it stopped; a closed plan has its steps to look at again
            one.stage = match one.gates.last() {
                Some(last) if one.stage == Stage::Stopped => last.stage,
                _ => Stage::Act,
            };
            (one.closed, one.verdict, one.verdict_on) = (None, Verdict::None, None);
        }
        Act::Snooze { until } => one.snoozed = Some(*until),
        other => return Err(unfit(Kind::Plan, other)),
    }
    Ok(())
}
