//! Between rows and values: identities, kinds, days, and the row that every list is made of.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::Row as SqlRow;

use crate::domain::view::{Key, Stamp, Stored};
use crate::domain::{Kind, Record, RecordId, When};
use crate::error::{Error, ErrorKind, Result};
use crate::wire;

/// A record as a list reads it: where it stands, what it is, whose.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it stands.
    pub key: Key,
    /// The record, with its stamp.
    pub stored: Stored,
    /// The main relationship, with its name.
    pub who: Option<(RecordId, String)>,
}

/// The columns that [`row`] reads, of `entry e`, `revision r` and `relationship w`.
pub(super) const COLUMNS: &str = "e.at, e.n, e.id, e.kind, r.time, r.device, r.body, e.who, w.name";

/// The joins that go with [`COLUMNS`]: the newest revision by its place, the relationship by its identity.
pub(super) const JOINS: &str =
    "JOIN revision r ON r.seq = e.seq LEFT JOIN relationship w ON w.id = e.who";

/// Reads [`COLUMNS`].
pub(super) fn row(row: &SqlRow<'_>) -> Result<Row> {
    let kind = kind(row.get_ref(3)?.as_str().unwrap_or_default())?;
    let record = decode(kind, row.get_ref(6)?.as_str().unwrap_or_default())?;
    let id = id(row, 2)?;
    let who = row
        .get_ref(7)?
        .as_blob()
        .ok()
        .and_then(RecordId::from_bytes);
    let name: Option<String> = row.get(8)?;
    Ok(Row {
        key: Key {
            at: row.get(0)?,
            n: row.get(1)?,
        },
        stored: Stored {
            id,
            stamp: Stamp {
                time: row.get(4)?,
                device: row.get(5)?,
            },
            record,
        },
        who: who.zip(name),
    })
}

/// Reads an identity.
pub(super) fn id(row: &SqlRow<'_>, column: usize) -> Result<RecordId> {
    let bytes = row.get_ref(column)?.as_blob().unwrap_or_default();
    RecordId::from_bytes(bytes).ok_or_else(|| damaged("an identity is not one"))
}

/// Reads a kind.
pub(super) fn kind(word: &str) -> Result<Kind> {
    Kind::from_word(word)
        .ok_or_else(|| damaged(&format!("\u{201c}{word}\u{201d} is no kind of record")))
}

/// Reads a day, where there is one.
pub(super) fn day(row: &SqlRow<'_>, column: usize) -> Result<Option<NaiveDate>> {
    let text: Option<&str> = row
        .get_ref(column)?
        .as_str_or_null()
        .map_err(rusqlite::Error::from)?;
    let no_day = |t: &str| damaged(&format!("\u{201c}{t}\u{201d} is no day"));
    text.map(|t| written_day(t).ok_or_else(|| no_day(t)))
        .transpose()
}

/// Reads `YYYY-MM-DD`. By hand, because a figure reads some thousands of them before a frame is drawn.
fn written_day(text: &str) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| {
        let digits = text.as_bytes().get(from..to)?;
        digits.iter().try_fold(0_u32, |n, digit| {
            digit
                .is_ascii_digit()
                .then(|| n * 10 + u32::from(digit - b'0'))
        })
    };
    if text.len() != 10 {
        // a year before 0 or past 9999 is written longer
        return text.parse().ok();
    }
    let year = i32::try_from(number(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)
}

/// Reads a body that the journal holds: what cannot be read there is damage, not input.
pub(super) fn decode(kind: Kind, body: &str) -> Result<Record> {
    wire::decode(kind, body).map_err(|e| damaged(e.says()))
}

pub(super) fn damaged(why: &str) -> Error {
    Error::new(ErrorKind::Journal, format!("the journal is damaged: {why}"))
        .hint("look closer with: trustline doctor")
}

/// So many rows, as SQL counts them.
pub(super) fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// Local milliseconds: what timelines are ordered by. A whole day stands at its first moment.
pub fn millis(when: When) -> i64 {
    when.day
        .and_time(when.time.unwrap_or(NaiveTime::MIN))
        .and_utc()
        .timestamp_millis()
}

/// The local day of local milliseconds.
pub(super) fn day_of(millis: i64) -> NaiveDate {
    DateTime::from_timestamp_millis(millis)
        .map_or(NaiveDateTime::default(), |at| at.naive_utc())
        .date()
}

/// The number of the week (from Monday) that a day lies in.
pub(super) fn week_of(day: NaiveDate) -> i64 {
    use chrono::Datelike;
    i64::from(day.num_days_from_ce() - 1).div_euclid(7)
}
