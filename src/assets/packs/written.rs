//! The form in which packs are written: the same for the built-in file and for the user's.

use serde::Deserialize;
use toml::Spanned;

use crate::domain::pack::Question;
use crate::domain::text;

/// A whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Kept in each check-in that is asked from it.
    pub version: u16,
    /// Asked of every person.
    #[serde(default)]
    pub core: Vec<Asking>,
    /// About my own part, one a check-in.
    #[serde(default)]
    pub own: Vec<Asking>,
    /// One a role.
    #[serde(default)]
    pub pack: Vec<Asked>,
}

/// The questions of one role.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The role's word.
    pub role: Spanned<String>,
    /// Whether the core four come first; only the built-in file may say no.
    pub core: Option<bool>,
    /// Whether the role's built-in questions are left out.
    #[serde(default)]
    pub replace: bool,
    /// Its questions.
    #[serde(default)]
    pub questions: Vec<Asking>,
}

/// One question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    /// Its code.
    pub code: Spanned<String>,
    /// What it is about.
    #[serde(default)]
    pub facet: String,
    /// Its wording.
    pub wording: Spanned<String>,
}

impl Asking {
    /// As a question of the built-in file.
    pub fn built_in(&self) -> Question {
        Question {
            built_in: true,
            ..self.question()
        }
    }

    /// As a question of the user's file, made safe to show.
    pub fn question(&self) -> Question {
        let safe = |words: &str| text::line(words.trim()).into_owned();
        Question {
            code: self.code.get_ref().clone(),
            facet: safe(&self.facet),
            wording: safe(self.wording.get_ref()),
            built_in: false,
        }
    }
}
