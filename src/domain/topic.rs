//! A topic: something to bring up next time, carried over until it is discussed or dropped on purpose.

use chrono::NaiveDate;

use super::act::{self, Act};
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, Side, known};
use super::value::{When, choices};
use super::{Kind, RecordId};

choices! {
    /// What became of it.
    pub enum TopicState {
        /// Waiting for the next one-on-one.
        #[default]
        Open = "open",
        /// Talked about.
        Discussed = "discussed",
        /// Dropped on purpose.
        Dropped = "dropped",
    }
}

/// A topic for the next one-on-one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Topic {
    /// With whom.
    pub who: RecordId,
    /// What to bring up.
    pub text: String,
    /// Who raised it.
    pub side: Side,
    /// When it was raised.
    pub raised: NaiveDate,
    /// Over how many one-on-ones it was carried.
    pub carried: u16,
    /// Open, discussed or dropped.
    pub state: TopicState,
    /// The day it was discussed or dropped.
    pub closed: Option<NaiveDate>,
    /// Why it was dropped, or what came of it.
    pub outcome: String,
}

fields! { FIELDS for Topic {
    who, "With", Shape::Who, Must, "the relationship";
    text, "Topic", Shape::Line, Must, "what to bring up next time";
    side, "Raised by", Shape::Choice(Side::WORDS), Must, "mine: you want to raise it; theirs: they do";
    raised, "Raised on", Shape::Day(Lean::Past), Must, "when it came up";
    carried, "Carried over", Shape::Number(0, 9999), Kept, "over how many one-on-ones it was carried";
    state, "State", Shape::Choice(TopicState::WORDS), Kept, "open, discussed or dropped";
    closed, "Closed on", Shape::Day(Lean::Past), Kept, "the day it was discussed or dropped";
    outcome, "Outcome", Shape::Line, Kept, "what came of it, or why it was dropped";
} }

impl Topic {
    fn end(&mut self, state: TopicState, words: &str, on: NaiveDate) -> Result<(), Fault> {
        self.still_open()?;
        self.state = state;
        self.closed = Some(on);
        words.clone_into(&mut self.outcome);
        Ok(())
    }

    fn still_open(&self) -> Result<(), Fault> {
        if self.state == TopicState::Open {
            Ok(())
        } else {
            Err(act::ended(self.state.word()))
        }
    }

    fn reopen(&mut self) {
        self.state = TopicState::Open;
        self.closed = None;
        self.outcome.clear();
    }
}

impl Noun for Topic {
    fn kind(&self) -> Kind {
        Kind::Topic
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
        When::day(self.closed.unwrap_or(self.raised))
    }
    fn title(&self) -> String {
        self.text.clone()
    }
    fn words(&self) -> String {
        format!("{} {}", self.text, self.outcome)
    }
    fn state(&self) -> &'static str {
        self.state.word()
    }
    fn side(&self) -> Option<Side> {
        Some(self.side)
    }
    fn is_contact(&self) -> bool {
        self.state == TopicState::Discussed
    }
    fn faults(&self) -> Vec<Fault> {
        match self.closed {
            Some(day) if day < self.raised => {
                vec![Fault::new("closed", "closed before it was raised")]
            }
            _ => Vec::new(),
        }
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Discuss { outcome } => self.end(TopicState::Discussed, outcome, on)?,
            Act::Drop { reason } => self.end(TopicState::Dropped, reason, on)?,
            Act::Carry => {
                self.still_open()?;
                self.carried = self.carried.saturating_add(1);
            }
            Act::Reopen => self.reopen(),
            other => return Err(act::unfit(Kind::Topic, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if self.closed.is_some() && known(self.closed, day).is_none() {
            self.reopen();
        }
    }
}
