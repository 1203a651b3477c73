//! Questions that gather: a relationship at a glance, a prep sheet, a plan, a check-in sheet.

use chrono::{Duration, NaiveDate};

use super::Journal;
use crate::domain::breach::BreachState;
use crate::domain::checkin::CheckIn;
use crate::domain::feedback::FeedbackState;
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::note::NoteSort;
use crate::domain::relationship::Relationship;
use crate::domain::reliability::{Measure, Rules, figure};
use crate::domain::topic::TopicState;
use crate::domain::view::{
    Card, CheckInSheet, EntryLine, From, PlanView, Prep, SideFigures, Stored, Window,
};
use crate::domain::{Kind, Record, RecordId, Side, When, context, pulse, question};
use crate::error::{Error, Result};

/// How many lines of one sort a sheet gathers: more than anybody reads, fewer than would slow it.
pub(super) const GATHERED: usize = 200;
/// How many lines are fetched at a time where all of them are wanted.
pub(super) const BATCH: usize = 2_000;
/// How many check-ins the level looks at: beyond that their weight has faded to nothing.
pub(super) const LEVELLED: usize = 150;

impl Journal {
    /// One relationship at a glance.
    pub fn card(&self, who: RecordId) -> Result<Card> {
        self.store.read(|| {
            let (stored, relationship) = self.relationship(who)?;
            let day = self.day();
            let last_contact = self.store.last_contact(who, day)?;
            let as_of = relationship.frozen().map_or(day, |froze| froze.min(day));
            Ok(Card {
                id: who,
                stamp: stored.stamp,
                checkin_due: relationship.checkin_due(last_contact),
                folded: context::folds(relationship.gap()),
                agreements: self.agreements(who)?,
                collective: self.collective(who, &relationship)?,
                relationship,
                as_of: day,
                mine: self.side(who, Side::Mine, as_of)?,
                theirs: self.side(who, Side::Theirs, as_of)?,
                last_contact,
                last_one_on_one: self.last_one_on_one(who, day)?,
                next_one_on_one: self.next_one_on_one(who, day)?,
                level: pulse::level(&self.scores(who)?, day),
                open: self.open_both(who)?,
                repairs: self.repairs(who)?,
            })
        })
    }

    pub(super) fn relationship(&self, who: RecordId) -> Result<(Stored, Relationship)> {
        let stored = self.stored(who)?;
        match stored {
            Some(stored) => match stored.record.clone() {
                Record::Relationship(one) => Ok((stored, one)),
                other => Err(Error::not_found(format!(
                    "that is a {}, not a relationship",
                    other.kind()
                ))),
            },
            None if self.stands(who)? => Err(Error::not_found(format!(
                "that relationship was not there yet on {}",
                self.day()
            ))
            .hint("choose a later day with --as-of, or leave it out")),
            None => Err(Error::not_found("that relationship is not here")
                .hint("see who is: trustline relationships")),
        }
    }

    pub(super) fn side(&self, who: RecordId, side: Side, day: NaiveDate) -> Result<SideFigures> {
        let promises = self.store.promises(who, side)?;
        let rules = Rules::default();
        Ok(SideFigures {
            kept: figure(&promises, Measure::KeptAsAgreed, day, &rules),
            follow: figure(&promises, Measure::FollowThrough, day, &rules),
        })
    }

    /// The records of a kind and some states, newest first, as they stood on the day looked at.
    pub(super) fn kept(
        &self,
        who: RecordId,
        kind: Kind,
        states: &[&str],
        rows: usize,
    ) -> Result<Vec<EntryLine>> {
        let mut lines = Vec::new();
        if let Some(day) = self.as_of {
            let filter = Filter::default()
                .and(Ask::Who(who))
                .and(Ask::Kind(vec![kind]));
            let all = self.entries_as_of(&filter, Window::top(usize::MAX), day)?;
            lines.extend(
                all.lines
                    .into_iter()
                    .filter(|line| states.contains(&line.state)),
            );
        } else {
            for state in states {
                lines.extend(self.lines(self.store.kept(who, kind, state, rows)?));
            }
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.at, line.key)));
        lines.truncate(rows);
        Ok(lines)
    }

    fn last_one_on_one(&self, who: RecordId, day: NaiveDate) -> Result<Option<NaiveDate>> {
        let held = self.kept(who, Kind::Note, &[NoteSort::OneOnOne.word()], GATHERED)?;
        let days = held.iter().map(|line| line.at.day);
        Ok(days.filter(|held| *held <= day).max())
    }

    fn next_one_on_one(&self, who: RecordId, day: NaiveDate) -> Result<Option<When>> {
        let planned = self.kept(who, Kind::Note, &[NoteSort::Planned.word()], usize::MAX)?;
        let times = planned.iter().map(|line| line.at);
        Ok(times.filter(|at| at.day >= day).min())
    }

    pub(super) fn checkins(&self, who: RecordId, rows: usize) -> Result<Vec<CheckIn>> {
        let lines = self.kept(who, Kind::CheckIn, &["done"], rows)?;
        let mine = lines.into_iter().filter_map(|line| match line.record {
            Record::CheckIn(one) if one.side == Side::Mine => Some(one),
            _ => None,
        });
        Ok(mine.collect())
    }

    fn scores(&self, who: RecordId) -> Result<Vec<(NaiveDate, Vec<Option<u8>>)>> {
        if self.as_of.is_none() {
            return self.store.scores(who, LEVELLED);
        }
        Ok(self
            .checkins(who, LEVELLED)?
            .into_iter()
            .map(|one| (one.day, one.scores()))
            .collect())
    }

    /// Open commitments, mine then theirs, the nearest due first.
    fn open_both(&self, who: RecordId) -> Result<Vec<EntryLine>> {
        let mut lines = self.open_of(who, Side::Mine)?;
        lines.extend(self.open_of(who, Side::Theirs)?);
        Ok(lines)
    }

    pub(super) fn open_of(&self, who: RecordId, side: Side) -> Result<Vec<EntryLine>> {
        let Some(day) = self.as_of else {
            return Ok(self.lines(self.store.open_commitments(who, side, GATHERED)?));
        };
        let filter = Filter::default()
            .and(Ask::Who(who))
            .and(Ask::Kind(vec![Kind::Commitment]))
            .and(Ask::State(vec!["open"]))
            .and(Ask::Side(side));
        let mut lines = self
            .entries_as_of(&filter, Window::top(GATHERED), day)?
            .lines;
        lines.sort_by_key(|line| {
            (
                line.record.noun().due().is_none(),
                line.record.noun().due(),
                line.key,
            )
        });
        Ok(lines)
    }

    pub(super) fn repairs(&self, who: RecordId) -> Result<Vec<EntryLine>> {
        if self.as_of.is_none() {
            return Ok(self.lines(self.store.repairs(who)?));
        }
        let mut lines = self.kept(
            who,
            Kind::Plan,
            &["assess", "acknowledge", "account", "act", "verify"],
            GATHERED,
        )?;
        lines.extend(self.kept(who, Kind::Breach, &[BreachState::Open.word()], GATHERED)?);
        Ok(lines)
    }

    /// What the next one-on-one should know.
    pub fn prep(&self, who: RecordId, since: Option<NaiveDate>) -> Result<Prep> {
        let card = self.card(who)?;
        let since = since
            .or(card.last_one_on_one)
            .unwrap_or(card.relationship.since);
        self.store.read(|| {
            let happened = Filter::default().and(Ask::Who(who)).and(Ask::Day(Span {
                from: Some(since),
                to: Some(card.as_of),
            }));
            let mut happened = self.all(&happened)?;
            // a miss that names a process is between two others: it is no promise to or of the institution
            happened.retain(|line| line.kind != Kind::Commitment || is_main(line, who));
            // a one-on-one to come has not happened
            happened.retain(|line| line.state != NoteSort::Planned.word());
            happened.iter_mut().for_each(in_words);
            let mut topics = self.kept(who, Kind::Topic, &[TopicState::Open.word()], GATHERED)?;
            topics.sort_by_key(|line| {
                std::cmp::Reverse(if let Record::Topic(one) = &line.record {
                    one.carried
                } else {
                    0
                })
            });
            let mine = |line: &EntryLine| line.record.noun().side() == Some(Side::Mine);
            let (mine_open, theirs_open): (Vec<_>, Vec<_>) =
                card.open.iter().cloned().partition(mine);
            let undelivered = self.kept(
                who,
                Kind::Feedback,
                &[FeedbackState::Draft.word()],
                GATHERED,
            )?;
            let trust = self.trust(who)?;
            let seen = question::Seen {
                card: &card,
                topics: &topics,
                mine_open: &mine_open,
                theirs_open: &theirs_open,
                undelivered: &undelivered,
                needs: &trust.needs,
            };
            let question = question::suggest(&seen);
            Ok(Prep {
                since,
                as_of: card.as_of,
                happened,
                follow_up: self.follow_ups(who, card.as_of)?,
                plans: self.plans_of_card(&card)?,
                trust,
                mine_open,
                theirs_open,
                undelivered,
                topics,
                question,
                card: card.clone(),
            })
        })
    }

    /// The running plans of a relationship.
    fn plans_of_card(&self, card: &Card) -> Result<Vec<PlanView>> {
        let plans = card.repairs.iter().filter(|line| line.kind == Kind::Plan);
        plans.map(|line| self.plan(line.id)).collect()
    }

    /// Everything that fits, window after window: a count of what happened is right or it is worth nothing.
    pub(super) fn all(&self, filter: &Filter) -> Result<Vec<EntryLine>> {
        let mut window = Window::top(BATCH);
        let mut lines = Vec::new();
        loop {
            let batch = self.entries(filter, window)?;
            lines.extend(batch.lines);
            match lines.last().filter(|_| batch.below) {
                Some(last) => window.from = From::After(last.key),
                None => return Ok(lines),
            }
        }
    }

    fn follow_ups(&self, who: RecordId, day: NaiveDate) -> Result<Vec<EntryLine>> {
        let states = [
            FeedbackState::Delivered.word(),
            FeedbackState::Heard.word(),
            FeedbackState::ActedOn.word(),
        ];
        let mut lines = self.kept(who, Kind::Feedback, &states, GATHERED)?;
        lines.retain(|line| {
            line.record
                .noun()
                .due()
                .is_some_and(|due| due.day <= day + Duration::days(7))
        });
        Ok(lines)
    }

    /// What a check-in shows.
    pub fn checkin_sheet(&self, who: RecordId) -> Result<CheckInSheet> {
        let card = self.card(who)?;
        // read only here: opening a journal must not wait for packs
        let asked = self.packs();
        let role = card.relationship.role;
        let pack = asked.packs.into_iter().find(|p| p.role == role);
        let pack = pack.ok_or_else(|| {
            Error::refused(format!("there is no question pack for the role {role}"))
        })?;
        let unfinished = self
            .kept(who, Kind::CheckIn, &["unfinished"], 1)?
            .into_iter()
            .next();
        let unfinished = match unfinished {
            Some(line) => self
                .stored(line.id)?
                .and_then(|stored| match stored.record {
                    Record::CheckIn(one) => Some((stored.id, stored.stamp, one)),
                    _ => None,
                }),
            None => None,
        };
        let before = self.checkins(who, LEVELLED)?;
        let fell_due = card.open.iter().filter(|line| {
            line.record
                .noun()
                .due()
                .is_some_and(|due| due.day <= card.as_of)
        });
        let earlier = before.iter().map(|one| (one.day, one.scores())).collect();
        let nth = pack.turn(&before);
        Ok(CheckInSheet {
            questions: pack.asked(nth).into_iter().cloned().collect(),
            last: before.into_iter().next(),
            earlier,
            trouble: asked.trouble,
            fell_due: fell_due.cloned().collect(),
            unfinished,
            pack,
            card,
        })
    }
}

/// Whether a relationship is a line's main one.
fn is_main(line: &EntryLine, who: RecordId) -> bool {
    line.record.noun().whos().first() == Some(&who)
}

/// A check-in's answers with the questions that they answer, as they are read: a code says nothing to a reader.
fn in_words(line: &mut EntryLine) {
    if let Record::CheckIn(one) = &mut line.record {
        for answer in &mut one.answers {
            let wording = crate::assets::wording(answer);
            answer.asked = wording.trim_end_matches('.').to_owned();
        }
    }
}
