//! An agreement: one sentence that both sides can check, seen upheld or breached, and looked at again.
//!
//! A breach of it stays open until how it was addressed, and how visibly, is written (`figures.md` A6).

mod observation;

use chrono::{Days, NaiveDate};

use super::act::Act;
use super::dates::{self, Lean};
use super::ending::{self, Ending};
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, TodaySort, snoozed_to};
use super::relationship::{Party, Role};
use super::value::{When, choices};
use super::{Kind, RecordId};
pub use observation::{Observation, Observed, Visibility, observation_told};

choices! {
    /// Whose agreement it is.
    pub enum Scope {
        /// Between two.
        #[default]
        Pair = "pair",
        /// Of a team.
        Team = "team",
        /// Of a community: its code of conduct.
        Community = "community",
        /// An institution's: who may see what, and why.
        Access = "access",
    }
}

impl Scope {
    /// Whose an agreement with somebody is most likely, from what they are.
    pub fn likely(party: Party, role: Role) -> Self {
        match (party, role) {
            (Party::Institution, _) => Self::Access,
            (Party::Group, Role::Community) => Self::Community,
            (Party::Group, _) => Self::Team,
            (Party::Person, _) => Self::Pair,
        }
    }
}

/// A working agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// With whom: a person, a group or an institution.
    pub who: RecordId,
    /// The sentence.
    pub text: String,
    /// Of a pair, a team, a community, or about access.
    pub scope: Scope,
    /// The day it was agreed.
    pub agreed: NaiveDate,
    /// When it is looked at again; `None`: 90 days after the newest look.
    pub review: Option<NaiveDate>,
    /// For access: who may see.
    pub access_who: String,
    /// For access: what.
    pub access_what: String,
    /// For access: why.
    pub access_why: String,
    /// Every observation, oldest first.
    pub observations: Vec<Observation>,
    /// The newest look at it.
    pub reviewed: Option<NaiveDate>,
    /// The day it ended.
    pub ended: Option<NaiveDate>,
    /// Why.
    pub closing: String,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Agreement {
    who, "With", Shape::Who, Must, "the person, the group or the institution";
    text, "Agreement", Shape::Line, Must, "one sentence that both can check: no feedback in front of others";
    scope, "Of", Shape::Choice(Scope::WORDS), Must, "a pair, a team, a community, or about access";
    agreed, "Agreed on", Shape::Day(Lean::Past), Must, "when it was agreed";
    review, "Review on", Shape::Day(Lean::Future), May, "when to look at it again; blank: 90 days";
    access_who, "Who may see", Shape::Line, May, "for access: who";
    access_what, "What", Shape::Line, May, "for access: what they may see";
    access_why, "Why", Shape::Line, May, "for access: what they need it for";
    observations, "Observations", Shape::Rows, Kept, "seen upheld, or breached and how it was addressed";
    reviewed, "Reviewed on", Shape::Day(Lean::Past), Kept, "the newest look at it";
    ended, "Ended on", Shape::Day(Lean::Past), Kept, "the day it ended";
    closing, "Closing words", Shape::Line, Kept, "why it ended";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

/// Days between two looks at an agreement, unless a day is given (`figures.md` A4).
const REVIEW_AFTER: Days = Days::new(90);

impl Agreement {
    /// What a repair that was "accepted, with new boundaries" leaves behind: the boundaries, as an agreement of two.
    pub fn from_boundaries(who: RecordId, boundaries: &str, on: NaiveDate) -> Self {
        Self {
            who,
            text: boundaries.split_whitespace().collect::<Vec<_>>().join(" "),
            agreed: on,
            ..Self::default()
        }
    }

    /// What it asks for on a day, if anything: that a breach be addressed, or another look.
    pub fn asks(&self, today: NaiveDate) -> Option<String> {
        if self.ended.is_some() {
            return None;
        }
        let mut waiting = self.waiting();
        if let Some(breach) = waiting.next() {
            let more = match waiting.count() {
                0 => String::new(),
                n => format!(" and {n} more"),
            };
            let day = dates::short(breach.on, today);
            return Some(format!("breached {day}{more}, to be addressed"));
        }
        (self.next_review() <= today).then(|| "to be looked at again".to_owned())
    }

    /// How often it was seen upheld, how often breached, and how many of the breaches wait to be addressed.
    pub fn observed(&self) -> Observed {
        let upheld = self.observations.iter().filter(|one| one.upheld).count();
        Observed {
            upheld,
            breached: self.observations.len() - upheld,
            waits: self.waiting().count(),
        }
    }

    /// The breaches that nobody addressed yet, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Observation> {
        self.observations.iter().filter(|seen| seen.waits())
    }

    /// When it is looked at next, while it stands.
    pub fn next_review(&self) -> NaiveDate {
        let newest = self.reviewed.unwrap_or(self.agreed);
        self.review
            .filter(|day| *day > newest)
            .unwrap_or(newest + REVIEW_AFTER)
    }

    fn address(&mut self, how: &str, seen: Visibility, on: NaiveDate) -> Result<(), Fault> {
        if how.trim().is_empty() {
            let says = "a breach is addressed by something: say how";
            return Err(Fault::new("observations", says));
        }
        let waiting = self.observations.iter_mut().find(|one| one.waits());
        let Some(breach) = waiting else {
            return Err(Fault::new(
                "observations",
                "no breach of it waits to be addressed",
            ));
        };
        breach.addressed = Some(on);
        how.trim().clone_into(&mut breach.how);
        breach.seen = seen;
        Ok(())
    }

    fn ending(&mut self) -> Ending<'_> {
        Ending {
            ended: &mut self.ended,
            closing: &mut self.closing,
        }
    }
}

impl Noun for Agreement {
    fn kind(&self) -> Kind {
        Kind::Agreement
    }
    fn begin(&mut self, today: NaiveDate) {
        self.agreed = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.agreed)
    }
    fn at(&self) -> When {
        let seen = self
            .observations
            .iter()
            .map(|one| one.addressed.unwrap_or(one.on));
        let newest = seen.chain(self.reviewed).chain(self.ended).max();
        When::day(newest.unwrap_or(self.agreed))
    }
    fn title(&self) -> String {
        self.text.clone()
    }
    fn words(&self) -> String {
        let seen = self
            .observations
            .iter()
            .flat_map(|one| [one.words.as_str(), &one.how]);
        let access = [
            self.access_who.as_str(),
            &self.access_what,
            &self.access_why,
        ];
        std::iter::once(self.text.as_str())
            .chain(access)
            .chain(std::iter::once(self.closing.as_str()))
            .chain(seen)
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
    fn state(&self) -> &'static str {
        if self.ended.is_some() {
            "ended"
        } else if self.waiting().next().is_some() {
            "breached"
        } else {
            "standing"
        }
    }
    fn due(&self) -> Option<When> {
        // a breach that waits is not due on some day to come
        let looks = self.ended.is_none() && self.waiting().next().is_none();
        looks.then(|| When::day(self.next_review()))
    }
    fn attention(&self) -> Option<NaiveDate> {
        if self.ended.is_some() {
            return None;
        }
        let waits = self.waiting().next().map(|one| one.on);
        let day = waits.unwrap_or_else(|| self.next_review());
        Some(snoozed_to(day, self.snoozed))
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Review)
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        let breached = self.observations.iter().filter(|one| !one.upheld);
        breached
            .map(|one| (one.on, MarkSort::AgreementBreached))
            .collect()
    }
    fn faults(&self) -> Vec<Fault> {
        let early = |one: &&Observation| one.on < self.agreed;
        let seen = self.observations.iter().find(early).map(|one| {
            let says = format!("seen on {} and agreed only on {}", one.on, self.agreed);
            Fault::new("observations", says)
        });
        let ended = self.ended.filter(|day| *day < self.agreed);
        seen.into_iter()
            .chain(ended.map(|_| Fault::new("ended", "ended before it was agreed")))
            .collect()
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        ending::still_stands(self.ended, act)?;
        match act {
            Act::Observe { upheld, words } => {
                self.observations.push(Observation {
                    on,
                    upheld: *upheld,
                    words: words.trim().to_owned(),
                    ..Observation::default()
                });
                self.observations.sort_by_key(|one| one.on);
                self.snoozed = None;
            }
            Act::Address { how, seen } => self.address(how, *seen, on)?,
            Act::Review { next } => (self.reviewed, self.review) = (Some(on), *next),
            Act::End { .. } if self.waiting().next().is_some() => {
                let says = "a breach of it waits: write how it was addressed first";
                return Err(Fault::new("ended", says));
            }
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => self.ending().act(Kind::Agreement, other, on)?,
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        self.observations.retain(|one| one.on <= day);
        for one in &mut self.observations {
            if one.addressed.is_some_and(|on| on > day) {
                (one.addressed, one.seen) = (None, Visibility::default());
                one.how.clear();
            }
        }
        if self.reviewed.is_some_and(|on| on > day) {
            // only the newest look keeps its day, and the next one was set with it
            (self.reviewed, self.review) = (None, None);
        }
        self.ending().back_to(day);
        self.snoozed = None;
    }
}
