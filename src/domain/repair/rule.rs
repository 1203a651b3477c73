//! The rules that verify a repair: what each kind of breach looks at, how much of it is enough, how far it has come (`figures.md` A8).

use chrono::NaiveDate;

use crate::domain::RecordId;
use crate::domain::breach::{Breach, BreachSort, Known};
use crate::domain::checkin::CheckIn;
use crate::domain::commitment::Commitment;
use crate::domain::plan::Plan;
use crate::domain::reliability::{Label, Measure, Rules};

/// When a run of steps is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// How many of the newest settled steps are looked at.
    pub n: usize,
    /// How many weeks must have passed since the act stage began.
    pub weeks: i64,
    /// How many of them may be missed.
    pub allow: usize,
    /// Whether the newest must be among those kept.
    pub latest: bool,
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

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// The plan's steps, and the owner's commitments of the plan's area.
    Area,
    /// Everything the owner promised in this relationship.
    Everything,
    /// The injured side's check-ins.
    CheckIns,
}

/// The rule that verifies, with deception's double span. A slip needs one kept act only.
pub fn rule(breach: &Breach) -> Rule {
    let (n, weeks, allow) = match breach.sort {
        _ if breach.severity <= 1 => (1, 0, 0),
        BreachSort::Competence | BreachSort::Missed => (6, 4, 0),
        BreachSort::Communication => (6, 6, 0),
        BreachSort::Boundary => (2, 8, 0),
        BreachSort::Integrity => (10, 8, 1),
        BreachSort::Institutional => (10, 12, 1),
    };
    let span = if breach.deception == Known::Yes { 2 } else { 1 };
    Rule {
        n,
        weeks: weeks * span,
        allow,
        latest: breach.sort != BreachSort::Institutional,
        care: counted(breach) == Counted::CheckIns,
    }
}

/// What the rule of a breach looks at.
pub fn counted(breach: &Breach) -> Counted {
    match breach.sort {
        _ if breach.severity <= 1 => Counted::Area,
        BreachSort::Competence | BreachSort::Communication => Counted::Area,
        BreachSort::Missed | BreachSort::Integrity | BreachSort::Institutional => {
            Counted::Everything
        }
        BreachSort::Boundary => Counted::CheckIns,
    }
}

/// The rule of a breach in words: `6 in a row kept, in this area, over at least 4 weeks`.
pub fn rule_text(breach: &Breach) -> String {
    let Rule {
        n, weeks, allow, ..
    } = rule(breach);
    if breach.severity <= 1 {
        return "one act kept".to_owned();
    }
    let least = n - allow;
    let what = match breach.sort {
        BreachSort::Competence => format!("{n} in a row kept, in this area"),
        BreachSort::Missed => format!("{n} in a row kept, of all that was promised"),
        BreachSort::Communication => format!("{n} updates in a row kept"),
        BreachSort::Boundary => {
            let felt = "and benevolence at 4 or more in 2 check-ins running";
            return format!("no repeat for {weeks} weeks, {felt}{}", fully(breach));
        }
        BreachSort::Integrity => {
            format!("at least {least} of the last {n} kept, the latest among them")
        }
        BreachSort::Institutional => format!("{n} cases with at most {allow} exception"),
    };
    format!("{what}, over at least {weeks} weeks{}", fully(breach))
}

/// What is said where somebody was deceived (`figures.md` A8).
fn fully(breach: &Breach) -> &'static str {
    if breach.deception == Known::Yes {
        "; after a deception it may not come back fully"
    } else {
        ""
    }
}

/// How far a run has come: settled steps as (day, kept) since a start, in any order.
///
/// Steps before the start or after the day are left out; a miss counts last on its day. For a rule of care
/// the steps are the check-ins (kept: benevolence at 4 or more) and the start is the newest repeat, if there was one.
pub fn verify(
    start: NaiveDate,
    settled: &[(NaiveDate, bool)],
    rule: &Rule,
    as_of: NaiveDate,
) -> Run {
    let within = |(day, _): &&(NaiveDate, bool)| (start..=as_of).contains(day);
    let mut settled: Vec<_> = settled.iter().filter(within).copied().collect();
    settled.sort_by_key(|&(day, kept)| (std::cmp::Reverse(day), kept));
    let run = settled.iter().take_while(|(_, kept)| *kept).count();
    settled.truncate(rule.n);
    let kept = settled.iter().filter(|(_, kept)| *kept).count();
    let (days, days_needed) = ((as_of - start).num_days().max(0), rule.weeks * 7);
    let enough = settled.len() == rule.n && kept + rule.allow >= rule.n;
    Run {
        passed: enough && (run > 0 || !rule.latest) && days >= days_needed,
        run,
        kept,
        of: settled.len(),
        need: rule.n,
        days,
        days_needed,
    }
}

/// What a relationship holds that a plan's run is read from.
#[derive(Debug, Clone, Copy)]
pub struct Witness<'a> {
    /// The plan.
    pub plan: RecordId,
    /// Commitments of the relationship, its steps among them; those that the rule does not look at are left out.
    pub commitments: &'a [&'a Commitment],
    /// Check-ins of both sides, in any order.
    pub checkins: &'a [&'a CheckIn],
    /// Breaches in the same relationship, in any order.
    pub breaches: &'a [&'a Breach],
}

/// How far a plan's run has come, or `None` before its act stage.
///
/// A step counts on the day it was kept, or on the agreed date it missed; one without a date on the day it ended.
/// A miss resets the run and leaves the plan where it is.
pub fn progress(
    plan: &Plan,
    breach: &Breach,
    witness: &Witness<'_>,
    as_of: NaiveDate,
) -> Option<Run> {
    let start = plan.verify_from.filter(|from| *from <= as_of)?;
    let rule = rule(breach);
    if rule.care {
        let repeats = witness.breaches.iter().filter(|other| {
            other.sort == breach.sort && other.by == breach.by && other.day <= as_of
        });
        let start = repeats.map(|other| other.day).fold(start, NaiveDate::max);
        let injured = witness.checkins.iter().filter(|one| one.side != plan.owner);
        let felt = |one: &&CheckIn| Some((one.day, one.answer("BEN")?.score? >= 4));
        let felt: Vec<_> = injured.filter_map(felt).collect();
        return Some(verify(start, &felt, &rule, as_of));
    }
    let counts = |one: &&&Commitment| counts(plan, breach, one, witness.plan);
    let looked_at = witness.commitments.iter().filter(counts);
    let settled = looked_at.filter_map(|one| step(one, as_of));
    Some(verify(start, &settled.collect::<Vec<_>>(), &rule, as_of))
}

/// Whether the rule looks at a commitment: one of the owner's, and within what the rule is about.
fn counts(plan: &Plan, breach: &Breach, one: &Commitment, id: RecordId) -> bool {
    let is_step = one.plan == Some(id);
    let in_area = || one.tags.iter().any(|tag| plan.area.contains(tag));
    one.side == plan.owner
        && match counted(breach) {
            _ if breach.severity <= 1 => is_step,
            Counted::Everything => true,
            Counted::Area => is_step || in_area(),
            Counted::CheckIns => false,
        }
}

/// A step as (day, kept), once it is settled or past its date.
fn step(commitment: &Commitment, as_of: NaiveDate) -> Option<(NaiveDate, bool)> {
    let (promise, rules) = (commitment.promise(), Rules::default());
    let measure = if commitment.agreed_due(as_of).is_some() {
        Measure::KeptAsAgreed
    } else {
        Measure::FollowThrough
    };
    let evidence = promise.standing(measure, as_of, &rules).evidence()?;
    Some((
        evidence.day,
        matches!(evidence.label, Label::Kept | Label::Done),
    ))
}

#[cfg(test)]
mod tests;
