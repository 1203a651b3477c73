//! The law of confidences where changes are written: what is sealed is not edited unseen, and whoever is told
//! something in confidence promises, in the same step, to keep it.

use chrono::Days;

use super::tell::Writing;
use crate::domain::commitment::Commitment;
use crate::domain::disclosure::Disclosure;
use crate::domain::{Record, RecordId, Side};
use crate::error::{Error, Result};

/// What the promise says; nothing of what was told.
const PROMISE: &str = "keep what was told in confidence";
/// Days after which it is asked about.
const ASKED_AFTER: Days = Days::new(30);

impl Writing<'_> {
    /// Refuses to type over what is sealed: nobody sees what they would change.
    pub(super) fn check_open(&self, id: RecordId) -> Result<()> {
        match self.store.newest(id)?.map(|newest| newest.record()) {
            Some(Ok(Some(record))) if record.noun().is_sealed() => {
                Err(Error::refused("it was told in confidence and is sealed")
                    .hint(format!("unseal it first: trustline unseal {}", id.short())))
            }
            _ => Ok(()),
        }
    }

    /// A confidence of theirs brings a promise of mine to keep it, unless there is one.
    pub(super) fn promise_to_keep(
        &mut self,
        id: RecordId,
        record: &Record,
        ids: &mut dyn Iterator<Item = RecordId>,
    ) -> Result<()> {
        let Record::Disclosure(one) = record else {
            return Ok(());
        };
        let told_me = one.confidence && one.side == Side::Theirs;
        if !told_me || !self.store.belonging(id)?.is_empty() {
            return Ok(());
        }
        let promise = Record::Commitment(promise(id, one));
        let own = self.free(ids)?;
        self.put(own, &promise, None)
    }
}

/// To keep a confidence: undated, asked about a month later.
fn promise(id: RecordId, one: &Disclosure) -> Commitment {
    Commitment {
        who: one.who,
        side: Side::Mine,
        text: PROMISE.to_owned(),
        made: one.day,
        agreed: Some(one.day),
        check_by: Some(one.day + ASKED_AFTER),
        confidence: Some(id),
        ..Commitment::default()
    }
}
