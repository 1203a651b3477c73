//! What is due, as a calendar that every program reads: tasks, on request with their due days as events, and meetings to come.

use std::io::Write;

use chrono::{Duration, NaiveDateTime};

use super::own;
use crate::domain::commitment::Commitment;
use crate::domain::fields::Names;
use crate::domain::note::{Note, NoteSort};
use crate::domain::value::Value;
use crate::domain::{Kind, Noun, Record, RecordId, Side, When};
use crate::error::Result;
use crate::transfer::outgoing::{Outgoing, Written};

/// The most octets of a line (RFC 5545, 3.1), its end not counted.
const WIDEST: usize = 75;

/// A writer of iCalendar.
pub struct Writer<'a> {
    out: &'a mut dyn Write,
    names: &'a dyn Names,
    now: NaiveDateTime,
    events: bool,
    begun: bool,
    written: Written,
}

impl<'a> Writer<'a> {
    /// Writes to `out`; whom a record is with is asked of `names`; `now`, in local time, stamps every part. The words of
    /// a one-on-one that was held stay at home.
    pub fn new(out: &'a mut dyn Write, names: &'a dyn Names, now: NaiveDateTime) -> Self {
        Self {
            out,
            names,
            now,
            events: false,
            begun: false,
            written: Written::default(),
        }
    }

    /// Whether the due day of each open commitment is an event too: many calendars show no tasks.
    #[must_use]
    pub fn with_events(mut self, events: bool) -> Self {
        self.events = events;
        self
    }

    fn begin(&mut self) -> Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        self.line("BEGIN", "VCALENDAR")?;
        self.line("VERSION", "2.0")?;
        self.line("PRODID", "-//trustline//trustline//EN")?;
        self.line("CALSCALE", "GREGORIAN")
    }

    fn line(&mut self, name: &str, value: &str) -> Result<()> {
        Ok(self.out.write_all(folded(name, value).as_bytes())?)
    }

    fn words(&mut self, name: &str, words: &str) -> Result<()> {
        self.line(name, &escaped(words))
    }

    fn at(&mut self, name: &str, at: When) -> Result<()> {
        match at.time {
            Some(time) => self.line(
                name,
                &format!("{}T{}00", at.day.format("%Y%m%d"), time.format("%H%M")),
            ),
            None => self.line(
                &format!("{name};VALUE=DATE"),
                &at.day.format("%Y%m%d").to_string(),
            ),
        }
    }

    fn stamp(&mut self, uid: &str) -> Result<()> {
        self.line("UID", uid)?;
        let stamp = self.now.format("%Y%m%dT%H%M%SZ").to_string();
        self.line("DTSTAMP", &stamp)
    }

    /// Whom it is with, by name and by identity, a line each.
    fn with(&mut self, whos: &[RecordId]) -> Result<()> {
        let names = whos
            .iter()
            .map(|who| self.names.name(*who).unwrap_or_default());
        let names: Vec<_> = names.collect();
        let ids: Vec<_> = whos.iter().map(ToString::to_string).collect();
        self.words(own::WHO, &names.join("\n"))?;
        self.words(own::WHO_ID, &ids.join("\n"))
    }

    fn tags(&mut self, tags: &[String]) -> Result<()> {
        if tags.is_empty() {
            return Ok(());
        }
        let tags: Vec<_> = tags.iter().map(|tag| escaped(tag)).collect();
        self.line("CATEGORIES", &tags.join(","))
    }

    fn task(&mut self, id: RecordId, one: &Commitment) -> Result<()> {
        let name = self.names.name(one.who).unwrap_or_default();
        let title = title(one.side, &name, &one.text);
        self.line("BEGIN", "VTODO")?;
        self.stamp(&format!("{id}{}", own::OURS))?;
        self.words("SUMMARY", &title)?;
        if let Some(due) = one.due {
            self.at("DUE", due)?;
        }
        self.status(one)?;
        self.tags(&one.tags)?;
        self.with(&[one.who])?;
        self.words(own::TEXT, &one.text)?;
        let record = Record::Commitment(one.clone());
        for field in own::named() {
            match (field.get)(&record) {
                Value::Text(words) => self.words(&own::property(field), &words)?,
                Value::Flag(true) => self.words(&own::property(field), "yes")?,
                _ => {}
            }
        }
        self.line("END", "VTODO")?;
        if self.events && one.state() == "open" {
            self.due_day(id, one, &title)?;
        }
        self.lost(one);
        Ok(())
    }

    fn status(&mut self, one: &Commitment) -> Result<()> {
        let ended = one.broken.or(one.released).or(one.excused);
        match (one.done, ended) {
            (Some(done), _) => {
                self.line("STATUS", "COMPLETED")?;
                let noon = done.format("%Y%m%dT120000Z").to_string();
                self.line("COMPLETED", &noon)
            }
            (None, Some(_)) => self.line("STATUS", "CANCELLED"),
            (None, None) => self.line("STATUS", "NEEDS-ACTION"),
        }
    }

    /// The due day (or the day to ask) of an open commitment, as an event that blocks no time.
    fn due_day(&mut self, id: RecordId, one: &Commitment, title: &str) -> Result<()> {
        let Some(at) = one.due.or(one.check_by.map(When::day)) else {
            return Ok(());
        };
        self.line("BEGIN", "VEVENT")?;
        self.stamp(&format!("{id}{}", own::DUE))?;
        self.words("SUMMARY", title)?;
        self.span(at, 0)?;
        self.line("TRANSP", "TRANSPARENT")?;
        self.line("END", "VEVENT")
    }

    fn span(&mut self, at: When, minutes: u16) -> Result<()> {
        self.at("DTSTART", at)?;
        match at.time {
            None => self.at("DTEND", When::day(at.day + Duration::days(1))),
            Some(_) if minutes > 0 => self.line("DURATION", &format!("PT{minutes}M")),
            Some(_) => Ok(()),
        }
    }

    fn meeting(&mut self, id: RecordId, note: &Note) -> Result<()> {
        let names: Vec<_> = note
            .who
            .iter()
            .filter_map(|who| self.names.name(*who))
            .collect();
        self.line("BEGIN", "VEVENT")?;
        self.stamp(&format!("{id}{}", own::OURS))?;
        self.words("SUMMARY", &format!("One-on-one: {}", names.join(", ")))?;
        self.span(note.at, 30)?;
        self.line("STATUS", "CONFIRMED")?;
        self.tags(&note.tags)?;
        self.with(&note.who)?;
        if note.sort == NoteSort::Planned {
            self.words(own::TEXT, &note.text)?;
        } else {
            self.line(own::HELD, "yes")?;
            self.written.lose("words of one-on-ones that were held", 1);
        }
        self.line("END", "VEVENT")
    }

    fn lost(&mut self, one: &Commitment) {
        let lose = &mut self.written;
        lose.lose("moves of a due date", one.moves.len());
        lose.lose("reasons and causes", usize::from(!one.reason.is_empty()));
        lose.lose("where it was said", usize::from(!one.said.is_empty()));
        let links = [
            one.process,
            one.follows,
            one.followed,
            one.plan,
            one.confidence,
        ];
        lose.lose("links to other records", links.iter().flatten().count());
        lose.lose("snoozes", usize::from(one.snoozed.is_some()));
        lose.lose(
            "keys of the files they came from",
            usize::from(!one.source.is_empty()),
        );
    }
}

impl Outgoing for Writer<'_> {
    fn kinds(&self) -> &'static [Kind] {
        &[Kind::Commitment, Kind::Note]
    }

    fn take(&mut self, id: RecordId, record: &Record) -> Result<()> {
        match record {
            Record::Commitment(one) => {
                self.begin()?;
                self.task(id, one)?;
                self.written.one();
            }
            Record::Note(note) if matches!(note.sort, NoteSort::OneOnOne | NoteSort::Planned) => {
                self.begin()?;
                self.meeting(id, note)?;
                self.written.one();
            }
            Record::Note(_) => self.written.lose("notes that are no one-on-one", 1),
            _ => self
                .written
                .lose("records that have no place in a calendar", 1),
        }
        Ok(())
    }

    fn end(&mut self) -> Result<Written> {
        self.begin()?;
        self.line("END", "VCALENDAR")?;
        Ok(std::mem::take(&mut self.written))
    }
}

/// What a calendar shows: `To Priya: send the draft`, `Priya: review it`.
fn title(side: Side, name: &str, text: &str) -> String {
    match (side, name) {
        (_, "") => text.to_owned(),
        (Side::Mine, name) => format!("To {name}: {text}"),
        (Side::Theirs, name) => format!("{name}: {text}"),
    }
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            other => out.push(other),
        }
    }
    out
}

/// A line, folded so that none is wider than it may be and no letter is split.
fn folded(name: &str, value: &str) -> String {
    let mut out = String::new();
    let mut wide = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if wide + letter.len_utf8() > WIDEST {
            out.push_str("\r\n ");
            wide = 1;
        }
        wide += letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
    out
}
