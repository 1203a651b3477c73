//! Others' names in a brief: said before it leaves, and replaced where that was asked for.

use clap::ArgMatches;

use super::listed;
use crate::cli::Desk;
use crate::cli::args::is_set;
use crate::domain::RecordId;
use crate::domain::brief::{Aliases, Audience, Brief, Mention, SOMEBODY};
use crate::domain::relationship::{Party, Relationship};
use crate::error::{Error, Result};
use crate::journal::Journal;

/// Who may be named in a brief: everybody but its reader.
///
/// # Errors
/// When the journal cannot be read.
pub fn known(journal: &Journal, brief: &Brief, about: Option<RecordId>) -> Result<Aliases> {
    let everybody = journal.everybody()?;
    let everybody = everybody.iter().map(|(id, one)| (*id, one));
    Ok(Aliases::of(
        everybody,
        about.and_then(|id| brief.reader(id)),
    ))
}

/// The brief with aliases in place of the names for which that was asked; says who is named where it was not.
///
/// # Errors
/// A name that is nobody's, or a group's without an alias.
pub fn replaced(
    desk: &mut Desk<'_>,
    journal: &Journal,
    given: &ArgMatches,
    brief: Brief,
    names: &Aliases,
) -> Result<Brief> {
    let mentions = brief.mentions(names);
    let chosen = if is_set(given, "aliases") {
        mentions.iter().map(|one| one.who).collect()
    } else {
        chosen(desk, journal, given, &mentions)?
    };
    let (hidden, left): (Vec<&Mention>, Vec<&Mention>) =
        mentions.iter().partition(|one| chosen.contains(&one.who));
    for one in hidden.iter().filter(|one| one.alias.is_empty()) {
        let name = &one.name;
        desk.aside(format!(
            "{name} has no alias and is \u{201c}{SOMEBODY}\u{201d} in it. To choose one: trustline edit \"{name}\" --alias WORD"
        ))?;
    }
    if brief.audience != Audience::Me && !left.is_empty() {
        let each: Vec<_> = left.iter().map(|one| told(one)).collect();
        desk.aside(format!(
            "It names {}. --aliases replaces every name, --alias NAME one.",
            each.join(", ")
        ))?;
    }
    Ok(brief.replaced(names, &chosen))
}

/// Those whom `--alias` names; who is not in the brief is told.
fn chosen(
    desk: &mut Desk<'_>,
    journal: &Journal,
    given: &ArgMatches,
    mentions: &[Mention],
) -> Result<Vec<RecordId>> {
    let mut chosen = Vec::new();
    for typed in listed(given, "alias") {
        let id = journal.find_relationship(&typed)?;
        let everybody = journal.everybody()?;
        let one = everybody.iter().find(|(one, _)| *one == id);
        if let Some((_, one)) = one {
            check(one)?;
            if !mentions.iter().any(|mention| mention.who == id) {
                desk.aside(format!("{} is not named in it.", one.name))?;
            }
        }
        chosen.push(id);
    }
    Ok(chosen)
}

/// A group or an institution is not "somebody": it needs an alias of its own.
fn check(one: &Relationship) -> Result<()> {
    if one.party == Party::Person || !one.alias.trim().is_empty() {
        return Ok(());
    }
    let says = format!("--alias: {} has no alias yet", one.name);
    let way = format!("choose one: trustline edit \"{}\" --alias WORD", one.name);
    Err(Error::refused(says).hint(way))
}

/// `Tom Brandt (2 times, alias T.)`.
pub fn told(one: &Mention) -> String {
    let times = match one.times {
        1 => "once".to_owned(),
        n => format!("{n} times"),
    };
    let alias = if one.alias.is_empty() {
        "no alias".to_owned()
    } else {
        format!("alias {}", one.alias)
    };
    format!("{} ({times}, {alias})", one.name)
}
