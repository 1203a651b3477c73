//! A delegation: what I trust them to do without asking, as a topic and a level from 0 to 7 (`figures.md` A6).

use chrono::{Days, NaiveDate};

use super::act::Act;
use super::dates::Lean;
use super::ending::{self, Ending};
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, TodaySort, known, snoozed_to};
use super::reliability::Show;
use super::reliability::SideFigures;
use super::value::{When, row};
use super::{Kind, RecordId};

row! {
    /// A change of the level.
    pub struct LevelChange {
        /// The day of the change.
        pub on: NaiveDate,
        /// The level until then.
        pub from: u8,
        /// Why it changed.
        pub why: String,
    }
}

/// A delegation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delegation {
    /// To whom.
    pub who: RecordId,
    /// The area; commitments tagged with it are its evidence.
    pub topic: Vec<String>,
    /// 0 I do it … 7 yours (see [`LEVELS`]).
    pub level: u8,
    /// Under which conditions.
    pub conditions: String,
    /// Since when.
    pub since: NaiveDate,
    /// When it is looked at again; `None`: 90 days after the newest look.
    pub review: Option<NaiveDate>,
    /// Every change of the level, oldest first.
    pub changes: Vec<LevelChange>,
    /// The newest look at it.
    pub reviewed: Option<NaiveDate>,
    /// The day it ended.
    pub ended: Option<NaiveDate>,
    /// Why.
    pub closing: String,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Delegation {
    topic, "Topic", Shape::Tags, Must, "a word; commitments with this tag are its evidence";
    who, "To", Shape::Who, Must, "the relationship";
    level, "Level", Shape::Number(0, 7), Must, "0 I do it, 1 exactly this, 2 look and report, 3 recommend, 4 act after telling me, 5 act then tell me, 6 act and report exceptions, 7 yours";
    conditions, "Conditions", Shape::Text, May, "up to which sum, not on release days, …";
    since, "Since", Shape::Day(Lean::Past), Must, "when it was agreed";
    review, "Review on", Shape::Day(Lean::Future), May, "when to look at it again; blank: 90 days";
    changes, "Levels before", Shape::Rows, Kept, "each change of the level, and why";
    reviewed, "Reviewed on", Shape::Day(Lean::Past), Kept, "the newest look at it";
    ended, "Ended on", Shape::Day(Lean::Past), Kept, "the day it ended";
    closing, "Closing words", Shape::Line, Kept, "why it ended";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

/// The ladder, from 0 to 7 (`figures.md` A6).
pub const LEVELS: [&str; 8] = [
    "I do it",
    "exactly this",
    "look and report",
    "recommend",
    "act after telling me",
    "act, then tell me",
    "act, report exceptions",
    "yours",
];

/// Days between two looks at a delegation, unless a day is given.
const REVIEW_AFTER: Days = Days::new(90);

/// The highest level.
const HIGHEST: u8 = 7;
/// A level is left alone for this long before anything is said of it.
const SETTLED_FOR: Days = Days::new(28);
/// What the lower end of the range, and follow-through, must reach before a hint.
const ON_TIME: f64 = 0.60;
const FOLLOWED: f64 = 0.80;

/// Its topics as tags: `#releases`, `#releases and #hotfixes`.
pub fn tags(one: &Delegation) -> String {
    let tags: Vec<_> = one.topic.iter().map(|tag| format!("#{tag}")).collect();
    tags.join(" and ")
}

/// The words for a level of 0 to 7.
pub fn level_words(level: u8) -> &'static str {
    LEVELS.get(usize::from(level)).copied().unwrap_or("yours")
}

impl Delegation {
    /// When it is looked at next, while it stands.
    pub fn next_review(&self) -> NaiveDate {
        let newest = self.reviewed.unwrap_or(self.since);
        self.review
            .filter(|day| *day > newest)
            .unwrap_or(newest + REVIEW_AFTER)
    }

    /// Since when the level is what it is.
    pub fn level_since(&self) -> NaiveDate {
        self.changes.last().map_or(self.since, |change| change.on)
    }

    /// One level up, where what they promised on its topic bears it (`figures.md` A6): the figure is shown, its lower
    /// end at least 60, follow-through at least 80, no serious breach open, the level as it was for 28 days. Never down.
    pub fn hint(&self, figures: &SideFigures, serious: bool, day: NaiveDate) -> Option<u8> {
        let shown = matches!(figures.kept.show, Show::Figure | Show::Firm);
        let borne = shown && figures.kept.lo >= ON_TIME && figures.follow.mean >= FOLLOWED;
        let stood = self.level_since() + SETTLED_FOR <= day;
        let up = self.ended.is_none() && self.level < HIGHEST && borne && stood && !serious;
        up.then_some(self.level + 1)
    }

    fn set_level(&mut self, to: u8, why: &str, on: NaiveDate) -> Result<(), Fault> {
        if to > HIGHEST {
            return Err(Fault::new("level", format!("{to} is not between 0 and 7")));
        }
        if to == self.level {
            return Err(Fault::new("level", format!("the level is {to} already")));
        }
        self.changes.push(LevelChange {
            on,
            from: self.level,
            why: why.trim().to_owned(),
        });
        self.level = to;
        self.reviewed = Some(on);
        Ok(())
    }

    fn ending(&mut self) -> Ending<'_> {
        Ending {
            ended: &mut self.ended,
            closing: &mut self.closing,
        }
    }
}

impl Noun for Delegation {
    fn kind(&self) -> Kind {
        Kind::Delegation
    }
    fn begin(&mut self, today: NaiveDate) {
        (self.since, self.level) = (today, 1);
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.since)
    }
    fn at(&self) -> When {
        let newest = [Some(self.level_since()), self.reviewed, self.ended];
        When::day(newest.into_iter().flatten().max().unwrap_or(self.since))
    }
    fn title(&self) -> String {
        let topic = self.topic.join(", ");
        format!("{topic}: {} {}", self.level, level_words(self.level))
    }
    fn words(&self) -> String {
        format!(
            "{} {} {}",
            self.topic.join(" "),
            self.conditions,
            self.closing
        )
    }
    fn state(&self) -> &'static str {
        ending::state(self.ended)
    }
    fn due(&self) -> Option<When> {
        self.ended.is_none().then(|| When::day(self.next_review()))
    }
    fn waits(&self) -> String {
        format!("is it still right? {}", self.title())
    }
    fn attention(&self) -> Option<NaiveDate> {
        let day = self.next_review();
        let day = snoozed_to(day, self.snoozed);
        self.ended.is_none().then_some(day)
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Review)
    }
    fn is_contact(&self) -> bool {
        false
    }
    fn tags(&self) -> &[String] {
        &self.topic
    }
    fn faults(&self) -> Vec<Fault> {
        match self.ended {
            Some(day) if day < self.since => vec![Fault::new("ended", "ended before it began")],
            _ => Vec::new(),
        }
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        ending::still_stands(self.ended, act)?;
        match act {
            Act::Level { to, why } => self.set_level(*to, why, on)?,
            Act::Review { next } => (self.reviewed, self.review) = (Some(on), *next),
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => self.ending().act(Kind::Delegation, other, on)?,
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if let Some(later) = self.changes.iter().find(|change| change.on > day) {
            self.level = later.from;
        }
        self.changes.retain(|change| change.on <= day);
        self.reviewed = known(self.reviewed, day);
        self.ending().back_to(day);
        self.snoozed = None;
    }
}
