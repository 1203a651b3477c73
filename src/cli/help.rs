//! `help`: the pages of words that come with the program, and the flags of every verb.

use clap::{Arg, ArgMatches};

use super::{Desk, Verb};
use crate::assets::{Face, HELP, HelpPage, Laid, laid};
use crate::domain::text;
use crate::error::{Error, Result};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "help",
    command: |c| {
        let words = Arg::new("words")
            .value_name("PAGE|VERB")
            .num_args(0..)
            .help("a page: privacy; or a verb, whose flags are shown");
        c.about("Pages of help (privacy: what lies where), and the flags of every verb")
            .arg(words)
            .after_help("Examples:\n  trustline help privacy\n  trustline help commit\n  trustline help privacy | less")
    },
    run: help,
}];

/// The widest that a line is read with ease.
const READ: usize = 88;

fn help(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
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

/// A page, laid out for the width there is.
fn whole(desk: &mut Desk<'_>, page: &HelpPage) -> Result<()> {
    for line in laid(page.text, desk.width().min(READ)) {
        match line.first() {
            Some((Face::Heading, _)) => desk.head(plain(&line))?,
            _ => desk.say(plain(&line))?,
        }
    }
    Ok(())
}

fn plain(line: &Laid) -> String {
    line.iter().map(|(_, part)| part.as_str()).collect()
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
    let shown = here.render_long_help().to_string();
    desk.say_lines(&shown)?;
    if words.is_empty() {
        desk.say("")?;
        desk.say("Pages:")?;
        for page in HELP {
            desk.say(format!("  trustline help {}  {}", page.name, page.says))?;
        }
    }
    Ok(())
}

fn nothing_called(word: &str, verbs: &[String]) -> Error {
    let pages = HELP.iter().map(|page| page.name);
    let near = text::nearest(word, verbs.iter().map(String::as_str).chain(pages));
    let hint = near.map_or_else(
        || "trustline --help lists the verbs; trustline help privacy is a page".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    Error::not_found(format!(
        "there is no page and no verb \u{201c}{word}\u{201d}"
    ))
    .hint(hint)
}
