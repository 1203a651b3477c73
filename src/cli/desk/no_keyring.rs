//! A program without the operating system's keyring: nothing is kept there, and asking for it says so.

use super::passphrase::no_keyring;
use crate::error::Result;
use crate::secret::{KeyId, Passphrase};

/// Whether this program can use one.
pub const BUILT: bool = false;

/// Nothing is kept.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "with the feature it can fail")]
pub fn find(_: KeyId) -> std::result::Result<Option<Passphrase>, String> {
    Ok(None)
}

/// Refuses.
///
/// # Errors
/// Always.
pub fn keep(_: KeyId, _: &Passphrase) -> Result<()> {
    Err(no_keyring())
}

/// Nothing is there to be taken away.
pub fn forget(_: KeyId) -> bool {
    false
}
