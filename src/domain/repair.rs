//! Repair: the stages and their gates, what is next, and where repair is not owed; the rules that verify lie within (`figures.md` A7, A8).

mod rule;

use super::breach::{Account, Breach, Known};
use super::plan::{Plan, Stage, Verdict};
pub use super::plan::{after, gate};

pub use rule::{Counted, Rule, Run, Witness, counted, progress, rule, rule_text, verify};

/// The six parts of an acknowledgement; the first two carry most weight, the last is optional.
pub const ACKNOWLEDGEMENT: [&str; 6] = [
    "responsibility",
    "offer of repair",
    "what happened, said plainly",
    "regret",
    "how it will not happen again",
    "asking forgiveness",
];

/// What to do next in a plan, in a sentence.
pub fn next_step(plan: &Plan, breach: &Breach, run: Option<&Run>, open_steps: usize) -> String {
    match plan.stage {
        _ if breach.safety && plan.is_open() => {
            "Repair is not owed here: stop the plan, and turn to the person or body in charge."
                .to_owned()
        }
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
            "The injured side said {}: ask what is missing, agree on it as steps, then ask again.",
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
    offers_plan(breach)?;
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
            "This is about harassment, discrimination, a threat or safety: \
             repair is not owed, and no plan is offered.",
        )
    } else {
        Ok(())
    }
}

/// The closing words of a breach that the injured side called repaired enough.
pub fn repaired_text(words: &str) -> String {
    match words.trim() {
        "" => "the injured side said: repaired enough".to_owned(),
        words => format!("the injured side said: {words}"),
    }
}

/// Where to turn instead: the person or body in charge at the user's place, as the user named them.
pub fn contact_text(contact: Option<&str>) -> String {
    let charge = "the person or body in charge at your place";
    match contact {
        Some(named) => format!("Talk to {charge}: {named}"),
        None => format!("Talk to {charge}; nobody is named here yet"),
    }
}

/// The same in as few words as a line of Today has room for.
pub fn turn_text(contact: Option<&str>) -> String {
    format!(
        "talk to {}",
        contact.unwrap_or("the person or body in charge")
    )
}

#[cfg(test)]
mod tests;
