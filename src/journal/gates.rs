//! What a repair plan asks of its breach before it goes on, and what it brings about there.

use chrono::NaiveDate;

use super::tell::Writing;
use crate::domain::breach::BreachState;
use crate::domain::plan::Verdict;
use crate::domain::{Act, Record, RecordId, repair};
use crate::error::{Error, Result};
use crate::store::Row;

impl Writing<'_> {
    /// What a plan's gate asks of its breach.
    pub(super) fn check_gate(&self, id: RecordId, record: &Record, act: &Act) -> Result<()> {
        if let (Record::Plan(plan), Act::Reopen) = (record, act) {
            return self.check_alone(plan.breach, Some(id));
        }
        let (Record::Plan(plan), Act::Advance { .. }) = (record, act) else {
            return Ok(());
        };
        match self.stands(plan.breach)?.1 {
            Record::Breach(breach) => repair::may_leave(plan, &breach).map_err(Error::refused),
            _ => Ok(()),
        }
    }

    /// A plan is opened only for a breach that one may be offered for, and one at a time: two would each ask for their
    /// own steps and their own run.
    pub(super) fn check_offer(&self, record: &Record) -> Result<()> {
        let Record::Plan(plan) = record else {
            return Ok(());
        };
        if let Record::Breach(breach) = self.stands(plan.breach)?.1 {
            repair::offers_plan(&breach).map_err(Error::refused)?;
        }
        self.check_alone(plan.breach, None)
    }

    /// That no other plan of a breach runs.
    fn check_alone(&self, breach: RecordId, but: Option<RecordId>) -> Result<()> {
        let runs = |row: &&Row| {
            Some(row.stored.id) != but
                && matches!(&row.stored.record, Record::Plan(one) if one.is_open())
        };
        match self.store.belonging(breach)?.iter().find(runs) {
            Some(row) => Err(
                Error::refused("a repair plan of this breach runs already").hint(format!(
                    "go on with it: trustline plan show {}",
                    row.stored.id.short()
                )),
            ),
            None => Ok(()),
        }
    }

    /// What an act brings with it elsewhere: a plan whose injured side said "yes" closes its breach as repaired, and
    /// one that is opened again opens it again.
    pub(super) fn follow(&mut self, record: &Record, act: &Act, on: NaiveDate) -> Result<()> {
        let Record::Plan(plan) = record else {
            return Ok(());
        };
        let brings = match act {
            Act::Verdict {
                verdict: Verdict::Yes,
                words,
            } => Act::CloseBreach {
                state: BreachState::Repaired,
                words: repair::repaired_text(words),
            },
            Act::Reopen => Act::Reopen,
            _ => return Ok(()),
        };
        let (seen, breach) = self.stands(plan.breach)?;
        let next = breach.after(&brings, on)?;
        self.put(plan.breach, &next, Some(seen))
    }
}
