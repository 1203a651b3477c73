//! A passphrase while it is typed: its letters are counted, never shown, and wiped.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use crate::secret::{LONGEST, Passphrase};

/// What was typed so far.
pub struct Secret(Zeroizing<String>);

impl Default for Secret {
    fn default() -> Self {
        // all that it may hold at once: a text that grows leaves copies behind
        Self(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(hidden)")
    }
}

impl Secret {
    /// Takes more of it, as it was typed; whether there was room.
    pub fn add(&mut self, more: &str) -> bool {
        let room = self.0.len() + more.len() <= LONGEST;
        if room {
            self.0.push_str(more);
        }
        room
    }

    /// Takes the last letter away.
    pub fn shorten(&mut self) {
        self.0.pop();
    }

    /// Wipes it.
    pub fn clear(&mut self) {
        self.0.zeroize();
    }

    /// How many letters there are.
    pub fn letters(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Hands it over; nothing of it stays here.
    pub fn take(&mut self) -> Passphrase {
        Passphrase::new(std::mem::take(self).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_counted_and_handed_over_and_never_grows() {
        let mut secret = Secret::default();
        assert!(secret.add("seven \u{e4}\u{4e2d}"));
        let place = secret.0.as_ptr();
        secret.shorten();
        assert_eq!(secret.letters(), 7);
        assert!(secret.add(&"x".repeat(LONGEST - secret.0.len())));
        assert!(!secret.add("x"), "it is full");
        assert_eq!(secret.0.as_ptr(), place, "it was never moved");
        assert!(format!("{secret:?}").contains("hidden"));
        secret.clear();
        assert!(secret.is_empty() && secret.add("geese"));
        assert_eq!(secret.take().words(), "geese");
        assert!(secret.is_empty());
    }
}
