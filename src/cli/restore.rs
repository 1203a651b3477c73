//! `restore`: what going back would change, and going back.

use clap::{Arg, ArgMatches};

use super::args::{is_set, joined, json_flag, switch};
use super::backup::short;
use super::{Columns, Desk, Verb};
use crate::domain::backup::Preview;
use crate::error::{Error, Result};
use crate::journal::{Before, Restored};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "restore",
    command: |c| {
        let which = Arg::new("which")
            .value_name("WHICH|FILE")
            .required(true)
            .num_args(1)
            .help("newest, a reason (before-restore), a name or its beginning (2026-11-22), or a file");
        c.about("Go back to a backup; what is there now is kept first")
            .args([
                which,
                switch("dry-run", "say what would change, and change nothing"),
                switch("yes", "do not ask"),
                json_flag(),
            ])
            .after_help("Examples:\n  trustline restore newest --dry-run\n  trustline restore 2026-11-20\n  trustline restore before-restore --yes")
    },
    run: restore,
}];

/// How many of the records that would be missing are named.
const ROWS: usize = 12;

fn restore(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("a restore changes the journal as it stands")?;
    let shelf = desk.shelf()?;
    let from = shelf.find(&joined(given, "which"))?;
    // a backup may be locked with a key of its own
    let shelf = shelf.with_keys(desk.keys_of(&from)?);
    let dry = is_set(given, "dry-run");
    if !dry && !is_set(given, "yes") && !desk.asks() {
        return Err(
            Error::usage("a restore asks first, and the input is not a terminal")
                .hint("look with --dry-run, then add --yes"),
        );
    }
    desk.progress("checking the backup\u{2026}");
    let preview = shelf.preview(&from, ROWS);
    desk.progress("");
    let preview = preview?;
    if preview.unread.is_none() && desk.customs()?.masks() {
        // the journal knows the names; nothing of one that cannot be read is named
        drop(desk.read()?);
    }
    if dry {
        return if desk.wants_json() {
            desk.say_json(&json::restoring(&preview))
        } else {
            tell(desk, &preview)?;
            desk.say("Nothing was changed: this was a dry run.")
        };
    }
    if !is_set(given, "yes") {
        tell(desk, &preview)?;
        desk.flush()?;
        if !desk.says_yes("Go back to it? What is there now is kept first.")? {
            return desk.say("Nothing was changed.");
        }
    }
    desk.progress("restoring\u{2026}");
    let restored = shelf.restore(&from);
    desk.progress("");
    done(desk, &restored?)
}

/// What would change, in lines.
fn tell(desk: &mut Desk<'_>, preview: &Preview) -> Result<()> {
    for line in preview.says() {
        desk.say(line)?;
    }
    if preview.missing.is_empty() {
        return Ok(());
    }
    desk.head("The newest that would go away:")?;
    let rows: Vec<_> = preview
        .missing
        .iter()
        .map(|one| {
            let who = one.who.clone().unwrap_or_default();
            vec![
                one.day.to_string(),
                one.kind.to_string(),
                who,
                one.title.clone(),
            ]
        })
        .collect();
    desk.list_in_width(Columns(&["day", "kind", "with", "*what"]), &rows)?;
    let gone = preview.total().gone;
    let more = gone.saturating_sub(preview.missing.len() as u64);
    if more > 0 {
        desk.say(format!("and {more} more"))?;
    }
    Ok(())
}

/// What was done, and how to go back from it.
fn done(desk: &mut Desk<'_>, restored: &Restored) -> Result<()> {
    if desk.wants_json() {
        let before = restored.before.as_ref().map(|before| match before {
            Before::Kept(path) | Before::Aside(path) => path.as_path(),
        });
        return desk.say_json(&json::restored(&restored.from, before));
    }
    let records = restored.from.records.unwrap_or(0);
    let plural = if records == 1 { "" } else { "s" };
    desk.say(format!(
        "Restored and checked: {records} record{plural} of {}.",
        restored.from.file()
    ))?;
    match &restored.before {
        None => Ok(()),
        Some(Before::Kept(path)) => desk.say(format!(
            "To go back to what was there before: trustline restore {}",
            short(path)
        )),
        Some(Before::Aside(path)) => desk.say(format!(
            "The journal that could not be opened is kept as it was: {}",
            path.display()
        )),
    }
}
