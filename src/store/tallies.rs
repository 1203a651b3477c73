//! Tallies: what lists show without counting, made again for whatever a change touched.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::{Store, rows};
use crate::domain::relationship::{Relationship, Tending};
use crate::domain::{Record, RecordId, Side};
use crate::error::Result;

/// The relationships and weeks that a change touched: their tallies are made again before the transaction ends.
#[derive(Debug, Default)]
pub struct Touched {
    whos: BTreeSet<RecordId>,
    weeks: BTreeSet<(RecordId, i64)>,
}

impl Touched {
    /// The relationships.
    pub fn whos(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.whos.iter().copied()
    }

    /// A relationship whose own record changed.
    pub(super) fn add_who(&mut self, who: RecordId) {
        self.whos.insert(who);
    }

    /// A relationship that a record at a place belongs to.
    pub(super) fn add(&mut self, who: RecordId, at: i64) {
        self.whos.insert(who);
        self.weeks.insert((who, rows::week_of(rows::day_of(at))));
    }
}

impl Store {
    /// Makes the tallies of what was touched again.
    pub fn refresh(&self, touched: &Touched) -> Result<()> {
        for (who, week) in &touched.weeks {
            self.refresh_week(*who, *week)?;
        }
        for who in touched.whos() {
            self.refresh_relationship(who)?;
        }
        Ok(())
    }

    fn refresh_week(&self, who: RecordId, week: i64) -> Result<()> {
        let monday = NaiveDate::from_num_days_from_ce_opt(i32::try_from(week * 7 + 1).unwrap_or(1))
            .unwrap_or_default();
        let from = rows::millis(monday.into());
        let count = "SELECT count(*) FROM place WHERE who = ?1 AND at >= ?2 AND at < ?3";
        let to = from + 7 * 24 * 60 * 60 * 1000;
        let many: i64 = self
            .connection
            .prepare_cached(count)?
            .query_row(params![who.bytes(), from, to], |row| row.get(0))?;
        if many == 0 {
            self.connection
                .prepare_cached("DELETE FROM week WHERE who = ?1 AND week = ?2")?
                .execute(params![who.bytes(), week])?;
        } else {
            let sql = "INSERT INTO week VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET many = excluded.many";
            self.connection
                .prepare_cached(sql)?
                .execute(params![who.bytes(), week, many])?;
        }
        Ok(())
    }

    fn refresh_relationship(&self, who: RecordId) -> Result<()> {
        let Some(newest) = self.newest(who)? else {
            return Ok(());
        };
        let Some(Record::Relationship(one)) = newest.record()? else {
            return Ok(());
        };
        let contact = self
            .number(
                "SELECT max(at) FROM place WHERE who = ?1 AND contact = 1",
                who,
            )?
            .map(rows::day_of);
        let checkin = one.checkin_due(contact);
        let attention = self.waits_from(who, &one)?.into_iter().chain(checkin).min();
        let sql = "UPDATE relationship SET last_contact = ?2, checkin_due = ?3, attention = ?4, rank = ?5,
                   mine_open = ?6, theirs_open = ?7, repairs = ?8 WHERE id = ?1";
        let day = |day: Option<NaiveDate>| day.map(|d| d.to_string());
        self.connection.prepare_cached(sql)?.execute(params![
            who.bytes(),
            day(contact),
            day(checkin),
            day(attention),
            attention.map_or(i64::from(i32::MAX), |d| i64::from(d.num_days_from_ce())),
            self.number(&open_of(Side::Mine), who)?,
            self.number(&open_of(Side::Theirs), who)?,
            self.number(
                "SELECT count(*) FROM entry WHERE who = ?1 AND repair = 1",
                who
            )?,
        ])?;
        Ok(())
    }

    /// The day from which a record of this relationship wants attention: a paused one is frozen until its day,
    /// an archived one wants none.
    fn waits_from(&self, who: RecordId, one: &Relationship) -> Result<Option<NaiveDate>> {
        // how they met what I shared is asked about for a while, then not any more: no day of its own
        let sql = "SELECT min(attention) FROM entry WHERE who = ?1 AND attention IS NOT NULL AND NOT (kind = 'disclosure' AND side = 'mine')";
        let wants: Option<String> = self
            .connection
            .prepare_cached(sql)?
            .query_row([who.bytes()], |row| row.get(0))?;
        let wants = wants.and_then(|day| day.parse::<NaiveDate>().ok());
        Ok(match one.tending {
            Tending::Active => wants,
            Tending::Paused => wants
                .zip(one.paused_until)
                .map(|(day, until)| day.max(until)),
            Tending::Archived => None,
        })
    }

    fn number(&self, sql: &str, who: RecordId) -> Result<Option<i64>> {
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([who.bytes()], |row| row.get(0))?)
    }
}

/// Counts the open commitments of one side.
fn open_of(side: Side) -> String {
    format!(
        "SELECT count(*) FROM entry WHERE who = ?1 AND side = '{side}' AND kind = 'commitment' AND state = 'open'"
    )
}
