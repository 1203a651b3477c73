//! `forget`: somebody or something goes for good, after a look at all that goes with it.

use clap::{ArgMatches, Command};

use super::args::{is_set, joined, json_flag, switch, which};
use super::{Columns, Desk, Verb};
use crate::domain::RecordId;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Forgotten, Journal, Taken};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "forget",
    command,
    run: forget,
}];

/// How many records a preview names, unless all are asked for.
const SHOWN: usize = 12;

fn command(command: Command) -> Command {
    command
        .about("Forget somebody or one record for good; delete is what undo brings back")
        .args([
            which("a relationship by its name, or any record by its short id; a deleted one too"),
            switch(
                "dry-run",
                "name every record it touches, and change nothing",
            ),
            switch("yes", "without asking"),
            switch(
                "keep-mentions",
                "leave the name in the texts of other records",
            ),
            switch(
                "prune-backups",
                "take away the backups that still hold it, too",
            ),
            json_flag(),
        ])
        .after_help(EXAMPLES)
}

const EXAMPLES: &str = "\
Deleting takes a record out of lists and figures, and undo brings it back.
Forgetting overwrites what was written about somebody in the journal's files:
nothing brings it back, not even an old export. What others share with them stays,
without the name. Exports and copies that lie elsewhere are beyond its reach.

Examples:
  trustline forget priya --dry-run
  trustline forget priya
  trustline forget k3f9a --yes --prune-backups";

fn forget(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let mentions = !is_set(given, "keep-mentions");
    let dry = is_set(given, "dry-run");
    // no backup of the day comes first: it would hold what is to be forgotten
    let mut journal = if dry { desk.read()? } else { desk.open()? };
    let id = found(&journal, &joined(given, "which"))?;
    // the word that confirms it is the name
    desk.unmask();
    let found = journal.forgetting(id, mentions)?;
    if dry {
        if desk.wants_json() {
            return desk.say_json(&told(&found, false));
        }
        preview(desk, &found, usize::MAX)?;
        return desk.say("Nothing was changed.");
    }
    if !is_set(given, "yes") && !confirmed(desk, &found)? {
        return desk.say("Nothing was forgotten.");
    }
    let done = journal.forget(id, mentions)?;
    if desk.wants_json() {
        desk.say_json(&told(&done, true))?;
    } else {
        desk.say(sum(&done, "Forgotten for good"))?;
    }
    backups(desk, given, &mut journal, &done)
}

/// Whoever or whatever is meant: what stands first, then what was deleted.
fn found(journal: &Journal, words: &str) -> Result<RecordId> {
    match super::show::any(journal, words) {
        Err(none) if none.kind() == ErrorKind::NotFound => {
            if let Some(id) = journal.find_deleted(words)? {
                return Ok(id);
            }
            match journal.find_forgotten(words)? {
                Some(id) => Ok(id),
                None => Err(none),
            }
        }
        found => found,
    }
}

/// Shows what goes and asks for the name.
fn confirmed(desk: &mut Desk<'_>, found: &Forgotten) -> Result<bool> {
    if !desk.asks() {
        let says = format!(
            "the {} \u{201c}{}\u{201d} was not forgotten: there is nobody to ask",
            found.kind, found.name
        );
        return Err(Error::refused(says).hint(
            "look first with --dry-run; --yes forgets without asking, and nothing brings it back",
        ));
    }
    preview(desk, found, SHOWN)?;
    // what is asked about stands above the question
    desk.flush()?;
    let word = found.word();
    let answer = desk.ask(&format!(
        "Nothing brings it back. Type \u{201c}{word}\u{201d} to forget it for good, Enter to leave it:"
    ))?;
    Ok(found.is_confirmed(&answer.unwrap_or_default()))
}

fn preview(desk: &mut Desk<'_>, found: &Forgotten, shown: usize) -> Result<()> {
    desk.say(sum(found, "Would go for good"))?;
    list(desk, &found.gone, shown)?;
    if !found.stays.is_empty() {
        desk.say("Stays, without the name or the link:")?;
        list(desk, &found.stays, shown)?;
    }
    if found.contact {
        desk.say("The setting safety_contact names them and is cleared.")?;
    }
    for path in &found.backups {
        desk.say(format!("A backup holds it: {}", path.display()))?;
    }
    desk.say("Exports and copies that lie elsewhere are beyond its reach.")
}

fn list(desk: &mut Desk<'_>, records: &[Taken], shown: usize) -> Result<()> {
    let row = |one: &Taken| {
        vec![
            format!("  {}", one.id.short()),
            one.day.to_string(),
            one.kind.word().to_owned(),
            one.title.clone(),
        ]
    };
    let rows: Vec<_> = records.iter().take(shown).map(row).collect();
    desk.list(Columns(&["id", "day", "kind", "*what"]), &rows)?;
    match records.len().saturating_sub(shown) {
        0 => Ok(()),
        more => desk.say(format!("  and {more} more; --dry-run names them all")),
    }
}

/// How many of each kind, in a sentence.
fn sum(of: &Forgotten, begins: &str) -> String {
    format!("{begins}: {}.", of.in_numbers())
}

/// Offers the backups that still hold it for pruning, or says where they lie.
fn backups(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    journal: &mut Journal,
    done: &Forgotten,
) -> Result<()> {
    if done.backups.is_empty() {
        return Ok(());
    }
    let (many, still) = match done.backups.len() {
        1 => ("1 backup".to_owned(), "holds"),
        n => (format!("{n} backups"), "hold"),
    };
    let mut prune = is_set(given, "prune-backups");
    if !prune && !is_set(given, "yes") && desk.asks() {
        desk.flush()?;
        let asked = format!("{many} still {still} what was forgotten. Prune too?");
        prune = desk.says_yes(&asked)?;
    }
    let mut left = done.backups.clone();
    if prune {
        let pruned = journal.prune_backups()?;
        left.retain(|path| !pruned.contains(path));
        if !pruned.is_empty() {
            let ending = if pruned.len() == 1 { "" } else { "s" };
            desk.aside(format!(
                "{} backup{ending} overwritten and taken away.",
                pruned.len()
            ))?;
        }
        if left.is_empty() {
            return Ok(());
        }
        desk.aside("Left as they are, because they cannot be read or are links; they may hold it, and are yours to delete:")?;
    } else {
        desk.aside(format!(
            "{many} still {still} it; --prune-backups takes such away:"
        ))?;
    }
    for path in &left {
        desk.aside(format!("  {}", path.display()))?;
    }
    Ok(())
}

fn told(of: &Forgotten, done: bool) -> json::Json {
    let each = |records: &[Taken]| {
        json::list(records, |one| {
            json::object([
                ("id", json::text(&one.id.to_string())),
                ("short", json::text(&one.id.short())),
                ("kind", json::text(one.kind.word())),
                ("day", json::text(&one.day.to_string())),
                ("title", json::text(&one.title)),
            ])
        })
    };
    json::object([
        ("done", json::flag(done)),
        ("forgotten", each(&of.gone)),
        ("changed", each(&of.stays)),
        ("contact", json::flag(of.contact)),
        (
            "backups",
            json::list(&of.backups, |path| json::text(&path.display().to_string())),
        ),
    ])
}
