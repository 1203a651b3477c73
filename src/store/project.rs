//! Projections: what screens read, made from the newest revision of each record in the transaction that wrote it.

use std::collections::BTreeSet;

use rusqlite::params;

use super::revisions::Newest;
use super::tallies::Touched;
use super::today::rank;
use super::{Store, promises, rows};
use crate::domain::commitment::Commitment;
use crate::domain::{Kind, Record, RecordId, Side, text};
use crate::error::Result;

impl Store {
    /// Makes the projection of a record again, from the revision that stands now.
    pub fn project(&self, id: RecordId, newest: &Newest, touched: &mut Touched) -> Result<()> {
        let record = newest.record()?;
        let sealed = record.as_ref().is_some_and(|r| r.noun().is_sealed());
        let first = self.forgetting(sealed, || self.take_out(id, touched))?;
        let Some(record) = record else {
            return Ok(());
        };
        let n = match first {
            Some(n) => n,
            None => self.first_place(id)?,
        };
        self.put(n, id, newest.seq, &record, touched)
    }

    /// Takes words out of full text to the last letter, where they are sealed: else its index only notes that they
    /// are gone, and keeps them until it happens to be merged.
    fn forgetting<T>(&self, sealed: bool, work: impl FnOnce() -> Result<T>) -> Result<T> {
        if !sealed {
            return work();
        }
        let sql = "INSERT INTO fulltext (fulltext, rank) VALUES ('secure-delete', ?1)";
        self.run(sql, &[&1])?;
        let done = work();
        self.run(sql, &[&0])?;
        done
    }

    /// Makes the projection of a record that was never known before, from its first revision.
    pub fn project_first(
        &self,
        id: RecordId,
        seq: i64,
        record: &Record,
        touched: &mut Touched,
    ) -> Result<()> {
        self.put(seq, id, seq, record, touched)
    }

    fn put(
        &self,
        n: i64,
        id: RecordId,
        seq: i64,
        record: &Record,
        touched: &mut Touched,
    ) -> Result<()> {
        self.put_entry(n, id, seq, record)?;
        self.put_places(n, record, touched)?;
        match record {
            Record::Commitment(one) => self.put_promise(n, id, one),
            Record::Relationship(_) => self.put_relationship(n, id, record, touched),
            _ => Ok(()),
        }
    }

    /// The place of a record's first revision: its number in every projection.
    fn first_place(&self, id: RecordId) -> Result<i64> {
        let mut first = self
            .connection
            .prepare_cached("SELECT min(seq) FROM revision WHERE record = ?1")?;
        Ok(first.query_row([id.bytes()], |row| row.get(0))?)
    }

    /// Takes a record out of every projection; answers its number if it was in.
    pub(super) fn take_out(&self, id: RecordId, touched: &mut Touched) -> Result<Option<i64>> {
        let sql = "SELECT e.n, e.at, e.kind, e.state, r.body, e.words FROM entry e JOIN revision r ON r.seq = e.seq WHERE e.id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([id.bytes()])?;
        let Some(row) = found.next()? else {
            return Ok(None);
        };
        let (n, at): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (kind, state): (String, String) = (row.get(2)?, row.get(3)?);
        let record = rows::decode(rows::kind(&kind)?, &row.get::<_, String>(4)?)?;
        let words: String = row.get(5)?;
        self.run(
            "INSERT INTO fulltext (fulltext, rowid, words) VALUES ('delete', ?1, ?2)",
            &[&n, &words],
        )?;
        self.run("DELETE FROM entry WHERE n = ?1", &[&n])?;
        for who in record.noun().whos() {
            self.run(
                "DELETE FROM place WHERE who = ?1 AND at = ?2 AND n = ?3",
                &[who.bytes(), &at, &n],
            )?;
            let kept = "DELETE FROM kept WHERE who = ?1 AND kind = ?2 AND state = ?3 AND at = ?4 AND n = ?5";
            self.run(kept, &[who.bytes(), &kind, &state, &at, &n])?;
            touched.add(who, at);
        }
        if let Some(process) = blamed(&record) {
            let kept = "DELETE FROM kept WHERE who = ?1 AND kind = ?2 AND state = ?3 AND at = ?4 AND n = ?5";
            self.run(kept, &[process.bytes(), &kind, &state, &at, &n])?;
        }
        for tag in record.noun().tags() {
            self.run(
                "DELETE FROM tag WHERE tag = ?1 AND at = ?2 AND n = ?3",
                &[&text::fold(tag), &at, &n],
            )?;
        }
        self.take_out_own(n, &record)?;
        Ok(Some(n))
    }

    /// Takes out what only some kinds have.
    fn take_out_own(&self, n: i64, record: &Record) -> Result<()> {
        match record {
            Record::Commitment(one) => self.run(
                "DELETE FROM promise WHERE who = ?1 AND side = ?2 AND n = ?3",
                &[one.who.bytes(), &one.side.word(), &n],
            ),
            Record::Relationship(_) => {
                for (word, whole) in name_words(record) {
                    self.run(
                        "DELETE FROM name WHERE word = ?1 AND whole = ?2 AND n = ?3",
                        &[&word, &whole, &n],
                    )?;
                }
                self.run("DELETE FROM relationship WHERE n = ?1", &[&n])
            }
            _ => Ok(()),
        }
    }

    fn run(&self, sql: &str, with: &[&dyn rusqlite::ToSql]) -> Result<()> {
        self.connection.prepare_cached(sql)?.execute(with)?;
        Ok(())
    }

    fn put_entry(&self, n: i64, id: RecordId, seq: i64, record: &Record) -> Result<()> {
        let noun = record.noun();
        let attention = noun.attention().zip(noun.part().map(rank));
        let commitment = if let Record::Commitment(one) = record {
            Some(one)
        } else {
            None
        };
        let words = noun.words();
        let sql = "INSERT INTO entry (n, id, seq, kind, who, at, since, state, side, due, rank, attention, stake, moved, repair, plan, short, words, sealed)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
        self.connection.prepare_cached(sql)?.execute(params![
            n,
            id.bytes(),
            seq,
            record.kind().word(),
            noun.whos().first().map(RecordId::bytes),
            rows::millis(noun.at()),
            noun.since().day.to_string(),
            noun.state(),
            noun.side().map(Side::word),
            noun.due().map(|d| d.day.to_string()),
            attention.map(|(_, rank)| rank),
            attention.map(|(day, _)| day.to_string()),
            commitment.map(|one| one.stake.word()),
            commitment.is_some_and(|one| !one.moves.is_empty()),
            noun.is_repair(),
            noun.belongs().as_ref().map(RecordId::bytes),
            id.letters(),
            words,
            noun.is_sealed(),
        ])?;
        self.connection
            .prepare_cached("INSERT INTO fulltext (rowid, words) VALUES (?1, ?2)")?
            .execute(params![n, words])?;
        for tag in noun.tags() {
            let sql = "INSERT OR IGNORE INTO tag VALUES (?1, ?2, ?3)";
            self.connection.prepare_cached(sql)?.execute(params![
                text::fold(tag),
                rows::millis(noun.at()),
                n
            ])?;
        }
        Ok(())
    }

    fn put_places(&self, n: i64, record: &Record, touched: &mut Touched) -> Result<()> {
        let noun = record.noun();
        let at = rows::millis(noun.at());
        for (nth, who) in noun.whos().into_iter().enumerate() {
            let sql = "INSERT OR IGNORE INTO place VALUES (?1, ?2, ?3, ?4, ?5)";
            self.connection.prepare_cached(sql)?.execute(params![
                who.bytes(),
                at,
                n,
                // that a miss names a process is no contact with it
                noun.is_contact() && (nth == 0 || record.kind() != Kind::Commitment),
                nth == 0
            ])?;
            if record.kind() != Kind::Commitment {
                let sql = "INSERT OR IGNORE INTO kept VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
                self.connection.prepare_cached(sql)?.execute(params![
                    who.bytes(),
                    record.kind().word(),
                    noun.state(),
                    at,
                    n,
                    promises::write_scores(record),
                ])?;
            }
            touched.add(who, at);
        }
        if let Some(process) = blamed(record) {
            let sql = "INSERT OR IGNORE INTO kept VALUES (?1, ?2, ?3, ?4, ?5, NULL)";
            let (kind, state) = (record.kind().word(), noun.state());
            self.connection.prepare_cached(sql)?.execute(params![
                process.bytes(),
                kind,
                state,
                at,
                n
            ])?;
        }
        Ok(())
    }

    fn put_promise(&self, n: i64, id: RecordId, one: &Commitment) -> Result<()> {
        let sql =
            "INSERT INTO promise VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
        let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string());
        let promise = one.promise();
        self.connection.prepare_cached(sql)?.execute(params![
            one.who.bytes(),
            one.side.word(),
            n,
            id.bytes(),
            promise.made.to_string(),
            day(promise.agreed),
            day(promise.due),
            promises::write_moves(&promise.moves),
            day(promise.done),
            day(promise.broken),
            day(promise.released),
            day(promise.excused),
            promise.stake_halves,
        ])?;
        Ok(())
    }

    fn put_relationship(
        &self,
        n: i64,
        id: RecordId,
        record: &Record,
        touched: &mut Touched,
    ) -> Result<()> {
        let Record::Relationship(one) = record else {
            return Ok(());
        };
        let sql = "INSERT INTO relationship (n, id, name, party, role, tending, paused_until, archived, rank, mine_open, theirs_open, repairs)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0, 0, 0)";
        let archived = one.tending == crate::domain::relationship::Tending::Archived;
        let paused = one.paused_until.map(|d| d.to_string());
        self.connection.prepare_cached(sql)?.execute(params![
            n,
            id.bytes(),
            one.name,
            one.party.word(),
            one.role.word(),
            one.tending.word(),
            paused,
            archived
        ])?;
        for (word, whole) in name_words(record) {
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO name VALUES (?1, ?2, ?3)")?
                .execute(params![word, whole, n])?;
        }
        touched.add_who(id);
        Ok(())
    }

    /// Makes every projection again from the revisions alone. `tick` hears how many are done.
    pub fn rebuild(&self, tick: &mut dyn FnMut(u64)) -> Result<()> {
        const TABLES: &str = "DELETE FROM entry; DELETE FROM place; DELETE FROM kept; DELETE FROM tag; DELETE FROM promise;
            DELETE FROM relationship; DELETE FROM name; DELETE FROM week;
            INSERT INTO fulltext (fulltext) VALUES ('delete-all');";
        self.connection.execute_batch(TABLES)?;
        let mut records = self
            .connection
            .prepare("SELECT record FROM revision GROUP BY record ORDER BY min(seq)")?;
        let mut found = records.query([])?;
        let mut touched = Touched::default();
        let mut done = 0;
        while let Some(row) = found.next()? {
            let id = rows::id(row, 0)?;
            if let Some(newest) = self.newest(id)? {
                self.project(id, &newest, &mut touched)?;
            }
            done += 1;
            tick(done);
        }
        self.refresh(&touched)
    }
}

/// The institution that carries an excused miss: it lies among what that institution's page wants by kind.
fn blamed(record: &Record) -> Option<RecordId> {
    match record {
        Record::Commitment(one) => one.process.filter(|_| one.excused.is_some()),
        _ => None,
    }
}

/// The words that find a relationship: its whole name, aliases and handles, and each word of the name.
fn name_words(record: &Record) -> BTreeSet<(String, bool)> {
    let Record::Relationship(one) = record else {
        return BTreeSet::new();
    };
    let bare = |word: &str| text::fold(word.trim_start_matches('@'));
    let whole = std::iter::once(&one.name)
        .chain(&one.handles)
        .chain(std::iter::once(&one.alias));
    let whole = whole
        .map(|w| (bare(w), true))
        .filter(|(w, _)| !w.is_empty());
    let parts = one.name.split_whitespace().map(|w| (bare(w), false));
    whole.chain(parts).collect()
}
