//! Reads as of an earlier day: every record as it stood then. Slower than reads of today (all that was known
//! then is looked through), and never with hindsight.

use chrono::{Datelike, NaiveDate};

use super::Journal;
use super::gather::BATCH;
use super::today::{checkin_line, is_begun, today_line};
use crate::domain::breach::BreachState;
use crate::domain::disclosure::ASKED_FOR;
use crate::domain::filter::{Ask, Filter};
use crate::domain::relationship::Tending;
use crate::domain::view::{
    EntryLine, From, Key, RelationshipLine, Slice, Today, TodayLine, TodaySort, Window,
};
use crate::domain::{Kind, Record, Side};
use crate::error::Result;
use crate::store::Row;

impl Journal {
    pub(super) fn entries_as_of(
        &self,
        filter: &Filter,
        window: Window,
        day: NaiveDate,
    ) -> Result<Slice<EntryLine>> {
        let mut lines: Vec<_> = self
            .rows_as_of(filter, day)?
            .into_iter()
            .map(|row| self.line(row, filter))
            .collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.key));
        Ok(cut(lines, window, |line| line.key, true))
    }

    /// Every record that fits, as it stood, its key by where it stood then.
    fn rows_as_of(&self, filter: &Filter, day: NaiveDate) -> Result<Vec<Row>> {
        let whose = Filter {
            terms: filter
                .terms
                .iter()
                // what never changes may be asked of today's records; the rest of how they stood
                .filter(|t| !t.not && matches!(t.ask, Ask::Who(_) | Ask::Kind(_)))
                .cloned()
                .collect(),
        };
        let mut rows = Vec::new();
        let mut window = Window::top(BATCH);
        loop {
            let batch = self.store.entries(&whose, window, day)?;
            let last = batch.lines.last().map(|row| row.key);
            for mut row in batch.lines {
                let Some(record) = row
                    .stored
                    .record
                    .stood_on(day)
                    .filter(|record| filter.fits(record, day))
                else {
                    continue;
                };
                row.key.at = crate::store::millis(record.noun().at());
                row.stored.record = record;
                rows.push(row);
            }
            match last.filter(|_| batch.below) {
                Some(key) => window.from = From::After(key),
                None => return Ok(rows),
            }
        }
    }

    pub(super) fn today_as_of(&self, day: NaiveDate, rows: usize) -> Result<Today> {
        let mut waiting: Vec<_> = self
            .rows_as_of(&Filter::default(), day)?
            .into_iter()
            .filter_map(|row| today_line(row, day))
            .filter(|line| !was_asked(line, day))
            .collect();
        waiting.sort_by_key(|line| (line.sort, line.since));
        let mut today = Today {
            any_relationship: self.store.any_relationship()?,
            ..Today::default()
        };
        let soon = day + chrono::Duration::days(7);
        today.soon = waiting
            .iter()
            .filter(|line| line.since > day && line.since <= soon)
            .take(rows)
            .cloned()
            .collect();
        waiting.retain(|line| line.since <= day);
        today.more = waiting.len() > rows;
        today.lines = waiting;
        today.lines.truncate(rows);
        for line in self
            .relationships_as_of(false, Window::top(usize::MAX), day)?
            .lines
        {
            if let Some(since) = line.checkin_due.filter(|due| *due <= day)
                && !is_begun(&today.lines, line.id)
            {
                today.lines.push(checkin_line(line.id, line.name, since));
            }
        }
        Ok(today)
    }

    pub(super) fn relationships_as_of(
        &self,
        archived: bool,
        window: Window,
        day: NaiveDate,
    ) -> Result<Slice<RelationshipLine>> {
        let all = self
            .store
            .relationships(archived, Window::top(usize::MAX), day)?;
        let mut lines = Vec::new();
        for mut line in all.lines {
            let Some(Record::Relationship(one)) = self.stored(line.id)?.map(|stored| stored.record)
            else {
                continue;
            };
            let known = self.rows_as_of(&Filter::default().and(Ask::Who(line.id)), day)?;
            let records = || known.iter().map(|row| &row.stored.record);
            let open = |side| {
                records()
                    .filter(|r| {
                        r.kind() == Kind::Commitment
                            && r.noun().state() == "open"
                            && r.noun().side() == Some(side)
                    })
                    .count()
            };
            line.last_contact = records()
                .filter(|r| r.noun().is_contact())
                // that a miss names a process is no contact with it
                .filter(|r| {
                    r.kind() != Kind::Commitment || r.noun().whos().first() == Some(&line.id)
                })
                .map(|r| r.noun().at().day)
                .max();
            line.checkin_due = one.checkin_due(line.last_contact);
            line.mine_open = open(Side::Mine);
            line.theirs_open = open(Side::Theirs);
            line.repairs = records().filter(|r| is_repair(r)).count();
            line.attention = records()
                .filter_map(|r| r.noun().attention())
                .chain(line.checkin_due)
                .min()
                .filter(|_| one.tending == Tending::Active);
            line.key.at = line
                .attention
                .map_or(i64::from(i32::MAX), |d| i64::from(d.num_days_from_ce()));
            lines.push(line);
        }
        lines.sort_by_key(|line| line.key);
        Ok(cut(lines, window, |line| line.key, false))
    }
}

/// Whether how they met what I shared was asked about long enough.
fn was_asked(line: &TodayLine, day: NaiveDate) -> bool {
    line.sort == TodaySort::Response
        && line.side == Some(Side::Mine)
        && line.since < day - ASKED_FOR
}

fn is_repair(record: &Record) -> bool {
    match record {
        Record::Plan(plan) => plan.is_open(),
        Record::Breach(breach) => breach.state == BreachState::Open,
        _ => false,
    }
}

/// A window of a list that is whole in memory, in its order (`down`: keys fall).
fn cut<T>(mut lines: Vec<T>, window: Window, key: impl Fn(&T) -> Key, down: bool) -> Slice<T> {
    let past = |line: &T, seek: Key| {
        if down {
            key(line) < seek
        } else {
            key(line) > seek
        }
    };
    let before = |line: &T, seek: Key| {
        if down {
            key(line) > seek
        } else {
            key(line) < seek
        }
    };
    let total = lines.len();
    let start = match window.from {
        From::Top => 0,
        From::After(seek) => lines
            .iter()
            .position(|line| past(line, seek))
            .unwrap_or(total),
        From::Before(seek) => lines
            .iter()
            .take_while(|line| before(line, seek))
            .count()
            .saturating_sub(window.rows),
        From::Bottom => total.saturating_sub(window.rows),
    };
    let end = match window.from {
        From::Before(seek) => lines.iter().take_while(|line| before(line, seek)).count(),
        _ => start.saturating_add(window.rows).min(total),
    };
    lines.truncate(end);
    lines.drain(..start);
    Slice {
        lines,
        above: start > 0,
        below: end < total,
    }
}
