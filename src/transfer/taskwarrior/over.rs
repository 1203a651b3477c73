//! What a task list tells, laid over the commitment that the journal holds; what it does not tell stays.

use crate::domain::commitment::{Commitment, Move, Stake};
use crate::domain::{Record, Side};

/// Lays a commitment as it was read over the one that is there.
pub(super) fn over(there: &Record, from: &Record) -> Record {
    match (there, from) {
        (Record::Commitment(there), Record::Commitment(from)) => {
            Record::Commitment(laid(there, from))
        }
        _ => from.clone(),
    }
}

fn laid(there: &Commitment, from: &Commitment) -> Commitment {
    let mut laid = there.clone();
    laid.who = from.who;
    laid.text.clone_from(&from.text);
    if !from.tags.is_empty() {
        laid.tags.clone_from(&from.tags);
    }
    if !from.said.is_empty() {
        laid.said.clone_from(&from.said);
    }
    if !from.done_means.is_empty() {
        laid.done_means.clone_from(&from.done_means);
    }
    if from.stake != Stake::Normal {
        laid.stake = from.stake;
    }
    laid.agreed = there.agreed.or(from.agreed);
    laid.repeats = there.repeats.or(from.repeats);
    due(&mut laid, from);
    let ends = |one: &Commitment| (one.done, one.broken, one.released, one.excused);
    if ends(there) != ends(from) {
        (laid.done, laid.broken, laid.released, laid.excused) = ends(from);
        laid.reason.clone_from(&from.reason);
        (laid.warned, laid.cause, laid.process) = (from.warned, from.cause, from.process);
    }
    // what the journal knows to have been due or done earlier was promised by then
    let days = [laid.due.map(|when| when.day), laid.settled()];
    let first = days.into_iter().flatten().min();
    laid.made = from.made.min(first.unwrap_or(from.made));
    laid
}

/// The due date: what the journal knows of its moves stays, and a date that neither knows of is one more move, which
/// nobody is said to have agreed to. So importing again never makes a late promise a kept one.
fn due(laid: &mut Commitment, from: &Commitment) {
    let same = |a: &Move, b: &Move| (a.on, a.to) == (b.on, b.to);
    if !from.moves.is_empty() {
        let known = std::mem::take(&mut laid.moves);
        let step = |step: &Move| {
            known
                .iter()
                .find(|one| same(one, step))
                .unwrap_or(step)
                .clone()
        };
        laid.moves = from.moves.iter().map(step).collect();
        laid.due = from.due;
        return;
    }
    if laid.current_due() == from.due {
        return;
    }
    if laid.due.is_none() && laid.moves.is_empty() {
        laid.due = from.due;
        return;
    }
    let on = laid.moves.last().map_or(laid.made, |step| step.on);
    let (stands, to) = (laid.current_due(), from.due);
    laid.moves.push(Move {
        on,
        from: stands,
        to,
        asked: Side::Mine,
        agreed: false,
    });
}
