//! The themes: those that are compiled in from `assets/themes/`, and a user's own in `themes/` of the folder of the settings.

mod read;
mod sheet;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::config::{shared_of, within, written};
use crate::domain::text;

pub use sheet::{FLAGS, Ink, Look, PALETTE, ROLES, Sheet};

/// The folder of a user's own themes in the folder of the settings.
pub const FOLDER: &str = "themes";

/// The theme that is worn where nothing else is set.
pub const USUAL: &str = "terminal";

/// The word for a theme by the terminal's background.
pub const AUTO: &str = "auto";

/// The built-in themes by name, with their files.
const FILES: &[(&str, &str)] = &[
    (USUAL, include_str!("../../assets/themes/terminal.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("dark", include_str!("../../assets/themes/dark.toml")),
    (
        "high-contrast",
        include_str!("../../assets/themes/high-contrast.toml"),
    ),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

/// The longest name of a theme, in letters.
const LONGEST: usize = 40;

/// A theme that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it holds.
    pub sheet: Sheet,
    /// The user's own file; `None`: it is built in.
    pub file: Option<PathBuf>,
    /// What is wrong in the file, a sentence each with its line; what is sound holds.
    pub faults: Vec<String>,
}

/// The names of the built-in themes.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// A built-in theme; `None`: there is none of this name.
pub fn built_in(name: &str) -> Option<&'static Sheet> {
    static SHEETS: OnceLock<Vec<Sheet>> = OnceLock::new();
    let sheets = SHEETS.get_or_init(|| {
        let read =
            |(name, text): &(&'static str, &str)| read::read(text, name, &Sheet::bare(name)).0;
        FILES.iter().map(read).collect()
    });
    sheets.iter().find(|sheet| sheet.name == name)
}

/// The file of a built-in theme as it is compiled in.
pub fn file_of(name: &str) -> Option<&'static str> {
    FILES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// The names of the user's own themes, in order.
pub fn own_names(folder: Option<&Path>) -> Vec<String> {
    // in a profile's folder those of the shared one are there, too
    let shared = folder.and_then(shared_of).map(|(shared, _)| shared);
    let mut names: Vec<String> = folder
        .into_iter()
        .chain(shared)
        .filter_map(|folder| std::fs::read_dir(folder.join(FOLDER)).ok())
        .flatten()
        .filter_map(|file| {
            Some(
                file.ok()?
                    .file_name()
                    .to_str()?
                    .strip_suffix(".toml")?
                    .to_owned(),
            )
        })
        .filter(|name| is_name(name))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// A theme by its name: a user's own comes before a built-in one.
///
/// # Errors
/// A sentence: there is none of this name, with the nearest one; or its file cannot be read.
pub fn theme(folder: Option<&Path>, name: &str) -> Result<Found, String> {
    let file = folder
        .filter(|_| is_name(name))
        .map(|folder| within(folder, &format!("{FOLDER}/{name}.toml")));
    if let Some(file) = file
        && let Some(text) = written(&file).map_err(|error| error.says().to_owned())?
    {
        let usual = built_in(USUAL)
            .cloned()
            .unwrap_or_else(|| Sheet::bare(USUAL));
        let (sheet, faults) = read::read(&text, name, &usual);
        let place = format!("{FOLDER}/{name}.toml");
        let faults = faults
            .into_iter()
            .map(|(line, says)| format!("{place}, line {line}: {says}"))
            .collect();
        return Ok(Found {
            sheet,
            file: Some(file),
            faults,
        });
    }
    match built_in(name) {
        Some(sheet) => Ok(Found {
            sheet: sheet.clone(),
            file: None,
            faults: Vec::new(),
        }),
        None => Err(unknown(folder, name)),
    }
}

/// What is wrong with the theme that is set, a sentence each.
pub fn faults(folder: Option<&Path>, name: &str) -> Vec<String> {
    if name == AUTO {
        return Vec::new();
    }
    match theme(folder, name) {
        Ok(found) => found.faults,
        Err(says) => vec![format!("look.theme: {says}; {USUAL} is worn")],
    }
}

fn unknown(folder: Option<&Path>, name: &str) -> String {
    let own = own_names(folder);
    let mut names: Vec<&str> = built_in_names().chain([AUTO]).collect();
    names.extend(own.iter().map(String::as_str));
    let hint = text::nearest(name, names.iter().copied()).map_or_else(
        || format!("there are {}", names.join(", ")),
        |near| format!("did you mean {near}?"),
    );
    format!(
        "there is no theme \u{201c}{}\u{201d}; {hint}",
        text::line(name)
    )
}

/// Letters, digits, `-` and `_`: a name that leads to no other folder.
fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && name.chars().count() <= LONGEST && name.chars().all(fits)
}

#[cfg(test)]
mod tests;
