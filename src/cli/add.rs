//! `add` for every kind, and the short ways to write feedback, a breach, a note, a moment, a topic, a held one-on-one.

use clap::{ArgMatches, Command};

use super::args::{joined, json_flag, on, one, text_flag, who};
use super::flags::{self, Texts};
use super::{Desk, Verb, entry};
use crate::domain::dates::Lean;
use crate::domain::note::NoteSort;
use crate::domain::relationship::{Party, Role};
use crate::domain::{Kind, Record, RecordId, context, guardrail};
use crate::error::Result;
use crate::journal::{Change, Journal};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "feedback",
        command: |c| {
            about_somebody(c, Kind::Feedback, "behaviour", "BEHAVIOUR")
                .about("Feedback given, received or asked for")
                .after_help("Examples:\n  trustline feedback priya \"explained the outage to the client herself\" --impact \"they stayed calm\"\n  trustline feedback priya \"cut Tom off twice\" --sort coaching --state draft")
        },
        run: |desk, given| write(desk, given, Kind::Feedback),
    },
    Verb {
        name: "breach",
        command: |c| {
            about_somebody(c, Kind::Breach, "happened", "WHAT")
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
        run: |desk, given| write(desk, given, Kind::Note),
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
            about_somebody(c, Kind::Topic, "text", "TOPIC")
                .about("Something to bring up next time")
                .after_help("Examples:\n  trustline topic priya \"who covers on-call in December\"")
        },
        run: |desk, given| write(desk, given, Kind::Topic),
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

/// WHO and the main field as words, the rest as flags.
pub fn about_somebody(
    command: Command,
    kind: Kind,
    main: &'static str,
    value: &'static str,
) -> Command {
    let command = command
        .arg(flags::word(kind, "who", "WHO"))
        .arg(flags::words(kind, main, value))
        .arg(json_flag());
    flags::with(command, kind, &["who", main])
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
        Some(kind) => write(desk, given, kind),
        None => Ok(()),
    }
}

/// Writes a record of a kind from its flags.
///
/// # Errors
/// As every change, and what the flags say.
pub fn write(desk: &mut Desk<'_>, given: &ArgMatches, kind: Kind) -> Result<()> {
    let mut texts = flags::texts(kind, given, desk)?;
    if kind == Kind::Relationship {
        texts = with_role_of_party(texts);
    }
    let mut journal = desk.write()?;
    let told = tell(&mut journal, kind.fresh(desk.clock().now()), &texts)?;
    entry::say_told(desk, &told)?;
    across_a_gap(desk, &journal, &told)?;
    would_they_mind(desk, kind)
}

/// A group or an institution without a role is asked about as one: a peer's questions would not fit it.
fn with_role_of_party(mut texts: Texts) -> Texts {
    let typed = |name: &str| {
        texts
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, t)| t.as_str())
    };
    if typed("role").is_none() {
        let party = typed("party").unwrap_or_default().to_lowercase();
        let starts = |party_word: &str| !party.is_empty() && party_word.starts_with(&party);
        if starts(Party::Institution.word()) {
            texts.push(("role", Role::Institution.word().to_owned()));
        } else if starts(Party::Group.word()) {
            texts.push(("role", Role::Community.word().to_owned()));
        }
    }
    texts
}

fn tell(journal: &mut Journal, base: Record, texts: &Texts) -> Result<crate::journal::Told> {
    let record = flags::record(base, texts, journal)?;
    journal.tell(Change::Add(Box::new(record)))
}

fn moment(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Note, given, desk)?;
    let mut journal = desk.write()?;
    let mut base = Kind::Note.fresh(desk.clock().now());
    if let Record::Note(note) = &mut base {
        note.sort = NoteSort::Moment;
    }
    let told = tell(&mut journal, base, &texts)?;
    entry::say_told(desk, &told)?;
    would_they_mind(desk, Kind::Note)
}

/// What is asked across a power gap, for whoever sits there.
pub(super) fn across_a_gap(
    desk: &mut Desk<'_>,
    journal: &Journal,
    told: &crate::journal::Told,
) -> Result<()> {
    for id in told
        .ids
        .iter()
        .filter(|_| desk.asks())
        .copied()
        .collect::<Vec<_>>()
    {
        let Some(record) = journal.stored(id)?.map(|stored| stored.record) else {
            continue;
        };
        let who = record.noun().whos().first().copied();
        let with = who.map(|who| journal.stored(who)).transpose()?.flatten();
        let gap = match with.map(|stored| stored.record) {
            Some(Record::Relationship(one)) => one.gap(),
            _ => 0,
        };
        if let Some(asks) = context::asked(&record, gap) {
            desk.aside(asks)?;
        }
    }
    Ok(())
}

/// The reading test, for whoever sits there: a question, and the way back.
pub(super) fn would_they_mind(desk: &mut Desk<'_>, kind: Kind) -> Result<()> {
    match guardrail::reading_test(kind).filter(|_| desk.asks()) {
        Some(question) => desk.aside(format!("{question} If not: trustline undo")),
        None => Ok(()),
    }
}

/// What a breach asks to be looked at again: what is delegated to them and relied on without checking.
pub(super) fn say_look_again(
    desk: &mut Desk<'_>,
    journal: &Journal,
    who: Option<RecordId>,
) -> Result<()> {
    let Some(who) = who.filter(|_| !desk.wants_json()) else {
        return Ok(());
    };
    let trust = journal.trust(who)?;
    super::delegate::say_lines(desk, "Worth looking at again", &trust.look_again())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_added_by_words_or_by_flags_alone() {
        let wordless: Vec<_> = added().filter(|kind| kind.main_field().is_none()).collect();
        assert_eq!(wordless, [Kind::Disclosure, Kind::Delegation]);
        assert_eq!(added().count(), Kind::ALL.len() - 2);
    }

    #[test]
    fn an_institution_is_asked_as_one() {
        let role = |party: &str| with_role_of_party(vec![("party", party.to_owned())]);
        assert_eq!(role("inst")[1], ("role", "institution".to_owned()));
        assert_eq!(role("group")[1], ("role", "community".to_owned()));
        assert_eq!(role("person").len(), 1);
    }
}
