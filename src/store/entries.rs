//! Windows on records: a filter becomes one index seek with row values, never an offset, never a count.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::Store;
use super::query::window_query;
use super::rows::{self, COLUMNS, JOINS, Row, limit};
use crate::domain::filter::Filter;
use crate::domain::view::{From, Slice, Window};
use crate::domain::{Kind, RecordId, Side};
use crate::error::Result;

impl Store {
    /// A window on the records that fit, newest first (with words: the newest recorded first).
    pub fn entries(&self, filter: &Filter, window: Window, today: NaiveDate) -> Result<Slice<Row>> {
        let asked = |text: &str, phrase| self.match_text(text, phrase);
        let (query, backward) = window_query(filter, window, today, &asked);
        let mut statement = self.connection.prepare_cached(&query.sql)?;
        let mut found = statement.query(params_from_iter(query.with))?;
        let mut lines = Vec::with_capacity(window.rows.min(ROOM));
        while let Some(row) = found.next()? {
            lines.push(rows::row(row)?);
        }
        Ok(slice(lines, window, backward))
    }

    /// One record as a line.
    pub fn entry(&self, id: RecordId) -> Result<Option<Row>> {
        let sql = format!("SELECT {COLUMNS} FROM entry e {JOINS} WHERE e.id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query([id.bytes()])?;
        found.next()?.map(rows::row).transpose()
    }

    /// How many records of a kind there are.
    pub fn many_of(&self, kind: Kind) -> Result<u64> {
        let sql = "SELECT count(*) FROM entry e INDEXED BY entry_kind WHERE e.kind = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let many: i64 = statement.query_row([kind.word()], |row| row.get(0))?;
        Ok(many.unsigned_abs())
    }

    /// Open commitments of one side of a relationship, the nearest due first, undated ones last.
    pub fn open_commitments(&self, who: RecordId, side: Side, rows: usize) -> Result<Vec<Row>> {
        let dated = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_open {JOINS}
             WHERE e.who = ?1 AND e.side = ?2 AND e.kind = 'commitment' AND e.state = 'open' AND e.due >= '' ORDER BY e.due, e.n LIMIT ?3"
        );
        let undated = dated.replace("e.due >= ''", "e.due IS NULL");
        let mut lines = self.rows(&dated, params![who.bytes(), side.word(), limit(rows)])?;
        let left = rows.saturating_sub(lines.len());
        lines.extend(self.rows(&undated, params![who.bytes(), side.word(), limit(left)])?);
        Ok(lines)
    }

    /// Open breaches and running plans of a relationship, newest first.
    pub fn repairs(&self, who: RecordId) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_repair {JOINS} WHERE e.who = ?1 AND e.repair = 1 ORDER BY e.at DESC, e.n DESC LIMIT 50"
        );
        self.rows(&sql, params![who.bytes()])
    }

    /// What belongs to a record: the steps of a plan, the plans of a breach, oldest first.
    pub fn belonging(&self, plan: RecordId) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry e INDEXED BY entry_plan {JOINS} WHERE e.plan = ?1 ORDER BY e.n"
        );
        self.rows(&sql, params![plan.bytes()])
    }

    /// Every record whose main relationship is this one, with its kind.
    pub fn whole_of(&self, who: RecordId) -> Result<Vec<(RecordId, Kind)>> {
        let sql = "SELECT e.id, e.kind FROM place x CROSS JOIN entry e ON e.n = x.n WHERE x.who = ?1 AND x.main = 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([who.bytes()])?;
        let mut whole = Vec::new();
        while let Some(row) = found.next()? {
            whole.push((
                rows::id(row, 0)?,
                rows::kind(row.get_ref(1)?.as_str().unwrap_or_default())?,
            ));
        }
        Ok(whole)
    }

    /// The records of one kind (and state) of a relationship, newest first.
    pub fn kept(&self, who: RecordId, kind: Kind, state: &str, rows: usize) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM kept x CROSS JOIN entry e ON e.n = x.n {JOINS}
             WHERE x.who = ?1 AND x.kind = ?2 AND x.state = ?3 ORDER BY x.at DESC, x.n DESC LIMIT ?4"
        );
        self.rows(&sql, params![who.bytes(), kind.word(), state, limit(rows)])
    }

    /// The records of one kind and state of a relationship that stand within some days, both included, newest first.
    pub fn kept_within(
        &self,
        who: RecordId,
        kind: Kind,
        state: &str,
        within: (NaiveDate, NaiveDate),
    ) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM kept x CROSS JOIN entry e ON e.n = x.n {JOINS}
             WHERE x.who = ?1 AND x.kind = ?2 AND x.state = ?3 AND x.at >= ?4 AND x.at < ?5
             ORDER BY x.at DESC, x.n DESC"
        );
        let (from, to) = (rows::millis(within.0.into()), end_of(within.1));
        self.rows(&sql, params![who.bytes(), kind.word(), state, from, to])
    }

    /// The days nearest to some days, before and after them, on which a record of one kind and state stands.
    pub fn kept_beside(
        &self,
        who: RecordId,
        kind: Kind,
        state: &str,
        within: (NaiveDate, NaiveDate),
    ) -> Result<(Option<NaiveDate>, Option<NaiveDate>)> {
        let found = |end: &str, side: &str, at: i64| -> Result<Option<NaiveDate>> {
            let sql = format!(
                "SELECT {end}(at) FROM kept WHERE who = ?1 AND kind = ?2 AND state = ?3 AND at {side} ?4"
            );
            let at: Option<i64> = self
                .connection
                .prepare_cached(&sql)?
                .query_row(params![who.bytes(), kind.word(), state, at], |row| {
                    row.get(0)
                })?;
            Ok(at.map(rows::day_of))
        };
        Ok((
            found("max", "<", rows::millis(within.0.into()))?,
            found("min", ">=", end_of(within.1))?,
        ))
    }

    /// The newest day of real contact with a relationship on or before a day.
    pub fn last_contact(&self, who: RecordId, day: NaiveDate) -> Result<Option<NaiveDate>> {
        let sql = "SELECT max(at) FROM place WHERE who = ?1 AND contact = 1 AND at < ?2";
        let until = rows::millis((day + chrono::Duration::days(1)).into());
        let at: Option<i64> = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![who.bytes(), until], |row| row.get(0))
            .optional()?
            .flatten();
        Ok(at.map(rows::day_of))
    }

    pub(super) fn rows(&self, sql: &str, with: impl rusqlite::Params) -> Result<Vec<Row>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(with)?;
        let mut lines = Vec::new();
        while let Some(row) = found.next()? {
            lines.push(rows::row(row)?);
        }
        Ok(lines)
    }
}

/// The first moment after a day.
fn end_of(day: NaiveDate) -> i64 {
    day.succ_opt()
        .map_or(i64::MAX, |next| rows::millis(next.into()))
}

/// The most lines that room is made for before they come: a window may ask for all there are.
pub(super) const ROOM: usize = 256;

/// Puts a window's lines in the list's order and says whether there are more on either side.
pub(super) fn slice<T>(mut lines: Vec<T>, window: Window, backward: bool) -> Slice<T> {
    let more = lines.len() > window.rows;
    lines.truncate(window.rows);
    if backward {
        lines.reverse();
    }
    match window.from {
        From::Top => Slice {
            lines,
            above: false,
            below: more,
        },
        From::After(_) => Slice {
            lines,
            above: true,
            below: more,
        },
        From::Before(_) => Slice {
            lines,
            above: more,
            below: true,
        },
        From::Bottom => Slice {
            lines,
            above: more,
            below: false,
        },
    }
}
