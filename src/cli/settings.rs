//! `settings`: where they lie, what holds, what is wrong in them; and setting one.

mod file;
mod one;

use clap::{Arg, ArgMatches, Command};

use super::args::{joined, json_flag};
use super::{Desk, Verb};
use crate::assets::{self, themes};
use crate::config::keys;
use crate::config::settings::privacy::Privacy;
use crate::config::settings::{self, TABLE};
use crate::config::within;
use crate::error::Result;
use crate::journal::Customs;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "settings",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let words = Arg::new("words")
        .value_name("WORDS")
        .required(true)
        .num_args(1..)
        .help("who it is and how to reach them; \"\" takes the name away");
    let contact = Command::new("safety-contact")
        .about("Name the person or body in charge at your place")
        .arg(words)
        .arg(json_flag())
        .after_help(
            "Examples:\n  trustline settings safety-contact \"Ines Roth, people office, room 2.14\"",
        );
    command
        .about("The settings: where they lie, what holds and why; setting one")
        .arg(json_flag())
        .subcommands(one::commands())
        .subcommands(file::commands())
        .subcommand(contact)
        .after_help(
            "What can be set is told by trustline settings list; config.toml may be written by hand, or key by key here.\n\n\
             Examples:\n  trustline settings\n  trustline settings list\n  trustline settings set look.theme dark\n  trustline settings unset look.theme\n  trustline settings check\n  trustline settings safety-contact \"Ines Roth, people office\"",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let customs = Customs::of(desk.folder().map(ToOwned::to_owned));
    let mut customs = customs.in_environment(settings::set_here);
    let Some((name, inner)) = given.subcommand() else {
        return say(desk, &customs);
    };
    match name {
        "safety-contact" => contact(desk, &mut customs, &joined(inner, "words")),
        "default" | "check" | "edit" => file::run(desk, &mut customs, name, inner),
        _ => one::run(desk, &mut customs, name, inner),
    }
}

fn contact(desk: &mut Desk<'_>, customs: &mut Customs, words: &str) -> Result<()> {
    let key = settings::find("safety_contact")?;
    customs.set_key(key, Some(&settings::key::quoted(words.trim())))?;
    if desk.wants_json() {
        return say(desk, customs);
    }
    match customs.settings().safety_contact.as_deref() {
        Some(words) => desk.say(format!(
            "The person or body in charge at your place: {words}"
        )),
        None => desk.say("No person or body in charge is named any more."),
    }
}

fn say(desk: &mut Desk<'_>, customs: &Customs) -> Result<()> {
    let trouble = assets::packs_in(customs.folder()).trouble;
    let faults = || customs.faults().chain(trouble.iter().map(String::as_str));
    let file = customs.folder().map(settings::file);
    let plans = customs.folder().map(|folder| within(folder, assets::PLANS));
    let packs = customs.folder().map(|folder| within(folder, assets::PACKS));
    if desk.wants_json() {
        let contact = customs.settings().safety_contact.as_deref();
        let contact = contact.map_or(json::Json::Null, json::text);
        let path = |path: &Option<std::path::PathBuf>| {
            let shown = path.as_ref().map(|path| path.display().to_string());
            shown.map_or(json::Json::Null, |shown| json::text(&shown))
        };
        let faults: Vec<_> = faults().collect();
        return desk.say_json(&json::object([
            ("file", path(&file)),
            ("plans", path(&plans)),
            ("packs", path(&packs)),
            ("settings", json::object([("safety_contact", contact)])),
            ("mask", json::flag(customs.settings().mask)),
            ("passphrase_command", command_json(customs)),
            (
                "backups",
                json::text(&customs.settings().backups.rule.says_which()),
            ),
            ("privacy", privacy_json(customs.settings().privacy)),
            ("keys", one::listed(customs)),
            ("faults", json::list(&faults, |fault| json::text(fault))),
        ]));
    }
    let (Some(folder), Some(file), Some(plans), Some(packs)) =
        (customs.folder(), file, plans, packs)
    else {
        desk.say("There is no home directory, so there is no folder for the settings.")?;
        return desk.say("--config FOLDER or TRUSTLINE_CONFIG names one.");
    };
    let places = [
        (file, "the settings"),
        (plans, "your own plan steps"),
        (packs, "your own questions"),
        (within(folder, keys::FILE), "your own keys"),
        (within(folder, themes::FOLDER), "your own themes"),
    ];
    for (path, what) in places {
        let there = if path.exists() { "" } else { " (not there)" };
        desk.say(format!("{}{there}: {what}", path.display()))?;
    }
    say_keys(desk, customs)?;
    for fault in faults() {
        desk.say(format!("Not understood: {fault}"))?;
    }
    Ok(())
}

/// Each key with what holds and what it is for, table by table.
fn say_keys(desk: &mut Desk<'_>, customs: &Customs) -> Result<()> {
    for key in TABLE {
        let holds = (key.get)(customs.settings());
        let holds = if holds.is_empty() {
            "(not set)"
        } else {
            &holds
        };
        desk.head(key.path())?;
        desk.say(format!("  {holds}"))?;
        desk.say(format!("  {}", key.says))?;
    }
    Ok(())
}

fn command_json(customs: &Customs) -> json::Json {
    let set = customs.settings().passphrase_command.as_deref();
    set.map_or(json::Json::Null, json::text)
}

fn privacy_json(privacy: Privacy) -> json::Json {
    json::object([
        ("idle_lock", json::text(&privacy.idle_lock.says())),
        ("clear_clipboard", json::flag(privacy.clear_clipboard)),
    ])
}
