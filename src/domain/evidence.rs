//! What a promise is evidence of on a day, from what was known by that day (`figures.md` B2).

use chrono::{Days, NaiveDate};

use super::commitment::{Promise, agreed_due};
use super::rules::{Label, Measure, Rules};

/// One promise as a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// What happened.
    pub label: Label,
    /// The evidence day.
    pub day: NaiveDate,
    /// Its credit, 0 … 1.
    pub credit: f64,
}

/// Where a promise stands on a day, for one figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// Not made yet on that day.
    Unmade,
    /// Only requested.
    Requested,
    /// Let go by the receiver.
    Released,
    /// Excused.
    Excused,
    /// Open and not due, undated, or pending for follow-through.
    Open,
    /// Done or broken without an agreed date: it says nothing about dates.
    Undated,
    /// Evidence.
    Counts(Evidence),
}

impl Standing {
    /// The evidence, if it is any.
    pub fn evidence(self) -> Option<Evidence> {
        match self {
            Self::Counts(evidence) => Some(evidence),
            _ => None,
        }
    }
}

impl Promise {
    /// Where it stands on a day, judged by nothing that happened later.
    ///
    /// A promise without a date says nothing about dates: done or broken, it is evidence for follow-through only.
    pub fn standing(&self, measure: Measure, as_of: NaiveDate, rules: &Rules) -> Standing {
        let by = |on: Option<NaiveDate>| on.filter(|on| *on <= as_of);
        let ended = by(self.done).or(by(self.broken)).is_some();
        if self.made > as_of {
            Standing::Unmade
        } else if !ended && by(self.released).is_some() {
            Standing::Released
        } else if !ended && by(self.excused).is_some() {
            Standing::Excused
        } else if by(self.agreed).is_none() {
            Standing::Requested
        } else {
            let found = match measure {
                Measure::KeptAsAgreed => self.kept(as_of, rules),
                Measure::FollowThrough => self.followed(as_of, rules),
            };
            let without = if ended {
                Standing::Undated
            } else {
                Standing::Open
            };
            found.map_or(without, Standing::Counts)
        }
    }

    /// Every day on which [`Promise::standing`] may change, oldest first.
    pub(super) fn turns(&self, rules: &Rules) -> Vec<NaiveDate> {
        let dues = self.moves.iter().filter_map(|m| m.to).map(|w| w.day);
        let after_due = |due: NaiveDate| [due.succ_opt(), lapse(due, rules)];
        let ends = [self.done, self.broken, self.released, self.excused];
        let mut days: Vec<_> = std::iter::once(self.made)
            .chain(self.agreed)
            .chain(ends.into_iter().flatten())
            .chain(self.moves.iter().map(|m| m.on))
            .chain(
                self.due
                    .into_iter()
                    .chain(dues)
                    .flat_map(after_due)
                    .flatten(),
            )
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn kept(&self, as_of: NaiveDate, rules: &Rules) -> Option<Evidence> {
        let due = agreed_due(self.due, &self.moves, as_of)?;
        let (label, day, credit) = match (self.done, self.broken) {
            (Some(done), _) if done <= as_of && done <= due => (Label::Kept, done, 1.0),
            (Some(done), _) if done <= as_of => (Label::Late, due, rules.late_credit),
            (_, Some(broken)) if broken <= as_of => (Label::Broken, broken.min(due), 0.0),
            _ if as_of > due => (Label::Overdue, due, 0.0),
            _ => return None,
        };
        Some(Evidence { label, day, credit })
    }

    fn followed(&self, as_of: NaiveDate, rules: &Rules) -> Option<Evidence> {
        let due = agreed_due(self.due, &self.moves, as_of);
        if let Some(done) = self.done.filter(|on| *on <= as_of) {
            let label = match due {
                Some(due) if done <= due => Label::Kept,
                Some(_) => Label::Late,
                None => Label::Done,
            };
            let credit = 1.0;
            return Some(Evidence {
                label,
                day: done,
                credit,
            });
        }
        let broken = self.broken.filter(|on| *on <= as_of);
        let lapsed = due
            .and_then(|due| lapse(due, rules))
            .filter(|on| *on <= as_of);
        let (label, day) = broken
            .map(|on| (Label::Broken, on))
            .or(lapsed.map(|on| (Label::Lapsed, on)))?;
        let credit = 0.0;
        Some(Evidence { label, day, credit })
    }
}

/// The day on which an open promise lapses for follow-through.
fn lapse(due: NaiveDate, rules: &Rules) -> Option<NaiveDate> {
    due.checked_add_days(Days::new(u64::try_from(rules.lapse_days).unwrap_or(0)))
}
