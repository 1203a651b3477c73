//! Profiles: separate journals under one roof, each with a folder of settings of its own over the shared one.
//!
//! | what | where |
//! |---|---|
//! | the journal of the first profile, `default` | `journal.db` in the data folder |
//! | the journal of any other | `profiles/NAME/journal.db` there |
//! | the shared settings | the folder of the settings |
//! | a profile's own | `profiles/NAME/` in it |
//!
//! What a profile's folder does not hold is taken from the shared one: settings key by key, other files whole. The
//! place of the folder says all that; whoever reads settings needs to know nothing of profiles.

use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::layers::{FOLDER, made};
use super::settings::{self, FILE};
use super::written::written;
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};

pub use super::name::{DEFAULT, Name};
pub use super::settings::PROFILE_BY;

/// The key of the settings that chooses it where nothing else does.
pub const KEY: &str = "profile";

/// The name of a journal's file in its default folder.
pub(super) const JOURNAL: &str = "journal.db";

/// Where the profiles of a user lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profiles {
    /// The folder of the first journal, in which the others have theirs.
    data: PathBuf,
    /// The shared folder of the settings.
    settings: PathBuf,
}

impl Profiles {
    /// In a folder of data and a shared folder of settings.
    pub fn new(data: PathBuf, settings: PathBuf) -> Self {
        Self { data, settings }
    }

    /// The shared folder of the settings.
    pub fn shared(&self) -> &Path {
        &self.settings
    }

    /// The names there are, the first one first, the others by name.
    pub fn names(&self) -> Vec<Name> {
        let mut names: Vec<_> = [&self.data, &self.settings]
            .iter()
            .filter_map(|root| std::fs::read_dir(root.join(FOLDER)).ok())
            .flat_map(std::iter::Iterator::flatten)
            .filter(|there| there.path().is_dir())
            .filter_map(|there| Name::kept(there.file_name().to_str()?))
            .collect();
        names.sort();
        names.dedup();
        names.insert(0, Name::first());
        names
    }

    /// Whether there is more than one: only then is a name worth showing.
    pub fn are_several(&self) -> bool {
        self.names().len() > 1
    }

    /// The one that a word names.
    ///
    /// # Errors
    /// `Usage` when it cannot be a name, `NotFound` with the nearest one when there is none.
    pub fn find(&self, typed: &str) -> Result<Name> {
        let wanted = Name::read(typed)?;
        let names = self.names();
        if let Some(found) = names.iter().find(|name| name.is(&wanted)) {
            return Ok(found.clone());
        }
        let says = format!("there is no profile \u{201c}{wanted}\u{201d}");
        let near = text::nearest(wanted.word(), names.iter().map(Name::word));
        let hint = near.map_or_else(
            || format!("trustline profiles lists them; trustline profiles add {wanted} makes it"),
            |near| format!("did you mean {near}?"),
        );
        Err(Error::not_found(says).hint(hint))
    }

    /// The journal of one.
    pub fn journal(&self, name: &Name) -> PathBuf {
        Self::of(&self.data, name).join(JOURNAL)
    }

    /// The folder of the settings of one.
    pub fn folder(&self, name: &Name) -> PathBuf {
        Self::of(&self.settings, name)
    }

    fn of(root: &Path, name: &Name) -> PathBuf {
        if name.is_first() {
            return root.to_owned();
        }
        root.join(FOLDER).join(name.word())
    }

    /// The one that the shared settings choose; `None`: none.
    ///
    /// # Errors
    /// When that cannot be known, because the file is broken or the name cannot be one: the journal of another
    /// profile must not be taken for it.
    pub fn usual(&self) -> Result<Option<Name>> {
        let path = settings::file(&self.settings);
        let unknown = |error: &Error| {
            let says = format!("{}; so nobody knows which profile is meant", error.says());
            Error::new(error.kind(), says).hint(format!(
                "trustline settings edit puts it right; --profile NAME does without (--profile {DEFAULT}: the first)"
            ))
        };
        let typed = match chosen_in(&path) {
            Ok(typed) => typed,
            // where there is one profile only, a broken file cannot mean another
            Err(_) if !self.are_several() => None,
            Err(error) => return Err(unknown(&error)),
        };
        let found = |typed: String| self.find(&typed).map(Some);
        typed.map_or(Ok(None), found).map_err(|error| {
            let says = format!("{FILE}: {}", error.says());
            let hint = error.hint_text().unwrap_or_default().to_owned();
            Error::new(error.kind(), says).hint(hint)
        })
    }

    /// Makes a new one: its folder among the journals and its folder of settings, for their owner only. Its journal is made
    /// when it is first opened.
    ///
    /// # Errors
    /// `Refused` when there is one of that name, `File` when a folder cannot be made.
    pub fn add(&self, typed: &str) -> Result<Name> {
        let name = Name::read(typed)?;
        self.is_free(&name)?;
        let journal = Self::of(&self.data, &name);
        for folder in [&journal, &self.folder(&name)] {
            made(folder).map_err(|e| Error::file("make the folder", folder, e))?;
        }
        Ok(name)
    }

    /// Gives one another name: its folders are called so from then on, and so is a folder of backups elsewhere. What the
    /// shared settings choose is not touched.
    ///
    /// # Errors
    /// `Refused` for the first one, when the new name is taken, or while its journal is open; `File` when a folder
    /// cannot be renamed (then none is).
    pub fn rename(&self, from: &Name, typed: &str) -> Result<Name> {
        if from.is_first() {
            let says = format!("{DEFAULT} is the first profile, and has no other name");
            return Err(Error::refused(says)
                .hint("trustline profiles add NAME makes one with a name of its own"));
        }
        let to = Name::read(typed)?;
        self.is_free(&to)?;
        let mut log = self.journal(from).into_os_string();
        log.push("-wal");
        if Path::new(&log).exists() {
            let says = format!("the journal of {from} is open in another window, or was cut short");
            return Err(Error::refused(says).hint(format!(
                "close it; if none is open, trustline --profile {from} today puts it in order"
            )));
        }
        let mut places = vec![
            (Self::of(&self.data, from), Self::of(&self.data, &to)),
            (self.folder(from), self.folder(&to)),
        ];
        if let Some(backups) = settings::read(&self.folder(from)).0.backups.folder {
            let kept = |name: &Name| backups.join(format!("{name}-{JOURNAL}.backups"));
            places.push((kept(from), kept(&to)));
        }
        renamed(&places)?;
        Ok(to)
    }

    fn is_free(&self, name: &Name) -> Result<()> {
        match self.names().iter().find(|other| other.is(name)) {
            None => Ok(()),
            Some(other) => {
                let says = format!("there is a profile {other} already");
                Err(Error::refused(says).hint("choose another name; trustline profiles lists them"))
            }
        }
    }
}

/// The name that a file of settings chooses.
fn chosen_in(path: &Path) -> Result<Option<String>> {
    let Some(written) = written(path)? else {
        return Ok(None);
    };
    let table = DeTable::parse(&written).map_err(|error| {
        let line = text::line_at(&written, error.span().map_or(0, |span| span.start));
        let says = error.message().replace('\n', " ");
        Error::input(format!("{FILE}, line {line}: {says}"))
    })?;
    let Some(value) = table.get_ref().get(KEY) else {
        return Ok(None);
    };
    let line = text::line_at(&written, value.span().start);
    let typed = value.get_ref().as_str().ok_or_else(|| {
        let says = format!("{FILE}, line {line}: {KEY} is a name in quotes");
        Error::input(says)
    })?;
    Ok(Some(typed.to_owned()).filter(|typed| !typed.trim().is_empty()))
}

/// Renames all that are there, or none.
fn renamed(places: &[(PathBuf, PathBuf)]) -> Result<()> {
    let there = places.iter().filter(|(from, _)| from.exists());
    let mut done: Vec<&(PathBuf, PathBuf)> = Vec::new();
    for both in there {
        let (from, to) = both;
        let moved = match to.symlink_metadata() {
            Ok(_) => Err(std::io::ErrorKind::AlreadyExists.into()),
            Err(_) => std::fs::rename(from, to),
        };
        if let Err(why) = moved {
            for (from, to) in done {
                // where even this fails, both names are told by the list
                let _ = std::fs::rename(to, from);
            }
            return Err(Error::file("rename", from, why).hint("nothing was renamed"));
        }
        done.push(both);
    }
    Ok(())
}

/// No profile can be chosen where a journal was named by its file.
///
/// # Errors
/// `Usage`, always.
pub fn both(profile: &str, by: &str) -> Error {
    let says = format!("--profile {profile} names one journal, and {by} another");
    Error::new(ErrorKind::Usage, says).hint("leave one of them out")
}

#[cfg(test)]
mod tests;
