//! Which whole records may leave: one function a kind, because agreed, delivered and visible mean something of each.

use chrono::NaiveDate;

use super::{Audience, May};
use crate::domain::Record;
use crate::domain::agreement::{Agreement, Scope};
use crate::domain::breach::Breach;
use crate::domain::checkin::CheckIn;
use crate::domain::commitment::Commitment;
use crate::domain::feedback::{Direction, Feedback, FeedbackState};
use crate::domain::noun::Side;
use crate::domain::topic::{Topic, TopicState};

/// Whether a record may leave at all; `None`: never. What is sealed leaves for nobody, not even for me.
pub(super) fn may(record: &Record, audience: Audience, as_of: NaiveDate) -> Option<May> {
    if record.noun().is_sealed() {
        return None;
    }
    let lead = match audience {
        Audience::Me => return Some(May::Shown),
        Audience::Them => false,
        Audience::Lead => true,
    };
    let between_two = (!lead).then_some(May::Ticked);
    match record {
        Record::Relationship(_) => Some(May::Shown),
        Record::Commitment(one) => commitment(one, as_of, lead),
        Record::Feedback(one) => feedback(one, lead),
        Record::Breach(one) => breach(one, lead),
        Record::Agreement(one) => Some(agreement(one, lead)),
        Record::Topic(one) => topic(one, lead),
        Record::CheckIn(one) => checkin(one, lead),
        Record::Plan(_) | Record::Note(_) => Some(May::Ticked),
        Record::Disclosure(_) | Record::Delegation(_) | Record::Need(_) => between_two,
        Record::Shortcut(_) | Record::Band(_) => None,
    }
}

/// What both agreed to by the day. That something was confided is nobody else's to read, and a step that was kept from
/// them stays so.
///
/// A lead reads unasked what became of my promises, and of theirs only what is still to come: whether the other side
/// kept a promise would be a report on somebody who is not in the room, and a step says that something is being repaired.
fn commitment(one: &Commitment, as_of: NaiveDate, lead: bool) -> Option<May> {
    let hidden = one.plan.is_some() && !one.visible;
    if hidden || one.confidence.is_some() {
        return None;
    }
    let agreed = one.agreed.is_some_and(|on| on <= as_of);
    let past = one.current_due().is_some_and(|due| due.day < as_of);
    let outcome = one.side == Side::Theirs && (past || one.settled().is_some());
    let of_two = lead && (outcome || one.plan.is_some());
    Some(asked_unless(agreed && !of_two))
}

/// What I said to them. A draft was not said yet, and what they said to me is theirs.
fn feedback(one: &Feedback, lead: bool) -> Option<May> {
    let given = one.direction == Direction::Given && one.state != FeedbackState::Draft;
    (!lead).then(|| asked_unless(given))
}

/// Of harassment or a danger the other side reads nothing: naming it is for the person or body in charge.
fn breach(one: &Breach, lead: bool) -> Option<May> {
    (lead || !one.safety).then_some(May::Ticked)
}

/// A lead reads what a team agreed; what two agreed only where I say so.
fn agreement(one: &Agreement, lead: bool) -> May {
    let of_all = matches!(one.scope, Scope::Team | Scope::Community);
    asked_unless(lead && of_all && one.ended.is_none())
}

/// What I want to bring up.
fn topic(one: &Topic, lead: bool) -> Option<May> {
    let mine = one.side == Side::Mine && one.state == TopicState::Open;
    (!lead).then(|| asked_unless(mine))
}

/// What is finished.
fn checkin(one: &CheckIn, lead: bool) -> Option<May> {
    (!lead && !one.unfinished).then_some(May::Ticked)
}

fn asked_unless(open: bool) -> May {
    if open { May::Shown } else { May::Ticked }
}
