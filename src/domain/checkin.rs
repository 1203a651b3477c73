//! A check-in: one side's answers at one time, each beside last time's.

use chrono::NaiveDate;

use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, Side, TodaySort};
use super::relationship::Role;
use super::value::{When, row};
use super::{Kind, RecordId};

row! {
    /// The answer to one question.
    pub struct Answer {
        /// The question's code in its pack (`ABL`, `PEER1`, `OWN3`).
        pub question: String,
        /// 1 not at all … 5 fully; `None`: did not come up.
        pub score: Option<u8>,
        /// An optional sentence.
        pub sentence: String,
    }
}

/// A check-in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckIn {
    /// With whom.
    pub who: RecordId,
    /// The day it is about.
    pub day: NaiveDate,
    /// Whose answers: mine about them, or theirs about me as they told me.
    pub side: Side,
    /// The pack it was asked from.
    pub pack: Role,
    /// The pack's version.
    pub version: u16,
    /// The answers given so far; a question without one was not reached.
    pub answers: Vec<Answer>,
    /// Free text.
    pub note: String,
    /// One thing to do next.
    pub next: String,
    /// Left half-way, to be resumed.
    pub unfinished: bool,
}

fields! { FIELDS for CheckIn {
    who, "With", Shape::Who, Must, "the relationship";
    day, "Day", Shape::Day(Lean::Past), Must, "the day it is about";
    side, "Whose answers", Shape::Choice(Side::WORDS), Must, "mine about them, or theirs about you";
    note, "Note", Shape::Text, May, "anything the questions did not ask";
    next, "Next", Shape::Line, May, "one thing to do next";
    pack, "Pack", Shape::Choice(Role::WORDS), Kept, "the question pack";
    version, "Version", Shape::Number(0, 9999), Kept, "the pack's version";
    answers, "Answers", Shape::Rows, Kept, "1 to 5 each, or did not come up";
    unfinished, "Unfinished", Shape::Flag, Kept, "left half-way, to be resumed";
} }

impl CheckIn {
    /// The answer to a question, if it was reached.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.iter().find(|a| a.question == question)
    }

    /// Gives or replaces the answer to a question.
    pub fn set(&mut self, answer: Answer) {
        match self
            .answers
            .iter_mut()
            .find(|a| a.question == answer.question)
        {
            Some(old) => *old = answer,
            None => self.answers.push(answer),
        }
    }

    /// The scores about the other side (my own part left out), in the pack's order; `None`: did not come up.
    pub fn scores(&self) -> Vec<Option<u8>> {
        self.answers
            .iter()
            .filter(|a| !a.question.starts_with("OWN"))
            .map(|a| a.score)
            .collect()
    }
}

impl Noun for CheckIn {
    fn kind(&self) -> Kind {
        Kind::CheckIn
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
    fn title(&self) -> String {
        let answered = self.answers.iter().filter(|a| a.score.is_some()).count();
        let first = self.note.lines().next().unwrap_or_default();
        let plural = if answered == 1 { "answer" } else { "answers" };
        if first.is_empty() {
            format!("{answered} {plural}")
        } else {
            format!("{answered} {plural} \u{b7} {first}")
        }
    }
    fn words(&self) -> String {
        let sentences = self
            .answers
            .iter()
            .map(|a| a.sentence.as_str())
            .filter(|s| !s.is_empty());
        [self.note.as_str(), self.next.as_str()]
            .into_iter()
            .chain(sentences)
            .collect::<Vec<_>>()
            .join(" ")
    }
    fn state(&self) -> &'static str {
        if self.unfinished {
            "unfinished"
        } else {
            "done"
        }
    }
    fn side(&self) -> Option<Side> {
        Some(self.side)
    }
    fn attention(&self) -> Option<NaiveDate> {
        self.unfinished.then_some(self.day)
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Unfinished)
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        if self.unfinished {
            return Vec::new();
        }
        vec![(self.day, MarkSort::CheckIn)]
    }
    fn is_contact(&self) -> bool {
        !self.unfinished
    }
    fn faults(&self) -> Vec<Fault> {
        let wrong = |a: &&Answer| a.score.is_some_and(|s| !(1..=5).contains(&s));
        let fault = |a: &Answer| {
            Fault::new(
                "answers",
                format!("the answer to {} is not between 1 and 5", a.question),
            )
        };
        self.answers.iter().filter(wrong).map(fault).collect()
    }
}
