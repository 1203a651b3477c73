//! Calendars (iCalendar): meetings of two become one-on-ones, held and to come; what is due goes out, and comes back.
//!
//! An event is a one-on-one when two people are in it, or its title says so (`1:1 Priya`, `Priya / me`), and exactly
//! one of them is somebody whom the journal knows; everything else is left out and counted by why. Recurring events are
//! expanded within a window ([`BACK`] days back, [`AHEAD`] days ahead), so that a rule without end does no harm; the
//! identity of a meeting follows from its UID and the day it was first set for, so that importing again changes nothing
//! and a moved meeting is a changed one. [`Writer`] writes; what it wrote is known again by its UID.

mod own;
mod read;
#[cfg(test)]
mod tests;
mod todo;
mod when;
mod who;
mod write;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDateTime;

use super::blocks::{self, Blocks};
use super::intake::{
    Choice, Held, Incoming, Item, Named, Parcel, Records, RowFault, Source, Survey, Watch,
    identity, shown,
};
use crate::clock::Zone;
use crate::domain::note::{Note, NoteSort};
use crate::domain::{Record, RecordId, When};
use crate::error::{Error, Result};

use read::Event;
use who::{Company, With};

pub use write::Writer;

/// How many days back a recurring event is taken from.
pub const BACK: i64 = 731;
/// How many days ahead a recurring event is taken to.
pub const AHEAD: i64 = 90;

/// A calendar, read.
pub struct Calendar {
    parcel: Parcel,
    /// Events and tasks by their UID, in the order of the file.
    series: Vec<Vec<Event>>,
    zones: when::Zones,
    company: Company,
    todo: todo::Base,
    now: NaiveDateTime,
    zone: Zone,
}

impl Calendar {
    /// Reads a calendar. `--me` says who of two is the user, `--set who=…` with whom meetings and tasks are that name
    /// nobody known.
    ///
    /// # Errors
    /// `Input` when it holds no event and no task, is too large or no text; `Usage` when a flag does not fit; `File`.
    pub fn open(source: &Source, choice: &Choice) -> Result<Self> {
        let (text, notes) = blocks::letters(source)?;
        let Blocks {
            whole,
            broken,
            outside,
        } = blocks::blocks(&text, &["VEVENT", "VTODO", "VTIMEZONE"]);
        let name = shown(source.name());
        let is_row = |name: &str| name != "VTIMEZONE";
        let rows = whole.iter().filter(|b| is_row(b.name)).count() + broken.len();
        if rows == 0 {
            let says = format!("{name} holds no event and no task: there is no BEGIN:VEVENT in it");
            return Err(Error::input(says)
                .hint("export the calendar as iCalendar (.ics), or say what it is with --format"));
        }
        let mut parcel = Parcel {
            says: format!("{name}: a calendar (iCalendar)"),
            row: "event",
            rows: rows as u64,
            items: Vec::new(),
            refused: broken,
            skipped: BTreeMap::new(),
            notes,
            update: choice.table.update,
            over: own::over,
        };
        let mut series: Vec<Vec<Event>> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for block in whole.iter().filter(|b| is_row(b.name)) {
            match read::event(block) {
                Ok(event) => {
                    let at = *places.entry(event.uid.clone()).or_insert(series.len());
                    if at == series.len() {
                        series.push(Vec::new());
                    }
                    series[at].push(event);
                }
                Err(says) => {
                    let fault = RowFault::new(block.line, "", &says);
                    parcel
                        .refused
                        .push((fault, block.text.chars().take(2000).collect()));
                }
            }
        }
        Ok(Self {
            parcel,
            series,
            zones: when::Zones::of(&whole),
            company: Company::of(choice, &outside)?,
            todo: todo::Base::of(choice)?,
            now: choice.now,
            zone: choice.zone,
        })
    }

    /// What it holds for a journal whose people can be asked for.
    fn met(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Parcel> {
        let mut found = Found {
            parcel: self.parcel.clone(),
            seen: HashSet::new(),
            tally: when::Tally::default(),
            unknown: false,
        };
        for (done, events) in (0_u64..).zip(&self.series) {
            if done % 64 == 0 && !(watch.tick)(done) {
                return Err(Error::refused("stopped; nothing was kept"));
            }
            self.take(events, held, &mut found);
        }
        found
            .parcel
            .notes
            .extend(found.tally.notes(self.now.date()));
        if found.unknown {
            let says = "who is not known here is left out: add them first (trustline add relationship), or import their contacts, or say who it is with --set who=NAME";
            found.parcel.notes.push(says.to_owned());
        }
        found.parcel.refused.sort_by_key(|(fault, _)| fault.line);
        Ok(found.parcel)
    }

    /// One event with its repetitions, or one task.
    fn take(&self, events: &[Event], held: &Held<'_>, found: &mut Found) {
        // the event itself; what changes single days of it comes beside
        let Some(main) = events
            .iter()
            .find(|e| e.of_day.is_none())
            .or(events.first())
        else {
            return;
        };
        if main.uid.ends_with(own::DUE) {
            return found.skip("the due day of a task beside it", 1);
        }
        let made = if main.is_task {
            self.todo
                .record(main, held, &self.company, self.now, self.zone)
        } else if own::is_ours(main) {
            own::meeting(main, held, self.zone)
        } else {
            return self.meetings(main, events, held, found);
        };
        match made {
            Ok((id, record, with)) => found.push(main.line, id, record, with),
            Err(Off::Skipped(why, unknown)) => {
                found.unknown |= unknown;
                found.skip(&why, 1);
            }
            Err(Off::Refused(says)) => found.refuse(main, &says),
        }
    }

    fn meetings(&self, main: &Event, events: &[Event], held: &Held<'_>, found: &mut Found) {
        if main.cancelled {
            return found.skip("status “cancelled”", events.len() as u64);
        }
        let (who, with) = match self.company.with(main, held) {
            Ok(With::Known(id)) => (vec![id], Vec::new()),
            Ok(With::Named(named)) => (Vec::new(), vec![named]),
            Err(why) => {
                found.unknown |= why == who::NOBODY;
                return found.skip(why, events.len() as u64);
            }
        };
        let spread = match when::spread(events, &self.zones, self.now, self.zone) {
            Ok(spread) => spread,
            Err(says) => return found.refuse(main, &says),
        };
        found.tally.add(&spread);
        for meeting in spread.meetings {
            let event = &events[meeting.event];
            if event.cancelled {
                found.skip("status “cancelled”", 1);
                continue;
            }
            let id = match &meeting.first {
                None => identity(["ics", &main.uid]),
                Some(day) => {
                    let id = identity(["ics", &main.uid, &day.day.to_string()]);
                    // a second one on one day is told apart by its time
                    if found.seen.contains(&id) {
                        identity(["ics", &main.uid, &day.to_string()])
                    } else {
                        id
                    }
                }
            };
            let mut note = note(who.clone(), meeting.at, &event.summary);
            note.placed(self.now);
            found.push(event.line, id, Record::Note(note), with.clone());
        }
    }
}

/// What a calendar gave so far.
struct Found {
    parcel: Parcel,
    seen: HashSet<RecordId>,
    tally: when::Tally,
    /// Whether somebody was left out who is not known here.
    unknown: bool,
}

impl Found {
    fn skip(&mut self, why: &str, many: u64) {
        *self.parcel.skipped.entry(why.to_owned()).or_default() += many;
    }

    fn refuse(&mut self, event: &Event, says: &str) {
        let fault = RowFault::new(event.line, "", says);
        self.parcel.refused.push((fault, event.summary.clone()));
    }

    fn push(&mut self, line: u64, id: RecordId, record: Record, with: Vec<Named>) {
        if !self.seen.insert(id) {
            return self.skip("the UID of one before it", 1);
        }
        self.parcel.items.push(Item {
            line,
            id,
            record,
            with,
        });
    }
}

/// Why an event or a task is no record.
enum Off {
    /// Skipped, by why; and whether it is because somebody is not known.
    Skipped(String, bool),
    /// It cannot be read.
    Refused(String),
}

/// What an event or a task makes: its identity, the record, and who is to be made for it.
type Made = std::result::Result<(RecordId, Record, Vec<Named>), Off>;

fn note(who: Vec<RecordId>, at: When, summary: &str) -> Note {
    let text = if summary.is_empty() {
        "one-on-one"
    } else {
        summary
    };
    Note {
        who,
        sort: NoteSort::OneOnOne,
        at,
        text: text.to_owned(),
        tags: Vec::new(),
    }
}

impl Incoming for Calendar {
    fn survey(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Survey> {
        let parcel = self.met(held, watch)?;
        let mut survey = parcel.survey(held, watch)?;
        survey.parcel = Some(Box::new(parcel));
        Ok(survey)
    }

    fn feed(&self, mut survey: Survey) -> Result<Records<'_>> {
        let parcel = survey.parcel.take();
        let records = parcel.map_or_else(Vec::new, |parcel| parcel.records(&survey));
        Ok(Box::new(records.into_iter().map(Ok)))
    }
}
