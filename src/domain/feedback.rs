//! Feedback given, received or asked for: situation, behaviour, impact, ask, and what happened to it.

use chrono::NaiveDate;

use super::act::{self, Act};
pub use super::choice::FeedbackState;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, Side, TodaySort, known, snoozed_to};
use super::value::{When, choices};
use super::{Kind, RecordId};

choices! {
    /// Which way it goes.
    pub enum Direction {
        /// From me to them.
        #[default]
        Given = "given",
        /// From them to me.
        Received = "received",
        /// I asked them for it.
        Asked = "asked for",
    }
}

choices! {
    /// What sort of feedback it is.
    pub enum FeedbackSort {
        /// Thanks or credit.
        #[default]
        Appreciation = "appreciation",
        /// How it could be better.
        Coaching = "coaching",
        /// Something is wrong.
        Concern = "concern",
        /// Please do this.
        Request = "request",
    }
}

/// Feedback.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Feedback {
    /// With whom.
    pub who: RecordId,
    /// Given, received or asked for.
    pub direction: Direction,
    /// Appreciation, coaching, concern or request.
    pub sort: FeedbackSort,
    /// The day it was written, given or received.
    pub day: NaiveDate,
    /// Where and when it was.
    pub situation: String,
    /// What was done or said.
    pub behaviour: String,
    /// What it did.
    pub impact: String,
    /// What is asked for.
    pub ask: String,
    /// Draft → delivered → heard → acted on → closed.
    pub state: FeedbackState,
    /// The day of the newest state.
    pub state_on: Option<NaiveDate>,
    /// When to come back to it.
    pub follow_up: Option<NaiveDate>,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Feedback {
    who, "With", Shape::Who, Must, "the relationship";
    direction, "Direction", Shape::Choice(Direction::WORDS), Must, "given, received or asked for";
    sort, "Kind", Shape::Choice(FeedbackSort::WORDS), Must, "appreciation, coaching, concern or request";
    behaviour, "Behaviour", Shape::Text, Must, "what was done or said, as a camera would have seen it";
    situation, "Situation", Shape::Line, May, "where and when";
    impact, "Impact", Shape::Text, May, "what it did to you, the work or others";
    ask, "Ask", Shape::Line, May, "what you would like next";
    state, "State", Shape::Choice(FeedbackState::WORDS), Must, "draft waits for the next one-on-one";
    day, "Day", Shape::Day(Lean::Past), Must, "when it was written, given or received";
    follow_up, "Follow up", Shape::Day(Lean::Future), May, "when to come back to it";
    state_on, "State since", Shape::Day(Lean::Past), Kept, "the day of the newest state";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

impl Noun for Feedback {
    fn kind(&self) -> Kind {
        Kind::Feedback
    }
    fn begin(&mut self, today: NaiveDate) {
        self.day = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.day)
    }
    fn at(&self) -> When {
        When::day(self.state_on.unwrap_or(self.day).max(self.day))
    }
    fn title(&self) -> String {
        self.behaviour.lines().next().unwrap_or_default().to_owned()
    }
    fn words(&self) -> String {
        [
            self.situation.as_str(),
            &self.behaviour,
            &self.impact,
            &self.ask,
        ]
        .join(" ")
    }
    fn state(&self) -> &'static str {
        self.state.word()
    }
    fn side(&self) -> Option<Side> {
        Some(if self.direction == Direction::Given {
            Side::Mine
        } else {
            Side::Theirs
        })
    }
    fn due(&self) -> Option<When> {
        self.follow_up
            .filter(|_| self.state != FeedbackState::Closed)
            .map(When::day)
    }
    fn attention(&self) -> Option<NaiveDate> {
        let day = match self.state {
            FeedbackState::Closed => None,
            FeedbackState::Draft => Some(self.follow_up.unwrap_or(self.day)),
            // what was said or seen on the follow-up day answers it
            _ => self
                .follow_up
                .filter(|day| self.state_on.is_none_or(|on| on < *day)),
        }?;
        Some(snoozed_to(day, self.snoozed))
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Feedback)
    }
    fn is_contact(&self) -> bool {
        self.state != FeedbackState::Draft
    }
    fn faults(&self) -> Vec<Fault> {
        match self.follow_up {
            Some(day) if day < self.day => vec![Fault::new(
                "follow_up",
                "the follow-up lies before the feedback",
            )],
            _ => Vec::new(),
        }
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Feedback(state) => {
                self.state = *state;
                self.state_on = Some(on);
                self.snoozed = None;
            }
            Act::FollowUp { on } => self.follow_up = Some(*on),
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => return Err(act::unfit(Kind::Feedback, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if self.state_on.is_some() && known(self.state_on, day).is_none() {
            // only the newest state keeps its day; before it, this much is certain
            self.state = FeedbackState::Draft;
            self.state_on = None;
        }
        self.snoozed = None;
    }
}
