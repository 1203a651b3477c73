//! The end of a run, and coming back after weeks: what lies loose, and the rules by which two people are suggested.
//!
//! A rule looks at days and records, never at a figure; nobody is ranked. One name comes out with its reason, and
//! where several fit equally the first by name.

use chrono::{Duration, NaiveDate};

use super::noun::{Side, TodaySort};
use super::view::TodayLine;
use super::{Kind, RecordId, dates, text};

/// How long nothing must have been written before coming back is offered, in days.
const AWAY: i64 = 21;
/// For so many days after the first word the offer stands.
pub const OFFERED: i64 = 2;
/// From so many days after it was due a thing is stale.
const STALE: i64 = 14;
/// So far back a thank-you looks, and for so long one counts, in days.
pub const LATELY: i64 = 28;

/// Something that waits to be settled, moved, let go or let stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Loose {
    /// The record (for a check-in that is due, the relationship).
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The relationship and its name.
    pub who: Option<(RecordId, String)>,
    /// What it says.
    pub text: String,
    /// Since when it waits.
    pub since: NaiveDate,
    /// The day it was due, for a commitment.
    pub due: Option<NaiveDate>,
    /// Whose it is.
    pub side: Option<Side>,
}

impl Loose {
    /// The part of the list that it stands in.
    pub fn part(&self) -> &'static str {
        match (self.kind, self.side) {
            (Kind::Commitment, Some(Side::Mine)) => "I promised",
            (Kind::Commitment, _) => "They promised",
            (Kind::Disclosure, _) => "Shared in trust",
            (Kind::Plan, _) => "Repair",
            (Kind::Need, _) => "Needs",
            (Kind::Feedback, _) => "Feedback",
            (Kind::CheckIn, _) => "Check-ins left half-way",
            (Kind::Relationship, _) => "Check-ins, one each however long it was",
            (Kind::Topic, _) => "Topics",
            _ => "To look at again",
        }
    }
}

impl From<TodayLine> for Loose {
    fn from(line: TodayLine) -> Self {
        Self {
            id: line.id,
            kind: line.kind,
            who: line.who,
            text: line.text,
            since: line.since,
            due: line.due.map(|due| due.day),
            side: line.side,
        }
    }
}

/// Where the run of this week stands: it follows from the journal, so it goes on wherever it was left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    /// Whose check-in is due, the longest due first.
    pub due: Vec<(RecordId, String)>,
    /// With whom a check-in was finished this week.
    pub done: Vec<(RecordId, String)>,
}

/// The short review at the end of a run.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Review {
    /// The day it is for.
    pub as_of: NaiveDate,
    /// Where the run stands.
    pub run: Run,
    /// Overdue commitments, mine then theirs, the longest overdue first.
    pub overdue: Vec<Loose>,
    /// One relationship to invest in.
    pub invest: Option<Suggestion>,
    /// One thank-you to send.
    pub thanks: Option<Suggestion>,
}

/// What went stale while nothing was written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComingBack {
    /// The day it is for.
    pub as_of: NaiveDate,
    /// The day of the last word before, when weeks lie between.
    pub away_since: Option<NaiveDate>,
    /// Every stale thing once: commitments, what else waited, check-ins, topics.
    pub loose: Vec<Loose>,
}

/// Somebody, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub who: RecordId,
    /// Their name.
    pub name: String,
    /// Why, in one sentence.
    pub reason: String,
    /// What it is about, for a form to start from.
    pub about: String,
}

/// A relationship that is tended, and when it was last met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tended {
    /// Which.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// Days between contacts that were meant.
    pub cadence: u16,
    /// Since when we work together.
    pub since: NaiveDate,
    /// The last real contact; what I only noted about them in a check-in is none.
    pub met: Option<NaiveDate>,
}

/// Something good that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Good {
    /// Who.
    pub who: RecordId,
    /// Their name.
    pub name: String,
    /// The day.
    pub day: NaiveDate,
    /// What it was.
    pub what: Deed,
    /// The day of the newest appreciation given to them.
    pub thanked: Option<NaiveDate>,
}

/// What somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Kept a promise, in these words.
    Kept(String),
    /// I answered "fully" to this question.
    Fully(String),
}

/// What the rules look at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// The day.
    pub as_of: NaiveDate,
    /// Everybody who is tended.
    pub tended: Vec<Tended>,
    /// What was good lately.
    pub good: Vec<Good>,
}

/// A rule: somebody and the reason, when it applies.
type Rule = fn(&Seen) -> Option<Suggestion>;

/// One relationship to invest in: the first rule that applies.
pub fn invest(seen: &Seen) -> Option<Suggestion> {
    const RULES: [Rule; 2] = [longest_unmet, never_met];
    RULES.iter().find_map(|rule| rule(seen))
}

/// One thank-you to send: the first rule that applies.
pub fn thanks(seen: &Seen) -> Option<Suggestion> {
    const RULES: [Rule; 2] = [a_kept_promise, a_full_answer];
    RULES.iter().find_map(|rule| rule(seen))
}

/// Whether coming back is offered on a day: weeks without a word ended with `last`.
pub fn was_away(last: NaiveDate, day: NaiveDate) -> bool {
    (day - last).num_days() >= AWAY
}

/// Whether something that waits since a day is stale; a check-in is, when it was due more than two cadences ago.
pub fn is_stale(sort: TodaySort, since: NaiveDate, cadence: u16, day: NaiveDate) -> bool {
    let waits = (day - since).num_days();
    if sort == TodaySort::CheckIn {
        waits > 2 * i64::from(cadence)
    } else {
        waits > STALE
    }
}

/// The longest without contact, measured by what was meant for them; nobody within their cadence.
fn longest_unmet(seen: &Seen) -> Option<Suggestion> {
    let waits = |one: &Tended| one.met.map(|met| (seen.as_of - met).num_days());
    let over = |one: &&Tended| waits(one).is_some_and(|days| days > i64::from(one.cadence));
    // a/b against c/d without dividing
    let longer = |a: &&Tended, b: &&Tended| {
        let share =
            |one: &Tended, other: &Tended| waits(one).unwrap_or(0) * i64::from(other.cadence);
        share(b, a)
            .cmp(&share(a, b))
            .then_with(|| (&a.name, a.id).cmp(&(&b.name, b.id)))
    };
    let one = seen.tended.iter().filter(over).min_by(longer)?;
    let met = one.met.unwrap_or(one.since);
    Some(suggested(
        one,
        format!(
            "last real contact {}; you meant every {}",
            dates::beside(met, seen.as_of),
            days(one.cadence)
        ),
    ))
}

/// With whom no contact was noted at all, for longer than their cadence.
fn never_met(seen: &Seen) -> Option<Suggestion> {
    let never = |one: &&Tended| {
        one.met.is_none() && (seen.as_of - one.since).num_days() > i64::from(one.cadence)
    };
    let one = seen
        .tended
        .iter()
        .filter(never)
        .min_by_key(|one| (one.since, &one.name, one.id))?;
    let since = dates::short(one.since, seen.as_of);
    Some(suggested(
        one,
        format!("no contact is noted since you began on {since}"),
    ))
}

fn suggested(one: &Tended, reason: String) -> Suggestion {
    Suggestion {
        who: one.id,
        name: one.name.clone(),
        reason,
        about: String::new(),
    }
}

fn days(n: u16) -> String {
    if n == 1 {
        "day".to_owned()
    } else {
        format!("{n} days")
    }
}

/// The newest promise that they kept and were not thanked for since.
fn a_kept_promise(seen: &Seen) -> Option<Suggestion> {
    newest(seen, |what| matches!(what, Deed::Kept(_)))
}

/// The newest answer of 5, where no appreciation was given lately.
fn a_full_answer(seen: &Seen) -> Option<Suggestion> {
    newest(seen, |what| matches!(what, Deed::Fully(_)))
}

fn newest(seen: &Seen, fits: impl Fn(&Deed) -> bool) -> Option<Suggestion> {
    let unthanked = |one: &&Good| {
        let recent = one.day >= seen.as_of - Duration::days(LATELY) && one.day <= seen.as_of;
        let since = match one.what {
            Deed::Kept(_) => one.day,
            Deed::Fully(_) => seen.as_of - Duration::days(LATELY),
        };
        recent && fits(&one.what) && one.thanked.is_none_or(|day| day < since)
    };
    let one = seen
        .good
        .iter()
        .filter(unthanked)
        .min_by_key(|one| (std::cmp::Reverse(one.day), &one.name, one.who))?;
    let day = dates::short(one.day, seen.as_of);
    let (reason, about) = match &one.what {
        Deed::Kept(words) => {
            let words = text::line(words).into_owned();
            (
                format!("kept on {day}: {words}; no thanks noted since"),
                words,
            )
        }
        Deed::Fully(question) => {
            let question = text::line(question).into_owned();
            (
                format!(
                    "on {day} you answered 5 to \u{201c}{question}\u{201d}; no thanks noted lately"
                ),
                question,
            )
        }
    };
    Some(Suggestion {
        who: one.who,
        name: one.name.clone(),
        reason,
        about,
    })
}

#[cfg(test)]
mod tests;
