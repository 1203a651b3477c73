//! What a person remembers: bytes as they were typed, wiped after use, shown nowhere.

use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// The most bytes that a passphrase has.
pub const LONGEST: usize = 1024;

/// What many people choose, and whoever guesses tries first.
const COMMON: &[&str] = &[
    "password",
    "passwort",
    "passw0rd",
    "password1",
    "password123",
    "passphrase",
    "secret",
    "geheim",
    "letmein",
    "welcome",
    "qwerty",
    "qwertyuiop",
    "qwertz",
    "qwertzuiop",
    "abc123",
    "12345678",
    "123456789",
    "1234567890",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "trustno1",
    "trustline",
    "trust",
    "journal",
    "diary",
    "private",
    "changeme",
    "default",
    "administrator",
    "computer",
    "internet",
];

/// A passphrase. It has no form to be shown in; what holds it is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes it over as it was typed: every space and letter counts, and nothing is made the same as anything else.
    pub fn new(typed: Zeroizing<String>) -> Self {
        Self(typed)
    }

    /// Takes bytes over without moving them.
    ///
    /// # Errors
    /// `Usage` when they are too many, or no text.
    pub fn of_bytes(mut bytes: Zeroizing<Vec<u8>>) -> Result<Self> {
        if bytes.len() > LONGEST {
            return Err(Self::too_long());
        }
        match String::from_utf8(std::mem::take(&mut *bytes)) {
            Ok(text) => Ok(Self(Zeroizing::new(text))),
            Err(wrong) => {
                drop(Zeroizing::new(wrong.into_bytes()));
                Err(Error::usage("the passphrase is not UTF-8 text"))
            }
        }
    }

    /// The refusal of what is too long.
    pub fn too_long() -> Error {
        Error::usage(format!("the passphrase is longer than {LONGEST} bytes"))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many letters it has.
    pub fn letters(&self) -> usize {
        self.0.chars().count()
    }

    /// What speaks against choosing it, in a sentence; it may be chosen all the same.
    pub fn warning(&self) -> Option<&'static str> {
        if self.letters() < 8 {
            return Some("It is short: fewer than eight letters are soon guessed by a machine.");
        }
        let word = Zeroizing::new(self.0.trim().to_lowercase());
        COMMON
            .contains(&word.as_str())
            .then_some("It is among the first that anybody would try.")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Result<Passphrase> {
        Passphrase::of_bytes(Zeroizing::new(bytes.to_vec()))
    }

    #[test]
    fn it_is_kept_as_it_was_typed_and_shown_nowhere() {
        // e with an accent in one letter and in two: they are not the same passphrase
        let (one, two) = (of("caf\u{e9} ".as_bytes()), of("cafe\u{301} ".as_bytes()));
        let (one, two) = (one.expect("text"), two.expect("text"));
        assert_ne!(one, two);
        assert_eq!(one.words(), "caf\u{e9} ");
        assert_eq!(format!("{one:?}"), "Passphrase(hidden)");
        assert!(of(&[0xff, b'a']).is_err());
        assert!(of(&[b'a'; LONGEST]).is_ok() && of(&[b'a'; LONGEST + 1]).is_err());
    }

    #[test]
    fn what_is_soon_guessed_is_warned_about() {
        let warning = |words: &str| of(words.as_bytes()).expect("text").warning();
        assert!(warning("geese").is_some_and(|says| says.contains("short")));
        assert!(warning("Password123 ").is_some_and(|says| says.contains("first")));
        assert_eq!(warning("copper lantern eight geese"), None);
    }
}
