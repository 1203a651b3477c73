//! A breach on the command line: named with what to remember above it, shown with both readings and its course, closed.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::args::{choice, is_set, one};
use super::{Desk, entry, flags, write};
use crate::domain::agreement::Agreement;
use crate::domain::breach::{Breach, BreachState};
use crate::domain::course::BreachView;
use crate::domain::dates::Lean;
use crate::domain::relationship::Relationship;
use crate::domain::{Act, Kind, Record, RecordId, context, repair};
use crate::error::Result;
use crate::journal::{Change, Journal};
use crate::wire::json;

/// How a breach can be closed by hand; repaired is what its plan's verdict says.
pub const ENDS: [&str; 2] = ["let go", "accepted"];

/// Writes a breach, with the relationship's context above it and the way to its repair below.
///
/// # Errors
/// As [`flags::record`] and `Journal::tell`.
pub fn write(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Breach, given, desk)?;
    let mut journal = desk.write()?;
    let mut record = Kind::Breach.fresh(desk.clock().now());
    record = flags::record(record, &texts, &journal)?;
    if let Some(with) = with(&journal, &record)? {
        let safety = matches!(&record, Record::Breach(one) if one.safety);
        for line in context::before_naming(&with, safety, journal.day()) {
            desk.aside(line)?;
        }
    }
    let told = journal.tell(Change::Add(Box::new(record)))?;
    entry::say_told(desk, &told)?;
    let first = told.ids.first();
    let view = first.map(|id| journal.breach(*id)).transpose()?;
    let owed =
        |view: &BreachView| matches!(&view.breach.record, Record::Breach(one) if !one.safety);
    if view.as_ref().is_some_and(owed) {
        write::would_they_mind(desk, Kind::Breach)?;
        let who = view
            .as_ref()
            .and_then(|view| view.breach.record.noun().whos().first().copied());
        write::say_look_again(desk, &journal, who)?;
    }
    match view.filter(|_| !desk.wants_json()) {
        Some(view) => offer(desk, &view),
        None => Ok(()),
    }
}

fn with(journal: &Journal, record: &Record) -> Result<Option<Relationship>> {
    let Some(who) = record.noun().whos().first().copied() else {
        return Ok(None);
    };
    Ok(match journal.stored(who)?.map(|stored| stored.record) {
        Some(Record::Relationship(one)) => Some(one),
        _ => None,
    })
}

/// What can be done about a breach: a plan, or where repair is not owed the contact.
fn offer(desk: &mut Desk<'_>, view: &BreachView) -> Result<()> {
    let Record::Breach(breach) = &view.breach.record else {
        return Ok(());
    };
    let short = view.breach.id.short();
    match repair::offers_plan(breach) {
        Err(why) => {
            desk.say(why)?;
            contact(desk, view.contact.as_deref())
        }
        Ok(()) if breach.state == BreachState::Open && view.plan.is_none() => desk.say(format!(
            "A repair plan, if one is wanted: trustline plan open {short}"
        )),
        Ok(()) => Ok(()),
    }
}

/// Where to turn instead, and how somebody is named there.
///
/// # Errors
/// When the output cannot be written.
pub fn contact(desk: &mut Desk<'_>, named: Option<&str>) -> Result<()> {
    desk.say(repair::contact_text(named))?;
    if named.is_some() {
        return Ok(());
    }
    desk.say("  trustline settings safety-contact \"\u{2026}\" names them")
}

/// Says a breach: both readings, its course, what it is about, what can be done.
///
/// # Errors
/// When the output cannot be written.
pub fn say(desk: &mut Desk<'_>, view: &BreachView, journal: &Journal) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::breach(view));
    }
    let Record::Breach(breach) = &view.breach.record else {
        return Ok(());
    };
    let day = journal.day();
    let (short, title) = (view.breach.id.short(), view.breach.record.noun().title());
    desk.head(format!("{} \u{b7} {title} [{short}]", view.name))?;
    desk.say(format!(
        "breach \u{b7} {} \u{b7} by {} \u{b7} {}",
        breach.sort_text(),
        breach.by,
        breach.state
    ))?;
    desk.say(view.course.words(day))?;
    readings(desk, breach)?;
    about(desk, view, day)?;
    desk.facts(&entry::details(&view.breach.record, journal))?;
    if breach.state == BreachState::Open {
        write::say_look_again(desk, journal, Some(breach.who))?;
    }
    if let Some(plan) = view.plan {
        desk.say(format!("Its repair: trustline plan show {}", plan.short()))?;
    }
    offer(desk, view)
}

/// Both readings, mine first.
///
/// # Errors
/// When the output cannot be written.
pub fn readings(desk: &mut Desk<'_>, breach: &Breach) -> Result<()> {
    let theirs = if breach.their_reading.trim().is_empty() {
        "not written down yet"
    } else {
        &breach.their_reading
    };
    desk.head(format!("Two readings \u{b7} account {}", breach.account))?;
    for (whose, words) in [("mine", breach.happened.as_str()), ("theirs", theirs)] {
        let mut label = whose;
        for line in words.lines() {
            let cells = [format!("  {label:<6}"), line.to_owned()];
            desk.facts(&[cells.to_vec()])?;
            label = "";
        }
    }
    Ok(())
}

/// The commitments it is about.
///
/// # Errors
/// When the output cannot be written.
pub fn about(desk: &mut Desk<'_>, view: &BreachView, day: NaiveDate) -> Result<()> {
    if view.about.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = view
        .about
        .iter()
        .map(|line| entry::cells_of_one(line, day))
        .collect();
    desk.part("About these commitments", entry::LINE_OF_ONE, &rows)
}

/// Closes a breach by hand: let go, or accepted with new boundaries, which may become an agreement.
///
/// # Errors
/// As `Journal::tell`.
pub fn close(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let mut journal = desk.write()?;
    let on = match one(given, "on") {
        Some(typed) => desk.day("--on", typed, Lean::Past)?,
        None => journal.day(),
    };
    let id = entry::named(&journal, Some(Kind::Breach), given)?;
    let hand = |word: &str| BreachState::from_word(word).filter(|s| ENDS.contains(&s.word()));
    let state = choice(given, "as", &ENDS, hand)?.unwrap_or(BreachState::LetGo);
    let words = one(given, "words").unwrap_or_default().trim().to_owned();
    let who = entry::stored(&journal, id)?
        .record
        .noun()
        .whos()
        .first()
        .copied();
    let act = Act::CloseBreach {
        state,
        words: words.clone(),
    };
    let closing = Change::Act { id, act, on };
    let agreement = agreement(who.unwrap_or_default(), &words, on);
    if state != BreachState::Accepted {
        let told = journal.tell(closing)?;
        return entry::say_told(desk, &told);
    }
    if is_set(given, "agreement") {
        let changes = vec![closing, Change::Add(Box::new(agreement))];
        let says = format!("accepted, with an agreement: {words}");
        let told = journal.tell(Change::All { says, changes })?;
        return entry::say_told(desk, &told);
    }
    let told = journal.tell(closing)?;
    entry::say_told(desk, &told)?;
    if desk.wants_json() {
        return Ok(());
    }
    desk.say(format!(
        "As an agreement with them, if you both want it: trustline add agreement \"{words}\" --who {}",
        who.unwrap_or_default().short()
    ))
}

/// The new boundaries as an agreement with them.
fn agreement(who: RecordId, words: &str, on: NaiveDate) -> Record {
    Record::Agreement(Agreement::from_boundaries(who, words, on))
}
