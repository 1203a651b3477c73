//! The settings, read from `config.toml` in the folder of the settings and written back key by key.
//!
//! [`TABLE`] is the one list of what can be set. A fault is never fatal: it is told with its line, what is understood holds,
//! the rest keeps its default.

mod backups;
mod default;
mod environment;
mod found;
pub mod key;
pub mod look;
pub mod notice;
pub mod privacy;
mod table;
mod write;

use std::path::{Path, PathBuf};

use crate::domain::backup::Keeping;

pub use default::default_file;
pub use environment::{Environment, PROFILE_BY, nothing_set, set_here};
pub use found::{Fault, Found, Source, check, look};
pub use key::{Key, Sort};
pub use table::{TABLE, find, key};
pub use write::{write, write_all, write_new};

/// The name of the file in the folder of the settings.
pub const FILE: &str = "config.toml";

/// What the settings hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The person or body in charge at the user's place (`figures.md` A7), in the user's own words; `None`: not named yet.
    pub safety_contact: Option<String>,
    /// Whether initials are shown in place of names wherever they are only shown.
    pub mask: bool,
    /// The profile that is opened where nothing else names one; `None`: the first.
    pub profile: Option<String>,
    /// The command that prints the passphrase of a locked journal as its first line; `None`: there is none.
    pub passphrase_command: Option<String>,
    /// Where backups lie and how they are kept.
    pub backups: Keeping,
    /// When the screen locks by itself, and what is left in the clipboard.
    pub privacy: privacy::Privacy,
    /// Colours and marks of the screen.
    pub look: look::Look,
    /// How the program makes itself heard.
    pub notice: notice::Notice,
}

/// Where the file lies in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Reads the settings of a folder: what holds, and what is wrong in a sentence each, with its line. No file is no fault.
pub fn read(folder: &Path) -> (Settings, Vec<String>) {
    let found = look(folder);
    let faults = found.faults.into_iter().map(|fault| fault.told);
    (found.settings, faults.collect())
}

#[cfg(test)]
fn understood(written: &str) -> (Settings, Vec<String>) {
    let mut found = Found::default();
    found.take_text(Path::new(FILE), FILE, written);
    let faults = found.faults.into_iter().map(|fault| fault.told);
    (found.settings, faults.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood_holds_and_every_fault_names_its_line() {
        let check = |written: &str, contact: Option<&str>, faults: &[&str]| {
            let (settings, told) = understood(written);
            assert_eq!(settings.safety_contact.as_deref(), contact, "{written}");
            assert_eq!(told, faults, "{written}");
        };
        check("", None, &[]);
        check(
            "safety_contact = \" Ines, people office \"\n",
            Some("Ines, people office"),
            &[],
        );
        check("safety_contact = \"\"", None, &[]);
        check(
            "# mine\nsafety_contakt = \"Ines\"\nsafety_contact = \"Ines\"",
            Some("Ines"),
            &[
                "config.toml, line 2: \u{201c}safety_contakt\u{201d} is no setting and is left aside; did you mean safety_contact?",
            ],
        );
        check(
            "\n\nsafety_contact = 4",
            None,
            &[
                "config.toml, line 3: safety_contact is a text in quotes, not an integer; write safety_contact = \"\u{2026}\"",
            ],
        );
        check(
            "volume = true\ncolour = \"none\"",
            None,
            &[
                "config.toml, line 1: \u{201c}volume\u{201d} is no setting and is left aside; trustline settings lists the keys",
                "config.toml, line 2: \u{201c}colour\u{201d} is no setting and is left aside; write it under [look]",
            ],
        );
        check(
            "[look]\nglyphs = \"unicod\"\n",
            None,
            &[
                "config.toml, line 2: glyphs is one of auto, unicode, ascii, not \u{201c}unicod\u{201d} (did you mean unicode?); \"auto\" holds",
            ],
        );
        let (settings, told) = understood("safety_contact = \"Ines\"\nsafety");
        assert_eq!(settings, Settings::default());
        assert!(
            told[0].starts_with("config.toml, line 2: ") && told[0].ends_with("the defaults hold")
        );
    }
}
