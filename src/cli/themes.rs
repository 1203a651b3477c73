//! `themes`: which there are and which is worn, one role by role in its own styles, and the file that one's own starts from.

use clap::{Arg, ArgMatches, Command};

use super::args::json_flag;
use super::{Desk, Verb};
use crate::assets::themes::{self, FOLDER, Found, ROLES};
use crate::domain::text;
use crate::error::{Error, Result};
use crate::journal::Customs;
use crate::tui::theme::{Depth, Theme, Worn, ansi, of_process, worn};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "themes",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let name = Arg::new("name")
        .value_name("NAME")
        .help("the theme whose roles are shown, each in its own style");
    let default = Arg::new("default")
        .long("default")
        .value_name("NAME")
        .conflicts_with("name")
        .help("print the file of a built-in theme, to start one of your own from");
    command
        .about("The themes: which there are, what each looks like, and how to make your own")
        .args([name, default, json_flag()])
        .after_help(
            "look.theme in config.toml names the one that is worn; auto takes light or dark by COLORFGBG. look.colour and \
             look.glyphs say how many colours and which marks there are, where the environment says it wrongly.\n\n\
             With --json: {worn, why, colours, marks, faults, themes: [{name, says, file}]}; with a name {name, says, file, \
             roles: [{name, says, look}], faults}.\n\n\
             Examples:\n  trustline themes\n  trustline themes dark\n  trustline themes --default dark > mine.toml",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let folder = desk.folder().map(std::path::Path::to_owned);
    let folder = folder.as_deref();
    if let Some(name) = given.get_one::<String>("default") {
        let file = themes::file_of(name).ok_or_else(|| {
            let names: Vec<_> = themes::built_in_names().collect();
            let says = format!(
                "there is no built-in theme \u{201c}{}\u{201d}",
                text::line(name)
            );
            Error::not_found(says).hint(format!("there are {}", names.join(", ")))
        })?;
        return desk.put(file);
    }
    let customs = Customs::of(folder.map(ToOwned::to_owned));
    let worn = worn(folder, &customs.settings().look, &of_process);
    let Some(name) = given.get_one::<String>("name") else {
        return list(desk, &worn);
    };
    let found = themes::theme(folder, name)
        .map_err(|says| Error::not_found(says).hint("trustline themes lists them"))?;
    if desk.wants_json() {
        return desk.say_json(&told(&found));
    }
    shown(desk, &found, &worn)
}

/// Every theme with what it is; the one that is worn, and why.
fn list(desk: &mut Desk<'_>, worn: &Worn) -> Result<()> {
    let folder = desk.folder().map(std::path::Path::to_owned);
    let own = themes::own_names(folder.as_deref());
    let names = themes::built_in_names().map(ToOwned::to_owned);
    let built_in: Vec<_> = names.filter(|name| !own.contains(name)).collect();
    let found = built_in
        .iter()
        .chain(&own)
        .filter_map(|name| themes::theme(folder.as_deref(), name).ok());
    let found: Vec<_> = found.collect();
    if desk.wants_json() {
        return desk.say_json(&json::object([
            ("worn", json::text(&worn.name)),
            ("why", json::text(&worn.why)),
            ("colours", json::text(worn.depth.0.says())),
            ("marks", json::text(worn.theme.glyphs.word())),
            ("faults", json::list(&worn.faults, |says| json::text(says))),
            ("themes", json::list(&found, named)),
        ]));
    }
    let rows: Vec<_> = found
        .iter()
        .map(|found| {
            let here = found.sheet.name == worn.name;
            let mark = if here { "*" } else { " " };
            vec![
                format!("{mark} {}", found.sheet.name),
                says(found).to_owned(),
            ]
        })
        .collect();
    desk.table(&rows)?;
    desk.say("")?;
    desk.say(format!("Worn: {}", worn.says()))?;
    if let Some(folder) = folder {
        let own = folder.join(FOLDER);
        desk.say(format!("Your own lie in {}", own.display()))?;
    }
    for fault in &worn.faults {
        desk.say(format!("Not understood: {fault}"))?;
    }
    Ok(())
}

/// What a theme is, in a few words.
fn says(found: &Found) -> &str {
    match found.sheet.says.as_str() {
        "" => "your own",
        says => says,
    }
}

/// Each role by its name, in its own style where a terminal shows it.
fn shown(desk: &mut Desk<'_>, found: &Found, worn: &Worn) -> Result<()> {
    let theme = Theme::of(&found.sheet, worn.depth.0);
    let styled = desk.is_seen() && (worn.depth.0 != Depth::None || !found.sheet.is_coloured());
    let place = found
        .file
        .as_ref()
        .map_or_else(|| "built in".to_owned(), |file| file.display().to_string());
    desk.say(format!("{}: {}; {place}", found.sheet.name, says(found)))?;
    let widest = ROLES.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for ((name, says), (_, style)) in ROLES.iter().zip(theme.roles()) {
        let look = found.sheet.look(name).word();
        let look = if look.is_empty() {
            "as plain text"
        } else {
            &look
        };
        let row = format!("{name:widest$}  {says}");
        let rest = format!("  ({look})");
        if styled {
            let row = ansi(&theme, style, &format!(" {row} "));
            desk.put(&format!("{row}{rest}\n"))?;
        } else {
            desk.say(format!("{row}{rest}"))?;
        }
    }
    for fault in &found.faults {
        desk.say(format!("Not understood: {fault}"))?;
    }
    Ok(())
}

fn named(found: &Found) -> json::Json {
    json::object([
        ("name", json::text(&found.sheet.name)),
        ("says", json::text(says(found))),
        ("file", file(found)),
    ])
}

fn file(found: &Found) -> json::Json {
    let file = found.file.as_ref().map(|file| file.display().to_string());
    file.map_or(json::Json::Null, |file| json::text(&file))
}

fn told(found: &Found) -> json::Json {
    json::object([
        ("name", json::text(&found.sheet.name)),
        ("says", json::text(says(found))),
        ("file", file(found)),
        (
            "roles",
            json::list(ROLES, |(name, says)| {
                json::object([
                    ("name", json::text(name)),
                    ("says", json::text(says)),
                    ("look", json::text(&found.sheet.look(name).word())),
                ])
            }),
        ),
        ("faults", json::list(&found.faults, |says| json::text(says))),
    ])
}
