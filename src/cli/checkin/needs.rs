//! Needs of mine that are raised with a check-in: one step with it, and back in every prep sheet until answered.

use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::args::text_flag;
use crate::domain::checkin::CheckIn;
use crate::domain::need::Need;
use crate::domain::view::CheckInSheet;
use crate::domain::{Record, Side};
use crate::journal::Change;

/// The flag, as often as there are needs.
pub fn flag() -> Arg {
    let help = "what you need of them; back in every prep sheet until it is answered";
    text_flag("need", "TEXT", help).action(ArgAction::Append)
}

/// What was typed for it.
pub fn typed(given: &ArgMatches) -> Vec<String> {
    let needs = given.get_many::<String>("need");
    needs.map_or_else(Vec::new, |needs| needs.cloned().collect())
}

/// A need of mine that is raised with a check-in.
pub fn raised(text: &str, sheet: &CheckInSheet, one: &CheckIn) -> Change {
    Change::Add(Box::new(Record::Need(Need {
        who: sheet.card.id,
        text: text.trim().to_owned(),
        side: Side::Mine,
        raised: one.day,
        checkin: sheet.unfinished.as_ref().map(|(id, ..)| *id),
        ..Need::default()
    })))
}

/// The check-in and the needs raised with it, as one step; without any answer only the needs.
pub fn with(checkin: Change, answered: bool, needs: Vec<Change>) -> Change {
    if needs.is_empty() {
        return checkin;
    }
    let raised = match needs.len() {
        1 => "a need raised".to_owned(),
        n => format!("{n} needs raised"),
    };
    let first = answered.then_some(checkin);
    Change::All {
        says: if answered {
            format!("checked in, {raised}")
        } else {
            raised
        },
        changes: first.into_iter().chain(needs).collect(),
    }
}
