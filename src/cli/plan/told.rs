//! What can be said after `plan`, with its flags and its help.

use clap::{Arg, Command};

use crate::cli::args::{json_flag, on, switch, text_flag, which};
use crate::cli::flags;
use crate::domain::Kind;
use crate::domain::template::Part;

const OF: &str = "the plan, its breach or its relationship: a short id or words";

/// `plan` and what can be done with one.
pub fn command(command: Command) -> Command {
    command
        .about("Repair plans: what runs, open, steps, advance, acknowledge, verdict, review, stop, reopen, show")
        .arg(json_flag())
        .subcommands([open(), steps(), step(), advance(), acknowledge(), verdict(), review(), stop(), reopen(), show()])
        .after_help("Examples:\n  trustline plan\n  trustline plan open missed handover\n  trustline plan advance priya --answer \"the date was never agreed\"")
}

fn open() -> Command {
    let open = Command::new("open")
        .about("Open a repair plan on a breach")
        .arg(which("the breach: its short id or words"))
        .args([take(), json_flag()]);
    flags::with(open, Kind::Plan, &["who", "breach"]).after_help(
        "Examples:\n  trustline plan open missed handover --aim \"handovers I can rely on\"\n  trustline plan open k3f9a --take 1,3",
    )
}

fn take() -> Arg {
    text_flag(
        "take",
        "1,3",
        "which of the proposed steps become commitments: numbers, all or none",
    )
}

fn steps() -> Command {
    Command::new("steps")
        .about("The steps that are proposed; --take makes commitments of them")
        .args([which(OF), take(), json_flag()])
        .after_help(
            "Examples:\n  trustline plan steps priya\n  trustline plan steps priya --take 1,3",
        )
}

fn step() -> Command {
    let by = text_flag("by", "WORD", "owner who repairs, or injured")
        .value_parser(flags::Words(Part::WORDS));
    Command::new("step")
        .about("One step: a proposed one, changed or not, or in your own words")
        .args([
            which(OF),
            text_flag("take", "N", "start from this proposed step"),
            text_flag("text", "TEXT", "what is promised"),
            by,
            text_flag("due", "WHEN", "by when; the proposal's day, or in a week, unless given"),
            switch("hidden", "the other side does not see it in a brief"),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline plan step priya --take 2 --text \"at most three open\" --due fri\n  trustline plan step priya --text \"a note every Friday\" --hidden")
}

fn reopen() -> Command {
    Command::new("reopen")
        .about("Open it again: stopped, where it stopped; closed, with a new run")
        .args([which(OF), on(), json_flag()])
        .after_help("Examples:\n  trustline plan reopen k3f9a")
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
    let words = text_flag("words", "TEXT", "what they said to it");
    Command::new("verdict")
        .about("What the injured side says: is this repaired enough?")
        .args([which(OF), says, words, on(), json_flag()])
        .after_help("Examples:\n  trustline plan verdict priya --says partly --words \"the dates hold; I still check\"")
}

fn review() -> Command {
    let next = text_flag(
        "next",
        "DAY",
        "when to look at it next; in a week unless given",
    );
    Command::new("review")
        .about("Looked at again; it comes back in a week unless a day is given")
        .args([which(OF), next, on(), json_flag()])
        .after_help("Examples:\n  trustline plan review priya\n  trustline plan review priya --next \"in 2 weeks\"")
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
