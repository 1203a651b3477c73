//! What a person remembers: bytes as they were typed, wiped after use, shown nowhere.

use zeroize::Zeroizing;

/// A passphrase. It has no form to be shown in; what holds it is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes it over as it was typed: every space and letter counts.
    pub fn new(typed: Zeroizing<String>) -> Self {
        Self(typed)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many letters it has.
    pub fn letters(&self) -> usize {
        self.0.chars().count()
    }

    /// Its words, for whoever derives from it or stores it where its owner asked for that.
    pub fn words(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase(hidden)")
    }
}
