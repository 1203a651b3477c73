//! Who promises whom, and whom words name.

use crate::domain::RecordId;
use crate::domain::fields::{Fault, Reading};
use crate::domain::noun::Side;

/// Who promises whom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parties {
    /// The other side, if anybody was found.
    pub(super) who: Option<RecordId>,
    /// Who promises.
    pub(super) side: Side,
    /// "I ask …", "… asks me": nobody has promised yet.
    pub(super) asked: bool,
}

impl Parties {
    pub(super) fn promise(who: Option<RecordId>, side: Side) -> Self {
        Self {
            who,
            side,
            asked: false,
        }
    }
}

/// The most words a name is looked for in.
pub(super) const NAME: usize = 4;

/// A word without the punctuation around it, the mark of a mention and the endings of names.
pub(super) fn plain(word: &str) -> &str {
    let word =
        word.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '.' | '!' | '(' | ')' | '"'));
    let word = word.strip_prefix('@').unwrap_or(word);
    ["'s", "\u{2019}s", "'ll", "\u{2019}ll", "'", "\u{2019}"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word)
}

/// The words of a name as they are looked up.
pub(super) fn spelled(words: &[String]) -> String {
    words.iter().map(|w| plain(w)).collect::<Vec<_>>().join(" ")
}

/// Words that name nobody, though a name may begin with them: "I'll" is not Ida, "to" is not Tomás.
const NOBODY: &[&str] = &[
    "i", "me", "myself", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "my",
    "our", "your", "his", "its", "their", "this", "that", "the", "a", "an", "to",
];

/// Whether this is one such word; a name that is spelled like one is said with an @.
pub(super) fn is_nobody(words: &[String]) -> bool {
    let [one] = words else { return false };
    !one.starts_with('@') && NOBODY.contains(&plain(one).to_lowercase().as_str())
}

/// Who these words name: nobody, one, or a fault that says who all fit.
pub(super) fn find(words: &[String], with: &Reading<'_>) -> Option<Result<RecordId, Fault>> {
    let name = spelled(words);
    if name.is_empty() || is_nobody(words) {
        return None;
    }
    match with.names.find(&name) {
        Ok(id) => Some(Ok(id)),
        Err(says) if with.names.fits_several(&name) => Some(Err(Fault::new("who", says))),
        Err(_) => None,
    }
}
