//! Names inside a sentence: where they stand says whether they are whom I promise, and whether the sentence needs them.

use super::parties::{NAME, Parties, find, plain, spelled};
use crate::domain::fields::{Fault, Reading};
use crate::domain::noun::Side;
use crate::domain::{RecordId, text};

/// How a name stands in its sentence, the one that most surely says who is meant first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// "send the numbers to Priya"
    To,
    /// "send Priya the numbers"
    Object,
    /// "write a reference for Priya"
    For,
    /// "review Ana's draft", "plan the offsite with Ana"
    Beside,
}

/// A name in the words.
#[derive(Debug, Clone, Copy)]
struct Mention {
    start: usize,
    len: usize,
    id: RecordId,
    role: Role,
}

/// Names are looked for in so many words: each is asked of the journal at every key, and a pasted page must stay quick.
const LOOKED_AT: usize = 40;

/// Words after a name that lean on it: without it the sentence would not stand.
const LEANING: &[&str] = &[
    "to", "and", "or", "with", "into", "as", "on", "from", "at", "in", "out", "up", "through",
    "over", "off", "for", "about", "that", "how", "what", "when", "where", "why", "if", "whether",
    "&",
];

/// Words before a name that tie it to them.
const TYING: &[&str] = &[
    "with", "from", "about", "on", "of", "and", "by", "&", "like", "than", "between",
];

/// Takes the name that is meant out of the words where they stand without it.
pub(super) fn take(
    words: &mut Vec<String>,
    about: Option<RecordId>,
    with: &Reading<'_>,
) -> Result<Option<Parties>, Fault> {
    let mut best: Option<Mention> = None;
    let mut at = 0;
    while at < words.len().min(LOOKED_AT) {
        let found = mention(words, at, about, with)?;
        at += found.map_or(1, |m| m.len);
        if let Some(found) = found
            && best.is_none_or(|best| found.role < best.role)
        {
            best = Some(found);
        }
    }
    let Some(found) = best else { return Ok(None) };
    if let Some(about) = about.filter(|about| *about != found.id)
        && found.role == Role::Beside
    {
        return Ok(Some(Parties::promise(Some(about), Side::Mine)));
    }
    let side = side(words, found);
    remove(words, found);
    Ok(Some(Parties::promise(Some(found.id), side)))
}

/// "Priya send me the numbers" is theirs; a name further in is mine.
fn side(words: &[String], found: Mention) -> Side {
    let to_me = |w: &String| matches!(plain(w).to_lowercase().as_str(), "me" | "us");
    if found.start == 0 && words.iter().any(to_me) {
        Side::Theirs
    } else {
        Side::Mine
    }
}

/// Takes the name out, unless the sentence leans on it.
fn remove(words: &mut Vec<String>, found: Mention) {
    let Mention {
        start, len, role, ..
    } = found;
    let end = start + len;
    match role {
        // "talk to Priya about it" keeps its name, "send it to Priya" does not need it
        Role::To | Role::For if start > 2 => drop(words.drain(start - 1..end)),
        Role::Object => {
            let leans = |w: &String| LEANING.contains(&plain(w).to_lowercase().as_str());
            if words.get(end).is_some_and(|next| !leans(next)) {
                words.drain(start..end);
            }
        }
        Role::To | Role::For | Role::Beside => {}
    }
}

/// The longest name that starts at a word.
fn mention(
    words: &[String],
    start: usize,
    about: Option<RecordId>,
    with: &Reading<'_>,
) -> Result<Option<Mention>, Fault> {
    let before = start
        .checked_sub(1)
        .map(|n| plain(&words[n]).to_lowercase());
    let before = before.as_deref().unwrap_or_default();
    for len in (1..=NAME.min(words.len() - start)).rev() {
        let span = &words[start..start + len];
        let broken = span[..len - 1].iter().any(|w| ends_a_part(w));
        if broken || !could_be_a_name(span, start, before) {
            continue;
        }
        let id = match find(span, with) {
            Some(Ok(id)) if is_its_name(span, start, id, with) => id,
            // two share this name, and one of them is whom this is about
            Some(Err(_)) if about.is_some_and(|id| is_its_name(span, 1, id, with)) => {
                about.unwrap_or_default()
            }
            Some(Err(fault)) if is_capital(span) && start > 0 => return Err(fault),
            _ => continue,
        };
        let role = role(span, before);
        return Ok(Some(Mention {
            start,
            len,
            id,
            role,
        }));
    }
    Ok(None)
}

fn role(span: &[String], before: &str) -> Role {
    let possessive = span.last().is_some_and(|w| {
        let w = w.trim_end_matches(',');
        w.ends_with("'s")
            || w.ends_with("\u{2019}s")
            || w.ends_with('\'')
            || w.ends_with('\u{2019}')
    });
    match before {
        _ if possessive => Role::Beside,
        "to" => Role::To,
        "for" => Role::For,
        before if TYING.contains(&before) => Role::Beside,
        _ => Role::Object,
    }
}

fn ends_a_part(word: &str) -> bool {
    word.ends_with([',', ';', ':', '.', '!']) || word.ends_with("'s") || word.ends_with("\u{2019}s")
}

fn is_capital(span: &[String]) -> bool {
    span.iter()
        .all(|w| plain(w).starts_with(|c: char| c.is_uppercase()))
}

/// A name is written with capitals or an @; in small letters it is looked for only where a sentence has its object.
fn could_be_a_name(span: &[String], start: usize, before: &str) -> bool {
    let marked = span[0].starts_with('@') && span.len() == 1;
    let object = start <= 1 || span.len() > 1 || matches!(before, "to" | "for" | "with" | "from");
    marked || is_capital(span) || object
}

/// Whether the words are really the name (or begin its words), and not the start of a short id or of another word.
fn is_its_name(span: &[String], start: usize, id: RecordId, with: &Reading<'_>) -> bool {
    if span[0].starts_with('@') {
        return true;
    }
    let words = |text: &str| text::runs(&text::fold(text));
    let name = words(&with.names.name(id).unwrap_or_default());
    let said = words(&spelled(span));
    if said.is_empty() || is_little(span, id, with) {
        return false;
    }
    let whole = name.windows(said.len()).any(|some| some == said);
    let begins = name.windows(said.len()).any(|some| {
        some.iter()
            .zip(&said)
            .all(|(n, s)| n.starts_with(s.as_str()))
    });
    let handle = !RecordId::could_be_short(&spelled(span).to_lowercase());
    whole || (is_capital(span) && start > 0 && (begins || handle))
}

/// Whether a word alone is one of its name's little words ("the", "of", "van"), as in "a draft of
/// the plan" where somebody is called "Zoë of Bath".
fn is_little(span: &[String], id: RecordId, with: &Reading<'_>) -> bool {
    let [word] = span else { return false };
    let said = plain(word).to_lowercase();
    let name = with.names.name(id).unwrap_or_default();
    let small = |w: &&str| w.starts_with(char::is_lowercase) && w.to_lowercase() == said;
    name.split_whitespace().skip(1).any(|w| small(&w))
}
