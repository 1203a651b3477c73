//! A need: raised in a check-in or a talk, and back in every prep sheet until it is answered.

use chrono::{Days, NaiveDate};

use super::act::{self, Act};
pub use super::choice::NeedState;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, Side, TodaySort, known, snoozed_to};
use super::value::When;
use super::{Kind, RecordId};

/// A need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Need {
    /// In which relationship.
    pub who: RecordId,
    /// What is needed.
    pub text: String,
    /// Who needs it: `mine` I need it of them, `theirs` they of me.
    pub side: Side,
    /// The day it was raised.
    pub raised: NaiveDate,
    /// The check-in in which it was raised.
    pub checkin: Option<RecordId>,
    /// Raised, being met, met or not possible.
    pub state: NeedState,
    /// The day of the newest state.
    pub state_on: Option<NaiveDate>,
    /// The answer; for one that is not possible, why.
    pub answer: String,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Need {
    who, "With", Shape::Who, Must, "the relationship";
    text, "Need", Shape::Line, Must, "what is needed, in the words that were used";
    side, "Whose need", Shape::Choice(Side::WORDS), Must, "mine: you need it of them; theirs: they need it of you";
    raised, "Raised on", Shape::Day(Lean::Past), Must, "when it was said";
    checkin, "Check-in", Shape::Link(Kind::CheckIn), Kept, "the check-in in which it was raised";
    state, "State", Shape::Choice(NeedState::WORDS), Kept, "raised, being met, met, or not possible and told why";
    state_on, "State since", Shape::Day(Lean::Past), Kept, "the day of the newest state";
    answer, "Answer", Shape::Line, Kept, "what was answered; if it is not possible, why";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

/// How long after the newest word about it a need that is being met is asked about again.
const ASKED_AFTER: Days = Days::new(14);

impl Need {
    /// Whether it still waits for an answer or for what was promised.
    pub fn is_open(&self) -> bool {
        matches!(self.state, NeedState::Raised | NeedState::BeingMet)
    }

    fn answer(&mut self, state: NeedState, words: &str, on: NaiveDate) -> Result<(), Fault> {
        if state == NeedState::NotPossible && words.trim().is_empty() {
            let says = "what is not possible is told why: write the reason";
            return Err(Fault::new("answer", says));
        }
        self.state = state;
        self.state_on = Some(on);
        words.trim().clone_into(&mut self.answer);
        self.snoozed = None;
        Ok(())
    }

    fn reopen(&mut self) {
        (self.state, self.state_on) = (NeedState::Raised, None);
        self.answer.clear();
    }
}

impl Noun for Need {
    fn kind(&self) -> Kind {
        Kind::Need
    }
    fn begin(&mut self, today: NaiveDate) {
        self.raised = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.raised)
    }
    fn at(&self) -> When {
        When::day(self.state_on.unwrap_or(self.raised))
    }
    fn title(&self) -> String {
        self.text.clone()
    }
    fn words(&self) -> String {
        format!("{} {}", self.text, self.answer)
    }
    fn state(&self) -> &'static str {
        self.state.word()
    }
    fn side(&self) -> Option<Side> {
        Some(self.side)
    }
    fn attention(&self) -> Option<NaiveDate> {
        let day = match self.state {
            NeedState::Raised => self.raised,
            NeedState::BeingMet => self.state_on.unwrap_or(self.raised) + ASKED_AFTER,
            NeedState::Met | NeedState::NotPossible => return None,
        };
        Some(snoozed_to(day, self.snoozed))
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Need)
    }
    fn faults(&self) -> Vec<Fault> {
        match self.state_on {
            Some(day) if day < self.raised => {
                vec![Fault::new("state_on", "answered before it was raised")]
            }
            _ => Vec::new(),
        }
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Need { state, words } => self.answer(*state, words, on)?,
            Act::Reopen => self.reopen(),
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => return Err(act::unfit(Kind::Need, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if self.state_on.is_some() && known(self.state_on, day).is_none() {
            // only the newest state keeps its day; before it, this much is certain
            self.reopen();
        }
        self.snoozed = None;
    }
}
