//! What can be said after `plan`, with its flags and its help.

use clap::Command;

use crate::cli::args::{json_flag, on, text_flag, which};
use crate::cli::flags;
use crate::domain::Kind;

const OF: &str = "the plan, its breach or its relationship: a short id or words";

/// `plan` and what can be done with one.
pub fn command(command: Command) -> Command {
    command
        .about("Repair plans: what runs, open, advance, acknowledge, verdict, stop, show")
        .arg(json_flag())
        .subcommands([open(), advance(), acknowledge(), verdict(), stop(), show()])
        .after_help("Examples:\n  trustline plan\n  trustline plan open missed handover\n  trustline plan advance priya --answer \"the date was never agreed\"")
}

fn open() -> Command {
    let open = Command::new("open")
        .about("Open a repair plan on a breach")
        .arg(which("the breach: its short id or words"))
        .arg(json_flag());
    flags::with(open, Kind::Plan, &["who", "breach"]).after_help(
        "Examples:\n  trustline plan open missed handover --aim \"handovers I can rely on\"",
    )
}

fn advance() -> Command {
    let answer = text_flag(
        "answer",
        "TEXT",
        "the answer (\u{201c}-\u{201d} reads it from the input)",
    );
    Command::new("advance")
        .about("Through the gate of its stage, with the answer to its question")
        .args([which(OF), answer, on(), json_flag()])
        .after_help(
            "Examples:\n  trustline plan advance priya --answer \"the date was never agreed\"",
        )
}

fn acknowledge() -> Command {
    let parts = text_flag(
        "parts",
        "A,B",
        "the parts, by the start of their words; none shows them",
    );
    Command::new("acknowledge")
        .about("The parts of the acknowledgement that were made")
        .args([which(OF), parts, json_flag()])
        .after_help(
            "Examples:\n  trustline plan acknowledge priya --parts \"responsibility, offer\"",
        )
}

fn verdict() -> Command {
    let says = text_flag("says", "WORD", "yes, partly or no")
        .required(true)
        .value_parser(flags::Words(&["yes", "partly", "no"]));
    Command::new("verdict")
        .about("What the injured side says: is this repaired enough?")
        .args([which(OF), says, on(), json_flag()])
        .after_help("Examples:\n  trustline plan verdict priya --says partly")
}

fn stop() -> Command {
    let reason = text_flag("reason", "TEXT", "why").required(true);
    Command::new("stop")
        .about("Stop it on purpose")
        .args([which(OF), reason, on(), json_flag()])
        .after_help("Examples:\n  trustline plan stop priya --reason \"moved to another team\"")
}

fn show() -> Command {
    Command::new("show")
        .about("The plan: stage, run, steps, what is next")
        .args([which(OF), json_flag()])
        .after_help("Examples:\n  trustline plan show priya")
}
