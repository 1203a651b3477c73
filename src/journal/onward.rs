//! What is written piece by piece: every piece is saved at once, and all of them are one step of undo.

use super::Journal;
use super::change::Change;
use crate::domain::{Record, RecordId};
use crate::error::Result;
use crate::store::Store;

/// The step of undo that a change belongs to: a new one, or the newest one when it goes on with what that began.
pub(super) fn step(store: &Store, change: &Change, now: i64) -> Result<i64> {
    if let Change::Onward {
        draft: Some(draft), ..
    } = change
        && let Some(step) = begun(store, *draft)?
    {
        store.forget_undone()?;
        return Ok(step);
    }
    store.begin_step("", now)
}

/// The newest step, when it wrote this record and the record is still unfinished.
fn begun(store: &Store, draft: RecordId) -> Result<Option<i64>> {
    let Some(step) = store.next_undo()? else {
        return Ok(None);
    };
    let stands = store.newest(draft)?;
    let record = stands.map_or(Ok(None), |newest| newest.record())?;
    let open = matches!(record, Some(Record::CheckIn(one)) if one.unfinished);
    let wrote = store.step_effects(step.id)?;
    let its = open && wrote.iter().any(|effect| effect.id == draft);
    Ok(its.then_some(step.id))
}

impl Journal {
    /// Links mentions and notes the day of writing before the transaction begins: names are read, nothing is written.
    pub(super) fn prepare(&self, change: Change) -> Change {
        let each = |changes: Vec<Change>| changes.into_iter().map(|c| self.prepare(c)).collect();
        match change {
            Change::Add(mut record) => {
                record.link(self);
                if let Record::CheckIn(one) = record.as_mut() {
                    one.written = one.written.or(Some(self.clock.today()));
                }
                Change::Add(record)
            }
            Change::Edit {
                id,
                seen,
                mut record,
            } => {
                record.link(self);
                Change::Edit { id, seen, record }
            }
            Change::All { says, changes } => Change::All {
                says,
                changes: each(changes),
            },
            Change::Onward {
                draft,
                says,
                changes,
            } => Change::Onward {
                draft,
                says,
                changes: each(changes),
            },
            other => other,
        }
    }
}
