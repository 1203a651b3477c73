//! Holds the README to the program: its key table is the table of commands, its commands are understood, its pictures are there.

use std::fmt::Write;
use std::path::Path;

use trustline::domain::Kind;
use trustline::tui::command::{Scope, TABLE};

const README: &str = include_str!("../../README.md");

/// The scopes of the key table, each with the words that head it.
const SCOPES: [(Scope, &str); 6] = [
    (Scope::Global, "everywhere"),
    (Scope::List, "in a list"),
    (Scope::Item, "on a record"),
    (Scope::About, "about a relationship"),
    (Scope::Settle(Kind::Commitment), "settling, after `s`"),
    (Scope::Add, "adding, after `a`"),
];

/// The key table as the README has it, one line a scope.
fn keys() -> String {
    let mut table = String::from("| where | keys |\n|---|---|\n");
    for (scope, words) in SCOPES {
        let row = |row: &trustline::tui::command::Row| {
            format!("`{}` {}", row.shown().replace('|', "\\|"), row.name)
        };
        let rows: Vec<_> = TABLE.iter().filter(|r| r.scope == scope).map(row).collect();
        let _ = writeln!(table, "| {words} | {} |", rows.join(" · "));
    }
    table
}

#[test]
fn the_key_table_is_the_table_of_commands() {
    let kept = README
        .split("<!-- /keys -->")
        .next()
        .and_then(|text| text.split("of commands -->").nth(1));
    let table = keys();
    assert_eq!(
        kept.map(str::trim),
        Some(table.trim()),
        "put this between the README's marks of the key table:\n{table}"
    );
}

/// Splits a line as a shell would, for words with double quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.extend((!word.is_empty()).then(|| std::mem::take(&mut word))),
            c => word.push(c),
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

#[test]
fn every_command_of_the_readme_is_understood() {
    let lines: Vec<_> = README
        .lines()
        .filter(|line| line.starts_with("trustline "))
        .collect();
    assert!(lines.len() > 20, "only {} commands were found", lines.len());
    for line in lines {
        let understood = trustline::cli::command().try_get_matches_from(words(line));
        assert!(
            understood.is_ok(),
            "{line}: {}",
            understood.err().map(|e| e.to_string()).unwrap_or_default()
        );
    }
}

#[test]
fn every_picture_of_the_readme_is_there() {
    let named: Vec<_> = README
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|p| p.contains("pictures/"))
        .collect();
    assert_eq!(named.len(), 8);
    for picture in named {
        assert!(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(picture)
                .is_file(),
            "{picture} is missing"
        );
    }
}

#[test]
fn the_exit_codes_of_the_readme_and_of_the_help_are_those_of_the_errors() {
    use trustline::error::{EXIT_CODES, Error, ErrorKind};

    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(folded(README).contains(EXIT_CODES));
    let help = trustline::cli::command().render_long_help().to_string();
    assert!(folded(&help).contains(EXIT_CODES));
    for (kind, says) in [
        (ErrorKind::BrokenPipe, "0 done"),
        (ErrorKind::Answer, "1 a \"no\""),
        (ErrorKind::Usage, "2 a misunderstood"),
        (ErrorKind::NotFound, "3 not found"),
        (ErrorKind::Ambiguous, "3 not found or ambiguous"),
        (ErrorKind::Refused, "4 refused"),
        (ErrorKind::Conflict, "4 refused or changed"),
        (ErrorKind::File, "5 a file"),
        (ErrorKind::Journal, "6 the journal"),
        (ErrorKind::Input, "7 data"),
        (ErrorKind::Locked, "8 a locked"),
    ] {
        let number = Error::new(kind, "").exit_code().to_string();
        assert!(
            EXIT_CODES.contains(says) && says.starts_with(&number),
            "{says}"
        );
    }
    assert_eq!(Error::new(ErrorKind::Ended(15), "").exit_code(), 143);
}
