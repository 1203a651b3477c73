//! `agreement`: one sentence that both can check, seen upheld or breached, addressed, looked at again, ended.

use clap::{Arg, ArgMatches, Command};

use super::args::{choice, json_flag, on, one, text_flag, which};
use super::flags::{self, Words};
use super::settle::settle;
use super::{Columns, Desk, Verb, entry};
use crate::domain::agreement::{Agreement, Scope, Visibility};
use crate::domain::dates::{self, Lean};
use crate::domain::filter::{Ask, Filter};
use crate::domain::view::{EntryLine, Window};
use crate::domain::{Act, Kind, Record};
use crate::error::Result;
use crate::journal::Change;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "agreement",
    command,
    run,
}];

/// How many agreements are listed at most.
const ROWS: usize = 500;
const WHICH: &str = "the agreement: its short id, or words that fit only it";
const KIND: Option<Kind> = Some(Kind::Agreement);

fn command(command: Command) -> Command {
    command
        .about("Agreements: those that stand, add, upheld, breached, address, review, end")
        .arg(json_flag())
        .subcommands([
            add_command(),
            list_command(),
            seen("upheld", "It was seen upheld"),
            seen("breached", "It was seen breached; it stays open until that is addressed"),
            address_command(),
            Command::new("review")
                .about("Looked at again; the next look is in 90 days unless a day is given")
                .args([which(WHICH), text_flag("next", "DAY", "when to look at it next"), on(), json_flag()])
                .after_help("Examples:\n  trustline agreement review no feedback in front --next \"in 6 weeks\""),
            Command::new("end")
                .about("It ends; a breach that waits is addressed first")
                .args([which(WHICH), text_flag("words", "TEXT", "why"), on(), json_flag()])
                .after_help("Examples:\n  trustline agreement end no feedback in front --words \"the team parted\""),
        ])
        .after_help(
            "Examples:\n  trustline agreement\n  trustline agreement add priya \"no feedback in front of others\"\n  \
             trustline agreement breached no feedback in front --words \"in the Monday round\"\n  \
             trustline agreement address no feedback in front \\\n      --how \"said sorry in the same round\" --seen in-the-group",
        )
}

fn add_command() -> Command {
    let add = Command::new("add")
        .about("A new agreement; whose it is follows from who it is with")
        .arg(flags::word(Kind::Agreement, "who", "WHO"))
        .arg(flags::words(Kind::Agreement, "text", "TEXT"))
        .arg(json_flag());
    flags::with(add, Kind::Agreement, &["who", "text"]).after_help(
        "Examples:\n  trustline agreement add priya \"no feedback in front of others\"\n  \
         trustline agreement add payroll \"salaries are seen by two\" \\\n      --access-who payroll --access-what salaries --access-why \"to pay them\"",
    )
}

fn list_command() -> Command {
    let who = Arg::new("who")
        .value_name("WHO")
        .help("only those with one relationship, ended ones too");
    Command::new("list")
        .about("The agreements that stand, those with a breach that waits first")
        .args([who, json_flag()])
        .after_help(
            "Examples:\n  trustline agreement list\n  trustline agreement list circle --json",
        )
}

fn seen(name: &'static str, about: &'static str) -> Command {
    Command::new(name)
        .about(about)
        .args([
            which(WHICH),
            text_flag("words", "TEXT", "what was seen"),
            on(),
            json_flag(),
        ])
        .after_help(format!(
            "Examples:\n  trustline agreement {name} no feedback in front --words \"in the Monday round\" --on yesterday"
        ))
}

fn address_command() -> Command {
    let how = text_flag("how", "TEXT", "how it was addressed").required(true);
    let visibly = text_flag("seen", "WORD", "how visibly; privately unless given")
        .value_parser(Words(Visibility::WORDS));
    Command::new("address")
        .about("How its oldest breach that waits was addressed, and how visibly")
        .args([which(WHICH), how, visibly, on(), json_flag()])
        .after_help("Examples:\n  trustline agreement address no feedback in front \\\n      --how \"said sorry in the same round\" --seen in-the-group")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    match given.subcommand() {
        Some(("add", given)) => add(desk, given),
        Some((name @ ("upheld" | "breached"), given)) => {
            settle(desk, given, KIND, |_, given, _| {
                Ok(Act::Observe {
                    upheld: name == "upheld",
                    words: words(given, "words"),
                })
            })
        }
        Some(("address", given)) => settle(desk, given, KIND, |_, given, _| {
            let seen = choice(given, "seen", Visibility::WORDS, Visibility::from_word)?;
            Ok(Act::Address {
                how: words(given, "how"),
                seen: seen.unwrap_or_default(),
            })
        }),
        Some(("review", given)) => settle(desk, given, KIND, |desk, given, _| {
            let next = one(given, "next").map(|day| desk.day("--next", day, Lean::Future));
            Ok(Act::Review {
                next: next.transpose()?,
            })
        }),
        Some(("end", given)) => settle(desk, given, KIND, |_, given, _| {
            Ok(Act::End {
                words: words(given, "words"),
            })
        }),
        Some((_, given)) => list(desk, one(given, "who")),
        None => list(desk, None),
    }
}

fn words(given: &ArgMatches, flag: &str) -> String {
    one(given, flag).unwrap_or_default().to_owned()
}

fn add(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let texts = flags::texts(Kind::Agreement, given, desk)?;
    let mut journal = desk.write()?;
    let mut base = Kind::Agreement.fresh(desk.clock().now());
    let who = journal.find_relationship(one(given, "who").unwrap_or_default())?;
    if let (Record::Agreement(agreement), Some(stored)) = (&mut base, journal.stored(who)?)
        && let Record::Relationship(with) = stored.record
    {
        agreement.scope = Scope::likely(with.party, with.role);
    }
    let record = flags::record(base, &texts, &journal)?;
    let told = journal.tell(Change::Add(Box::new(record)))?;
    entry::say_told(desk, &told)
}

fn list(desk: &mut Desk<'_>, who: Option<&str>) -> Result<()> {
    let journal = desk.read()?;
    let mut filter = Filter::default().and(Ask::Kind(vec![Kind::Agreement]));
    filter = match who {
        Some(who) => filter.and(Ask::Who(journal.find_relationship(who)?)),
        None => filter.and(Ask::State(vec!["standing", "breached"])),
    };
    let mut lines = journal.entries(&filter, Window::top(ROWS))?.lines;
    lines.sort_by_key(|line| line.state != "breached");
    if desk.wants_json() {
        return desk.say_json(&json::list(&lines, json::entry));
    }
    if lines.is_empty() {
        return desk.say(
            "No agreement stands. Begin with: trustline agreement add WHO \"one sentence that both can check\"",
        );
    }
    let day = journal.day();
    let rows: Vec<_> = lines.iter().map(|line| cells(line, day)).collect();
    desk.list(COLUMNS, &rows)
}

/// What the cells of an agreement are called.
pub const COLUMNS: Columns = Columns(&["id", "with", "whose", "seen", "next", "*what"]);

/// An agreement as a row: id, with whom, whose, what was seen of it, what it asks for, the sentence.
pub fn cells(line: &EntryLine, today: chrono::NaiveDate) -> Vec<String> {
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    let Record::Agreement(one) = &line.record else {
        return vec![line.id.short(), name.to_owned(), line.record.noun().title()];
    };
    vec![
        line.id.short(),
        name.to_owned(),
        one.scope.word().to_owned(),
        one.observed().text(),
        asks(one, today),
        one.text.clone(),
    ]
}

/// What it asks for, or when it is looked at next.
fn asks(one: &Agreement, today: chrono::NaiveDate) -> String {
    let next = || match one.ended {
        Some(day) => format!("ended {}", dates::short(day, today)),
        None => format!("review {}", dates::beside(one.next_review(), today)),
    };
    one.asks(today).unwrap_or_else(next)
}
