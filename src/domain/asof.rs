//! A record as it stood on an earlier day, without hindsight: what happened later is taken away.

use chrono::NaiveDate;

use super::breach::{Breach, BreachState};
use super::commitment::{Cause, Commitment};
use super::feedback::{Feedback, FeedbackState};
use super::plan::{Plan, Stage, Verdict};
use super::record::Record;
use super::repair;
use super::topic::{Topic, TopicState};

impl Record {
    /// The record as it could have been known on a day; `None` when it did not exist yet.
    pub fn stood_on(&self, day: NaiveDate) -> Option<Self> {
        if self.noun().since().day > day {
            return None;
        }
        Some(match self {
            Self::Commitment(one) => Self::Commitment(commitment(one, day)),
            Self::Feedback(one) => Self::Feedback(feedback(one, day)),
            Self::Topic(one) => Self::Topic(topic(one, day)),
            Self::Breach(one) => Self::Breach(breach(one, day)),
            Self::Plan(one) => Self::Plan(plan(one, day)),
            Self::Relationship(_) | Self::CheckIn(_) | Self::Note(_) => self.clone(),
        })
    }
}

fn known(on: Option<NaiveDate>, day: NaiveDate) -> Option<NaiveDate> {
    on.filter(|on| *on <= day)
}

fn commitment(one: &Commitment, day: NaiveDate) -> Commitment {
    let mut then = one.clone();
    then.moves.retain(|m| m.on <= day);
    then.agreed = known(one.agreed, day);
    then.done = known(one.done, day);
    then.broken = known(one.broken, day);
    then.released = known(one.released, day);
    then.excused = known(one.excused, day);
    then.snoozed = None;
    if then.is_open() {
        then.warned = false;
        then.cause = Cause::Unknown;
        then.process = None;
        then.reason.clear();
    }
    then
}

fn feedback(one: &Feedback, day: NaiveDate) -> Feedback {
    let mut then = one.clone();
    if one.state_on.is_some_and(|on| on > day) {
        // only the newest state keeps its day; before it, this much is certain
        then.state = FeedbackState::Draft;
        then.state_on = None;
    }
    then.snoozed = None;
    then
}

fn topic(one: &Topic, day: NaiveDate) -> Topic {
    let mut then = one.clone();
    if one.closed.is_some_and(|on| on > day) {
        then.state = TopicState::Open;
        then.closed = None;
        then.outcome.clear();
    }
    then
}

fn breach(one: &Breach, day: NaiveDate) -> Breach {
    let mut then = one.clone();
    if one.closed.is_some_and(|on| on > day) {
        then.state = BreachState::Open;
        then.closed = None;
        then.closing.clear();
    }
    then
}

fn plan(one: &Plan, day: NaiveDate) -> Plan {
    let mut then = one.clone();
    let later = one.gates.iter().find(|g| g.on > day);
    if let Some(gate) = later {
        then.stage = gate.stage;
        then.gates.retain(|g| g.on <= day);
        then.closed = None;
        then.verify_from = one.verify_from.filter(|from| *from <= day);
        if matches!(then.stage, Stage::Assess) {
            then.acknowledged.clear();
        }
        debug_assert!(
            repair::after(gate.stage, one.short) != Stage::Assess,
            "no gate leads back to assess"
        );
    }
    if one.verdict_on.is_some_and(|on| on > day) {
        then.verdict = Verdict::None;
        then.verdict_on = None;
    }
    then.snoozed = None;
    then
}
