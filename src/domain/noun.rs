//! What every kind of record can say of itself, what can be done to it, and whose it is.

use chrono::NaiveDate;

use super::act::{self, Act};
pub use super::choice::Side;
use super::choice::severity_word;
use super::fields::Fault;
use super::value::{When, choices};
use super::{Kind, RecordId};

choices! {
    /// The parts of Today, in the order in which it shows them.
    pub enum TodaySort {
        /// A one-on-one of today or tomorrow, or one of which nobody said yet whether it was held.
        OneOnOne = "one-on-one",
        /// A commitment of mine, due or overdue.
        #[default]
        MineDue = "mine due",
        /// A commitment of theirs, due or overdue.
        TheirsDue = "theirs due",
        /// Something was shared: a response that I owe, or theirs to be noted.
        Response = "response",
        /// A repair plan's review or step.
        Repair = "repair",
        /// A need that waits for an answer.
        Need = "need",
        /// Feedback not yet delivered, or to follow up.
        Feedback = "feedback",
        /// An agreement, a delegation or a shortcut to look at again, and what was breached and not yet addressed.
        Review = "review",
        /// A check-in left half-way.
        Unfinished = "unfinished",
        /// A check-in that is due: a nudge of the app's own, not a person's promise. It comes from a relationship;
        /// every other part from records that wait.
        CheckIn = "check-in",
    }
}

impl TodaySort {
    /// The parts that come from records which wait: all but the check-ins due.
    pub fn of_records() -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|part| *part != Self::CheckIn)
    }
}

/// What a mark on a timeline stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkSort {
    /// A breach, with its severity 1 to 4.
    Breach(u8),
    /// A repair plan was opened.
    RepairOpened,
    /// A repair plan was closed.
    RepairClosed,
    /// Their role to me changed.
    RoleChange,
    /// An agreement was seen breached.
    AgreementBreached,
    /// Something was shared in trust, at a depth of 1 to 5.
    Disclosure(u8),
    /// A one-on-one was held.
    OneOnOne,
    /// A check-in.
    CheckIn,
    /// A moment that mattered.
    Moment,
}

impl MarkSort {
    /// Its sign on charts of letters.
    pub fn sign(self) -> char {
        match self {
            Self::Breach(_) => '!',
            Self::RepairOpened => '(',
            Self::RepairClosed => ')',
            Self::AgreementBreached => 'x',
            Self::RoleChange => '>',
            Self::Disclosure(_) => 'v',
            Self::OneOnOne => 'o',
            Self::Moment => '*',
            Self::CheckIn => '\'',
        }
    }

    /// Its sign with what it means, for legends.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Breach(_) => "! breach",
            Self::RepairOpened | Self::RepairClosed => "( ) repair",
            Self::AgreementBreached => "x agreement breached",
            Self::RoleChange => "> role change",
            Self::Disclosure(_) => "v disclosure",
            Self::OneOnOne => "o one-on-one",
            Self::Moment => "* moment",
            Self::CheckIn => "' check-in",
        }
    }

    /// What happened, in words: `breach, serious`.
    pub fn words(self) -> String {
        match self {
            Self::Breach(severity) => {
                format!("breach, {}", severity_word(severity))
            }
            Self::RepairOpened => "repair opened".to_owned(),
            Self::RepairClosed => "repair closed".to_owned(),
            Self::AgreementBreached => "agreement breached".to_owned(),
            Self::RoleChange => "role changed".to_owned(),
            Self::Disclosure(depth) => format!("disclosure, depth {depth}"),
            Self::OneOnOne => "one-on-one".to_owned(),
            Self::Moment => "moment".to_owned(),
            Self::CheckIn => "check-in".to_owned(),
        }
    }

    /// How grave it is: where two fall together, the graver one is seen.
    pub fn weight(self) -> u8 {
        match self {
            Self::CheckIn => 0,
            Self::OneOnOne => 1,
            Self::Moment => 2,
            Self::Disclosure(_) => 3,
            Self::RoleChange => 4,
            Self::AgreementBreached => 5,
            Self::RepairClosed => 6,
            Self::RepairOpened => 7,
            Self::Breach(severity) => 8 + severity,
        }
    }

    /// The kind of the record that it comes from.
    pub fn kind(self) -> Kind {
        match self {
            Self::Breach(_) => Kind::Breach,
            Self::RepairOpened | Self::RepairClosed => Kind::Plan,
            Self::AgreementBreached => Kind::Agreement,
            Self::RoleChange => Kind::Relationship,
            Self::Disclosure(_) => Kind::Disclosure,
            Self::OneOnOne | Self::Moment => Kind::Note,
            Self::CheckIn => Kind::CheckIn,
        }
    }

    /// What the signs of some marks mean, as many as so many columns hold, the graver ones first.
    pub fn legend(marks: impl Iterator<Item = Self>, columns: usize) -> String {
        let mut sorts: Vec<Self> = marks.collect();
        sorts.sort_by_key(|sort| std::cmp::Reverse(sort.weight()));
        let mut words: Vec<&str> = Vec::new();
        let mut used = 0;
        for word in sorts.into_iter().map(Self::meaning) {
            if !words.contains(&word) && used + word.len() <= columns {
                used += word.len() + 2;
                words.push(word);
            }
        }
        words.join("  ")
    }
}

/// What every kind of record can say of itself, derived from the record alone, and what can be done to it.
pub trait Noun {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// Sets the day that a new one belongs to, where it belongs to one.
    fn begin(&mut self, today: NaiveDate);
    /// The relationships it belongs to, the main one first; empty for a note about nobody.
    fn whos(&self) -> Vec<RecordId>;
    /// The moment it first belongs to (made, held, happened); reads as of an earlier day leave it out.
    fn since(&self) -> When;
    /// The moment it stands at in a timeline: its latest event (settled, delivered, closed), else [`Noun::since`].
    fn at(&self) -> When {
        self.since()
    }
    /// One line, without who and when. Of a sealed record it says only that it is one.
    fn title(&self) -> String;
    /// All words that search finds it by; of a sealed record none.
    fn words(&self) -> String;
    /// Its state in one word (`open`, `kept`, `draft`, …); `""` where a kind has none.
    fn state(&self) -> &'static str {
        ""
    }
    /// Whose it is, where it has a direction.
    fn side(&self) -> Option<Side> {
        None
    }
    /// When it is due, where it can be.
    fn due(&self) -> Option<When> {
        None
    }
    /// What Today says of it while it waits.
    fn waits(&self) -> String {
        self.title()
    }
    /// The day from which it wants attention on Today, if it wants any.
    fn attention(&self) -> Option<NaiveDate> {
        None
    }
    /// The part of Today in which it waits, for kinds that ever do.
    fn part(&self) -> Option<TodaySort> {
        None
    }
    /// What it puts on the timeline of its relationships, with the days.
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        Vec::new()
    }
    /// Whether it shows real contact with the other side: the cadence of check-ins counts from the newest such.
    fn is_contact(&self) -> bool {
        true
    }
    /// Whether it is a breach that is open or a plan that runs.
    fn is_repair(&self) -> bool {
        false
    }
    /// The record that it is a part of: a step's plan, a plan's breach.
    fn belongs(&self) -> Option<RecordId> {
        None
    }
    /// Whether it was told in confidence and not unsealed since: kept, counted, and shown nowhere.
    fn is_sealed(&self) -> bool {
        false
    }
    /// Its tags.
    fn tags(&self) -> &[String] {
        &[]
    }
    /// What is wrong with it as a whole (dates that run backwards, …), besides missing fields.
    fn faults(&self) -> Vec<Fault> {
        Vec::new()
    }
    /// Has something done to it on a day.
    ///
    /// # Errors
    /// A fault, when the act does not fit its kind or state.
    fn act(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        let _ = on;
        Err(act::unfit(self.kind(), act))
    }
    /// Takes away what happened after a day: it then stands as it could have been known on that day.
    fn back_to(&mut self, day: NaiveDate) {
        let _ = day;
    }
}

/// A day that was known on another day: none of what came later.
pub(super) fn known(on: Option<NaiveDate>, day: NaiveDate) -> Option<NaiveDate> {
    on.filter(|on| *on <= day)
}

/// The day from which something wants attention: its own, or the end of a snooze that goes further.
pub(super) fn snoozed_to(day: NaiveDate, snoozed: Option<NaiveDate>) -> NaiveDate {
    snoozed.map_or(day, |until| day.max(until))
}
