//! One key: all of them in a list, one read, written, taken back.

use clap::{Arg, ArgMatches, Command};

use super::super::Desk;
use super::super::args::{joined, json_flag, one};
use crate::config::settings::{self, Key, Source, TABLE};
use crate::error::{Error, Result};
use crate::journal::Customs;
use crate::wire::json;

/// The verbs within `settings` that are about keys.
pub(super) fn commands() -> Vec<Command> {
    let key = || {
        Arg::new("key")
            .value_name("KEY")
            .required(true)
            .help("its name, such as look.theme")
    };
    let value = Arg::new("value")
        .value_name("VALUE")
        .required(true)
        .num_args(1..)
        .allow_negative_numbers(true)
        .help("what is to hold");
    vec![
        Command::new("list")
            .about("Every key with what holds, its default and where the value comes from")
            .arg(json_flag())
            .after_help("Examples:\n  trustline settings list"),
        Command::new("get")
            .about("What holds for one key")
            .args([key(), json_flag()])
            .after_help("Examples:\n  trustline settings get look.theme"),
        Command::new("set")
            .about("Write one key into config.toml; every other line stays as it is")
            .args([key(), value, json_flag()])
            .after_help("Examples:\n  trustline settings set look.theme dark\n  trustline settings set privacy.idle_lock 5 min\n  trustline settings set backups.daily 14"),
        Command::new("unset")
            .about("Take one key out of config.toml: its default holds again")
            .args([key(), json_flag()])
            .after_help("Examples:\n  trustline settings unset look.theme"),
    ]
}

/// Does one of them.
pub(super) fn run(
    desk: &mut Desk<'_>,
    customs: &mut Customs,
    name: &str,
    given: &ArgMatches,
) -> Result<()> {
    if name == "list" {
        return list(desk, customs);
    }
    let key = settings::find(one(given, "key").unwrap_or_default())?;
    match name {
        "set" => set(desk, customs, key, &joined(given, "value")),
        "unset" => {
            customs.set_key(key, None)?;
            told(desk, customs, key)
        }
        _ => get(desk, customs, key),
    }
}

/// Every key: `{key, value, default, source, says}`.
pub(super) fn listed(customs: &Customs) -> json::Json {
    json::list(TABLE, |key| key_json(customs, key))
}

fn list(desk: &mut Desk<'_>, customs: &Customs) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&listed(customs));
    }
    let rows: Vec<_> = TABLE.iter().map(|key| row(customs, key)).collect();
    desk.table(&rows)?;
    for fault in customs.faults() {
        desk.say(format!("Not understood: {fault}"))?;
    }
    Ok(())
}

/// Its name, what holds, why, and the default where another value holds.
fn row(customs: &Customs, key: &Key) -> Vec<String> {
    let holds = (key.get)(customs.settings());
    let usual = key.usual();
    let other = if holds == usual {
        String::new()
    } else {
        format!("default {}", shown(&usual))
    };
    vec![key.path(), shown(&holds), source(customs, key), other]
}

fn shown(value: &str) -> String {
    if value.is_empty() { "-" } else { value }.to_owned()
}

fn source(customs: &Customs, key: &Key) -> String {
    let source = customs.found().source(key, customs.environment());
    source.says(customs.folder())
}

fn get(desk: &mut Desk<'_>, customs: &Customs, key: &Key) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&key_json(customs, key));
    }
    // as somebody would type it: for a script
    desk.say(key.typed(customs.settings()))
}

fn set(desk: &mut Desk<'_>, customs: &mut Customs, key: &Key, typed: &str) -> Result<()> {
    let literal = key.literal(typed).map_err(|why| {
        Error::usage(format!("{}: {why}", key.path()))
            .hint(format!("nothing was written; {}", hint(key)))
    })?;
    customs.set_key(key, Some(&literal))?;
    told(desk, customs, key)
}

fn hint(key: &Key) -> String {
    let usual = key.usual();
    if usual.is_empty() {
        format!("trustline settings get {} says what holds", key.path())
    } else {
        format!("the default is {usual}")
    }
}

/// What holds after a change, and why, where something goes before the file.
fn told(desk: &mut Desk<'_>, customs: &Customs, key: &Key) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&key_json(customs, key));
    }
    let holds = shown(&(key.get)(customs.settings()));
    desk.say(format!(
        "{} is {holds} ({})",
        key.path(),
        source(customs, key)
    ))?;
    match customs.found().source(key, customs.environment()) {
        Source::Environment(name) => desk.say(format!(
            "{name} is set in the environment, and goes before it."
        )),
        _ => Ok(()),
    }
}

fn key_json(customs: &Customs, key: &Key) -> json::Json {
    let text = |value: String| {
        if value.is_empty() {
            json::Json::Null
        } else {
            json::text(&value)
        }
    };
    json::object([
        ("key", json::text(&key.path())),
        ("value", text(key.typed(customs.settings()))),
        ("default", text(key.typed(&settings::Settings::default()))),
        ("source", json::text(&source(customs, key))),
        ("says", json::text(key.says)),
    ])
}
