//! What repeats: when a commitment of a series is settled, the next one is made in the same step.

use super::tell::Writing;
use crate::domain::commitment::Commitment;
use crate::domain::{Record, RecordId, dates};
use crate::error::Result;

impl Writing<'_> {
    /// The commitment that comes after one that was settled just now, with its identity; the settled one names it.
    /// Settled again after it was reopened, it has its next one already.
    pub(super) fn repeat(
        &mut self,
        id: RecordId,
        record: &mut Record,
        ids: &mut dyn Iterator<Item = RecordId>,
    ) -> Result<Option<(Commitment, RecordId)>> {
        let Record::Commitment(one) = record else {
            return Ok(None);
        };
        let Some(mut next) = one.next_one(self.today) else {
            return Ok(None);
        };
        if let Some(followed) = one.followed
            && self
                .store
                .newest(followed)?
                .is_some_and(|newest| newest.body.is_some())
        {
            return Ok(None);
        }
        let after = self.free(ids)?;
        one.followed = Some(after);
        next.follows = Some(id);
        Ok(Some((next, after)))
    }

    /// Says when the next one is due.
    pub(super) fn say_next(&mut self, next: &Commitment) {
        let (Some(due), Some(repeats)) = (next.due, next.repeats) else {
            return;
        };
        let day = dates::short(due.day, self.today);
        self.told.says = format!("{}; {repeats}, next due {day}", self.told.says);
    }
}
