//! Text from outside, made safe to show: control, escape, zero-width and bidirectional characters become marks.

mod piled;
mod safe;

pub use safe::{is_hostile, line, lines, typed};

/// A text folded for look-up: lower case, without diacritics of Latin letters, single spaces.
pub fn fold(text: &str) -> String {
    folded(text, &[MARKED, OTHER])
}

/// The number of the line, from 1, in which a byte of a text lies.
pub fn line_at(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or(text);
    before.matches('\n').count() + 1
}

/// The words of a text as search sees them: runs of letters and digits, in small letters, without accents.
///
/// A letter that is one of its own (`ø`, `ł`, `ß`) stays, as it does in the full-text index, so that a query
/// means the same wherever it is answered.
pub fn runs(text: &str) -> Vec<String> {
    folded(text, &[MARKED])
        .split(|c: char| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

fn folded(text: &str, tables: &[&[(&str, &str)]]) -> String {
    let plain = |c: char| {
        // no letter of the tables lies outside; a long line of another script is not looked up letter by letter
        if !matches!(c, '\u{c0}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}') {
            return None;
        }
        let mut rows = tables.iter().copied().flatten();
        rows.find(|(letters, _)| letters.contains(c))
            .map(|(_, plain)| *plain)
    };
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            match plain(c) {
                Some(plain) => folded.push_str(plain),
                None if matches!(c, '\u{0300}'..='\u{036f}') => {}
                None => folded.push(c),
            }
        }
    }
    folded
}

/// The known word that a typed one most likely means: one slip away, two for words of six letters or more.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().take(LONGEST_TYPO + 1).collect();
    if typed.len() < 3 || typed.len() > LONGEST_TYPO {
        return None;
    }
    let reach = if typed.len() < 6 { 1 } else { 2 };
    known
        .into_iter()
        .map(|word| (slips(&typed, &word.chars().collect::<Vec<_>>()), word))
        .filter(|(slips, _)| *slips <= reach)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, word)| word)
}

/// No known word is near this length; it bounds the work on what was pasted by mistake.
const LONGEST_TYPO: usize = 24;

/// Letters added, dropped, changed or swapped with their neighbour between two words.
fn slips(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let best = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best.min(rows[i - 2][j - 2] + 1)
                } else {
                    best
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

/// Lower-case Latin letters with marks and what they are without. Short on purpose: a letter that is missing
/// here is found by typing it as it is written.
const MARKED: &[(&str, &str)] = &[
    ("àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặ", "a"),
    ("çćĉċč", "c"),
    ("ď", "d"),
    ("èéêëēĕėęěȅȇẹẻẽếềểễệ", "e"),
    ("ĝğġģǧ", "g"),
    ("ĥ", "h"),
    ("ìíîïĩīĭįǐȉȋỉị", "i"),
    ("ĵ", "j"),
    ("ķǩ", "k"),
    ("ĺļľ", "l"),
    ("ñńņň", "n"),
    ("òóôõöōŏőơǒǫȍȏọỏốồổỗộớờởỡợ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťț", "t"),
    ("ùúûüũūŭůűųưǔȕȗụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"),
];

/// Letters of their own that people type as others.
const OTHER: &[(&str, &str)] = &[
    ("æǽ", "ae"),
    ("đð", "d"),
    ("ħ", "h"),
    ("ı", "i"),
    ("ł", "l"),
    ("ø", "o"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("ŧ", "t"),
    ("þ", "th"),
];

#[cfg(test)]
mod tests;
