//! A question pack: what a check-in asks, by the other side's role (`figures.md` A4).

use super::relationship::Role;

/// One question, answered 1 (not at all) to 5 (fully), or *did not come up*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its code, stable across versions (`ABL`, `PEER1`, `OWN3`).
    pub code: String,
    /// What it is about (`ability`, `reliability`).
    pub facet: String,
    /// Its wording.
    pub wording: String,
    /// Whether it is worded as it is built in; an answer to another one keeps the words it was asked in.
    pub built_in: bool,
}

impl Question {
    /// Whether it is about my own part.
    pub fn is_own(&self) -> bool {
        self.code.starts_with("OWN")
    }
}

/// The questions of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The role.
    pub role: Role,
    /// Its version.
    pub version: u16,
    /// How many of its questions are the core ones: four for a person, none for groups and institutions.
    pub core: usize,
    /// The core four (none for groups and institutions), then the role's own.
    pub questions: Vec<Question>,
    /// The questions about my own part; one is asked per check-in, in rotation.
    pub own: Vec<Question>,
}

impl Pack {
    /// The questions of the `nth` check-in (counted from 0) of a relationship: the pack's and one about my own part.
    pub fn asked(&self, nth: usize) -> Vec<&Question> {
        let own = (!self.own.is_empty()).then(|| &self.own[nth % self.own.len()]);
        self.questions.iter().chain(own).collect()
    }

    /// Any question of the pack by its code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions
            .iter()
            .chain(&self.own)
            .find(|q| q.code == code)
    }
}
