//! What is worth a notice, and when: a promise at its hour, an hour before a one-on-one, one line in the morning. Nothing
//! about a figure, nothing that was told in trust, and nothing twice.
//!
//! A day is read as its [`Occasion`]s, each with the local time at which it would be told. [`ready`] picks those whose time
//! has come, quiet hours taken into account; whoever tells them remembers each by its key first; [`told`] makes of what is
//! left as few notices as will do. What the program itself suggests is an occasion of its own sort and says so: it is
//! nobody's promise.

mod words;

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::quiet::Quiet;
use super::view::{Today, TodayLine, TodaySort};

pub use words::{Notice, Tally, told};

/// When the line of the morning comes, unless another time is set.
pub const MORNING: NaiveTime = match NaiveTime::from_hms_opt(8, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// How long before a one-on-one it is told of.
const BEFORE: Duration = Duration::hours(1);

/// For how many days what fell into quiet hours is told after them: a long weekend.
const HELD: u64 = 4;

/// For how many days a check-in that is due is suggested; each once.
const SUGGESTED: i64 = 7;

/// What is told and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// When the line of the morning comes; `None`: never.
    pub morning: Option<NaiveTime>,
    /// Whether the program's own suggestions are told.
    pub nudges: bool,
    /// When nothing is.
    pub quiet: Quiet,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            morning: Some(MORNING),
            nudges: true,
            quiet: Quiet::default(),
        }
    }
}

/// What an occasion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The line of the morning: all that waits, in numbers.
    Morning,
    /// A promise falls due at this hour.
    Due,
    /// A one-on-one is near.
    OneOnOne,
    /// The program suggests something.
    Nudge,
}

/// Something that would be told at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// By what it is remembered that it was told: a day, then what it is.
    pub key: String,
    /// What it is.
    pub sort: Sort,
    /// The local time at which it would be told.
    pub at: NaiveDateTime,
    /// From this local time on it is not worth telling any more.
    pub until: NaiveDateTime,
    /// What it is, in a few words.
    pub title: String,
    /// Whom and what it is about.
    pub body: String,
}

/// The occasions of a day, the earliest first; those of the days before that fell into quiet hours are among them.
pub fn occasions(today: &Today, day: NaiveDate, rule: &Rule) -> Vec<Occasion> {
    let mut all: Vec<_> = today
        .lines
        .iter()
        .filter_map(|line| match line.sort {
            TodaySort::MineDue | TodaySort::TheirsDue => due(line, day, &rule.quiet),
            TodaySort::OneOnOne => one_on_one(line, day),
            TodaySort::CheckIn if rule.nudges => nudge(line, day, rule),
            _ => None,
        })
        .collect();
    all.extend(rule.morning.and_then(|at| morning(today, day, at)));
    all.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
    all
}

/// The occasions whose time has come: none while it is quiet, and those of the quiet once it is over.
pub fn ready(all: &[Occasion], now: NaiveDateTime, quiet: &Quiet) -> Vec<Occasion> {
    if quiet.holds(now) {
        return Vec::new();
    }
    let come = all.iter().filter(|one| {
        let comes = quiet.ends(one.at);
        one.until > now && comes.is_some_and(|comes| comes <= now)
    });
    come.cloned().collect()
}

/// When the next occasion's time comes after a moment; `None`: there is none left.
pub fn next(all: &[Occasion], after: NaiveDateTime, quiet: &Quiet) -> Option<NaiveDateTime> {
    let times = all.iter().filter_map(|one| {
        let comes = quiet.ends(one.at)?;
        (one.until > comes).then_some(comes)
    });
    times.filter(|comes| *comes > after).min()
}

/// A promise with a time of day, at that time.
fn due(line: &TodayLine, day: NaiveDate, quiet: &Quiet) -> Option<Occasion> {
    let when = line.due?;
    let at = when.day.and_time(when.time?);
    let comes = quiet.ends(at)?;
    let first = day.checked_sub_days(Days::new(HELD))?;
    if comes.date() != day || at.date() < first {
        return None;
    }
    let whose = match line.sort {
        TodaySort::MineDue => "To",
        _ => "From",
    };
    Some(Occasion {
        key: format!("{} due {} {}", when.day, at.format("%H:%M"), line.id),
        sort: Sort::Due,
        at,
        until: end_of(day)?,
        title: format!("due at {}", at.format("%H:%M")),
        body: format!("{whose} {}: {}", name(line), line.text),
    })
}

fn one_on_one(line: &TodayLine, day: NaiveDate) -> Option<Occasion> {
    let when = line.due?;
    let begins = when.day.and_time(when.time?);
    let at = begins.checked_sub_signed(BEFORE)?;
    (at.date() == day || begins.date() == day).then(|| Occasion {
        key: format!(
            "{} one-on-one {} {}",
            when.day,
            begins.format("%H:%M"),
            line.id
        ),
        sort: Sort::OneOnOne,
        at,
        until: begins,
        title: format!("one-on-one at {}", begins.format("%H:%M")),
        body: format!("With {}", name(line)),
    })
}

fn nudge(line: &TodayLine, day: NaiveDate, rule: &Rule) -> Option<Occasion> {
    let new = (day - line.since).num_days() < SUGGESTED;
    let at = day.and_time(rule.morning.unwrap_or(MORNING));
    Some(Occasion {
        key: format!("{} nudge {}", line.since, line.id),
        sort: Sort::Nudge,
        at,
        until: end_of(day)?,
        title: String::new(),
        body: format!("a check-in with {}", name(line)),
    })
    .filter(|_| new)
}

fn morning(today: &Today, day: NaiveDate, at: NaiveTime) -> Option<Occasion> {
    let says = Tally::of(today, day).says(true)?;
    Some(Occasion {
        key: format!("{day} morning"),
        sort: Sort::Morning,
        at: day.and_time(at),
        until: end_of(day)?,
        title: "today".to_owned(),
        body: says,
    })
}

fn name(line: &TodayLine) -> &str {
    line.who.as_ref().map_or("somebody", |(_, name)| name)
}

/// Where a day ends.
fn end_of(day: NaiveDate) -> Option<NaiveDateTime> {
    Some(day.succ_opt()?.and_time(NaiveTime::MIN))
}

#[cfg(test)]
mod tests;
