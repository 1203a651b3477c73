//! Drafts: what is typed and not saved yet, in a table of its own beside the revisions.
//!
//! Keeping one while somebody types must cost no wait: it does not wait for another process, nor for the disk. It is in
//! the journal's log when [`Store::keep_draft`] returns, which survives the end of this process in any way; a power cut
//! may take the last ones, until anything is saved, the journal is closed or one is kept [`Haste::Fully`]. What a draft
//! held before is overwritten with zeros in the pages of the journal; the log keeps its old pages until it is emptied.

use rusqlite::{OptionalExtension, params};

use super::Store;
use super::connect::PATIENCE;
use crate::domain::RecordId;
use crate::domain::draft::Draft;
use crate::domain::forget::Forgetting;
use crate::error::{Error, ErrorKind, Result};
use crate::wire;

/// How a draft is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Haste {
    /// At once or not at all: without waiting for another process or for the disk.
    AtOnce,
    /// Durably, when it returns.
    Fully,
}

/// A draft as it lies in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Where: the spot, and a number behind it when another window types at the same one.
    pub place: String,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// Its form.
    pub body: String,
}

impl Store {
    /// Every draft, the newest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn drafts(&self) -> Result<Vec<DraftRow>> {
        let sql = "SELECT place, at, body FROM draft WHERE at >= ?1 ORDER BY at DESC, place DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_map([i64::MIN], row)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The draft at a place.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn draft(&self, place: &str) -> Result<Option<DraftRow>> {
        let sql = "SELECT place, at, body FROM draft WHERE place = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([place], row).optional()?)
    }

    /// The newest draft at a spot, from whichever window.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn newest_draft(&self, spot: &str) -> Result<Option<DraftRow>> {
        let sql = "SELECT place, at, body FROM draft WHERE place >= ?1 AND place < ?1 || '$'
                   AND (place = ?1 OR substr(place, length(?1) + 1, 1) = '#') ORDER BY at DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([spot], row).optional()?)
    }

    /// Keeps a draft at its spot, in the place of the one known there. Where another window kept something else
    /// meanwhile, both stay: this one at a place of its own. Answers the place.
    ///
    /// # Errors
    /// `Conflict` when another process writes now, `File` when the disk refuses or nothing can be written.
    pub fn keep_draft(
        &self,
        draft: &DraftRow,
        known: Option<&DraftRow>,
        haste: Haste,
    ) -> Result<String> {
        self.hastily(haste, || {
            if let Some(known) = known {
                let sql = "UPDATE draft SET at = ?1, body = ?2 WHERE place = ?3 AND body = ?4";
                let mut over = self.connection.prepare_cached(sql)?;
                let written = params![draft.at, draft.body, known.place, known.body];
                if over.execute(written)? == 1 {
                    return Ok(known.place.clone());
                }
            }
            let sql =
                "INSERT INTO draft (place, at, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
            let mut insert = self.connection.prepare_cached(sql)?;
            let mut place = draft.place.clone();
            let mut nth = 1;
            while insert.execute(params![place, draft.at, draft.body])? == 0 {
                nth += 1;
                place = format!("{}#{nth}", draft.place);
            }
            Ok(place)
        })
    }

    /// Takes a draft out, if it is still what is known of it; whether it was.
    ///
    /// # Errors
    /// As [`Store::keep_draft`].
    pub fn drop_draft(&self, known: &DraftRow, haste: Haste) -> Result<bool> {
        self.hastily(haste, || self.take_draft(known))
    }

    /// The same inside a transaction that is open already.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn take_draft(&self, known: &DraftRow) -> Result<bool> {
        self.fill_with_zeros()?;
        let sql = "DELETE FROM draft WHERE place = ?1 AND body = ?2";
        let mut drop = self.connection.prepare_cached(sql)?;
        Ok(drop.execute([&known.place, &known.body])? == 1)
    }

    /// Takes out every draft of how to settle a record, inside a transaction that is open already.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn drop_settling(&self, id: RecordId) -> Result<()> {
        self.fill_with_zeros()?;
        // a space stands between the words of a place, and an exclamation mark comes next after it
        let sql = "DELETE FROM draft WHERE place >= ?1 || ' ' AND place < ?1 || '!'";
        let mut drop = self.connection.prepare_cached(sql)?;
        drop.execute([format!("settle {id}")])?;
        Ok(())
    }

    /// The places of the drafts that are about what is forgotten, or mention it. One that cannot be read may do so.
    pub(super) fn drafts_of(&self, forgetting: &Forgetting) -> Result<Vec<String>> {
        let goes = |row: &DraftRow| match wire::draft::decode(&row.body) {
            Ok(draft) => mentions(&draft, forgetting),
            Err(_) => true,
        };
        let rows = self.drafts()?.into_iter().filter(goes);
        Ok(rows.map(|row| row.place).collect())
    }

    /// Takes drafts out inside a transaction, whatever they hold.
    pub(super) fn drop_drafts(&self, places: &[String]) -> Result<()> {
        let mut drop = self
            .connection
            .prepare_cached("DELETE FROM draft WHERE place = ?1")?;
        for place in places {
            drop.execute([place])?;
        }
        Ok(())
    }

    fn hastily<T>(&self, haste: Haste, work: impl FnOnce() -> Result<T>) -> Result<T> {
        if let Some(why) = &self.read_only {
            let says = format!("the journal is open for reading only: {why}");
            return Err(Error::new(ErrorKind::File, says));
        }
        self.fill_with_zeros()?;
        if haste == Haste::Fully {
            return work();
        }
        self.connection.busy_timeout(std::time::Duration::ZERO)?;
        let begun = self.connection.pragma_update(None, "synchronous", "normal");
        let done = begun.map_err(Error::from).and_then(|()| work());
        self.connection.pragma_update(None, "synchronous", "full")?;
        self.connection.busy_timeout(PATIENCE)?;
        done
    }
}

fn mentions(draft: &Draft, forgetting: &Forgetting) -> bool {
    let is_gone = |id| forgetting.gone().contains(&id);
    let base = draft.base.as_deref();
    draft.who.is_some_and(is_gone)
        || draft.spot.about().is_some_and(is_gone)
        || base.is_some_and(|base| {
            base.noun().whos().into_iter().any(is_gone)
                || forgetting.taken_out(base, base).is_some()
        })
        || draft
            .texts
            .iter()
            .any(|(_, text)| forgetting.unnamed(text) != *text)
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        place: row.get(0)?,
        at: row.get(1)?,
        body: row.get(2)?,
    })
}
