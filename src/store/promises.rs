//! What the figures need of commitments, and levels of check-ins: one range of one index, no words read.

use chrono::NaiveDate;
use rusqlite::{Row as SqlRow, params};

use super::{Store, rows};
use crate::domain::commitment::Move;
use crate::domain::reliability::Promise;
use crate::domain::{Record, RecordId, Side};
use crate::error::Result;

impl Store {
    /// The promises of one side of a relationship, in the order they became known.
    pub fn promises(&self, who: RecordId, side: Side) -> Result<Vec<Promise>> {
        let sql = "SELECT id, made, agreed, due, moves, done, broken, released, excused, stake FROM promise WHERE who = ?1 AND side = ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(params![who.bytes(), side.word()])?;
        let mut promises = Vec::new();
        while let Some(row) = found.next()? {
            promises.push(promise(row)?);
        }
        Ok(promises)
    }
}

impl Store {
    /// The scores of my newest finished check-ins with a relationship, newest first, each with its day.
    pub fn scores(&self, who: RecordId, rows: usize) -> Result<Vec<(NaiveDate, Vec<Option<u8>>)>> {
        let sql =
            "SELECT at, scores FROM kept WHERE who = ?1 AND kind = 'check-in' AND state = 'done'
                   ORDER BY at DESC, n DESC LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query(params![who.bytes(), rows::limit(rows)])?;
        let mut scores = Vec::new();
        while let Some(row) = found.next()? {
            if let Some(text) = row
                .get_ref(1)?
                .as_str_or_null()
                .map_err(rusqlite::Error::from)?
            {
                scores.push((rows::day_of(row.get(0)?), read_scores(text)));
            }
        }
        Ok(scores)
    }
}

impl Store {
    /// How many excused misses name an institution: after a day, and in all.
    pub fn excused_counts(&self, process: RecordId, after: NaiveDate) -> Result<(usize, usize)> {
        let sql = "SELECT count(*) FROM kept WHERE who = ?1 AND kind = 'commitment' AND state = 'excused' AND at >= ?2";
        let count = |from: i64| -> Result<usize> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let many: i64 =
                statement.query_row(params![process.bytes(), from], |row| row.get(0))?;
            Ok(usize::try_from(many).unwrap_or_default())
        };
        let next = after.succ_opt().unwrap_or(after);
        Ok((count(rows::millis(next.into()))?, count(i64::MIN)?))
    }
}

/// The scores of a check-in of mine as the projection holds them: `4,5,-`; `None` for anything else.
pub(super) fn write_scores(record: &Record) -> Option<String> {
    let Record::CheckIn(one) = record else {
        return None;
    };
    let one = (one.side == Side::Mine).then_some(one)?;
    let each = |score: &Option<u8>| score.map_or_else(|| "-".to_owned(), |n| n.to_string());
    Some(one.scores().iter().map(each).collect::<Vec<_>>().join(","))
}

fn read_scores(text: &str) -> Vec<Option<u8>> {
    let scores = text.split(',').filter(|part| !part.is_empty());
    scores.map(|part| part.parse().ok()).collect()
}

fn promise(row: &SqlRow<'_>) -> Result<Promise> {
    Ok(Promise {
        id: rows::id(row, 0)?,
        made: rows::day(row, 1)?.ok_or_else(|| rows::damaged("a promise without a day"))?,
        agreed: rows::day(row, 2)?,
        due: rows::day(row, 3)?,
        moves: row
            .get::<_, Option<String>>(4)?
            .as_deref()
            .map(read_moves)
            .transpose()?
            .unwrap_or_default(),
        done: rows::day(row, 5)?,
        broken: rows::day(row, 6)?,
        released: rows::day(row, 7)?,
        excused: rows::day(row, 8)?,
        stake_halves: row.get(9)?,
    })
}

/// The moves as the projection holds them: `on>to+` (agreed) or `on>to-`, joined by spaces; `None` without any.
pub(super) fn write_moves(moves: &[Move]) -> Option<String> {
    let one = |m: &Move| {
        let to = m.to.map_or_else(String::new, |to| to.day.to_string());
        format!("{}>{to}{}", m.on, if m.agreed { '+' } else { '-' })
    };
    (!moves.is_empty()).then(|| moves.iter().map(one).collect::<Vec<_>>().join(" "))
}

fn read_moves(text: &str) -> Result<Vec<Move>> {
    let one = |part: &str| {
        let (on, to) = part.split_once('>')?;
        let agreed = to.ends_with('+');
        let to = to.trim_end_matches(['+', '-']);
        let to = if to.is_empty() {
            None
        } else {
            Some(to.parse().ok()?)
        };
        Some(Move {
            on: on.parse().ok()?,
            to,
            agreed,
            ..Move::default()
        })
    };
    text.split(' ')
        .map(|part| one(part).ok_or_else(|| rows::damaged("a move is not one")))
        .collect()
}
