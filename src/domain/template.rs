//! What a repair plan starts from: for each kind of breach the steps that are proposed (`figures.md` A8).

use chrono::{Days, NaiveDate};

use super::breach::{Account, Breach, BreachSort};
use super::commitment::Commitment;
use super::plan::{Plan, Stage};
use super::value::{When, choices};
use super::{RecordId, Side};

choices! {
    /// Whose step it is.
    pub enum Part {
        /// Who repairs.
        #[default]
        Owner = "owner",
        /// To whom it was done.
        Injured = "injured",
    }
}

impl Part {
    /// Whose side that is in a plan.
    pub fn side(self, plan: &Plan) -> Side {
        match (self, plan.owner) {
            (Self::Owner, owner) => owner,
            (Self::Injured, Side::Mine) => Side::Theirs,
            (Self::Injured, Side::Theirs) => Side::Mine,
        }
    }
}

/// A step that is proposed: nothing yet, until it is taken and becomes a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What is promised.
    pub text: String,
    /// Whose step it is.
    pub by: Part,
    /// In how many days, counted from the day it is taken.
    pub within: u16,
    /// Whether the other side may see it in a brief.
    pub visible: bool,
}

/// The proposed steps of every kind of breach.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Templates {
    /// By kind; a kind that is missing starts from nothing.
    pub plans: Vec<(BreachSort, Vec<Proposal>)>,
    /// What comes first where the account is disputed.
    pub disputed: Vec<Proposal>,
}

impl Templates {
    /// The steps that a kind of breach starts from.
    pub fn of(&self, sort: BreachSort) -> &[Proposal] {
        let found = self.plans.iter().find(|(kind, _)| *kind == sort);
        found.map_or(&[], |(_, steps)| steps)
    }

    /// What is proposed for a plan as it stands: the facts first while the account is disputed, the steps else.
    pub fn fitting(&self, plan: Option<&Plan>, breach: &Breach) -> &[Proposal] {
        let assessing = plan.is_none_or(|plan| plan.stage == Stage::Assess);
        if assessing && breach.account == Account::Disputed {
            &self.disputed
        } else {
            self.of(breach.sort)
        }
    }
}

impl Proposal {
    /// The day it would be due, taken on a day.
    pub fn due(&self, taken: NaiveDate) -> NaiveDate {
        taken
            .checked_add_days(Days::new(u64::from(self.within)))
            .unwrap_or(taken)
    }

    /// Whose promise it would be in a plan.
    pub fn side(&self, plan: &Plan) -> Side {
        self.by.side(plan)
    }

    /// The commitment that it becomes in a plan when it is taken on a day.
    pub fn taken(&self, id: RecordId, plan: &Plan, on: NaiveDate) -> Commitment {
        Commitment {
            who: plan.who,
            side: self.side(plan),
            text: self.text.clone(),
            made: on,
            agreed: Some(on),
            due: Some(When::day(self.due(on))),
            plan: Some(id),
            visible: self.visible,
            ..Commitment::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disputed_account_asks_for_the_facts_first() {
        let step = |text: &str| Proposal {
            text: text.to_owned(),
            by: Part::Injured,
            within: 3,
            visible: true,
        };
        let templates = Templates {
            plans: vec![(BreachSort::Boundary, vec![step("say it")])],
            disputed: vec![step("find the facts")],
        };
        let disputed = Breach {
            sort: BreachSort::Boundary,
            account: Account::Disputed,
            ..Breach::default()
        };
        let acting = Plan {
            stage: Stage::Act,
            ..Plan::default()
        };
        let first =
            |plan: Option<&Plan>, breach: &Breach| templates.fitting(plan, breach)[0].text.clone();
        assert_eq!(first(None, &disputed), "find the facts");
        let assessing = Plan::default();
        assert_eq!(first(Some(&assessing), &disputed), "find the facts");
        assert_eq!(first(Some(&acting), &disputed), "say it");
        let agreed = Breach {
            account: Account::Agreed,
            ..disputed
        };
        assert_eq!(first(None, &agreed), "say it");
        assert!(templates.of(BreachSort::Integrity).is_empty());
    }

    #[test]
    fn a_step_taken_is_a_commitment_of_its_side_with_its_day() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let step = Proposal {
            text: "say what the boundary is".to_owned(),
            by: Part::Injured,
            within: 3,
            visible: false,
        };
        let plan = Plan {
            owner: Side::Theirs,
            ..Plan::default()
        };
        let id = RecordId::derived(&["plan"]);
        let taken = step.taken(id, &plan, day);
        assert_eq!(
            (taken.side, taken.plan, taken.visible),
            (Side::Mine, Some(id), false)
        );
        assert_eq!(
            taken.due.map(|due| due.day),
            day.checked_add_days(Days::new(3))
        );
        assert_eq!(taken.agreed, Some(day));
    }
}
