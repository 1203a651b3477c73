//! The name of a profile: also the name of two folders, on any system.

use std::fmt;

use crate::domain::text;
use crate::error::{Error, Result};

/// The name of the first profile, which has no folder of its own.
pub const DEFAULT: &str = "default";

/// The longest name, in letters.
const LONGEST: usize = 40;

/// What no folder can be called on some system.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul"];

/// A checked name, in small letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// The first profile's.
    pub fn first() -> Self {
        Self(DEFAULT.to_owned())
    }

    /// Reads a word that was typed.
    ///
    /// # Errors
    /// `Usage` with the reason.
    pub fn read(typed: &str) -> Result<Self> {
        let name = typed.trim().to_lowercase();
        let refuse = |why: &str| {
            let shown = text::line(&name).into_owned();
            let says = format!("\u{201c}{shown}\u{201d} cannot be the name of a profile: {why}");
            Err(Error::usage(says)
                .hint("a name is one word of letters, digits, - and _, such as work or private"))
        };
        if name.is_empty() {
            return refuse("it is empty");
        }
        if name.chars().count() > LONGEST {
            return refuse("it is longer than 40 letters");
        }
        if name.contains(['/', '\\']) {
            return refuse("it is also the name of a folder, and holds a path");
        }
        if name.contains('.') {
            return refuse("it is also the name of a folder, and holds a dot");
        }
        if let Some(wrong) = name.chars().find(|c| !fits(*c)) {
            let shown = text::line(&wrong.to_string()).into_owned();
            return match wrong {
                _ if wrong.is_whitespace() => refuse("it is more than one word"),
                _ => refuse(&format!("it holds {shown}")),
            };
        }
        if name.starts_with(|c: char| !c.is_alphanumeric()) {
            return refuse("it does not begin with a letter or a digit");
        }
        let port = |start| {
            let rest = name.strip_prefix(start);
            rest.is_some_and(|n: &str| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
        };
        if RESERVED.contains(&&*name) || port("com") || port("lpt") {
            return refuse("some systems keep it for a device");
        }
        Ok(Self(name))
    }

    /// The name of a folder that is one of ours; `None`: it is not.
    pub(super) fn kept(folder: &str) -> Option<Self> {
        let name = Self::read(folder).ok()?;
        (name.0 == folder && !name.is_first()).then_some(name)
    }

    /// The word.
    pub fn word(&self) -> &str {
        &self.0
    }

    /// Whether it is the first profile's.
    pub fn is_first(&self) -> bool {
        self.0 == DEFAULT
    }

    /// Whether two are one: an accent may be written as one letter or as two, and may be left out.
    pub(super) fn is(&self, other: &Self) -> bool {
        text::fold(&self.0) == text::fold(&other.0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Letters and digits of any script with the marks that stand on them, hyphens and underscores.
fn fits(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '-' | '_' | '\u{300}'..='\u{36f}')
        || (c > '\u{2ff}'
            && !c.is_whitespace()
            && !text::is_hostile(c)
            && text::line(&c.to_string()).len() > 1)
}
