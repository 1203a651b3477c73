//! How a line is made: of pieces, each labelled with the fields that it comes from. What the table of audiences does
//! not let through cannot get into a line; what is private of a record stands in a line of its own below it.

use super::{Line, Section};
use crate::domain::audience::{May, Reader};
use crate::domain::view::EntryLine;
use crate::domain::{Kind, Record, RecordId, text};

/// A record while it is told.
pub(super) struct Telling<'a> {
    reader: &'a Reader,
    kind: Kind,
    id: RecordId,
    whole: May,
    /// Whether the piece without which there is no line may leave.
    head: Option<May>,
    before: String,
    main: Vec<String>,
    below: Vec<(&'static str, String)>,
}

impl<'a> Telling<'a> {
    /// Of a record; `None`: it never leaves for this reader.
    pub fn of(reader: &'a Reader, id: RecordId, record: &Record) -> Option<Self> {
        Some(Self {
            whole: reader.whole(record)?,
            reader,
            kind: record.kind(),
            id,
            head: Some(May::Shown),
            before: String::new(),
            main: Vec::new(),
            below: Vec::new(),
        })
    }

    /// The piece without which there is no line; where it is private, the line is.
    pub fn head(mut self, pieces: &[&'static str], words: impl AsRef<str>) -> Self {
        self.head = self.reader.pieces(self.kind, pieces);
        if self.head.is_some() {
            self.main.push(clean(words.as_ref()));
        }
        self
    }

    /// One more piece of the line, or a line of its own where it is private.
    pub fn piece(mut self, pieces: &[&'static str], words: impl AsRef<str>) -> Self {
        let words = clean(words.as_ref());
        let may = self.reader.pieces(self.kind, pieces);
        if words.is_empty() {
            return self;
        }
        match (may, pieces.last()) {
            (Some(May::Shown), _) => self.main.push(words),
            (Some(May::Ticked), Some(last)) => self.below.push((last, words)),
            _ => {}
        }
        self
    }

    /// One more piece with what it is, where it is not blank.
    pub fn named(self, pieces: &[&'static str], name: &str, words: impl AsRef<str>) -> Self {
        let words = clean(words.as_ref());
        if words.is_empty() {
            return self;
        }
        self.piece(pieces, format!("{name}: {words}"))
    }

    /// A word before the line, where it may be read by whoever reads the line.
    pub fn before(mut self, piece: &'static str, word: &str) -> Self {
        let may = self.reader.piece(self.kind, piece);
        if may.is_some_and(|may| may <= self.whole) {
            self.before = format!("{}: ", clean(word));
        }
        self
    }

    /// The line, and below it what is private of it.
    pub fn lines(self) -> Vec<Line> {
        let Some(head) = self.head else {
            return Vec::new();
        };
        let key = self.id.short();
        let main = self.main.into_iter().filter(|words| !words.is_empty());
        let main = main.collect::<Vec<_>>().join(" \u{b7} ");
        let mut lines = Vec::new();
        if !main.is_empty() {
            let words = format!("{}{main}", self.before);
            lines.push(line(
                key.clone(),
                Some(self.id),
                words,
                head.max(self.whole),
            ));
        }
        let below = self.below.into_iter();
        lines.extend(below.map(|(piece, words)| {
            line(format!("{key}.{piece}"), Some(self.id), words, May::Ticked)
        }));
        lines
    }
}

/// A line of a list, made of some pieces of its record.
pub(super) fn told(
    reader: &Reader,
    line: &EntryLine,
    pieces: &[&'static str],
    words: Option<String>,
) -> Vec<Line> {
    let telling = words
        .and_then(|words| Some(Telling::of(reader, line.id, &line.record)?.head(pieces, words)));
    telling.map_or_else(Vec::new, Telling::lines)
}

/// Lines of no one record, made of one piece of the relationship.
pub(super) fn loose(
    reader: &Reader,
    word: &str,
    piece: &str,
    texts: impl IntoIterator<Item = String>,
) -> Vec<Line> {
    let Some(may) = reader.piece(Kind::Relationship, piece) else {
        return Vec::new();
    };
    let texts = texts.into_iter().map(|text| clean(&text));
    let texts = texts.filter(|text| !text.is_empty());
    let numbered = (1..).zip(texts);
    numbered
        .map(|(n, text): (usize, String)| line(format!("{word}.{n}"), None, text, may))
        .collect()
}

/// A section; its word is by what it is picked.
pub(super) fn section(word: &str, title: &str, lines: Vec<Line>) -> Section {
    Section {
        word: word.to_owned(),
        title: title.to_owned(),
        picked: true,
        lines,
    }
}

fn line(key: String, record: Option<RecordId>, text: String, may: May) -> Line {
    Line {
        key,
        record,
        text,
        ticked: may == May::Shown,
        may,
    }
}

/// One line, safe to show, single spaces.
fn clean(words: &str) -> String {
    let safe = text::line(words);
    safe.split_whitespace().collect::<Vec<_>>().join(" ")
}
