//! How a table's bytes are letters: UTF-8, UTF-16 with its mark, or Windows-1252; all of it read as UTF-8 from here on.

#[cfg(test)]
mod tests;

use std::io::Read;

use crate::error::{Error, Result};
use crate::transfer::intake::Source;

/// The encodings that tables come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// What older spreadsheets write in western Europe and the Americas.
    Windows1252,
}

impl Encoding {
    /// The words of a flag.
    pub const WORDS: &'static [&'static str] = &["utf-8", "utf-16", "utf-16be", "windows-1252"];

    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "utf-8" | "utf8" => Some(Self::Utf8),
            "utf-16" | "utf-16le" => Some(Self::Utf16Le),
            "utf-16be" => Some(Self::Utf16Be),
            "windows-1252" | "cp1252" | "latin1" => Some(Self::Windows1252),
            _ => None,
        }
    }

    /// Its name in sentences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What one reading of all bytes found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::transfer) struct Found {
    pub encoding: Encoding,
    /// Bytes to pass over at the start.
    pub mark: usize,
    /// How many bytes there are.
    pub size: u64,
    /// The first line (from 1) with bytes that are no UTF-8.
    pub odd_line: Option<u64>,
}

const CHUNK: usize = 64 * 1024;

/// Reads everything once, in constant memory, and tells its encoding.
///
/// Without a mark, text whose every byte fits is UTF-8. Bytes that do not fit mean Windows-1252, unless
/// letters that only UTF-8 writes so stand beside them: then it is damaged UTF-8, and guessing would
/// garble the sound rows too.
///
/// # Errors
/// When it cannot be read, or is no text.
pub(in crate::transfer) fn find(name: &str, from: &mut dyn Read) -> Result<Found> {
    let mut bytes = vec![0; CHUNK];
    let mut scan = Scan {
        line: 1,
        ..Scan::default()
    };
    let mut found = Found {
        encoding: Encoding::Utf8,
        mark: 0,
        size: 0,
        odd_line: None,
    };
    let mut have = 0;
    loop {
        let read = fill(from, &mut bytes[have..])?;
        let piece = &bytes[..have + read];
        if found.size == 0 {
            (found.encoding, found.mark) = marked(piece);
            is_text(name, piece, found.encoding)?;
        }
        found.size += read as u64;
        if found.encoding == Encoding::Utf8 {
            let rest = scan.take(piece, read == 0);
            let from = piece.len() - rest;
            bytes.copy_within(from..from + rest, 0);
            have = rest;
        } else {
            have = 0;
        }
        if read == 0 {
            break;
        }
    }
    found.odd_line = scan.odd_line;
    if found.odd_line.is_some() && !scan.wide && found.mark == 0 {
        found.encoding = Encoding::Windows1252;
    }
    Ok(found)
}

/// How the letters of a source are written: as it was said, else as it is found out.
///
/// # Errors
/// When it cannot be read, or is no text.
pub(super) fn of(choice: Option<Encoding>, source: &Source) -> Result<Found> {
    let mut from = source.open()?;
    match choice {
        Some(encoding) => said(encoding, &mut from),
        None => find(source.name(), &mut from),
    }
}

/// What was said of the letters, and the mark that stands at the start; where the mark tells which byte of UTF-16
/// comes first, it is right.
///
/// # Errors
/// When it cannot be read.
fn said(encoding: Encoding, from: &mut dyn Read) -> Result<Found> {
    let mut start = [0; 3];
    let read = fill(from, &mut start)?;
    let (marked, mark) = marked(&start[..read]);
    let wide = |one| matches!(one, Encoding::Utf16Le | Encoding::Utf16Be);
    let same = marked == encoding || (wide(marked) && wide(encoding));
    Ok(Found {
        encoding: if same && mark > 0 { marked } else { encoding },
        mark: if same { mark } else { 0 },
        size: 0,
        odd_line: None,
    })
}

/// Reads until the room is full or the source ends.
fn fill(from: &mut dyn Read, room: &mut [u8]) -> Result<usize> {
    let mut filled = 0;
    while filled < room.len() {
        match from.read(&mut room[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(filled)
}

fn count(bytes: &[u8], byte: u8) -> usize {
    bytes.split(|b| *b == byte).count() - 1
}

fn marked(start: &[u8]) -> (Encoding, usize) {
    match start {
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
        _ => (Encoding::Utf8, 0),
    }
}

fn is_text(name: &str, start: &[u8], encoding: Encoding) -> Result<()> {
    if start.starts_with(b"SQLite format 3\0") {
        let says = format!("{name} is a database, not what a program exports");
        return Err(Error::input(says).hint(
            "if it is a copy of a journal: trustline --journal COPY export --output FILE, then trustline import FILE",
        ));
    }
    let zeros = count(start, 0);
    let is_wide = start.starts_with(&[0xff, 0xfe, 0, 0]);
    let is_archive = start.starts_with(b"PK\x03\x04");
    if is_wide || is_archive || (encoding == Encoding::Utf8 && zeros * 20 > start.len()) {
        return Err(Error::input(format!("{name} is not a table in plain text"))
            .hint("save the sheet as CSV (UTF-8) and import that"));
    }
    Ok(())
}

#[derive(Default)]
struct Scan {
    line: u64,
    wide: bool,
    odd_line: Option<u64>,
}

impl Scan {
    /// Looks through a piece; answers how many bytes at its end may go on in the next piece.
    fn take(&mut self, piece: &[u8], last: bool) -> usize {
        let mut at = 0;
        loop {
            let (sound, odd) = match std::str::from_utf8(&piece[at..]) {
                Ok(text) => (text.as_bytes(), None),
                Err(e) => (&piece[at..at + e.valid_up_to()], Some(e.error_len())),
            };
            self.wide |= !sound.is_ascii();
            self.line += count(sound, b'\n') as u64;
            at += sound.len();
            match odd {
                None => return 0,
                Some(None) if !last => return piece.len() - at,
                Some(length) => {
                    self.odd_line.get_or_insert(self.line);
                    at += length.unwrap_or(piece.len() - at);
                }
            }
        }
    }
}

/// Bytes of any encoding, read as UTF-8. What cannot be a letter comes out as the byte 0xFF, which is
/// never UTF-8, so that the row it stands in is refused instead of guessed at.
pub(in crate::transfer) struct Decoder<R> {
    from: R,
    encoding: Encoding,
    raw: Vec<u8>,
    /// What of `raw` is not decoded yet.
    waiting: std::ops::Range<usize>,
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Decoder<R> {
    /// Over a source whose first `mark` bytes are passed over.
    ///
    /// # Errors
    /// When the source cannot be read.
    pub fn new(mut from: R, encoding: Encoding, mark: usize) -> Result<Self> {
        let mut over = [0; 4];
        fill(&mut from, &mut over[..mark.min(4)])?;
        Ok(Self {
            from,
            encoding,
            raw: vec![0; CHUNK],
            waiting: 0..0,
            ready: Vec::new(),
            given: 0,
        })
    }

    /// Decodes the next piece into `ready`; leaves it empty at the end.
    fn more(&mut self) -> std::io::Result<()> {
        self.ready.clear();
        self.given = 0;
        while self.ready.is_empty() {
            let rest = self.waiting.len();
            self.raw.copy_within(self.waiting.clone(), 0);
            let read = self.from.read(&mut self.raw[rest..])?;
            let have = rest + read;
            let used = match self.encoding {
                Encoding::Utf8 => {
                    self.ready.extend_from_slice(&self.raw[..have]);
                    have
                }
                Encoding::Windows1252 => {
                    let letters = self.raw[..have].iter().map(|b| western(*b));
                    push_all(&mut self.ready, letters);
                    have
                }
                Encoding::Utf16Le => wide(
                    &self.raw[..have],
                    u16::from_le_bytes,
                    read == 0,
                    &mut self.ready,
                ),
                Encoding::Utf16Be => wide(
                    &self.raw[..have],
                    u16::from_be_bytes,
                    read == 0,
                    &mut self.ready,
                ),
            };
            self.waiting = used..have;
            if read == 0 {
                break;
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        if self.given == self.ready.len() {
            self.more()?;
        }
        let count = room.len().min(self.ready.len() - self.given);
        room[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

fn push_all(to: &mut Vec<u8>, letters: impl Iterator<Item = char>) {
    for letter in letters {
        to.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// Decodes UTF-16; answers how many bytes were used (half a letter waits for the rest of it).
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16, last: bool, to: &mut Vec<u8>) -> usize {
    let at = |n: usize| bytes.get(n..n + 2).map(|b| unit([b[0], b[1]]));
    let mut used = 0;
    while let Some(first) = at(used) {
        let second = at(used + 2);
        if matches!(first, 0xd800..0xdc00) && second.is_none() && !last {
            return used;
        }
        let pair = [first, second.unwrap_or_default()];
        if let Some(Ok(letter)) = char::decode_utf16(pair).next() {
            push_all(to, std::iter::once(letter));
            used += 2 * letter.len_utf16();
        } else {
            to.push(0xff);
            used += 2;
        }
    }
    if last && used < bytes.len() {
        to.push(0xff);
        used = bytes.len();
    }
    used
}

/// A byte of Windows-1252 as its letter; the five that stand for nothing stay the controls they are in Latin-1.
fn western(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// What is worth saying about the letters of a file.
pub(in crate::transfer) fn notes(encoding: Encoding, odd_line: Option<u64>) -> Vec<String> {
    let note = match (encoding, odd_line) {
        (Encoding::Windows1252, Some(line)) => format!(
            "read as Windows-1252, because line {line} is the first with bytes that are no UTF-8; look whether its letters are right"
        ),
        (Encoding::Utf8, Some(line)) => {
            format!("line {line} is the first with bytes that are no UTF-8; such rows are refused")
        }
        _ => return Vec::new(),
    };
    vec![note]
}
