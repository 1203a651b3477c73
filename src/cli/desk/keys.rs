//! The keys of the journal, found or asked for before anything else is typed.

use std::path::Path;

use super::Desk;
use super::keyring;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Customs, Journal, Shelf};
use crate::secret::{self, Header, Key, Keys, Passphrase};
use crate::store;

impl Desk<'_> {
    /// The keys that open the journal at its place; none where it is not locked. Whoever sits there is asked at most once.
    ///
    /// # Errors
    /// `Locked` when no source opens it and nobody could be asked, or knew.
    pub fn keys(&mut self, customs: &Customs) -> Result<Keys> {
        self.keys_by(customs, true)
    }

    /// Finds or asks for the keys before anything else is read or asked.
    ///
    /// # Errors
    /// As [`Desk::keys`].
    pub fn keys_first(&mut self) -> Result<()> {
        // without a place there is nothing to open; the verb says so
        if self.place().is_ok() {
            let customs = Customs::of(self.folder().map(ToOwned::to_owned));
            self.keys(&customs)?;
        }
        Ok(())
    }

    /// The same without asking anybody; `None`: it is locked, and no source is set.
    ///
    /// # Errors
    /// `Locked` when a source is set and does not open it.
    pub fn keys_unasked(&mut self, customs: &Customs) -> Result<Option<Keys>> {
        match self.keys_by(customs, false) {
            Err(error) if error.kind() == ErrorKind::Answer => Ok(None),
            other => other.map(Some),
        }
    }

    /// The journal, to read, without asking anybody: a prompt and a timer have nobody to ask.
    ///
    /// # Errors
    /// `Locked` when it is locked and no source gives its passphrase, else as [`Desk::read`].
    pub fn read_unasked(&mut self) -> Result<Journal> {
        let customs = Customs::of(self.folder().map(ToOwned::to_owned));
        if self.keys_unasked(&customs)?.is_none() {
            let says = "the journal is locked, and nobody is asked for its passphrase here";
            let way = "passphrase_command in config.toml names a command that gives it";
            return Err(Error::new(ErrorKind::Locked, says).hint(way));
        }
        self.read()
    }

    fn keys_by(&mut self, customs: &Customs, ask: bool) -> Result<Keys> {
        if let Some(keys) = &self.keys {
            return Ok(keys.clone());
        }
        let place = self.place()?;
        let Some(header) = self.header(&place, customs)? else {
            return Ok(Keys::none());
        };
        secret::needs_built()?;
        let keys = Keys::of(self.opened(&header, &place, customs, ask)?);
        self.keys = Some(keys.clone());
        Ok(keys)
    }

    /// The keys that this run knows already.
    pub fn known_keys(&self) -> Keys {
        self.keys.clone().unwrap_or_default()
    }

    /// Lets go of them: what was opened with them has its own, and is to be the only one.
    pub fn forget_keys(&mut self) {
        self.keys = None;
    }

    /// Takes one more key onto the ring of this run.
    pub fn know(&mut self, keys: Keys) {
        self.keys = Some(keys);
    }

    /// Makes sure that a file which is to be read can be opened, by its own passphrase where its key is another one.
    ///
    /// # Errors
    /// As [`Desk::keys`].
    pub fn keys_of(&mut self, file: &Path) -> Result<Keys> {
        let customs = self.customs()?;
        let mut keys = customs.keys().clone();
        if let store::State::Locked(header) = store::state(file)?
            && keys.find(header.id()).is_none()
        {
            let key = match self.given(&customs)?.map(|(_, words)| header.open(&words)) {
                Some(Ok(key)) => key,
                _ => self.asked(&file.display().to_string(), &mut |words| header.open(words))?,
            };
            keys.add(key);
            self.keys = Some(keys.clone());
        }
        Ok(keys)
    }

    /// The header of the journal; one that is missing is put back from a backup that carries it.
    fn header(&mut self, place: &Path, customs: &Customs) -> Result<Option<Header>> {
        match Journal::locked(place) {
            Err(error) if matches!(error.kind(), ErrorKind::Locked | ErrorKind::Journal) => {
                let found = Shelf::of(place, self.clock(), customs).find_header()?;
                let backup = found.ok_or(error)?;
                self.aside(format!(
                    "The header of the journal was missing or damaged; it is put back from {}.",
                    backup.display()
                ))?;
                Journal::locked(place)
            }
            other => other,
        }
    }

    fn opened(
        &mut self,
        header: &Header,
        place: &Path,
        customs: &Customs,
        ask: bool,
    ) -> Result<Key> {
        let what = place.display().to_string();
        if let Some((source, words)) = self.given(customs)? {
            return header.open(&words).map_err(|error| {
                if error.kind() != ErrorKind::Locked {
                    return error;
                }
                let says = format!("what {source} gives is not the passphrase of {what}");
                Error::new(ErrorKind::Locked, says).hint("nothing was changed")
            });
        }
        match keyring::find(header.id()) {
            Ok(None) => {}
            Ok(Some(words)) => match header.open(&words) {
                Ok(key) => return Ok(key),
                Err(_) => self.aside("What the keyring keeps is not the passphrase any more.")?,
            },
            Err(why) => self.aside(why)?,
        }
        if !ask {
            return Err(Error::new(ErrorKind::Answer, "the journal is locked"));
        }
        self.asked(&what, &mut |words: &Passphrase| header.open(words))
    }
}
