//! `help`: the pages of words that come with the program, and the flags of every verb.

mod told;

use std::ffi::OsString;

use clap::{Arg, ArgMatches, Command};

use super::args::one;
use super::{Desk, Verb, groups};
use crate::assets::{Face, HELP, HelpPage, found, laid, plain};
use crate::domain::text;
use crate::error::{Error, Result};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "help",
    command: |c| {
        let words = Arg::new("words")
            .value_name("PAGE|VERB")
            .num_args(0..)
            .help("a page, such as getting-started; or a verb, whose flags are shown");
        let search = Arg::new("search")
            .long("search")
            .value_name("WORDS")
            .help("find where some words stand, over all pages");
        c.about("Pages of help in words, search over them, and the flags of every verb")
            .arg(words)
            .arg(search)
            .after_help("Examples:\n  trustline help getting-started\n  trustline help --search \"what never counts\"\n  trustline help commit\n  trustline help privacy | less")
    },
    run: help,
}];

/// The program itself.
const NAME: &str = "trustline";

/// The widest that a line is read with ease.
const READ: usize = 88;

fn help(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    if let Some(sought) = one(given, "search") {
        return search(desk, sought);
    }
    let words = given.get_many::<String>("words").into_iter().flatten();
    let words: Vec<_> = words.map(String::as_str).collect();
    match words.as_slice() {
        [name] => match HelpPage::named(name) {
            Some(page) => whole(desk, page),
            None => flags(desk, &words),
        },
        _ => flags(desk, &words),
    }
}

/// Where some words stand, over all pages.
fn search(desk: &mut Desk<'_>, sought: &str) -> Result<()> {
    let found = found(sought, READ);
    if found.is_empty() {
        let says = format!(
            "no page of help says \u{201c}{}\u{201d}",
            text::line(sought)
        );
        return Err(Error::not_found(says)
            .hint("fewer or other words may stand there; trustline help lists the pages"));
    }
    let mut last = "";
    for one in found {
        if one.page.name != last {
            last = one.page.name;
            desk.head(format!("trustline help {last}"))?;
        }
        desk.say_lines(&format!("  {}", one.says))?;
    }
    Ok(())
}

/// A page, laid out for the width there is.
fn whole(desk: &mut Desk<'_>, page: &HelpPage) -> Result<()> {
    // plainly, a paragraph is one line: whoever reads it wraps it as it fits there
    let width = if desk.is_plain() {
        usize::from(u16::MAX)
    } else {
        desk.width().min(READ)
    };
    for line in laid(page.text, width) {
        match line.first() {
            Some((Face::Heading, _)) => desk.head(plain(&line))?,
            _ => desk.say(plain(&line))?,
        }
    }
    Ok(())
}

/// What `--help` of a verb says; without a verb, what that of the program says, and which pages there are.
fn flags(desk: &mut Desk<'_>, words: &[&str]) -> Result<()> {
    let mut root = super::command();
    root.build();
    let mut here = &mut root;
    for word in words {
        let known: Vec<_> = here
            .get_subcommands()
            .map(|verb| verb.get_name().to_owned())
            .collect();
        let found = here.find_subcommand_mut(word);
        here = found.ok_or_else(|| nothing_called(word, &known))?;
    }
    if desk.is_plain() {
        told::say(desk, here)?;
    } else {
        let shown = rendered(here, desk.width());
        desk.say_lines(&shown)?;
    }
    if words.is_empty() {
        desk.say("")?;
        desk.say("Pages:")?;
        for page in HELP {
            desk.say(format!("  trustline help {}  {}", page.name, page.says))?;
        }
    }
    Ok(())
}

/// The help that was asked for by a flag, in its groups, or in plain lines.
///
/// # Errors
/// When the output cannot be written.
pub fn of_typed(desk: &mut Desk<'_>, typed: &[OsString], drawn: &str) -> Result<()> {
    let mut root = super::command();
    root.build();
    let mut here = &mut root;
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if here.find_subcommand(word).is_some() {
            here = here
                .find_subcommand_mut(word)
                .ok_or_else(|| nothing_called(word, &[]))?;
        }
    }
    if desk.is_plain() {
        return told::say(desk, here);
    }
    if here.get_name() != NAME {
        return desk.say_lines(drawn);
    }
    let shown = rendered(here, desk.width());
    desk.say_lines(&shown)
}

/// What `--help` shows: of the program itself its verbs in groups.
fn rendered(verb: &mut Command, width: usize) -> String {
    if verb.get_name() != NAME {
        return verb.render_long_help().to_string();
    }
    let verbs = groups::lines(verb, width);
    let whole = format!(
        "{{about}}\n\n{{usage-heading}} {{usage}}\n\n{verbs}Options:\n{{options}}{{after-help}}\n"
    );
    let mut grouped = verb.clone().help_template(whole).term_width(width);
    grouped.render_help().to_string()
}

fn nothing_called(word: &str, verbs: &[String]) -> Error {
    let pages = HELP.iter().map(|page| page.name);
    let near = text::nearest(word, verbs.iter().map(String::as_str).chain(pages));
    let hint = near.map_or_else(
        || "trustline help lists the pages and the verbs".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    Error::not_found(format!(
        "there is no page and no verb \u{201c}{word}\u{201d}"
    ))
    .hint(hint)
}
