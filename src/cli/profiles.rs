//! `profiles`: separate journals, each with settings of its own: which there are, a new one, another name.

use clap::{Arg, ArgMatches, Command};

use super::args::{json_flag, one};
use super::{Desk, Verb};
use crate::config::profile::{DEFAULT, KEY, PROFILE_BY};
use crate::error::{Error, Result};
use crate::journal::{ProfileLine, profile_lines};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "profiles",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let name = |id: &'static str, help: &'static str| {
        let arg = Arg::new(id).value_name("NAME").required(true);
        arg.help(help)
    };
    let add = Command::new("add")
        .about("Make a profile: a journal and a folder of settings of its own")
        .arg(name("new", "one word, such as work or private"))
        .arg(json_flag())
        .after_help("Examples:\n  trustline profiles add private");
    let rename = Command::new("rename")
        .about("Give a profile another name; its journal, settings and backups go with it")
        .arg(name("old", "the profile"))
        .arg(name("new", "its new name"))
        .arg(json_flag())
        .after_help("Examples:\n  trustline profiles rename work office");
    let remove = Command::new("remove")
        .about("Say which files to take away; nothing is ever deleted here")
        .arg(name("old", "the profile"))
        .after_help("Examples:\n  trustline profiles remove private");
    command
        .about("Separate journals, each with settings of its own: which there are and where they lie")
        .arg(json_flag())
        .subcommands([add, rename, remove])
        .after_help(format!(
            "A profile is chosen by --profile NAME, else by {PROFILE_BY}, else by {KEY} = \"NAME\" in config.toml; else \
             it is {DEFAULT}, the first one. --journal FILE and TRUSTLINE_JOURNAL go before all but the flag.\n\
             What a profile's own folder of settings does not hold is taken from the shared one: settings key by key, \
             other files whole.\n\n\
             Examples:\n  trustline profiles\n  trustline profiles add private\n  trustline --profile private today\n  trustline profiles rename private home"
        ))
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    match given.subcommand() {
        Some(("add", given)) => add(desk, one(given, "new").unwrap_or_default()),
        Some(("rename", given)) => rename(
            desk,
            one(given, "old").unwrap_or_default(),
            one(given, "new").unwrap_or_default(),
        ),
        Some(("remove", given)) => remove(desk, one(given, "old").unwrap_or_default()),
        _ => list(desk),
    }
}

fn list(desk: &mut Desk<'_>) -> Result<()> {
    let lines = profile_lines(desk.profiles()?, desk.profile());
    if desk.wants_json() {
        return desk.say_json(&json::list(&lines, profile_json));
    }
    let rows: Vec<_> = lines.iter().map(row).collect();
    desk.table(&rows)?;
    if desk.profile().is_none() {
        let place = desk.place()?;
        desk.say(format!(
            "None of them is in force: the journal was named by its file, {}.",
            place.display()
        ))?;
    }
    if lines.len() == 1 {
        desk.say("trustline profiles add NAME makes another one, with a journal of its own.")?;
    }
    Ok(())
}

/// A profile: `{name, current, journal, settings, lies, records}`; `records` is null where nobody can tell.
fn profile_json(line: &ProfileLine) -> json::Json {
    let path = |path: &std::path::Path| json::text(&path.display().to_string());
    json::object([
        ("name", json::text(line.name.word())),
        ("current", json::flag(line.current)),
        ("journal", path(&line.journal)),
        ("settings", path(&line.settings)),
        ("lies", json::text(line.lies.says())),
        (
            "records",
            line.records().map_or(json::Json::Null, json::number),
        ),
    ])
}

/// Whether it is in force, its name, how it lies, how much is in it, where.
fn row(line: &ProfileLine) -> Vec<String> {
    let records = match line.records() {
        Some(1) => "1 record".to_owned(),
        Some(n) => format!("{n} records"),
        None => "-".to_owned(),
    };
    vec![
        if line.current { "*" } else { " " }.to_owned(),
        line.name.to_string(),
        line.lies.says().to_owned(),
        records,
        line.journal.display().to_string(),
    ]
}

fn add(desk: &mut Desk<'_>, typed: &str) -> Result<()> {
    let name = desk.profiles()?.add(typed)?;
    if desk.wants_json() {
        return list(desk);
    }
    let (journal, settings) = (
        desk.profiles()?.journal(&name),
        desk.profiles()?.folder(&name),
    );
    desk.say(format!("Profile {name} is made."))?;
    desk.say(format!(
        "  its journal: {} (made when it is first opened)",
        journal.display()
    ))?;
    desk.say(format!(
        "  its settings: {} (what is not set there is as in the shared ones)",
        settings.display()
    ))?;
    desk.say(format!("trustline --profile {name} opens it."))
}

fn rename(desk: &mut Desk<'_>, old: &str, new: &str) -> Result<()> {
    let profiles = desk.profiles()?;
    let old = profiles.find(old)?;
    let usual = profiles.usual().ok().flatten();
    let name = profiles.rename(&old, new)?;
    if desk.wants_json() {
        return list(desk);
    }
    desk.say(format!(
        "Profile {old} is called {name} now, with its journal, settings and backups."
    ))?;
    if usual == Some(old) {
        desk.say(format!(
            "The settings still choose the old name: trustline settings set {KEY} {name} puts that right."
        ))?;
    }
    Ok(())
}

/// What somebody who wants to be rid of a profile has to take away.
fn remove(desk: &mut Desk<'_>, typed: &str) -> Result<()> {
    let profiles = desk.profiles()?;
    let name = profiles.find(typed)?;
    if name.is_first() {
        let says = format!("{DEFAULT} is the first profile, and cannot be removed");
        return Err(Error::refused(says).hint("trustline where names its journal"));
    }
    let (journal, settings) = (profiles.journal(&name), profiles.folder(&name));
    let folder = journal.parent().unwrap_or(&journal).to_owned();
    let customs = crate::journal::Customs::of(Some(settings.clone()));
    let backups = crate::journal::Shelf::of(&journal, desk.clock(), &customs).folder();
    desk.say("Nothing is deleted here. To be rid of it for good, take these folders away:")?;
    desk.say(format!("  {}: its journal", folder.display()))?;
    if !backups.starts_with(&folder) {
        desk.say(format!("  {}: its backups", backups.display()))?;
    }
    desk.say(format!("  {}: its settings", settings.display()))
}
