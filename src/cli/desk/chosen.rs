//! Where the journal and the settings lie, and who said so: a flag, the environment, a profile, or nobody.

use std::path::PathBuf;

use clap::ArgMatches;

use super::Desk;
use crate::config::profile::{self, Name, PROFILE_BY, Profiles};
use crate::config::{self, JOURNAL_BY};
use crate::error::{Error, Result};

/// Where the journal lies, and who said so.
#[derive(Default)]
pub struct Chosen {
    /// The file, or the default place.
    pub file: Option<PathBuf>,
    /// Whether it was named on the command line: a typing mistake then is told, not taken for a new journal.
    pub typed: bool,
    /// The folder of the settings, where there is one.
    pub folder: Option<PathBuf>,
    /// The descriptor that holds the passphrase.
    pub passphrase_fd: Option<u32>,
    /// Where the profiles lie, where there is a home.
    pub profiles: Option<Profiles>,
    /// The one in force; `None`: the journal was named by its file.
    pub profile: Option<Name>,
    /// Why the profile that was asked for cannot be had, and whether it was asked for on the command line.
    pub fault: Option<(Error, bool)>,
}

impl Chosen {
    /// What flags, environment and settings choose. A file that is named goes before every profile but one that is
    /// named beside it: that is a contradiction.
    pub fn of(given: &ArgMatches) -> Self {
        let deepest =
            std::iter::successors(Some(given), |g| g.subcommand().map(|(_, inner)| inner));
        let deepest = deepest.last();
        let path = |flag| deepest.and_then(|g| g.get_one::<PathBuf>(flag).cloned());
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let typed = path("journal");
        let folder = path("config").or_else(config::folder);
        let mut chosen = Self {
            typed: typed.is_some(),
            profiles: folder.as_deref().and_then(config::profiles),
            file: typed.or_else(|| set(JOURNAL_BY).map(PathBuf::from)),
            folder,
            passphrase_fd: deepest.and_then(|g| g.get_one::<u32>("passphrase-fd").copied()),
            ..Self::default()
        };
        let named = deepest.and_then(|g| g.get_one::<String>("profile").map(String::as_str));
        if let Err(fault) = chosen.take_profile(named) {
            chosen.fault = Some((fault, named.is_some()));
        }
        chosen
    }

    fn take_profile(&mut self, typed: Option<&str>) -> Result<()> {
        if let (Some(typed), Some(_)) = (typed, &self.file) {
            let by = if self.typed { "--journal" } else { JOURNAL_BY };
            return Err(profile::both(typed, by));
        }
        if self.file.is_some() {
            return Ok(());
        }
        let Some(profiles) = &self.profiles else {
            return Ok(());
        };
        let set = std::env::var(PROFILE_BY).ok();
        let set = set.as_deref().filter(|name| !name.trim().is_empty());
        let found = match (typed, set) {
            (Some(typed), _) => Some(profiles.find(typed)?),
            (None, Some(set)) => Some(profiles.find(set).map_err(|error| {
                let says = format!("{PROFILE_BY}: {}", error.says());
                let hint = error.hint_text().unwrap_or_default().to_owned();
                Error::new(error.kind(), says).hint(hint)
            })?),
            (None, None) => profiles.usual()?,
        };
        let name = found.unwrap_or_else(Name::first);
        if !name.is_first() {
            self.file = Some(profiles.journal(&name));
            self.folder = Some(profiles.folder(&name));
        }
        self.profile = Some(name);
        Ok(())
    }
}

impl Desk<'_> {
    /// Where the profiles lie.
    ///
    /// # Errors
    /// When there is no home for them.
    pub fn profiles(&self) -> Result<&Profiles> {
        let none = || {
            let says = "no home directory is configured, so there is no place for profiles";
            Error::new(crate::error::ErrorKind::File, says).hint(format!(
                "--journal FILE or {JOURNAL_BY} names a journal by its file"
            ))
        };
        self.chosen.profiles.as_ref().ok_or_else(none)
    }

    /// The profile in force; `None`: the journal was named by its file.
    pub fn profile(&self) -> Option<&Name> {
        self.chosen.profile.as_ref()
    }

    /// Refuses to go on without the profile that was asked for; `without`: what is to be done needs none, and is told only
    /// of one that it was given itself.
    ///
    /// # Errors
    /// Why it cannot be had.
    pub fn refuse_without_profile(&mut self, without: bool) -> Result<()> {
        match self.chosen.fault.take() {
            Some((fault, typed)) if typed || !without => Err(fault),
            _ => Ok(()),
        }
    }
}
