//! What waits: each part of Today is one index seek, the longest waiting first.

use chrono::NaiveDate;
use rusqlite::params;

use super::Store;
use super::rows::{COLUMNS, JOINS, Row, limit};
use crate::domain::disclosure::ASKED_FOR;
use crate::domain::view::TodaySort;
use crate::error::Result;

impl Store {
    /// The records of one part that want attention after one day (not included) and up to another (included);
    /// those of paused and archived relationships are left out, and so is what was asked about long enough.
    pub fn waiting(
        &self,
        part: TodaySort,
        after: Option<NaiveDate>,
        until: NaiveDate,
        rows: usize,
    ) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_attention {JOINS}
             WHERE e.rank = ?1 AND e.attention IS NOT NULL AND e.attention > ?2 AND e.attention <= ?3
               AND NOT (e.kind = 'disclosure' AND e.side = 'mine' AND e.attention < ?5)
               AND (w.tending IS NULL OR w.tending = 'active' OR (w.tending = 'paused' AND w.paused_until <= ?3))
             ORDER BY e.attention, e.n LIMIT ?4"
        );
        let after = after.map_or_else(String::new, |day| day.to_string());
        self.rows(
            &sql,
            params![
                rank(part),
                after,
                until.to_string(),
                limit(rows),
                (until - ASKED_FOR).to_string()
            ],
        )
    }
}

/// The number of a part of Today in the projections. Journals hold them: a part that came later is counted after all
/// the others, wherever Today shows it.
pub(super) fn rank(part: TodaySort) -> i64 {
    let first = TodaySort::ALL
        .iter()
        .filter(|one| **one != TodaySort::OneOnOne);
    let place = first.clone().position(|one| *one == part);
    i64::try_from(place.unwrap_or(first.count())).unwrap_or_default()
}
