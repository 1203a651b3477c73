//! `units`: a timer for systemd, cron or launchd that runs this program; written out, installed by nobody but the user.

use std::path::{Path, PathBuf};

use chrono::NaiveTime;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::args::{is_set, one, switch, text_flag};
use super::{Desk, Verb};
use crate::config::settings::notice::By;
use crate::domain::quiet;
use crate::error::{Error, Result};
use crate::journal::{Customs, Journal};
use crate::transfer::units::Plan;
use crate::transfer::write_file;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "units",
    command,
    run,
}];

/// What can be run, with what it is for and the verb that does it.
const WHAT: [(&str, &str, &[&str]); 4] = [
    ("notice", "what trustline has to tell", &["notice"]),
    (
        "today",
        "the line of today, for a prompt",
        &["today", "--line"],
    ),
    ("backup", "a backup of the trustline journal", &["backup"]),
    (
        "checkin",
        "the check-ins that trustline suggests",
        &["notice", "--only", "suggestions"],
    ),
];

/// Where a prompt finds the line of today, in the user's runtime folder: in memory, for the user only, gone at the end.
const LINE: &str = "trustline.today";

fn command(command: Command) -> Command {
    let what = Arg::new("what")
        .long("what")
        .value_name("WHAT")
        .value_parser(WHAT.map(|(name, ..)| name))
        .default_value("notice")
        .help("what it runs");
    let at = Arg::new("at")
        .long("at")
        .value_name("HH:MM")
        .action(ArgAction::Append)
        .help("at what time; may be given more than once; 08:30 unless given");
    command
        .about("Write a timer that runs trustline, for systemd, cron or launchd; nothing is installed")
        .args([
            what,
            at,
            text_flag("days", "DAYS", "on which days, such as mon-fri (as it is unless given) or mon,thu"),
            switch("cron", "a line of a crontab instead").conflicts_with("launchd"),
            switch("launchd", "a property list of launchd instead"),
            text_flag("output", "FOLDER", "write the files there instead of on the output"),
            switch("force", "replace files that are there"),
        ])
        .after_help(
            "Examples:\n  trustline units --output ~/.config/systemd/user\n  trustline units --what backup --days mon-sun --at 19:00\n  \
             trustline units --what checkin --days mon --cron",
        )
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let plan = plan(desk, given)?;
    let files = files(&plan, given);
    if let Some(folder) = one(given, "output") {
        // systemd's folder for somebody's own timers is not there before the first one
        std::fs::create_dir_all(folder)
            .map_err(|e| Error::file("make the folder", Path::new(folder), e))?;
        for (name, text) in &files {
            let path = Path::new(folder).join(name);
            let mut write = |out: &mut dyn std::io::Write| Ok(out.write_all(text.as_bytes())?);
            write_file(&path, is_set(given, "force"), &mut write)?;
            desk.say(format!("Written: {}", path.display()))?;
        }
    } else if let [(_, text)] = files.as_slice() {
        desk.say_lines(text)?;
    } else {
        for (name, text) in &files {
            desk.say(format!("# {name}"))?;
            desk.say_lines(text)?;
            desk.say("")?;
        }
    }
    say_how(desk, given, &plan, &files)?;
    say_what_is_missing(desk, one(given, "what"))
}

/// The files of a plan, each with its name.
fn files(plan: &Plan, given: &ArgMatches) -> Vec<(String, String)> {
    if is_set(given, "cron") {
        return vec![(format!("{}.crontab", plan.name), plan.cron())];
    }
    if is_set(given, "launchd") {
        return vec![(format!("{}.plist", plan.name), plan.launchd())];
    }
    vec![
        (format!("{}.service", plan.name), plan.service()),
        (format!("{}.timer", plan.name), plan.timer()),
    ]
}

fn plan(desk: &Desk<'_>, given: &ArgMatches) -> Result<Plan> {
    let asked = one(given, "what").unwrap_or_default();
    let found = WHAT.iter().find(|(name, ..)| *name == asked);
    let (name, says, verb) = found.unwrap_or(&WHAT[0]);
    let program = std::env::current_exe()?;
    let mut words = vec![written(&program)?];
    // a timer has none of the shell's variables: what was chosen here is named
    words.extend(["--journal".to_owned(), written(&whole(desk.place()?)?)?]);
    if let Some(folder) = desk.folder() {
        words.extend(["--config".to_owned(), written(&whole(folder.to_owned())?)?]);
    }
    words.extend(verb.iter().map(|&word| word.to_owned()));
    Plan {
        name: format!("trustline-{name}"),
        says: (*says).to_owned(),
        words,
        output: (*name == "today").then(|| LINE.to_owned()),
        days: days(one(given, "days").unwrap_or("mon-fri"))?,
        times: times(given)?,
    }
    .checked()
}

/// A path as it stands whatever folder a timer is run in.
fn whole(path: PathBuf) -> Result<PathBuf> {
    Ok(std::path::absolute(path)?)
}

fn written(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).ok_or_else(|| {
        let says = format!("the path {} cannot be written into a timer", path.display());
        Error::refused(says).hint("move it, or make a link to it")
    })
}

fn days(text: &str) -> Result<[bool; 7]> {
    let mut all = [false; 7];
    for word in text.split(',').map(str::trim) {
        let some = quiet::days(word).ok_or_else(|| {
            let says = format!("--days: \u{201c}{word}\u{201d} is no day of the week");
            Error::usage(says)
                .hint("mon, tue, wed, thu, fri, sat, sun, or two of them with a hyphen: mon-fri")
        })?;
        for (day, on) in all.iter_mut().zip(some) {
            *day |= on;
        }
    }
    Ok(all)
}

fn times(given: &ArgMatches) -> Result<Vec<NaiveTime>> {
    let typed = given.get_many::<String>("at").into_iter().flatten();
    let read = |text: &String| {
        NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| {
            let says = format!("--at: \u{201c}{text}\u{201d} is no time of day");
            Error::usage(says).hint("write it like 08:30")
        })
    };
    let mut times = typed.map(read).collect::<Result<Vec<_>>>()?;
    if times.is_empty() {
        times.extend(NaiveTime::from_hms_opt(8, 30, 0));
    }
    times.sort_unstable();
    times.dedup();
    Ok(times)
}

/// The commands that would enable it: they are said, and run by nobody but the user.
fn say_how(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    plan: &Plan,
    files: &[(String, String)],
) -> Result<()> {
    desk.aside("Nothing is installed by this.")?;
    if is_set(given, "cron") {
        return desk.aside("crontab -e opens your table; the line above belongs there.");
    }
    if is_set(given, "launchd") {
        let file = files.first().map_or("", |(name, _)| name);
        desk.aside(format!(
            "In ~/Library/LaunchAgents it is begun by: launchctl load ~/Library/LaunchAgents/{file}"
        ))?;
        return Ok(());
    }
    desk.aside("With both files in ~/.config/systemd/user, these two commands begin it:")?;
    desk.aside("  systemctl --user daemon-reload")?;
    desk.aside(format!(
        "  systemctl --user enable --now {}.timer",
        plan.name
    ))?;
    if plan.output.is_some() {
        desk.aside(format!(
            "A prompt reads the line from $XDG_RUNTIME_DIR/{LINE}."
        ))?;
    }
    Ok(())
}

/// What a timer needs that is not there yet.
fn say_what_is_missing(desk: &mut Desk<'_>, what: Option<&str>) -> Result<()> {
    let customs = Customs::of(desk.folder().map(ToOwned::to_owned));
    let tells = matches!(what, Some("notice" | "checkin"));
    if tells && customs.settings().notice.by != By::Command {
        desk.aside(
            "A timer has no terminal to tell anything in: in config.toml, write under [notice]",
        )?;
        desk.aside("  by = \"command\"")?;
        desk.aside("  command = \"notify-send {title} {body}\"")?;
    }
    let place = desk.place()?;
    let is_locked = place.exists() && matches!(Journal::locked(&place), Ok(Some(_)));
    if is_locked && customs.settings().passphrase_command.is_none() {
        desk.aside("The journal is locked, and a timer asks nobody: passphrase_command in config.toml names a command that gives its passphrase.")?;
    }
    Ok(())
}
