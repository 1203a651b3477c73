//! Repair: the stages and their gates, the steps each kind of breach starts from, and the rules that verify (`figures.md` A8).

use chrono::NaiveDate;

use super::breach::{Account, Breach, BreachSort, Known};
use super::checkin::CheckIn;
use super::commitment::Commitment;
use super::plan::{Plan, Stage, Verdict};
use super::reliability::{Label, Measure, Rules};

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
    match stage {
        Stage::Assess => "What went wrong, in facts that both sides can agree to?",
        Stage::Acknowledge => "What was said to the injured side, and when?",
        Stage::Account => "What did it cost them, how did it come about, and what is owed?",
        Stage::Act => "Which steps were agreed, who owns each, and by when?",
        Stage::Verify => "What shows that it holds, and what does the injured side say?",
        Stage::Close => "The plan is closed: nothing more is asked.",
        Stage::Stopped => "The plan was stopped: nothing more is asked.",
    }
}

/// The steps that a plan for this sort of breach starts from; the user edits them.
pub fn steps(sort: BreachSort) -> &'static [&'static str] {
    match sort {
        BreachSort::Competence => &[
            "name what was missing: skill, information, time or tools",
            "say in one sentence what went wrong, the owner first",
            "take a smaller piece, or a partner, for the next two",
            "agree on a visible check half-way",
        ],
        BreachSort::Missed => &[
            "go through every open commitment: keep it, move it or release it",
            "agree how many may be open at one time",
            "say by half-way when something will not hold",
            "keep a weekly list that both can see",
        ],
        BreachSort::Communication => &[
            "write down what should have been heard, when and how",
            "agree on the channel and its rhythm",
            "make each update a commitment with its day",
        ],
        BreachSort::Boundary => &[
            "hear the injured side say what the boundary is, without debating what they feel",
            "say the boundary back in your own words",
            "undo what can be undone",
            "write it down as an agreement",
        ],
        BreachSort::Integrity => &[
            "lay open all of the facts, once, before anything else",
            "own it without a \u{201c}but\u{201d}",
            "make it impossible next time, or at least visible",
            "name somebody else who can verify it",
        ],
        BreachSort::Institutional => &[
            "answer those affected within days",
            "have somebody independent look at the cause, together with those affected",
            "change the rule, the access or the check, and publish the change",
            "set the day on which it is evaluated",
        ],
    }
}

/// The rule that verifies, with deception's double span. A slip needs one kept act only.
pub fn rule(breach: &Breach) -> Rule {
    let (n, weeks, allow, care) = match breach.sort {
        _ if breach.severity <= 1 => (1, 0, 0, false),
        BreachSort::Competence | BreachSort::Missed => (6, 4, 0, false),
        BreachSort::Communication => (6, 6, 0, false),
        BreachSort::Boundary => (2, 8, 0, true),
        BreachSort::Integrity => (10, 8, 1, false),
        BreachSort::Institutional => (10, 12, 1, false),
    };
    let span = if breach.deception == Known::Yes { 2 } else { 1 };
    Rule {
        n,
        weeks: weeks * span,
        allow,
        care,
    }
}

/// The rule in words: `6 in a row kept, over at least 4 weeks`.
pub fn rule_text(rule: &Rule) -> String {
    let Rule {
        n, weeks, allow, ..
    } = *rule;
    if rule.care {
        let running = if n == 1 {
            "one check-in".to_owned()
        } else {
            format!("{n} check-ins running")
        };
        return format!("no repeat for {weeks} weeks, and benevolence at 4 or more in {running}");
    }
    let run = match (n, allow) {
        (1, _) => "one act kept".to_owned(),
        (_, 0) => format!("{n} in a row kept"),
        _ => format!(
            "at least {} of the last {n} kept, the latest among them",
            n - allow.min(n)
        ),
    };
    if weeks == 0 {
        run
    } else {
        format!("{run}, over at least {weeks} weeks")
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
        passed: enough && run > 0 && days >= days_needed,
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
    /// Commitments of the owner's side: the plan's steps, or, after missed commitments, all of them.
    pub commitments: &'a [&'a Commitment],
    /// My check-ins, in any order.
    pub checkins: &'a [&'a CheckIn],
    /// Breaches in the same relationship, in any order.
    pub breaches: &'a [&'a Breach],
}

/// How far a plan's run has come, or `None` before its act stage.
///
/// A step counts on the day it was kept, or on the agreed date it missed; one without a date on the day it ended.
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
        let felt = |one: &&CheckIn| Some((one.day, one.answer("BEN")?.score? >= 4));
        let felt: Vec<_> = witness.checkins.iter().filter_map(felt).collect();
        return Some(verify(start, &felt, &rule, as_of));
    }
    let settled = witness
        .commitments
        .iter()
        .filter_map(|one| step(one, as_of));
    Some(verify(start, &settled.collect::<Vec<_>>(), &rule, as_of))
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

/// What to do next in a plan, in a sentence.
pub fn next_step(plan: &Plan, breach: &Breach, run: Option<&Run>, open_steps: usize) -> String {
    match plan.stage {
        Stage::Assess if breach.account == Account::Disputed => {
            "You tell it differently: find the facts together first, and let the rest wait."
                .to_owned()
        }
        Stage::Assess => "Write down what went wrong, in facts that both can agree to.".to_owned(),
        Stage::Acknowledge => match missing_part(plan) {
            Some(part) => format!("Acknowledge it to the injured side; still missing: {part}."),
            None => "The acknowledgement is made: pass the gate.".to_owned(),
        },
        Stage::Account => "Say what it cost, how it came about, and what is owed.".to_owned(),
        Stage::Act if open_steps == 0 => {
            "Agree on the next step, with its owner and its day.".to_owned()
        }
        Stage::Act | Stage::Verify => verifying(plan, breach, run, open_steps),
        Stage::Close => "Closed: nothing more to do.".to_owned(),
        Stage::Stopped => "Stopped on purpose; it can be reopened.".to_owned(),
    }
}

/// The first part of the acknowledgement that was not made; asking forgiveness may stay out.
fn missing_part(plan: &Plan) -> Option<&'static str> {
    let needed = &ACKNOWLEDGEMENT[..ACKNOWLEDGEMENT.len() - 1];
    let made = |part: &&&str| plan.acknowledged.iter().any(|one| one == **part);
    needed.iter().find(|part| !made(part)).copied()
}

fn verifying(plan: &Plan, breach: &Breach, run: Option<&Run>, open_steps: usize) -> String {
    let passed = run.is_some_and(|run| run.passed);
    match plan.verdict {
        Verdict::Yes => "The injured side said it is repaired enough: pass the last gate.".to_owned(),
        Verdict::Partly | Verdict::No => format!(
            "The injured side said {}: ask what is missing, and agree on it as steps.",
            plan.verdict
        ),
        Verdict::None if passed && breach.deception == Known::Yes => {
            "Ask the injured side: is this repaired enough? After a deception it may not come back fully.".to_owned()
        }
        Verdict::None if passed => {
            "Ask the injured side: is this repaired enough? Yes, partly or no.".to_owned()
        }
        Verdict::None => match (open_steps, run) {
            (0, Some(run)) => format!("{}; agree on the next step.", lacking(run, &rule(breach))),
            (0, None) => "Agree on the next step, with its owner and its day.".to_owned(),
            (n, Some(run)) => format!("{} open: {}.", steps_text(n), lacking(run, &rule(breach))),
            (n, None) => format!("{} open: keep the nearest.", steps_text(n)),
        },
    }
}

fn steps_text(n: usize) -> String {
    if n == 1 {
        "1 step".to_owned()
    } else {
        format!("{n} steps")
    }
}

/// What a run still lacks, in words.
fn lacking(run: &Run, rule: &Rule) -> String {
    let counted = if rule.allow == 0 {
        run.run.min(run.need)
    } else {
        run.kept
    };
    let wanted = run.need - rule.allow.min(run.need);
    let what = if rule.care {
        "check-ins at 4 or more"
    } else {
        "kept"
    };
    let days = (run.days_needed - run.days).max(0);
    let so_far = format!("{counted} of {wanted} {what} so far");
    match days {
        0 => so_far,
        1 => format!("{so_far}, 1 day to go"),
        _ => format!("{so_far}, {days} days to go"),
    }
}

/// Whether a plan may leave its stage: with a disputed account it stays in assess until the facts are found (A8).
///
/// # Errors
/// The reason in words.
pub fn may_leave(plan: &Plan, breach: &Breach) -> Result<(), &'static str> {
    if plan.stage == Stage::Assess && breach.account == Account::Disputed {
        return Err(
            "the account is disputed: find the facts together first, then set the breach's account to agreed",
        );
    }
    Ok(())
}

/// Whether a plan may be offered for a breach at all; the reason in words when not (A7, A9.12).
///
/// # Errors
/// Why none is offered, and where to turn instead.
pub fn offers_plan(breach: &Breach) -> Result<(), &'static str> {
    if breach.safety {
        Err(
            "This is about harassment or safety: repair is not owed, and no plan is offered. \
             Talk to the person or body in charge at your place.",
        )
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
