//! A repair plan in lines: its breach with both readings, its gates and their answers, its rule and run, its steps, what is next.

use chrono::NaiveDate;

use crate::cli::{Columns, Desk, breach, entry};
use crate::domain::plan::{Plan, Verdict};
use crate::domain::repair::ACKNOWLEDGEMENT;
use crate::domain::view::PlanView;
use crate::domain::{Record, dates};
use crate::error::Result;
use crate::journal::Journal;
use crate::wire::json;

/// Says a plan: its stage, its run, its steps, what is next.
///
/// # Errors
/// When the output cannot be written.
pub fn say(desk: &mut Desk<'_>, view: &PlanView, journal: &Journal) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::plan(view));
    }
    let (Record::Plan(plan), Record::Breach(of)) = (&view.plan.record, &view.breach.record) else {
        return Ok(());
    };
    let day = journal.day();
    let (title, short) = (view.plan.record.noun().title(), view.plan.id.short());
    desk.head(format!("{} \u{b7} {title} [{short}]", view.name))?;
    desk.say(format!(
        "Breach: {} [{}]",
        view.breach.record.noun().title(),
        view.breach.id.short()
    ))?;
    desk.say(view.of.course.words(day))?;
    if of.safety {
        breach::contact(desk, view.of.contact.as_deref())?;
    }
    desk.say(format!(
        "Stage: {} \u{b7} opened {}",
        plan.stage,
        dates::short(plan.opened, day)
    ))?;
    gates(desk, plan, day)?;
    breach::readings(desk, of)?;
    breach::about(desk, &view.of, day)?;
    desk.head("How it is verified")?;
    desk.say(format!("Rule: {}", view.of.rule))?;
    run(desk, view)?;
    steps(desk, view, day)?;
    desk.say(format!("Next: {}", view.next))
}

/// The answers given at the gates, the parts of the acknowledgement, and the verdict, each with its day.
fn gates(desk: &mut Desk<'_>, plan: &Plan, day: NaiveDate) -> Result<()> {
    for gate in &plan.gates {
        let on = dates::short(gate.on, day);
        desk.say(format!("  {} ({on}): {}", gate.stage, gate.answer))?;
    }
    if !plan.acknowledged.is_empty() {
        let (made, all) = (plan.acknowledged.len(), ACKNOWLEDGEMENT.len());
        let parts = plan.acknowledged.join("; ");
        desk.say(format!("  acknowledged, {made} of {all} parts: {parts}"))?;
    }
    if plan.verdict == Verdict::None {
        return Ok(());
    }
    let on = plan
        .verdict_on
        .map_or_else(String::new, |on| format!(" ({})", dates::short(on, day)));
    let words = match plan.verdict_words.as_str() {
        "" => String::new(),
        words => format!(": {words}"),
    };
    desk.say(format!("  repaired enough? {}{on}{words}", plan.verdict))
}

fn run(desk: &mut Desk<'_>, view: &PlanView) -> Result<()> {
    let Some(run) = view.run else {
        return desk.say("Run: it begins with the act stage");
    };
    let days = format!("{} of {} days", run.days, run.days_needed);
    desk.say(format!(
        "Run: {} kept in a row, {} of {} kept, {} needed; {days}",
        run.run, run.kept, run.of, run.need
    ))
}

/// The steps; before there are any, what is proposed.
fn steps(desk: &mut Desk<'_>, view: &PlanView, day: NaiveDate) -> Result<()> {
    let running = matches!(&view.plan.record, Record::Plan(plan) if plan.is_open());
    if !view.steps.is_empty() {
        let rows: Vec<_> = view
            .steps
            .iter()
            .map(|line| entry::cells_of_one(line, day))
            .collect();
        return desk.part("Steps", entry::LINE_OF_ONE, &rows);
    }
    if running && !view.of.proposed.is_empty() {
        proposed(desk, view, day)?;
    }
    Ok(())
}

/// What is proposed, by number, with whose step it is and by when.
///
/// # Errors
/// When the output cannot be written.
pub fn proposed(desk: &mut Desk<'_>, view: &PlanView, day: NaiveDate) -> Result<()> {
    let Record::Plan(plan) = &view.plan.record else {
        return Ok(());
    };
    let rows = view.of.proposed.iter().enumerate().map(|(n, step)| {
        let due = dates::short(step.due(day), day);
        vec![
            format!("  {}", n + 1),
            step.side(plan).word().to_owned(),
            format!("by {due}"),
            step.text.clone(),
        ]
    });
    let columns = Columns(&["number", "whose", "", "*what"]);
    let rows: Vec<_> = rows.collect();
    desk.part("Proposed steps: take, change or leave out", columns, &rows)?;
    let short = view.plan.id.short();
    desk.say(format!("  trustline plan steps {short} --take all"))?;
    desk.say(format!(
        "  trustline plan step {short} --take 1 --text \"in your own words\" --due fri"
    ))
}
