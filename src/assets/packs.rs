//! The question packs: the built-in ones, read from `assets/packs.toml`, and what the user changed of them.

mod changed;
mod written;

use std::path::Path;
use std::sync::OnceLock;

use crate::config::{within, written as written_by_hand};
use crate::domain::checkin::Answer;
use crate::domain::pack::{Pack, Question};
use crate::domain::relationship::Role;
use crate::domain::value::{Piece, Value};
use written::{Asked, Asking, Written};

/// The name of the user's file in the folder of the settings.
pub const FILE: &str = "packs.toml";

/// The packs that are asked from, and what of the user's file could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packs {
    /// One a role, in the order of [`Role::ALL`].
    pub packs: Vec<Pack>,
    /// A sentence each, with file and line; the built-in questions stand in for what is broken.
    pub trouble: Vec<String>,
}

/// The built-in question packs, one a role, in the order of [`Role::ALL`].
///
/// # Panics
/// If the compiled-in file cannot be read, which a test rules out.
pub fn packs() -> Vec<Pack> {
    built_in().to_vec()
}

/// The built-in packs with what the file in a folder changes of them; without a folder or a file, as they are.
pub fn packs_in(folder: Option<&Path>) -> Packs {
    let packs = packs();
    let Some(path) = folder.map(|folder| within(folder, FILE)) else {
        return Packs {
            packs,
            trouble: Vec::new(),
        };
    };
    match written_by_hand(&path) {
        Ok(Some(text)) => {
            let (packs, faults) = changed::over(packs, &text);
            let trouble = faults.iter().map(|fault| fault.told(&path)).collect();
            Packs { packs, trouble }
        }
        Ok(None) => Packs {
            packs,
            trouble: Vec::new(),
        },
        Err(error) => Packs {
            packs,
            trouble: vec![format!(
                "{}; the built-in questions are asked",
                error.says()
            )],
        },
    }
}

/// The wording that an answer was given to: as it was asked, else the built-in one of its code, else the code.
pub fn wording(answer: &Answer) -> &str {
    if !answer.asked.is_empty() {
        return &answer.asked;
    }
    let known = built_in()
        .iter()
        .find_map(|pack| pack.question(&answer.question));
    known.map_or(answer.question.as_str(), |one| one.wording.as_str())
}

/// An answer as it lies in a record, for reading: its question in full, the score in words, its sentence.
pub fn answer_told(value: &Value) -> Option<String> {
    const SCALE: [&str; 5] = ["not at all", "a little", "partly", "mostly", "fully"];
    let answer = Answer::from_value(value).ok()?;
    let word = |n: u8| SCALE.get(usize::from(n.saturating_sub(1))).unwrap_or(&"");
    let score = answer.score.map_or_else(
        || "did not come up".to_owned(),
        |n| format!("{n} {}", word(n)),
    );
    let taken = if answer.as_before {
        ", taken over from last time"
    } else {
        ""
    };
    let gap = if answer.sentence.is_empty() {
        ""
    } else {
        " \u{b7} "
    };
    let wording = wording(&answer).trim_end_matches('.');
    Some(format!("{wording}: {score}{taken}{gap}{}", answer.sentence))
}

fn built_in() -> &'static [Pack] {
    static READ: OnceLock<Vec<Pack>> = OnceLock::new();
    READ.get_or_init(read)
}

fn read() -> Vec<Pack> {
    let file: Written = toml::from_str(include_str!("../../assets/packs.toml"))
        .expect("the compiled-in packs are read by a test");
    let own: Vec<Question> = file.own.iter().map(Asking::built_in).collect();
    let core: Vec<Question> = file.core.iter().map(Asking::built_in).collect();
    let pack = |written: &Asked| {
        let before = if written.core == Some(true) {
            core.as_slice()
        } else {
            &[]
        };
        let asked = written.questions.iter().map(Asking::built_in);
        Pack {
            role: Role::from_word(written.role.get_ref()).unwrap_or_default(),
            version: file.version,
            core: before.len(),
            questions: before.iter().cloned().chain(asked).collect(),
            own: own.clone(),
        }
    };
    let mut packs: Vec<Pack> = file.pack.iter().map(pack).collect();
    packs.sort_by_key(|pack| pack.role);
    packs
}

#[cfg(test)]
mod tests;
