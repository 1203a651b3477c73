//! `completions`: for four shells, made from the table of verbs; and `words`, which they ask for the names that the journal holds.

mod scripts;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};
use clap_complete::Shell;

use super::args::one;
use super::man::{all, folder, say_files, write};
use super::{Desk, Verb, man};
use crate::assets::HELP;
use crate::config::settings::TABLE;
use crate::error::Result;
use crate::journal::{Customs, Journal};
use scripts::{COMMAND, script};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "completions",
        command: |c| {
            let shell = Arg::new("shell")
                .value_name("SHELL")
                .required_unless_present("all")
                .value_parser(clap::value_parser!(Shell))
                .help("which shell");
            c.about("Completions for a shell")
                .args([shell, all("those of every shell, as files, into this folder").conflicts_with("shell")])
                .after_help("Examples:\n  trustline completions bash > ~/.local/share/bash-completion/completions/trustline\n  trustline completions fish > ~/.config/fish/completions/trustline.fish\n\nNames and ids are completed from the journal; a locked one completes none of its own, and never asks.")
        },
        run: completions,
    },
    Verb {
        name: COMMAND,
        command: |c| {
            let kind = Arg::new("kind")
                .value_name("KIND")
                .required(true)
                .value_parser(super::flags::Words(KINDS))
                .help("which words");
            c.about("Words that a shell completes, one a line, each with what it is after a tab")
                .hide(true)
                .arg(kind)
                .after_help("Examples:\n  trustline words who")
        },
        run: words,
    },
    Verb {
        name: "package",
        command: |c| {
            let folder = Arg::new("folder")
                .value_name("FOLDER")
                .required(true)
                .help("where they are written");
            c.about("Writes what a package holds beside the program: man pages and completions")
                .hide(true)
                .arg(folder)
                .after_help("Examples:\n  trustline package target/package")
        },
        run: |desk, given| {
            let folder = PathBuf::from(one(given, "folder").unwrap_or_default());
            let mut files = man::pages(&folder.join("man"))?;
            files.extend(every_shell(&folder.join("completions"))?);
            say_files(desk, &files)
        },
    },
];

/// What a shell may ask for.
const KINDS: &[&str] = &["who", "id", "any", "page", "key"];
/// The most that is offered.
const MOST: usize = 200;

/// Each shell with the name under which it looks for its file.
const SHELLS: [(Shell, &str); 4] = [
    (Shell::Bash, "trustline"),
    (Shell::Zsh, "_trustline"),
    (Shell::Fish, "trustline.fish"),
    (Shell::PowerShell, "_trustline.ps1"),
];

fn completions(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    if let Some(folder) = folder(given) {
        return say_files(desk, &every_shell(folder)?);
    }
    let Some(shell) = given.get_one::<Shell>("shell") else {
        return Ok(());
    };
    desk.put(&script(*shell))
}

/// The completions of every shell as files: `bash/trustline`, `zsh/_trustline` and so on.
fn every_shell(folder: &Path) -> Result<Vec<PathBuf>> {
    let each = SHELLS.iter().map(|(shell, name)| {
        let folder = folder.join(shell.to_string());
        write(&folder, name, &script(*shell))
    });
    each.collect()
}

/// Whatever goes wrong completes nothing: a prompt is no place for an error.
fn words(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let found: Vec<(String, String)> = match one(given, "kind") {
        Some("page") => HELP
            .iter()
            .map(|page| (page.name.to_owned(), page.says.to_owned()))
            .collect(),
        Some("key") => TABLE
            .iter()
            .map(|key| (key.path(), key.says.to_owned()))
            .collect(),
        kind => {
            let kind = kind.unwrap_or_default();
            of_journal(desk, kind != "id", kind != "who").unwrap_or_default()
        }
    };
    for (word, says) in found {
        let clean = crate::domain::text::line;
        desk.put(&format!("{}\t{}\n", clean(&word), clean(&says)))?;
    }
    Ok(())
}

/// The names of relationships, the ids of what waits, or both; nothing of a journal that is locked, masked, not there, or to be
/// brought to a newer form first.
fn of_journal(desk: &mut Desk<'_>, names: bool, ids: bool) -> Option<Vec<(String, String)>> {
    let place = desk.place().ok()?;
    if !place.exists()
        || Journal::locked(&place).ok()?.is_some()
        || Journal::is_long_to_open(&place)
    {
        return None;
    }
    let customs = Customs::of(desk.folder().map(ToOwned::to_owned));
    let journal = Journal::open_by(&place, desk.clock().clone(), customs).ok()?;
    if journal.customs().masks() || desk.wants_mask_now() {
        return None;
    }
    let mut found = Vec::new();
    if names {
        let all = journal.names_starting("", MOST).ok()?;
        found.extend(all.into_iter().map(|(id, name)| (name, id.short())));
    }
    if ids {
        let today = journal.today(MOST).ok()?;
        let lines = today.lines.iter().chain(&today.soon);
        found.extend(lines.map(|line| (line.id.short(), line.text.clone())));
    }
    Some(found)
}
