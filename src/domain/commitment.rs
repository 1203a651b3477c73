//! A commitment: who promised whom what, by when, and what became of it.
//!
//! A request is not a promise: it counts only from the day its owner agreed. Moving the date ahead of
//! time, with the other's agreement, keeps faith; a cause never changes a figure (`figures.md` B2).

use chrono::NaiveDate;

use super::act::Act;
pub use super::choice::Cause;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{Noun, Side, TodaySort, snoozed_to};
use super::repeat::Repeat;
use super::value::{When, choices, row};
use super::{Kind, RecordId};

mod settle;

choices! {
    /// How much hangs on it: shown and filtered by, never weighed.
    pub enum Stake {
        /// Little.
        Small = "small",
        /// The usual.
        #[default]
        Normal = "normal",
        /// Much.
        Major = "major",
    }
}

impl Stake {
    /// Its weight in halves, for the figures that are asked to weigh by stake: 1, 2 or 4.
    pub fn halves(self) -> u8 {
        match self {
            Self::Small => 1,
            Self::Normal => 2,
            Self::Major => 4,
        }
    }
}

row! {
    /// One change of the due date.
    pub struct Move {
        /// The day the change was made.
        pub on: NaiveDate,
        /// The due it replaced.
        pub from: Option<When>,
        /// The new due.
        pub to: Option<When>,
        /// Who asked for it.
        pub asked: Side,
        /// Whether the other side agreed.
        pub agreed: bool,
    }
}

/// A commitment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Commitment {
    /// With whom.
    pub who: RecordId,
    /// Who promised: `mine` I to them, `theirs` they to me.
    pub side: Side,
    /// What was promised.
    pub text: String,
    /// When it was made.
    pub made: NaiveDate,
    /// The day its owner agreed; `None` while it is only requested.
    pub agreed: Option<NaiveDate>,
    /// When it is due, as first agreed; a due day includes the whole day.
    pub due: Option<When>,
    /// For a promise without a date: when to ask.
    pub check_by: Option<NaiveDate>,
    /// What done means.
    pub done_means: String,
    /// Where and in which words it was said.
    pub said: String,
    /// Small, normal or major.
    pub stake: Stake,
    /// Tags, without `#`.
    pub tags: Vec<String>,
    /// Every change of the due date, oldest first.
    pub moves: Vec<Move>,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// The day it was broken (declared, or found out).
    pub broken: Option<NaiveDate>,
    /// Whether a break was announced early.
    pub warned: bool,
    /// The day the receiver released it.
    pub released: Option<NaiveDate>,
    /// The day it was excused.
    pub excused: Option<NaiveDate>,
    /// Why it was released, excused or broken.
    pub reason: String,
    /// What a miss came from.
    pub cause: Cause,
    /// The institution whose process excused it.
    pub process: Option<RecordId>,
    /// How often it comes again; `None`: once. When it is settled the next one is made (see [`Commitment::next_one`]).
    pub repeats: Option<Repeat>,
    /// The one before it in its series.
    pub follows: Option<RecordId>,
    /// The one after it, once it was settled.
    pub followed: Option<RecordId>,
    /// The repair plan it is a step of.
    pub plan: Option<RecordId>,
    /// The confidence that it promises to keep.
    pub confidence: Option<RecordId>,
    /// For a step: whether the other side can see it.
    pub visible: bool,
    /// Hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
    /// A stable key from the file it was imported from.
    pub source: String,
}

fields! { FIELDS for Commitment {
    who, "With", Shape::Who, Must, "the relationship";
    side, "Whose promise", Shape::Choice(Side::WORDS), Must, "mine: you to them; theirs: they to you";
    text, "What", Shape::Line, Must, "what was promised, in the words that were used";
    due, "Due", Shape::When(Lean::Future), May, "a day or a time; blank if there is none";
    repeats, "Repeats", Shape::Line, May, "daily, weekdays, weekly, every 2 weeks, monthly; blank: once";
    check_by, "Check by", Shape::Day(Lean::Future), May, "without a due date: when to ask";
    made, "Made on", Shape::Day(Lean::Past), Must, "when it was promised";
    agreed, "Agreed on", Shape::Day(Lean::Past), May, "blank while it is only requested; a request counts for nothing";
    done_means, "Done means", Shape::Line, May, "how both will know";
    said, "Said where", Shape::Line, May, "the meeting or the message, and the words";
    stake, "Stakes", Shape::Choice(Stake::WORDS), Must, "shown and filtered by, never weighed";
    tags, "Tags", Shape::Tags, May, "with commas";
    plan, "Step of plan", Shape::Link(Kind::Plan), May, "the repair plan it belongs to";
    visible, "Visible to them", Shape::Flag, May, "for a step of a plan: can the other side see it";
    moves, "Moves", Shape::Rows, Kept, "each change of the due date";
    done, "Done on", Shape::Day(Lean::Past), Kept, "kept or late follows from the dates";
    broken, "Broken on", Shape::Day(Lean::Past), Kept, "declared or found out";
    warned, "Warned early", Shape::Flag, Kept, "said before it was due";
    released, "Released on", Shape::Day(Lean::Past), Kept, "let go by the receiver";
    excused, "Excused on", Shape::Day(Lean::Past), Kept, "an event nobody controls, or a process";
    reason, "Reason", Shape::Line, Kept, "why it was released, excused or broken";
    cause, "Cause", Shape::Choice(Cause::WORDS), Kept, "what a miss came from; never changes a figure";
    process, "Process", Shape::Who, Kept, "the institution that carries an excused miss";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
    confidence, "Confidence", Shape::Link(Kind::Disclosure), Kept, "what was told in confidence, which it promises to keep";
    follows, "Follows", Shape::Link(Kind::Commitment), Kept, "the one before it, of those that repeat";
    followed, "Followed by", Shape::Link(Kind::Commitment), Kept, "the one after it, of those that repeat";
    source, "Source", Shape::Line, Kept, "the key in the file it came from";
} }

/// What the figures need of a commitment, and nothing else: they cannot see a cause or a word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Promise {
    /// Which one.
    pub id: RecordId,
    /// Made on.
    pub made: NaiveDate,
    /// Agreed on; `None` while only requested.
    pub agreed: Option<NaiveDate>,
    /// Due, as first agreed.
    pub due: Option<NaiveDate>,
    /// Moves, oldest first.
    pub moves: Vec<Move>,
    /// Done on.
    pub done: Option<NaiveDate>,
    /// Broken on.
    pub broken: Option<NaiveDate>,
    /// Released on.
    pub released: Option<NaiveDate>,
    /// Excused on.
    pub excused: Option<NaiveDate>,
    /// 0.5, 1 or 2 halves: the stake as small 1, normal 2, major 4.
    pub stake_halves: u8,
}

impl Commitment {
    /// The due that stands now, whoever agreed to it: what Today counts to.
    pub fn current_due(&self) -> Option<When> {
        self.moves.last().map_or(self.due, |last| last.to)
    }

    /// The due it is judged by, known up to a day (see [`agreed_due`]).
    pub fn agreed_due(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        agreed_due(self.due.map(|w| w.day), &self.moves, as_of)
    }

    /// What the figures may see of it. A commitment does not know its own id: whoever holds it adds it,
    /// `Promise { id, ..commitment.promise() }`.
    pub fn promise(&self) -> Promise {
        Promise {
            id: RecordId::default(),
            made: self.made,
            agreed: self.agreed,
            due: self.due.map(|w| w.day),
            moves: self.moves.clone(),
            done: self.done,
            broken: self.broken,
            released: self.released,
            excused: self.excused,
            stake_halves: self.stake.halves(),
        }
    }

    /// Whether nothing has settled it yet.
    pub fn is_open(&self) -> bool {
        self.settled().is_none()
    }

    /// The day that settled it, if any.
    pub fn settled(&self) -> Option<NaiveDate> {
        self.done.or(self.broken).or(self.released).or(self.excused)
    }

    /// Whether it was missed by a day: late, broken, or open and past the date that was agreed.
    pub fn is_missed(&self, day: NaiveDate) -> bool {
        let overdue = || self.agreed_due(day).is_some_and(|due| due < day);
        match self.state_on(day) {
            "late" | "broken" => true,
            "open" => overdue(),
            _ => false,
        }
    }

    /// Its state as it stood on a day, in one word: `requested`, `open`, `kept`, `late`, `broken`, `released`, `excused`.
    pub fn state_on(&self, day: NaiveDate) -> &'static str {
        let by = |on: Option<NaiveDate>| on.is_some_and(|on| on <= day);
        if by(self.done) {
            let late = self
                .agreed_due(day)
                .zip(self.done)
                .is_some_and(|(due, done)| done > due);
            return if late { "late" } else { "kept" };
        }
        if by(self.broken) {
            "broken"
        } else if by(self.released) {
            "released"
        } else if by(self.excused) {
            "excused"
        } else if by(self.agreed) {
            "open"
        } else {
            "requested"
        }
    }
}

/// The due that a promise is judged by, known up to a day: a move replaces the date only if it was made on or
/// before the day it replaces and the other side agreed (`figures.md` B2). Moves are oldest first.
pub fn agreed_due(first: Option<NaiveDate>, moves: &[Move], as_of: NaiveDate) -> Option<NaiveDate> {
    let known = moves.iter().filter(|m| m.on <= as_of && m.agreed);
    known.fold(first, |due, step| {
        let ahead = due.is_none_or(|day| step.on <= day);
        if ahead { step.to.map(|w| w.day) } else { due }
    })
}

impl Noun for Commitment {
    fn kind(&self) -> Kind {
        Kind::Commitment
    }
    fn begin(&mut self, today: NaiveDate) {
        (self.made, self.agreed) = (today, Some(today));
    }
    fn whos(&self) -> Vec<RecordId> {
        let process = self
            .process
            .filter(|p| *p != self.who && self.excused.is_some());
        std::iter::once(self.who).chain(process).collect()
    }
    fn since(&self) -> When {
        When::day(self.made)
    }
    fn at(&self) -> When {
        When::day(self.settled().unwrap_or(self.made))
    }
    fn title(&self) -> String {
        self.text.clone()
    }
    fn words(&self) -> String {
        let parts = [&self.text, &self.done_means, &self.said, &self.reason];
        parts
            .into_iter()
            .chain(&self.tags)
            .filter(|p| !p.is_empty())
            .cloned()
            .chain(self.repeats.map(|one| one.to_string()))
            .collect::<Vec<_>>()
            .join(" ")
    }
    fn state(&self) -> &'static str {
        self.state_on(NaiveDate::MAX)
    }
    fn side(&self) -> Option<Side> {
        Some(self.side)
    }
    fn due(&self) -> Option<When> {
        self.current_due()
    }
    fn attention(&self) -> Option<NaiveDate> {
        let day = self.current_due().map(|w| w.day).or(self.check_by)?;
        let day = snoozed_to(day, self.snoozed);
        self.is_open().then_some(day)
    }
    fn part(&self) -> Option<TodaySort> {
        Some(match self.side {
            Side::Mine => TodaySort::MineDue,
            Side::Theirs => TodaySort::TheirsDue,
        })
    }
    fn waits(&self) -> String {
        match self.confidence {
            Some(_) => "did you keep what was told in confidence?".to_owned(),
            None => self.title(),
        }
    }
    fn belongs(&self) -> Option<RecordId> {
        self.plan.or(self.confidence)
    }
    fn tags(&self) -> &[String] {
        &self.tags
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        self.settle(act, on)
    }
    fn back_to(&mut self, day: NaiveDate) {
        self.unsettle(day);
    }
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut not_before_made = |field, day: Option<NaiveDate>, says: &str| {
            if day.is_some_and(|day| day < self.made) {
                faults.push(Fault::new(
                    field,
                    format!("{says} before it was made ({})", self.made),
                ));
            }
        };
        not_before_made("due", self.due.map(|w| w.day), "due");
        not_before_made("done", self.done, "done");
        not_before_made("broken", self.broken, "broken");
        not_before_made("released", self.released, "released");
        not_before_made("excused", self.excused, "excused");
        if self.repeats.is_some() && self.due.is_none() {
            let says = "what repeats is counted from its due date: give one";
            faults.push(Fault::new("repeats", says));
        }
        let ends = [self.done, self.broken, self.released, self.excused];
        if ends.iter().flatten().count() > 1 {
            faults.push(Fault::new(
                "",
                "a commitment ends one way only: done, broken, released or excused",
            ));
        }
        faults
    }
}

#[cfg(test)]
mod tests;
