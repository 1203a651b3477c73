//! The steps of a plan: what is proposed, what is taken of it, changed or in one's own words.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::find;
use crate::cli::args::{choice, is_set, joined, one};
use crate::cli::{Desk, entry};
use crate::domain::commitment::Commitment;
use crate::domain::dates::{self, Lean};
use crate::domain::plan::Plan;
use crate::domain::template::Part;
use crate::domain::view::PlanView;
use crate::domain::{Record, RecordId, When};
use crate::error::{Error, Result};
use crate::journal::{Change, Journal};

/// What is proposed for a plan, or with `--take` what becomes a commitment of it.
///
/// # Errors
/// As `Journal::plan` and `Journal::tell`; `Usage` for a number that is not proposed.
pub fn steps(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    if one(given, "take").is_none() {
        let journal = desk.read()?;
        let view = journal.plan(find(&journal, &joined(given, "which"))?)?;
        if desk.wants_json() {
            return super::say(desk, &view, &journal);
        }
        return super::say::proposed(desk, &view, journal.day());
    }
    let mut journal = desk.write()?;
    let plan = find(&journal, &joined(given, "which"))?;
    offered(desk, given, &mut journal, plan)
}

/// The steps of a plan that was just opened: taken by `--take`, asked for one by one where somebody sits, else told.
///
/// # Errors
/// As [`steps`].
pub fn offered(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    journal: &mut Journal,
    id: RecordId,
) -> Result<()> {
    let view = journal.plan(id)?;
    let day = journal.day();
    let taken = match one(given, "take") {
        Some(numbers) => chosen(numbers, &view, day)?,
        None if desk.asks() => asked(desk, &view, day)?,
        None => return super::say::proposed(desk, &view, day),
    };
    if taken.is_empty() {
        return desk.say("No step was taken.");
    }
    let says = format!("{} taken", counted(taken.len()));
    let changes = taken.into_iter().map(|step| Change::Add(Box::new(step)));
    let told = journal.tell(Change::All {
        says,
        changes: changes.collect(),
    })?;
    entry::say_told(desk, &told)
}

/// The steps that numbers name: `all`, `none`, `1,3`.
fn chosen(numbers: &str, view: &PlanView, day: NaiveDate) -> Result<Vec<Record>> {
    let all = view.of.proposed.len();
    let places: Vec<usize> = match numbers.trim() {
        "all" => (1..=all).collect(),
        "none" => Vec::new(),
        listed => listed
            .split(',')
            .map(|n| place(n.trim(), all))
            .collect::<Result<_>>()?,
    };
    let taken = places.into_iter().map(|n| taken(view, n, day));
    Ok(taken.map(Record::Commitment).collect())
}

fn place(typed: &str, all: usize) -> Result<usize> {
    let n = typed.parse().ok().filter(|n| (1..=all).contains(n));
    n.ok_or_else(|| {
        Error::usage(format!(
            "\u{201c}{typed}\u{201d} is none of the {all} proposed steps"
        ))
        .hint("numbers with commas, all, or none; trustline plan steps lists them")
    })
}

/// One proposed step as a commitment, by its number from 1.
fn taken(view: &PlanView, n: usize, day: NaiveDate) -> Commitment {
    let step = view.of.proposed.get(n.wrapping_sub(1));
    match (&view.plan.record, step) {
        (Record::Plan(plan), Some(step)) => step.taken(view.plan.id, plan, day),
        _ => Commitment::default(),
    }
}

/// Asks for each proposed step: Enter takes it, other words change it, `-` leaves it out; then its day.
fn asked(desk: &mut Desk<'_>, view: &PlanView, day: NaiveDate) -> Result<Vec<Record>> {
    let all = view.of.proposed.len();
    desk.aside("Steps to start from. Enter takes one, your own words change it, - leaves it out.")?;
    let mut steps = Vec::new();
    for n in 1..=all {
        let mut step = taken(view, n, day);
        let asks = format!("{n} of {all} ({}): {} \u{2192}", step.side, step.text);
        match desk.ask(&asks)? {
            None => return Ok(steps),
            Some(words) if words == "-" => continue,
            Some(words) if words.is_empty() => {}
            Some(words) => step.text = words,
        }
        let due = step.due.map_or(day, |due| due.day);
        let asks = format!("  by when? (Enter: {})", dates::short(due, day));
        if let Some(typed) = desk.ask(&asks)?.filter(|typed| !typed.is_empty()) {
            step.due = Some(desk.when("--due", &typed, Lean::Future)?);
        }
        steps.push(Record::Commitment(step));
    }
    Ok(steps)
}

/// One step: a proposed one, changed or not, or in one's own words.
///
/// # Errors
/// As [`steps`]; `Usage` when neither a number nor words are given.
pub fn step(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let mut journal = desk.write()?;
    let view = journal.plan(find(&journal, &joined(given, "which"))?)?;
    let Record::Plan(plan) = &view.plan.record else {
        return Err(Error::not_found("that is not a repair plan"));
    };
    let day = journal.day();
    let mut step = match one(given, "take") {
        Some(n) => taken(&view, place(n.trim(), view.of.proposed.len())?, day),
        None => blank(view.plan.id, plan, day),
    };
    if let Some(text) = one(given, "text") {
        step.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if step.text.is_empty() {
        return Err(Error::usage("which step is missing")
            .hint("--take N takes a proposed one, --text \"\u{2026}\" says it in your words"));
    }
    if let Some(by) = choice(given, "by", Part::WORDS, Part::from_word)? {
        step.side = by.side(plan);
    }
    if let Some(typed) = one(given, "due") {
        step.due = Some(desk.when("--due", typed, Lean::Future)?);
    }
    step.visible &= !is_set(given, "hidden");
    let told = journal.tell(Change::Add(Box::new(Record::Commitment(step))))?;
    entry::say_told(desk, &told)
}

/// A step without words yet: the owner's, agreed today, due in a week, visible to the other side.
fn blank(id: RecordId, plan: &Plan, day: NaiveDate) -> Commitment {
    Commitment {
        who: plan.who,
        side: plan.owner,
        made: day,
        agreed: Some(day),
        due: Some(When::day(day + chrono::Duration::days(7))),
        plan: Some(id),
        visible: true,
        ..Commitment::default()
    }
}

fn counted(n: usize) -> String {
    if n == 1 {
        "1 step".to_owned()
    } else {
        format!("{n} steps")
    }
}
