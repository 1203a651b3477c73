//! A repair plan with all that belongs to it: its breach, its steps, how far its run has come, what is next.

use super::gather::{GATHERED, LEVELLED};
use super::{Answer, Journal};
use crate::domain::breach::{Breach, BreachState};
use crate::domain::course::{BreachView, Course};
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::plan::Plan;
use crate::domain::relationship::Relationship;
use crate::domain::repair::{self, Counted, Run, Witness};
use crate::domain::view::{EntryLine, PlanView, Stored, TodayLine, Window};
use crate::domain::{Kind, Record, RecordId};
use crate::error::{Error, Result};

impl Journal {
    /// A repair plan with its steps.
    pub fn plan(&self, id: RecordId) -> Result<PlanView> {
        let (stored, plan) = self.plan_stored(id)?;
        let of = self.breach_with(plan.breach, Some(&plan))?;
        let (stored_breach, breach) = self.breach_stored(plan.breach)?;
        let steps = self.steps_of(id)?;
        let run = self.run_of(id, &plan, &breach, &steps)?;
        let open = steps.iter().filter(|line| line.state == "open").count();
        Ok(PlanView {
            name: of.name.clone(),
            rule: repair::rule(&breach),
            next: repair::next_step(&plan, &breach, run.as_ref(), open),
            breach: stored_breach,
            plan: stored,
            steps,
            run,
            of,
        })
    }

    /// A breach with all that belongs to it.
    ///
    /// # Errors
    /// When it is not here any more, or the journal cannot be read.
    pub fn breach(&self, id: RecordId) -> Result<BreachView> {
        let plan = match self.plan_of(id)? {
            Some(plan) => self.plan_stored(plan).ok().map(|(_, plan)| plan),
            None => None,
        };
        self.breach_with(id, plan.as_ref())
    }

    /// What is to repair at a place: the plan, the breach that has none yet, or the relationship with nothing open.
    pub(super) fn repair_at(&self, id: RecordId) -> Result<Answer> {
        let kind = self.stored(id)?.map(|stored| stored.record.kind());
        match kind {
            Some(Kind::Plan) => Ok(Answer::Plan(Box::new(self.plan(id)?))),
            Some(Kind::Relationship) => {
                let card = self.card(id)?;
                let first = |kind: Kind| card.repairs.iter().find(|line| line.kind == kind);
                match first(Kind::Plan).or_else(|| first(Kind::Breach)) {
                    Some(line) => self.repair_at(line.id),
                    None => Ok(Answer::Card(Box::new(card))),
                }
            }
            _ => match self.breach(id)? {
                BreachView {
                    plan: Some(plan), ..
                } => Ok(Answer::Plan(Box::new(self.plan(plan)?))),
                view => Ok(Answer::Breach(Box::new(view))),
            },
        }
    }

    /// Where repair is not owed, Today says where to turn instead of what happened.
    pub(super) fn turn_to_contact<'a>(&self, lines: impl Iterator<Item = &'a mut TodayLine>) {
        for line in lines.filter(|line| line.kind == Kind::Breach) {
            line.text = repair::turn_text(self.safety_contact().as_deref());
        }
    }

    fn breach_with(&self, id: RecordId, plan: Option<&Plan>) -> Result<BreachView> {
        let (stored, breach) = self.breach_stored(id)?;
        let plans = self.stood(self.lines(self.store.belonging(id)?));
        let opened = plans.iter().filter_map(|line| match &line.record {
            Record::Plan(plan) => Some(plan),
            _ => None,
        });
        let about = self.named_in(&breach)?;
        let proposed = self.customs().plans().fitting(plan, &breach);
        let with = self.stored(breach.who)?;
        let (context, gap) = match with.map(|stored| stored.record) {
            Some(Record::Relationship(one)) => (self.context_of(&one), one.gap()),
            _ => Default::default(),
        };
        Ok(BreachView {
            name: self.store.name(breach.who)?.unwrap_or_default(),
            course: Course::of(&breach, opened),
            plan: plans.last().map(|line| line.id),
            area: area(&about),
            rule: repair::rule_text(&breach),
            proposed: proposed.to_vec(),
            contact: self.safety_contact().filter(|_| breach.safety),
            breach: stored,
            about,
            context,
            gap,
        })
    }

    /// The context notes of a relationship, and how many days ago they were last looked at.
    fn context_of(&self, one: &Relationship) -> (String, Option<i64>) {
        (one.context.clone(), one.context_age(self.day()))
    }

    /// The commitments that a breach is about.
    fn named_in(&self, breach: &Breach) -> Result<Vec<EntryLine>> {
        let mut rows = Vec::new();
        for id in &breach.commitments {
            rows.extend(self.store.entry(*id)?);
        }
        Ok(self.stood(self.lines(rows)))
    }

    /// Lines as they stood on the day looked at, without those that were not there yet.
    fn stood(&self, mut lines: Vec<EntryLine>) -> Vec<EntryLine> {
        if let Some(day) = self.as_of {
            lines.retain_mut(|line| match line.record.stood_on(day) {
                Some(record) => {
                    line.record = record;
                    true
                }
                None => false,
            });
        }
        lines
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
        Ok(self.stood(self.lines(self.store.belonging(plan)?)))
    }

    /// How far the run has come, from what the rule looks at: the steps and what was promised in the plan's area,
    /// everything the owner promised, or for a boundary the check-ins and any repeat.
    fn run_of(
        &self,
        id: RecordId,
        plan: &Plan,
        breach: &Breach,
        steps: &[EntryLine],
    ) -> Result<Option<Run>> {
        if plan.verify_from.is_none() {
            return Ok(None);
        }
        let wide = match repair::counted(breach) {
            Counted::Everything => true,
            Counted::Area => !plan.area.is_empty(),
            Counted::CheckIns => false,
        };
        let mut lines = steps.to_vec();
        if wide {
            let promised = self.promised_since(plan)?;
            let new = |line: &EntryLine| steps.iter().all(|step| step.id != line.id);
            lines.extend(promised.into_iter().filter(new));
        }
        let checkins = self.kept(plan.who, Kind::CheckIn, &["done"], LEVELLED)?;
        let named = self.kept(plan.who, Kind::Breach, BreachState::WORDS, GATHERED)?;
        let witness = Witness {
            plan: id,
            commitments: &records(&lines, |record| match record {
                Record::Commitment(one) => Some(one),
                _ => None,
            }),
            checkins: &records(&checkins, |record| match record {
                Record::CheckIn(one) => Some(one),
                _ => None,
            }),
            breaches: &records(&named, |record| match record {
                Record::Breach(one) => Some(one),
                _ => None,
            }),
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

/// The nouns of one kind among some lines.
fn records<T>(lines: &[EntryLine], take: impl Fn(&Record) -> Option<&T>) -> Vec<&T> {
    lines.iter().filter_map(|line| take(&line.record)).collect()
}

/// The tags of the commitments that a breach is about, each once.
fn area(about: &[EntryLine]) -> Vec<String> {
    let mut area: Vec<String> = Vec::new();
    for tag in about.iter().flat_map(|line| line.record.noun().tags()) {
        if !area.contains(tag) {
            area.push(tag.clone());
        }
    }
    area
}
