//! The operating system's keyring, where its owner lets the passphrase be kept (cargo feature `keyring`).

use zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};
use crate::secret::{KeyId, Passphrase};

/// Whether this program can use one.
pub const BUILT: bool = true;

/// Under which name everything of ours lies there.
const SERVICE: &str = "trustline";

/// The passphrase of a key, if it is kept there.
///
/// # Errors
/// With a sentence, when the keyring cannot be reached.
pub fn find(id: KeyId) -> std::result::Result<Option<Passphrase>, String> {
    match entry(id).and_then(|entry| entry.get_password()) {
        Ok(words) => Ok(Some(Passphrase::new(Zeroizing::new(words)))),
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(error) => Err(format!("The keyring cannot be asked: {error}.")),
    }
}

/// Keeps the passphrase of a key there.
///
/// # Errors
/// `File` when the keyring cannot be reached.
pub fn keep(id: KeyId, passphrase: &Passphrase) -> Result<()> {
    entry(id)
        .and_then(|entry| entry.set_password(passphrase.words()))
        .map_err(|error| {
            let says = format!("the keyring does not take the passphrase: {error}");
            Error::new(ErrorKind::File, says).hint("the journal is locked with it all the same")
        })
}

/// Takes the passphrase of a key away from there; whether it was there.
pub fn forget(id: KeyId) -> bool {
    entry(id)
        .and_then(|entry| entry.delete_credential())
        .is_ok()
}

fn entry(id: KeyId) -> keyring::Result<keyring::Entry> {
    keyring::Entry::new(SERVICE, &id.to_string())
}
