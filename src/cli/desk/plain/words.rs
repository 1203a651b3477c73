//! Words in place of signs: what the program itself writes as a sign is read out as nothing, or as something else.

use std::fmt::Write;

/// What a sign is called. The letters, digits and other signs of whoever wrote them stay as they are.
const SIGNS: &[(char, &str)] = &[
    ('\u{b7}', ", "),
    ('\u{2026}', "..."),
    ('\u{201c}', "\""),
    ('\u{201d}', "\""),
    ('\u{2018}', "'"),
    ('\u{2019}', "'"),
    ('\u{2014}', " - "),
    ('\u{2192}', " to "),
    ('\u{2191}', " up "),
    ('\u{2193}', " down "),
    ('\u{2195}', " up and down "),
    ('\u{2194}', ", "),
    ('\u{21bb}', " repeats "),
    ('\u{d7}', " times "),
    ('\u{b1}', " plus or minus "),
    ('\u{2265}', " at least "),
    ('\u{2264}', " at most "),
    ('\u{2248}', " about "),
    ('\u{2022}', " "),
    ('\u{2713}', " yes "),
    ('\u{a0}', " "),
    ('\u{202f}', " "),
];

/// The letters of a drawn line: a sparkline, a shade, a frame.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}')
}

/// A line in words: no sign that must be guessed, no room that only aligns, an id by its name.
pub fn words(line: &str) -> String {
    let mut said = String::with_capacity(line.len());
    let letters: Vec<char> = line.trim().chars().collect();
    let mut n = 0;
    while let Some(&c) = letters.get(n) {
        let alike = letters[n..].iter().take_while(|other| **other == c).count();
        let next = letters.get(n + 1).copied().unwrap_or(' ');
        match c {
            '\u{2013}' if next.is_ascii_digit() && said.ends_with(|d: char| d.is_ascii_digit()) => {
                said.push_str(" to ");
            }
            '\u{2013}' => said.push_str(" - "),
            '\u{2212}' => said.push_str("minus "),
            '\u{25cf}' | '\u{25cb}' => {
                n += dots(&mut said, &letters[n..]);
                continue;
            }
            ' ' if alike > 1 => {
                said.push_str(if said.ends_with([',', ':', '.', ';']) {
                    " "
                } else {
                    ", "
                });
                n += alike;
                continue;
            }
            c if is_drawn(c) => said.push(' '),
            c => match SIGNS.iter().find(|(sign, _)| *sign == c) {
                Some((_, word)) => said.push_str(word),
                None => said.push(c),
            },
        }
        n += 1;
    }
    tidy(&named_ids(&said))
}

/// Dots as a level: four full ones of five are `4 of 5`. Answers how many letters they are.
fn dots(said: &mut String, letters: &[char]) -> usize {
    let run = letters
        .iter()
        .take_while(|c| matches!(c, '\u{25cf}' | '\u{25cb}'));
    let run: Vec<_> = run.collect();
    let full = run.iter().filter(|c| ***c == '\u{25cf}').count();
    let _ = write!(said, "{full} of {}", run.len());
    run.len()
}

/// `[k3f9a]` as `, id k3f9a`.
fn named_ids(line: &str) -> String {
    let mut parts = line.split(" [");
    let mut said = parts.next().unwrap_or_default().trim_end().to_owned();
    for part in parts {
        let id = part.split_once(']').filter(|(id, _)| is_id(id));
        match id {
            Some((id, rest)) => {
                said = format!("{}, id {id}{rest}", said.trim_end_matches([',', ' ']));
            }
            None => said = format!("{said} [{part}"),
        }
    }
    said
}

fn is_id(text: &str) -> bool {
    text.len() >= 5
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// Single spaces, none before a comma, and no word twice where its sign stood beside it.
fn tidy(line: &str) -> String {
    let mut said = line.split_whitespace().collect::<Vec<_>>().join(" ");
    for (clumsy, smooth) in [
        (" ,", ","),
        (",,", ","),
        (".,", ","),
        ("( ", "("),
        (" )", ")"),
        (", (", " ("),
        ("up up", "up"),
        ("down down", "down"),
    ] {
        if said.contains(clumsy) {
            said = said.replace(clumsy, smooth);
        }
    }
    said.trim_matches([',', ' ']).to_owned()
}

/// A whole text in words, line by line; a line that is nothing but drawn goes, and so does the dash of an item.
pub fn document(text: &str) -> String {
    let mut said = String::new();
    for line in text.lines().filter(|line| !line.contains(is_drawn)) {
        let line = words(line.trim_start().strip_prefix("- ").unwrap_or(line));
        said.push_str(&line);
        said.push('\n');
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words_and_letters_stay() {
        let check = |line: &str, expect: &str| assert_eq!(words(line), expect, "{line}");
        check(
            "  8 kept \u{b7} 1 late  [k3f9a]",
            "8 kept, 1 late, id k3f9a",
        );
        check("71\u{2013}88, \u{2212}7.2", "71 to 88, minus 7.2");
        check(
            "\u{25cf}\u{25cf}\u{25cb}\u{25cb}\u{25cb} lately",
            "2 of 5 lately",
        );
        check(
            "Zo\u{e9} \u{5c71}\u{7530} \u{1f600}",
            "Zo\u{e9} \u{5c71}\u{7530} \u{1f600}",
        );
        check("see [the page] there", "see [the page] there");
        check("name    what it says", "name, what it says");
        check("3 \u{2191}", "3 up");
        check("93 (83 to 99) \u{2194} steady", "93 (83 to 99), steady");
        check("93 \u{2191} up", "93 up");
        check("They went by.  [92d17]", "They went by, id 92d17");
        check("Write \u{2026} there", "Write ... there");
        check("\u{b7}", "");
        check("", "");
    }

    #[test]
    fn a_document_loses_what_is_drawn_and_keeps_what_is_said() {
        let text = "Reliability\n  my side    \u{2581}\u{2582}\u{2583}\n  - my side: 8 kept\n";
        assert_eq!(document(text), "Reliability\nmy side: 8 kept\n");
    }
}
