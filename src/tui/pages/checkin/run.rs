//! The run over everybody due: where it stands, who is away, who rests from now on, and the review at its end.

use chrono::Duration;

use super::{Before, CheckIn};
use crate::domain::dates;
use crate::domain::relationship::Tending;
use crate::domain::{Act, RecordId};
use crate::journal::Change;
use crate::tui::page::{Flow, Place};
use crate::tui::pages::outline::Outline;

impl CheckIn {
    /// Where the run stands, those of this week counted in: `Check-in 3 of 8`.
    pub(super) fn stands(&self) -> Option<String> {
        let queue = self.queue.as_ref().filter(|queue| !queue.is_empty())?;
        let (nth, all) = (self.done + self.at + 1, self.done + queue.len());
        self.only
            .is_none()
            .then(|| format!("Check-in {nth} of {all}"))
    }

    /// What comes after the last one: the review of the run, or the page before.
    pub(super) fn end(&self) -> Flow {
        if self.only.is_some() {
            Flow::Back
        } else {
            Flow::Instead(Place::Review)
        }
    }

    pub(super) fn is_last(&self) -> bool {
        self.queue
            .as_ref()
            .is_none_or(|queue| self.at + 1 >= queue.len())
    }

    pub(super) fn next(&mut self) {
        self.at += 1;
        self.sheet = None;
        self.draft = None;
        self.rests = None;
        self.focus = 0;
        self.outline = Outline::default();
    }

    /// Tells what is to be told of this one and goes on to the next.
    pub(super) fn tell_and_go_on(&mut self, change: Change) -> Flow {
        let Some(draft) = self.draft.clone() else {
            return Flow::Back;
        };
        self.before = Some(Before {
            at: self.at,
            draft,
            focus: self.focus,
        });
        if self.is_last() {
            return Flow::TellThen(Box::new(change), Box::new(self.end()));
        }
        self.next();
        Flow::Tell(Box::new(change))
    }

    /// Leaves this one as it stands: half-way when something was answered.
    pub(super) fn skip(&mut self) -> Flow {
        let change = self.draft.as_ref().and_then(|draft| draft.change(true));
        match change {
            Some(change) => self.tell_and_go_on(change),
            None => self.pass(),
        }
    }

    /// They are away this time: asked again after their cadence.
    pub(super) fn away(&mut self) -> Flow {
        let Some(sheet) = &self.sheet else {
            return Flow::Stay;
        };
        let (card, today) = (&sheet.card, sheet.card.as_of);
        let until = today + Duration::days(i64::from(card.relationship.cadence_days()));
        let says = format!(
            "{} is away this time; asked again on {}",
            card.relationship.name,
            dates::short(until, today)
        );
        let act = Act::Snooze { until };
        let (id, on) = (card.id, today);
        self.tell_and_go_on(Change::All {
            says,
            changes: vec![Change::Act { id, act, on }],
        })
    }

    /// How this relationship is tended: paused for longer, archived, asked again on a day.
    pub(super) fn rest(&self) -> Flow {
        self.person()
            .map_or(Flow::Stay, |who| Flow::Go(Place::Settle(who)))
    }

    /// In a run, whoever was put to rest meanwhile is passed by.
    pub(super) fn pass_by(&mut self) -> Flow {
        let Some(sheet) = self.sheet.as_ref().filter(|_| self.only.is_none()) else {
            return Flow::Stay;
        };
        let one = &sheet.card.relationship;
        let now = (one.tending, one.snoozed);
        let before = *self.rests.get_or_insert(now);
        let rests = one.tending != Tending::Active || one.snoozed > Some(sheet.card.as_of);
        if rests && before != now {
            self.pass()
        } else {
            Flow::Stay
        }
    }

    fn pass(&mut self) -> Flow {
        if self.is_last() {
            return self.end();
        }
        self.next();
        Flow::Stay
    }

    /// Nobody is due: the run goes over everybody, if there is anybody.
    pub(super) fn start_all_the_same(&mut self) -> Flow {
        match self.others.take() {
            Some(others) if self.is_nobody_due() && !others.is_empty() => {
                self.queue = Some(others);
                self.done = 0;
                Flow::Stay
            }
            _ => Flow::Back,
        }
    }

    /// Whom it is over, one after the other.
    pub(super) fn person(&self) -> Option<RecordId> {
        Some(self.queue.as_ref()?.get(self.at)?.0)
    }

    pub(super) fn is_nobody_due(&self) -> bool {
        self.queue.as_ref().is_some_and(Vec::is_empty)
    }
}
