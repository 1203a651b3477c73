//! `doctor`: looks at the journal and at what it works with, says what was found, and mends what it can after a backup.

mod programs;
mod terminal;
mod told;

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::args::{is_set, json_flag, switch};
use super::{Desk, Verb};
use crate::config::keys;
use crate::domain::backup::Why;
use crate::domain::health::{Check, Fix, Health, Part};
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Customs, Journal, Shelf};
use crate::tui::keymap::Keymap;
use crate::tui::theme;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "doctor",
    command,
    run,
}];

fn command(command: Command) -> Command {
    command
        .about("Look at the journal and what it works with; mend what can be mended, after a backup")
        .args([
            switch("fix", "mend what can be mended; a backup is made first, and nothing is mended without it"),
            switch("yes", "with --fix: do not ask first"),
            switch(
                "rebuild",
                "build everything that screens read again, from the revisions alone",
            ),
            json_flag(),
        ])
        .after_help(
            "Checked are the file and what it holds, who may read it, the room and the sort of its disk, programs that \
             copy its folder to other machines, its backups, the settings, the terminal, the editor and the pager. It \
             looks from outside where the journal cannot be opened, and never writes to a damaged file.\n\n\
             Exit code 0: well, with notes or without; 6: something is not well. Looked at from outside only: 8, it is locked; \
             5, it cannot be read; 6, it is damaged, foreign or newer.\n\n\
             With --json: {well, checks: [{part, what, found, state, well, mend, fix}], fixes}; state is ok, note or not \
             well, fix is what --fix would do (permissions, rebuild, overwrite, left-overs) or null; with --fix also \
             {mended, backup}.\n\n\
             Examples:\n  trustline doctor\n  trustline doctor --fix\n  trustline doctor --fix --yes --json\n  trustline doctor --rebuild",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("the checks are of the journal as it stands")?;
    is_there(desk)?;
    let opened = if is_set(given, "rebuild") {
        // opened once: two hands of one program would wait for each other
        let mut journal = desk.write()?;
        rebuilt(desk, &mut journal)?;
        Ok(journal)
    } else {
        desk.read()
    };
    match opened {
        Ok(mut journal) => {
            let health = looked_at(desk, &mut journal);
            if is_set(given, "fix") {
                return fix(desk, &mut journal, &health, is_set(given, "yes"));
            }
            told(desk, &health, None)?;
            verdict(&health)
        }
        Err(why) => {
            // it is looked at from outside with the keys that are known, and nobody is asked again
            desk.know(desk.known_keys());
            closed(desk, &why, is_set(given, "fix"))
        }
    }
}

fn is_there(desk: &mut Desk<'_>) -> Result<()> {
    let place = desk.place()?;
    if place.exists() {
        return Ok(());
    }
    let says = format!("there is no journal at {} yet", place.display());
    let (shelf, _) = shelf(desk)?;
    let any = shelf.list(false).is_ok_and(|list| !list.lines.is_empty());
    let hint = if any {
        "there are backups of one: trustline restore newest --dry-run looks at the newest"
    } else {
        "the first record you add makes it"
    };
    Err(Error::not_found(says).hint(hint))
}

fn rebuilt(desk: &mut Desk<'_>, journal: &mut Journal) -> Result<()> {
    let built = journal.rebuild(&mut |done| desk.progress(&format!("{done} records built again")));
    desk.progress("");
    built
}

/// What the journal says, and what surrounds this program.
fn looked_at(desk: &Desk<'_>, journal: &mut Journal) -> Health {
    let mut health = journal.health();
    health.take(around(desk));
    health
}

/// The terminal and the programs of others.
fn around(desk: &Desk<'_>) -> Vec<Check> {
    let set = theme::of_process;
    let customs = Customs::of(desk.folder().map(std::path::Path::to_owned));
    let worn = theme::worn(desk.folder(), &customs.settings().look, &set);
    let mut checks = terminal::checks(&set, size(desk), desk.width(), &worn);
    checks.extend(programs::checks(&set));
    checks.extend(own_keys(desk));
    checks
}

/// The user's own keys, where there is a file of them.
fn own_keys(desk: &Desk<'_>) -> Option<Check> {
    let file = keys::file(desk.folder()?);
    if !file.exists() {
        return None;
    }
    let check = |found| Check::new(Part::Settings, keys::FILE, found);
    let keymap = Keymap::of(desk.folder());
    Some(match keymap.faults() {
        [] => check(format!("{} is understood", keys::FILE)),
        faults => check(faults.join("; "))
            .ill("mend the lines that are named; trustline keys --check tells them again"),
    })
}

/// The size of the terminal that is read, where one is.
fn size(desk: &Desk<'_>) -> Option<(u16, u16)> {
    desk.is_seen().then(crate::tui::size).flatten()
}

/// The shelf of the journal and the customs of its place, without a key: what is looked at from outside needs none, and
/// nobody is asked for one twice.
fn shelf(desk: &Desk<'_>) -> Result<(Shelf, Customs)> {
    let customs = Customs::of(desk.folder().map(std::path::Path::to_owned));
    let shelf = Shelf::of(&desk.place()?, desk.clock(), &customs);
    Ok((shelf, customs))
}

/// A journal that cannot be opened: what can be known from outside, and how to go on.
fn closed(desk: &mut Desk<'_>, why: &Error, fix: bool) -> Result<()> {
    let (shelf, customs) = shelf(desk)?;
    let mut health = shelf.health_of_closed(why, &customs);
    health.take(around(desk));
    told(desk, &health, None)?;
    let hint = health
        .check("file")
        .and_then(|check| check.mend.clone())
        .unwrap_or_default();
    let says = if fix {
        format!(
            "nothing was mended, because no backup could be made first: {}",
            why.says()
        )
    } else if why.kind() == ErrorKind::Locked {
        format!("looked at from outside only: {}", why.says())
    } else {
        why.says().to_owned()
    };
    Err(Error::new(why.kind(), says).hint(hint))
}

/// Mends what can be mended, after a backup, and looks again.
fn fix(desk: &mut Desk<'_>, journal: &mut Journal, health: &Health, yes: bool) -> Result<()> {
    let fixes = health.fixes();
    if fixes.is_empty() {
        told(desk, health, Some((&[], None)))?;
        if !desk.wants_json() {
            desk.say("There is nothing that --fix could mend.")?;
        }
        return verdict(health);
    }
    if !yes && desk.asks() && !agreed(desk, health, &fixes)? {
        return desk.say("Nothing was mended.");
    }
    let backup = kept_first(journal)?;
    let mut mended = Vec::new();
    for fix in fixes {
        let done = journal.mend(fix, &mut |done| {
            desk.progress(&format!("{done} records built again"));
        });
        desk.progress("");
        mended.push(done.map_err(|error| not_all(&error, &mended))?);
    }
    let health = looked_at(desk, journal);
    told(desk, &health, Some((&mended, backup.as_deref())))?;
    verdict(&health)
}

fn agreed(desk: &mut Desk<'_>, health: &Health, fixes: &[Fix]) -> Result<bool> {
    told(desk, health, None)?;
    desk.say("To mend it, this is done, after a backup:")?;
    for fix in fixes {
        desk.say(format!("  {}", fix.would()))?;
    }
    // what is asked about stands above the question
    desk.flush()?;
    desk.says_yes("Mend it now?")
}

/// The backup that comes before all mending; none of a journal in which nothing is yet.
fn kept_first(journal: &Journal) -> Result<Option<PathBuf>> {
    let Some(shelf) = journal.shelf() else {
        return Ok(None);
    };
    match shelf.make(Why::ByHand) {
        Ok(backup) => Ok(Some(backup.path)),
        Err(empty) if empty.kind() == ErrorKind::Refused => Ok(None),
        Err(error) => {
            let says = format!(
                "nothing was mended, because no backup could be made first: {}",
                error.says()
            );
            let hint = error
                .hint_text()
                .unwrap_or("trustline backup says more")
                .to_owned();
            Err(Error::new(error.kind(), says).hint(hint))
        }
    }
}

fn not_all(error: &Error, mended: &[String]) -> Error {
    let so_far = match mended {
        [] => "nothing was mended".to_owned(),
        some => format!("only this was mended: {}", some.join("; ")),
    };
    let hint = error
        .hint_text()
        .unwrap_or("trustline doctor says what is left")
        .to_owned();
    Error::new(error.kind(), format!("{so_far}; then: {}", error.says())).hint(hint)
}

/// Says what was found, and what was mended.
fn told(
    desk: &mut Desk<'_>,
    health: &Health,
    mended: Option<(&[String], Option<&std::path::Path>)>,
) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::health(health, mended));
    }
    let (done, backup) = mended.unwrap_or_default();
    if let Some(backup) = backup {
        desk.say(format!("Backed up first: {}", backup.display()))?;
    }
    for says in done {
        desk.say(format!("Mended: {says}."))?;
    }
    if desk.is_plain() {
        desk.list(told::COLUMNS, &told::rows(health))?;
        desk.say("")?;
    } else {
        let width = size(desk).map_or(desk.width(), |(columns, _)| usize::from(columns));
        for line in told::lines(health, width) {
            desk.say(line)?;
        }
    }
    told::closing(health)
        .iter()
        .try_for_each(|line| desk.say(line))
}

/// Nothing where nothing is wrong, else what is.
fn verdict(health: &Health) -> Result<()> {
    let ill: Vec<_> = health.ill().map(|check| check.what).collect();
    if ill.is_empty() {
        return Ok(());
    }
    let says = format!("not well: {}", ill.join(", "));
    let first = health
        .ill()
        .find(|check| check.what == "file")
        .or_else(|| health.ill().next());
    let hint = first
        .and_then(|check| check.mend.clone())
        .unwrap_or_default();
    Err(Error::new(ErrorKind::Journal, says).hint(hint))
}
