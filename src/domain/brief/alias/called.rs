//! What somebody is called in a sentence, and where in a text that stands: as a whole word, in any script.

use crate::domain::relationship::{Party, Relationship};

/// What somebody is called in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Called {
    pub words: String,
    /// A single word of a name that is a word of the language, too, means somebody only as it is written: May is not may.
    pub exact: bool,
}

/// The fewest letters of a word of a name that means somebody in small letters, too.
const LONG: usize = 3;

/// Names that are words, too: in small letters they mean nobody.
const WORDS_TOO: &[&str] = &[
    "amber", "april", "art", "ash", "august", "autumn", "baker", "bank", "banks", "bay", "best",
    "bill", "black", "bond", "brook", "brown", "bud", "cash", "chase", "cook", "dawn", "day",
    "dean", "don", "drew", "eve", "faith", "field", "fields", "fox", "frank", "glen", "good",
    "grace", "grant", "gray", "green", "grey", "guy", "hall", "hill", "hope", "iris", "ivy",
    "jack", "jade", "jay", "joy", "june", "king", "kit", "lane", "law", "little", "long", "love",
    "march", "mark", "mason", "max", "may", "miles", "mill", "miller", "moon", "page", "park",
    "parks", "pat", "peg", "penny", "pope", "price", "ray", "read", "reed", "rich", "rivers",
    "rob", "rod", "rose", "ruby", "sharp", "short", "sky", "small", "son", "song", "stern",
    "stone", "sue", "summer", "sun", "tab", "van", "von", "wade", "ward", "west", "white", "will",
    "win", "wise", "wood", "woods", "young",
];

pub(super) fn called(one: &Relationship) -> Vec<Called> {
    let whole = std::iter::once(&one.name).chain(&one.handles);
    let mut called: Vec<_> = whole
        .map(|words| small(words.trim().trim_start_matches('@')))
        .filter(|words| !words.is_empty())
        .map(|words| Called {
            words,
            exact: false,
        })
        .collect();
    if one.party == Party::Person {
        let parts = one.name.split_whitespace();
        called.extend(parts.filter(|word| word.chars().count() > 1).map(part));
    }
    called
}

/// A word of a name.
pub(super) fn part(word: &str) -> Called {
    let lower = small(word);
    let exact = word.chars().count() < LONG || WORDS_TOO.contains(&lower.as_str());
    Called {
        words: if exact { word.to_owned() } else { lower },
        exact,
    }
}

/// How many bytes of a text are the name that it begins with, if it does and the name ends there.
pub(super) fn begins(text: &str, called: &Called) -> Option<usize> {
    let mut left = text.char_indices();
    let mut end = 0;
    for wanted in called.words.chars() {
        let (at, c) = left.next()?;
        let same = if called.exact {
            c == wanted
        } else {
            c == wanted || lower(c) == wanted
        };
        if !same {
            return None;
        }
        end = at + c.len_utf8();
    }
    let last = called.words.chars().last();
    let ends = left.next().is_none_or(|(_, c)| !c.is_alphanumeric()) || last.is_some_and(unspaced);
    ends.then_some(end)
}

/// A letter in small, where that is one letter.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    lower.next().filter(|_| lower.len() == 0).unwrap_or(c)
}

pub(super) fn small(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// The letter by which a name is found; nothing sorts before it.
pub(super) fn first(text: &str) -> Option<char> {
    text.chars().next().map(lower)
}

/// Whether a letter is of a script that writes words without spaces between them: there a name ends anywhere.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
