//! The profiles as a list shows them: where each journal lies, whether it is locked, how much is in it.

use std::path::PathBuf;

use crate::config::profile::{Name, Profiles};
use crate::secret::Keys;
use crate::store::{self, State};

/// How the journal of a profile lies there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// There is none yet.
    Not,
    /// Not locked.
    Plain,
    /// Locked.
    Locked,
    /// Something else, or something that cannot be read.
    Wrong,
}

impl Lies {
    /// In words.
    pub fn says(self) -> &'static str {
        match self {
            Self::Not => "no journal yet",
            Self::Plain => "not locked",
            Self::Locked => "locked",
            Self::Wrong => "cannot be read",
        }
    }
}

/// A profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileLine {
    /// Its name.
    pub name: Name,
    /// Whether it is in force.
    pub current: bool,
    /// Its journal.
    pub journal: PathBuf,
    /// Its folder of settings.
    pub settings: PathBuf,
    /// How its journal lies there.
    pub lies: Lies,
}

impl ProfileLine {
    /// How many records stand in it; `None`: nobody can tell, because it is locked or cannot be read. No key is asked for,
    /// and nothing is written.
    pub fn records(&self) -> Option<u64> {
        match self.lies {
            Lies::Not => Some(0),
            Lies::Plain => store::look(&self.journal, false, &Keys::none())
                .ok()
                .map(|found| found.records),
            Lies::Locked | Lies::Wrong => None,
        }
    }
}

/// Every profile, without looking into any journal.
pub fn profile_lines(profiles: &Profiles, current: Option<&Name>) -> Vec<ProfileLine> {
    let line = |name: Name| {
        let journal = profiles.journal(&name);
        ProfileLine {
            current: Some(&name) == current,
            lies: match store::state(&journal) {
                Ok(State::Absent | State::Empty) => Lies::Not,
                Ok(State::Plain) => Lies::Plain,
                Ok(State::Locked(_)) => Lies::Locked,
                Ok(State::Headless(_) | State::Foreign) | Err(_) => Lies::Wrong,
            },
            settings: profiles.folder(&name),
            journal,
            name,
        }
    };
    profiles.names().into_iter().map(line).collect()
}
