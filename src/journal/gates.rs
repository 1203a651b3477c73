//! What a repair plan asks of its breach before it goes on, and what it brings about there.

use chrono::NaiveDate;

use super::tell::Writing;
use crate::domain::breach::BreachState;
use crate::domain::plan::Verdict;
use crate::domain::{Act, Record, repair};
use crate::error::{Error, Result};

impl Writing<'_> {
    /// What a plan's gate asks of its breach.
    pub(super) fn check_gate(&self, record: &Record, act: &Act) -> Result<()> {
        let (Record::Plan(plan), Act::Advance { .. }) = (record, act) else {
            return Ok(());
        };
        match self.stands(plan.breach)?.1 {
            Record::Breach(breach) => repair::may_leave(plan, &breach).map_err(Error::refused),
            _ => Ok(()),
        }
    }

    /// A plan is opened only for a breach that one may be offered for.
    pub(super) fn check_offer(&self, record: &Record) -> Result<()> {
        let Record::Plan(plan) = record else {
            return Ok(());
        };
        match self.stands(plan.breach)?.1 {
            Record::Breach(breach) => repair::offers_plan(&breach).map_err(Error::refused),
            _ => Ok(()),
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
