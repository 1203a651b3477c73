//! `add` for every kind, and the short ways to write feedback, a breach, a note, a moment, a topic, a held one-on-one.

use clap::{ArgMatches, Command};

use super::args::{joined, json_flag, on, one, text_flag, who};
use super::flags::{self};
use super::{Desk, Verb, entry, write};
use crate::domain::dates::{self, Lean};
use crate::domain::note::{Note, NoteSort};
use crate::domain::{Kind, Record};
use crate::error::Result;
use crate::journal::Change;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "feedback",
        command: |c| {
            write::about_somebody(c, Kind::Feedback, "behaviour", "BEHAVIOUR")
                .about("Feedback given, received or asked for")
                .after_help("Examples:\n  trustline feedback priya \"explained the outage to the client herself\" --impact \"they stayed calm\"\n  trustline feedback priya \"cut Tom off twice\" --sort coaching --state draft")
        },
        run: |desk, given| write::record(desk, given, Kind::Feedback),
    },
    Verb {
        name: "breach",
        command: |c| {
            write::about_somebody(c, Kind::Breach, "happened", "WHAT")
                .about("A breach of trust: facts first, both readings kept")
                .after_help("Examples:\n  trustline breach priya \"the handover did not happen\" --sort missed --severity 2\n  trustline breach priya \"I shared what was told in confidence\" --by me --sort boundary --severity 3")
        },
        run: super::breach::write,
    },
    Verb {
        name: "note",
        command: |c| {
            about_anybody(c)
                .about("Free text; @name links it to a relationship, #tag tags it")
                .after_help("Examples:\n  trustline note \"@priya wants to lead the next release #growth\"\n  trustline note - < minutes.txt")
        },
        run: |desk, given| write::record(desk, given, Kind::Note),
    },
    Verb {
        name: "moment",
        command: |c| {
            about_anybody(c).about("A moment that mattered").after_help(
                "Examples:\n  trustline moment \"@priya told me she was stuck before I asked\"",
            )
        },
        run: moment,
    },
    Verb {
        name: "topic",
        command: |c| {
            write::about_somebody(c, Kind::Topic, "text", "TOPIC")
                .about("Something to bring up next time")
                .after_help("Examples:\n  trustline topic priya \"who covers on-call in December\"")
        },
        run: |desk, given| write::record(desk, given, Kind::Topic),
    },
    Verb {
        name: "held",
        command: |c| {
            c.about("A one-on-one was held: what is left open is carried over")
                .args([
                    who(),
                    on(),
                    text_flag(
                        "note",
                        "TEXT",
                        "what came of it (\u{201c}-\u{201d} reads it from the input)",
                    ),
                    json_flag(),
                ])
                .after_help(
                    "Examples:\n  trustline held priya --note \"agreed on the December rota\"",
                )
        },
        run: held,
    },
    Verb {
        name: "meet",
        command: |c| {
            c.about("A one-on-one is to come: Today shows it the day before, prep prepares it")
                .args([
                    who(),
                    text_flag("at", "WHEN", "a day, or a day and a time").required(true),
                    text_flag("note", "TEXT", "what it is about"),
                    json_flag(),
                ])
                .after_help(
                    "Examples:\n  trustline meet priya --at \"tue 10:00\"\n  trustline meet priya --at tomorrow --note \"the December rota\"",
                )
        },
        run: meet,
    },
    Verb {
        name: "add",
        command: add_command,
        run: add,
    },
];

/// The kinds that `add` takes: check-ins are asked and plans are opened.
fn added() -> impl Iterator<Item = Kind> {
    let asked = |kind: &Kind| !matches!(kind, Kind::CheckIn | Kind::Plan);
    Kind::ALL.iter().copied().filter(asked)
}

fn add_command(command: Command) -> Command {
    let command = command
        .about("A new record of any kind, every field by its flag")
        .subcommand_required(true)
        .after_help("Examples:\n  trustline add relationship \"Priya Nair\" --role team-member --cadence weekly\n  trustline add commitment \"send the numbers\" --who priya --due thu --stake major");
    added().fold(command, |command, kind| {
        let one = Command::new(kind.word())
            .about(kind.says())
            .arg(json_flag());
        let (one, main) = match kind.main_field() {
            Some(field) => (
                one.arg(flags::words(kind, field.name, field.name.to_uppercase())),
                field.name,
            ),
            None => (one, ""),
        };
        command.subcommand(flags::with(one, kind, &[main]).after_help(example(kind)))
    })
}

fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Relationship => {
            "Examples:\n  trustline add relationship \"Priya Nair\" --role team-member --cadence weekly\n  trustline add relationship \"Release process\" --party institution --role institution"
        }
        Kind::Commitment => {
            "Examples:\n  trustline add commitment \"review the draft\" --who priya --side theirs --due fri"
        }
        Kind::Feedback => {
            "Examples:\n  trustline add feedback \"asked before assuming\" --who priya --direction received"
        }
        Kind::Breach => {
            "Examples:\n  trustline add breach \"the handover did not happen\" --who priya --severity 2"
        }
        Kind::Disclosure => {
            "Examples:\n  trustline add disclosure --who priya --side theirs --depth 3 --asked\n  trustline add disclosure --who priya --side theirs --depth 4 --confidence"
        }
        Kind::Agreement => {
            "Examples:\n  trustline add agreement \"no feedback in front of others\" --who priya\n  trustline add agreement \"only payroll sees salaries\" --who payroll \\\n      --scope access --access-who payroll --access-why \"to pay them\""
        }
        Kind::Delegation => {
            "Examples:\n  trustline add delegation --topic releases --who priya --level 4 --conditions \"not on Fridays\""
        }
        Kind::Shortcut => {
            "Examples:\n  trustline add shortcut \"the numbers of the weekly report\" --who priya \\\n      --sort source --saves \"an hour a week\""
        }
        Kind::Need => {
            "Examples:\n  trustline add need \"a quiet hour before releases\" --who priya --side theirs"
        }
        Kind::Band => {
            "Examples:\n  trustline add band \"the spring offsite\" --from 2026-04-20 --to 2026-04-23\n  trustline add band \"Priya's leave\" --sort leave --from mon --who priya"
        }
        Kind::Topic => "Examples:\n  trustline add topic \"on-call in December\" --who priya",
        _ => {
            "Examples:\n  trustline add note \"a first week, @priya shadowed me\" --tags onboarding"
        }
    }
}

/// The text as words, the rest as flags.
fn about_anybody(command: Command) -> Command {
    let command = command
        .arg(flags::words(Kind::Note, "text", "TEXT"))
        .arg(json_flag());
    flags::with(command, Kind::Note, &["text", "sort"])
}

fn add(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let Some((name, given)) = given.subcommand() else {
        return Ok(());
    };
    match Kind::from_word(name) {
        Some(Kind::Breach) => super::breach::write(desk, given),
        Some(Kind::Disclosure) => super::disclosure::write(desk, given),
        Some(kind) => write::record(desk, given, kind),
        None => Ok(()),
    }
}

fn moment(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Note, given, desk)?;
    let mut journal = desk.write()?;
    let mut base = Kind::Note.fresh(desk.clock().now());
    if let Record::Note(note) = &mut base {
        note.sort = NoteSort::Moment;
    }
    let told = write::tell(&mut journal, base, &texts)?;
    entry::say_told(desk, &told)?;
    write::would_they_mind(desk, Kind::Note)
}

fn held(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let note = match one(given, "note") {
        Some("-") => desk.input_text()?.trim_end().to_owned(),
        note => note.unwrap_or_default().to_owned(),
    };
    let mut journal = desk.write()?;
    let on = match one(given, "on") {
        Some(typed) => desk.day("--on", typed, Lean::Past)?,
        None => journal.day(),
    };
    let who = journal.find_relationship(&joined(given, "who"))?;
    let told = journal.tell(Change::Held { who, on, note })?;
    entry::say_told(desk, &told)
}

fn meet(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let at = desk.when("--at", one(given, "at").unwrap_or_default(), Lean::Future)?;
    let mut journal = desk.write()?;
    let who = journal.find_relationship(&joined(given, "who"))?;
    let note = Note {
        who: vec![who],
        sort: NoteSort::Planned,
        at,
        text: one(given, "note").unwrap_or("one-on-one").to_owned(),
        tags: Vec::new(),
    };
    let told = journal.tell(Change::Add(Box::new(Record::Note(note))))?;
    entry::say_told(desk, &told)?;
    let when = dates::ahead(at, journal.day());
    desk.say(format!(
        "One-on-one {when}. It is prepared with: trustline prep WHO"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_added_by_words_or_by_flags_alone() {
        let wordless: Vec<_> = added().filter(|kind| kind.main_field().is_none()).collect();
        assert_eq!(wordless, [Kind::Disclosure, Kind::Delegation]);
        assert_eq!(added().count(), Kind::ALL.len() - 2);
    }
}
