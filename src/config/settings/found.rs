//! What the files of a folder say: what holds, where each value comes from, and every mistake with its line.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::environment::{Environment, by_environment};
use super::table::{TABLE, key};
use super::{FILE, Key, Settings, file};
use crate::config::layers::{FOLDER, shared_of};
use crate::config::written::written;
use crate::domain::text;
use crate::error::Result;

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; 0: the file as a whole.
    pub line: usize,
    /// What is said of it, with the name of the file and the line.
    pub told: String,
}

/// Where the value of a key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It is built in.
    Default,
    /// This line of this file.
    File(PathBuf, usize),
    /// This variable, whatever the files say.
    Environment(&'static str),
}

impl Source {
    /// In words, with the file as it is called in a folder.
    pub fn says(&self, folder: Option<&Path>) -> String {
        match self {
            Self::Default => "default".to_owned(),
            Self::Environment(name) => name.to_string(),
            Self::File(path, line) => {
                let shared = folder.and_then(shared_of);
                let shared = shared.is_some_and(|(folder, _)| file(folder) == *path);
                let whose = if shared { "shared " } else { "" };
                format!("{whose}{FILE}, line {line}")
            }
        }
    }
}

/// What the files of a folder say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// What holds.
    pub settings: Settings,
    /// What is wrong, file by file and line by line.
    pub faults: Vec<Fault>,
    /// Where each key was taken from that was set: the last one holds.
    taken: Vec<(&'static str, &'static str, PathBuf, usize)>,
}

impl Found {
    /// Where the value of a key comes from.
    pub fn source(&self, key: &Key, environment: Environment) -> Source {
        let variable = by_environment(key).filter(|name| environment(name));
        if let Some(name) = variable {
            return Source::Environment(name);
        }
        let mut taken = self.taken.iter().rev();
        let here = taken.find(|(table, name, ..)| (*table, *name) == (key.table, key.name));
        here.map_or(Source::Default, |(_, _, file, line)| {
            Source::File(file.clone(), *line)
        })
    }

    /// The files that say something of a key.
    pub fn files(&self, key: &Key) -> impl Iterator<Item = &Path> {
        let (table, name) = (key.table, key.name);
        let taken = self.taken.iter();
        taken
            .filter(move |(t, n, ..)| (*t, *n) == (table, name))
            .map(|(.., file, _)| file.as_path())
    }

    /// Takes over what a file holds; `called`: its name in what is said.
    pub(super) fn take_text(&mut self, file: &Path, called: &str, written: &str) {
        let written = bare(written);
        match DeTable::parse(written) {
            Ok(table) => self.take_table(file, called, written, &table),
            Err(error) => {
                let says = format!("{}; the defaults hold", said(&error));
                self.wrong(file, called, written, start(&error), &says);
            }
        }
    }

    /// The same with every mistake there is, those in the form of the file among them.
    fn take_all(&mut self, file: &Path, called: &str, written: &str) {
        let written = bare(written);
        let (table, errors) = DeTable::parse_recoverable(written);
        for error in &errors {
            self.wrong(file, called, written, start(error), &said(error));
        }
        self.take_table(file, called, written, &table);
        self.faults.sort_by_key(|fault| fault.line);
        self.faults.dedup_by_key(|fault| fault.line);
    }

    fn take_table(
        &mut self,
        file: &Path,
        called: &str,
        written: &str,
        table: &Spanned<DeTable<'_>>,
    ) {
        let before = self.faults.len();
        for (name, value) in table.get_ref() {
            let at = (name.span().start, name.get_ref().as_ref());
            if !tables().any(|table| table == at.1) {
                self.take(file, called, written, ("", at), value.get_ref());
            } else if let Some(keys) = value.get_ref().as_table() {
                for (key, value) in keys {
                    let at = (
                        name.get_ref().as_ref(),
                        (key.span().start, &**key.get_ref()),
                    );
                    self.take(file, called, written, at, value.get_ref());
                }
            } else {
                let says = format!("{0} is a table; write [{0}] and its keys under it", at.1);
                self.wrong(file, called, written, value.span().start, &says);
            }
        }
        self.faults[before..].sort_by_key(|fault| fault.line);
    }

    /// Takes over one key of a table, or says what is wrong with it.
    fn take(
        &mut self,
        file: &Path,
        called: &str,
        written: &str,
        (table, (at, name)): (&str, (usize, &str)),
        value: &DeValue<'_>,
    ) {
        let Some(key) = key(table, name) else {
            return self.wrong(file, called, written, at, &unknown(table, name));
        };
        match key.take(&mut self.settings, value) {
            Ok(()) => {
                let line = text::line_at(written, at);
                let taken = (key.table, key.name, file.to_owned(), line);
                self.taken.push(taken);
            }
            Err(says) => self.wrong(file, called, written, at, &says),
        }
    }

    fn wrong(&mut self, file: &Path, called: &str, written: &str, at: usize, says: &str) {
        let line = text::line_at(written, at);
        self.faults.push(Fault {
            file: file.to_owned(),
            line,
            told: format!("{called}, line {line}: {says}"),
        });
    }

    fn take_file(&mut self, path: &Path, called: &str) {
        match written(path) {
            Ok(Some(text)) => self.take_text(path, called, &text),
            Ok(None) => {}
            Err(error) => self.faults.push(Fault {
                file: path.to_owned(),
                line: 0,
                told: format!("{}; the defaults hold", error.says()),
            }),
        }
    }
}

/// Looks at the settings of a folder; in a profile's, over the shared ones. Which profile is opened is the shared file's to
/// say.
pub fn look(folder: &Path) -> Found {
    let mut found = Found::default();
    if let Some((shared, name)) = shared_of(folder) {
        found.take_file(&file(shared), FILE);
        let usual = found.settings.profile.clone();
        found.take_file(&file(folder), &format!("{FOLDER}/{name}/{FILE}"));
        found.settings.profile = usual;
        found.settings.backups.profile = Some(name.to_string());
    } else {
        found.take_file(&file(folder), FILE);
    }
    found
}

/// Every mistake of a file, whatever it is called.
///
/// # Errors
/// When it cannot be read; `None`: there is none.
pub fn check(path: &Path) -> Result<Option<Found>> {
    let Some(text) = written(path)? else {
        return Ok(None);
    };
    let called = path
        .file_name()
        .map_or_else(|| FILE.into(), |name| name.to_string_lossy());
    let mut found = Found::default();
    found.take_all(path, &called, &text);
    Ok(Some(found))
}

/// A text without the byte order mark that some editors put before it.
pub(super) fn bare(written: &str) -> &str {
    written.strip_prefix('\u{feff}').unwrap_or(written)
}

fn start(error: &toml::de::Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// What the reader of the form says, in one line.
pub(super) fn said(error: &toml::de::Error) -> String {
    error.message().replace('\n', " ")
}

/// The names of the tables.
fn tables() -> impl Iterator<Item = &'static str> {
    let named = TABLE.iter().map(|key| key.table);
    named.filter(|table| !table.is_empty())
}

/// What is said of a key that there is none of.
pub(super) fn unknown(table: &str, name: &str) -> String {
    let keys = || TABLE.iter().filter(|key| key.table == table);
    let names = keys().map(|key| key.name);
    let near = if table.is_empty() {
        text::nearest(name, names.chain(tables()))
    } else {
        text::nearest(name, names)
    };
    let elsewhere = TABLE.iter().find(|key| key.name == name);
    let hint = match (near, elsewhere) {
        (Some(near), _) => format!("did you mean {near}?"),
        (None, Some(key)) if key.table.is_empty() => "write it above the first [table]".to_owned(),
        (None, Some(key)) => format!("write it under [{}]", key.table),
        (None, None) if table.is_empty() => "trustline settings lists the keys".to_owned(),
        (None, None) => {
            let names: Vec<_> = keys().map(|key| key.name).collect();
            format!("the keys are {}", names.join(", "))
        }
    };
    let of = if table.is_empty() {
        String::new()
    } else {
        format!(" of {table}")
    };
    format!("\u{201c}{name}\u{201d} is no setting{of} and is left aside; {hint}")
}
