//! Repair: the stages and their gates, the steps each kind of breach starts from, and the rules that verify (`figures.md` A8).

use chrono::NaiveDate;

use super::breach::{Breach, BreachSort};
use super::plan::{Plan, Stage};

/// The six parts of an acknowledgement; the first two carry most weight, the last is optional.
pub const ACKNOWLEDGEMENT: [&str; 6] = [
    "responsibility",
    "offer of repair",
    "what happened, said plainly",
    "regret",
    "how it will not happen again",
    "asking forgiveness",
];

/// When a run of steps is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// How many of the newest settled steps are looked at.
    pub n: usize,
    /// How many weeks must have passed since the act stage began.
    pub weeks: i64,
    /// How many of them may be missed (never the newest).
    pub allow: usize,
    /// Boundary: two check-ins running with benevolence at 4 or more, and no repeat, instead of a run of steps.
    pub care: bool,
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Run {
    /// Whether the rule is passed: it opens one question to the injured side and sets nothing by itself.
    pub passed: bool,
    /// Kept in a row up to now.
    pub run: usize,
    /// Kept among those looked at.
    pub kept: usize,
    /// How many are looked at.
    pub of: usize,
    /// How many are needed.
    pub need: usize,
    /// Days since the start.
    pub days: i64,
    /// Days needed.
    pub days_needed: i64,
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
    let _ = stage;
    todo!()
}

/// The steps that a plan for this sort of breach starts from; the user edits them.
pub fn steps(sort: BreachSort) -> &'static [&'static str] {
    let _ = sort;
    todo!()
}

/// The rule that verifies, with deception's double span.
pub fn rule(breach: &Breach) -> Rule {
    let _ = breach;
    todo!()
}

/// The rule in words: `6 in a row kept, over at least 4 weeks`.
pub fn rule_text(rule: &Rule) -> String {
    let _ = rule;
    todo!()
}

/// How far a run has come: settled steps as (day, kept) since a start, in any order.
pub fn verify(
    start: NaiveDate,
    settled: &[(NaiveDate, bool)],
    rule: &Rule,
    as_of: NaiveDate,
) -> Run {
    let _ = (start, settled, rule, as_of);
    todo!()
}

/// What to do next in a plan, in a sentence.
pub fn next_step(plan: &Plan, breach: &Breach, run: Option<&Run>, open_steps: usize) -> String {
    let _ = (plan, breach, run, open_steps);
    todo!()
}

/// Whether a plan may be offered for a breach at all; the reason in words when not (A7, A9.12).
pub fn offers_plan(breach: &Breach) -> Result<(), &'static str> {
    let _ = breach;
    todo!()
}
