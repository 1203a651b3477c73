//! What waits: each part of Today is one index seek, the longest waiting first.

use chrono::NaiveDate;
use rusqlite::params;

use super::Store;
use super::rows::{COLUMNS, JOINS, Row, limit};
use crate::error::Result;

/// How many parts of Today come from records (check-ins due come from relationships).
pub const PARTS: i64 = 5;

impl Store {
    /// The records of one part that want attention after one day (not included) and up to another (included);
    /// those of paused and archived relationships are left out.
    pub fn waiting(
        &self,
        part: i64,
        after: Option<NaiveDate>,
        until: NaiveDate,
        rows: usize,
    ) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_attention {JOINS}
             WHERE e.rank = ?1 AND e.attention IS NOT NULL AND e.attention > ?2 AND e.attention <= ?3
               AND (w.tending IS NULL OR w.tending = 'active' OR (w.tending = 'paused' AND w.paused_until <= ?3))
             ORDER BY e.attention, e.n LIMIT ?4"
        );
        let after = after.map_or_else(String::new, |day| day.to_string());
        self.rows(&sql, params![part, after, until.to_string(), limit(rows)])
    }
}
