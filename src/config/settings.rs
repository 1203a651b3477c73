//! The settings, read from `config.toml` in the folder of the settings and written back key by key.
//!
//! [`TABLE`] is the one list of what can be set. A fault is never fatal: it is told with its line, what is understood holds,
//! the rest keeps its default.

mod backups;
pub mod key;
pub mod look;
pub mod notice;
pub mod privacy;
mod table;

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::config::written;
use crate::domain::backup::Keeping;
use crate::domain::text;
use crate::error::{Error, Result};

pub use key::{Key, Sort};
pub use table::{TABLE, key};

/// The name of the file in the folder of the settings.
pub const FILE: &str = "config.toml";

/// What the settings hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The person or body in charge at the user's place (`figures.md` A7), in the user's own words; `None`: not named yet.
    pub safety_contact: Option<String>,
    /// Whether initials are shown in place of names wherever they are only shown.
    pub mask: bool,
    /// The command that prints the passphrase of a locked journal as its first line; `None`: there is none.
    pub passphrase_command: Option<String>,
    /// Where backups lie and how they are kept.
    pub backups: Keeping,
    /// When the screen locks by itself, and what is left in the clipboard.
    pub privacy: privacy::Privacy,
    /// Colours and marks of the screen.
    pub look: look::Look,
    /// How the program makes itself heard.
    pub notice: notice::Notice,
}

/// Where the file lies in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Reads the settings of a folder: what holds, and what is wrong in a sentence each, with its line. No file is no fault.
pub fn read(folder: &Path) -> (Settings, Vec<String>) {
    let path = file(folder);
    match written(&path) {
        Ok(Some(text)) => understood(&text),
        Ok(None) => Default::default(),
        Err(error) => {
            let told = format!("{}; the defaults hold", error.says());
            (Settings::default(), vec![told])
        }
    }
}

fn understood(written: &str) -> (Settings, Vec<String>) {
    let table = match DeTable::parse(written) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let says = error.message().replace('\n', " ");
            let line = text::line_at(written, at);
            let told = format!("{FILE}, line {line}: {says}; the defaults hold");
            return (Settings::default(), vec![told]);
        }
    };
    let mut settings = Settings::default();
    let mut faults = Vec::new();
    for (name, value) in table.get_ref() {
        let at = (name.span().start, name.get_ref().as_ref());
        if !tables().any(|table| table == at.1) {
            faults.extend(take(&mut settings, "", at, value.get_ref()));
        } else if let Some(keys) = value.get_ref().as_table() {
            for (key, value) in keys {
                let at = (key.span().start, key.get_ref().as_ref());
                faults.extend(take(&mut settings, name.get_ref(), at, value.get_ref()));
            }
        } else {
            let says = format!("{0} is a table; write [{0}] and its keys under it", at.1);
            faults.push((value.span().start, says));
        }
    }
    faults.sort();
    let told = |(at, says)| format!("{FILE}, line {}: {says}", text::line_at(written, at));
    (settings, faults.into_iter().map(told).collect())
}

/// The names of the tables.
fn tables() -> impl Iterator<Item = &'static str> {
    let named = TABLE.iter().map(|key| key.table);
    named.filter(|table| !table.is_empty())
}

/// Takes over one key of a table, at a byte of the file; what is wrong with it, if something is.
fn take(
    settings: &mut Settings,
    table: &str,
    (at, name): (usize, &str),
    value: &DeValue<'_>,
) -> Option<(usize, String)> {
    let taken = match key(table, name) {
        Some(key) => key.take(settings, value),
        None => Err(unknown(table, name)),
    };
    taken.err().map(|says| (at, says))
}

/// What is said of a key that there is none of.
fn unknown(table: &str, name: &str) -> String {
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

/// Writes one key into the file of a folder, made where it is missing; every other line stays as it is.
///
/// # Errors
/// When the file there cannot be read as it is (then nothing is written), or the disk refuses.
pub fn write(folder: &Path, key: &str, value: &str) -> Result<()> {
    let path = file(folder);
    let before = written(&path)?.unwrap_or_default();
    let after = with(&before, key, value)?;
    std::fs::create_dir_all(folder).map_err(|e| Error::file("make the folder", folder, e))?;
    replaced(&path, &after).map_err(|e| Error::file("write", &path, e))
}

/// The text of a file with one key set: in its own place, else before the first table.
fn with(written: &str, key: &str, value: &str) -> Result<String> {
    let table = DeTable::parse(written).map_err(|error| {
        let line = text::line_at(written, error.span().map_or(0, |span| span.start));
        let says = error.message().replace('\n', " ");
        Error::input(format!("{FILE}, line {line}: {says}"))
            .hint("put that line right first; nothing was written")
    })?;
    let value = toml::Value::String(value.to_owned()).to_string();
    let found = table.get_ref().iter().find(|(k, _)| k.get_ref() == key);
    if let Some((_, old)) = found {
        let mut after = written.to_owned();
        after.replace_range(old.span(), &value);
        return Ok(after);
    }
    let line = format!("{key} = {value}\n");
    let mut at = 0;
    for one in written.split_inclusive('\n') {
        if one.trim_start().starts_with('[') {
            break;
        }
        at += one.len();
    }
    let (head, tail) = written.split_at(at);
    let gap = if head.is_empty() || head.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    Ok(format!("{head}{gap}{line}{tail}"))
}

/// Replaces a file whole or not at all.
fn replaced(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut new, text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood_holds_and_every_fault_names_its_line() {
        let check = |written: &str, contact: Option<&str>, faults: &[&str]| {
            let (settings, told) = understood(written);
            assert_eq!(settings.safety_contact.as_deref(), contact, "{written}");
            assert_eq!(told, faults, "{written}");
        };
        check("", None, &[]);
        check(
            "safety_contact = \" Ines, people office \"\n",
            Some("Ines, people office"),
            &[],
        );
        check("safety_contact = \"\"", None, &[]);
        check(
            "# mine\nsafety_contakt = \"Ines\"\nsafety_contact = \"Ines\"",
            Some("Ines"),
            &[
                "config.toml, line 2: \u{201c}safety_contakt\u{201d} is no setting and is left aside; did you mean safety_contact?",
            ],
        );
        check(
            "\n\nsafety_contact = 4",
            None,
            &[
                "config.toml, line 3: safety_contact is a text in quotes, not an integer; write safety_contact = \"\u{2026}\"",
            ],
        );
        check(
            "volume = true\ncolour = \"none\"",
            None,
            &[
                "config.toml, line 1: \u{201c}volume\u{201d} is no setting and is left aside; trustline settings lists the keys",
                "config.toml, line 2: \u{201c}colour\u{201d} is no setting and is left aside; write it under [look]",
            ],
        );
        check(
            "[look]\nglyphs = \"unicod\"\n",
            None,
            &[
                "config.toml, line 2: glyphs is one of auto, unicode, ascii, not \u{201c}unicod\u{201d} (did you mean unicode?); \"auto\" holds",
            ],
        );
        let (settings, told) = understood("safety_contact = \"Ines\"\nsafety");
        assert_eq!(settings, Settings::default());
        assert!(
            told[0].starts_with("config.toml, line 2: ") && told[0].ends_with("the defaults hold")
        );
    }

    #[test]
    fn one_key_is_written_and_every_other_line_stays() {
        let check = |before: &str, after: &str| {
            let written = with(before, "safety_contact", "Ines \"the ear\" Roth").expect("sound");
            assert_eq!(written, after);
            let (settings, _) = understood(&written);
            assert_eq!(
                settings.safety_contact.as_deref(),
                Some("Ines \"the ear\" Roth")
            );
        };
        check("", "safety_contact = 'Ines \"the ear\" Roth'\n");
        check(
            "# a word",
            "# a word\nsafety_contact = 'Ines \"the ear\" Roth'\n",
        );
        check(
            "# a word\nsafety_contact = \"Tom\" # old\n[keys]\nx = 1\n",
            "# a word\nsafety_contact = 'Ines \"the ear\" Roth' # old\n[keys]\nx = 1\n",
        );
        check(
            "a = 1\n[keys]\n",
            "a = 1\nsafety_contact = 'Ines \"the ear\" Roth'\n[keys]\n",
        );
        let refused = with("a = \n", "safety_contact", "Ines").expect_err("broken");
        assert!(
            refused.says().starts_with("config.toml, line 1: "),
            "{refused}"
        );
    }

    #[test]
    fn a_file_that_is_not_there_is_no_fault_and_writing_makes_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("not/there");
        assert_eq!(read(&deep), (Settings::default(), Vec::new()));
        write(&deep, "safety_contact", "Ines").expect("written");
        assert_eq!(read(&deep).0.safety_contact.as_deref(), Some("Ines"));
    }
}
