//! Flags in, lines out.
//!
//! One table of verbs (`verbs`): each with its flags, its help and the function that does it. The flags of a record
//! are built from the table of fields; nothing here knows a field by heart that the table knows already.

mod add;
mod agreement;
mod args;
mod backup;
mod band;
mod breach;
mod brief;
mod change;
mod checkin;
mod columns;
mod commit;
mod complete;
mod delegate;
mod desk;
mod disclosure;
mod doctor;
mod drafts;
mod edit;
mod entry;
mod explain;
mod export;
mod figures;
mod flags;
mod forget;
mod groups;
mod help;
mod house;
mod import;
mod keys;
mod list;
mod lock;
mod man;
mod need;
mod notice;
mod plan;
mod profiles;
mod restore;
mod review;
mod send;
mod settings;
mod settle;
mod show;
mod stop;
mod team;
mod tend;
mod themes;
mod timeline;
mod today;
mod units;
mod write;

use std::ffi::OsString;
use std::io::{BufReader, BufWriter, IsTerminal};
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::clock::Clock;
use crate::error::Result;
use crate::tui::theme::{Seen, of_process};

pub use args::command;
use desk::plain::Columns;
pub use desk::{Chosen, Desk, Streams, Terminals};

/// What can be said after `trustline`.
struct Verb {
    /// Its name.
    name: &'static str,
    /// Its flags and its help, on a command that has its name.
    command: fn(Command) -> Command,
    /// What it does.
    run: fn(&mut Desk<'_>, &ArgMatches) -> Result<()>,
}

/// Every verb, in the order of `trustline --help`.
fn verbs() -> impl Iterator<Item = &'static Verb> {
    let rooms: &[&'static [Verb]] = &[
        today::VERBS,
        notice::VERBS,
        drafts::VERBS,
        commit::VERBS,
        settle::VERBS,
        checkin::VERBS,
        review::VERBS,
        add::VERBS,
        disclosure::VERBS,
        delegate::VERBS,
        need::VERBS,
        plan::VERBS,
        agreement::VERBS,
        band::VERBS,
        team::VERBS,
        tend::VERBS,
        list::VERBS,
        show::VERBS,
        explain::VERBS,
        timeline::VERBS,
        brief::VERBS,
        edit::VERBS,
        change::VERBS,
        forget::VERBS,
        import::VERBS,
        export::VERBS,
        backup::VERBS,
        restore::VERBS,
        lock::VERBS,
        settings::VERBS,
        keys::VERBS,
        profiles::VERBS,
        themes::VERBS,
        doctor::VERBS,
        help::VERBS,
        units::VERBS,
        house::VERBS,
        complete::VERBS,
        man::VERBS,
    ];
    rooms.iter().copied().flatten()
}

/// Reads the arguments of the process, does what they say and answers with an exit code.
pub fn main() -> ExitCode {
    told_when_too_large();
    let (stdin, stdout, stderr) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let stdin_seen = stdin.is_terminal();
    let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let streams = Streams {
        input: &mut BufReader::new(stdin),
        terminals: Terminals {
            input: stdin_seen,
            out: stdout.is_terminal(),
            err: stderr.is_terminal(),
        },
        plain,
        width: columns.unwrap_or(80).clamp(40, 200),
        out: &mut BufWriter::new(stdout.lock()),
        err: &mut stderr.lock(),
    };
    let (args, clock) = (std::env::args_os(), Clock::from_env());
    ExitCode::from(seen(args, streams, clock, &of_process))
}

/// A limit on the size of files then is an error that is told in words, not a signal that ends the process.
#[cfg(unix)]
fn told_when_too_large() {
    let seen = std::sync::Arc::default();
    // where it cannot be set up, the system's own way stands
    let _ = signal_hook::flag::register(signal_hook::consts::signal::SIGXFSZ, seen);
}

#[cfg(not(unix))]
fn told_when_too_large() {}

/// Does what the arguments say, at the given streams and by the given clock; answers with the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: Streams<'_>, clock: Clock) -> u8 {
    seen(args, streams, clock, &|_| None)
}

/// The same on a terminal with an environment, which says what it can show.
fn seen(
    args: impl IntoIterator<Item = OsString>,
    streams: Streams<'_>,
    clock: Clock,
    seen: Seen<'_>,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let given = match args::command().try_get_matches_from(&args) {
        Ok(given) => given,
        Err(said) => return args::answer(&said, &args, streams),
    };
    let mut desk = Desk::new(streams, clock, Chosen::of(&given));
    desk.wants_mask(args::mask(&given));
    desk.wants_plain(args::plain(&given));
    desk.takes_glyphs(seen);
    let answered = |error: crate::error::Error| {
        error.hint("a change that was asked for is saved; only the answer could not be written")
    };
    let done = follow(&mut desk, &given);
    match done.and_then(|()| desk.flush().map_err(answered)) {
        Ok(()) => 0,
        Err(error) => {
            let _ = desk.out().flush();
            let error = desk.with_way_back(error);
            desk.fail(&error)
        }
    }
}

/// The verbs that need no profile, and so no journal and no key: they put a wrong one right, or have nothing to do with any.
const WITHOUT_PROFILE: &[&str] = &[
    "settings",
    "keys",
    "profiles",
    "themes",
    "demo",
    "completions",
    "man",
    "words",
    "package",
    "pictures",
    "help",
];

/// The verbs beside them that see to the journal's keys themselves. All others ask for a passphrase before they take a text
/// or a line: nothing that was typed is lost over a wrong one.
const WITHOUT_KEYS: &[&str] = &[
    "lock",
    "unlock",
    "passphrase",
    "doctor",
    "where",
    "notice",
    "units",
];

fn follow(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let without = given
        .subcommand_name()
        .is_some_and(|name| WITHOUT_PROFILE.contains(&name));
    desk.refuse_without_profile(without)?;
    let Some((name, of_verb)) = given.subcommand() else {
        desk.look(args::as_of(given), false)?;
        return house::screen(desk);
    };
    desk.look(args::as_of(of_verb), args::json(of_verb))?;
    match verbs().find(|verb| verb.name == name) {
        Some(verb) => {
            let for_a_prompt = name == "today" && today::asks_nobody(of_verb);
            if !without && !WITHOUT_KEYS.contains(&name) && !for_a_prompt {
                desk.keys_first()?;
            }
            (verb.run)(desk, of_verb)
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_of_every_command_are_sound() {
        command().debug_assert();
    }

    #[test]
    fn every_verb_has_a_sentence_and_an_example() {
        let root = command();
        for verb in verbs() {
            let found = root.find_subcommand(verb.name).expect(verb.name);
            assert!(found.get_about().is_some(), "{} has no sentence", verb.name);
            let after = found.get_after_help().map(ToString::to_string);
            let example = format!("trustline {}", verb.name);
            assert!(
                after.is_some_and(|text| text.contains(&example)),
                "{} shows no example",
                verb.name
            );
        }
    }

    #[test]
    fn no_verb_is_told_twice() {
        let names: Vec<_> = verbs().map(|v| v.name).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len());
    }
}
