//! Tasks of a calendar as commitments: our own come back as they went out, foreign ones where it is known with whom.

use calcard::icalendar::ICalendarProperty;
use chrono::NaiveDateTime;

use super::read::Event;
use super::who::{Company, With};
use super::{Made, Off, own, when};
use crate::clock::Zone;
use crate::domain::commitment::Commitment;
use crate::domain::{Record, Side};
use crate::error::{Error, Result};
use crate::transfer::intake::{Choice, Held, identity, shown};

/// What foreign tasks start from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Base {
    side: Side,
}

impl Base {
    /// From the flags: `--set side=theirs`.
    ///
    /// # Errors
    /// A field that cannot be set on what a calendar holds.
    pub fn of(choice: &Choice) -> Result<Self> {
        let mut base = Self::default();
        for set in &choice.table.flags.set {
            match set.split_once('=') {
                Some(("side", word)) => {
                    base.side = Side::from_word(word.trim()).ok_or_else(|| {
                        Error::usage(format!(
                            "--set side: \u{201c}{}\u{201d} is not mine or theirs",
                            shown(word)
                        ))
                    })?;
                }
                Some(("who" | "role" | "party", _)) => {}
                _ => {
                    let says = format!(
                        "--set: \u{201c}{}\u{201d} cannot be set on a calendar",
                        shown(set)
                    );
                    return Err(
                        Error::usage(says).hint("what can: who=NAME, role=, party= and side=")
                    );
                }
            }
        }
        Ok(base)
    }

    /// The commitment that a task is.
    pub fn record(
        self,
        task: &Event,
        held: &Held<'_>,
        company: &Company,
        now: NaiveDateTime,
        zone: Zone,
    ) -> Made {
        if let Some(id) = own::id(task) {
            let (mut record, mut with) = (
                ours(task, zone).map_err(Off::Refused)?,
                own::with(&task.part),
            );
            own::keep_whos(id, &mut record, &mut with, held);
            return Ok((id, record, with));
        }
        if task.cancelled {
            return Err(Off::Skipped(
                "status \u{201c}cancelled\u{201d}".to_owned(),
                false,
            ));
        }
        let who = company.of_task(task, held);
        let who = who.map_err(|why| Off::Skipped(why.to_owned(), why == super::who::NOBODY))?;
        let day = |name: &ICalendarProperty| when::moment(&task.part, name, zone).map(|at| at.day);
        let made = day(&ICalendarProperty::Created).or_else(|| day(&ICalendarProperty::Dtstamp));
        let done = day(&ICalendarProperty::Completed);
        let made = made
            .unwrap_or(now.date())
            .min(done.unwrap_or(now.date()))
            .min(now.date());
        let mut one = Commitment {
            side: self.side,
            text: task.summary.clone(),
            made,
            agreed: Some(made),
            due: when::moment(&task.part, &ICalendarProperty::Due, zone),
            done: done.or_else(|| task.completed.then_some(now.date())),
            source: format!("ics {}", task.uid),
            ..Commitment::default()
        };
        let with = match who {
            With::Known(id) => {
                one.who = id;
                Vec::new()
            }
            With::Named(named) => vec![named],
        };
        Ok((identity(["ics", &task.uid]), Record::Commitment(one), with))
    }
}

/// A commitment that this program wrote.
fn ours(task: &Event, zone: Zone) -> std::result::Result<Record, String> {
    let text = own::said(&task.part, own::TEXT).unwrap_or_else(|| task.summary.clone());
    let mut record = Record::Commitment(Commitment {
        text: crate::domain::text::line(&text).into_owned(),
        due: when::moment(&task.part, &ICalendarProperty::Due, zone),
        tags: own::tags(&task.part),
        ..Commitment::default()
    });
    own::fill(&task.part, &mut record)?;
    if let Record::Commitment(one) = &mut record
        && task.completed
        && one.done.is_none()
    {
        // ticked off in the calendar
        one.done = when::moment(&task.part, &ICalendarProperty::Completed, zone).map(|at| at.day);
    }
    Ok(record)
}
