//! What the Import page says: before a file is named, of what was found in it, and at the end.

use super::work::{Ask, Brought, Found};
use crate::transfer::intake::{Report, shown};
use crate::transfer::table::{DateOrder, Lack};
use crate::tui::command::{self, Command, Scope, told};

/// What can be brought in.
pub fn before() -> String {
    told!(
        "Bring in what you have: a table (CSV) of a tracker such as Jira, GitHub or Asana, tasks of Taskwarrior, notes of jrnl or tui-journal, contacts (vCard), a calendar (ICS), or another trustline journal\u{2019}s export.\n\nThe file is only read. First you see what would come and what cannot be read; nothing is written before you say so, twice is the same as once, and {u} takes all of it back.",
        u = Global.Undo
    )
}

/// What was found in a file, line by line, and what can be said or done now.
pub fn found(found: &Found, ask: &Ask) -> Vec<String> {
    match found {
        Found::Revisions(union) => {
            let mut lines = vec![format!(
                "An export of a journal: {} revisions new, {} here already.",
                union.new, union.same
            )];
            lines.push(String::new());
            lines.push(if union.new == 0 {
                "Nothing of it is new.".to_owned()
            } else {
                told!(
                    "{enter} unites it with this journal. {esc} leaves all as it is.",
                    enter = Unite.Open,
                    esc = Global.Back
                )
            });
            lines
        }
        Found::Records(report) => of_report(report, ask),
        Found::Lacks(lack, columns) => vec![format!(
            "The table does not say {}. Its columns: {}",
            lack.says,
            columns.join(", ")
        )],
    }
}

/// The question after what a table does not say by itself.
pub fn lacking(lack: &Lack, columns: &[String]) -> String {
    let columns: Vec<_> = columns.iter().take(12).map(|name| shown(name)).collect();
    format!(
        "Which column says \u{201c}{}\u{201d} ({})? There are: {}. Or = and what it is in every row: {}",
        lack.field,
        lack.says,
        columns.join(", "),
        example(lack.field)
    )
}

fn example(field: &str) -> &'static str {
    match field {
        "who" | "name" => "=Ana Ruiz",
        "side" => "=theirs",
        "made" | "since" => "=2026-01-05",
        _ => "=some words",
    }
}

fn of_report(report: &Report, ask: &Ask) -> Vec<String> {
    let says = report.to_string();
    // a note about a flag of the command line is told here as a key
    let plain = says
        .lines()
        .filter(|line| !(line.starts_with("note:") && line.contains("--")));
    let mut lines: Vec<String> = plain.map(str::to_owned).collect();
    lines.push(String::new());
    lines.extend(asks(report, ask));
    lines.push(match (report.new, taken(report, ask)) {
        (0, 0) if report.same + report.differing > 0 => {
            told!(
                "Nothing of it is new here. {esc} goes back.",
                esc = Global.Back
            )
        }
        (0, 0) => {
            told!(
                "Nothing of it can be brought in. {e} names another file, {esc} goes back.",
                e = Import.Edit,
                esc = Global.Back
            )
        }
        (new, 0) => told!(
            "{enter} brings in {new} new. {esc} leaves all as it is.",
            enter = Import.Open,
            esc = Global.Back
        ),
        (new, changed) => {
            told!(
                "{enter} brings in {new} new and changes {changed}. {esc} leaves all as it is.",
                enter = Import.Open,
                esc = Global.Back
            )
        }
    });
    lines
}

fn taken(report: &Report, ask: &Ask) -> u64 {
    if ask.update { report.differing } else { 0 }
}

/// What is open, and the key that settles it.
fn asks(report: &Report, ask: &Ask) -> Vec<String> {
    let mut lines = Vec::new();
    match ask.order {
        None if report.undecided > 0 => lines.push(format!(
            "{}  {} with a date that could be two days: say which part comes first.",
            command::key(Scope::Import, Command::Order),
            rows(report.undecided)
        )),
        None => {}
        Some(DateOrder::Mdy) => {
            lines.push(told!(
                "{d}  Dates in numbers are read with the month first.",
                d = Import.Order
            ));
        }
        Some(_) => lines.push(told!(
            "{d}  Dates in numbers are read with the day first.",
            d = Import.Order
        )),
    }
    let unnamed = report.notes.iter().any(|note| note.contains("--me"));
    if !ask.me.is_empty() {
        lines.push(format!(
            "{}  You are {} in it.",
            command::key(Scope::Import, Command::Sentence),
            ask.me
        ));
    } else if unnamed {
        lines.push(told!(
            "{m}  Say your name as the file writes it, and what is assigned to you is yours.",
            m = Import.Sentence
        ));
    }
    if ask.update {
        lines.push(told!(
            "{t}  What the journal holds otherwise takes the file\u{2019}s contents.",
            t = Import.Take
        ));
    } else if report.differing > 0 {
        lines.push(told!("{t}  What the journal holds otherwise stays as it is; {t} takes the file\u{2019}s contents.", t = Import.Take));
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn rows(n: u64) -> String {
    if n == 1 {
        "1 row".to_owned()
    } else {
        format!("{n} rows")
    }
}

/// What was brought in.
pub fn done(brought: &Brought) -> Vec<String> {
    let mut lines = vec![brought.says.clone()];
    if brought.wrote {
        lines.push(told!("{u} takes all of it back.", u = Global.Undo));
    }
    lines.extend(brought.refused.clone());
    lines.push(String::new());
    lines.push(told!(
        "{r} goes to the relationships, {e} brings in another file, {esc} goes back.",
        r = Global.GoRelationships,
        e = Imported.Edit,
        esc = Global.Back
    ));
    lines
}
