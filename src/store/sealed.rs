//! What was told in confidence: found again to be unsealed, and left out of what leaves the house.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::Store;
use super::rows::{self, COLUMNS, JOINS, Row, limit};
use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;

/// The kinds that can be sealed.
const SEALABLE: Kind = Kind::Disclosure;

impl Store {
    /// Sealed records: of one relationship the newest first, else of all of them.
    pub fn sealed(&self, who: Option<RecordId>, rows: usize) -> Result<Vec<Row>> {
        let of = |compare: &str| {
            format!(
                "SELECT {COLUMNS} FROM entry e INDEXED BY entry_sealed {JOINS}
                 WHERE e.who {compare} ?1 AND e.sealed = 1 ORDER BY e.who DESC, e.at DESC, e.n DESC LIMIT ?2"
            )
        };
        match who {
            Some(id) => self.rows(&of("="), params![id.bytes(), limit(rows)]),
            None => self.rows(&of(">="), params![Vec::<u8>::new(), limit(rows)]),
        }
    }

    /// The newest value of a record, whether it stands or was erased since.
    pub fn last_value(&self, id: RecordId) -> Result<Option<Record>> {
        let sql = "SELECT kind, body FROM revision WHERE record = ?1 AND body IS NOT NULL ORDER BY time DESC, device DESC LIMIT 1";
        let found: Option<(String, String)> = self
            .connection
            .prepare_cached(sql)?
            .query_row([id.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        found
            .map(|(kind, body)| rows::decode(rows::kind(&kind)?, &body))
            .transpose()
    }

    /// Every record whose last value is sealed, erased ones too: none of their revisions leaves the house.
    pub fn hidden(&self) -> Result<BTreeSet<RecordId>> {
        let sql = "SELECT DISTINCT record FROM revision WHERE kind = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([SEALABLE.word()])?;
        let mut hidden = BTreeSet::new();
        while let Some(row) = found.next()? {
            let id = rows::id(row, 0)?;
            if self.last_value(id)?.is_some_and(|r| r.noun().is_sealed()) {
                hidden.insert(id);
            }
        }
        Ok(hidden)
    }

    /// How many revisions some records have.
    pub fn revisions_of(&self, records: &BTreeSet<RecordId>) -> Result<u64> {
        let mut many = self
            .connection
            .prepare_cached("SELECT count(*) FROM revision WHERE record = ?1")?;
        let mut sum = 0;
        for id in records {
            let own: i64 = many.query_row([id.bytes()], |row| row.get(0))?;
            sum += own.unsigned_abs();
        }
        Ok(sum)
    }
}
