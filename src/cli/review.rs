//! `review` and `comeback`: the short review of the week, and what went stale while nothing was written.

use clap::{ArgMatches, Command};

use super::args::json_flag;
use super::{Columns, Desk, Verb};
use crate::domain::dates;
use crate::domain::review::{Loose, Suggestion};
use crate::error::Result;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "review",
        command: |c| {
            about(
                c,
                "The review of the week: overdue, one relationship to invest in, one thank-you",
            )
            .after_help("Examples:\n  trustline review\n  trustline review --json")
        },
        run: review,
    },
    Verb {
        name: "comeback",
        command: |c| {
            about(c, "After weeks away: everything that went stale, once")
                .after_help(
                    "Examples:\n  trustline comeback\n  trustline release k3f9a\n  trustline snooze k3f9a --until \"in a week\"",
                )
        },
        run: comeback,
    },
];

fn about(command: Command, about: &'static str) -> Command {
    command.about(about).arg(json_flag())
}

fn review(desk: &mut Desk<'_>, _: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let review = journal.review()?;
    if desk.wants_json() {
        return desk.say_json(&json::review(&review));
    }
    let (done, due) = (review.run.done.len(), review.run.due.len());
    desk.say(format!("Check-ins this week: {done} done, {due} still due"))?;
    if review.overdue.is_empty() {
        desk.say("Nothing is overdue.")?;
    } else {
        listed(desk, &review.overdue, review.as_of)?;
    }
    desk.head("trustline suggests investing in")?;
    suggested(
        desk,
        review.invest.as_ref(),
        "you met everybody as often as you meant to",
    )?;
    desk.head("trustline suggests thanking")?;
    suggested(
        desk,
        review.thanks.as_ref(),
        "nothing lately that you did not give thanks for already",
    )?;
    match &review.thanks {
        Some(one) => desk.say(format!(
            "Write it with: trustline add feedback --who {} --sort appreciation --behaviour \u{2026}",
            one.who.short()
        )),
        None => Ok(()),
    }
}

fn suggested(desk: &mut Desk<'_>, one: Option<&Suggestion>, nobody: &str) -> Result<()> {
    match one {
        Some(one) => desk.say(format!("  {}: {}", one.name, one.reason)),
        None => desk.say(format!("  {nobody}")),
    }
}

fn comeback(desk: &mut Desk<'_>, _: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let back = journal.coming_back()?;
    if desk.wants_json() {
        return desk.say_json(&json::coming_back(&back));
    }
    if back.loose.is_empty() {
        return desk.say("Nothing went stale: all that waits has waited for less than two weeks.");
    }
    if let Some(day) = back.away_since {
        let ago = dates::beside(day, back.as_of);
        desk.say(format!("Welcome back; the last word here was {ago}."))?;
    }
    listed(desk, &back.loose, back.as_of)?;
    desk.say("Settle what you know with keep, break, move, release, drop or snooze, and let the rest stand.")
}

/// Loose ends in columns, each part under its heading.
fn listed(desk: &mut Desk<'_>, loose: &[Loose], today: chrono::NaiveDate) -> Result<()> {
    let mut rest = loose;
    while let Some(first) = rest.first() {
        let here = rest
            .iter()
            .take_while(|one| one.part() == first.part())
            .count();
        let (part, after) = rest.split_at(here);
        let rows: Vec<_> = part.iter().map(|one| cells(one, today)).collect();
        let columns = Columns(&["id", "with", "when", "*what"]);
        desk.part(first.part(), columns, &rows)?;
        rest = after;
    }
    Ok(())
}

fn cells(one: &Loose, today: chrono::NaiveDate) -> Vec<String> {
    let name = one.who.as_ref().map_or("", |(_, name)| name.as_str());
    let when = match one.due {
        Some(due) => dates::against(due, today),
        None => format!("since {}", dates::short(one.since, today)),
    };
    vec![
        format!("  {}", one.id.short()),
        name.to_owned(),
        when,
        one.text.clone(),
    ]
}
