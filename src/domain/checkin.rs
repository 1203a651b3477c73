//! A check-in: one side's answers at one time, each beside last time's.

use crate::domain::marks;
use chrono::NaiveDate;

use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, Side, TodaySort};
use super::pack::{Pack, Question};
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
        /// The words it was asked in, where they are not the built-in ones of its code.
        pub asked: String,
        /// Taken over from last time with one key, not answered anew.
        pub as_before: bool,
    }
}

row! {
    /// A line begun beside the questions, kept until the check-in is finished or left.
    pub struct Begun {
        /// What it is for: `promise`, `feedback`, `topic`, or the code of a question that has no answer yet.
        pub slot: String,
        /// What was typed.
        pub words: String,
    }
}

/// How an answer stands beside last time's: an arrow, and the same in words.
pub fn against(now: Option<&Answer>, last: Option<&Answer>) -> (&'static str, String) {
    let Some(last) = last else {
        return (" ", "not asked last time".to_owned());
    };
    match (now.map(|a| a.score), last.score) {
        (_, None) => (" ", "did not come up last time".to_owned()),
        (None | Some(None), Some(last)) => (" ", format!("last time {last}")),
        (Some(Some(now)), Some(last)) if now > last => {
            (marks::UP, format!("{} more than last time", now - last))
        }
        (Some(Some(now)), Some(last)) if now < last => {
            (marks::DOWN, format!("{} less than last time", last - now))
        }
        _ => ("=", "as last time".to_owned()),
    }
}

/// How the codes of questions begin that are never blended with others.
pub const APART: [&str; 2] = ["OWN", "FIT"];

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
    /// The day it was first written; `None` where that is not known (it came from a file).
    pub written: Option<NaiveDate>,
    /// Lines begun beside the questions, while it is unfinished.
    pub begun: Vec<Begun>,
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
    written, "Written on", Shape::Day(Lean::Past), Kept, "when it was first written, where that is known";
    begun, "Begun", Shape::Rows, Kept, "lines begun beside the questions";
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

    /// Takes last time's answer over for every question that has none yet; how many there were. What was not asked
    /// last time stays open.
    pub fn take_over(&mut self, asked: &[Question], last: &Self) -> usize {
        let open = asked.iter().filter(|q| self.answer(&q.code).is_none());
        let taken: Vec<Answer> = open
            .filter_map(|question| {
                let before = last.answer(&question.code)?;
                Some(Answer {
                    as_before: true,
                    ..question.answered(before.score, "")
                })
            })
            .collect();
        let many = taken.len();
        self.answers.extend(taken);
        many
    }

    /// Puts the answers in the order of the questions; those to questions that are asked no more come after.
    pub fn sort(&mut self, asked: &[Question]) {
        let place = |a: &Answer| asked.iter().position(|q| q.code == a.question);
        self.answers.sort_by_key(|a| place(a).unwrap_or(usize::MAX));
    }

    /// By how many days it was written later than the day it is about; `None`: in time, or not known.
    pub fn written_later(&self) -> Option<i64> {
        let late = self.written.map(|written| (written - self.day).num_days());
        late.filter(|days| *days > 0)
    }

    /// The scores about the other side (my own part and fitting in left out: those are looked at apart), in the pack's
    /// order; `None`: did not come up.
    pub fn scores(&self) -> Vec<Option<u8>> {
        self.answers
            .iter()
            .filter(|a| !APART.iter().any(|apart| a.question.starts_with(apart)))
            .map(|a| a.score)
            .collect()
    }
}

impl Question {
    /// An answer to it: 1 to 5, or `None`: did not come up.
    pub fn answered(&self, score: Option<u8>, sentence: &str) -> Answer {
        let asked = if self.built_in { "" } else { &self.wording };
        Answer {
            question: self.code.clone(),
            score,
            sentence: sentence.to_owned(),
            asked: asked.to_owned(),
            as_before: false,
        }
    }
}

impl Pack {
    /// Whose turn it is among the questions about my own part, after earlier check-ins, the newest first: the one
    /// after the one that was answered last.
    pub fn turn(&self, before: &[CheckIn]) -> usize {
        let answered = |one: &CheckIn| {
            let own = self.own.iter();
            own.enumerate()
                .find(|(_, question)| one.answer(&question.code).is_some())
                .map(|(nth, _)| nth + 1)
        };
        // those that left it out had their turn, too
        let mut left_out = 0;
        for one in before {
            match answered(one) {
                Some(next) => return next + left_out,
                None => left_out += 1,
            }
        }
        left_out
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
        // what was written later could not be known on its day
        When::day(
            self.written
                .map_or(self.day, |written| written.max(self.day)),
        )
    }
    fn at(&self) -> When {
        When::day(self.day)
    }
    fn title(&self) -> String {
        let answered = self.answers.iter().filter(|a| a.score.is_some()).count();
        let plural = if answered == 1 { "answer" } else { "answers" };
        let later = match self.written_later() {
            Some(1) => "written a day later".to_owned(),
            Some(days) => format!("written {days} days later"),
            None => String::new(),
        };
        let first = self.note.lines().next().unwrap_or_default();
        let parts = [format!("{answered} {plural}"), later, first.to_owned()];
        let said = parts.into_iter().filter(|part| !part.is_empty());
        said.collect::<Vec<_>>().join(" \u{b7} ")
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
