//! A shortcut: somebody introduced by another, or a source relied on without checking, with its spot checks.
//!
//! No figure is ever carried over from one person to another: who introduced whom is text (`figures.md` A6).

use chrono::{Days, NaiveDate};

use super::act::Act;
use super::dates::Lean;
use super::ending::{self, Ending};
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, TodaySort, snoozed_to};
use super::value::{When, choices, row};
use super::{Kind, RecordId};

choices! {
    /// What is relied on.
    pub enum ShortcutSort {
        /// They were introduced by somebody.
        #[default]
        Introduction = "introduction",
        /// What they say is taken without checking.
        Source = "source",
    }
}

row! {
    /// A spot check.
    pub struct Check {
        /// The day.
        pub on: NaiveDate,
        /// Whether what is relied on held.
        pub held: bool,
        /// What was looked at.
        pub words: String,
    }
}

/// A shortcut.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shortcut {
    /// Who is relied on.
    pub who: RecordId,
    /// An introduction or a source.
    pub sort: ShortcutSort,
    /// What is relied on without checking.
    pub text: String,
    /// Introduced by whom, as text.
    pub by: String,
    /// What it saves.
    pub saves: String,
    /// Since when.
    pub since: NaiveDate,
    /// Every spot check, oldest first.
    pub checks: Vec<Check>,
    /// The day it ended.
    pub ended: Option<NaiveDate>,
    /// Why.
    pub closing: String,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Shortcut {
    who, "Relying on", Shape::Who, Must, "the relationship";
    text, "For what", Shape::Line, Must, "what you take from them without checking";
    sort, "Kind", Shape::Choice(ShortcutSort::WORDS), Must, "introduction: vouched for by somebody; source: taken as it comes";
    by, "Introduced by", Shape::Line, May, "who vouched for them, as text; no figure comes with it";
    saves, "What it saves", Shape::Line, May, "an hour a week, a second look, …";
    since, "Since", Shape::Day(Lean::Past), Must, "when you began to rely on it";
    checks, "Spot checks", Shape::Rows, Kept, "each look, and whether it held";
    ended, "Ended on", Shape::Day(Lean::Past), Kept, "the day it ended";
    closing, "Closing words", Shape::Line, Kept, "why it ended";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

/// Days after which a spot check is asked for (`figures.md` A6).
const CHECK_AFTER: Days = Days::new(90);

impl Shortcut {
    /// The day of the newest spot check, if there was one.
    pub fn checked(&self) -> Option<NaiveDate> {
        self.checks.last().map(|check| check.on)
    }

    /// When the next spot check is asked for, while it stands.
    pub fn next_check(&self) -> NaiveDate {
        self.checked().unwrap_or(self.since) + CHECK_AFTER
    }

    fn ending(&mut self) -> Ending<'_> {
        Ending {
            ended: &mut self.ended,
            closing: &mut self.closing,
        }
    }
}

impl Noun for Shortcut {
    fn kind(&self) -> Kind {
        Kind::Shortcut
    }
    fn begin(&mut self, today: NaiveDate) {
        self.since = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.since)
    }
    fn at(&self) -> When {
        let newest = self.checked().into_iter().chain(self.ended).max();
        When::day(newest.unwrap_or(self.since))
    }
    fn title(&self) -> String {
        if self.by.is_empty() {
            self.text.clone()
        } else {
            format!("{} (introduced by {})", self.text, self.by)
        }
    }
    fn words(&self) -> String {
        let seen = self.checks.iter().map(|check| check.words.as_str());
        [self.text.as_str(), &self.by, &self.saves, &self.closing]
            .into_iter()
            .chain(seen)
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
    fn state(&self) -> &'static str {
        ending::state(self.ended)
    }
    fn due(&self) -> Option<When> {
        self.ended.is_none().then(|| When::day(self.next_check()))
    }
    fn waits(&self) -> String {
        format!("spot check: {}", self.title())
    }
    fn attention(&self) -> Option<NaiveDate> {
        let day = self.next_check();
        let day = snoozed_to(day, self.snoozed);
        self.ended.is_none().then_some(day)
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Review)
    }
    fn is_contact(&self) -> bool {
        false
    }
    fn faults(&self) -> Vec<Fault> {
        let early = self.checks.iter().any(|check| check.on < self.since);
        let checked = early.then(|| Fault::new("checks", "checked before it was relied on"));
        let ended = self.ended.filter(|day| *day < self.since);
        checked
            .into_iter()
            .chain(ended.map(|_| Fault::new("ended", "ended before it began")))
            .collect()
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        ending::still_stands(self.ended, act)?;
        match act {
            Act::Check { held, words } => {
                self.checks.push(Check {
                    on,
                    held: *held,
                    words: words.trim().to_owned(),
                });
                self.checks.sort_by_key(|check| check.on);
                self.snoozed = None;
            }
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => self.ending().act(Kind::Shortcut, other, on)?,
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        self.checks.retain(|check| check.on <= day);
        self.ending().back_to(day);
        self.snoozed = None;
    }
}
