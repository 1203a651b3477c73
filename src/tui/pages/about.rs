//! What the keys about a relationship open, the same on every page that has one in hand.

use chrono::NaiveDate;

use crate::domain::reliability::Measure;
use crate::domain::{RecordId, Side};
use crate::journal::Change;
use crate::tui::command::Command;
use crate::tui::page::{Flow, Place};

/// Follows a command of [`crate::tui::command::Scope::About`] for a relationship; `under` is the record
/// under the cursor, if any, and `today` the day a one-on-one is noted on.
pub fn about(command: Command, who: RecordId, under: Option<RecordId>, today: NaiveDate) -> Flow {
    Flow::Go(match command {
        Command::Commit => Place::Quick(Some(who)),
        Command::Add => Place::Add(Some(who)),
        Command::CheckIn => Place::CheckIn(Some(who)),
        Command::Prep => Place::Prep(who),
        Command::Relationship => Place::Relationship(who),
        Command::Repair => Place::Repair(under.unwrap_or(who)),
        Command::Explain => Place::Explain(who, Side::Mine, Measure::KeptAsAgreed),
        Command::MarkHeld => {
            let note = String::new();
            return Flow::Tell(Box::new(Change::Held {
                who,
                on: today,
                note,
            }));
        }
        _ => return Flow::Stay,
    })
}

/// Asks before a record is erased, by its words.
pub fn erase(id: RecordId, kind: &str, title: &str) -> Flow {
    let title = crate::tui::paint::fit(title, 60);
    let words = format!("Delete the {kind} \u{201c}{title}\u{201d}? Undo brings it back.");
    Flow::Confirm(words, Box::new(Change::Erase { id }))
}
