//! Projections: what screens read, made from the newest revision of each record in the transaction that wrote it.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::revisions::Newest;
use super::{Store, promises, rows};
use crate::domain::commitment::Commitment;
use crate::domain::{Kind, Record, RecordId, Side, text};
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

    fn add(&mut self, who: RecordId, at: i64) {
        self.whos.insert(who);
        self.weeks.insert((who, rows::week_of(rows::day_of(at))));
    }
}

impl Store {
    /// Makes the projection of a record again, from the revision that stands now.
    pub fn project(&self, id: RecordId, newest: &Newest, touched: &mut Touched) -> Result<()> {
        let first = self.take_out(id, touched)?;
        let Some(record) = newest.record()? else {
            return Ok(());
        };
        let n = match first {
            Some(n) => n,
            None => self.first_place(id)?,
        };
        self.put(n, id, newest.seq, &record, touched)
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
    fn take_out(&self, id: RecordId, touched: &mut Touched) -> Result<Option<i64>> {
        let sql = "SELECT e.n, e.at, e.words, e.kind, e.state, r.body FROM entry e JOIN revision r ON r.seq = e.seq WHERE e.id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([id.bytes()], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, String>(4)?,
                row.get::<_, String>(5)?,
            ))
        });
        let Some((n, at, words, kind, state, body)) = found.optional()? else {
            return Ok(None);
        };
        let record = rows::decode(rows::kind(&kind)?, &body)?;
        let run = |sql: &str, with: &[&dyn rusqlite::ToSql]| {
            self.connection.prepare_cached(sql)?.execute(with)
        };
        run(
            "INSERT INTO fulltext (fulltext, rowid, words) VALUES ('delete', ?1, ?2)",
            &[&n, &words],
        )?;
        run("DELETE FROM entry WHERE n = ?1", &[&n])?;
        for who in record.noun().whos() {
            run(
                "DELETE FROM place WHERE who = ?1 AND at = ?2 AND n = ?3",
                &[who.bytes(), &at, &n],
            )?;
            run(
                "DELETE FROM kept WHERE who = ?1 AND kind = ?2 AND state = ?3 AND at = ?4 AND n = ?5",
                &[who.bytes(), &kind, &state, &at, &n],
            )?;
            touched.add(who, at);
        }
        for tag in record.noun().tags() {
            run(
                "DELETE FROM tag WHERE tag = ?1 AND at = ?2 AND n = ?3",
                &[&text::fold(tag), &at, &n],
            )?;
        }
        match &record {
            Record::Commitment(one) => {
                run(
                    "DELETE FROM promise WHERE who = ?1 AND side = ?2 AND n = ?3",
                    &[one.who.bytes(), &one.side.word(), &n],
                )?;
            }
            Record::Relationship(_) => {
                run("DELETE FROM relationship WHERE n = ?1", &[&n])?;
                for (word, whole) in name_words(&record) {
                    run(
                        "DELETE FROM name WHERE word = ?1 AND whole = ?2 AND n = ?3",
                        &[&word, &whole, &n],
                    )?;
                }
            }
            _ => {}
        }
        Ok(Some(n))
    }

    fn put_entry(&self, n: i64, id: RecordId, seq: i64, record: &Record) -> Result<()> {
        let noun = record.noun();
        let attention = noun.attention().zip(rank(record));
        let commitment = if let Record::Commitment(one) = record {
            Some(one)
        } else {
            None
        };
        let words = noun.words();
        let sql = "INSERT INTO entry (n, id, seq, kind, who, at, since, state, side, due, rank, attention, stake, moved, repair, plan, short, words)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
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
            is_repair(record),
            belongs(record).as_ref().map(RecordId::bytes),
            id.letters(),
            words,
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
                noun.is_contact(),
                nth == 0
            ])?;
            if record.kind() != Kind::Commitment {
                let sql = "INSERT OR IGNORE INTO kept VALUES (?1, ?2, ?3, ?4, ?5)";
                self.connection.prepare_cached(sql)?.execute(params![
                    who.bytes(),
                    record.kind().word(),
                    noun.state(),
                    at,
                    n
                ])?;
            }
            touched.add(who, at);
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
        touched.whos.insert(id);
        Ok(())
    }

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
        use chrono::NaiveDate;
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
        let number = |sql: &str, side: Option<Side>| -> Result<Option<i64>> {
            let mut statement = self.connection.prepare_cached(sql)?;
            Ok(match side {
                Some(side) => {
                    statement.query_row(params![who.bytes(), side.word()], |row| row.get(0))?
                }
                None => statement.query_row([who.bytes()], |row| row.get(0))?,
            })
        };
        let open = "SELECT count(*) FROM entry WHERE who = ?1 AND side = ?2 AND kind = 'commitment' AND state = 'open'";
        let mine = number(open, Some(Side::Mine))?.unwrap_or(0);
        let theirs = number(open, Some(Side::Theirs))?.unwrap_or(0);
        let repairs = number(
            "SELECT count(*) FROM entry WHERE who = ?1 AND repair = 1",
            None,
        )?
        .unwrap_or(0);
        let contact = number(
            "SELECT max(at) FROM place WHERE who = ?1 AND contact = 1",
            None,
        )?
        .map(rows::day_of);
        let wants = "SELECT min(attention) FROM entry WHERE who = ?1 AND attention IS NOT NULL";
        let wants: Option<String> = self
            .connection
            .prepare_cached(wants)?
            .query_row([who.bytes()], |row| row.get(0))?;
        let checkin = one.checkin_due(contact);
        let wants = wants.and_then(|day| day.parse::<chrono::NaiveDate>().ok());
        // a paused relationship is frozen until its day, whatever it waits for
        let wants = match (one.tending, one.paused_until) {
            (crate::domain::relationship::Tending::Paused, until) => {
                wants.zip(until).map(|(day, until)| day.max(until))
            }
            (crate::domain::relationship::Tending::Archived, _) => None,
            _ => wants,
        };
        let attention = wants.into_iter().chain(checkin).min();
        let sql = "UPDATE relationship SET last_contact = ?2, checkin_due = ?3, attention = ?4, rank = ?5, mine_open = ?6, theirs_open = ?7, repairs = ?8
                   WHERE id = ?1";
        let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string());
        self.connection.prepare_cached(sql)?.execute(params![
            who.bytes(),
            day(contact),
            day(checkin),
            day(attention),
            attention.map_or(i64::from(i32::MAX), |d| i64::from(
                chrono::Datelike::num_days_from_ce(&d)
            )),
            mine,
            theirs,
            repairs,
        ])?;
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

/// The part of Today that a record waits in; `None` for kinds that never wait.
fn rank(record: &Record) -> Option<i64> {
    match record {
        Record::Commitment(one) => Some(if one.side == Side::Mine { 0 } else { 1 }),
        Record::Plan(_) => Some(2),
        Record::Feedback(_) => Some(3),
        Record::CheckIn(_) => Some(4),
        Record::Relationship(_) | Record::Breach(_) | Record::Note(_) | Record::Topic(_) => None,
    }
}

fn is_repair(record: &Record) -> bool {
    match record {
        Record::Plan(plan) => plan.is_open(),
        Record::Breach(breach) => breach.state == crate::domain::breach::BreachState::Open,
        _ => false,
    }
}

fn belongs(record: &Record) -> Option<RecordId> {
    match record {
        Record::Commitment(one) => one.plan,
        Record::Plan(plan) => Some(plan.breach),
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
