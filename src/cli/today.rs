//! `today`: what is due and overdue on both sides, and what the app would nudge about.

use clap::{ArgMatches, Command};

use super::args::{is_set, json_flag, switch};
use super::entry::due_words;
use super::{Columns, Desk, Verb};
use crate::domain::dates;
use crate::domain::notice::Tally;
use crate::domain::unfinished::Unfinished;
use crate::domain::view::{Today, TodayLine, TodaySort};
use crate::error::{Error, ErrorKind, Result};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "today",
    command,
    run,
}];

/// What the cells of a line are called.
const COLUMNS: Columns = Columns(&["id", "with", "when", "*what"]);

/// How many lines of each part are asked for.
const ROWS: usize = 200;

fn command(command: Command) -> Command {
    command
        .about("What needs attention today, on both sides")
        .args([
            json_flag(),
            switch("exit-code", "end with 1 when something wants attention, else 0"),
            switch("line", "in one short line, for a prompt or a status line; nothing when nothing waits"),
            switch("count", "only how many things people wait for").conflicts_with("line"),
        ])
        .after_help(
            "Examples:\n  trustline today\n  trustline today --exit-code > /dev/null || echo \"something is waiting\"\n  \
             PS1='$(trustline today --line 2> /dev/null) $ '\n\n\
             With --line, --count and --exit-code nobody is asked for a passphrase: a locked journal says nothing and ends \
             with 8. What the program itself suggests is in none of the numbers; the exit code leaves it out, too, where \
             nudges = false stands under [notice] in config.toml.",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = if asks_nobody(given) {
        desk.read_unasked()?
    } else {
        desk.read()?
    };
    let today = journal.today(ROWS)?;
    let short = is_set(given, "line") || is_set(given, "count");
    if short {
        say_short(desk, given, &Tally::of(&today, journal.day()))?;
    } else if desk.wants_json() {
        desk.say_json(&json::today(&today))?;
    } else {
        say(desk, &today, journal.day())?;
    }
    let nudges = journal.customs().settings().notice.nudges && !short;
    let waits = |line: &TodayLine| nudges || line.sort != TodaySort::CheckIn;
    if is_set(given, "exit-code") && today.lines.iter().any(waits) {
        return Err(Error::new(ErrorKind::Answer, "something wants attention"));
    }
    Ok(())
}

/// Whether these flags of today are for a prompt: there is nobody to ask for a passphrase then.
pub fn asks_nobody(given: &ArgMatches) -> bool {
    ["line", "count", "exit-code"]
        .iter()
        .any(|flag| is_set(given, flag))
}

/// In one line; nothing at all when nothing waits.
fn say_short(desk: &mut Desk<'_>, given: &ArgMatches, tally: &Tally) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::tally(tally));
    }
    if is_set(given, "count") {
        return desk.say(tally.count().to_string());
    }
    tally.says(false).map_or(Ok(()), |line| desk.say(line))
}

fn say(desk: &mut Desk<'_>, today: &Today, day: chrono::NaiveDate) -> Result<()> {
    if !today.any_relationship {
        say_unfinished(desk, &today.drafts)?;
        desk.say("The journal is empty.")?;
        return desk
            .say("Begin with: trustline add relationship \"Priya Nair\" --role team-member");
    }
    say_unfinished(desk, &today.drafts)?;
    if let Some(since) = today.away_since {
        let ago = dates::beside(since, day);
        desk.say(format!(
            "Welcome back; the last word here was {ago}. trustline comeback lists what went stale."
        ))?;
    }
    if today.lines.is_empty() {
        desk.say("Nothing is waiting today.")?;
    }
    let mut rest = today.lines.as_slice();
    while let Some(first) = rest.first() {
        let here = rest.iter().take_while(|l| l.sort == first.sort).count();
        let (part, after) = rest.split_at(here);
        let rows: Vec<_> = part.iter().map(|line| cells(line, day)).collect();
        // a check-in is about somebody, and its line says no more
        let columns = match first.sort {
            TodaySort::CheckIn => Columns(&["id", "*with", "when", ""]),
            _ => COLUMNS,
        };
        desk.part(heading(first.sort), columns, &rows)?;
        rest = after;
    }
    if today.more {
        desk.say("There is more; trustline list \"is:open due<=today\" shows all that is due.")?;
    }
    if !today.soon.is_empty() {
        let rows: Vec<_> = today
            .soon
            .iter()
            .map(|line| cells_with_side(line, day))
            .collect();
        let columns = Columns(&["id", "with", "whose", "when", "*what"]);
        desk.part("Within seven days", columns, &rows)?;
    }
    if desk.is_plain() && !today.lines.is_empty() {
        desk.say("")?;
        desk.say("Settle one by its id: trustline keep ID, or break, move, release, snooze. trustline show ID tells all of it.")?;
    }
    Ok(())
}

/// What was typed on a screen and not saved.
fn say_unfinished(desk: &mut Desk<'_>, drafts: &[Unfinished]) -> Result<()> {
    match drafts.len() {
        0 => Ok(()),
        1 => desk.say("1 unfinished: trustline opens it"),
        many => desk.say(format!("{many} unfinished: trustline opens them")),
    }
}

fn heading(sort: TodaySort) -> &'static str {
    match sort {
        TodaySort::OneOnOne => "One-on-ones",
        TodaySort::MineDue => "Mine, due",
        TodaySort::TheirsDue => "Theirs, due",
        TodaySort::Response => "Shared in trust, a response waits",
        TodaySort::Repair => "Repair",
        TodaySort::Need => "Needs without an answer",
        TodaySort::Review => "To look at again",
        TodaySort::Feedback => "Feedback",
        TodaySort::Unfinished => "Check-ins left half-way",
        TodaySort::CheckIn => "trustline suggests a check-in",
    }
}

/// The same with whose it is, where no heading says so.
fn cells_with_side(line: &TodayLine, day: chrono::NaiveDate) -> Vec<String> {
    let mut cells = cells(line, day);
    let whose = line.side.map_or("", crate::domain::Side::word);
    cells.insert(2, whose.to_owned());
    cells
}

fn cells(line: &TodayLine, day: chrono::NaiveDate) -> Vec<String> {
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    let when = line.due.map_or_else(
        || format!("since {}", dates::short(line.since, day)),
        |due| due_words(due, day),
    );
    let when = if line.due.is_none() && line.since >= day {
        dates::beside(line.since, day)
    } else {
        when
    };
    let when = match line.due {
        Some(due) if line.sort == TodaySort::OneOnOne && due.day < day => {
            format!("{when}: was it held? (trustline held NAME)")
        }
        _ => when,
    };
    vec![
        format!("  {}", line.id.short()),
        name.to_owned(),
        when,
        line.text.clone(),
    ]
}
