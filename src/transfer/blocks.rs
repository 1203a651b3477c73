//! What stands between BEGIN and END in vCard and iCalendar files: each part with the line in which it begins, pictures left out.

use std::io::Read as _;

use super::intake::{Parcel, RowFault, Source};
use super::table::encoding::{self, Decoder};
use crate::error::Result;

/// One part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is, in capitals: `VCARD`, `VEVENT`.
    pub name: &'static str,
    /// The line of its BEGIN, from 1.
    pub line: u64,
    /// Its own lines, BEGIN and END with them; what is nested in it is left out.
    pub text: String,
    /// How many pictures and the like were left out of it.
    pub pictures: u64,
}

/// The parts of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Blocks {
    /// The whole ones.
    pub whole: Vec<Block>,
    /// Those that are never ended, with their first line.
    pub broken: Vec<(RowFault, String)>,
    /// Lines outside of every part: `X-WR-CALNAME:…`.
    pub outside: Vec<String>,
}

/// The most lines outside of every part that are kept.
const OUTSIDE: usize = 100;

/// What may be megabytes long and is never taken.
const PICTURES: [&str; 5] = ["PHOTO", "LOGO", "SOUND", "KEY", "ATTACH"];

/// A file's letters as text, and what is worth saying about them.
///
/// # Errors
/// When it is too large, is no text or cannot be read.
pub(super) fn letters(source: &Source) -> Result<(String, Vec<String>)> {
    let bytes = Parcel::bytes(source)?;
    let found = encoding::find(source.name(), &mut bytes.as_slice())?;
    let mut read = Vec::with_capacity(bytes.len());
    Decoder::new(bytes.as_slice(), found.encoding, found.mark)?.read_to_end(&mut read)?;
    let text = match String::from_utf8(read) {
        Ok(text) => text,
        Err(odd) => String::from_utf8_lossy(odd.as_bytes()).into_owned(),
    };
    Ok((text, encoding::notes(found.encoding, found.odd_line)))
}

/// The parts of some names, in the order of the file.
pub(super) fn blocks(text: &str, names: &'static [&'static str]) -> Blocks {
    let mut found = Blocks::default();
    let mut open: Option<Open> = None;
    for (line, words) in (1_u64..).zip(text.split('\n')) {
        let words = words.strip_suffix('\r').unwrap_or(words);
        let begun = after(words, "BEGIN:");
        let wanted = begun.and_then(|name| names.iter().find(|n| n.eq_ignore_ascii_case(name)));
        match (&mut open, wanted) {
            // a card may carry its agent's card
            (Some(one), Some(_)) if one.awaits_agent => one.nest(),
            (_, Some(name)) => {
                if let Some(one) = open.replace(Open::at(line, name, words)) {
                    found.broken.push(one.broken());
                }
            }
            (Some(one), None) if begun.is_some() => one.nest(),
            (Some(one), None) => {
                if let Some(whole) = one.take(words) {
                    found.whole.extend(whole.then(|| one.block.clone()));
                    if !whole {
                        found.broken.push(one.broken());
                    }
                    open = None;
                }
            }
            (None, None) => {
                let is_said = begun.is_none() && after(words, "END:").is_none();
                if is_said && !words.trim().is_empty() && found.outside.len() < OUTSIDE {
                    found.outside.push(words.chars().take(1000).collect());
                }
            }
        }
    }
    found.broken.extend(open.map(|one| one.broken()));
    found
}

/// A part whose end has not come yet.
struct Open {
    block: Block,
    /// How many parts are open within it.
    nested: u64,
    /// Whether the lines that follow belong to a picture.
    drops: bool,
    awaits_agent: bool,
}

impl Open {
    fn at(line: u64, name: &'static str, words: &str) -> Self {
        Self {
            block: Block {
                name,
                line,
                text: format!("{words}\r\n"),
                pictures: 0,
            },
            nested: 0,
            drops: false,
            awaits_agent: false,
        }
    }

    fn nest(&mut self) {
        self.nested += 1;
        self.awaits_agent = false;
    }

    /// Takes a line; `Some` at its end: whether it is whole.
    fn take(&mut self, words: &str) -> Option<bool> {
        if let Some(name) = after(words, "END:") {
            if self.nested > 0 {
                self.nested -= 1;
                return None;
            }
            self.block.text.push_str(words);
            self.block.text.push_str("\r\n");
            return Some(name.eq_ignore_ascii_case(self.block.name));
        }
        if self.nested > 0 {
            return None;
        }
        if !words.starts_with([' ', '\t']) {
            let name = property(words);
            self.awaits_agent = name.eq_ignore_ascii_case("AGENT");
            self.drops = PICTURES.iter().any(|p| p.eq_ignore_ascii_case(name));
            self.block.pictures += u64::from(self.drops);
        }
        if !self.drops && !self.awaits_agent {
            self.block.text.push_str(words);
            self.block.text.push_str("\r\n");
        }
        None
    }

    fn broken(&self) -> (RowFault, String) {
        let says = format!(
            "begins here and is never ended: END:{} is missing",
            self.block.name
        );
        let row: String = self.block.text.chars().take(2000).collect();
        (RowFault::new(self.block.line, "", &says), row)
    }
}

/// The name of a line's property, without its group: `EMAIL` of `item1.EMAIL;TYPE=work:…`.
fn property(words: &str) -> &str {
    let name = words.split([':', ';']).next().unwrap_or_default();
    name.rsplit('.').next().unwrap_or_default()
}

/// What follows a word at the start of a line, in letters of any size.
fn after<'a>(words: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = words
        .trim_start_matches('\u{feff}')
        .split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_with_their_lines_and_without_pictures() {
        let photo = format!(
            "PHOTO;ENCODING=b:{}\r\n {}\r\n",
            "A".repeat(90),
            "B".repeat(90)
        );
        let text = format!(
            "X-WR-CALNAME:me\r\nBEGIN:VCARD\r\nFN:Ana\r\n{photo}item1.EMAIL:a@x\r\nEND:VCARD\r\nbegin:vcard\nFN:Bo\nEnd:VCard\n"
        );
        let found = blocks(&text, &["VCARD"]);
        assert_eq!(found.outside, ["X-WR-CALNAME:me"]);
        let seen: Vec<_> = found.whole.iter().map(|b| (b.line, b.pictures)).collect();
        assert_eq!(seen, [(2, 1), (8, 0)]);
        assert!(!found.whole[0].text.contains("AAA") && !found.whole[0].text.contains("BBB"));
        assert!(found.whole[0].text.contains("EMAIL:a@x"));
    }

    #[test]
    fn what_is_never_ended_is_told_with_its_line_and_the_rest_is_read() {
        let text = "BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nBEGIN:VCARD\nFN:Cy\nEND:VEVENT\nBEGIN:VCARD";
        let found = blocks(text, &["VCARD"]);
        let lines: Vec<_> = found.broken.iter().map(|(fault, _)| fault.line).collect();
        assert_eq!(lines, [1, 6, 9]);
        assert_eq!(found.whole.len(), 1);
        assert_eq!(found.whole[0].line, 3);
    }

    #[test]
    fn what_is_nested_is_left_out_however_deep() {
        let deep = format!(
            "BEGIN:VEVENT\n{}{}UID:1\nBEGIN:VALARM\nUID:2\nEND:VALARM\nEND:VEVENT\n",
            "BEGIN:X\n".repeat(200_000),
            "END:X\n".repeat(200_000)
        );
        let found = blocks(&deep, &["VEVENT"]);
        assert_eq!(
            found.whole[0].text,
            "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n"
        );
        let agent =
            "BEGIN:VCARD\nFN:Ana\nAGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nTITLE:x\nEND:VCARD\n";
        let found = blocks(agent, &["VCARD"]);
        assert_eq!(found.whole.len(), 1);
        assert!(!found.whole[0].text.contains("Bo") && found.whole[0].text.contains("TITLE"));
    }
}
