//! A breach and its repair, as JSON.

use serde_json::json;

use super::{Json, day, entry, list, stored};
use crate::domain::course::{BreachView, Course};
use crate::domain::template::Proposal;
use crate::domain::view::PlanView;

/// A repair plan with its breach, its steps and how far the run has come.
pub fn plan(one: &PlanView) -> Json {
    let run = one.run.map(|run| {
        json!({
            "passed": run.passed, "run": run.run, "kept": run.kept, "of": run.of,
            "need": run.need, "days": run.days, "days_needed": run.days_needed,
        })
    });
    json!({
        "name": one.name,
        "plan": stored(&one.plan),
        "breach": stored(&one.breach),
        "course": course(&one.of.course),
        "about": list(&one.of.about, entry),
        "proposed": list(&one.of.proposed, proposal),
        "safety_contact": one.of.contact,
        "steps": list(&one.steps, entry),
        "rule": {
            "text": one.of.rule, "n": one.rule.n, "weeks": one.rule.weeks,
            "allow": one.rule.allow, "care": one.rule.care,
        },
        "run": run,
        "next": one.next,
    })
}

/// A breach with its course in days, what it is about, and what its repair would start from.
pub fn breach(one: &BreachView) -> Json {
    let (notes, age) = &one.context;
    json!({
        "name": one.name,
        "breach": stored(&one.breach),
        "plan": one.plan.map(|id| id.to_string()),
        "course": course(&one.course),
        "about": list(&one.about, entry),
        "rule": one.rule,
        "proposed": list(&one.proposed, proposal),
        "area": one.area,
        "context": { "notes": notes, "days_old": age },
        "power_gap": one.gap,
        "safety_contact": one.contact,
    })
}

fn course(one: &Course) -> Json {
    let after = |on: Option<chrono::NaiveDate>| on.map(|on| one.days_to(on));
    json!({
        "happened": day(Some(one.happened)),
        "named": day(one.named),
        "acknowledged": day(one.acknowledged),
        "closed": day(one.closed),
        "days": {
            "named": after(one.named),
            "acknowledged": after(one.acknowledged),
            "closed": after(one.closed),
        },
    })
}

fn proposal(one: &Proposal) -> Json {
    json!({
        "text": one.text, "by": one.by.word(), "within": one.within, "visible": one.visible,
    })
}
