//! What the review at the end of a run asks: the last contact besides my own notes, and the last time anything was written.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::{Store, rows};
use crate::domain::RecordId;
use crate::error::Result;

impl Store {
    /// The newest day of real contact on or before a day, check-ins left out: those are noted by one side alone.
    pub fn met(&self, who: RecordId, day: NaiveDate) -> Result<Option<NaiveDate>> {
        let sql = "SELECT x.at FROM place x INDEXED BY place_contact CROSS JOIN entry e ON e.n = x.n
                   WHERE x.who = ?1 AND x.contact = 1 AND x.at < ?2 AND e.kind <> 'check-in' ORDER BY x.at DESC LIMIT 1";
        let until = rows::millis((day + chrono::Duration::days(1)).into());
        let at: Option<i64> = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![who.bytes(), until], |row| row.get(0))
            .optional()?;
        Ok(at.map(rows::day_of))
    }

    /// When anything was written last before a moment, both in milliseconds since 1970 UTC.
    pub fn last_write(&self, before: i64) -> Result<Option<i64>> {
        let sql = "SELECT max(time) FROM revision WHERE time < ?1";
        let time: Option<i64> = self
            .connection
            .prepare_cached(sql)?
            .query_row([before << 16], |row| row.get(0))?;
        Ok(time.map(|time| time >> 16))
    }

    /// A setting of this journal.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM setting WHERE key = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Sets it.
    pub fn set(&self, key: &str, value: &str) -> Result<()> {
        let sql =
            "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value";
        self.connection
            .prepare_cached(sql)?
            .execute(params![key, value])?;
        Ok(())
    }
}
