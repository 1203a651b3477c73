//! What is done with the record or the relationship in hand: the same on every page that has one.
//!
//! A page calls these from its `act` for the commands of [`super::command::Scope::Item`] and
//! [`super::command::Scope::About`], with what lies under its cursor.

use chrono::NaiveDate;

use super::command::Command;
use super::page::{Flow, Place};
use super::paint;
use crate::domain::note::{Note, NoteSort};
use crate::domain::relationship::{Party, Relationship, Role};
use crate::domain::reliability::Measure;
use crate::domain::view::EntryLine;
use crate::domain::{Kind, Record, RecordId, Side, When};
use crate::journal::Change;

/// Does a command of a record: settle, edit, erase. `None`: it is none of these.
///
/// `words` name the record when it is about to be deleted.
pub fn item(command: Command, record: Option<(RecordId, Kind, &str)>) -> Option<Flow> {
    if !matches!(command, Command::Settle | Command::Edit | Command::Erase) {
        return None;
    }
    let Some((id, kind, words)) = record else {
        return Some(Flow::Say("there is nothing under the cursor".to_owned()));
    };
    Some(match command {
        Command::Settle => Flow::Go(Place::Settle(id)),
        Command::Edit => Flow::Go(Place::Edit(id)),
        _ => erase(id, kind, words),
    })
}

/// Asks before a record is erased, by its name.
pub fn erase(id: RecordId, kind: Kind, words: &str) -> Flow {
    let words = paint::fit(words, 60);
    let says = format!(
        "Delete the {kind} \u{201c}{words}\u{201d}? It leaves every list and figure; undo brings it back."
    );
    Flow::Confirm(says, Box::new(Change::Erase { id }))
}

/// Does a command about a relationship: commit, add, its page, prep, check-in, why, held. `None`: it is none of these.
///
/// [`Command::Repair`] leads to what is open to repair with them; a page that knows the repairs uses [`repair`] first.
pub fn about(command: Command, who: Option<RecordId>, today: NaiveDate) -> Option<Flow> {
    let place = match (command, who) {
        (Command::Commit, who) => Place::Quick(who),
        (Command::Add, who) => Place::Add(who),
        (Command::Confidences, who) => Place::Confidences(who),
        (Command::Forget, Some(who)) => Place::Forget(who),
        (Command::CheckIn, None) => Place::CheckIn(None),
        (Command::CheckIn, who) => Place::CheckIn(who),
        (Command::Relationship, Some(who)) => Place::Relationship(who),
        (Command::Repair, Some(who)) => Place::Repair(who),
        (Command::Prep, Some(who)) => Place::Prep(who),
        (Command::Brief, Some(who)) => Place::Brief(who),
        (Command::Explain, Some(who)) => Place::Explain(who, Side::Mine, Measure::KeptAsAgreed),
        (Command::MarkHeld, Some(who)) => {
            return Some(Flow::Tell(Box::new(Change::Held {
                who,
                on: today,
                note: String::new(),
            })));
        }
        (
            Command::Relationship
            | Command::Repair
            | Command::Prep
            | Command::Brief
            | Command::Explain
            | Command::MarkHeld,
            None,
        ) => {
            return Some(Flow::Say(
                "first put the cursor on somebody, or on something about them".to_owned(),
            ));
        }
        (other, who) => return new(other, who, today).map(Flow::Go),
    };
    Some(Flow::Go(place))
}

/// The form of a new record, about a relationship where one is in hand. `None`: the command adds nothing.
pub fn new(command: Command, who: Option<RecordId>, today: NaiveDate) -> Option<Place> {
    let note = |sort| {
        Place::Draft(Box::new(Record::Note(Note {
            who: who.into_iter().collect(),
            sort,
            at: When::day(today),
            ..Note::default()
        })))
    };
    let kind = match command {
        Command::AddPerson => return Some(new_relationship(Party::Person, today)),
        Command::AddGroup => return Some(new_relationship(Party::Group, today)),
        Command::AddInstitution => return Some(new_relationship(Party::Institution, today)),
        Command::AddNote => return Some(note(NoteSort::Note)),
        Command::AddMoment => return Some(note(NoteSort::Moment)),
        Command::AddOneOnOne => return Some(note(NoteSort::OneOnOne)),
        Command::AddPlan => {
            return Some(who.map_or(Place::New(Kind::Plan, None), Place::Repair));
        }
        Command::AddCommitment => Kind::Commitment,
        Command::AddFeedback => Kind::Feedback,
        Command::AddBreach => Kind::Breach,
        Command::AddTopic => Kind::Topic,
        Command::AddDisclosure => Kind::Disclosure,
        Command::AddNeed => Kind::Need,
        Command::AddAgreement => Kind::Agreement,
        Command::AddDelegation => Kind::Delegation,
        Command::AddShortcut => Kind::Shortcut,
        Command::AddBand => Kind::Band,
        _ => return None,
    };
    Some(Place::New(kind, who))
}

/// The running plan among some repairs, or the offer of one for the first open breach. `None`: there is neither.
pub fn repair(repairs: &[EntryLine]) -> Option<Flow> {
    let running = |line: &&EntryLine| matches!(&line.record, Record::Plan(plan) if plan.is_open());
    let open = |line: &&EntryLine| line.kind == Kind::Breach && line.state == "open";
    let first = repairs.iter().find(running);
    let found = first.or_else(|| repairs.iter().find(open))?;
    Some(Flow::Go(Place::Repair(found.id)))
}

/// A form for a new relationship of a party.
pub fn new_relationship(party: Party, today: NaiveDate) -> Place {
    Place::Draft(Box::new(Record::Relationship(Relationship {
        party,
        role: match party {
            Party::Person => Role::default(),
            Party::Group => Role::Community,
            Party::Institution => Role::Institution,
        },
        since: today,
        ..Relationship::default()
    })))
}
