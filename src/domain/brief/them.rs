//! The brief for the other side: only what both know already, plus what I chose to bring up.
//!
//! Left out, whatever the journal holds: ratings, notes, moments, context, breaches with their severity and
//! intent, drafts, what is only requested, reasons and causes, steps that were not marked visible, figures;
//! disclosures, needs, agreements, delegations, shortcuts and bands, of which nobody has said yet what may leave.

use chrono::NaiveDate;

use super::{Section, day, owed, said, section};
use crate::domain::commitment::Commitment;
use crate::domain::feedback::{Direction, FeedbackState};
use crate::domain::record::{Record, Side};
use crate::domain::topic::TopicState;
use crate::domain::view::{EntryLine, Prep};

pub(super) fn sections(prep: &Prep) -> Vec<Section> {
    let as_of = prep.as_of;
    let open = |lines: &[EntryLine], side: Side| -> Vec<String> {
        let shared = lines.iter().filter(|line| {
            shared(line, as_of)
                .is_some_and(|one| one.side == side && one.is_open() && one.plan.is_none())
        });
        shared.filter_map(owed).collect()
    };
    vec![
        section("What I promised you", open(&prep.mine_open, Side::Mine)),
        section(
            "What you promised me",
            open(&prep.theirs_open, Side::Theirs),
        ),
        section(
            &format!("Settled since {}", day(prep.since)),
            prep.happened.iter().filter_map(|line| settled(line, prep)),
        ),
        section("Feedback I gave you", feedback(prep)),
        section(
            "Steps of repair",
            prep.plans
                .iter()
                .flat_map(|plan| &plan.steps)
                .filter_map(|line| step(line, as_of)),
        ),
        section(
            "What I would like to talk about",
            prep.topics.iter().filter_map(topic),
        ),
    ]
}

/// A commitment that both sides know: agreed by the day, and no step that is kept from them.
fn shared(line: &EntryLine, as_of: NaiveDate) -> Option<&Commitment> {
    match &line.record {
        Record::Commitment(one) => {
            let agreed = one.agreed.is_some_and(|on| on <= as_of);
            let hidden = one.plan.is_some() && !one.visible;
            // that something was confided is nobody else's to read
            (agreed && !hidden && one.confidence.is_none()).then_some(one)
        }
        _ => None,
    }
}

fn settled(line: &EntryLine, prep: &Prep) -> Option<String> {
    let one = shared(line, prep.as_of)?;
    let on = one
        .settled()
        .filter(|on| (prep.since..=prep.as_of).contains(on))?;
    let became = match one.state_on(prep.as_of) {
        "late" => "done late",
        state => state,
    };
    let whose = match one.side {
        Side::Mine => "mine",
        Side::Theirs => "yours",
    };
    Some(format!(
        "{whose}: {} \u{b7} {} on {}",
        one.text,
        became,
        day(on)
    ))
}

fn step(line: &EntryLine, as_of: NaiveDate) -> Option<String> {
    let one = shared(line, as_of).filter(|one| one.visible && one.is_open())?;
    let whose = match one.side {
        Side::Mine => "I",
        Side::Theirs => "you",
    };
    Some(format!("{whose}: {}", owed(line)?))
}

/// Feedback of mine that was said, each once.
fn feedback(prep: &Prep) -> Vec<String> {
    let given = |line: &&EntryLine| match &line.record {
        Record::Feedback(one) => {
            one.direction == Direction::Given && one.state != FeedbackState::Draft
        }
        _ => false,
    };
    let mut seen = Vec::new();
    let mut lines = Vec::new();
    for line in prep.happened.iter().chain(&prep.follow_up).filter(given) {
        if !seen.contains(&line.id) {
            seen.push(line.id);
            lines.extend(said(line));
        }
    }
    lines
}

fn topic(line: &EntryLine) -> Option<String> {
    match &line.record {
        Record::Topic(one) if one.side == Side::Mine && one.state == TopicState::Open => {
            Some(one.text.clone())
        }
        _ => None,
    }
}
