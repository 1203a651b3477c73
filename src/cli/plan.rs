//! `plan`: open one on a breach, go through its gates, and hear what the injured side says.

mod say;
mod steps;
mod told;

pub use say::say;

use clap::ArgMatches;

use super::args::{choice, joined, one};
use super::{Desk, Verb, entry, flags};
use crate::domain::dates::Lean;
use crate::domain::filter::{Ask, Filter};
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::view::Window;
use crate::domain::{Act, Kind, Record, RecordId, repair, text};
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Change, Journal};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "plan",
    command: told::command,
    run,
}];

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    match given.subcommand() {
        Some(("open", given)) => open(desk, given),
        Some(("advance", given)) => advance(desk, given),
        Some(("acknowledge", given)) => acknowledge(desk, given),
        Some(("verdict", given)) => act(desk, given, |given, _| {
            let said = choice(given, "says", &Verdict::WORDS[1..], Verdict::from_word)?;
            Ok(Act::Verdict {
                verdict: said.unwrap_or_default(),
                words: one(given, "words").unwrap_or_default().to_owned(),
            })
        }),
        Some(("stop", given)) => act(desk, given, |given, _| {
            let reason = one(given, "reason").unwrap_or_default().to_owned();
            Ok(Act::Stop { reason })
        }),
        Some(("reopen", given)) => act(desk, given, |_, _| Ok(Act::Reopen)),
        Some(("review", given)) => review(desk, given),
        Some(("steps", given)) => steps::steps(desk, given),
        Some(("step", given)) => steps::step(desk, given),
        Some(("show", given)) => {
            let journal = desk.read()?;
            let view = journal.plan(find(&journal, &joined(given, "which"))?)?;
            say::say(desk, &view, &journal)
        }
        _ => running(desk),
    }
}

/// The plans that still run.
fn running(desk: &mut Desk<'_>) -> Result<()> {
    let journal = desk.read()?;
    let lines = plans(&journal, None)?;
    if desk.wants_json() {
        return desk.say_json(&json::list(&lines, json::entry));
    }
    if lines.is_empty() {
        return desk.say("No repair plan is running.");
    }
    let day = journal.day();
    let rows: Vec<_> = lines.iter().map(|l| entry::cells(l, day)).collect();
    desk.list(entry::LINE, &rows)
}

fn plans(journal: &Journal, who: Option<RecordId>) -> Result<Vec<crate::domain::view::EntryLine>> {
    let mut filter = Filter::default().and(Ask::Kind(vec![Kind::Plan]));
    filter = filter.and(Ask::State(vec![
        "assess",
        "acknowledge",
        "account",
        "act",
        "verify",
    ]));
    if let Some(who) = who {
        filter = filter.and(Ask::Who(who));
    }
    Ok(journal.entries(&filter, Window::top(200))?.lines)
}

/// The plan that words name: itself, the newest of a breach, or the only one running in a relationship.
fn find(journal: &Journal, words: &str) -> Result<RecordId> {
    if let Ok(id) = entry::find(journal, Some(Kind::Plan), words) {
        return Ok(id);
    }
    if let Ok(breach) = entry::find(journal, Some(Kind::Breach), words) {
        return journal.plan_of(breach)?.ok_or_else(|| {
            Error::not_found("this breach has no repair plan")
                .hint(format!("trustline plan open {}", breach.short()))
        });
    }
    let who = journal.find_relationship(words).map_err(|error| {
        let near = error
            .hint_text()
            .is_some_and(|tip| tip.starts_with("did you mean"));
        if error.kind() != ErrorKind::NotFound || near {
            return error;
        }
        let words = text::line(words);
        Error::not_found(format!("no repair plan fits \u{201c}{words}\u{201d}"))
            .hint("trustline plan lists those that run")
    })?;
    match plans(journal, Some(who))?.as_slice() {
        [only] => Ok(only.id),
        [] => Err(
            Error::not_found(format!("no repair plan runs with \u{201c}{words}\u{201d}"))
                .hint("trustline plan lists those that run"),
        ),
        several => {
            let ids: Vec<_> = several.iter().map(|l| l.id.short()).collect();
            let says = format!(
                "\u{201c}{words}\u{201d} has {} repair plans running",
                several.len()
            );
            Err(Error::new(ErrorKind::Ambiguous, says)
                .hint(format!("name one by its id: {}", ids.join(", "))))
        }
    }
}

fn open(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Plan, given, desk)?;
    let mut journal = desk.write()?;
    let id = entry::named(&journal, Some(Kind::Breach), given)?;
    let view = journal.breach(id)?;
    let Record::Breach(breach) = &view.breach.record else {
        return Err(Error::not_found("that is not a breach"));
    };
    repair::offers_plan(breach)
        .map_err(|why| Error::refused(why).hint(repair::contact_text(view.contact.as_deref())))?;
    let base = Plan::for_breach(id, breach, &view.area, desk.clock().today());
    let plan = flags::record(Record::Plan(base), &texts, &journal)?;
    let told = journal.tell(Change::Add(Box::new(plan)))?;
    let Some(plan) = told.ids.first().copied() else {
        return entry::say_told(desk, &told);
    };
    if desk.wants_json() && one(given, "take").is_none() {
        return entry::say_told(desk, &told);
    }
    if !desk.wants_json() {
        entry::say_told(desk, &told)?;
    }
    steps::offered(desk, given, &mut journal, plan)?;
    if desk.wants_json() {
        return Ok(());
    }
    let stage = journal.plan(plan)?.plan.record.noun().state();
    let stage = Stage::from_word(stage).unwrap_or_default();
    desk.say(format!("The next gate asks: {}", repair::gate(stage)))
}

fn advance(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.write()?;
    let view = journal.plan(find(&journal, &joined(given, "which"))?)?;
    drop(journal);
    let Record::Plan(plan) = &view.plan.record else {
        return Err(Error::not_found("that is not a repair plan"));
    };
    let asks = repair::gate(plan.stage);
    let answer = match one(given, "answer") {
        Some("-") => desk.input_text()?,
        Some(answer) => answer.to_owned(),
        None if desk.asks() => desk.ask(asks)?.unwrap_or_default(),
        None => {
            return Err(
                Error::usage(format!("the gate asks: {asks}")).hint("add --answer \"\u{2026}\"")
            );
        }
    };
    act(desk, given, |_, _| {
        Ok(Act::Advance {
            answer: answer.clone(),
        })
    })
}

fn review(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let next = one(given, "next").map(|typed| desk.day("--next", typed, Lean::Future));
    let next = next.transpose()?;
    act(desk, given, |_, _| Ok(Act::Review { next }))
}

fn acknowledge(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let Some(typed) = one(given, "parts") else {
        desk.say("The parts of an acknowledgement; the first two carry most weight, the last is optional:")?;
        return repair::ACKNOWLEDGEMENT
            .iter()
            .try_for_each(|part| desk.say(format!("  {part}")));
    };
    let mut parts = Vec::new();
    for text in typed
        .split(',')
        .map(|t| t.trim().to_lowercase())
        .filter(|t| !t.is_empty())
    {
        let found = repair::ACKNOWLEDGEMENT
            .iter()
            .find(|part| part.starts_with(&text));
        parts.push(
            (*found.ok_or_else(|| {
                Error::usage(format!(
                    "\u{201c}{text}\u{201d} is no part of an acknowledgement"
                ))
                .hint(format!("the parts: {}", repair::ACKNOWLEDGEMENT.join("; ")))
            })?)
            .to_owned(),
        );
    }
    act(desk, given, |_, _| Ok(Act::Acknowledge(parts.clone())))
}

fn act(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    make: impl Fn(&ArgMatches, &Journal) -> Result<Act>,
) -> Result<()> {
    let mut journal = desk.write()?;
    let on = match one(given, "on") {
        Some(typed) => desk.day("--on", typed, Lean::Past)?,
        None => journal.day(),
    };
    let id = find(&journal, &joined(given, "which"))?;
    let act = make(given, &journal)?;
    let told = journal.tell(Change::Act { id, act, on })?;
    entry::say_told(desk, &told)?;
    if desk.wants_json() {
        return Ok(());
    }
    let next = journal.plan(id)?.next;
    desk.say(format!("Next: {next}"))
}
