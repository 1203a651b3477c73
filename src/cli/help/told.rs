//! The help of a verb in plain lines: what it does, then each argument and each flag as one fact.

use clap::{Arg, Command};

use crate::cli::desk::plain::counted;
use crate::cli::{Desk, groups};
use crate::error::Result;

/// Says what a verb does and takes; of the program itself which verbs there are, group by group.
///
/// # Errors
/// When the output cannot be written.
pub fn say(desk: &mut Desk<'_>, verb: &mut Command) -> Result<()> {
    let about = verb.get_about().map(ToString::to_string);
    desk.head(verb.get_bin_name().unwrap_or(verb.get_name()))?;
    desk.say(about.unwrap_or_default())?;
    let usage = verb.render_usage().to_string();
    desk.say(usage.split_whitespace().collect::<Vec<_>>().join(" "))?;
    if verb.get_name() == "trustline" {
        verbs(desk, verb)?;
    } else {
        let inner: Vec<_> = verb.get_subcommands().map(fact_of_verb).collect();
        part(desk, "verbs inside it", &inner)?;
    }
    let (mut given, mut own, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    for arg in verb.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let kind = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => &mut given,
            (false, false) => &mut own,
            (false, true) => &mut shared,
        };
        kind.push(fact_of_arg(arg));
    }
    part(desk, "arguments", &given)?;
    part(desk, "flags", &own)?;
    part(desk, "flags of every verb", &shared)?;
    let after = verb.get_after_help().map(ToString::to_string);
    let Some(after) = after else {
        return Ok(());
    };
    desk.say("")?;
    desk.say_lines(&after)
}

fn verbs(desk: &mut Desk<'_>, root: &Command) -> Result<()> {
    for (heading, verbs) in groups::of(root) {
        let facts: Vec<_> = verbs.into_iter().map(fact_of_verb).collect();
        part(desk, heading, &facts)?;
    }
    Ok(())
}

fn part(desk: &mut Desk<'_>, heading: &str, facts: &[Vec<String>]) -> Result<()> {
    if facts.is_empty() {
        return Ok(());
    }
    desk.head(counted(facts.len(), heading))?;
    desk.facts(facts)
}

fn fact_of_verb(verb: &Command) -> Vec<String> {
    let about = verb.get_about().map(ToString::to_string);
    vec![verb.get_name().to_owned(), about.unwrap_or_default()]
}

/// `--due WHEN`, and what it means; of a closed list also its words.
fn fact_of_arg(arg: &Arg) -> Vec<String> {
    let values = arg.get_value_names().unwrap_or_default();
    let values: Vec<_> = values.iter().map(clap::builder::Str::as_str).collect();
    let takes = arg.get_action().takes_values();
    let name = match (arg.get_long(), takes) {
        (Some(long), true) => format!("--{long} {}", values.join(" ")),
        (Some(long), false) => format!("--{long}"),
        (None, _) => values.join(" "),
    };
    let name = match arg.get_short().filter(|_| !arg.is_positional()) {
        Some(short) => format!("-{short}, {name}"),
        None => name,
    };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let words = arg.get_possible_values();
    let words: Vec<_> = words
        .iter()
        .map(clap::builder::PossibleValue::get_name)
        .collect();
    let one_of = match words.as_slice() {
        words if takes && !words.is_empty() => format!("; one of: {}", words.join(", ")),
        _ => String::new(),
    };
    vec![name, format!("{help}{one_of}")]
}
