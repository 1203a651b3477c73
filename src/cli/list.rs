//! `list` and `relationships`: windows of records and of relationships, streamed, so that memory stays the same for any journal.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, joined, json_flag, switch};
use super::{Columns, Desk, Verb, entry};
use crate::domain::dates;
use crate::domain::filter::Filter;
use crate::domain::relationship::Tending;
use crate::domain::view::{From, Key, RelationshipLine, Slice, Window};
use crate::error::{Error, Result};
use crate::wire::json::{self, Json};

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "list",
        command: list_command,
        run: list,
    },
    Verb {
        name: "relationships",
        command: relationships_command,
        run: relationships,
    },
];

/// How many lines are held at once.
const WINDOW: usize = 256;
/// The least widths of the columns, so that they stand still from one window to the next.
const LEAST: [usize; 5] = [5, 11, 16, 17, 9];

fn list_command(command: Command) -> Command {
    let query = Arg::new("query")
        .value_name("QUERY")
        .num_args(0..)
        .help("the query language of the screens; none lists everything, \u{201c}-\u{201d} reads it from the input");
    let limit = Arg::new("limit")
        .long("limit")
        .value_name("N")
        .value_parser(clap::value_parser!(usize))
        .help("at most so many lines");
    command
        .about("Records that fit a query, newest first")
        .args([query, limit, json_flag()])
        .after_help(
            "Examples:\n  trustline list \"who:priya is:open due<fri\"\n  trustline list \"kind:breach\" --json --limit 5\n\n\
             Terms: who:NAME kind:commitment,note is:open|kept|late|broken|overdue|moved side:mine|theirs due<fri due>=2026-11-01\n\
             \x20      on:2026-11 tag:budget stake:major words \"exact words\"; a minus in front turns a term round.",
        )
}

fn list(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let query = match joined(given, "query") {
        dash if dash == "-" => desk.input_text()?,
        query => query,
    };
    let journal = desk.read()?;
    let filter = Filter::parse(query.trim(), &journal.reading()).map_err(|faults| {
        let says: Vec<_> = faults.into_iter().map(|f| f.says).collect();
        Error::usage(says.join("; ")).hint("trustline list --help shows the terms")
    })?;
    let limit = given.get_one::<usize>("limit").copied();
    let (json, today) = (desk.wants_json(), journal.day());
    let (mut array, mut nth) = (Array::default(), 0);
    let said = stream(
        limit.unwrap_or(usize::MAX),
        |window| journal.entries(&filter, window),
        |line| line.key,
        |line| {
            if json {
                return array.item(desk, &json::entry(line));
            }
            nth += 1;
            desk.row(nth, entry::LINE, &LEAST, entry::cells(line, today))
        },
    )?;
    if json {
        return array.end(desk);
    }
    if said == 0 {
        desk.aside("Nothing fits.")?;
    }
    desk.in_all(said)
}

fn relationships_command(command: Command) -> Command {
    command
        .about("The relationships, in the order of attention needed, never of a figure")
        .args([switch("archived", "the archived ones instead"), json_flag()])
        .after_help(
            "Examples:\n  trustline relationships\n  trustline relationships --archived --json",
        )
}

fn relationships(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let archived = is_set(given, "archived");
    let (json, today) = (desk.wants_json(), journal.day());
    let (mut array, mut nth) = (Array::default(), 0);
    let said = stream(
        usize::MAX,
        |window| journal.relationships(archived, window),
        |line| line.key,
        |line| {
            if json {
                return array.item(desk, &json::relationship_line(line));
            }
            nth += 1;
            desk.row(nth, COLUMNS, &[5, 24, 13, 22], cells(line, today))
        },
    )?;
    if json {
        return array.end(desk);
    }
    if said == 0 {
        desk.aside("No relationships yet. Begin with: trustline add relationship \"Priya Nair\"")?;
    }
    desk.in_all(said)
}

/// What the cells of a relationship are called.
const COLUMNS: Columns = Columns(&["id", "*name", "role", "contact", ""]);

fn cells(line: &RelationshipLine, today: chrono::NaiveDate) -> Vec<String> {
    let contact = line.last_contact.map_or_else(
        || "no contact yet".to_owned(),
        |day| format!("last {}", dates::beside(day, today)),
    );
    let mut notes = vec![format!(
        "open: mine {}, theirs {}",
        line.mine_open, line.theirs_open
    )];
    match (line.tending, line.checkin_due) {
        (Tending::Active, Some(due)) if due <= today => notes.push("check-in due".to_owned()),
        (Tending::Active, _) => {}
        (tending, _) => notes.push(tending.word().to_owned()),
    }
    if line.repairs > 0 {
        notes.push("repair".to_owned());
    }
    vec![
        line.id.short(),
        line.name.clone(),
        line.role.word().to_owned(),
        contact,
        notes.join(" \u{b7} "),
    ]
}

/// Goes through a list window by window; answers how many lines there were.
fn stream<T>(
    limit: usize,
    ask: impl Fn(Window) -> Result<Slice<T>>,
    key: impl Fn(&T) -> Key,
    mut each: impl FnMut(&T) -> Result<()>,
) -> Result<usize> {
    let (mut from, mut said) = (From::Top, 0);
    while said < limit {
        let rows = WINDOW.min(limit - said);
        let slice = ask(Window { from, rows })?;
        slice.lines.iter().try_for_each(&mut each)?;
        said += slice.lines.len();
        match slice.lines.last() {
            Some(last) if slice.below => from = From::After(key(last)),
            _ => break,
        }
    }
    Ok(said)
}

/// A JSON array that is written as it comes.
#[derive(Default)]
struct Array {
    begun: bool,
}

impl Array {
    fn item(&mut self, desk: &mut Desk<'_>, value: &Json) -> Result<()> {
        let before = if std::mem::replace(&mut self.begun, true) {
            ",\n"
        } else {
            "[\n"
        };
        let value = desk.shown_json(value);
        desk.put(&(before.to_owned() + &json::written(&value, false)))
    }

    fn end(&self, desk: &mut Desk<'_>) -> Result<()> {
        let end = if self.begun { "\n]" } else { "[]" };
        desk.put(&format!("{end}\n"))
    }
}
