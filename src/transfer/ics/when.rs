//! When meetings are: zones to local time, repetitions within a window, with a bound on the work that any rule can ask for.

use std::collections::HashMap;

use calcard::common::timezone::Tz;
use calcard::icalendar::dates::CalendarErrorType;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarFrequency, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::read::Event;
use super::{AHEAD, BACK};
use crate::clock::Zone;
use crate::domain::{When, dates};
use crate::transfer::blocks::Block;

/// The most occurrences of one rule that are looked at: every day for more than fifty years.
const MOST: usize = 20_000;

/// The zones that a calendar describes, by their name.
#[derive(Debug, Clone, Default)]
pub(super) struct Zones(HashMap<String, ICalendarComponent>);

impl Zones {
    /// The zones among the parts of a file.
    pub fn of(blocks: &[Block]) -> Self {
        let mut zones = HashMap::new();
        for block in blocks.iter().filter(|b| b.name == "VTIMEZONE") {
            let Entry::ICalendar(mut read) = Parser::new(&block.text).entry() else {
                continue;
            };
            if read.components.is_empty() {
                continue;
            }
            let zone = read.components.swap_remove(0);
            let name = zone.property(&ICalendarProperty::Tzid);
            if let Some(name) = name
                .and_then(|e| e.values.first())
                .and_then(ICalendarValue::as_text)
            {
                zones.insert(name.to_owned(), zone.clone());
            }
        }
        Self(zones)
    }

    /// Those that a part names.
    fn of_part(&self, part: &ICalendarComponent) -> Vec<ICalendarComponent> {
        let mut names: Vec<_> = part
            .entries
            .iter()
            .filter_map(ICalendarEntry::tz_id)
            .collect();
        names.sort_unstable();
        names.dedup();
        names
            .into_iter()
            .filter_map(|name| self.0.get(name).cloned())
            .collect()
    }
}

/// One meeting of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meeting {
    /// When it is, in local time.
    pub at: When,
    /// For one of a series: when it was first set for, as the calendar counts.
    pub first: Option<When>,
    /// Which of the events says so.
    pub event: usize,
}

/// The meetings of an event within the window.
#[derive(Debug, Default)]
pub(super) struct Spread {
    pub meetings: Vec<Meeting>,
    /// How many lie before the window.
    pub earlier: u64,
    /// Whether it goes on after the window.
    pub goes_on: bool,
    /// Whether a zone is not known: its times are taken as they stand.
    pub odd_zone: bool,
}

/// What was left out, over a whole file.
#[derive(Debug, Default)]
pub(super) struct Tally {
    earlier: u64,
    goes_on: u64,
    odd_zones: u64,
}

impl Tally {
    pub fn add(&mut self, spread: &Spread) {
        self.earlier += spread.earlier;
        self.goes_on += u64::from(spread.goes_on);
        self.odd_zones += u64::from(spread.odd_zone);
    }

    /// What is worth saying.
    pub fn notes(&self, today: NaiveDate) -> Vec<String> {
        let mut notes = Vec::new();
        if self.goes_on > 0 {
            notes.push(format!(
                "{} series go on after {}: import again later for what comes then",
                self.goes_on,
                dates::short(today + Duration::days(AHEAD), today)
            ));
        }
        if self.earlier > 0 {
            notes.push(format!(
                "{} meetings of series were before {} and are left out",
                self.earlier,
                today - Duration::days(BACK)
            ));
        }
        if self.odd_zones > 0 {
            notes.push(format!(
                "{} events name a time zone that is not known: their times are taken as they stand",
                self.odd_zones
            ));
        }
        notes
    }
}

/// The meetings of an event and of the days that change it.
///
/// # Errors
/// A sentence, when its start or its rule cannot be read.
pub(super) fn spread(
    events: &[Event],
    zones: &Zones,
    now: NaiveDateTime,
    zone: Zone,
) -> Result<Spread, String> {
    let (calendar, described) = together(events, zones)?;
    let repeats = events.iter().any(|e| e.part.is_recurrent_or_override());
    let zones = calendar.build_tz_resolver();
    let mut named = events.iter().filter_map(|e| start(&e.part)?.tz_id());
    let expanded = calendar.expand_dates(Tz::Floating, MOST);
    if let (true, Some(error)) = (expanded.events.is_empty(), expanded.errors.first()) {
        return Err(fault(&error.error).to_owned());
    }
    let mut spread = Spread {
        odd_zone: named.any(|name| zones.resolve(name).is_none()),
        goes_on: expanded.events.len() >= MOST,
        ..Spread::default()
    };
    let from = now.date() - Duration::days(BACK);
    let to = now.date() + Duration::days(AHEAD);
    for found in expanded.events {
        let event = (found.comp_id as usize).saturating_sub(described);
        let Some(one) = events.get(event) else {
            continue;
        };
        let at = local(found.start, is_whole_day(&one.part), zone)?;
        if repeats && at.day < from {
            spread.earlier += 1;
        } else if repeats && at.day > to {
            spread.goes_on = true;
        } else {
            let changes = one.of_day.as_ref();
            let first = changes.and_then(|day| of_day(day, &zones, found.start.timezone()));
            let first = first.unwrap_or_else(|| stands(found.start));
            spread.meetings.push(Meeting {
                at,
                first: repeats.then_some(first),
                event,
            });
        }
    }
    spread
        .meetings
        .sort_by_key(|meeting| (meeting.at, meeting.event));
    Ok(spread)
}

/// The zones that some events name and then the events, as one calendar; and how many zones there are.
fn together(events: &[Event], zones: &Zones) -> Result<(ICalendar, usize), String> {
    let mut calendar = ICalendar::default();
    for event in events {
        calendar.components.extend(zones.of_part(&event.part));
    }
    let described = calendar.components.len();
    for event in events {
        check(&event.part)?;
        let mut part = event.part.clone();
        // the number of a change would keep it from finding its day
        part.entries
            .retain(|e| e.name != ICalendarProperty::Sequence);
        calendar.components.push(part);
    }
    Ok((calendar, described))
}

/// Refuses rules that no one-on-one has, and that would never end.
fn check(part: &ICalendarComponent) -> Result<(), String> {
    for entry in part.properties(&ICalendarProperty::Rrule) {
        for value in &entry.values {
            if let ICalendarValue::RecurrenceRule(rule) = value
                && is_frequent(rule)
            {
                return Err(
                    "recurs more often than once a day, which no one-on-one does".to_owned(),
                );
            }
        }
    }
    let dates = part
        .entries
        .iter()
        .filter(|e| matches!(e.name, ICalendarProperty::Rdate | ICalendarProperty::Exdate));
    if dates.map(|e| e.values.len()).sum::<usize>() > MOST {
        return Err(format!("names more than {MOST} single days"));
    }
    Ok(())
}

fn is_frequent(rule: &ICalendarRecurrenceRule) -> bool {
    let often = matches!(
        rule.freq,
        ICalendarFrequency::Hourly | ICalendarFrequency::Minutely | ICalendarFrequency::Secondly
    );
    often || rule.byhour.len() > 2 || rule.byminute.len() > 1 || rule.bysecond.len() > 1
}

fn start(part: &ICalendarComponent) -> Option<&ICalendarEntry> {
    part.property(&ICalendarProperty::Dtstart)
}

fn is_whole_day(part: &ICalendarComponent) -> bool {
    let value = start(part).and_then(|e| e.values.first());
    matches!(value, Some(ICalendarValue::PartialDateTime(at)) if !at.has_time())
}

/// The local day and minute of a moment.
fn local(at: DateTime<Tz>, whole_day: bool, zone: Zone) -> Result<When, String> {
    if whole_day || at.timezone().is_floating() {
        return sound(at.naive_local(), whole_day);
    }
    let year = at.year();
    let local = zone.local(at.timestamp());
    sound(
        local.ok_or_else(|| format!("begins in the year {year}"))?,
        false,
    )
}

/// A day and a minute that a record may hold.
fn sound(at: NaiveDateTime, whole_day: bool) -> Result<When, String> {
    if !(1900..=9000).contains(&at.year()) {
        return Err(format!("begins in the year {}", at.year()));
    }
    Ok(When {
        day: at.date(),
        time: (!whole_day).then(|| minute(at)),
    })
}

fn minute(at: NaiveDateTime) -> NaiveTime {
    NaiveTime::from_hms_opt(at.hour(), at.minute(), 0).unwrap_or_default()
}

/// The day and minute as the calendar itself counts them: what a meeting of a series is known again by.
fn stands(at: DateTime<Tz>) -> When {
    let at = at.naive_local();
    When {
        day: at.date(),
        time: Some(minute(at)),
    }
}

/// The day of a series that a part changes, in the zone of the series.
fn of_day(
    entry: &ICalendarEntry,
    zones: &calcard::icalendar::timezone::TzResolver<&str>,
    series: Tz,
) -> Option<When> {
    let Some(ICalendarValue::PartialDateTime(at)) = entry.values.first() else {
        return None;
    };
    let read = at.to_date_time_with_tz(zones.resolve_or_default(entry.tz_id()))?;
    let in_series = if read.timezone().is_floating() || series.is_floating() {
        read
    } else {
        read.with_timezone(&series)
    };
    Some(stands(in_series))
}

/// The moment of a property in local time; a day stays a day.
pub(super) fn moment(
    part: &ICalendarComponent,
    name: &ICalendarProperty,
    zone: Zone,
) -> Option<When> {
    let entry = part.property(name)?;
    let Some(ICalendarValue::PartialDateTime(at)) = entry.values.first() else {
        return None;
    };
    let named = entry.tz_id().and_then(|name| name.parse::<Tz>().ok());
    let read = at.to_date_time_with_tz(named.unwrap_or(Tz::Floating))?;
    local(read, !at.has_time(), zone).ok()
}

fn fault(error: &CalendarErrorType) -> &'static str {
    match error {
        CalendarErrorType::MissingDtStart => "has no start (DTSTART)",
        CalendarErrorType::InvalidDtStart => "begins at a time that does not exist (DTSTART)",
        CalendarErrorType::InvalidDtEnd => "ends at a time that does not exist (DTEND)",
        CalendarErrorType::InvalidDuration => "has a length that cannot be read (DURATION)",
        CalendarErrorType::RRule(_) => "recurs by a rule that cannot be followed (RRULE)",
    }
}
