//! A program without encryption: it can say that something is locked, and open nothing.

use super::header::{Cost, Header};
use super::key::Key;
use super::passphrase::Passphrase;
use crate::error::{Error, ErrorKind, Result};

impl Header {
    /// Refuses: this program cannot lock.
    ///
    /// # Errors
    /// Always.
    pub fn wrap(_: &Key, _: &Passphrase, _: Cost) -> Result<Self> {
        Err(unbuilt())
    }

    /// Refuses: this program cannot open what is locked.
    ///
    /// # Errors
    /// Always.
    pub fn open(&self, _: &Passphrase) -> Result<Key> {
        Err(unbuilt())
    }
}

fn unbuilt() -> Error {
    let refused = super::needs_built();
    refused
        .err()
        .unwrap_or_else(|| Error::new(ErrorKind::Locked, "the journal is locked"))
}
