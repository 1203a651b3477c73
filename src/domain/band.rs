//! A band: a period that colours the chart and explains what lies in it.

use chrono::NaiveDate;

use super::act::{self, Act};
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, known};
use super::value::{When, choices};
use super::{Kind, RecordId};

choices! {
    /// What sort of period.
    pub enum BandSort {
        /// A retreat, a conference, days together elsewhere.
        #[default]
        Offsite = "offsite",
        /// An incident and its aftermath.
        Incident = "incident",
        /// Roles and teams moved.
        Reorganisation = "reorganisation",
        /// Somebody was away.
        Leave = "leave",
    }
}

/// A period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Band {
    /// Whose charts it colours; nobody named: everybody's.
    pub who: Vec<RecordId>,
    /// Offsite, incident, reorganisation or leave.
    pub sort: BandSort,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; `None`: it goes on.
    pub to: Option<NaiveDate>,
    /// What it was.
    pub text: String,
}

fields! { FIELDS for Band {
    text, "Name", Shape::Line, Must, "what it was: the spring offsite, the outage of the 3rd";
    sort, "Kind", Shape::Choice(BandSort::WORDS), Must, "offsite, incident, reorganisation or leave";
    from, "From", Shape::Day(Lean::Past), Must, "its first day";
    to, "To", Shape::Day(Lean::Past), May, "its last day; blank while it goes on";
    who, "About", Shape::Whos, May, "names, with commas; blank: everybody";
} }

impl Band {
    /// Whether it colours a relationship's chart.
    pub fn concerns(&self, who: RecordId) -> bool {
        self.who.is_empty() || self.who.contains(&who)
    }
}

impl Noun for Band {
    fn kind(&self) -> Kind {
        Kind::Band
    }
    fn begin(&mut self, today: NaiveDate) {
        self.from = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        self.who.clone()
    }
    fn since(&self) -> When {
        When::day(self.from)
    }
    fn title(&self) -> String {
        self.text.clone()
    }
    fn words(&self) -> String {
        self.text.clone()
    }
    fn state(&self) -> &'static str {
        self.sort.word()
    }
    fn is_contact(&self) -> bool {
        false
    }
    fn faults(&self) -> Vec<Fault> {
        match self.to {
            Some(day) if day < self.from => vec![Fault::new("to", "ends before it begins")],
            _ => Vec::new(),
        }
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::End { .. } => self.to = Some(on),
            Act::Reopen => self.to = None,
            other => return Err(act::unfit(Kind::Band, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        self.to = known(self.to, day);
    }
}
