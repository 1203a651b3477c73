//! A repair plan with all that belongs to it: its breach, its steps, how far its run has come, what is next.

use super::Journal;
use super::gather::{GATHERED, LEVELLED};
use crate::domain::breach::{Breach, BreachSort, BreachState};
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::plan::Plan;
use crate::domain::repair::{self, Run, Witness};
use crate::domain::view::{EntryLine, PlanView, Stored, Window};
use crate::domain::{Kind, Record, RecordId};
use crate::error::{Error, Result};

impl Journal {
    /// A repair plan with its steps.
    pub fn plan(&self, id: RecordId) -> Result<PlanView> {
        let (stored, plan) = self.plan_stored(id)?;
        let (stored_breach, breach) = self.breach_stored(plan.breach)?;
        let steps = self.steps_of(id)?;
        let run = self.run_of(&plan, &breach, &steps)?;
        let open = steps.iter().filter(|line| line.state == "open").count();
        Ok(PlanView {
            name: self.store.name(plan.who)?.unwrap_or_default(),
            rule: repair::rule(&breach),
            next: repair::next_step(&plan, &breach, run.as_ref(), open),
            breach: stored_breach,
            plan: stored,
            steps,
            run,
        })
    }

    fn plan_stored(&self, id: RecordId) -> Result<(Stored, Plan)> {
        match self
            .stored(id)?
            .map(|stored| (stored.record.clone(), stored))
        {
            Some((Record::Plan(plan), stored)) => Ok((stored, plan)),
            _ => Err(Error::not_found("that repair plan is not here any more")),
        }
    }

    fn breach_stored(&self, id: RecordId) -> Result<(Stored, Breach)> {
        match self
            .stored(id)?
            .map(|stored| (stored.record.clone(), stored))
        {
            Some((Record::Breach(breach), stored)) => Ok((stored, breach)),
            _ => Err(Error::not_found(
                "the breach of that plan is not here any more",
            )),
        }
    }

    fn steps_of(&self, plan: RecordId) -> Result<Vec<EntryLine>> {
        let mut lines = self.lines(self.store.belonging(plan)?);
        if let Some(day) = self.as_of {
            lines.retain_mut(|line| match line.record.stood_on(day) {
                Some(record) => {
                    line.record = record;
                    true
                }
                None => false,
            });
        }
        Ok(lines)
    }

    /// How far the run has come, from what the rule looks at: the steps, after missed commitments everything the
    /// owner promised, for a boundary the check-ins and any repeat.
    fn run_of(&self, plan: &Plan, breach: &Breach, steps: &[EntryLine]) -> Result<Option<Run>> {
        if plan.verify_from.is_none() {
            return Ok(None);
        }
        let promised = if breach.sort == BreachSort::Missed {
            self.promised_since(plan)?
        } else {
            Vec::new()
        };
        let lines = if breach.sort == BreachSort::Missed {
            &promised
        } else {
            steps
        };
        let commitments = lines.iter().filter_map(|line| match &line.record {
            Record::Commitment(one) => Some(one),
            _ => None,
        });
        let checkins = self.checkins(plan.who, LEVELLED)?;
        let named = self.kept(plan.who, Kind::Breach, BreachState::WORDS, GATHERED)?;
        let breaches = named.iter().filter_map(|line| match &line.record {
            Record::Breach(one) => Some(one),
            _ => None,
        });
        let witness = Witness {
            commitments: &commitments.collect::<Vec<_>>(),
            checkins: &checkins.iter().collect::<Vec<_>>(),
            breaches: &breaches.collect::<Vec<_>>(),
        };
        Ok(repair::progress(plan, breach, &witness, self.day()))
    }

    /// What the plan's owner promised and settled since the act stage began, and what is open.
    fn promised_since(&self, plan: &Plan) -> Result<Vec<EntryLine>> {
        let since = Ask::Day(Span {
            from: plan.verify_from,
            to: None,
        });
        let theirs = Filter::default()
            .and(Ask::Who(plan.who))
            .and(Ask::Kind(vec![Kind::Commitment]))
            .and(Ask::Side(plan.owner))
            .and(since);
        let mut lines = self.entries(&theirs, Window::top(GATHERED))?.lines;
        for open in self.open_of(plan.who, plan.owner)? {
            if lines.iter().all(|line| line.id != open.id) {
                lines.push(open);
            }
        }
        Ok(lines)
    }
}
