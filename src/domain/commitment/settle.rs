//! What can be done to a commitment: agreed, moved, kept, broken, released, excused, reopened.

use chrono::NaiveDate;

use super::{Cause, Commitment, Move};
use crate::domain::act::{self, Act};
use crate::domain::fields::Fault;
use crate::domain::noun::{Side, known};
use crate::domain::{Kind, When};

impl Commitment {
    pub(super) fn settle(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Agree => self.agreed = Some(on),
            Act::Once if self.repeats.is_none() => {
                return Err(Fault::new("repeats", "it does not repeat"));
            }
            Act::Once => {
                self.still_open()?;
                self.repeats = None;
            }
            Act::Reopen => self.reopen(),
            Act::Snooze { until } => self.snoozed = Some(*until),
            Act::Move { to, asked, agreed } => {
                self.still_open()?;
                self.shift(*to, *asked, *agreed, on)?;
            }
            other => {
                self.still_open()?;
                self.end(other, on)?;
            }
        }
        Ok(())
    }

    /// The one that comes after it, made on the day it is settled or later; `None`: it is open, does not repeat, or
    /// the calendar ends. It is due on the first date of its series after that day, so a missed stretch leaves no pile;
    /// a moved date moves this one only.
    pub fn next_one(&self, today: NaiveDate) -> Option<Self> {
        let settled = self.settled()?;
        let today = today.max(settled);
        let (due, repeats) = self.repeats?.next(self.due?, today)?;
        Some(Self {
            who: self.who,
            side: self.side,
            text: self.text.clone(),
            made: today,
            agreed: self.agreed.map(|_| today),
            due: Some(due),
            repeats: Some(repeats),
            done_means: self.done_means.clone(),
            said: self.said.clone(),
            stake: self.stake,
            tags: self.tags.clone(),
            plan: self.plan,
            visible: self.visible,
            ..Self::default()
        })
    }

    fn still_open(&self) -> Result<(), Fault> {
        if self.is_open() {
            Ok(())
        } else {
            Err(act::ended(self.state_on(NaiveDate::MAX)))
        }
    }

    fn reopen(&mut self) {
        (self.done, self.broken, self.released, self.excused) = (None, None, None, None);
        self.forget_reasons();
    }

    fn forget_reasons(&mut self) {
        (self.warned, self.cause, self.process) = (false, Cause::Unknown, None);
        self.reason.clear();
    }

    fn shift(
        &mut self,
        to: Option<When>,
        asked: Side,
        agreed: bool,
        on: NaiveDate,
    ) -> Result<(), Fault> {
        if to.is_some_and(|due| due.day < self.made) {
            let says = format!("due before it was made ({})", self.made);
            return Err(Fault::new("due", says));
        }
        let from = self.current_due();
        self.moves.push(Move {
            on,
            from,
            to,
            asked,
            agreed,
        });
        self.snoozed = None;
        Ok(())
    }

    fn end(&mut self, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::Keep => {
                // what was done was agreed to at the latest by doing it
                self.agreed = self.agreed.or(Some(on));
                self.done = Some(on);
            }
            Act::Break {
                warned,
                cause,
                reason,
            } => {
                self.broken = Some(on);
                self.warned = *warned;
                self.cause = *cause;
                self.reason.clone_from(reason);
            }
            Act::Release { reason } => {
                self.released = Some(on);
                self.reason.clone_from(reason);
            }
            Act::Excuse { reason, process } => {
                if reason.trim().is_empty() && process.is_none() {
                    let says = "an excuse needs its reason: an event nobody controls, or a process";
                    return Err(Fault::new("reason", says));
                }
                self.excused = Some(on);
                self.reason.clone_from(reason);
                self.process = *process;
                self.cause = if process.is_some() {
                    Cause::Process
                } else {
                    Cause::Outside
                };
            }
            other => return Err(act::unfit(Kind::Commitment, other)),
        }
        Ok(())
    }

    /// Takes away what happened after a day.
    pub(super) fn unsettle(&mut self, day: NaiveDate) {
        self.moves.retain(|step| step.on <= day);
        self.agreed = known(self.agreed, day);
        self.done = known(self.done, day);
        self.broken = known(self.broken, day);
        self.released = known(self.released, day);
        self.excused = known(self.excused, day);
        self.snoozed = None;
        if self.is_open() {
            self.followed = None;
            self.forget_reasons();
        }
    }
}
