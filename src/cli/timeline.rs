//! `timeline`: the reliability of both sides over the weeks, as text, as a picture, as data.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, one, switch, who};
use super::{Desk, Verb};
use crate::error::Result;
use crate::transfer;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "timeline",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let weeks = Arg::new("weeks")
        .long("weeks")
        .value_name("N")
        .default_value("26")
        .value_parser(clap::value_parser!(u16).range(1..=520))
        .help("how many weeks back");
    command
        .about("The reliability timeline of a relationship, both sides, mine first")
        .args([
            who(),
            weeks,
            switch("svg", "as a picture (SVG)").conflicts_with("json"),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline timeline priya\n  trustline timeline priya --weeks 52 --svg > priya.svg")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let weeks = usize::from(given.get_one::<u16>("weeks").copied().unwrap_or(26));
    let journal = desk.read()?;
    let id = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    let card = journal.card(id)?;
    let timeline = journal.timeline(id, journal.day(), 7, weeks)?;
    if desk.wants_json() {
        return desk.say_json(&json::timeline(id, &card.relationship.name, &timeline));
    }
    if is_set(given, "svg") {
        let svg = transfer::timeline::svg(&timeline, &card);
        return desk.say_lines(&svg);
    }
    let text = transfer::timeline::text(&timeline, &card, desk.width());
    desk.say_lines(&text)
}
