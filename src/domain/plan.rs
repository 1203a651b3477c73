//! A repair plan: assess → acknowledge → account → act → verify → close, each gate with its question and its answer.

use chrono::{Duration, NaiveDate};

use super::act::{self, Act};
use super::breach::{Account, Breach, By};
pub use super::choice::Verdict;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, Side, TodaySort, known, snoozed_to};
use super::value::{When, choices, row};
use super::{Kind, RecordId};

choices! {
    /// The stages, in order; a plan may also be stopped.
    pub enum Stage {
        /// What went wrong.
        #[default]
        Assess = "assess",
        /// Say so.
        Acknowledge = "acknowledge",
        /// Own it, with its consequences.
        Account = "account",
        /// Steps that are commitments.
        Act = "act",
        /// The run of kept steps.
        Verify = "verify",
        /// The injured side was asked.
        Close = "close",
        /// Stopped on purpose.
        Stopped = "stopped",
    }
}

row! {
    /// A gate that was passed: its question's answer, kept.
    pub struct Gate {
        /// The stage that was left.
        pub stage: Stage,
        /// The day.
        pub on: NaiveDate,
        /// The answer.
        pub answer: String,
    }
}

/// Days between two looks at a plan that runs, unless a day is given (`figures.md` A4).
const REVIEW_AFTER: Duration = Duration::days(7);

/// A repair plan. Its steps are commitments that name it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// In which relationship.
    pub who: RecordId,
    /// The breach it repairs.
    pub breach: RecordId,
    /// Who repairs: `mine` I do, `theirs` they do.
    pub owner: Side,
    /// What it is to achieve, in a sentence.
    pub aim: String,
    /// The tags of the area it is about: the owner's commitments with one of them count beside its steps.
    pub area: Vec<String>,
    /// For a slip (severity 1): acknowledge and one act are enough.
    pub short: bool,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// The gates passed, oldest first.
    pub gates: Vec<Gate>,
    /// The parts of the acknowledgement that were made (see [`super::repair::ACKNOWLEDGEMENT`]).
    pub acknowledged: Vec<String>,
    /// The day verification began (the day the act stage was entered).
    pub verify_from: Option<NaiveDate>,
    /// When it is looked at next; `None`: seven days after the newest gate. A look at it sets the next.
    pub review: Option<NaiveDate>,
    /// What the injured side said.
    pub verdict: Verdict,
    /// The day they said it.
    pub verdict_on: Option<NaiveDate>,
    /// In which words.
    pub verdict_words: String,
    /// The day it was closed or stopped.
    pub closed: Option<NaiveDate>,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Plan {
    who, "With", Shape::Who, Must, "the relationship";
    breach, "Breach", Shape::Link(Kind::Breach), Must, "the breach it repairs";
    owner, "Who repairs", Shape::Choice(Side::WORDS), Must, "mine: you do; theirs: they do";
    aim, "Aim", Shape::Line, May, "what it is to achieve";
    area, "Area", Shape::Tags, May, "tags, with commas: commitments with one of them count beside the steps";
    opened, "Opened on", Shape::Day(Lean::Past), Must, "when it was opened";
    review, "Review on", Shape::Day(Lean::Future), May, "when to look at it next; blank: a week after the newest gate";
    short, "Short", Shape::Flag, Kept, "a slip needs only an acknowledgement and one act";
    stage, "Stage", Shape::Choice(Stage::WORDS), Kept, "assess, acknowledge, account, act, verify, close, stopped";
    gates, "Gates", Shape::Rows, Kept, "each gate's day and answer";
    acknowledged, "Acknowledged", Shape::Tags, Kept, "the parts of the acknowledgement that were made";
    verify_from, "Verified from", Shape::Day(Lean::Past), Kept, "the day from which steps count";
    verdict, "Verdict", Shape::Choice(Verdict::WORDS), Kept, "what the injured side said";
    verdict_on, "Verdict on", Shape::Day(Lean::Past), Kept, "the day they said it";
    verdict_words, "Verdict in words", Shape::Line, Kept, "what the injured side said to it";
    closed, "Closed on", Shape::Day(Lean::Past), Kept, "the day it was closed or stopped";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

impl Plan {
    /// A plan for a breach, from its beginning: who did it repairs it. A slip needs only an acknowledgement and one
    /// act, and where its account is disputed the facts before (`figures.md` A8).
    /// The area is the tags of the commitments that it is about.
    pub fn for_breach(id: RecordId, breach: &Breach, area: &[String], opened: NaiveDate) -> Self {
        let short = breach.severity <= 1;
        let told_alike = breach.account != Account::Disputed;
        Self {
            stage: if short && told_alike {
                Stage::Acknowledge
            } else {
                Stage::Assess
            },
            who: breach.who,
            breach: id,
            area: area.to_vec(),
            owner: if breach.by == By::Me {
                Side::Mine
            } else {
                Side::Theirs
            },
            short,
            opened,
            ..Self::default()
        }
    }

    /// Whether it still runs.
    pub fn is_open(&self) -> bool {
        !matches!(self.stage, Stage::Close | Stage::Stopped)
    }

    /// The day it is looked at next, while it runs.
    pub fn next_review(&self) -> Option<NaiveDate> {
        let newest = self.gates.last().map_or(self.opened, |g| g.on);
        let day = self
            .review
            .filter(|day| *day > newest)
            .unwrap_or(newest + REVIEW_AFTER);
        self.is_open().then(|| snoozed_to(day, self.snoozed))
    }
}

impl Plan {
    /// Through the gate of its stage.
    fn advance(&mut self, answer: &str, on: NaiveDate) -> Result<(), Fault> {
        if answer.trim().is_empty() {
            let asks = format!("the gate asks: {}", gate(self.stage));
            return Err(Fault::new("gates", asks));
        }
        self.pass(answer.trim(), on);
        self.stage = after(self.stage, self.short);
        if self.stage == Stage::Act {
            self.verify_from = Some(on);
        }
        self.closed = (self.stage == Stage::Close).then_some(on);
        Ok(())
    }

    fn pass(&mut self, answer: &str, on: NaiveDate) {
        self.gates.push(Gate {
            stage: self.stage,
            on,
            answer: answer.to_owned(),
        });
    }

    fn judge(&mut self, verdict: Verdict, words: &str, on: NaiveDate) -> Result<(), Fault> {
        if self.verify_from.is_none() {
            let says = "the injured side is asked once there were steps to look at: go through the gates up to act first";
            return Err(Fault::new("verdict", says));
        }
        self.verdict = verdict;
        self.verdict_on = Some(on);
        words.trim().clone_into(&mut self.verdict_words);
        Ok(())
    }

    /// Stopped half-way goes on where it stopped; a closed plan has its steps to look at again, and a new run.
    fn reopen(&mut self, on: NaiveDate) {
        self.stage = match self.gates.last() {
            Some(last) if self.stage == Stage::Stopped => last.stage,
            _ if !self.is_open() => {
                self.verify_from = Some(on);
                Stage::Act
            }
            _ => self.stage,
        };
        self.closed = None;
        self.unjudge();
    }

    fn unjudge(&mut self) {
        (self.verdict, self.verdict_on) = (Verdict::None, None);
        self.verdict_words.clear();
    }
}

/// The stage after a stage; a short plan (severity 1) goes from acknowledge to act to close.
pub fn after(stage: Stage, short: bool) -> Stage {
    match stage {
        Stage::Assess => Stage::Acknowledge,
        Stage::Acknowledge if short => Stage::Act,
        Stage::Act if short => Stage::Close,
        Stage::Acknowledge => Stage::Account,
        Stage::Account => Stage::Act,
        Stage::Act => Stage::Verify,
        Stage::Verify | Stage::Close => Stage::Close,
        Stage::Stopped => Stage::Stopped,
    }
}

/// The question that the gate out of a stage asks.
pub fn gate(stage: Stage) -> &'static str {
    match stage {
        Stage::Assess => "What went wrong, in facts that both sides can agree to?",
        Stage::Acknowledge => "What was said to the injured side, and when?",
        Stage::Account => "What did it cost them, how did it come about, and what is owed?",
        Stage::Act => "Which steps were agreed, who owns each, and by when?",
        Stage::Verify => "What shows that it holds, and what does the injured side say?",
        Stage::Close => "The plan is closed: nothing more is asked.",
        Stage::Stopped => "The plan was stopped: nothing more is asked.",
    }
}

impl Noun for Plan {
    fn kind(&self) -> Kind {
        Kind::Plan
    }
    fn begin(&mut self, today: NaiveDate) {
        self.opened = today;
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.opened)
    }
    fn at(&self) -> When {
        let newest = self.gates.last().map_or(self.opened, |g| g.on);
        When::day(self.closed.unwrap_or(newest))
    }
    fn title(&self) -> String {
        if self.aim.is_empty() {
            "repair plan".to_owned()
        } else {
            self.aim.clone()
        }
    }
    fn words(&self) -> String {
        let answers = self.gates.iter().map(|g| g.answer.as_str());
        [self.aim.as_str(), &self.verdict_words]
            .into_iter()
            .chain(answers)
            .collect::<Vec<_>>()
            .join(" ")
    }
    fn state(&self) -> &'static str {
        self.stage.word()
    }
    fn side(&self) -> Option<Side> {
        Some(self.owner)
    }
    fn due(&self) -> Option<When> {
        self.next_review().map(When::day)
    }
    fn attention(&self) -> Option<NaiveDate> {
        self.next_review()
    }
    fn tags(&self) -> &[String] {
        &self.area
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Repair)
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        let opened = (self.opened, MarkSort::RepairOpened);
        let closed = self.closed.map(|day| (day, MarkSort::RepairClosed));
        std::iter::once(opened).chain(closed).collect()
    }
    fn is_repair(&self) -> bool {
        self.is_open()
    }
    fn belongs(&self) -> Option<RecordId> {
        Some(self.breach)
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        if !self.is_open() && !matches!(act, Act::Reopen | Act::Verdict { .. }) {
            let says = format!("the plan is {}; reopen it first", self.stage);
            return Err(Fault::new("stage", says));
        }
        match act {
            Act::Advance { answer } => self.advance(answer, on)?,
            Act::Verdict { verdict, words } => self.judge(*verdict, words, on)?,
            Act::Acknowledge(parts) => self.acknowledged.clone_from(parts),
            Act::Stop { reason } => {
                self.pass(reason, on);
                self.stage = Stage::Stopped;
                self.closed = Some(on);
            }
            Act::Reopen => self.reopen(on),
            Act::Review { next } => {
                self.review = Some(next.filter(|day| *day > on).unwrap_or(on + REVIEW_AFTER));
            }
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => return Err(act::unfit(Kind::Plan, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if let Some(gate) = self.gates.iter().find(|gate| gate.on > day) {
            self.stage = gate.stage;
            self.gates.retain(|gate| gate.on <= day);
            self.closed = None;
            self.verify_from = known(self.verify_from, day);
            if self.stage == Stage::Assess {
                self.acknowledged.clear();
            }
        }
        if self.verdict_on.is_some() && known(self.verdict_on, day).is_none() {
            self.unjudge();
        }
        self.snoozed = None;
    }
}
