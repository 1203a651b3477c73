//! `keys`: the keys in force, what is wrong in the user's own, and a file to start one's own from.

use clap::{ArgMatches, Command};

use super::args::{is_set, json_flag, switch};
use super::{Desk, Verb};
use crate::config::keys::{FILE, file};
use crate::error::{Error, Result};
use crate::tui::command::{self, Row, TABLE};
use crate::tui::edit;
use crate::tui::keymap::{Keymap, default_file, scopes};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "keys",
    command,
    run,
}];

fn command(command: Command) -> Command {
    command
        .about("The keys in force on the screen, and your own in keys.toml")
        .args([
            switch("check", "say what is wrong in keys.toml; exit code 7 where something is")
                .conflicts_with("default"),
            switch("default", "a documented keys.toml in which every row is commented out"),
            json_flag(),
        ])
        .after_help(
            "Your own keys stand in keys.toml, in the folder of the settings (trustline settings says where): a scope, a \
             command of it, and its keys. What is wrong there is told with its line and never fatal: what is sound holds, \
             the rest keeps its usual keys.\n\n\
             With --json: {file, text, keys: [{scope, command, keys, usual, says}], faults}.\n\n\
             Examples:\n  trustline keys\n  trustline keys --check\n  trustline keys --default > ~/.config/trustline/keys.toml",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    if is_set(given, "default") {
        return desk.put(&default_file());
    }
    let keymap = Keymap::of(desk.folder());
    let faults = keymap.faults();
    if is_set(given, "check") {
        return check(desk, faults);
    }
    keymap.put();
    if desk.wants_json() {
        return say_json(desk, faults);
    }
    for scope in scopes() {
        desk.head(format!("{} [{}]", scope.says(), scope.word()))?;
        let rows: Vec<_> = TABLE.iter().filter(|row| row.scope == scope).collect();
        desk.table(&rows.into_iter().map(cells).collect::<Vec<_>>())?;
    }
    desk.head("Text, where it is typed")?;
    let motions = edit::motions().map(|(keys, says)| vec![shown(keys), says.to_owned()]);
    desk.table(&motions.collect::<Vec<_>>())?;
    desk.say("While text is typed these of everywhere hold as well, and come before what edits it: those marked with *.")?;
    for fault in faults {
        desk.say(format!("Not understood: {fault}"))?;
    }
    Ok(())
}

/// The cells of a row: its keys, its command as it is written, its sentence. A star: it holds while text is typed, too.
fn cells(row: &Row) -> Vec<String> {
    let stays = row.scope == command::Scope::Global && row.command.stays();
    let own = if row.keys() == row.usual {
        ""
    } else {
        " (own)"
    };
    let star = if stays { "*" } else { "" };
    vec![
        shown(row.keys()),
        format!("{}{star}{own}", row.word()),
        row.says.to_owned(),
    ]
}

fn shown(keys: &[&str]) -> String {
    let keys: Vec<_> = keys.iter().map(|key| command::shown(key)).collect();
    if keys.is_empty() {
        "\u{2013}".to_owned()
    } else {
        keys.join(" ")
    }
}

fn check(desk: &mut Desk<'_>, faults: &[String]) -> Result<()> {
    if desk.wants_json() {
        desk.say_json(&json::list(faults, |fault| json::text(fault)))?;
    } else {
        faults.iter().try_for_each(|fault| desk.say(fault))?;
    }
    match (faults.len(), desk.folder().map(file)) {
        (0, _) if desk.wants_json() => Ok(()),
        (0, Some(path)) if path.exists() => desk.say(format!("{} is understood.", path.display())),
        (0, _) => desk.say(format!("There is no {FILE}: the usual keys hold.")),
        (n, _) => {
            let things = if n == 1 { "thing" } else { "things" };
            Err(Error::input(format!("{n} {things} to put right in {FILE}"))
                .hint("what is sound holds, the rest keeps its usual keys; trustline keys shows what is in force"))
        }
    }
}

fn say_json(desk: &mut Desk<'_>, faults: &[String]) -> Result<()> {
    let path = desk
        .folder()
        .map(|folder| file(folder).display().to_string());
    let keys = |keys: &[&str]| json::list(keys, |key| json::text(key));
    let rows = json::list(TABLE, |row| {
        json::object([
            ("scope", json::text(&row.scope.word())),
            ("command", json::text(&row.word())),
            ("keys", keys(row.keys())),
            ("usual", keys(row.usual)),
            ("says", json::text(row.says)),
        ])
    });
    let manner = format!("{:?}", command::force::manner()).to_lowercase();
    desk.say_json(&json::object([
        (
            "file",
            path.map_or(json::Json::Null, |path| json::text(&path)),
        ),
        ("text", json::text(&manner)),
        ("keys", rows),
        ("faults", json::list(faults, |fault| json::text(fault))),
    ]))
}
