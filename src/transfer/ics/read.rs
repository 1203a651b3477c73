//! One event or task as it is written: who is in it, what it is called, whether it still holds.

use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarProperty, ICalendarStatus,
};
use calcard::{Entry, Parser};

use crate::domain::text;
use crate::transfer::blocks::Block;

/// An event or a task.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub line: u64,
    pub uid: String,
    pub is_task: bool,
    /// The title, clean, in one line.
    pub summary: String,
    /// The people in it, the rooms left out, each once.
    pub people: Vec<Someone>,
    pub cancelled: bool,
    pub completed: bool,
    /// The day of a series that it changes, as it is written.
    pub of_day: Option<ICalendarEntry>,
    /// All that is written.
    pub part: ICalendarComponent,
}

/// Somebody in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Someone {
    /// In small letters, without `mailto:`.
    pub address: String,
    /// The name, where one is written.
    pub name: String,
}

/// The most characters of a title that are taken.
const LONGEST: usize = 1000;

/// Reads one event or task.
///
/// # Errors
/// A sentence, when it cannot be read.
pub(super) fn event(block: &Block) -> Result<Event, String> {
    let no = || "is not an event that can be read".to_owned();
    let Entry::ICalendar(mut read) = Parser::new(&block.text).entry() else {
        return Err(no());
    };
    if read.components.is_empty() {
        return Err(no());
    }
    let part = read.components.swap_remove(0);
    let text_of = |name: &ICalendarProperty| {
        let entry = part.property(name)?;
        entry.values.first()?.as_text().map(clean)
    };
    let summary = text_of(&ICalendarProperty::Summary).unwrap_or_default();
    let summary = summary.chars().take(LONGEST).collect::<String>();
    let uid = text_of(&ICalendarProperty::Uid).filter(|uid| !uid.is_empty());
    // without one the whole of it is what makes it itself
    let uid = uid.unwrap_or_else(|| clean(&block.text));
    Ok(Event {
        line: block.line,
        uid,
        is_task: block.name == "VTODO",
        summary,
        people: people(&part),
        cancelled: matches!(part.status(), Some(ICalendarStatus::Cancelled)),
        completed: matches!(part.status(), Some(ICalendarStatus::Completed)),
        of_day: part.property(&ICalendarProperty::RecurrenceId).cloned(),
        part,
    })
}

fn people(part: &ICalendarComponent) -> Vec<Someone> {
    let mut people: Vec<Someone> = Vec::new();
    for entry in &part.entries {
        if !matches!(
            entry.name,
            ICalendarProperty::Organizer | ICalendarProperty::Attendee
        ) {
            continue;
        }
        let said = |name: &ICalendarParameterName| {
            let mut of = entry.params.iter().filter(|p| p.name == *name);
            of.find_map(|p| p.value.as_text())
                .map(clean)
                .unwrap_or_default()
        };
        let sort = said(&ICalendarParameterName::Cutype);
        if sort.eq_ignore_ascii_case("room") || sort.eq_ignore_ascii_case("resource") {
            continue;
        }
        let address = match entry.values.first() {
            Some(value) => value.as_text().map(clean).unwrap_or_default(),
            None => continue,
        };
        let address = calcard::icalendar::utils::strip_mailto_scheme(&address).to_lowercase();
        let one = Someone {
            address,
            name: said(&ICalendarParameterName::Cn),
        };
        let known = |other: &Someone| {
            if one.address.is_empty() {
                other.name == one.name
            } else {
                other.address == one.address
            }
        };
        match people.iter_mut().find(|other| known(other)) {
            Some(other) if other.name.is_empty() => other.name = one.name,
            Some(_) => {}
            None => people.push(one),
        }
    }
    people
}

/// Text from outside in one clean line.
pub(super) fn clean(words: &str) -> String {
    text::line(words).trim().to_owned()
}
