//! The file as a whole: the documented default, every mistake in it, and the editor.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::super::Desk;
use super::super::args::{is_set, one, switch};
use crate::config::settings::{self, FILE, default_file};
use crate::config::{editor, written};
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Customs;

/// The verbs within `settings` that are about the file.
pub(super) fn commands() -> Vec<Command> {
    let file = Arg::new("file")
        .value_name("FILE")
        .help("another file than the one that holds");
    vec![
        Command::new("default")
            .about("Print the documented config.toml, with every key and its default")
            .arg(switch("write", "make it the file of the settings, where there is none"))
            .after_help("Examples:\n  trustline settings default\n  trustline settings default --write"),
        Command::new("check")
            .about("Look for mistakes: all at once, each with its line")
            .arg(file)
            .after_help("Exit code 0: none; 7: there are some.\n\nExamples:\n  trustline settings check\n  trustline settings check other.toml"),
        Command::new("edit")
            .about("Write config.toml in your editor; with a mistake in it, it does not count until you say so")
            .after_help("Examples:\n  trustline settings edit"),
    ]
}

/// Does one of them.
pub(super) fn run(
    desk: &mut Desk<'_>,
    customs: &mut Customs,
    name: &str,
    given: &ArgMatches,
) -> Result<()> {
    match name {
        "default" if is_set(given, "write") => {
            let path = settings::write_new(folder(customs)?, &default_file())?;
            desk.say(format!("Written: {}", path.display()))
        }
        "default" => desk.put(&default_file()),
        "check" => check(desk, customs, one(given, "file").map(Path::new)),
        _ => edit(desk, folder(customs)?),
    }
}

fn folder(customs: &Customs) -> Result<&Path> {
    customs.folder().ok_or_else(|| {
        let says = "no home directory is configured, so there is no folder for the settings";
        Error::new(ErrorKind::File, says).hint("--config FOLDER or TRUSTLINE_CONFIG names one")
    })
}

fn check(desk: &mut Desk<'_>, customs: &Customs, named: Option<&Path>) -> Result<()> {
    let path = match named {
        Some(path) => path.to_owned(),
        None => settings::file(folder(customs)?),
    };
    let Some(found) = settings::check(&path)? else {
        if named.is_some() {
            let says = format!("there is no file {}", path.display());
            return Err(Error::not_found(says).hint("check the name"));
        }
        return desk.say(format!(
            "There is no {}: everything is as it is built in.",
            path.display()
        ));
    };
    let mut told: Vec<_> = found
        .faults
        .iter()
        .map(|fault| fault.told.clone())
        .collect();
    if named.is_none() {
        // what else lies in the folder: plans and questions of one's own
        let settings = customs.found().faults.len();
        told.extend(customs.faults().skip(settings).map(str::to_owned));
        told.extend(crate::assets::packs_in(customs.folder()).trouble);
    }
    for fault in &told {
        desk.say(fault)?;
    }
    match told.len() {
        0 => desk.say(format!("No mistake in {}.", path.display())),
        1 => Err(Error::input("1 mistake").hint("trustline settings edit opens the file")),
        n => {
            Err(Error::input(format!("{n} mistakes"))
                .hint("trustline settings edit opens the file"))
        }
    }
}

/// Lets the user write the file in an editor, on a copy that takes its place once it is sound, or is wanted as it is.
fn edit(desk: &mut Desk<'_>, folder: &Path) -> Result<()> {
    let path = settings::file(folder);
    let there = written(&path)?;
    let before = there.clone().unwrap_or_else(default_file);
    let aside = tempfile::Builder::new()
        .prefix("trustline-")
        .tempdir()
        .map_err(|e| Error::file("make a folder in", &std::env::temp_dir(), e))?;
    let copy = aside.path().join(FILE);
    std::fs::write(&copy, &before).map_err(|e| Error::file("write", &copy, e))?;
    let mut line = 0;
    loop {
        desk.flush()?;
        edited(&copy, line)?;
        let after = written(&copy)?.unwrap_or_default();
        if after == before {
            let what = if there.is_some() {
                "as it was"
            } else {
                "not made"
            };
            return desk.say(format!("Nothing was changed; {FILE} is {what}."));
        }
        let faults = settings::check(&copy)?.unwrap_or_default().faults;
        let Some(first) = faults.first() else {
            settings::write_all(folder, &after)?;
            return desk.say(format!("Written: {}", path.display()));
        };
        line = first.line;
        for fault in &faults {
            desk.aside(&fault.told)?;
        }
        match answer(desk)? {
            Answer::Again => {}
            Answer::AsItIs => {
                settings::write_all(folder, &after)?;
                return desk.say(format!(
                    "Written as it is: {}. For what is not understood the default holds.",
                    path.display()
                ));
            }
            Answer::Not => return Err(kept(folder, &after)),
        }
    }
}

enum Answer {
    Again,
    AsItIs,
    Not,
}

fn answer(desk: &mut Desk<'_>) -> Result<Answer> {
    if !desk.asks() {
        return Ok(Answer::Not);
    }
    let said = desk.ask("Enter edits again, w writes it as it is, n leaves the file as it was:")?;
    Ok(match said.map(|said| said.to_lowercase()).as_deref() {
        Some("w") => Answer::AsItIs,
        Some("n") | None => Answer::Not,
        Some(_) => Answer::Again,
    })
}

/// What was written beside the file, so that nothing of it is lost.
fn kept(folder: &Path, text: &str) -> Error {
    let beside = folder.join(format!("{FILE}.edited"));
    let hint = match std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&beside, text)) {
        Ok(()) => format!("what you wrote is kept in {}", beside.display()),
        Err(why) => format!(
            "what you wrote could not be kept in {}: {why}",
            beside.display()
        ),
    };
    Error::input(format!(
        "{FILE} is as it was: there are mistakes in what was written"
    ))
    .hint(hint)
}

fn edited(path: &Path, line: usize) -> Result<()> {
    let named = editor::words().join(" ");
    let named = text::line(&named);
    let status = editor::on(path, line).status().map_err(|source| {
        Error::refused(format!("cannot start the editor \u{201c}{named}\u{201d}"))
            .hint("set EDITOR to the name of one")
            .because(source)
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the editor \u{201c}{named}\u{201d} ended with a failure; {FILE} is as it was"
    )))
}
