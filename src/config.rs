//! Where things lie: the journal, the settings, the throw-away place of a demo.

pub mod child;
pub mod editor;
pub mod keys;
mod layers;
mod name;
pub mod profile;
pub mod settings;
mod written;

use std::path::PathBuf;

use directories::ProjectDirs;

use crate::error::{Error, Result};

pub use layers::{shared_of, within};
use profile::JOURNAL;
pub use written::written;

/// The environment variable that chooses the journal.
pub const JOURNAL_BY: &str = "TRUSTLINE_JOURNAL";

/// The environment variable that chooses the folder of the settings.
pub const FOLDER_BY: &str = "TRUSTLINE_CONFIG";

/// The journal's file when nothing else was chosen.
///
/// # Errors
/// When no home directory is configured; says what to set instead.
pub fn default_journal() -> Result<PathBuf> {
    homes()
        .map(|homes| homes.data_dir().join(JOURNAL))
        .ok_or_else(|| {
            Error::new(
                crate::error::ErrorKind::File,
                "no home directory is configured, so there is no default place for the journal",
            )
            .hint(format!("give --journal FILE, or set {JOURNAL_BY}"))
        })
}

/// The folder of the settings and of what overrides the built-in packs and plans: the one that [`FOLDER_BY`] names,
/// else this system's place for settings, where there is a home.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER_BY)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| homes().map(|homes| homes.config_dir().to_owned()))
}

/// Where the profiles lie, under a folder of the settings; `None`: there is no home for the journals.
pub fn profiles(settings: &std::path::Path) -> Option<profile::Profiles> {
    let data = homes()?.data_dir().to_owned();
    Some(profile::Profiles::new(data, settings.to_owned()))
}

/// A throw-away place: a folder for its owner only, gone when this is dropped.
#[derive(Debug)]
pub struct Aside {
    folder: tempfile::TempDir,
}

impl Aside {
    /// Makes one.
    ///
    /// # Errors
    /// When the system's folder for temporary files cannot be written.
    pub fn new() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("trustline-")
            .tempdir()
            .map_err(|e| Error::file("make a folder in", &std::env::temp_dir(), e))?;
        Ok(Self { folder })
    }

    /// The journal's file in it.
    pub fn journal(&self) -> PathBuf {
        self.folder.path().join(JOURNAL)
    }
}

fn homes() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "trustline")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_throw_away_place_is_gone_when_it_is_dropped() {
        let aside = Aside::new().expect("a place");
        let journal = aside.journal();
        std::fs::write(&journal, "x").expect("a file");
        drop(aside);
        assert!(!journal.exists());
    }
}
