//! Finding what words name: a relationship by its name, any record by its id or its words.

use rusqlite::params;

use super::Store;
use super::relationships::after_prefix;
use super::rows::{self, COLUMNS, JOINS, Row};
use crate::domain::{Kind, RecordId, text};
use crate::error::{Error, ErrorKind, Result};

/// How many that fit are told by name.
const TOLD: usize = 6;

impl Store {
    /// The relationship that words name: a full id, a short id, a whole name, handle or alias, or the starts of its words.
    ///
    /// # Errors
    /// `NotFound`, or `Ambiguous` with those that fit.
    pub fn find_relationship(&self, words: &str) -> Result<RecordId> {
        let words = words.trim().trim_start_matches('@');
        if let Some(id) = words
            .parse()
            .ok()
            .filter(|id| matches!(self.name(*id), Ok(Some(_))))
        {
            return Ok(id);
        }
        let folded = text::fold(words);
        if folded.is_empty() {
            return Err(Error::usage("a name is needed"));
        }
        let whole = self.named(
            "SELECT DISTINCT w.id, w.name FROM name m CROSS JOIN relationship w ON w.n = m.n
                                WHERE m.word = ?1 AND m.whole = 1 ORDER BY w.n LIMIT ?2",
            params![folded, 7],
        )?;
        let fits = if whole.is_empty() {
            self.with_words(&folded)?
        } else {
            whole
        };
        match fits.as_slice() {
            [(id, _)] => Ok(*id),
            [] => self.by_short(words),
            _ => Err(several(words, fits.iter().map(|(_, name)| name.clone()))),
        }
    }

    fn by_short(&self, words: &str) -> Result<RecordId> {
        let fits = self.short(Some(Kind::Relationship), words)?;
        if let [one] = fits.as_slice() {
            return Ok(one.stored.id);
        }
        let hint = self.nearest(words)?.map_or_else(
            || {
                format!(
                    "add them with: trustline add relationship \"{}\"",
                    text::line(words)
                )
            },
            |name| format!("did you mean {name}?"),
        );
        Err(Error::not_found(format!(
            "nobody here is called \u{201c}{}\u{201d}",
            text::line(words)
        ))
        .hint(hint))
    }

    /// A name that shares its first two letters with what was typed, if there is just such a one.
    fn nearest(&self, words: &str) -> Result<Option<String>> {
        let start: String = text::fold(words).chars().take(2).collect();
        Ok(self
            .names_starting(&start, 1)?
            .into_iter()
            .next()
            .map(|(_, name)| text::line(&name).into_owned()))
    }

    /// The relationships that have, for every word typed, a word of their name that starts so.
    fn with_words(&self, folded: &str) -> Result<Vec<(RecordId, String)>> {
        let sql = "SELECT DISTINCT w.id, w.name FROM name m CROSS JOIN relationship w ON w.n = m.n
                   WHERE m.word >= ?1 AND m.word < ?2 ORDER BY w.n LIMIT 1000";
        let mut fits: Option<Vec<(RecordId, String)>> = None;
        for word in folded.split(' ') {
            let found = self.named(sql, params![word, after_prefix(word)])?;
            fits = Some(match fits {
                None => found,
                Some(before) => before
                    .into_iter()
                    .filter(|one| found.contains(one))
                    .collect(),
            });
        }
        Ok(fits.unwrap_or_default())
    }

    fn named(&self, sql: &str, with: impl rusqlite::Params) -> Result<Vec<(RecordId, String)>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(with)?;
        let mut named = Vec::new();
        while let Some(row) = found.next()? {
            named.push((rows::id(row, 0)?, row.get(1)?));
        }
        Ok(named)
    }

    /// Any record: a full id, a unique start of a short id, or words that fit exactly one (an open one first).
    ///
    /// # Errors
    /// `NotFound`, or `Ambiguous` with those that fit.
    pub fn find_record(&self, kind: Option<Kind>, words: &str) -> Result<RecordId> {
        let words = words.trim();
        if let Ok(id) = words.parse() {
            let found = self
                .entry(id)?
                .filter(|row| kind.is_none_or(|k| row.stored.record.kind() == k));
            return found
                .map(|row| row.stored.id)
                .ok_or_else(|| unknown(kind, words));
        }
        let mut fits = self.short(kind, words)?;
        if fits.is_empty() {
            fits = self.worded(kind, words)?;
        }
        let open: Vec<_> = fits
            .iter()
            .filter(|row| matches!(row.stored.record.noun().state(), "open" | "requested"))
            .collect();
        match (fits.as_slice(), open.as_slice()) {
            ([one], _) => Ok(one.stored.id),
            (_, [one]) => Ok(one.stored.id),
            ([], _) => Err(unknown(kind, words)),
            (several_fit, []) => Err(several(words, several_fit.iter().map(told))),
            (_, several_open) => Err(several(words, several_open.iter().map(|row| told(row)))),
        }
    }

    /// Whether an identity can be given to a new record: no revision has it, and no record its letters.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn is_free(&self, id: RecordId) -> Result<bool> {
        Ok(self.newest(id)?.is_none() && self.short(None, &id.letters())?.is_empty())
    }

    fn short(&self, kind: Option<Kind>, word: &str) -> Result<Vec<Row>> {
        let word = word.trim_start_matches('#').to_lowercase();
        if !RecordId::could_be_short(&word) {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_short {JOINS} WHERE e.short >= ?1 AND e.short < ?2 LIMIT 50"
        );
        let mut fits = self.rows(&sql, params![word, after_prefix(&word)])?;
        fits.retain(|row| kind.is_none_or(|k| row.stored.record.kind() == k));
        Ok(fits)
    }

    fn worded(&self, kind: Option<Kind>, words: &str) -> Result<Vec<Row>> {
        let Some(asked) = self.match_text(words, false) else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM fulltext x CROSS JOIN entry e ON e.n = x.rowid {JOINS}
             WHERE fulltext MATCH ?1 AND (?2 IS NULL OR e.kind = ?2) ORDER BY x.rowid DESC LIMIT 200"
        );
        self.rows(&sql, params![asked, kind.map(Kind::word)])
    }
}

fn told(row: &Row) -> String {
    let who = row
        .who
        .as_ref()
        .map_or_else(String::new, |(_, name)| format!(" ({name})"));
    let title = row.stored.record.noun().title();
    format!("{} {title}{who}", row.stored.id.short())
}

fn unknown(kind: Option<Kind>, words: &str) -> Error {
    let kind = kind.map_or("record", Kind::word);
    Error::not_found(format!(
        "no {kind} fits \u{201c}{}\u{201d}",
        text::line(words)
    ))
    .hint("look for it with: trustline list WORDS")
}

fn several(words: &str, fits: impl Iterator<Item = String>) -> Error {
    let mut fits: Vec<_> = fits.map(|one| text::line(&one).into_owned()).collect();
    let more = fits.len() > TOLD;
    fits.truncate(TOLD);
    let list = fits.join("; ") + if more { "; \u{2026}" } else { "" };
    let says = format!(
        "\u{201c}{}\u{201d} fits more than one: {list}",
        text::line(words)
    );
    Error::new(ErrorKind::Ambiguous, says).hint("say more of the name, or use its id")
}
