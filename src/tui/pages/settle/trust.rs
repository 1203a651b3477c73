//! Ways to settle what stands in trust: how a disclosure was met, delegations, spot checks, needs.

use chrono::NaiveDate;

use super::row::{Row, Typed};
use crate::domain::act::Act;
use crate::domain::breach::Breach;
use crate::domain::dates::Lean;
use crate::domain::disclosure::{self, Disclosure, Response};
use crate::domain::fields::Reading;
use crate::domain::need::NeedState;
use crate::domain::{Noun, Record, RecordId, Side};
use crate::journal::Change;
use crate::tui::command::Command;
use crate::tui::field::Input;
use crate::tui::page::{Flow, Place};

/// The ladder of delegation, each step with its number.
const STEPS: &[&str] = &[
    "0 I do it",
    "1 exactly this",
    "2 look and report",
    "3 recommend",
    "4 act after telling me",
    "5 act, then tell me",
    "6 act, report exceptions",
    "7 yours",
];

/// What is done at once.
pub fn at_once(way: Command) -> Option<Act> {
    Some(match way {
        Command::Care => Act::Respond(Response::Care),
        Command::Neutral => Act::Respond(Response::Neutral),
        Command::Brushed => Act::Respond(Response::Brushed),
        Command::UsedAgainst => Act::Respond(Response::UsedAgainst),
        Command::NoResponse => Act::Respond(Response::None),
        Command::Confirmed => Act::Confirm,
        Command::Seal => Act::Seal,
        _ => return None,
    })
}

/// Asks before one is unsealed.
pub fn unseal(id: RecordId, today: NaiveDate) -> Flow {
    let says = "Unseal this one? Lists, search and exports show it then, until it is sealed again."
        .to_owned();
    let change = Change::Act {
        id,
        act: Act::Unseal,
        on: today,
    };
    Flow::Instead(Place::Confirm(says, Box::new(change)))
}

/// The breach that an act offers to write down, if it offers one.
pub fn breach(record: &Record, act: &Act, on: NaiveDate) -> Option<Breach> {
    match (record, act) {
        (Record::Disclosure(one), Act::Respond(Response::UsedAgainst)) => {
            let met = Disclosure {
                response_on: Some(on),
                ..one.clone()
            };
            Some(met.breach())
        }
        (Record::Commitment(one), Act::Break { .. }) if one.confidence.is_some() => {
            Some(disclosure::not_kept(one.who, on))
        }
        _ => None,
    }
}

/// Whether a way fits the state of a record.
pub fn allows(record: &Record, way: Command) -> bool {
    match record {
        Record::Disclosure(one) => allows_disclosure(one, way),
        Record::Delegation(one) => stands(one.ended.is_none(), way),
        Record::Shortcut(one) => stands(one.ended.is_none(), way),
        Record::Need(one) if way == Command::BeingMet => one.state == NeedState::Raised,
        Record::Need(one) => stands(one.is_open(), way),
        _ => true,
    }
}

/// What still stands is settled or ended; what ended is reopened; both can be edited.
fn stands(still: bool, way: Command) -> bool {
    match way {
        Command::Edit => true,
        Command::Reopen => !still,
        _ => still,
    }
}

fn allows_disclosure(one: &Disclosure, way: Command) -> bool {
    let waits = one.waits_for_response();
    match way {
        Command::Edit | Command::Seal => !one.is_sealed(),
        Command::Unseal => one.is_sealed(),
        Command::Reopen => !waits,
        Command::Confirmed => {
            one.confirmed.is_none() && (one.intense || one.response == Response::UsedAgainst)
        }
        Command::NoResponse => waits && one.side == Side::Mine,
        _ => waits,
    }
}

/// What a way asks for first.
pub fn rows(way: Command, record: &Record) -> Option<Vec<Row>> {
    let words = |label| Row::Words(label, Input::default());
    let day = |label, text: &str| Row::Day(label, Input::offered(text), Lean::Future);
    Some(match (way, record) {
        (Command::FollowUp, _) => vec![day("come back on", "in 2 weeks")],
        (Command::Level, Record::Delegation(one)) => {
            let now = usize::from(one.level).min(STEPS.len() - 1);
            vec![Row::Choice("level", STEPS, now), words("why")]
        }
        (Command::Checked | Command::CheckFailed, _) => vec![words("looked at")],
        (Command::BeingMet | Command::Met, _) => vec![words("answer")],
        (Command::NotPossible, _) => vec![words("why not")],
        _ => return None,
    })
}

/// The act of what was asked for.
///
/// # Errors
/// A sentence, when a day cannot be understood.
pub fn act(way: Command, ask: Typed<'_>, with: &Reading<'_>) -> Result<Act, String> {
    let need = |state| Act::Need {
        state,
        words: ask.words(),
    };
    Ok(match way {
        Command::FollowUp => Act::FollowUp { on: ask.day(with)? },
        Command::Level => Act::Level {
            to: u8::try_from(ask.chosen(0)).unwrap_or(7),
            why: ask.words(),
        },
        Command::Checked | Command::CheckFailed => Act::Check {
            held: way == Command::Checked,
            words: ask.words(),
        },
        Command::BeingMet => need(NeedState::BeingMet),
        Command::Met => need(NeedState::Met),
        _ => need(NeedState::NotPossible),
    })
}
