//! What a question to the journal brings back: screenfuls of plain data, the same for screens and command line.

pub mod line;
mod timeline;

use chrono::{NaiveDate, NaiveDateTime};

pub use line::{EntryLine, Key, Stamp, Stored};
pub use timeline::{KnownThen, Mark, Stretch, Timeline};

use super::checkin::CheckIn;
use super::collective::Collective;
use super::course::BreachView;
pub use super::noun::{MarkSort, TodaySort};
use super::pack::{Pack, Question};
use super::pulse::{Level, Voice};
use super::record::{Kind, Record, Side};
use super::relationship::{Party, Relationship, Role, Tending};
pub use super::reliability::SideFigures;
use super::repair::{Rule, Run};
use super::trust::Trust;
use super::unfinished::Unfinished;
use super::{RecordId, When};

/// From where a window on a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum From {
    /// The first lines.
    #[default]
    Top,
    /// The lines after a key.
    After(Key),
    /// The lines before a key.
    Before(Key),
    /// The last lines.
    Bottom,
}

/// A window on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// From where.
    pub from: From,
    /// At most how many lines.
    pub rows: usize,
}

impl Window {
    /// The first lines of a list.
    pub fn top(rows: usize) -> Self {
        Self {
            from: From::Top,
            rows,
        }
    }
}

/// A screenful of a list, in the list's order whichever way it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Slice<T> {
    /// The lines.
    pub lines: Vec<T>,
    /// Whether there are lines before the first.
    pub above: bool,
    /// Whether there are lines after the last.
    pub below: bool,
}

impl<T> Default for Slice<T> {
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            above: false,
            below: false,
        }
    }
}

/// One revision in a record's history, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its stamp.
    pub stamp: Stamp,
    /// When it was written, local.
    pub at: NaiveDateTime,
    /// What was done, in a sentence ("kept", "edited due").
    pub says: String,
    /// The value, or `None` when it was erased.
    pub record: Option<Record>,
    /// Whether another revision replaced the same one (two devices): both are kept, the newest stands.
    pub conflict: bool,
}

/// A line of the list of relationships, in the order of attention needed.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationshipLine {
    /// Where it stands.
    pub key: Key,
    /// Which.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// Person, group, institution.
    pub party: Party,
    /// Their role to me.
    pub role: Role,
    /// Active, paused, archived.
    pub tending: Tending,
    /// The last real contact of any kind.
    pub last_contact: Option<NaiveDate>,
    /// When the next check-in is due.
    pub checkin_due: Option<NaiveDate>,
    /// The day from which something wants attention.
    pub attention: Option<NaiveDate>,
    /// My open commitments.
    pub mine_open: usize,
    /// Their open commitments.
    pub theirs_open: usize,
    /// Entries in each of the last twelve weeks, oldest first: contact, not worth.
    pub weeks: [u16; 12],
    /// Open breaches or running repair plans.
    pub repairs: usize,
}

/// A line of Today.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayLine {
    /// What it is about.
    pub sort: TodaySort,
    /// The record it is about (for [`TodaySort::CheckIn`], the relationship).
    pub id: RecordId,
    /// The kind of that record.
    pub kind: Kind,
    /// The relationship and its name.
    pub who: Option<(RecordId, String)>,
    /// What it says, without the name.
    pub text: String,
    /// The day from which it wants attention; before today: overdue.
    pub since: NaiveDate,
    /// When it is due, for commitments.
    pub due: Option<When>,
    /// Whose it is.
    pub side: Option<Side>,
}

/// Today, whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Today {
    /// The lines: by sort, then the longest waiting first; at most as many as were asked for.
    pub lines: Vec<TodayLine>,
    /// Whether there are more.
    pub more: bool,
    /// Due within the next seven days, nearest first, at most as many as were asked for.
    pub soon: Vec<TodayLine>,
    /// Whether the journal holds any relationship at all.
    pub any_relationship: bool,
    /// What was typed and not saved yet, the newest first.
    pub drafts: Vec<Unfinished>,
    /// After weeks without a word, with things gone stale meanwhile: the day of the last one.
    pub away_since: Option<NaiveDate>,
}

/// One relationship at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Which.
    pub id: RecordId,
    /// Its stamp.
    pub stamp: Stamp,
    /// The relationship.
    pub relationship: Relationship,
    /// The day the figures are for.
    pub as_of: NaiveDate,
    /// My side: always shown first.
    pub mine: SideFigures,
    /// Their side.
    pub theirs: SideFigures,
    /// The last real contact of any kind.
    pub last_contact: Option<NaiveDate>,
    /// The newest one-on-one that was held.
    pub last_one_on_one: Option<NaiveDate>,
    /// The next one-on-one to come.
    pub next_one_on_one: Option<When>,
    /// When the next check-in is due.
    pub checkin_due: Option<NaiveDate>,
    /// The level of my check-ins.
    pub level: Option<Level>,
    /// Open commitments, mine then theirs, nearest due first, a few of each.
    pub open: Vec<EntryLine>,
    /// Running repair plans and open breaches.
    pub repairs: Vec<EntryLine>,
    /// Whether their figure stays folded until it is opened: I hold the power (`figures.md` A6).
    pub folded: bool,
    /// Agreements that stand, those with a breach that waits first.
    pub agreements: Vec<EntryLine>,
    /// What stands for a group or an institution; `None` for a person.
    pub collective: Option<Collective>,
}

/// What a level of check-ins is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Voices {
    /// The level; `None`: nothing answered enough.
    pub level: Option<Level>,
    /// Each check-in with what it adds, the newest first.
    pub voices: Vec<(RecordId, Voice)>,
}

/// What the next one-on-one should know.
#[derive(Debug, Clone, PartialEq)]
pub struct Prep {
    /// The relationship at a glance.
    pub card: Card,
    /// The day since which it looks: the last one-on-one, or what was asked for.
    pub since: NaiveDate,
    /// The day it looks from.
    pub as_of: NaiveDate,
    /// What happened since, newest first.
    pub happened: Vec<EntryLine>,
    /// My open commitments, nearest due first.
    pub mine_open: Vec<EntryLine>,
    /// Theirs.
    pub theirs_open: Vec<EntryLine>,
    /// Feedback not yet delivered.
    pub undelivered: Vec<EntryLine>,
    /// Feedback to follow up.
    pub follow_up: Vec<EntryLine>,
    /// Topics, the most often carried first.
    pub topics: Vec<EntryLine>,
    /// Running repair plans.
    pub plans: Vec<PlanView>,
    /// Responses owed, needs, the ladder, what is delegated.
    pub trust: Trust,
    /// One question worth asking, and why.
    pub question: (String, String),
}

/// A repair plan with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanView {
    /// The plan.
    pub plan: Stored,
    /// Its breach.
    pub breach: Stored,
    /// The other side's name.
    pub name: String,
    /// Its steps: commitments that name it, oldest first.
    pub steps: Vec<EntryLine>,
    /// Its rule.
    pub rule: Rule,
    /// How far it has come.
    pub run: Option<Run>,
    /// What to do next.
    pub next: String,
    /// All that belongs to its breach.
    pub of: BreachView,
}

/// What a check-in of one relationship shows.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckInSheet {
    /// The relationship at a glance.
    pub card: Card,
    /// Its pack.
    pub pack: Pack,
    /// The questions of this check-in, in order, one about my own part last.
    pub questions: Vec<Question>,
    /// The check-in left half-way, to be resumed.
    pub unfinished: Option<(RecordId, Stamp, CheckIn)>,
    /// Last time's.
    pub last: Option<CheckIn>,
    /// The scores of every earlier one that the level looks at, newest first, with their days.
    pub earlier: Vec<(NaiveDate, Vec<Option<u8>>)>,
    /// What of the user's own packs could not be used: a sentence each.
    pub trouble: Vec<String>,
    /// Commitments of either side that are due or fell due and are open: settle each with a key.
    pub fell_due: Vec<EntryLine>,
}
