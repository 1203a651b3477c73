//! Undo and redo: the newest step taken back or done again, as revisions of its own.

use super::{Journal, Told};
use crate::error::Result;
use crate::store::Touched;

impl Journal {
    /// Takes the newest step back; `None`: nothing to undo. Reaches across restarts.
    ///
    /// # Errors
    /// As [`Journal::tell`].
    pub fn undo(&mut self) -> Result<Option<Told>> {
        self.back(true)
    }

    /// Does the newest undone step again; `None`: nothing to redo.
    ///
    /// # Errors
    /// As [`Journal::tell`].
    pub fn redo(&mut self) -> Result<Option<Told>> {
        self.back(false)
    }

    fn back(&mut self, undo: bool) -> Result<Option<Told>> {
        self.refuse_the_past()?;
        let now = self.clock.millis();
        self.store.write(|store| {
            let next = if undo {
                store.next_undo()?
            } else {
                store.next_redo()?
            };
            let Some(step) = next else { return Ok(None) };
            let says = format!(
                "{}: {}",
                if undo { "undone" } else { "done again" },
                step.says
            );
            let back = store.begin_back(&says, now)?;
            let mut touched = Touched::default();
            let mut ids = Vec::new();
            for effect in store.step_effects(step.id)? {
                let body = if undo { &effect.before } else { &effect.after };
                if let Some(newest) =
                    store.restore(effect.id, effect.kind, body.as_deref(), back, now)?
                {
                    store.project(effect.id, &newest, &mut touched)?;
                    ids.push(effect.id);
                }
            }
            store.mark_step(step.id, !undo)?;
            store.refresh(&touched)?;
            Ok(Some(Told { says, ids }))
        })
    }
}
