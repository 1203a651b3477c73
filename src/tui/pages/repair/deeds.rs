//! What is done to a plan: passed through its gate, acknowledged, stepped, judged, opened again.

use chrono::NaiveDate;
use crossterm::event::KeyCode;

use super::words::{self, Wanted};
use super::{Asking, Repair, Shown, rows};
use crate::domain::breach::{Account, Breach, BreachState};
use crate::domain::commitment::Commitment;
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::{Act, Record, RecordId, repair};
use crate::journal::Change;
use crate::tui::command::told;
use crate::tui::page::{Flow, Place};

impl Repair {
    /// Passes the gate, or opens a plan where there is none.
    pub(super) fn advance(&mut self) -> Flow {
        match &self.shown {
            Shown::Breach(_) => self.open_plan(),
            Shown::Plan(_) => match self.plan() {
                Some((_, plan)) if plan.is_open() => self.ask(Wanted::Gate),
                _ => Flow::Say(told!(
                    "The plan has ended; {o} opens it again",
                    o = Repair.Reopen
                )),
            },
            _ => Flow::Stay,
        }
    }

    /// Opens a plan and goes to the steps that are proposed for it.
    fn open_plan(&self) -> Flow {
        let Some((view, breach)) = self.breach() else {
            return Flow::Stay;
        };
        if let Err(why) = repair::offers_plan(breach) {
            return Flow::Say(why.to_owned());
        }
        if breach.state != BreachState::Open {
            let state = breach.state;
            return Flow::Say(told!(
                "It is {state}; {o} opens it again",
                o = Repair.Reopen
            ));
        }
        let id = view.breach.id;
        let plan = Plan::for_breach(id, breach, &view.area, self.today);
        let add = Change::Add(Box::new(Record::Plan(plan)));
        Flow::TellThen(Box::new(add), Box::new(Flow::Go(Place::Steps(id))))
    }

    /// To the steps that are proposed for the plan.
    pub(super) fn steps(&self) -> Flow {
        match self.plan() {
            Some((view, plan)) if plan.is_open() => Flow::Go(Place::Steps(view.breach.id)),
            Some(_) => Flow::Say(told!(
                "The plan has ended; {o} opens it again",
                o = Repair.Reopen
            )),
            None => Flow::Say(told!(
                "There is no plan yet; {n} opens one",
                n = Repair.Advance
            )),
        }
    }

    /// The answer to a question at the foot.
    pub(super) fn answered(&mut self, wanted: Wanted, text: String) -> Flow {
        self.prompt = None;
        self.kept.keep(wanted, text.clone());
        if wanted == Wanted::Contact {
            self.kept.keep(wanted, String::new());
            return if text.is_empty() {
                Flow::Stay
            } else {
                Flow::Contact(text)
            };
        }
        let change = match (&self.shown, self.breach()) {
            (Shown::Plan(view), _) => words::change(wanted, &text, view, self.today),
            (_, Some((view, _))) => words::of_breach(wanted, &text, view, self.today),
            _ => None,
        };
        let Some(change) = change else {
            return Flow::Stay;
        };
        self.telling = Some(wanted);
        let tell = Box::new(change);
        match (wanted, self.breach()) {
            // new boundaries may be written as an agreement: its form is offered, and Esc leaves it
            (Wanted::Accept, Some((_, breach))) => {
                let draft = words::agreement(breach.who, &text, self.today);
                Flow::TellThen(tell, Box::new(Flow::Go(Place::Draft(Box::new(draft)))))
            }
            _ => Flow::Tell(tell),
        }
    }

    /// One key to a question at the foot.
    pub(super) fn chosen(&mut self, asking: Asking, key: KeyCode) -> Flow {
        match (asking, key) {
            (Asking::Verdict, KeyCode::Char('y')) => self.ask(Wanted::Verdict(Verdict::Yes)),
            (Asking::Verdict, KeyCode::Char('p')) => self.ask(Wanted::Verdict(Verdict::Partly)),
            (Asking::Verdict, KeyCode::Char('n')) => self.ask(Wanted::Verdict(Verdict::No)),
            (Asking::Account, KeyCode::Char('a')) => self.tell_account(Account::Agreed),
            (Asking::Account, KeyCode::Char('d')) => self.tell_account(Account::Disputed),
            (Asking::Account, KeyCode::Char('n')) => self.tell_account(Account::NotDiscussed),
            _ => Flow::Stay,
        }
    }

    pub(super) fn ask_account(&mut self) -> Flow {
        self.asking = self.breach().map(|_| Asking::Account);
        Flow::Stay
    }

    fn tell_account(&self, account: Account) -> Flow {
        let Some((view, breach)) = self.breach() else {
            return Flow::Stay;
        };
        let told = Breach {
            account,
            ..breach.clone()
        };
        Flow::Tell(Box::new(words::edit(view, told)))
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
        self.asking = Some(Asking::Verdict);
        Flow::Stay
    }

    /// A new step, in its form.
    pub(super) fn step(&self) -> Flow {
        let Some((view, plan)) = self.plan() else {
            return Flow::Stay;
        };
        let commitment = Commitment {
            who: plan.who,
            side: plan.owner,
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
            Shown::Breach(view) => act(view.breach.id, Act::Reopen, self.today),
            _ => Flow::Stay,
        }
    }
}

fn act(id: RecordId, act: Act, on: NaiveDate) -> Flow {
    Flow::Tell(Box::new(Change::Act { id, act, on }))
}
