//! The marks of a line: tags, the stake, and whether it is only requested.

use crate::domain::commitment::Stake;

/// What the marks of a line say.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) tags: Vec<String>,
    pub(super) stake: Stake,
    pub(super) requested: bool,
}

/// Takes the marks out of the words.
pub(super) fn take(words: &mut Vec<String>) -> Marks {
    let mut marks = Marks::default();
    if let Some(last) = words.last_mut()
        && last.ends_with('?')
    {
        marks.requested = true;
        last.truncate(last.trim_end_matches('?').len());
    }
    words.retain(|word| !word.is_empty() && !marks.takes(word));
    marks
}

impl Marks {
    fn takes(&mut self, word: &str) -> bool {
        if word.eq_ignore_ascii_case("(requested)") {
            self.requested = true;
            return true;
        }
        if let Some(stake) = word
            .strip_prefix('!')
            .and_then(|w| Stake::from_word(&w.to_lowercase()))
        {
            self.stake = stake;
            return true;
        }
        let Some(tag) = word.strip_prefix('#') else {
            return false;
        };
        let tag = tag.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !tag.is_empty() && !self.tags.iter().any(|t| t == tag) {
            self.tags.push(tag.to_owned());
        }
        !tag.is_empty()
    }
}
