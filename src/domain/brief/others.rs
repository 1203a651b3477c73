//! The brief for the other side, or for a lead: what both know already stands in it; what is private of it waits to be ticked.
//!
//! Every line goes through the table of audiences ([`crate::domain::audience`]), piece by piece.

use super::telling::{loose, section};
use super::{Line, Section, day, kinds};
use crate::domain::audience::{Audience, Reader};
use crate::domain::feedback::{Direction, FeedbackState};
use crate::domain::view::{EntryLine, Prep};
use crate::domain::{Kind, Record, RecordId, Side};

/// The sections in their order: the word by which it is picked, its title for them, its title for a lead.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("promised", "What I promised you", "What I promised them"),
    ("owed", "What you promised me", "What they promised me"),
    ("settled", "Settled since", "Settled since"),
    ("given", "Feedback I gave you", "Feedback I gave them"),
    ("repair", "Steps of repair", "Steps of repair"),
    ("topics", "What I would like to talk about", "Topics"),
    (
        "agreements",
        "What we agreed to work by",
        "What we agreed to work by",
    ),
    ("unsaid", "Feedback not yet given", "Feedback not yet given"),
    ("received", "Feedback you gave me", "Feedback they gave me"),
    ("needs", "Needs", "Needs"),
    ("delegated", "What is yours to do", "What is theirs to do"),
    ("shared", "Shared in trust", "Shared in trust"),
    (
        "breaches",
        "What went wrong, as I see it",
        "What went wrong, as I see it",
    ),
    ("checkins", "Check-ins", "Check-ins"),
    ("notes", "From my notes", "From my notes"),
    ("side", "My side in figures", "My side in figures"),
    ("about", "About you", "About them"),
];

pub(super) fn sections(prep: &Prep, reader: &Reader) -> Vec<Section> {
    let told = |(word, them, lead): &(&str, &str, &str)| {
        let title = if reader.audience == Audience::Lead {
            lead
        } else {
            them
        };
        let title = if *word == "settled" {
            format!("{title} {}", day(prep.since))
        } else {
            (*title).to_owned()
        };
        section(word, &title, lines(word, prep, reader))
    };
    SECTIONS.iter().map(told).collect()
}

fn lines(word: &str, prep: &Prep, reader: &Reader) -> Vec<Line> {
    match word {
        "side" => loose(reader, word, "mine", super::me::side_of_mine(prep)),
        "about" => {
            let about = Record::Relationship(prep.card.relationship.clone());
            kinds::told(reader, prep.card.id, &about)
        }
        "repair" => repair(prep, reader),
        _ => {
            let mut seen: Vec<RecordId> = Vec::new();
            let mut lines = Vec::new();
            for (id, record) in records(word, prep) {
                if !seen.contains(&id) && is_about(record, prep) {
                    seen.push(id);
                    lines.extend(kinds::told(reader, id, record));
                }
            }
            lines
        }
    }
}

/// The records of a section, some of them perhaps twice.
fn records<'a>(word: &str, prep: &'a Prep) -> Vec<(RecordId, &'a Record)> {
    let trust = &prep.trust;
    let happened = || prep.happened.iter();
    let of = |kind: Kind| happened().filter(move |line| line.kind == kind);
    let lines: Vec<&EntryLine> = match word {
        "promised" => prep
            .mine_open
            .iter()
            .filter(|line| is_open(line, Side::Mine))
            .collect(),
        "owed" => prep
            .theirs_open
            .iter()
            .filter(|line| is_open(line, Side::Theirs))
            .collect(),
        "settled" => happened().filter(|line| is_settled(line, prep)).collect(),
        "given" => happened()
            .chain(&prep.follow_up)
            .filter(|line| is_given(line))
            .collect(),
        "unsaid" => prep.undelivered.iter().collect(),
        "received" => of(Kind::Feedback)
            .filter(|line| is_received(line))
            .collect(),
        "topics" => prep.topics.iter().collect(),
        "agreements" => prep
            .card
            .agreements
            .iter()
            .chain(of(Kind::Agreement))
            .collect(),
        "needs" => trust.needs.iter().chain(of(Kind::Need)).collect(),
        "delegated" => trust.delegations.iter().map(|one| &one.line).collect(),
        "shared" => of(Kind::Disclosure)
            .chain(&trust.owed)
            .chain(&trust.holds)
            .collect(),
        "checkins" => of(Kind::CheckIn).collect(),
        "notes" => of(Kind::Note).collect(),
        "breaches" => {
            let running = prep
                .plans
                .iter()
                .map(|plan| (plan.breach.id, &plan.breach.record));
            let all = of(Kind::Breach).map(|line| (line.id, &line.record));
            return all.chain(running).collect();
        }
        _ => Vec::new(),
    };
    lines
        .into_iter()
        .map(|line| (line.id, &line.record))
        .collect()
}

/// Whether a record is about this relationship: a brief is about one.
fn is_about(record: &Record, prep: &Prep) -> bool {
    let whos = record.noun().whos();
    whos.is_empty() || whos.contains(&prep.card.id)
}

fn is_open(line: &EntryLine, side: Side) -> bool {
    matches!(&line.record, Record::Commitment(one) if one.side == side && one.is_open() && one.plan.is_none())
}

fn is_settled(line: &EntryLine, prep: &Prep) -> bool {
    let Record::Commitment(one) = &line.record else {
        return false;
    };
    let on = one.settled();
    on.is_some_and(|on| (prep.since..=prep.as_of).contains(&on))
}

fn is_given(line: &EntryLine) -> bool {
    matches!(&line.record, Record::Feedback(one) if one.direction == Direction::Given && one.state != FeedbackState::Draft)
}

fn is_received(line: &EntryLine) -> bool {
    matches!(&line.record, Record::Feedback(one) if one.direction != Direction::Given)
}

/// The open steps of running plans, then the plans themselves.
fn repair(prep: &Prep, reader: &Reader) -> Vec<Line> {
    let steps = prep.plans.iter().flat_map(|plan| &plan.steps);
    let open = steps.filter(|line| {
        matches!(&line.record, Record::Commitment(one) if one.is_open())
            && is_about(&line.record, prep)
    });
    let steps = open.flat_map(|line| kinds::told(reader, line.id, &line.record));
    let plans = prep
        .plans
        .iter()
        .flat_map(|plan| kinds::plan_view(reader, plan));
    steps.chain(plans).collect()
}
