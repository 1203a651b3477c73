//! `timeline`: the reliability of both sides over the weeks, as text, as a picture, as data.

use chrono::{Duration, NaiveDate};
use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, one, open_flag, switch, who};
use super::{Desk, Verb};
use crate::domain::dates;
use crate::domain::view::Card;
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
            open_flag(),
            switch("svg", "as a picture (SVG)").conflicts_with("json"),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline timeline priya\n  trustline timeline priya --weeks 52 --svg > priya.svg")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let weeks = usize::from(given.get_one::<u16>("weeks").copied().unwrap_or(26));
    let journal = desk.read()?;
    let id = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    let mut card = journal.card(id)?;
    card.folded &= !is_set(given, "open");
    let ends = newest_within(&card, weeks).unwrap_or(journal.day());
    let timeline = journal.timeline(id, ends, 7, weeks)?;
    if desk.wants_json() {
        let told = json::timeline(id, &card.relationship.name, &timeline);
        return desk.say_json(&json::folded(told, card.folded));
    }
    if is_set(given, "svg") {
        let svg = transfer::timeline::svg(&timeline, &card);
        return desk.say_lines(&svg);
    }
    let text = transfer::timeline::text(&timeline, &card, desk.width());
    if ends < card.as_of {
        let since = dates::short(ends, card.as_of);
        desk.say(format!(
            "Nothing settled in the last {weeks} weeks; shown up to the newest evidence, {since}."
        ))?;
    }
    desk.say_lines(&text)
}

/// The day of the newest evidence of either side, when all of it lies before the weeks that would be shown: an old
/// journal should show what it holds, not an empty page.
fn newest_within(card: &Card, weeks: usize) -> Option<NaiveDate> {
    let sides = [
        &card.mine.kept,
        &card.theirs.kept,
        &card.mine.follow,
        &card.theirs.follow,
    ];
    let newest = sides
        .iter()
        .filter_map(|figure| figure.parts.last())
        .map(|part| part.day)
        .max()?;
    let first = card.as_of - Duration::weeks(i64::try_from(weeks).unwrap_or(0));
    (newest < first).then_some(newest)
}
