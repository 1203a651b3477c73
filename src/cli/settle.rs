//! What becomes of a record: kept, broken, moved, released, excused, agreed, reopened, discussed, dropped, delivered, closed, snoozed.

use clap::{ArgMatches, Command};

use super::args::{choice, is_set, json_flag, on, one, switch, text_flag, which};
use super::flags::Words;
use super::{Desk, Verb, entry};
use crate::domain::commitment::Cause;
use crate::domain::dates::{self, Lean};
use crate::domain::disclosure::not_kept;
use crate::domain::feedback::FeedbackState;
use crate::domain::fields::Names;
use crate::domain::{Act, Kind, Record, Side};
use crate::error::{Error, Result};
use crate::journal::{Change, Journal};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "keep",
        command: |c| {
            base(
                c,
                "A commitment was done; kept or late follows from the dates",
            )
            .after_help(
                "Examples:\n  trustline keep budget numbers\n  trustline keep k3f9a --on yesterday",
            )
        },
        run: |desk, given| settle(desk, given, COMMITMENT, |_, _, _| Ok(Act::Keep)),
    },
    Verb {
        name: "break",
        command: |c| {
            base(c, "A commitment was not kept, and will not be")
                .args([
                    switch("warned", "it was said before it was due"),
                    text_flag("reason", "TEXT", "why"),
                    text_flag("cause", "WORD", "what it came from; never changes a figure")
                        .value_parser(Words(Cause::WORDS)),
                ])
                .after_help("Examples:\n  trustline break budget numbers --warned --reason \"waiting for finance\" --cause process")
        },
        run: |desk, given| settle(desk, given, COMMITMENT, broken),
    },
    Verb {
        name: "move",
        command: |c| {
            base(c, "A new due date; ahead of time and agreed, it keeps faith")
                .visible_alias("renegotiate")
                .args([
                    text_flag("to", "WHEN", "the new due date, or \u{201c}none\u{201d}").required(true),
                    text_flag("asked-by", "WHO", "me or them; whoever promised unless given"),
                    switch("not-agreed", "the other side did not agree"),
                ])
                .after_help("Examples:\n  trustline move budget numbers --to \"next tue\"\n  trustline move k3f9a --to fri --asked-by them --not-agreed")
        },
        run: |desk, given| settle(desk, given, COMMITMENT, moved),
    },
    Verb {
        name: "release",
        command: |c| {
            base(c, "The receiver let it go; it counts for nothing")
                .arg(text_flag("reason", "TEXT", "why"))
                .after_help(
                    "Examples:\n  trustline release budget numbers --reason \"no longer needed\"",
                )
        },
        run: |desk, given| {
            settle(desk, given, COMMITMENT, |_, given, _| {
                Ok(Act::Release {
                    reason: reason(given),
                })
            })
        },
    },
    Verb {
        name: "excuse",
        command: |c| {
            base(c, "An event nobody controls, or a process; it counts for nothing")
                .args([
                    text_flag("reason", "TEXT", "what happened"),
                    text_flag("process", "WHO", "the institution whose own record then carries it"),
                ])
                .after_help("Examples:\n  trustline excuse budget numbers --reason \"the building was closed\"\n  trustline excuse k3f9a --process \"Release process\"")
        },
        run: |desk, given| settle(desk, given, COMMITMENT, excused),
    },
    Verb {
        name: "agree",
        command: |c| {
            base(
                c,
                "The owner of a request agreed: from now on it is a promise",
            )
            .after_help("Examples:\n  trustline agree review the draft")
        },
        run: |desk, given| settle(desk, given, COMMITMENT, |_, _, _| Ok(Act::Agree)),
    },
    Verb {
        name: "once",
        command: |c| {
            base(c, "A commitment no longer repeats: this time only")
                .after_help("Examples:\n  trustline once weekly report")
        },
        run: |desk, given| settle(desk, given, COMMITMENT, |_, _, _| Ok(Act::Once)),
    },
    Verb {
        name: "reopen",
        command: |c| {
            base(
                c,
                "As if a commitment, topic, need, breach, plan or delegation had not ended",
            )
            .after_help("Examples:\n  trustline reopen k3f9a")
        },
        run: |desk, given| settle(desk, given, None, |_, _, _| Ok(Act::Reopen)),
    },
    Verb {
        name: "discuss",
        command: |c| {
            base(c, "A topic was talked about")
                .arg(text_flag("outcome", "TEXT", "what came of it"))
                .after_help(
                    "Examples:\n  trustline discuss hiring plan --outcome \"two roles in spring\"",
                )
        },
        run: |desk, given| {
            settle(desk, given, Some(Kind::Topic), |_, given, _| {
                let outcome = one(given, "outcome").unwrap_or_default().to_owned();
                Ok(Act::Discuss { outcome })
            })
        },
    },
    Verb {
        name: "drop",
        command: |c| {
            base(c, "A topic is dropped on purpose")
                .arg(text_flag("reason", "TEXT", "why"))
                .after_help("Examples:\n  trustline drop hiring plan --reason \"settled by mail\"")
        },
        run: |desk, given| {
            settle(desk, given, Some(Kind::Topic), |_, given, _| {
                Ok(Act::Drop {
                    reason: reason(given),
                })
            })
        },
    },
    Verb {
        name: "deliver",
        command: |c| {
            base(c, "Feedback was said, heard, acted on or closed")
                .arg(
                    text_flag("as", "WORD", "how far it has come; delivered unless given")
                        .value_parser(Words(FeedbackState::WORDS)),
                )
                .after_help("Examples:\n  trustline deliver clear handover\n  trustline deliver k3f9a --as heard")
        },
        run: |desk, given| settle(desk, given, Some(Kind::Feedback), delivered),
    },
    Verb {
        name: "close",
        command: |c| {
            base(c, "A breach is let go, or accepted with new boundaries; repaired is what its plan's verdict says")
                .args([
                    text_flag("as", "WORD", "how it ends")
                        .required(true)
                        .value_parser(Words(&super::breach::ENDS)),
                    text_flag("words", "TEXT", "why let go, or which new boundaries"),
                    switch("agreement", "accepted: write the boundaries as an agreement with them, too"),
                ])
                .after_help("Examples:\n  trustline close missed handover --as let-go --words \"talked it through\"\n  trustline close k3f9a --as accepted --words \"no client mail without both names\" --agreement")
        },
        run: super::breach::close,
    },
    Verb {
        name: "snooze",
        command: |c| {
            base(c, "Hidden from Today until a day")
                .arg(text_flag("until", "DAY", "the day it comes back").required(true))
                .after_help("Examples:\n  trustline snooze budget numbers --until mon")
        },
        run: |desk, given| {
            settle(desk, given, None, |desk, given, _| {
                let until = desk.day(
                    "--until",
                    one(given, "until").unwrap_or_default(),
                    Lean::Future,
                )?;
                Ok(Act::Snooze { until })
            })
        },
    },
];

const COMMITMENT: Option<Kind> = Some(Kind::Commitment);

/// A verb about one record, with the day on which it happened.
pub fn base(command: Command, about: &'static str) -> Command {
    command.about(about).args([
        which("its short id, or words that fit only it"),
        on(),
        json_flag(),
    ])
}

/// What a command is about: the journal, and the record that was named.
pub struct Named<'a> {
    journal: &'a Journal,
    record: Record,
}

/// Finds the record, makes the act of the flags and tells the journal.
///
/// # Errors
/// As every change, and what the flags say.
pub fn settle(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    kind: Option<Kind>,
    act: impl Fn(&mut Desk<'_>, &ArgMatches, &Named<'_>) -> Result<Act>,
) -> Result<()> {
    let mut journal = desk.write()?;
    let day = match one(given, "on") {
        Some(typed) => desk.day("--on", typed, Lean::Past)?,
        None => journal.day(),
    };
    let id = entry::named(&journal, kind, given)?;
    let record = entry::stored(&journal, id)?.record;
    let named = Named {
        journal: &journal,
        record,
    };
    let act = act(desk, given, &named)?;
    let broken = matches!(act, Act::Break { .. });
    let understood = understood(&act, journal.day());
    let told = journal.tell(Change::Act { id, act, on: day })?;
    entry::say_told(desk, &told)?;
    if let (Some(says), false) = (understood, desk.wants_json()) {
        desk.say(format!("  {says}"))?;
    }
    match entry::stored(&journal, id)?.record {
        Record::Commitment(one) if broken && one.confidence.is_some() && !desk.wants_json() => {
            let name = Names::name(&journal, one.who).unwrap_or_default();
            let breach = not_kept(one.who, day);
            desk.say(format!(
                "If you want to repair it, write it down: trustline breach \"{name}\" \"{}\" --sort boundary --by me",
                breach.happened
            ))
        }
        _ => Ok(()),
    }
}

/// What the day that was typed for an act was understood as.
fn understood(act: &Act, today: chrono::NaiveDate) -> Option<String> {
    let (word, at) = match act {
        Act::Move { to: Some(to), .. } => ("due", *to),
        Act::Snooze { until } => ("until", (*until).into()),
        Act::FollowUp { on } => ("on", (*on).into()),
        Act::Review { next: Some(next) } => ("next on", (*next).into()),
        _ => return None,
    };
    Some(format!("{word} {}", dates::whole(at, today)))
}

fn reason(given: &ArgMatches) -> String {
    one(given, "reason").unwrap_or_default().to_owned()
}

fn broken(_: &mut Desk<'_>, given: &ArgMatches, _: &Named<'_>) -> Result<Act> {
    Ok(Act::Break {
        warned: is_set(given, "warned"),
        cause: choice(given, "cause", Cause::WORDS, Cause::from_word)?.unwrap_or_default(),
        reason: reason(given),
    })
}

fn moved(desk: &mut Desk<'_>, given: &ArgMatches, named: &Named<'_>) -> Result<Act> {
    let to = match one(given, "to").unwrap_or_default() {
        "none" => None,
        typed => Some(desk.when("--to", typed, Lean::Future)?),
    };
    let owner = named.record.noun().side().unwrap_or_default();
    let asked = match one(given, "asked-by").map(str::to_lowercase).as_deref() {
        None => owner,
        Some("me" | "mine" | "i") => Side::Mine,
        Some("them" | "theirs" | "they") => Side::Theirs,
        Some(other) => {
            return Err(Error::usage(format!(
                "--asked-by: \u{201c}{other}\u{201d} is not me or them"
            )));
        }
    };
    Ok(Act::Move {
        to,
        asked,
        agreed: !is_set(given, "not-agreed"),
    })
}

fn excused(_: &mut Desk<'_>, given: &ArgMatches, named: &Named<'_>) -> Result<Act> {
    let process = one(given, "process")
        .map(|who| named.journal.find_relationship(who))
        .transpose()?;
    Ok(Act::Excuse {
        reason: reason(given),
        process,
    })
}

fn delivered(_: &mut Desk<'_>, given: &ArgMatches, _: &Named<'_>) -> Result<Act> {
    let state = choice(given, "as", FeedbackState::WORDS, FeedbackState::from_word)?;
    Ok(Act::Feedback(state.unwrap_or(FeedbackState::Delivered)))
}
