//! `notice`: what is due to be told now, once, whoever asks: by hand, by a timer, beside an open screen.

use chrono::{NaiveDateTime, NaiveTime};
use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, json_flag, one, switch};
use super::{Desk, Verb};
use crate::config::settings::notice::{By, Notice as Way};
use crate::domain::notice::{self, Notice, Occasion, Rule, Sort};
use crate::error::Result;
use crate::journal::Journal;
use crate::transfer::send::{Sender, Through, sequence};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "notice",
    command,
    run,
}];

/// Whoever asks by hand or by a timer gets the line of the morning from here on.
const EARLY: NaiveTime = match NaiveTime::from_hms_opt(5, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

fn command(command: Command) -> Command {
    let only = Arg::new("only")
        .long("only")
        .value_name("SORT")
        .value_parser(["promises", "suggestions"])
        .help("only what people wait for, or only what the program suggests");
    command
        .about("Tell what is due to be told now: each thing once, whoever asks")
        .args([
            only,
            switch("dry-run", "show it; nothing is sent, and it is not told by that"),
            json_flag(),
        ])
        .after_help(
            "Examples:\n  trustline notice\n  trustline notice --dry-run\n\n\
             It is said on the output, or sent as [notice] in config.toml asks:\n  [notice]\n  \
             by = \"command\"\n  command = \"notify-send {title} {body}\"\n  quiet = \"20:00-08:00, sat, sun\"\n\n\
             Nobody is asked for a passphrase: a locked journal says nothing and ends with 8. \
             trustline units writes a timer that runs this.",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("a notice is about now")?;
    let mut journal = desk.read_unasked()?;
    let way = journal.customs().settings().notice.clone();
    let rule = asked(&way, one(given, "only"));
    let sender = match way.by {
        // it is looked at before anything is taken on
        By::Command => Some(Sender::of(&way.command)?),
        _ => None,
    };
    let now = desk.clock().now();
    let all = journal.occasions(&rule)?;
    let ready = notice::ready(&wanted(all.clone(), given), now, &rule.quiet);
    let only_looks = is_set(given, "dry-run");
    let mine = if only_looks {
        journal.untold(ready)?
    } else {
        journal.tells(ready)?
    };
    let told = notice::told(mine.clone(), now, &rule.quiet);
    let told: Vec<_> = told
        .into_iter()
        .map(|one| one.reworded(|text| desk.shown(text).into_owned()))
        .collect();
    if let Some(sender) = sender.filter(|_| !only_looks) {
        send(&mut journal, &sender, &told, &mine)?;
        if desk.wants_json() || desk.is_seen() {
            say(desk, &told, &all, &rule)?;
        }
        return Ok(());
    }
    if !only_looks && desk.is_seen() {
        for one in &told {
            if let Some(sequence) = sequence(way.by, one, Through::here()) {
                desk.put(&sequence)?;
            }
        }
    }
    say(desk, &told, &all, &rule)
}

/// What is told, by the settings and by what was asked for.
fn asked(way: &Way, only: Option<&str>) -> Rule {
    let rule = way.rule();
    Rule {
        morning: rule.morning.map(|at| at.min(EARLY)),
        nudges: rule.nudges || only == Some("suggestions"),
        ..rule
    }
}

fn wanted(mut all: Vec<Occasion>, given: &ArgMatches) -> Vec<Occasion> {
    if let Some(only) = one(given, "only") {
        let suggestions = only == "suggestions";
        all.retain(|one| (one.sort == Sort::Nudge) == suggestions);
    }
    all
}

/// Sends every one; what cannot be told is given back, to be told at the next time.
fn send(journal: &mut Journal, sender: &Sender, told: &[Notice], mine: &[Occasion]) -> Result<()> {
    for notice in told {
        if let Err(error) = sender.tell(notice) {
            journal.untells(mine)?;
            return Err(error);
        }
    }
    Ok(())
}

fn say(desk: &mut Desk<'_>, told: &[Notice], all: &[Occasion], rule: &Rule) -> Result<()> {
    let now = desk.clock().now();
    let quiet = rule.quiet.ends(now).filter(|end| *end > now);
    let next = notice::next(all, now, &rule.quiet);
    if desk.wants_json() {
        return desk.say_json(&json::notices(told, next, quiet));
    }
    for one in told {
        desk.say(format!("{} \u{2013} {}", one.title, one.body))?;
    }
    // a timer has no ear for nothing
    if told.is_empty() && desk.is_seen() {
        let clock = |at: NaiveDateTime| at.format("%H:%M").to_string();
        let until = quiet.map_or_else(String::new, |end| {
            format!(" It is quiet until {}.", clock(end))
        });
        let next = next.map_or_else(String::new, |at| {
            format!(" The next one is at {}.", clock(at))
        });
        desk.say(format!("Nothing is to be told now.{until}{next}"))?;
    }
    Ok(())
}
