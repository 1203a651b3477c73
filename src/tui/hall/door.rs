//! The door of a journal: where it lies, and all that is needed to open it but its passphrase.

use std::path::{Path, PathBuf};

use super::Start;
use crate::clock::Clock;
use crate::config::profile::{Name, Profiles};
use crate::config::settings::{self, privacy::Privacy};
use crate::error::Result;
use crate::journal::{Customs, Journal};
use crate::secret::{BUILT, Cost, Keys, Passphrase};
use crate::tui::outfit::Outfit;

/// The door. It holds no key.
#[derive(Debug, Clone)]
pub struct Door {
    path: PathBuf,
    clock: Clock,
    folder: Option<PathBuf>,
    /// Where the look of the screen is set, if not in the folder.
    wardrobe: Option<PathBuf>,
    cost: Cost,
    /// Where the profiles lie, and the one in force; `None`: the journal was named by its file.
    profiles: Option<(Profiles, Name)>,
}

impl Door {
    /// Of the journal at a place, with the folder of the settings.
    pub fn new(path: PathBuf, clock: Clock, folder: Option<PathBuf>) -> Self {
        Self {
            path,
            clock,
            folder,
            wardrobe: None,
            cost: Cost::USUAL,
            profiles: None,
        }
    }

    /// The same as the door of a profile, from which others can be gone to.
    #[must_use]
    pub fn in_profile(mut self, profiles: Profiles, name: Name) -> Self {
        self.profiles = Some((profiles, name));
        self
    }

    /// The same with another cost of a try, for a journal that is made new.
    #[must_use]
    pub fn at_cost(mut self, cost: Cost) -> Self {
        self.cost = cost;
        self
    }

    /// The journal's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The clock that a journal is opened by.
    pub(super) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Where the profiles lie, and the one in force.
    pub(super) fn profiles(&self) -> Option<&(Profiles, Name)> {
        self.profiles.as_ref()
    }

    /// The profile in force.
    pub(super) fn profile(&self) -> Option<&Name> {
        self.profiles.as_ref().map(|(_, name)| name)
    }

    /// Its name, where there are others.
    pub(super) fn shown(&self) -> Option<String> {
        let (_, name) = self
            .profiles
            .as_ref()
            .filter(|(all, _)| all.are_several())?;
        Some(name.to_string())
    }

    /// The door of another profile; `None`: the journal was named by its file.
    pub(super) fn of_profile(&self, name: &Name) -> Option<Self> {
        let (profiles, _) = self.profiles.as_ref()?;
        let folder = Some(profiles.folder(name));
        let door = Self::new(profiles.journal(name), self.clock.clone(), folder);
        Some(
            door.at_cost(self.cost)
                .in_profile(profiles.clone(), name.clone()),
        )
    }

    /// What there is behind it: a journal that needs no passphrase is opened.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub(super) fn start(&self) -> Result<Start> {
        Ok(if BUILT && Journal::is_new(&self.path)? {
            Start::New
        } else if self.is_locked()? {
            Start::Locked
        } else {
            Start::Open(Box::new(self.plain()?))
        })
    }

    /// What is set about locking and the clipboard.
    pub fn privacy(&self) -> Privacy {
        self.customs().settings().privacy
    }

    /// The same with the look that is set in a folder: a journal without settings of its own is seen as every other.
    #[must_use]
    pub fn dressed_as_in(mut self, folder: Option<PathBuf>) -> Self {
        self.wardrobe = folder;
        self
    }

    /// What the screen wears before it.
    pub fn outfit(&self) -> Outfit {
        let folder = self.wardrobe.clone().or_else(|| self.folder.clone());
        let customs = Customs::of(folder);
        Outfit::of(customs.settings(), customs.folder())
    }

    /// Whether the journal is locked now.
    ///
    /// # Errors
    /// When its header cannot be read.
    pub(super) fn is_locked(&self) -> Result<bool> {
        Journal::locked(&self.path).map(|header| header.is_some())
    }

    /// Whether a passphrase is the one.
    ///
    /// # Errors
    /// `Locked` when it is not.
    pub(super) fn proves(&self, passphrase: &Passphrase) -> Result<()> {
        self.keys(passphrase).map(|_| ())
    }

    /// Opens it with a passphrase. The header is read anew each time: another window may have changed the passphrase.
    ///
    /// # Errors
    /// `Locked` when it is not the one, else as [`Journal::open`].
    pub(super) fn open(&self, passphrase: &Passphrase) -> Result<Journal> {
        self.opened(self.keys(passphrase)?)
    }

    /// Opens one that is not locked, or makes it.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub(super) fn plain(&self) -> Result<Journal> {
        self.opened(Keys::none())
    }

    /// Makes a new one that is locked.
    ///
    /// # Errors
    /// As [`Journal::make_locked`].
    pub(super) fn make(&self, passphrase: &Passphrase) -> Result<Journal> {
        let (clock, customs) = (self.clock.clone(), self.customs());
        Journal::make_locked(&self.path, clock, customs, passphrase, self.cost)
    }

    fn keys(&self, passphrase: &Passphrase) -> Result<Keys> {
        let header = Journal::locked(&self.path)?;
        header.map_or_else(
            || Ok(Keys::none()),
            |header| header.open(passphrase).map(Keys::of),
        )
    }

    fn opened(&self, keys: Keys) -> Result<Journal> {
        let customs = self.customs().with_keys(keys);
        Journal::open_by(&self.path, self.clock.clone(), customs)
    }

    fn customs(&self) -> Customs {
        Customs::of(self.folder.clone()).in_environment(settings::set_here)
    }
}
