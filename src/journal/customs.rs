//! What a place does in its own way: the settings, and what overrides the built-in plans. Handed in at opening.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use super::Journal;
use crate::assets;
use crate::config::settings::{self, Environment, Found, Key, Settings};
use crate::config::{profile, shared_of, within};
use crate::domain::template::Templates;
use crate::error::{Error, Result};
use crate::secret::Keys;

/// The customs of a place: what its folder of settings holds, read when it is first wanted.
#[derive(Debug, Default)]
pub struct Customs {
    folder: Option<PathBuf>,
    keys: Keys,
    /// Whether a mask is asked for, whatever the settings say.
    mask: bool,
    environment: Option<Environment>,
    settings: OnceCell<Found>,
    plans: OnceCell<(Templates, Option<String>)>,
    themes: OnceCell<Vec<String>>,
}

impl Customs {
    /// Of a folder; `None`: everything as it is built in.
    pub fn of(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    /// The same with the keys that open what is locked there.
    #[must_use]
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = keys;
        self
    }

    /// The keys that open what is locked there.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The same with a mask over what is shown, or as the settings say.
    #[must_use]
    pub fn with_mask(mut self, mask: bool) -> Self {
        self.mask = mask;
        self
    }

    /// Whether initials are shown in place of names.
    pub fn masks(&self) -> bool {
        self.mask || self.settings().mask
    }

    /// The folder, if there is one.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.found().settings
    }

    /// The same in an environment whose variables go before the settings.
    #[must_use]
    pub fn in_environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// The environment whose variables go before the settings.
    pub fn environment(&self) -> Environment {
        self.environment.unwrap_or(settings::nothing_set)
    }

    /// What repair plans start from.
    pub fn plans(&self) -> &Templates {
        &self.planned().0
    }

    /// What is wrong in the files of the folder, a sentence each; none of it is fatal.
    pub fn faults(&self) -> impl Iterator<Item = &str> {
        let own = |folder: &PathBuf| within(folder, assets::PLANS).exists();
        let planned = self.folder.as_ref().is_some_and(own);
        let plans = planned.then(|| self.planned().1.as_ref()).flatten();
        let themes = self.themes.get_or_init(|| {
            let folder = self.folder.as_deref();
            assets::themes::faults(folder, &self.settings().look.theme)
        });
        let settings = self.found().faults.iter().map(|fault| &fault.told);
        settings.chain(themes).chain(plans).map(String::as_str)
    }

    /// Writes a key down with a value as it stands after the `=`, or takes it out of the file (`None`).
    ///
    /// # Errors
    /// When there is no folder, the file there is broken, or the disk refuses.
    pub fn set_key(&mut self, key: &Key, value: Option<&str>) -> Result<()> {
        let folder = self.folder.as_deref().ok_or_else(nowhere)?;
        let folder = match shared_of(folder) {
            // which profile is opened is nothing of one profile's own
            Some((shared, _)) if key.path() == profile::KEY => shared,
            _ => folder,
        };
        settings::write(folder, key, value)?;
        self.forget_settings();
        Ok(())
    }

    /// Leaves nothing of a key in any file of the folder, the shared one among them.
    ///
    /// # Errors
    /// As [`Customs::set_key`].
    pub fn blank_key(&mut self, key: &Key) -> Result<()> {
        let files: Vec<_> = self.found().files(key).map(ToOwned::to_owned).collect();
        for file in files {
            let folder = file.parent().unwrap_or(&file);
            settings::write(folder, key, Some("\"\""))?;
        }
        self.forget_settings();
        Ok(())
    }

    /// Reads the settings anew when they are wanted next: another program may have written them.
    pub fn forget_settings(&mut self) {
        self.settings = OnceCell::new();
        self.themes = OnceCell::new();
    }

    /// What the files of the folder say, and where each value comes from.
    pub fn found(&self) -> &Found {
        let look = |folder: &PathBuf| settings::look(folder);
        self.settings
            .get_or_init(|| self.folder.as_ref().map(look).unwrap_or_default())
    }

    fn planned(&self) -> &(Templates, Option<String>) {
        let built_in = || (assets::plans(), None);
        self.plans.get_or_init(|| {
            let folder = self.folder.as_ref();
            folder.map_or_else(built_in, |folder| assets::plans_of(folder))
        })
    }
}

fn nowhere() -> Error {
    let says = "no home directory is configured, so there is no folder for the settings";
    Error::new(crate::error::ErrorKind::File, says).hint(format!(
        "give --config FOLDER, or set {}",
        crate::config::FOLDER_BY
    ))
}

impl Journal {
    /// The same journal in a place with its own customs. What opened it stays as it is.
    #[must_use]
    pub fn with(mut self, customs: Customs) -> Self {
        self.customs = customs;
        self
    }

    /// The customs of the place.
    pub fn customs(&self) -> &Customs {
        &self.customs
    }

    /// Names the person or body in charge at the user's place, in the settings; `""` takes the name away.
    ///
    /// # Errors
    /// As [`Customs::set_key`].
    pub fn name_contact(&mut self, words: &str) -> Result<()> {
        let key = settings::find("safety_contact")?;
        self.customs
            .set_key(key, Some(&settings::key::quoted(words.trim())))
    }

    /// The customs of the place, to be changed.
    pub fn customs_mut(&mut self) -> &mut Customs {
        &mut self.customs
    }

    /// The person or body in charge at the user's place, if one was named.
    pub fn safety_contact(&self) -> Option<String> {
        self.customs.settings().safety_contact.clone()
    }
}
