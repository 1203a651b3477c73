//! `man`: the pages of the manual, made from the table of verbs; one for the program with every verb in its group, one a verb.

use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::one;
use super::{Desk, Verb, groups};
use crate::config::{FOLDER_BY, JOURNAL_BY, child};
use crate::error::{EXIT_CODES, Error, Result};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "man",
    command: |c| {
        let verb = Arg::new("verb")
            .value_name("VERB")
            .help("the page of one verb; the whole program's unless given");
        c.about("The man page")
            .args([verb, all("every page, as a file, into this folder").conflicts_with("verb")])
            .after_help("Examples:\n  trustline man | man -l -\n  trustline man commit > trustline-commit.1\n  trustline man --all ~/.local/share/man/man1")
    },
    run: |desk, given| {
        if let Some(folder) = folder(given) {
            return say_files(desk, &pages(folder)?);
        }
        let root = built();
        let page = match one(given, "verb") {
            None => page(&root, &root)?,
            Some(name) => page(&root, named(&root, name)?)?,
        };
        desk.put(&page)
    },
}];

/// The day that the pages bear: that of this version, as the changelog of the package has it.
const OF: &str = "2026-11-22";

/// The flag that writes everything there is into a folder.
pub fn all(help: &'static str) -> Arg {
    Arg::new("all")
        .long("all")
        .value_name("FOLDER")
        .value_parser(ValueParser::path_buf())
        .help(help)
}

/// The folder of that flag.
pub fn folder(given: &ArgMatches) -> Option<&Path> {
    given.get_one::<PathBuf>("all").map(PathBuf::as_path)
}

/// Writes a file into a folder, which is made where it is not there.
///
/// # Errors
/// `File` when either cannot be written.
pub fn write(folder: &Path, name: &str, text: &str) -> Result<PathBuf> {
    std::fs::create_dir_all(folder).map_err(|e| Error::file("make the folder", folder, e))?;
    let file = folder.join(name);
    std::fs::write(&file, text).map_err(|e| Error::file("write", &file, e))?;
    Ok(file)
}

/// Says which files were written.
///
/// # Errors
/// When the output cannot be written.
pub fn say_files(desk: &mut Desk<'_>, files: &[PathBuf]) -> Result<()> {
    files
        .iter()
        .try_for_each(|file| desk.say(file.display().to_string()))
}

/// Writes every page into a folder: `trustline.1`, and `trustline-commit.1` and its like.
///
/// # Errors
/// `File` when one cannot be written.
pub fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let root = built();
    let mut files = vec![write(folder, "trustline.1", &page(&root, &root)?)?];
    for verb in root.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        let name = format!("trustline-{}.1", verb.get_name());
        files.push(write(folder, &name, &page(&root, verb)?)?);
    }
    Ok(files)
}

fn built() -> Command {
    let mut root = super::command();
    root.build();
    root
}

fn named<'c>(root: &'c Command, name: &str) -> Result<&'c Command> {
    root.find_subcommand(name).ok_or_else(|| {
        Error::not_found(format!("there is no verb \u{201c}{name}\u{201d}"))
            .hint("trustline --help lists them")
    })
}

/// A page, in the language of man.
fn page(root: &Command, verb: &Command) -> Result<String> {
    let whole = verb.get_name() == root.get_name();
    let man = Man::new(verb.clone())
        .date(OF)
        .manual("User Commands")
        .source(format!("trustline {}", env!("CARGO_PKG_VERSION")));
    let mut bytes = Vec::new();
    man.render_title(&mut bytes)?;
    man.render_name_section(&mut bytes)?;
    man.render_synopsis_section(&mut bytes)?;
    man.render_description_section(&mut bytes)?;
    man.render_options_section(&mut bytes)?;
    let mut rest = Roff::new();
    if whole {
        verbs(&mut rest, root);
    } else {
        inner(&mut rest, verb);
    }
    after(&mut rest, verb);
    if whole {
        places(&mut rest);
    } else {
        rest.control("SH", ["SEE ALSO"]);
        rest.text([bold("trustline"), roman("(1)")]);
    }
    rest.to_writer(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The index: every verb in its group, with the page that tells it.
fn verbs(page: &mut Roff, root: &Command) {
    page.control("SH", ["VERBS"]);
    for (heading, verbs) in groups::of(root) {
        page.control("SS", [heading]);
        for verb in verbs {
            page.control("TP", []);
            page.text([bold(format!("trustline-{}", verb.get_name())), roman("(1)")]);
            page.text([roman(about(verb))]);
        }
    }
}

/// What can be said after a verb, with its usage.
fn inner(page: &mut Roff, verb: &Command) {
    let mut inner = verb.get_subcommands().peekable();
    if inner.peek().is_none() {
        return;
    }
    page.control("SH", ["VERBS INSIDE IT"]);
    for one in inner {
        page.control("TP", []);
        let usage = one.clone().render_usage().to_string();
        page.text([bold(usage.trim_start_matches("Usage: ").to_owned())]);
        page.text([roman(about(one))]);
    }
}

/// The examples and what else stands below the flags: prose as prose, what is typed as it is typed.
fn after(page: &mut Roff, verb: &Command) {
    let Some(text) = verb.get_after_help().map(ToString::to_string) else {
        return;
    };
    let mut typed = false;
    // how it ends has a section of its own
    let told = text.lines().filter(|line| !line.starts_with("Exit codes:"));
    for line in told {
        let (is_typed, said) = (line.starts_with("  "), line.trim());
        if said == "Examples:" {
            page.control("SH", ["EXAMPLES"]);
            continue;
        }
        if is_typed != typed {
            page.control(if is_typed { "nf" } else { "fi" }, []);
            typed = is_typed;
        }
        if said.is_empty() {
            page.control("PP", []);
        } else {
            page.text([roman(said)]);
        }
    }
    if typed {
        page.control("fi", []);
    }
}

/// Where things lie, what the environment says, how it ends.
fn places(page: &mut Roff) {
    let facts: [(&str, &[(&str, &str)]); 2] = [
        (
            "FILES",
            &[
                (
                    "~/.local/share/trustline/journal.db",
                    "the journal, unless another is named; \u{201c}trustline where\u{201d} tells its place",
                ),
                (
                    "~/.config/trustline/config.toml",
                    "the settings; \u{201c}trustline settings\u{201d} tells what holds",
                ),
            ],
        ),
        (
            "ENVIRONMENT",
            &[
                (JOURNAL_BY, "the journal's file"),
                (FOLDER_BY, "the folder of the settings"),
                (child::PASSPHRASE_BY, "the passphrase of a locked journal"),
                (
                    "TRUSTLINE_PLAIN",
                    "set to 1: everything is said as with --plain",
                ),
                ("NO_COLOR", "set: no colour, no bold headings"),
                (
                    "EDITOR, PAGER",
                    "what long texts are written in, and read in",
                ),
            ],
        ),
    ];
    for (heading, facts) in facts {
        page.control("SH", [heading]);
        for (name, says) in facts {
            page.control("TP", []);
            page.text([bold(*name)]);
            page.text([roman(*says)]);
        }
    }
    page.control("SH", ["EXIT STATUS"]);
    page.text([roman(format!("{EXIT_CODES}."))]);
}

fn about(verb: &Command) -> String {
    verb.get_about()
        .map(ToString::to_string)
        .unwrap_or_default()
}
