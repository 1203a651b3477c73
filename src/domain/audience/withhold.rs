//! What a relationship withholds besides what the table does: words such as `feedback`, `commitment.said`, `lead:commitment`.
//!
//! They only take away. A word names a kind, or a piece of a kind after a point, and may begin with one audience.

use super::table::has;
use super::{Audience, derived};
use crate::domain::{Kind, text};

/// One thing that is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withheld {
    /// From whom; `None`: from everybody but me.
    audience: Option<Audience>,
    /// The kind.
    kind: Kind,
    /// The piece; `None`: all of it.
    piece: Option<&'static str>,
}

impl Withheld {
    /// Whether it takes a piece from an audience. From me nothing is withheld.
    pub(super) fn holds(&self, audience: Audience, kind: Kind, piece: &str) -> bool {
        audience != Audience::Me
            && self.audience.is_none_or(|one| one == audience)
            && self.kind == kind
            && self.piece.is_none_or(|one| one == piece)
    }
}

/// What some words withhold; those that say nothing are left out: [`faults`] names them when they are written.
pub fn read(words: &[String]) -> Vec<Withheld> {
    words.iter().filter_map(|word| one(word).ok()).collect()
}

/// What is wrong with some words: a sentence for each that names nothing.
pub fn faults(words: &[String]) -> Vec<String> {
    words.iter().filter_map(|word| one(word).err()).collect()
}

/// What one word withholds.
///
/// # Errors
/// A sentence that names the word and the nearest that would do.
pub fn one(word: &str) -> Result<Withheld, String> {
    let lower = word.trim().to_lowercase();
    let (audience, what) = match lower.split_once(':') {
        None => (None, lower.as_str()),
        Some((whose, what)) => (Some(audience(word, whose)?), what.trim()),
    };
    let (kind, piece) = what
        .split_once('.')
        .map_or((what, None), |(k, p)| (k, Some(p)));
    let kind = self::kind(word, kind)?;
    let piece = piece.map(|piece| self::piece(word, kind, piece));
    Ok(Withheld {
        audience,
        kind,
        piece: piece.transpose()?,
    })
}

fn audience(word: &str, whose: &str) -> Result<Audience, String> {
    let from = Audience::from_word(whose.trim()).filter(|one| *one != Audience::Me);
    from.ok_or_else(|| {
        format!(
            "\u{201c}{word}\u{201d}: it is withheld from them or from lead, as in lead:commitment"
        )
    })
}

fn kind(word: &str, typed: &str) -> Result<Kind, String> {
    let typed = typed.trim();
    Kind::from_word(typed).ok_or_else(|| {
        unknown(
            word,
            typed,
            Kind::WORDS.iter().copied(),
            "a kind, such as feedback or commitment.said",
        )
    })
}

fn piece(word: &str, kind: Kind, typed: &str) -> Result<&'static str, String> {
    let typed = typed.trim().replace('-', "_");
    let fields = || kind.fields().iter().map(|field| field.name);
    let all = || fields().chain(derived(kind).iter().copied());
    if has(kind, &typed)
        && let Some(found) = all().find(|name| *name == typed)
    {
        return Ok(found);
    }
    Err(unknown(
        word,
        &typed,
        all(),
        &format!("a field of {}", kind.one()),
    ))
}

fn unknown<'a>(
    word: &str,
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
    wanted: &str,
) -> String {
    match text::nearest(typed, known) {
        Some(near) => {
            format!("\u{201c}{word}\u{201d} is nothing to withhold: did you mean {near}?")
        }
        None => format!("\u{201c}{word}\u{201d} is nothing to withhold: name {wanted}"),
    }
}
