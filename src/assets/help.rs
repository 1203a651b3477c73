//! The pages of help that are compiled in: plain words under headings, for the screen and for the command line.

mod laid;

pub use laid::{Face, Laid, laid};

/// A page of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HelpPage {
    /// What it is asked for by: `trustline help privacy`.
    pub name: &'static str,
    /// What it is about, in one line.
    pub says: &'static str,
    /// Its words, in the few marks that [`laid`] reads.
    pub text: &'static str,
}

/// Where everything lies, what is locked and what is not.
pub const PRIVACY: HelpPage = HelpPage {
    name: "privacy",
    says: "what lies where, what a lock covers and what not, and how to forget",
    text: include_str!("../../assets/help/privacy.md"),
};

/// Every page, in the order in which they are told.
pub const HELP: &[HelpPage] = &[PRIVACY];

impl HelpPage {
    /// The page of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        HELP.iter().find(|page| page.name == name)
    }

    /// Its first heading.
    pub fn title(&self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.trim_start_matches(['#', ' '])
    }
}
