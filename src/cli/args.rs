//! The command line as a whole: every verb, the flags they share, and clap's own faults in the house's voice.

use std::ffi::OsString;

use clap::builder::ValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind as Fault};
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::desk::{Chosen, Streams};
use super::{Desk, help, verbs};
use crate::clock::Clock;
use crate::config::child::PASSPHRASE_BY;
use crate::config::profile::PROFILE_BY;
use crate::config::{FOLDER_BY, JOURNAL_BY};
use crate::domain::guardrail::FIRST_RUN;
use crate::domain::text;
use crate::error::{EXIT_CODES, Error, Result};

/// What asks for plain lines without a flag.
const PLAIN_BY: &str = "TRUSTLINE_PLAIN";

const ABOUT: &str = "A private, local-first journal for trust at work, in the terminal";

const EXAMPLES: &str = "\
Examples:
  trustline                                        opens the screen
  trustline demo                                   a sample journal in a throw-away place
  trustline add relationship \"Priya Nair\" --role team-member
  trustline commit \"send Priya the budget numbers by thu noon #budget\"
  trustline today

Nothing leaves this machine by itself.";

/// The whole command line.
pub fn command() -> Command {
    let journal = Arg::new("journal")
        .long("journal")
        .value_name("FILE")
        .value_parser(ValueParser::path_buf())
        .global(true)
        .help(format!(
            "the journal's file; else {JOURNAL_BY}, else its default place"
        ));
    let config = Arg::new("config")
        .long("config")
        .value_name("FOLDER")
        .value_parser(ValueParser::path_buf())
        .global(true)
        .help(format!(
            "the folder of the settings; else {FOLDER_BY}, else its default place"
        ));
    let profile = Arg::new("profile")
        .long("profile")
        .value_name("NAME")
        .global(true)
        .help(format!(
            "the profile, with a journal and settings of its own; else {PROFILE_BY}, else what the settings say"
        ));
    let passphrase = Arg::new("passphrase-fd")
        .long("passphrase-fd")
        .value_name("N")
        .value_parser(clap::value_parser!(u32))
        .global(true)
        .help(format!(
            "a locked journal's passphrase is the first line of this descriptor; else {PASSPHRASE_BY}, else it is asked for"
        ));
    let as_of = Arg::new("as-of")
        .long("as-of")
        .value_name("DAY")
        .global(true)
        .help("show any read as it stood on a day, without hindsight");
    let mask = switch("mask", "show initials in place of names").global(true);
    let plain = switch(
        "plain",
        "one fact a line, in words: for a screen reader and a Braille line; else TRUSTLINE_PLAIN=1",
    )
    .global(true);
    let root = Command::new("trustline")
        .about(ABOUT)
        .version(env!("CARGO_PKG_VERSION"))
        .after_help(format!(
            "{EXAMPLES} {FIRST_RUN}\n\nExit codes: {EXIT_CODES}."
        ))
        .args([journal, config, profile, passphrase, as_of, mask, plain])
        .color(clap::ColorChoice::Never)
        .disable_help_subcommand(true)
        .infer_long_args(true);
    verbs().fold(root, |root, verb| {
        root.subcommand((verb.command)(Command::new(verb.name)))
    })
}

/// The flag of every read.
pub fn json_flag() -> Arg {
    Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help("as JSON")
}

/// Whether JSON is wanted, by this verb or the one inside it.
pub fn json(given: &ArgMatches) -> bool {
    let here = given
        .try_get_one::<bool>("json")
        .ok()
        .flatten()
        .is_some_and(|&yes| yes);
    here || given.subcommand().is_some_and(|(_, inner)| json(inner))
}

/// The day to look at, if one was given.
pub fn as_of(given: &ArgMatches) -> Option<&str> {
    one(given, "as-of")
}

/// Whether initials are to stand in place of names.
pub fn mask(given: &ArgMatches) -> bool {
    let deepest = std::iter::successors(Some(given), |g| g.subcommand().map(|(_, inner)| inner));
    deepest.last().is_some_and(|given| is_set(given, "mask"))
}

/// Whether everything is to be said as one fact a line, by flag or environment.
pub fn plain(given: &ArgMatches) -> bool {
    let deepest = std::iter::successors(Some(given), |g| g.subcommand().map(|(_, inner)| inner));
    deepest.last().is_some_and(|given| is_set(given, "plain")) || plain_by_habit()
}

/// Whether the environment asks for it.
fn plain_by_habit() -> bool {
    std::env::var_os(PLAIN_BY).is_some_and(|set| !set.is_empty() && set != "0")
}

/// The text of an argument, if it was given.
pub fn one<'a>(given: &'a ArgMatches, name: &str) -> Option<&'a str> {
    given
        .try_get_one::<String>(name)
        .ok()
        .flatten()
        .map(String::as_str)
}

/// The words of an argument as one text; empty when there are none.
pub fn joined(given: &ArgMatches, name: &str) -> String {
    let words = given.try_get_many::<String>(name).ok().flatten();
    words.map_or_else(String::new, |w| w.cloned().collect::<Vec<_>>().join(" "))
}

/// Whether a flag without a value was given.
pub fn is_set(given: &ArgMatches, name: &str) -> bool {
    given
        .try_get_one::<bool>(name)
        .ok()
        .flatten()
        .is_some_and(|&yes| yes)
}

/// The flag that opens their side where I hold the power.
pub fn open_flag() -> Arg {
    switch(
        "open",
        "their side, too, where you hold the power and it is folded",
    )
}

/// A word of a closed list, with hyphens for its spaces.
///
/// # Errors
/// `Usage` with the words there are.
pub fn choice<T>(
    given: &ArgMatches,
    flag: &'static str,
    words: &[&str],
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let Some(typed) = one(given, flag) else {
        return Ok(None);
    };
    let lower = typed.to_lowercase();
    read(&lower)
        .or_else(|| read(&lower.replace('-', " ")))
        .map(Some)
        .ok_or_else(|| {
            let says = format!(
                "--{flag}: \u{201c}{typed}\u{201d} is not one of: {}",
                words.join(", ")
            );
            Error::usage(says)
        })
}

/// An argument that names a relationship.
pub fn who() -> Arg {
    Arg::new("who")
        .value_name("WHO")
        .required(true)
        .help("the relationship: a name, the start of one, a handle or a short id")
}

/// An argument that names a record, in as many words as are needed.
pub fn which(help: &'static str) -> Arg {
    Arg::new("which")
        .value_name("ID|WORDS")
        .required(true)
        .num_args(1..)
        .help(help)
}

/// The flag for the day something happened.
pub fn on() -> Arg {
    Arg::new("on")
        .long("on")
        .value_name("DAY")
        .help("the day it happened; today unless given")
}

/// A flag with a text.
pub fn text_flag(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// A flag without a value.
pub fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(help)
}

/// Says what clap found: help and version on the output, a fault in the house's voice.
pub fn answer(said: &clap::Error, typed: &[OsString], streams: Streams<'_>) -> u8 {
    let mut desk = Desk::new(streams, Clock::from_env(), Chosen::default());
    desk.wants_plain(plain_by_habit() || typed.iter().any(|word| word == "--plain"));
    if matches!(said.kind(), Fault::DisplayHelp | Fault::DisplayVersion) {
        let told = match said.kind() {
            Fault::DisplayHelp => help::of_typed(&mut desk, typed, &said.render().to_string()),
            _ => desk.say(said.render().to_string()),
        };
        return match told.and_then(|()| desk.flush()) {
            Ok(()) => 0,
            Err(error) => desk.fail(&error),
        };
    }
    desk.fail(&in_our_voice(said, typed))
}

/// Clap's fault as one sentence and one hint.
fn in_our_voice(said: &clap::Error, typed: &[OsString]) -> Error {
    let words = |kind| match said.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(several)) => several.join(" and "),
        _ => String::new(),
    };
    let (arg, value) = (
        words(ContextKind::InvalidArg),
        words(ContextKind::InvalidValue),
    );
    let flag = arg.split_whitespace().next().unwrap_or_default();
    let says = match said.kind() {
        Fault::DisplayHelpOnMissingArgumentOrSubcommand | Fault::MissingSubcommand => {
            "what to do is missing".to_owned()
        }
        Fault::InvalidSubcommand => {
            let verb = words(ContextKind::InvalidSubcommand);
            format!("\u{201c}{verb}\u{201d} is nothing that can be done here")
        }
        Fault::UnknownArgument => format!("\u{201c}{arg}\u{201d} is not understood here"),
        Fault::MissingRequiredArgument => {
            format!(
                "missing: {}",
                arg.replace(['<', '>'], "").replace("...", "")
            )
        }
        Fault::InvalidValue if value.is_empty() => format!("{flag} needs a value"),
        Fault::InvalidValue | Fault::ValueValidation => {
            format!("{flag}: \u{201c}{value}\u{201d} does not fit{}", why(said))
        }
        _ => in_its_words(said),
    };
    Error::usage(text::line(&says).into_owned()).hint(way_on(said, typed))
}

/// What the reader of a value said against it, or what would fit.
fn why(said: &clap::Error) -> String {
    if let Some(ContextValue::Strings(fits)) = said.get(ContextKind::ValidValue) {
        return format!("; it is one of: {}", fits.join(", "));
    }
    match std::error::Error::source(said) {
        Some(why) if why.is::<std::num::ParseIntError>() => ": not a whole number".to_owned(),
        Some(why) => format!(": {why}"),
        None => String::new(),
    }
}

/// The first sentence of clap's own text.
fn in_its_words(said: &clap::Error) -> String {
    let shown = said.render().to_string();
    let first = shown.split("\n\n").next().unwrap_or_default();
    let first = first.trim_start_matches("error: ");
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was probably meant, else where to read on.
fn way_on(said: &clap::Error, typed: &[OsString]) -> String {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    let near = near.into_iter().find_map(|kind| match said.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(several) => several.last().cloned(),
        _ => None,
    });
    let root = command();
    let (mut here, mut path) = (&root, "trustline".to_owned());
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(verb) = here.find_subcommand(word) {
            path = format!("{path} {word}");
            here = verb;
        }
    }
    let arg = match said.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(one)) => one.trim_start_matches('-'),
        _ => "",
    };
    let bare = |one: &&Arg| one.get_id() == arg && said.kind() == Fault::UnknownArgument;
    if here.get_positionals().any(|one| bare(&one)) {
        let words = here
            .get_positionals()
            .filter_map(|one| one.get_value_names()?.first());
        let words: Vec<_> = words.map(clap::builder::Str::as_str).collect();
        return format!("it is written without --: {path} {}", words.join(" "));
    }
    if let Some(near) = near {
        return format!("did you mean {near}?");
    }
    format!("{path} --help shows how")
}
