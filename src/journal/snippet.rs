//! The piece of a record's words that a search hit, with the hits marked.

use crate::domain::filter::{Ask, Filter};
use crate::domain::{Noun, text};

/// How many characters stand before the first hit, and how many in all.
const BEFORE: usize = 24;
const LENGTH: usize = 160;

/// The piece, as (text, is a hit) runs; empty when no words were searched.
pub(super) fn snippet(noun: &dyn Noun, filter: &Filter) -> Vec<(String, bool)> {
    let asked: Vec<String> = filter
        .terms
        .iter()
        .filter(|term| !term.not)
        .filter_map(|term| match &term.ask {
            Ask::Words { text, .. } => Some(text),
            _ => None,
        })
        .flat_map(|words| {
            words
                .split(|c: char| !c.is_alphanumeric())
                .map(text::fold)
                .collect::<Vec<_>>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let words = noun.words();
    let hit = |word: &str| {
        let folded = text::fold(word);
        asked.iter().any(|a| folded.starts_with(a.as_str()))
    };
    let runs = runs(&words);
    let first = runs
        .iter()
        .position(|(run, is_word)| *is_word && hit(run))
        .unwrap_or(0);
    let start = back(&runs, first);
    let mut piece: Vec<(String, bool)> = Vec::new();
    let mut length = 0;
    for (run, is_word) in &runs[start..] {
        length += run.chars().count();
        if length > LENGTH {
            break;
        }
        let marked = *is_word && hit(run);
        let clean = text::line(run);
        match piece.last_mut() {
            Some((last, was)) if *was == marked => last.push_str(&clean),
            _ => piece.push((clean.into_owned(), marked)),
        }
    }
    if start > 0 {
        piece.insert(0, ("\u{2026}".to_owned(), false));
    }
    piece
}

/// How far back from the first hit the piece begins.
fn back(runs: &[(&str, bool)], first: usize) -> usize {
    let mut room = BEFORE;
    let mut start = first;
    while start > 0 {
        let length = runs[start - 1].0.chars().count();
        if length > room {
            break;
        }
        room -= length;
        start -= 1;
    }
    start
}

/// Words and what lies between them.
fn runs(words: &str) -> Vec<(&str, bool)> {
    let mut runs = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let end = rest
            .find(|c: char| c.is_alphanumeric() != is_word)
            .unwrap_or(rest.len());
        runs.push((&rest[..end], is_word));
        rest = &rest[end..];
    }
    runs
}
