//! The first bytes of a file, looked at to tell what it is: its letters without their mark, and the keys of its JSON.

/// How deep and how called: a key of the JSON at the start of a file.
type Key = (usize, String);

/// How many keys are looked at.
const MOST_KEYS: usize = 4096;

/// The first letters of a file, as UTF-8, without a byte order mark and without blanks before them.
pub(super) fn letters(head: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = head[2..].chunks_exact(2).map(|two| unit([two[0], two[1]]));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    let text: String = match head {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(head).into_owned(),
    };
    text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace())
        .to_owned()
}

/// Whether a text begins with a word, whatever its case.
pub(super) fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The keys of the JSON that a text begins with, each with how deep it lies (from 1); `None`: it is no JSON.
///
/// The text may be cut anywhere. Nothing is parsed, so neither depth nor size of what is hostile matters.
pub(super) fn keys(text: &str) -> Option<Vec<Key>> {
    let mut letters = text.chars().filter(|c| !c.is_whitespace());
    let opens = matches!(
        (letters.next(), letters.next()),
        (Some('{'), Some('"' | '}') | None) | (Some('['), Some('{' | ']') | None)
    );
    opens.then(|| {
        let mut scan = Scan::default();
        text.chars().for_each(|c| scan.take(c));
        scan.keys
    })
}

/// Where a look through JSON stands.
#[derive(Default)]
struct Scan {
    keys: Vec<Key>,
    depth: usize,
    quoted: bool,
    escaped: bool,
    /// The text that ended last; a colon behind it makes a key of it.
    text: String,
}

impl Scan {
    fn take(&mut self, c: char) {
        if self.quoted {
            match (self.escaped, c) {
                (true, _) => self.escaped = false,
                (false, '\\') => self.escaped = true,
                (false, '"') => self.quoted = false,
                _ if self.text.len() < 64 => self.text.push(c),
                _ => {}
            }
            return;
        }
        match c {
            '"' => {
                self.quoted = true;
                self.text.clear();
            }
            '{' | '[' => self.depth += 1,
            '}' | ']' => self.depth = self.depth.saturating_sub(1),
            ':' if self.keys.len() < MOST_KEYS => {
                self.keys.push((self.depth, self.text.clone()));
            }
            _ => {}
        }
    }
}
