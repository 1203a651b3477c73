//! The course of a breach in days: it happened, was named, acknowledged, closed. Counts of days, no more: time closes nothing.

use chrono::NaiveDate;

use super::RecordId;
use super::breach::{Breach, BreachState};
use super::dates;
use super::plan::{Plan, Stage};
use super::template::Proposal;
use super::view::line::{EntryLine, Stored};

/// When what came of a breach came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Course {
    /// The day it happened.
    pub happened: NaiveDate,
    /// The day it was first named, where that is known.
    pub named: Option<NaiveDate>,
    /// The day on which the acknowledgement was made: a plan's gate was passed.
    pub acknowledged: Option<NaiveDate>,
    /// The day it was closed: repaired, let go or accepted.
    pub closed: Option<NaiveDate>,
}

impl Course {
    /// Of a breach and the plans that were opened for it, in any order.
    pub fn of<'a>(breach: &Breach, plans: impl IntoIterator<Item = &'a Plan>) -> Self {
        let gates = plans.into_iter().flat_map(|plan| &plan.gates);
        let acknowledged = gates.filter(|gate| gate.stage == Stage::Acknowledge);
        Self {
            happened: breach.day,
            named: breach.named,
            acknowledged: acknowledged.map(|gate| gate.on).min(),
            closed: breach.closed.filter(|_| breach.state != BreachState::Open),
        }
    }

    /// Whole days from the day it happened to another; never below 0.
    pub fn days_to(&self, day: NaiveDate) -> i64 {
        (day - self.happened).num_days().max(0)
    }

    /// In words: `3 Nov · named after 2 days · acknowledged after 5 days · open for 19 days`.
    pub fn words(&self, today: NaiveDate) -> String {
        let after = |what: &str, day: Option<NaiveDate>| {
            let days = self.days_to(day?);
            Some(match days {
                0 => format!("{what} the same day"),
                n => format!("{what} after {}", counted(n)),
            })
        };
        let open = || match self.days_to(today) {
            0 => Some("open".to_owned()),
            days => Some(format!("open for {}", counted(days))),
        };
        let parts = [
            Some(dates::short(self.happened, today)),
            after("named", self.named),
            after("acknowledged", self.acknowledged),
            after("closed", self.closed).or_else(open),
        ];
        parts
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" \u{b7} ")
    }
}

fn counted(days: i64) -> String {
    if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    }
}

/// A breach with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct BreachView {
    /// The breach.
    pub breach: Stored,
    /// The other side's name.
    pub name: String,
    /// Its newest plan, if one was opened.
    pub plan: Option<RecordId>,
    /// Its course so far.
    pub course: Course,
    /// The rule that verifies its repair, in words.
    pub rule: String,
    /// The commitments it is about, in the order in which they were named.
    pub about: Vec<EntryLine>,
    /// What a plan for it would start from.
    pub proposed: Vec<Proposal>,
    /// The tags of those commitments: the area that a plan for it would be about.
    pub area: Vec<String>,
    /// History and culture to remember before naming anything, and how many days ago that was last looked at.
    pub context: (String, Option<i64>),
    /// The power gap with them, from their side: above 0 they hold it.
    pub gap: i8,
    /// The person or body in charge at the user's place, if one was named.
    pub contact: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Gate;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day") + chrono::Days::new(n)
    }

    #[test]
    fn the_course_counts_days_from_the_day_it_happened() {
        let gate = |stage, on| Gate {
            stage,
            on: day(on),
            answer: String::new(),
        };
        let plan = |gates| Plan {
            gates,
            ..Plan::default()
        };
        let mut breach = Breach {
            day: day(0),
            named: Some(day(1)),
            ..Breach::default()
        };
        let none: [&Plan; 0] = [];
        let said = Course::of(&breach, none).words(day(9));
        assert_eq!(
            said,
            "1 Oct \u{b7} named after 1 day \u{b7} open for 9 days"
        );
        let plans = [
            plan(vec![gate(Stage::Assess, 2), gate(Stage::Acknowledge, 6)]),
            plan(vec![gate(Stage::Acknowledge, 3)]),
        ];
        breach.state = BreachState::Repaired;
        breach.closed = Some(day(41));
        let course = Course::of(&breach, &plans);
        assert_eq!(
            course.words(day(50)),
            "1 Oct \u{b7} named after 1 day \u{b7} acknowledged after 3 days \u{b7} closed after 41 days"
        );
        breach.state = BreachState::Open;
        breach.named = Some(day(0));
        let open = Course::of(&breach, none).words(day(1));
        assert_eq!(
            open,
            "1 Oct \u{b7} named the same day \u{b7} open for 1 day"
        );
    }
}
