//! What locks a journal: a passphrase, the key that it opens, and the header in which that key lies wrapped.
//!
//! A locked journal is ciphertext under a random **data key** ([`Key`]). The key itself lies wrapped in a [`Header`]: what
//! Argon2id makes of the passphrase opens it (RFC 9106), and XChaCha20-Poly1305 tells a wrong passphrase from a right one.
//! So a changed passphrase wraps the same key anew, and a journal of any size changes its passphrase in a moment.
//!
//! Everything secret here is wiped from memory when it is dropped. A program built without the feature `encryption` reads
//! headers, so that it can say what is locked, and opens none.

mod header;
mod key;
mod passphrase;
#[cfg(feature = "encryption")]
mod wrap;
#[cfg(not(feature = "encryption"))]
#[path = "unbuilt.rs"]
mod wrap;

use crate::error::{Error, ErrorKind, Result};

pub use header::{Cost, Header};
pub use key::{Key, KeyId, Keys};
pub use passphrase::{LONGEST, Passphrase};

/// Refuses what a program without encryption cannot do.
///
/// # Errors
/// `Locked`, with the build that is needed.
pub fn needs_built() -> Result<()> {
    if BUILT {
        return Ok(());
    }
    let says = "this trustline was built without encryption: it can neither lock a journal nor open a locked one";
    Err(Error::new(ErrorKind::Locked, says)
        .hint("build it with its default features: cargo install --path ."))
}

/// Whether this program can lock and open what is locked.
pub const BUILT: bool = cfg!(feature = "encryption");
