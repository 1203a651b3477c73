//! `drafts`: what was typed on a screen and not saved yet, and throwing it away.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, one, switch};
use super::{Columns, Desk, Verb};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "drafts",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let which = Arg::new("which")
        .value_name("WHICH")
        .required(true)
        .help("its number in the list, or its place from --json");
    let drop = Command::new("drop")
        .about("Throw away what was typed; nothing brings it back")
        .args([which, switch("yes", "do it without asking")])
        .after_help("Examples:\n  trustline drafts drop 1\n  trustline drafts drop 2 --yes");
    command
        .about("What was typed on a screen and not saved yet; the screen opens it again")
        .arg(json_flag())
        .subcommand(drop)
        .after_help("Examples:\n  trustline drafts\n  trustline drafts drop 1\n\nA list says what each is about and when it was typed, and none of its words.")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("drafts are of the journal as it stands")?;
    if let Some(("drop", given)) = given.subcommand() {
        return throw_away(desk, given);
    }
    let journal = desk.read()?;
    let drafts = journal.drafts()?;
    if desk.wants_json() {
        let all = drafts.iter().map(json::draft).collect();
        return desk.say_json(&json::Json::Array(all));
    }
    if drafts.is_empty() {
        return desk.say("Nothing is unfinished.");
    }
    let today = desk.clock().today();
    let cells = drafts.iter().enumerate().map(|(n, draft)| {
        vec![
            format!("{}", n + 1),
            draft.says.clone(),
            draft.when(today),
            draft.count(),
        ]
    });
    let columns = Columns(&["number", "*about", "typed", "holds"]);
    desk.list(columns, &cells.collect::<Vec<_>>())?;
    desk.say("trustline opens them: they stand at the top of Today.")
}

fn throw_away(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let mut journal = desk.open()?;
    let draft = journal.find_draft(one(given, "which").unwrap_or_default())?;
    let what = format!(
        "{}, {} ({})",
        draft.says,
        draft.when(desk.clock().today()),
        draft.count()
    );
    if !is_set(given, "yes") {
        if !desk.asks() {
            return Err(
                Error::usage(format!("this throws away what was typed: {what}"))
                    .hint("say it with --yes"),
            );
        }
        let answer = desk.ask(&format!("Throw away what was typed: {what}? [y/N]"))?;
        if !answer.is_some_and(|word| word.trim().eq_ignore_ascii_case("y")) {
            return desk.say("left as it is");
        }
    }
    let place = draft.place;
    journal.tell(Change::DropDraft { place })?;
    desk.say(format!("thrown away: {what}"))
}
