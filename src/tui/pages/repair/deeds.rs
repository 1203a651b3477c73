//! What is done to a plan: passed through its gate, acknowledged, stepped, judged, opened again.

use chrono::NaiveDate;

use super::words::{self, Wanted};
use super::{Repair, Shown, rows};
use crate::domain::commitment::Commitment;
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::view::Stored;
use crate::domain::{Act, Record, RecordId, repair};
use crate::journal::Change;
use crate::tui::page::{Flow, Place};

impl Repair {
    /// Passes the gate, or opens a plan where there is none.
    pub(super) fn advance(&mut self) -> Flow {
        match &self.shown {
            Shown::Breach(breach) => self.open_plan(breach),
            Shown::Plan(_) => match self.plan() {
                Some((_, plan)) if plan.is_open() => self.ask(Wanted::Gate),
                _ => Flow::Say("The plan has ended; O opens it again".to_owned()),
            },
            _ => Flow::Stay,
        }
    }

    fn open_plan(&self, stored: &Stored) -> Flow {
        let Record::Breach(breach) = &stored.record else {
            return Flow::Stay;
        };
        if let Err(why) = repair::offers_plan(breach) {
            return Flow::Say(why.to_owned());
        }
        let plan = Plan::for_breach(stored.id, breach, self.today);
        Flow::Tell(Box::new(Change::Add(Box::new(Record::Plan(plan)))))
    }

    /// The answer to a question at the foot.
    pub(super) fn answered(&mut self, wanted: Wanted, text: String) -> Flow {
        self.prompt = None;
        self.kept.keep(wanted, text.clone());
        let change = match &self.shown {
            Shown::Plan(view) => words::change(wanted, text, view, self.today),
            Shown::Breach(breach) => words::close(wanted, text, breach.id, self.today),
            _ => None,
        };
        let Some(change) = change else {
            return Flow::Stay;
        };
        self.telling = Some(wanted);
        Flow::Tell(Box::new(change))
    }

    pub(super) fn acknowledge(&mut self) -> Flow {
        let Some((view, plan)) = self.plan() else {
            return Flow::Stay;
        };
        let Some(part) = rows::part_at(&self.outline) else {
            rows::select_part(&mut self.outline);
            return Flow::Say(
                "Choose a part with j and k; m marks it, and takes the mark away".to_owned(),
            );
        };
        let mut parts = plan.acknowledged.clone();
        match parts.iter().position(|p| p == part) {
            Some(at) => {
                parts.remove(at);
            }
            None => parts.push(part.to_owned()),
        }
        act(view.plan.id, Act::Acknowledge(parts), self.today)
    }

    /// Lets the injured side answer, once there were steps to judge by.
    pub(super) fn ask_verdict(&mut self) -> Flow {
        let Some((_, plan)) = self.plan() else {
            return Flow::Stay;
        };
        if !matches!(plan.stage, Stage::Act | Stage::Verify | Stage::Close) {
            let says = format!(
                "The plan is in {}: ask once its steps were taken",
                plan.stage
            );
            return Flow::Say(says);
        }
        self.asking = true;
        Flow::Stay
    }

    pub(super) fn verdict(&mut self, verdict: Verdict) -> Flow {
        self.asking = false;
        self.plan().map_or(Flow::Stay, |(view, _)| {
            act(view.plan.id, Act::Verdict(verdict), self.today)
        })
    }

    /// A new step, in its form.
    pub(super) fn step(&self) -> Flow {
        let Some((view, plan)) = self.plan() else {
            return Flow::Stay;
        };
        let commitment = Commitment {
            who: plan.who,
            side: plan.owner,
            text: rows::step_at(&self.outline).unwrap_or_default().to_owned(),
            made: self.today,
            agreed: Some(self.today),
            plan: Some(view.plan.id),
            visible: true,
            ..Commitment::default()
        };
        Flow::Go(Place::Draft(Box::new(Record::Commitment(commitment))))
    }

    pub(super) fn reopen(&self) -> Flow {
        match &self.shown {
            Shown::Plan(view) => act(view.plan.id, Act::Reopen, self.today),
            Shown::Breach(breach) => act(breach.id, Act::Reopen, self.today),
            _ => Flow::Stay,
        }
    }
}

fn act(id: RecordId, act: Act, on: NaiveDate) -> Flow {
    Flow::Tell(Box::new(Change::Act { id, act, on }))
}
