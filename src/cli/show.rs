//! `show` and `log`: one relationship at a glance, one record with all its fields, and its history.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::args::{is_set, joined, json_flag, open_flag, which};
use super::{Columns, Desk, Verb, breach, delegate, disclosure, entry, figures, plan};
use crate::domain::dates;
use crate::domain::fields::Names;
use crate::domain::ladder::Ladder;
use crate::domain::relationship::Tending;
use crate::domain::trust::Trust;
use crate::domain::view::{Card, EntryLine, Stored};
use crate::domain::{Kind, Record, RecordId, context, text};
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Journal;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "show",
        command: |c| {
            c.about("A relationship at a glance, my side first, or one record with all its fields")
                .args([
                    which("a relationship, or any record by its short id or words"),
                    open_flag(),
                    json_flag(),
                ])
                .after_help("Examples:\n  trustline show priya\n  trustline show k3f9a --json\n  trustline show priya --as-of 2026-09-30")
        },
        run: show,
    },
    Verb {
        name: "log",
        command: |c| {
            c.about("The history of a record, newest first")
                .args([which("any record by its short id or words"), json_flag()])
                .after_help(
                    "Examples:\n  trustline log k3f9a\n  trustline log budget numbers --json",
                )
        },
        run: log,
    },
];

fn show(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let id = any(&journal, &joined(given, "which"))?;
    let stored = entry::stored(&journal, id)?;
    match stored.record.kind() {
        Kind::Relationship => {
            let mut card = journal.card(id)?;
            card.folded &= !is_set(given, "open");
            return say_card(desk, &card, &journal.trust(id)?);
        }
        Kind::Breach => {
            breach::say(desk, &journal.breach(id)?, &journal)?;
            if desk.wants_json() {
                return Ok(());
            }
            return say_trust_of(desk, &stored, &journal);
        }
        Kind::Plan => return plan::say(desk, &journal.plan(id)?, &journal),
        _ => {}
    }
    if desk.wants_json() {
        return desk.say_json(&json::stored(&stored));
    }
    if stored.record.noun().is_sealed() {
        return say_sealed(desk, &stored, &journal);
    }
    say_record(desk, &stored, &journal)?;
    say_trust_of(desk, &stored, &journal)
}

/// A relationship by name, else any record.
pub fn any(journal: &Journal, words: &str) -> Result<RecordId> {
    match journal.find_relationship(words) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            entry::find(journal, None, words).map_err(|other| neither(error, other, words))
        }
        found => found,
    }
}

/// What is said when neither a relationship nor a record fits: a name that is near, else where to look for both.
fn neither(nobody: Error, nothing: Error, words: &str) -> Error {
    if nothing.kind() != ErrorKind::NotFound {
        return nothing;
    }
    if nobody
        .hint_text()
        .is_some_and(|tip| tip.starts_with("did you mean"))
    {
        return nobody;
    }
    let words = text::line(words);
    Error::not_found(format!(
        "nobody and no record here fits \u{201c}{words}\u{201d}"
    ))
    .hint("look for it with: trustline list WORDS, or trustline relationships")
}

fn say_card(desk: &mut Desk<'_>, card: &Card, trust: &Trust) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::card(card, trust));
    }
    let one = &card.relationship;
    let day = card.as_of;
    desk.head(format!("{} [{}]", one.name, card.id.short()))?;
    let mut about = vec![one.party.word().to_owned(), one.role.word().to_owned()];
    match (one.tending, one.paused_until) {
        (Tending::Active, _) => {}
        (Tending::Paused, Some(until)) => {
            about.push(format!("paused until {}", dates::short(until, day)));
        }
        (tending, _) => about.push(tending.word().to_owned()),
    }
    about.extend(one.teams.iter().cloned());
    desk.say(about.join(" \u{b7} "))?;
    figures::both(desk, card)?;
    desk.facts(&times(card))?;
    if let Some(level) = &card.level {
        desk.say(format!("Check-ins: {}", level.text()))?;
    }
    together(desk, card)?;
    lines(desk, "Open", &card.open, card)?;
    lines(desk, "Repair", &card.repairs, card)?;
    if trust.ladder != Ladder::default() {
        disclosure::say_ladder(desk, trust)?;
    }
    lines(desk, "Needs", &trust.needs, card)?;
    delegate::say_delegations(desk, "Delegated", trust, card.folded)?;
    lines(desk, "Relied on without checking", &trust.shortcuts, card)?;
    for (heading, text) in [
        ("How to work with them", &one.card),
        ("Context", &one.context),
    ] {
        if !text.trim().is_empty() {
            desk.head(heading)?;
            desk.say_lines(text)?;
        }
    }
    match context::age_text(one, day) {
        Some(age) => desk.say(age),
        None => Ok(()),
    }
}

/// What binds besides promises: who of a group is known, agreements, and the misses that name an institution.
fn together(desk: &mut Desk<'_>, card: &Card) -> Result<()> {
    if let Some(one) = &card.collective {
        for says in one.texts(card.relationship.party, &card.agreements) {
            desk.say(says)?;
        }
        let known: Vec<_> = one
            .coverage
            .known
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        if !known.is_empty() {
            desk.say(format!("Known directly: {}", known.join(", ")))?;
        }
        if !one.excused.lines.is_empty() {
            let rows = one
                .excused
                .lines
                .iter()
                .map(|line| missed(line, card.as_of));
            let columns = Columns(&["id", "day", "with", "*what"]);
            let rows: Vec<_> = rows.collect();
            desk.part("Excused misses that name it", columns, &rows)?;
        }
    }
    if card.agreements.is_empty() {
        return Ok(());
    }
    let rows = card.agreements.iter().map(|line| {
        let mut cells = super::agreement::cells(line, card.as_of);
        // with whom is told above
        cells.remove(1);
        cells[0].insert_str(0, "  ");
        cells
    });
    let columns = Columns(&["id", "whose", "seen", "next", "*what"]);
    desk.part("Agreements", columns, &rows.collect::<Vec<_>>())
}

/// An excused miss, with whom it was and when.
fn missed(line: &EntryLine, today: NaiveDate) -> Vec<String> {
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    vec![
        format!("  {}", line.id.short()),
        dates::short(line.at.day, today),
        name.to_owned(),
        line.record.noun().title(),
    ]
}

fn times(card: &Card) -> Vec<Vec<String>> {
    let day = card.as_of;
    let beside = |day_of: Option<NaiveDate>, none: &str| {
        day_of.map_or_else(|| none.to_owned(), |d| dates::beside(d, day))
    };
    let mut rows = vec![
        vec![
            "Last contact".to_owned(),
            beside(card.last_contact, "none yet"),
        ],
        vec![
            "Last one-on-one".to_owned(),
            beside(card.last_one_on_one, "none yet"),
        ],
    ];
    if let Some(at) = card.next_one_on_one {
        rows.push(vec!["Next one-on-one".to_owned(), dates::ahead(at, day)]);
    }
    if let Some(due) = card.checkin_due {
        rows.push(vec!["Next check-in".to_owned(), checkin(due, day)]);
    }
    rows
}

/// When the next check-in is due: a nudge, so it names no number of missed ones.
fn checkin(due: NaiveDate, day: NaiveDate) -> String {
    if due < day {
        format!("due since {}", dates::short(due, day))
    } else {
        dates::beside(due, day)
    }
}

fn lines(desk: &mut Desk<'_>, heading: &str, lines: &[EntryLine], card: &Card) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let side = line.record.noun().side();
            vec![
                format!("  {}", line.id.short()),
                side.map_or_else(|| line.kind.word().to_owned(), |s| s.word().to_owned()),
                entry::title(line, card.as_of),
            ]
        })
        .collect();
    desk.part(heading, Columns(&["id", "whose", "*what"]), &rows)
}

fn say_record(desk: &mut Desk<'_>, stored: &Stored, journal: &Journal) -> Result<()> {
    let noun = stored.record.noun();
    let kind = stored.record.kind();
    let state = noun.state();
    let state = if state.is_empty() {
        String::new()
    } else {
        format!(" \u{b7} {state}")
    };
    desk.head(format!("{} [{}]", noun.title(), stored.id.short()))?;
    desk.say(format!("{kind}{state}"))?;
    desk.facts(&entry::details(&stored.record, journal))
}

/// Of a sealed record that it is one, and how it is opened.
fn say_sealed(desk: &mut Desk<'_>, stored: &Stored, journal: &Journal) -> Result<()> {
    let noun = stored.record.noun();
    desk.head(format!("{} [{}]", noun.title(), stored.id.short()))?;
    let name = noun.whos().first().and_then(|id| journal.name(*id));
    let whose = noun.side().map_or("", crate::domain::Side::word);
    desk.say(format!(
        "{} \u{b7} {whose} \u{b7} {}",
        name.unwrap_or_default(),
        dates::short(noun.since().day, journal.day())
    ))?;
    desk.say(format!(
        "It is sealed. To look at it: trustline unseal {}",
        stored.id.short()
    ))
}

/// What else stands beside a record: the signs of a disclosure, the evidence of a delegation, and after a breach
/// what to look at again.
fn say_trust_of(desk: &mut Desk<'_>, stored: &Stored, journal: &Journal) -> Result<()> {
    match &stored.record {
        Record::Disclosure(one) => {
            disclosure::say_signs(desk, &journal.signs(one, Some(stored.id))?, one.side)
        }
        Record::Delegation(one) => {
            let mut trust = journal.trust(one.who)?;
            trust.delegations.retain(|other| other.line.id == stored.id);
            let folded = journal.card(one.who)?.folded;
            delegate::say_delegations(desk, "Evidence", &trust, folded)
        }
        Record::Breach(one) => {
            let trust = journal.trust(one.who)?;
            entry::say_lines(desk, "Worth looking at again", &trust.look_again())
        }
        _ => Ok(()),
    }
}

fn log(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let words = joined(given, "which");
    let id = match any(&journal, &words) {
        Err(none) if none.kind() == ErrorKind::NotFound => {
            journal.find_forgotten(&words)?.ok_or(none)?
        }
        found => found?,
    };
    let versions = journal.history(id)?;
    if desk.wants_json() {
        return desk.say_json(&json::list(&versions, json::version));
    }
    let mut rows = Vec::new();
    for version in &versions {
        let at = desk.moment(version.at);
        let title = version.record.as_ref().map_or_else(
            || "erased".to_owned(),
            |record| {
                let noun = record.noun();
                [noun.title(), noun.state().to_owned()].join(" \u{b7} ")
            },
        );
        let conflict = if version.conflict {
            " (another device changed it too)"
        } else {
            ""
        };
        rows.push(vec![
            at,
            title.trim_end_matches(" \u{b7} ").to_owned(),
            format!("{}{conflict}", version.says),
        ]);
    }
    desk.list(Columns(&["*when", "was", "by"]), &rows)
}
