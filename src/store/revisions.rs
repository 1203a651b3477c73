//! The append-only truth: every record is a list of revisions, and nothing here changes or removes one.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::{Store, rows};
use crate::domain::forget::Mark;
use crate::domain::view::Stamp;
use crate::domain::{Kind, Record, RecordId};
use crate::error::{Error, Result};
use crate::wire;
use crate::wire::revision::Revision;

/// The newest revision of a record.
#[derive(Debug, Clone)]
pub struct Newest {
    /// Its place in this journal.
    pub seq: i64,
    /// Its stamp.
    pub stamp: Stamp,
    /// Its kind.
    pub kind: Kind,
    /// Its body; `None`: erased.
    pub body: Option<String>,
}

impl Newest {
    /// The value, unless it was erased.
    pub fn record(&self) -> Result<Option<Record>> {
        self.body
            .as_deref()
            .map(|body| rows::decode(self.kind, body))
            .transpose()
    }
}

/// One revision of a record's history.
pub struct Past {
    /// Its stamp.
    pub stamp: Stamp,
    /// The revision it replaced.
    pub parent: Option<Stamp>,
    /// What the step that wrote it said.
    pub says: String,
    /// Its value; `None`: erased.
    pub record: Option<Record>,
    /// What forgetting left in it.
    pub mark: Option<Mark>,
}

/// The columns that [`revision`] reads.
pub(super) const WHOLE: &str = "record, kind, time, device, parent_time, parent_device, body, mark";

/// Reads [`WHOLE`].
pub(super) fn revision(row: &rusqlite::Row<'_>) -> Result<Revision> {
    let parent = row.get::<_, Option<i64>>(4)?.map(|time| {
        Ok::<_, rusqlite::Error>(Stamp {
            time,
            device: row.get(5)?,
        })
    });
    Ok(Revision {
        record: rows::id(row, 0)?,
        kind: rows::kind(row.get_ref(1)?.as_str().unwrap_or_default())?,
        stamp: Stamp {
            time: row.get(2)?,
            device: row.get(3)?,
        },
        parent: parent.transpose()?,
        body: row.get(6)?,
        mark: mark(row, 7)?,
    })
}

impl Store {
    /// The newest revision of a record, if it was ever known.
    pub fn newest(&self, id: RecordId) -> Result<Option<Newest>> {
        let sql = "SELECT seq, time, device, kind, body FROM revision WHERE record = ?1 ORDER BY time DESC, device DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let row = statement.query_row([id.bytes()], |row| {
            let stamp = Stamp {
                time: row.get(1)?,
                device: row.get(2)?,
            };
            Ok((row.get(0)?, stamp, row.get::<_, String>(3)?, row.get(4)?))
        });
        let found = row.optional()?;
        found
            .map(|(seq, stamp, kind, body)| {
                Ok(Newest {
                    seq,
                    stamp,
                    kind: rows::kind(&kind)?,
                    body,
                })
            })
            .transpose()
    }

    /// Adds a revision of a record over the one that stands (`parent`), stamped later than everything known.
    pub fn append(
        &self,
        id: RecordId,
        record: Kind,
        body: Option<&str>,
        parent: Option<Stamp>,
        step: i64,
        now: i64,
    ) -> Result<i64> {
        let stamp = self.next_stamp(now)?;
        self.insert(
            &Revision {
                record: id,
                kind: record,
                stamp,
                parent,
                body: body.map(str::to_owned),
                mark: None,
            },
            step,
        )
    }

    /// Puts a revision in as it is, and answers its place.
    pub fn insert(&self, revision: &Revision, step: i64) -> Result<i64> {
        let sql = "INSERT INTO revision (record, kind, time, device, parent_time, parent_device, step, body, mark)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let parent = revision.parent;
        self.connection.prepare_cached(sql)?.execute(params![
            revision.record.bytes(),
            revision.kind.word(),
            revision.stamp.time,
            revision.stamp.device,
            parent.map(|p| p.time),
            parent.map(|p| p.device),
            step,
            revision.body,
            revision.mark.map(Mark::word),
        ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// The next stamp of the hybrid logical clock: the wall's milliseconds, unless something later is known already
    /// (the clock was set back, or another device runs ahead); then one more than that.
    pub(super) fn next_stamp(&self, now: i64) -> Result<Stamp> {
        let mut last = self
            .connection
            .prepare_cached("SELECT max(time) FROM revision")?;
        let last: Option<i64> = last.query_row([], |row| row.get(0))?;
        let time = (now << 16).max(last.map_or(0, |t| t.saturating_add(1)));
        Ok(Stamp {
            time,
            device: self.device,
        })
    }

    /// The revisions of a record, newest first.
    pub fn past(&self, id: RecordId) -> Result<Vec<Past>> {
        let sql = "SELECT r.time, r.device, r.parent_time, r.parent_device, r.kind, r.body, coalesce(s.says, ''), r.mark
                   FROM revision r LEFT JOIN step s ON s.id = r.step
                   WHERE r.record = ?1 ORDER BY r.time DESC, r.device DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([id.bytes()])?;
        let mut past = Vec::new();
        while let Some(row) = found.next()? {
            let parent: Option<i64> = row.get(2)?;
            let body: Option<String> = row.get(5)?;
            let kind = rows::kind(&row.get::<_, String>(4)?)?;
            past.push(Past {
                stamp: Stamp {
                    time: row.get(0)?,
                    device: row.get(1)?,
                },
                parent: parent
                    .map(|time| {
                        Ok::<_, rusqlite::Error>(Stamp {
                            time,
                            device: row.get(3)?,
                        })
                    })
                    .transpose()?,
                says: row.get(6)?,
                record: body
                    .as_deref()
                    .map(|body| rows::decode(kind, body))
                    .transpose()?,
                mark: mark(row, 7)?,
            });
        }
        Ok(past)
    }

    /// Every revision in the order of its stamp, one after the other, without those of the records that are hidden.
    /// Answers how many.
    pub fn each_revision(
        &self,
        hidden: &BTreeSet<RecordId>,
        mut take: impl FnMut(Revision) -> Result<()>,
    ) -> Result<u64> {
        let sql = format!("SELECT {WHOLE} FROM revision ORDER BY time, device");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut many = 0;
        while let Some(row) = rows.next()? {
            let record = rows::id(row, 0)?;
            if hidden.contains(&record) {
                continue;
            }
            take(revision(row)?)?;
            many += 1;
        }
        Ok(many)
    }

    /// The revisions that carry a mark, in the order of their stamps.
    pub fn marks(&self) -> Result<Vec<Revision>> {
        let sql = format!(
            "SELECT {WHOLE} FROM revision INDEXED BY revision_mark WHERE mark IS NOT NULL ORDER BY time, device"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut marks = Vec::new();
        while let Some(row) = rows.next()? {
            marks.push(revision(row)?);
        }
        Ok(marks)
    }

    /// How many revisions there are.
    pub fn revisions(&self) -> Result<u64> {
        let many: i64 = self
            .connection
            .query_row("SELECT count(*) FROM revision", [], |row| row.get(0))?;
        Ok(many.unsigned_abs())
    }

    /// How many records now have two revisions of one parent, among some records. The same value twice is no conflict.
    pub fn conflicts(&self, records: &[RecordId]) -> Result<u64> {
        let sql = "SELECT count(*) > count(DISTINCT coalesce(parent_time, 0) || ' ' || coalesce(parent_device, 0))
                   FROM (SELECT DISTINCT parent_time, parent_device, body FROM revision WHERE record = ?1)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut many = 0;
        for id in records {
            if self.is_forgotten(*id)? {
                continue;
            }
            many += u64::from(statement.query_row([id.bytes()], |row| row.get::<_, bool>(0))?);
        }
        Ok(many)
    }

    /// Encodes a value that was typed or read. Whatever a record can hold, its form brings back (a property test holds
    /// it to this).
    pub fn encoded(record: &Record) -> String {
        let body = wire::encode(record);
        debug_assert_eq!(
            wire::decode(record.kind(), &body).ok().as_ref(),
            Some(record),
            "a form that loses something"
        );
        body
    }

    /// Encodes a value that may follow from another, and so lie further away than anything that was typed.
    ///
    /// # Errors
    /// `Refused` when it could not be read again, such as a day past the year 9999.
    pub fn encoded_to_last(record: &Record) -> Result<String> {
        let body = wire::encode(record);
        let refused = |why: Error| Error::refused(why.says()).hint("nothing was changed");
        let back = wire::decode(record.kind(), &body).map_err(refused)?;
        debug_assert_eq!(&back, record, "a form that loses something");
        Ok(body)
    }
}

fn mark(row: &rusqlite::Row<'_>, column: usize) -> Result<Option<Mark>> {
    let word: Option<String> = row.get(column)?;
    Ok(word.and_then(|word| Mark::from_word(&word)))
}
