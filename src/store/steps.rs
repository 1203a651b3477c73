//! Steps: what undo takes back and redo does again, across restarts and windows.

use rusqlite::{OptionalExtension, params};

use super::revisions::Newest;
use super::{Store, rows};
use crate::domain::{Kind, RecordId};
use crate::error::Result;

/// A step that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub id: i64,
    /// What it said.
    pub says: String,
}

impl Store {
    /// Begins a step that can be undone: whatever was undone before it cannot be redone any more.
    pub fn begin_step(&self, says: &str, at: i64) -> Result<i64> {
        self.forget_undone()?;
        self.add_step(says, at, "done")
    }

    /// Something new is done: what was undone before it cannot be redone any more.
    pub fn forget_undone(&self) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE step SET state = 'lost' WHERE state = 'undone'")?
            .execute([])?;
        Ok(())
    }

    /// Begins an undo or a redo: a step of its own in history, not one that undo takes back.
    pub fn begin_back(&self, says: &str, at: i64) -> Result<i64> {
        self.add_step(says, at, "back")
    }

    fn add_step(&self, says: &str, at: i64, state: &str) -> Result<i64> {
        let sql = "INSERT INTO step (at, says, state) VALUES (?1, ?2, ?3)";
        self.connection
            .prepare_cached(sql)?
            .execute(params![at, says, state])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Says what a step did, once it is known.
    pub fn name_step(&self, id: i64, says: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE step SET says = ?2 WHERE id = ?1")?
            .execute(params![id, says])?;
        Ok(())
    }

    /// Takes a step out again that wrote nothing: there is nothing in it to undo.
    pub fn drop_step(&self, id: i64) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM step WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    /// The step that undo takes back next.
    pub fn next_undo(&self) -> Result<Option<Step>> {
        self.step("SELECT id, says FROM step WHERE state = 'done' ORDER BY id DESC LIMIT 1")
    }

    /// The step that redo does again next: the one that was undone last.
    pub fn next_redo(&self) -> Result<Option<Step>> {
        self.step("SELECT id, says FROM step WHERE state = 'undone' ORDER BY id LIMIT 1")
    }

    fn step(&self, sql: &str) -> Result<Option<Step>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement
            .query_row([], |row| {
                Ok(Step {
                    id: row.get(0)?,
                    says: row.get(1)?,
                })
            })
            .optional()?)
    }

    /// Marks a step as done or undone.
    pub fn mark_step(&self, id: i64, done: bool) -> Result<()> {
        let state = if done { "done" } else { "undone" };
        self.connection
            .prepare_cached("UPDATE step SET state = ?2 WHERE id = ?1")?
            .execute(params![id, state])?;
        Ok(())
    }

    /// The records a step wrote, each with its value before the step and after it (`None`: not there).
    pub fn step_effects(&self, step: i64) -> Result<Vec<Effect>> {
        let sql = "SELECT record, kind, min(seq), max(seq) FROM revision WHERE step = ?1 GROUP BY record ORDER BY min(seq)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([step])?;
        let mut effects = Vec::new();
        while let Some(row) = found.next()? {
            let (id, first, last): (_, i64, i64) = (rows::id(row, 0)?, row.get(2)?, row.get(3)?);
            effects.push(Effect {
                id,
                kind: rows::kind(&row.get::<_, String>(1)?)?,
                before: self.body_before(id, first)?,
                after: self.body_at(last)?,
            });
        }
        Ok(effects)
    }

    fn body_before(&self, id: RecordId, seq: i64) -> Result<Option<String>> {
        let sql = "SELECT body FROM revision WHERE record = ?1 AND seq < ?2 ORDER BY time DESC, device DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement
            .query_row(params![id.bytes(), seq], |row| row.get(0))
            .optional()?
            .flatten())
    }

    fn body_at(&self, seq: i64) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT body FROM revision WHERE seq = ?1")?;
        Ok(statement.query_row([seq], |row| row.get(0))?)
    }

    /// Whether somebody deleted a record, so that nothing but an undo brings it back, or forgot it, so that nothing does. One that is not here because
    /// the step that made it was undone is not deleted: making it again is no surprise.
    pub fn erased(&self, id: RecordId) -> Result<bool> {
        let sql = "SELECT 1 FROM revision r JOIN step s ON s.id = r.step
                   WHERE r.record = ?1 AND r.body IS NULL AND s.state = 'done'";
        let stands = self.newest(id)?;
        if stands.is_none_or(|newest| newest.body.is_some()) {
            return Ok(false);
        }
        if self.is_forgotten(id)? {
            return Ok(true);
        }
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.exists([id.bytes()])?)
    }

    /// Gives a record a body again, if that is not what stands; answers the newest revision when it changed.
    pub fn restore(
        &self,
        id: RecordId,
        kind: Kind,
        body: Option<&str>,
        step: i64,
        now: i64,
    ) -> Result<Option<Newest>> {
        let stands = self.newest(id)?;
        if stands.as_ref().and_then(|n| n.body.as_deref()) == body {
            return Ok(None);
        }
        self.append(id, kind, body, stands.map(|n| n.stamp), step, now)?;
        self.newest(id)
    }
}

/// What a step did to one record.
pub struct Effect {
    /// Which.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Its body before.
    pub before: Option<String>,
    /// Its body after.
    pub after: Option<String>,
}
