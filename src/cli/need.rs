//! Needs and their answers, when to come back to feedback, and feedback both ways as counts.

use clap::{Arg, ArgMatches};

use super::args::{choice, joined, json_flag, on, one, text_flag, who};
use super::disclosure::one_record;
use super::flags::Words;
use super::settle::{base, settle};
use super::{Desk, Verb, write};
use crate::domain::dates::Lean;
use crate::domain::need::NeedState;
use crate::domain::{Act, Kind};
use crate::error::Result;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "need",
        command: |c| {
            write::about_somebody(c, Kind::Need, "text", "NEED")
                .about("Something that somebody needs; back in every prep sheet until it is answered")
                .after_help("Examples:\n  trustline need priya \"a quiet hour before releases\" --side theirs\n  trustline need tom \"to hear of changes before the client does\"")
        },
        run: |desk, given| write::record(desk, given, Kind::Need),
    },
    Verb {
        name: "answer",
        command: |c| {
            let state = Arg::new("state")
                .value_name("ANSWER")
                .required(true)
                .value_parser(Words(NeedState::WORDS))
                .help("being-met, met, or not-possible with the reason told");
            c.about("What became of a need")
                .args([
                    one_record(),
                    state,
                    text_flag("words", "TEXT", "the answer; if it is not possible, why"),
                    on(),
                    json_flag(),
                ])
                .after_help("Examples:\n  trustline answer k3f9a being-met\n  trustline answer \"quiet hour\" not-possible --words \"the window is the client's\"")
        },
        run: answer,
    },
    Verb {
        name: "follow-up",
        command: |c| {
            base(c, "Come back to feedback on a day")
                .arg(text_flag("to", "DAY", "the day").required(true))
                .after_help("Examples:\n  trustline follow-up clear handover --to \"in 2 weeks\"")
        },
        run: |desk, given| {
            settle(desk, given, Some(Kind::Feedback), |desk, given, _| {
                let typed = one(given, "to").unwrap_or_default();
                Ok(Act::FollowUp {
                    on: desk.day("--to", typed, Lean::Future)?,
                })
            })
        },
    },
    Verb {
        name: "balance",
        command: |c| {
            c.about("Feedback given and received with somebody, by kind, as counts")
                .args([who(), json_flag()])
                .after_help(
                    "Examples:\n  trustline balance priya\n  trustline balance priya --json",
                )
        },
        run: balance,
    },
];

fn answer(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let state = choice(given, "state", NeedState::WORDS, NeedState::from_word)?.unwrap_or_default();
    settle(desk, given, Some(Kind::Need), |_, given, _| {
        let words = one(given, "words").unwrap_or_default().to_owned();
        Ok(Act::Need { state, words })
    })
}

fn balance(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let id = journal.find_relationship(&joined(given, "who"))?;
    let balance = journal.balance(id)?;
    if desk.wants_json() {
        return desk.say_json(&json::balance(&balance));
    }
    let name = crate::domain::fields::Names::name(&journal, id).unwrap_or_default();
    desk.head(format!("Feedback with {name}"))?;
    for line in balance.lines() {
        desk.say(format!("  {line}"))?;
    }
    desk.say("Drafts are not counted: they are not said yet.")
}
