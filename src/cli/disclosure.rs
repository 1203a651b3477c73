//! What is shared in trust: written, responded to, sealed and unsealed, and where two people stand on the ladder.

use clap::{Arg, ArgMatches, Command};

use super::args::{choice, is_set, joined, json_flag, on, one, switch, which, who};
use super::flags::{self, Words};
use super::settle::{base, settle};
use super::{Columns, Desk, Verb, entry};
use crate::domain::disclosure::{Disclosure, Response};
use crate::domain::ladder::{Sign, gently};
use crate::domain::trust::Trust;
use crate::domain::view::EntryLine;
use crate::domain::{Act, Kind, Record, RecordId, Side, dates};
use crate::error::{Error, Result};
use crate::journal::{Change, Journal, Told};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "disclosure",
        command: disclosure_command,
        run: write,
    },
    Verb {
        name: "respond",
        command: |c| {
            let how = Arg::new("how")
                .value_name("RESPONSE")
                .required(true)
                .value_parser(Words(Response::WORDS))
                .help("how it was met; none yet: none came, and it is not asked about again");
            c.about("How something that was shared in trust was met")
                .args([one_record(), how, on(), json_flag()])
                .after_help("Examples:\n  trustline respond k3f9a care\n  trustline respond k3f9a used-against --on yesterday")
        },
        run: respond,
    },
    Verb {
        name: "confirm",
        command: |c| {
            base(c, "What was shared in an intense setting holds in ordinary weeks; or the safe depth may rise again")
                .after_help("Examples:\n  trustline confirm k3f9a")
        },
        run: |desk, given| {
            settle(desk, given, Some(Kind::Disclosure), |_, _, _| {
                Ok(Act::Confirm)
            })
        },
    },
    Verb {
        name: "seal",
        command: |c| {
            base(
                c,
                "It was told in confidence: in no list, search or export from now on",
            )
            .after_help("Examples:\n  trustline seal k3f9a")
        },
        run: |desk, given| settle(desk, given, Some(Kind::Disclosure), |_, _, _| Ok(Act::Seal)),
    },
    Verb {
        name: "unseal",
        command: |c| {
            base(c, "Let one confidence be seen again, after asking")
                .arg(switch("yes", "without asking"))
                .after_help("Examples:\n  trustline confidences\n  trustline unseal k3f9a")
        },
        run: unseal,
    },
    Verb {
        name: "confidences",
        command: |c| {
            let who = Arg::new("who")
                .value_name("WHO")
                .help("the relationship; without it, all of them");
            c.about("What was told in confidence and is sealed: day, whose, how deep, and not a word of it")
                .args([who, json_flag()])
                .after_help("Examples:\n  trustline confidences\n  trustline confidences priya --json")
        },
        run: confidences,
    },
    Verb {
        name: "ladder",
        command: |c| {
            c.about("How deep sharing has met care, what is owed, and the balance of 90 days")
                .args([who(), json_flag()])
                .after_help("Examples:\n  trustline ladder priya\n  trustline ladder priya --as-of 2026-09-30")
        },
        run: ladder,
    },
];

fn disclosure_command(command: Command) -> Command {
    let content = Arg::new("content")
        .value_name("CONTENT")
        .num_args(0..)
        .help("better left blank: that it was shared is enough");
    let command = command
        .about("Something shared in trust, by you or by them")
        .arg(flags::word(Kind::Disclosure, "who", "WHO"))
        .arg(content)
        .arg(json_flag())
        .after_help("Examples:\n  trustline disclosure priya --depth 3 --side theirs --asked\n  trustline disclosure priya --depth 4 --side theirs --confidence\n  trustline disclosure priya --depth 2 --response care");
    flags::with(command, Kind::Disclosure, &["who", "content"])
}

/// A record in one word or quoted words, where another argument follows.
pub fn one_record() -> Arg {
    which("its short id, or words that fit only it, in quotes").num_args(1)
}

/// Writes a disclosure; says gently when it may be more than there is room for.
///
/// # Errors
/// As every change.
pub fn write(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Disclosure, given, desk)?;
    let mut journal = desk.write()?;
    let record = flags::record(Kind::Disclosure.fresh(desk.clock().now()), &texts, &journal)?;
    let Record::Disclosure(one) = record.clone() else {
        return Ok(());
    };
    let signs = journal.signs(&one, None)?;
    let told = journal.tell(Change::Add(Box::new(record)))?;
    if desk.wants_json() {
        let asks = (!signs.is_empty()).then(|| gently(one.side));
        return desk.say_json(&json::told_with_signs(&told.says, &told.ids, asks, &signs));
    }
    say_first(desk, &told)?;
    if told.ids.len() > 1 {
        desk.say("Your promise to keep it was written with it; Today asks whether you did.")?;
    }
    say_signs(desk, &signs, one.side)?;
    match told.ids.first() {
        Some(id) if one.response == Response::UsedAgainst => say_breach(desk, &journal, *id, &one),
        _ => Ok(()),
    }
}

fn say_first(desk: &mut Desk<'_>, told: &Told) -> Result<()> {
    match told.ids.first() {
        Some(id) => desk.say(format!("{}  [{}]", told.says, id.short())),
        None => desk.say(&told.says),
    }
}

/// The gentle question with its reasons, to whoever wrote it down.
///
/// # Errors
/// When the output cannot be written.
pub fn say_signs(desk: &mut Desk<'_>, signs: &[Sign], side: Side) -> Result<()> {
    if signs.is_empty() {
        return Ok(());
    }
    desk.say(gently(side))?;
    signs
        .iter()
        .try_for_each(|sign| desk.say(format!("  {}", sign.says())))
}

fn respond(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let how = choice(given, "how", Response::WORDS, Response::from_word)?.unwrap_or_default();
    settle(desk, given, Some(Kind::Disclosure), |_, _, _| {
        Ok(Act::Respond(how))
    })?;
    if how != Response::UsedAgainst || desk.wants_json() {
        return Ok(());
    }
    let journal = desk.read()?;
    let id = entry::named(&journal, Some(Kind::Disclosure), given)?;
    match entry::stored(&journal, id)?.record {
        Record::Disclosure(one) => say_breach(desk, &journal, id, &one),
        _ => Ok(()),
    }
}

/// What was used against somebody may be a breach: offered, never made by itself.
fn say_breach(
    desk: &mut Desk<'_>,
    journal: &Journal,
    id: RecordId,
    one: &Disclosure,
) -> Result<()> {
    let name = crate::domain::fields::Names::name(journal, one.who).unwrap_or_default();
    let breach = one.breach();
    desk.say(format!(
        "The safe depth is 1 now, until you raise it: trustline confirm {}",
        id.short()
    ))?;
    desk.say(format!(
        "If a boundary was breached, write it down: trustline breach \"{name}\" \"{}\" --sort boundary --by {}",
        breach.happened, breach.by
    ))
}

fn unseal(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let id = entry::named(&journal, Some(Kind::Disclosure), given)?;
    drop(journal);
    if !is_set(given, "yes") {
        if !desk.asks() {
            let says = format!("{} was not unsealed: there is nobody to ask", id.short());
            return Err(Error::refused(says)
                .hint("add --yes to unseal it without asking; trustline seal seals it again"));
        }
        let question = format!(
            "Unseal {}? Lists, search and exports show it then, until it is sealed again.",
            id.short()
        );
        if !desk.says_yes(&question)? {
            return desk.say("It stays sealed.");
        }
    }
    settle(desk, given, Some(Kind::Disclosure), |_, _, _| {
        Ok(Act::Unseal)
    })
}

fn confidences(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let who = one(given, "who")
        .map(|name| journal.find_relationship(name))
        .transpose()?;
    let lines = journal.confidences(who)?;
    if desk.wants_json() {
        return desk.say_json(&json::list(&lines, json::entry));
    }
    if lines.is_empty() {
        return desk.say("Nothing is sealed.");
    }
    let day = journal.day();
    let rows: Vec<_> = lines.iter().map(|line| sealed_cells(line, day)).collect();
    let columns = Columns(&["id", "day", "*with", "whose", ""]);
    desk.part("Told in confidence, sealed", columns, &rows)?;
    desk.say("One of them is opened with: trustline unseal ID")
}

fn sealed_cells(line: &EntryLine, day: chrono::NaiveDate) -> Vec<String> {
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    let (whose, depth) = match &line.record {
        Record::Disclosure(one) => (one.side.word(), one.depth),
        _ => ("", 0),
    };
    vec![
        format!("  {}", line.id.short()),
        dates::short(line.at.day, day),
        name.to_owned(),
        whose.to_owned(),
        format!("depth {depth}"),
    ]
}

fn ladder(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let who = journal.find_relationship(&joined(given, "who"))?;
    let trust = journal.trust(who)?;
    if desk.wants_json() {
        return desk.say_json(&json::trust(&trust));
    }
    say_ladder(desk, &trust)
}

/// The ladder with what is owed and how much is sealed.
///
/// # Errors
/// When the output cannot be written.
pub fn say_ladder(desk: &mut Desk<'_>, trust: &Trust) -> Result<()> {
    desk.head("Shared in trust")?;
    for line in trust.ladder_lines() {
        desk.say(format!("  {line}"))?;
    }
    if let Some(line) = &trust.holds {
        desk.say(format!(
            "  to raise it: trustline confirm {}",
            line.id.short()
        ))?;
    }
    if let Some(sealed) = trust.sealed_line() {
        desk.say(format!("  {sealed}; trustline confidences lists them"))?;
    }
    let owed: Vec<_> = trust
        .owed
        .iter()
        .map(|line| owed_cells(line, trust))
        .collect();
    if !owed.is_empty() {
        let columns = Columns(&["id", "since", "*what"]);
        desk.part("You owe a response", columns, &owed)?;
    }
    Ok(())
}

fn owed_cells(line: &EntryLine, trust: &Trust) -> Vec<String> {
    vec![
        format!("  {}", line.id.short()),
        dates::beside(line.at.day, trust.as_of),
        line.record.noun().title(),
    ]
}
