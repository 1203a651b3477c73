//! A breach of trust: what happened, by whom, how serious, both readings. Set by the user, never computed.

use chrono::NaiveDate;

use super::act::{self, Act};
pub use super::choice::{BreachState, severity_word};
use super::commitment::Commitment;
use super::dates::Lean;
use super::fields::{Fault, Shape, fields};
use super::noun::{MarkSort, Noun, Side, TodaySort, known, snoozed_to};
use super::value::{When, choices};
use super::{Kind, RecordId};

choices! {
    /// By whom.
    pub enum By {
        /// The other side.
        #[default]
        Them = "them",
        /// Me.
        Me = "me",
        /// Both of us.
        Both = "both",
        /// A process or a system.
        Process = "process",
    }
}

choices! {
    /// What was breached; picks the repair plan's steps and its rule (`figures.md` A8).
    pub enum BreachSort {
        /// Not able.
        Competence = "competence",
        /// Promises not kept.
        #[default]
        Missed = "missed commitments",
        /// Not told, too late, or otherwise.
        Communication = "communication",
        /// A boundary, or care, was not kept.
        Boundary = "boundary",
        /// Not true, or not meant.
        Integrity = "integrity",
        /// A rule, an access or a process failed.
        Institutional = "institutional",
    }
}

choices! {
    /// Whether it was meant, as far as I can tell.
    pub enum Intent {
        /// Not known: where everybody starts.
        #[default]
        Unknown = "unknown",
        /// Not meant.
        Accident = "accident",
        /// Could have been seen.
        Careless = "careless",
        /// Meant.
        Meant = "meant",
    }
}

choices! {
    /// A question that may stay open.
    pub enum Known {
        /// Not known.
        #[default]
        Unknown = "unknown",
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }
}

choices! {
    /// Whether both tell it alike.
    pub enum Account {
        /// Not talked about.
        #[default]
        NotDiscussed = "not discussed",
        /// Both tell it alike.
        Agreed = "agreed",
        /// They tell it otherwise: the plan stays in assess until the facts are found.
        Disputed = "disputed",
    }
}

/// A breach of trust.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breach {
    /// In which relationship.
    pub who: RecordId,
    /// By whom.
    pub by: By,
    /// What sort.
    pub sort: BreachSort,
    /// 1 slip, 2 let-down, 3 serious, 4 rupture (`figures.md` A7).
    pub severity: u8,
    /// The day it happened.
    pub day: NaiveDate,
    /// What happened: facts.
    pub happened: String,
    /// What it did.
    pub effect: String,
    /// Meant or not.
    pub intent: Intent,
    /// Whether somebody was deceived; doubles the span of verification.
    pub deception: Known,
    /// Told alike or disputed.
    pub account: Account,
    /// Their reading of it, kept beside mine.
    pub their_reading: String,
    /// Harassment, discrimination, threat or safety: no plan is offered, and repair is not owed.
    pub safety: bool,
    /// Commitments it is about.
    pub commitments: Vec<RecordId>,
    /// The day it was first named; `None`: not known.
    pub named: Option<NaiveDate>,
    /// Open, repaired, let go or accepted.
    pub state: BreachState,
    /// The day it left `open`.
    pub closed: Option<NaiveDate>,
    /// What was said at the end: why let go, which new boundaries.
    pub closing: String,
    /// Where repair is not owed: hidden from Today until this day.
    pub snoozed: Option<NaiveDate>,
}

fields! { FIELDS for Breach {
    who, "With", Shape::Who, Must, "the relationship";
    happened, "What happened", Shape::Text, Must, "facts first; is there another reading?";
    by, "By", Shape::Choice(By::WORDS), Must, "them, me, both or a process";
    sort, "Kind", Shape::Choice(BreachSort::WORDS), Must, "picks the steps and the rule of a repair plan";
    severity, "Severity", Shape::Number(1, 4), Must, "1 slip, 2 let-down, 3 serious, 4 rupture";
    day, "Day", Shape::Day(Lean::Past), Must, "when it happened";
    effect, "Effect", Shape::Text, May, "what it did to you or the work";
    intent, "Intent", Shape::Choice(Intent::WORDS), Must, "unknown unless you know";
    deception, "Deception", Shape::Choice(Known::WORDS), Must, "was somebody deceived";
    account, "Account", Shape::Choice(Account::WORDS), Must, "do both tell it alike";
    their_reading, "Their reading", Shape::Text, May, "how they tell it";
    safety, "Harassment or safety", Shape::Flag, May, "yes: no plan is offered and repair is not owed";
    commitments, "Commitments", Shape::Links(Kind::Commitment), May, "those it is about: short ids or words, with commas";
    named, "Named on", Shape::Day(Lean::Past), May, "when it was first named, here or to them";
    state, "State", Shape::Choice(BreachState::WORDS), Kept, "open, repaired, let go or accepted";
    closed, "Closed on", Shape::Day(Lean::Past), Kept, "the day it left open";
    closing, "Closing words", Shape::Line, Kept, "why let go, or which new boundaries";
    snoozed, "Snoozed until", Shape::Day(Lean::Future), Kept, "hidden from Today until this day";
} }

impl Breach {
    /// How grave and of which kind, in words; of harassment or safety only that it is that.
    pub fn sort_text(&self) -> String {
        if self.safety {
            return "harassment or safety".to_owned();
        }
        format!("{} \u{b7} {}", severity_word(self.severity), self.sort)
    }

    /// A breach about a commitment that was missed, in facts to be read again before it is kept.
    pub fn of_commitment(id: RecordId, one: &Commitment, today: NaiveDate) -> Self {
        let due = one.agreed_due(today);
        let by = due.map_or_else(String::new, |due| format!(" by {due}"));
        let then = match (one.done, one.broken) {
            (Some(done), _) => format!("It was done on {done}."),
            (None, Some(broken)) => format!("It was broken on {broken}."),
            (None, None) => format!("It is not done on {today}."),
        };
        let day = due.into_iter().chain(one.broken).min().unwrap_or(today);
        Self {
            who: one.who,
            by: match one.side {
                Side::Mine => By::Me,
                Side::Theirs => By::Them,
            },
            severity: 1,
            day: day.min(today),
            named: Some(today),
            happened: format!("Promised{by}: {}. {then}", one.text),
            commitments: vec![id],
            ..Self::default()
        }
    }
}

impl Breach {
    fn reopen(&mut self) {
        self.state = BreachState::Open;
        self.closed = None;
        self.closing.clear();
    }
}

impl Noun for Breach {
    fn kind(&self) -> Kind {
        Kind::Breach
    }
    fn begin(&mut self, today: NaiveDate) {
        (self.day, self.named, self.severity) = (today, Some(today), 1);
    }
    fn whos(&self) -> Vec<RecordId> {
        vec![self.who]
    }
    fn since(&self) -> When {
        When::day(self.day)
    }
    fn title(&self) -> String {
        self.happened.lines().next().unwrap_or_default().to_owned()
    }
    fn words(&self) -> String {
        [
            self.happened.as_str(),
            &self.effect,
            &self.their_reading,
            &self.closing,
        ]
        .join(" ")
    }
    fn state(&self) -> &'static str {
        self.state.word()
    }
    fn attention(&self) -> Option<NaiveDate> {
        // repair is not owed here, so what waits is not a plan but the person or body in charge
        let waits = self.safety && self.state == BreachState::Open;
        let from = self.named.unwrap_or(self.day);
        waits.then(|| snoozed_to(from, self.snoozed))
    }
    fn faults(&self) -> Vec<Fault> {
        let early = self.named.filter(|named| *named < self.day);
        let says = |named| format!("named on {named}, before it happened ({})", self.day);
        early
            .map(|named| Fault::new("named", says(named)))
            .into_iter()
            .collect()
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::Repair)
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        vec![(self.day, MarkSort::Breach(self.severity))]
    }
    fn is_repair(&self) -> bool {
        self.state == BreachState::Open
    }
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::CloseBreach { state, words } => {
                if *state == BreachState::Accepted && words.trim().is_empty() {
                    let says = "it is accepted with new boundaries: say which";
                    return Err(Fault::new("closing", says));
                }
                self.state = *state;
                self.closed = (*state != BreachState::Open).then_some(on);
                self.closing.clone_from(words);
            }
            Act::Reopen => self.reopen(),
            Act::Snooze { until } => self.snoozed = Some(*until),
            other => return Err(act::unfit(Kind::Breach, other)),
        }
        Ok(())
    }
    fn back_to(&mut self, day: NaiveDate) {
        if self.closed.is_some() && known(self.closed, day).is_none() {
            self.reopen();
        }
    }
}
