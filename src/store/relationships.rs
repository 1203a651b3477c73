//! The list of relationships in the order of attention needed, and their names.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row as SqlRow, params};

use super::entries::{ROOM, slice};
use super::rows::limit;
use super::{Store, rows};
use crate::domain::RecordId;
use crate::domain::relationship::{Party, Role, Tending};
use crate::domain::view::{From, Key, RelationshipLine, Slice, Window};
use crate::error::Result;

const COLUMNS: &str = "w.rank, w.n, w.id, w.name, w.party, w.role, w.tending, w.last_contact, w.checkin_due, w.attention, \
                       w.mine_open, w.theirs_open, w.repairs";

impl Store {
    /// A window on the relationships: those that wait the longest first, then by the day of what comes next.
    pub fn relationships(
        &self,
        archived: bool,
        window: Window,
        today: NaiveDate,
    ) -> Result<Slice<RelationshipLine>> {
        let backward = matches!(window.from, From::Before(_) | From::Bottom);
        let seek = match window.from {
            From::Top => Key {
                at: i64::MIN,
                n: i64::MIN,
            },
            From::Bottom => Key {
                at: i64::MAX,
                n: i64::MAX,
            },
            From::After(key) | From::Before(key) => key,
        };
        let (compare, order) = if backward {
            ("<", "DESC")
        } else {
            (">", "ASC")
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM relationship w INDEXED BY relationship_rank
             WHERE w.archived = ?1 AND (w.rank, w.n) {compare} (?2, ?3) ORDER BY w.rank {order}, w.n {order} LIMIT ?4"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query(params![
            archived,
            seek.at,
            seek.n,
            limit(window.rows.saturating_add(1))
        ])?;
        let mut lines = Vec::with_capacity(window.rows.min(ROOM));
        while let Some(row) = found.next()? {
            let mut line = line(row)?;
            line.weeks = self.weeks(line.id, today)?;
            lines.push(line);
        }
        Ok(slice(lines, window, backward))
    }

    /// How many records stand in each of the last twelve weeks, oldest first.
    fn weeks(&self, who: RecordId, today: NaiveDate) -> Result<[u16; 12]> {
        let last = rows::week_of(today);
        let sql = "SELECT week, many FROM week WHERE who = ?1 AND week > ?2 AND week <= ?3";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(params![who.bytes(), last - 12, last])?;
        let mut weeks = [0; 12];
        while let Some(row) = found.next()? {
            let place = usize::try_from(row.get::<_, i64>(0)? - last + 11).unwrap_or(0);
            weeks[place.min(11)] = u16::try_from(row.get::<_, i64>(1)?).unwrap_or(u16::MAX);
        }
        Ok(weeks)
    }

    /// The relationships whose check-in is due on a day, the longest due first, with that day.
    pub fn checkins_due(
        &self,
        day: NaiveDate,
        rows: usize,
    ) -> Result<Vec<(RecordId, String, NaiveDate)>> {
        let sql = "SELECT id, name, checkin_due FROM relationship INDEXED BY relationship_checkin
                   WHERE checkin_due IS NOT NULL AND checkin_due <= ?1 ORDER BY checkin_due, n LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(params![day.to_string(), limit(rows)])?;
        let mut due = Vec::new();
        while let Some(row) = found.next()? {
            let since = super::rows::day(row, 2)?.unwrap_or(day);
            due.push((super::rows::id(row, 0)?, row.get(1)?, since));
        }
        Ok(due)
    }

    /// The name of a relationship.
    pub fn name(&self, id: RecordId) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT name FROM relationship WHERE id = ?1")?;
        Ok(statement
            .query_row([id.bytes()], |row| row.get(0))
            .optional()?)
    }

    /// Whether there is any relationship.
    pub fn any_relationship(&self) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM relationship LIMIT 1")?
            .exists([])?)
    }

    /// Relationships with a word of their name, a handle or an alias that starts so, by name; all when empty.
    pub fn names_starting(&self, start: &str, rows: usize) -> Result<Vec<(RecordId, String)>> {
        let sql = "SELECT DISTINCT w.id, w.name FROM name m CROSS JOIN relationship w ON w.n = m.n
                   WHERE m.word >= ?1 AND m.word < ?2 AND w.archived = 0 ORDER BY m.whole DESC, w.name LIMIT ?3";
        let start = crate::domain::text::fold(start.trim_start_matches('@'));
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(params![start, after_prefix(&start), limit(rows)])?;
        let mut names = Vec::new();
        while let Some(row) = found.next()? {
            names.push((super::rows::id(row, 0)?, row.get(1)?));
        }
        Ok(names)
    }
}

/// The first text after all texts that start so.
pub(super) fn after_prefix(start: &str) -> String {
    format!("{start}\u{10ffff}")
}

fn line(row: &SqlRow<'_>) -> Result<RelationshipLine> {
    let word =
        |column: usize| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str().unwrap_or_default());
    let many = |column: usize| {
        Ok::<_, rusqlite::Error>(usize::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
    };
    Ok(RelationshipLine {
        key: Key {
            at: row.get(0)?,
            n: row.get(1)?,
        },
        id: rows::id(row, 2)?,
        name: row.get(3)?,
        party: Party::from_word(word(4)?).unwrap_or_default(),
        role: Role::from_word(word(5)?).unwrap_or_default(),
        tending: Tending::from_word(word(6)?).unwrap_or_default(),
        last_contact: rows::day(row, 7)?,
        checkin_due: rows::day(row, 8)?,
        attention: rows::day(row, 9)?,
        mine_open: many(10)?,
        theirs_open: many(11)?,
        weeks: [0; 12],
        repairs: many(12)?,
    })
}
