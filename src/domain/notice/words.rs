//! The words of notices: several occasions as few lines, and a day in numbers.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Occasion, Sort};
use crate::domain::quiet::Quiet;
use crate::domain::view::{Today, TodaySort};

/// How many notices come one by one; more become one.
const SINGLY: usize = 3;

/// How many one-on-ones are named.
const NAMED: usize = 2;

/// A notice as it is told: it begins with the program's own word, never with somebody else's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is: `trustline: due at 12:00`.
    pub title: String,
    /// Whom and what it is about: `To Priya Nair: send the numbers`.
    pub body: String,
    /// Whether the program itself suggests it: nobody promised it.
    pub nudge: bool,
}

impl Notice {
    fn new(title: &str, body: impl Into<String>) -> Self {
        Self {
            title: format!("trustline: {title}"),
            body: body.into(),
            nudge: false,
        }
    }

    /// The same with its words changed: initials in place of names.
    #[must_use]
    pub fn reworded(self, change: impl Fn(&str) -> String) -> Self {
        Self {
            title: change(&self.title),
            body: change(&self.body),
            nudge: self.nudge,
        }
    }
}

/// As few notices as will do for occasions that are ready: the line of the morning speaks for what fell due before it, what
/// was held back while it was quiet is one line, and so are the program's own suggestions.
pub fn told(ready: Vec<Occasion>, now: NaiveDateTime, quiet: &Quiet) -> Vec<Notice> {
    let (nudges, mut rest): (Vec<_>, Vec<_>) =
        ready.into_iter().partition(|one| one.sort == Sort::Nudge);
    if rest.iter().any(|one| one.sort == Sort::Morning) {
        // its numbers hold all that is due
        rest.retain(|one| one.sort != Sort::Due);
    }
    let (held, rest): (Vec<_>, Vec<_>) = rest
        .into_iter()
        .partition(|one| one.sort == Sort::Due && quiet.holds(one.at) && one.at < now);
    let mut all = Vec::new();
    match held.as_slice() {
        [] => {}
        [one] => all.push(Notice::new(&one.title, one.body.clone())),
        many => all.push(Notice::new(
            "while it was quiet",
            format!("{} fell due", many.len()),
        )),
    }
    if rest.len() > SINGLY {
        all.push(Notice::new("now", format!("{} are due", rest.len())));
    } else {
        all.extend(
            rest.into_iter()
                .map(|one| Notice::new(&one.title, one.body)),
        );
    }
    let suggests = match nudges.as_slice() {
        [] => return all,
        [one] => one.body.clone(),
        many => format!("{} check-ins", many.len()),
    };
    all.push(Notice {
        title: "trustline suggests".to_owned(),
        body: suggests,
        nudge: true,
    });
    all
}

/// A day in numbers: what people wait for, without the program's own suggestions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Promises of both sides that are due on this day.
    pub due: usize,
    /// Promises that were due before.
    pub over: usize,
    /// Those of them that were due the day before.
    pub over_since_yesterday: usize,
    /// One-on-ones of this day: with whom, and when.
    pub one_on_ones: Vec<(String, Option<NaiveTime>)>,
    /// What else waits: a response, a need, a repair, feedback, something to look at again.
    pub more: usize,
}

impl Tally {
    /// Of a day.
    pub fn of(today: &Today, day: NaiveDate) -> Self {
        let mut tally = Self::default();
        for line in &today.lines {
            match line.sort {
                TodaySort::MineDue | TodaySort::TheirsDue if line.since < day => {
                    tally.over += 1;
                    tally.over_since_yesterday += usize::from(line.since.succ_opt() == Some(day));
                }
                TodaySort::MineDue | TodaySort::TheirsDue => tally.due += 1,
                TodaySort::OneOnOne if line.since > day => {}
                TodaySort::OneOnOne if line.since == day => {
                    let with = line.who.as_ref().map_or("", |(_, name)| name);
                    let time = line.due.and_then(|due| due.time);
                    tally.one_on_ones.push((with.to_owned(), time));
                }
                TodaySort::CheckIn => {}
                _ => tally.more += 1,
            }
        }
        tally.one_on_ones.sort_by_key(|(_, time)| *time);
        tally
    }

    /// How many things there are.
    pub fn count(&self) -> usize {
        self.due + self.over + self.one_on_ones.len() + self.more
    }

    /// In one line: `2 due, 1 over, Priya Nair 14:00`; `None`: nothing waits. `news`: with what is new in it since yesterday.
    pub fn says(&self, news: bool) -> Option<String> {
        let mut parts = Vec::new();
        if self.due > 0 {
            parts.push(format!("{} due", self.due));
        }
        if self.over > 0 {
            let new = match self.over_since_yesterday {
                0 => String::new(),
                all if all == self.over => " since yesterday".to_owned(),
                some => format!(" ({some} since yesterday)"),
            };
            let new = if news { new.as_str() } else { "" };
            parts.push(format!("{} over{new}", self.over));
        }
        if self.one_on_ones.len() > NAMED {
            parts.push(format!("{} one-on-ones", self.one_on_ones.len()));
        } else {
            parts.extend(self.one_on_ones.iter().map(|(name, time)| match time {
                Some(time) => format!("{name} {}", time.format("%H:%M")),
                None => format!("one-on-one with {name}"),
            }));
        }
        if self.more > 0 {
            let more = if parts.is_empty() { "" } else { "more " };
            parts.push(format!("{} {more}waiting", self.more));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}
