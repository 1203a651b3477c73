//! A program without the operating system's keyring: nothing is kept there, and asking for it says so.

use crate::error::{Error, Result};
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
    Err(unbuilt())
}

/// Nothing is there to be taken away.
pub fn forget(_: KeyId) -> bool {
    false
}

/// The refusal of a keyring in a program without one.
pub fn unbuilt() -> Error {
    Error::usage("this trustline was built without the system's keyring")
        .hint("build it with: cargo install --path . --features keyring; or use passphrase_command in config.toml")
}
