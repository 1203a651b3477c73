//! `keys.toml` in the folder of the settings, as it is written: which scope, which command, which keys, each with its line.
//!
//! What a scope, a command or a key is, is not known here; whoever has the table of commands looks it over.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::config::{within, written};
use crate::domain::text;

/// The name of the file in the folder of the settings.
pub const FILE: &str = "keys.toml";

/// Something wrong: its line, from 1, and a sentence. Line 0: the file as a whole.
pub type Fault = (usize, String);

/// A row of the file: the keys of one command in one scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Its line, from 1.
    pub line: usize,
    /// The scope, as it is written.
    pub scope: String,
    /// The command, as it is written.
    pub command: String,
    /// Its keys, as they are written; none: they are taken away.
    pub keys: Vec<String>,
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// How text is edited, with its line.
    pub text: Option<(usize, String)>,
    /// The rows, in the order of their lines.
    pub rows: Vec<Bound>,
    /// What is no row at all.
    pub faults: Vec<Fault>,
}

/// Where the file lies in a folder.
pub fn file(folder: &Path) -> PathBuf {
    within(folder, FILE)
}

/// Reads the file of a folder. No file is no fault.
pub fn read(folder: &Path) -> Written {
    match written(&file(folder)) {
        Ok(Some(text)) => understood(&text),
        Ok(None) => Written::default(),
        Err(error) => Written {
            faults: vec![(0, format!("{}; the usual keys hold", error.says()))],
            ..Written::default()
        },
    }
}

/// A fault as it is told, with the name of the file.
pub fn told((line, says): &Fault) -> String {
    match line {
        0 => format!("{FILE}: {says}"),
        line => format!("{FILE}, line {line}: {says}"),
    }
}

fn understood(written: &str) -> Written {
    let mut read = Written::default();
    let (table, broken) = DeTable::parse_recoverable(written);
    let at = |byte| text::line_at(written, byte);
    for error in broken {
        let line = error.span().map_or(0, |span| at(span.start));
        let says = error.message().replace('\n', " ");
        read.faults.push((line, says));
    }
    for (key, value) in table.get_ref() {
        let line = at(key.span().start);
        let name = key.get_ref();
        match value.get_ref() {
            DeValue::Table(rows) => {
                for (command, keys) in rows {
                    let line = at(command.span().start);
                    match bound(keys) {
                        Ok(keys) => read.rows.push(Bound {
                            line,
                            scope: name.to_string(),
                            command: command.get_ref().to_string(),
                            keys,
                        }),
                        Err(says) => read.faults.push((line, says)),
                    }
                }
            }
            DeValue::String(manner) if name == "text" => {
                read.text = Some((line, manner.to_string()));
            }
            _ => read.faults.push((line, stray(name))),
        }
    }
    read.rows.sort_by_key(|row| row.line);
    read.faults.sort();
    read
}

/// The keys of a row: one in quotes, or a list of them.
fn bound(value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, String> {
    let refused = || {
        "keys are texts in quotes, such as \"ctrl-n\", or a list of them: [\"j\", \"down\"]; [] takes them away".to_owned()
    };
    match value.get_ref() {
        DeValue::String(one) => Ok(vec![one.to_string()]),
        DeValue::Array(all) => all
            .iter()
            .map(|one| {
                let key = one.get_ref().as_str();
                key.map(str::to_owned).ok_or_else(refused)
            })
            .collect(),
        _ => Err(refused()),
    }
}

fn stray(name: &str) -> String {
    if name == "text" {
        return "text is \"emacs\" or \"vi\", in quotes".to_owned();
    }
    format!(
        "\u{201c}{name}\u{201d} stands above every scope; begin one first, such as [everywhere] or [list]"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_their_lines_are_read_and_everything_else_is_told_at_once() {
        let read = understood(
            "text = \"vi\"\nundo = \"u\"\n[list]\ndown = [\"j\", \"ctrl-n\"]\nup = 4\n\n[about]\nprep = []\n",
        );
        assert_eq!(read.text, Some((1, "vi".to_owned())));
        let rows: Vec<_> = read
            .rows
            .iter()
            .map(|row| (row.line, &*row.scope, &*row.command, row.keys.len()))
            .collect();
        assert_eq!(rows, [(4, "list", "down", 2), (8, "about", "prep", 0)]);
        let lines: Vec<_> = read.faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 5]);
        assert!(told(&read.faults[0]).starts_with("keys.toml, line 2: \u{201c}undo\u{201d}"));
    }

    #[test]
    fn a_line_that_is_no_toml_does_not_take_the_others_away() {
        let read = understood("[list]\ndown = [\"j\"\nup = \"k\"\n[about]\nprep = \"P\"\n");
        assert!(!read.faults.is_empty());
        assert_eq!(understood(""), Written::default());
    }
}
