//! A journal that is locked: whether it is, and a new one that never was anything else.

use std::path::Path;

use super::{Customs, Journal};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::secret::{Cost, Header, Key, Keys, Passphrase};
use crate::store::{self, State};

impl Journal {
    /// The header of a journal that is locked; `None`: it is not, or there is none.
    ///
    /// # Errors
    /// `File` when it cannot be read, `Journal` when its header is damaged.
    pub fn locked(path: &Path) -> Result<Option<Header>> {
        Ok(match store::state(path)? {
            State::Locked(header) => Some(*header),
            State::Absent => store::header_beside(path)?,
            State::Empty | State::Plain | State::Foreign => None,
        })
    }

    /// Whether nothing lies there yet: no journal, and no header of one.
    ///
    /// # Errors
    /// As [`Journal::locked`].
    pub fn is_new(path: &Path) -> Result<bool> {
        Ok(match store::state(path)? {
            State::Absent => store::header_beside(path)?.is_none(),
            State::Empty | State::Locked(_) | State::Plain | State::Foreign => false,
        })
    }

    /// Makes a new journal that is locked from its first byte: the header lies there before anything is written, and
    /// where a header lies nothing plain ever is.
    ///
    /// # Errors
    /// `Refused` when there is a journal, else as [`Journal::open`].
    pub fn make_locked(
        path: &Path,
        clock: Clock,
        customs: Customs,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<Self> {
        if !matches!(store::state(path)?, State::Absent | State::Empty) {
            let says = format!("there is a journal at {} already", path.display());
            return Err(Error::refused(says).hint("trustline lock locks it"));
        }
        let key = Key::draw()?;
        let header = Header::wrap(&key, passphrase, cost)?;
        store::make_locked(path, &header)?;
        Self::open_by(path, clock, customs.with_keys(Keys::of(key)))
    }
}
