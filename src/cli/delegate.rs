//! What is left to them: delegations with their level and their evidence, and what is relied on without checking.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, joined, json_flag, on, one, switch, text_flag};
use super::disclosure::one_record;
use super::settle::{base, settle};
use super::{Columns, Desk, Verb, flags, write};
use crate::domain::dates::Lean;
use crate::domain::filter::{Ask, Filter};
use crate::domain::trust::Trust;
use crate::domain::view::Window;
use crate::domain::{Act, Kind, RecordId};
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "delegate",
        command: |c| {
            let topic = flags::words(Kind::Delegation, "topic", "TOPIC");
            let c = c
                .about("What you trust them to do without asking, on a ladder from 0 to 7")
                .arg(flags::word(Kind::Delegation, "who", "WHO"))
                .arg(topic)
                .arg(json_flag())
                .after_help("Examples:\n  trustline delegate priya releases --level 4 --conditions \"not on Fridays\"");
            flags::with(c, Kind::Delegation, &["who", "topic"])
        },
        run: |desk, given| write::record(desk, given, Kind::Delegation),
    },
    Verb {
        name: "delegations",
        command: |c| {
            let who = Arg::new("who")
                .value_name("WHO")
                .help("the relationship; without it, all of them");
            c.about("What is delegated, with the commitments on its topic as evidence")
                .args([
                    who,
                    switch("open", "their figures too, where you set their deadlines"),
                    json_flag(),
                ])
                .after_help(
                    "Examples:\n  trustline delegations priya\n  trustline delegations --json",
                )
        },
        run: delegations,
    },
    Verb {
        name: "level",
        command: |c| {
            let level = Arg::new("level")
                .value_name("0..7")
                .required(true)
                .value_parser(clap::value_parser!(u8))
                .help("0 I do it, 1 exactly this, 2 look and report, 3 recommend, 4 act after telling me, 5 act then tell me, 6 act and report exceptions, 7 yours");
            c.about("Another level for a delegation; the ones before are kept")
                .args([
                    one_record(),
                    level,
                    text_flag("why", "TEXT", "why it changes"),
                    on(),
                    json_flag(),
                ])
                .after_help("Examples:\n  trustline level k3f9a 5 --why \"three clean releases\"")
        },
        run: level,
    },
    Verb {
        name: "reviewed",
        command: |c| {
            base(c, "A delegation, or the context notes of somebody, were looked at again and hold")
                .args([
                    text_flag("next", "DAY", "when to look at it next; the usual span unless given"),
                    switch("context", "the context notes of a relationship").conflicts_with("next"),
                ])
                .after_help("Examples:\n  trustline reviewed k3f9a\n  trustline reviewed releases --next \"in 6 weeks\"\n  trustline reviewed priya --context")
        },
        run: review,
    },
    Verb {
        name: "end",
        command: |c| {
            base(c, "A delegation, a shortcut, an agreement or a band ends")
                .arg(text_flag("words", "TEXT", "why"))
                .after_help(
                    "Examples:\n  trustline end k3f9a --words \"another team took releases over\"",
                )
        },
        run: |desk, given| {
            settle(desk, given, None, |_, given, _| {
                let words = one(given, "words").unwrap_or_default().to_owned();
                Ok(Act::End { words })
            })
        },
    },
    Verb {
        name: "shortcut",
        command: |c| {
            let c = c
                .about("Relied on without checking: an introduction, or a source")
                .arg(flags::word(Kind::Shortcut, "who", "WHO"))
                .arg(flags::words(Kind::Shortcut, "text", "WHAT"))
                .arg(json_flag())
                .after_help("Examples:\n  trustline shortcut priya \"the numbers of the weekly report\" \\\n      --sort source --saves \"an hour a week\"\n  trustline shortcut tom \"a good reviewer\" --by \"Ana, who worked with him\"");
            flags::with(c, Kind::Shortcut, &["who", "text"])
        },
        run: |desk, given| write::record(desk, given, Kind::Shortcut),
    },
    Verb {
        name: "check",
        command: check_command,
        run: check,
    },
];

fn check_command(command: Command) -> Command {
    base(command, "A spot check of what is relied on without checking")
        .args([
            switch("held", "it held").conflicts_with("failed"),
            switch("failed", "it did not hold"),
            text_flag("words", "TEXT", "what was looked at"),
        ])
        .after_help("Examples:\n  trustline check k3f9a --held --words \"three figures against the source\"\n  trustline check weekly report --failed")
}

fn level(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    settle(desk, given, Some(Kind::Delegation), |_, given, _| {
        Ok(Act::Level {
            to: given.get_one::<u8>("level").copied().unwrap_or_default(),
            why: one(given, "why").unwrap_or_default().to_owned(),
        })
    })
}

fn review(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let kind = if is_set(given, "context") {
        Kind::Relationship
    } else {
        Kind::Delegation
    };
    settle(desk, given, Some(kind), |desk, given, _| {
        let next = one(given, "next")
            .map(|typed| desk.day("--next", typed, Lean::Future))
            .transpose()?;
        Ok(Act::Review { next })
    })
}

fn check(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    if !is_set(given, "held") && !is_set(given, "failed") {
        return Err(Error::usage("whether it held is missing")
            .hint("add --held or --failed; --words says what was looked at"));
    }
    settle(desk, given, Some(Kind::Shortcut), |_, given, _| {
        Ok(Act::Check {
            held: is_set(given, "held"),
            words: one(given, "words").unwrap_or_default().to_owned(),
        })
    })
}

fn delegations(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let whos = match joined(given, "who") {
        name if name.is_empty() => everybody(&journal)?,
        name => vec![named(&journal, journal.find_relationship(&name)?)],
    };
    let mut all = Vec::new();
    for (id, name) in whos {
        // their figures stay folded where I set their deadlines, until they are opened
        let folded = journal.card(id)?.folded && !is_set(given, "open");
        all.push((name, journal.trust(id)?, folded));
    }
    if desk.wants_json() {
        let each = all.iter().flat_map(|(_, trust, _)| &trust.delegations);
        return desk.say_json(&json::list(&each.collect::<Vec<_>>(), |one| {
            json::delegated(one)
        }));
    }
    all.retain(|(_, trust, _)| !trust.delegations.is_empty());
    if all.is_empty() {
        return desk
            .say("Nothing is delegated. Begin with: trustline delegate WHO TOPIC --level 3");
    }
    for (name, trust, folded) in &all {
        say_delegations(desk, &format!("Delegated to {name}"), trust, *folded)?;
    }
    Ok(())
}

fn named(journal: &Journal, id: RecordId) -> (RecordId, String) {
    let name = crate::domain::fields::Names::name(journal, id);
    (id, name.unwrap_or_default())
}

/// Everybody who has a delegation that stands, by name.
fn everybody(journal: &Journal) -> Result<Vec<(RecordId, String)>> {
    let standing = Filter::default()
        .and(Ask::Kind(vec![Kind::Delegation]))
        .and(Ask::State(vec!["standing"]));
    let lines = journal.entries(&standing, Window::top(usize::MAX))?.lines;
    let mut whos: Vec<_> = lines.into_iter().filter_map(|line| line.who).collect();
    whos.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    whos.dedup();
    Ok(whos)
}

/// The delegations of a relationship, each with its evidence and, where there is one, its hint.
///
/// # Errors
/// When the output cannot be written.
pub fn say_delegations(
    desk: &mut Desk<'_>,
    heading: &str,
    trust: &Trust,
    folded: bool,
) -> Result<()> {
    if trust.delegations.is_empty() {
        return Ok(());
    }
    if desk.is_plain() {
        return plainly(desk, heading, trust, folded);
    }
    desk.head(heading)?;
    for one in &trust.delegations {
        let id = one.line.id.short();
        desk.say(format!("  {id}  {}", one.line.record.noun().title()))?;
        desk.say(format!("         {}", one.evidence(folded)))?;
        if let Some(hint) = one.hint_line() {
            desk.say(format!("         {hint}"))?;
        }
    }
    Ok(())
}

/// The same as facts.
fn plainly(desk: &mut Desk<'_>, heading: &str, trust: &Trust, folded: bool) -> Result<()> {
    let rows = trust.delegations.iter().map(|one| {
        vec![
            one.line.id.short(),
            one.line.record.noun().title(),
            one.evidence(folded),
            one.hint_line().unwrap_or_default(),
        ]
    });
    let columns = Columns(&["id", "*what", "evidence", "hint"]);
    desk.part(heading, columns, &rows.collect::<Vec<_>>())
}
