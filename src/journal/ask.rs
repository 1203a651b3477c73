//! Questions and their answers: each a screenful, each an index seek.

use chrono::{Duration, NaiveDate};

use super::today::{checkin_line, is_begun, today_line};
use super::{Journal, SettingsSheet};
use crate::domain::balance::Balance;
use crate::domain::course::BreachView;
use crate::domain::disclosure::Disclosure;
use crate::domain::filter::Filter;
use crate::domain::ladder::Sign;
use crate::domain::relationship::Relationship;
use crate::domain::review::{ComingBack, Review, Run};
use crate::domain::team::{Team, TeamLine};
use crate::domain::trust::Trust;
use crate::domain::view::{
    Card, CheckInSheet, EntryLine, KnownThen, PlanView, Prep, RelationshipLine, Slice, Stored,
    Timeline, Today, TodaySort, Version, Voices, Window,
};
use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;
use crate::store::Row;

/// A question a page may ask. Compared with what was asked before, so that nothing is asked twice.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Today: at most so many lines.
    Today { rows: usize },
    /// The relationships in the order of attention needed; archived ones only when asked for.
    Relationships { archived: bool, window: Window },
    /// One relationship at a glance.
    Card(RecordId),
    /// Records that fit a filter, newest first.
    Entries { filter: Filter, window: Window },
    /// The timeline of a relationship: so many points, so many days apart, the last one `ends`.
    Timeline {
        who: RecordId,
        ends: NaiveDate,
        step: i64,
        points: usize,
    },
    /// What could have been known of both sides of a relationship on a day.
    KnownThen { who: RecordId, day: NaiveDate },
    /// What the level of the check-ins with somebody is made of.
    Voices(RecordId),
    /// What the next one-on-one should know, since a day or since the last one.
    Prep {
        who: RecordId,
        since: Option<NaiveDate>,
    },
    /// A repair plan.
    Plan(RecordId),
    /// The teams, by name.
    Teams,
    /// One team, by its name, as a map over so many weeks.
    Team { name: String, weeks: usize },
    /// What is to repair at a plan, a breach (its newest plan, if it has one) or a relationship (what is open in it).
    Repair(RecordId),
    /// The check-in sheet of a relationship.
    CheckIn(RecordId),
    /// Where the run of this week stands.
    Run,
    /// The short review at the end of a run.
    Review,
    /// What went stale while nothing was written.
    ComingBack,
    /// One record as it is stored.
    Record(RecordId),
    /// Its history, newest first.
    History(RecordId),
    /// What stands in trust with a relationship.
    Trust(RecordId),
    /// Feedback with a relationship, counted.
    Balance(RecordId),
    /// Why a disclosure may be more than there is room for; its id once it is kept.
    Signs {
        draft: Box<Disclosure>,
        id: Option<RecordId>,
    },
    /// What is sealed, of one relationship or of all.
    Confidences(Option<RecordId>),
    /// Relationships whose name or handle has a word that starts so; all when empty.
    Names { start: String, rows: usize },
    /// Every relationship as it is kept: by what each may be called in a text.
    Everybody,
    /// Every setting of its place.
    Settings,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// To [`Question::Today`].
    Today(Today),
    /// To [`Question::Relationships`].
    Relationships(Slice<RelationshipLine>),
    /// To [`Question::Trust`].
    Trust(Box<Trust>),
    /// To [`Question::Balance`].
    Balance(Balance),
    /// To [`Question::Signs`].
    Signs(Vec<Sign>),
    /// To [`Question::Confidences`].
    Confidences(Vec<EntryLine>),
    /// To [`Question::Card`].
    Card(Box<Card>),
    /// To [`Question::Entries`].
    Entries(Slice<EntryLine>),
    /// To [`Question::Timeline`].
    Timeline(Timeline),
    /// To [`Question::KnownThen`].
    KnownThen(Box<KnownThen>),
    /// To [`Question::Voices`].
    Voices(Box<Voices>),
    /// To [`Question::Prep`].
    Prep(Box<Prep>),
    /// To [`Question::Plan`], and to [`Question::Repair`] where there is a plan.
    Plan(Box<PlanView>),
    /// To [`Question::Teams`].
    Teams(Vec<TeamLine>),
    /// To [`Question::Team`].
    Team(Box<Team>),
    /// To [`Question::Repair`] of a breach without a plan; where nothing is to repair it is the relationship's card.
    Breach(Box<BreachView>),
    /// To [`Question::CheckIn`].
    CheckIn(Box<CheckInSheet>),
    /// To [`Question::Run`].
    Run(Run),
    /// To [`Question::Review`].
    Review(Box<Review>),
    /// To [`Question::ComingBack`].
    ComingBack(Box<ComingBack>),
    /// To [`Question::Names`].
    Names(Vec<(RecordId, String)>),
    /// To [`Question::Everybody`].
    Everybody(Vec<(RecordId, Relationship)>),
    /// To [`Question::Settings`].
    Settings(Box<SettingsSheet>),
    /// To [`Question::Record`]; `None`: erased.
    Record(Option<Box<Stored>>),
    /// To [`Question::History`].
    History(Vec<Version>),
}

/// How far ahead "soon" looks.
const SOON: i64 = 7;

impl Journal {
    /// Answers a question.
    ///
    /// # Errors
    /// When a record that was named does not exist, or the journal cannot be read.
    pub fn ask(&self, question: &Question) -> Result<Answer> {
        Ok(match question {
            Question::Settings => Answer::Settings(Box::new(self.settings_sheet())),
            Question::Today { rows } => Answer::Today(self.today(*rows)?),
            Question::Relationships { archived, window } => {
                Answer::Relationships(self.relationships(*archived, *window)?)
            }
            Question::Card(id) => Answer::Card(Box::new(self.card(*id)?)),
            Question::Entries { filter, window } => Answer::Entries(self.entries(filter, *window)?),
            Question::Timeline {
                who,
                ends,
                step,
                points,
            } => Answer::Timeline(self.timeline(*who, *ends, *step, *points)?),
            Question::KnownThen { who, day } => {
                Answer::KnownThen(Box::new(self.known_then(*who, *day)?))
            }
            Question::Voices(who) => Answer::Voices(Box::new(self.voices(*who)?)),
            Question::Prep { who, since } => Answer::Prep(Box::new(self.prep(*who, *since)?)),
            Question::Plan(id) => Answer::Plan(Box::new(self.plan(*id)?)),
            Question::Teams => Answer::Teams(self.teams()?),
            Question::Team { name, weeks } => Answer::Team(Box::new(self.team(name, *weeks)?)),
            Question::Repair(id) => self.repair_at(*id)?,
            Question::CheckIn(id) => Answer::CheckIn(Box::new(self.checkin_sheet(*id)?)),
            Question::Run => Answer::Run(self.run()?),
            Question::Review => Answer::Review(Box::new(self.review()?)),
            Question::ComingBack => Answer::ComingBack(Box::new(self.coming_back()?)),
            Question::Record(id) => Answer::Record(self.stored(*id)?.map(Box::new)),
            Question::History(id) => Answer::History(self.history(*id)?),
            Question::Trust(who) => Answer::Trust(Box::new(self.trust(*who)?)),
            Question::Balance(who) => Answer::Balance(self.balance(*who)?),
            Question::Signs { draft, id } => Answer::Signs(self.signs(draft, *id)?),
            Question::Confidences(who) => Answer::Confidences(self.confidences(*who)?),
            Question::Names { start, rows } => Answer::Names(self.names_starting(start, *rows)?),
            Question::Everybody => Answer::Everybody(self.everybody()?),
        })
    }

    /// What needs attention, at most so many lines of each part.
    pub fn today(&self, rows: usize) -> Result<Today> {
        if let Some(day) = self.as_of {
            return self.today_as_of(day, rows);
        }
        let day = self.day();
        self.store.read(|| {
            let mut today = Today {
                any_relationship: self.store.any_relationship()?,
                drafts: self.drafts()?,
                ..Today::default()
            };
            for part in TodaySort::of_records() {
                let mut waiting = self
                    .store
                    .waiting(part, None, day, rows.saturating_add(1))?;
                today.more |= waiting.len() > rows;
                waiting.truncate(rows);
                let line = |row| today_line(row, day);
                today.lines.extend(waiting.into_iter().filter_map(line));
                let soon = self
                    .store
                    .waiting(part, Some(day), day + Duration::days(SOON), rows)?;
                today.soon.extend(soon.into_iter().filter_map(line));
            }
            for (who, name, since) in self.store.checkins_due(day, rows)? {
                if !is_begun(&today.lines, who) {
                    today.lines.push(checkin_line(who, name, since));
                }
            }
            self.turn_to_contact(today.lines.iter_mut().chain(&mut today.soon));
            today.soon.sort_by_key(|line| (line.since, line.sort));
            today.soon.truncate(rows);
            // looked for only after weeks away
            if let Some(since) = self.away_since()?
                && !self.stale(today.lines.clone())?.is_empty()
            {
                today.away_since = Some(since);
            }
            Ok(today)
        })
    }

    /// A window on the relationships, in the order of attention needed.
    pub fn relationships(&self, archived: bool, window: Window) -> Result<Slice<RelationshipLine>> {
        if let Some(day) = self.as_of {
            return self.relationships_as_of(archived, window, day);
        }
        self.store
            .read(|| self.store.relationships(archived, window, self.day()))
    }

    /// A window on the records that fit a filter, newest first.
    pub fn entries(&self, filter: &Filter, window: Window) -> Result<Slice<EntryLine>> {
        if let Some(day) = self.as_of {
            return self.entries_as_of(filter, window, day);
        }
        let found = self.store.entries(filter, window, self.day())?;
        let lines = found
            .lines
            .into_iter()
            .map(|row| self.line(row, filter))
            .collect();
        Ok(Slice {
            lines,
            above: found.above,
            below: found.below,
        })
    }

    /// The newest plan of a breach, if one was opened.
    pub fn plan_of(&self, breach: RecordId) -> Result<Option<RecordId>> {
        let plans = self.store.belonging(breach)?;
        Ok(plans.last().map(|row| row.stored.id))
    }

    /// The relationships whose check-in is due, the longest due first.
    pub fn checkins_due(&self) -> Result<Vec<(RecordId, String)>> {
        if let Some(day) = self.as_of {
            let all = self.relationships_as_of(false, Window::top(usize::MAX), day)?;
            let mut due: Vec<_> = all
                .lines
                .into_iter()
                .filter_map(|line| Some((line.checkin_due.filter(|due| *due <= day)?, line)))
                .collect();
            due.sort_by_key(|(due, _)| *due);
            let named = due.into_iter().map(|(_, line)| (line.id, line.name));
            return Ok(named.collect());
        }
        let due = self.store.checkins_due(self.day(), usize::MAX)?;
        Ok(due.into_iter().map(|(id, name, _)| (id, name)).collect())
    }

    /// A record as it is stored (or stood, on the day looked at), without its words while it is sealed;
    /// `None`: unknown or erased.
    pub fn stored(&self, id: RecordId) -> Result<Option<Stored>> {
        let Some(mut row) = self.store.entry(id)? else {
            return Ok(None);
        };
        row.stored.record = row.stored.record.veiled();
        let Some(day) = self.as_of else {
            return Ok(Some(row.stored));
        };
        Ok(row.stored.record.stood_on(day).map(|record| Stored {
            record,
            ..row.stored
        }))
    }

    /// Whether a record is there now, whatever day is looked at.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn stands(&self, id: RecordId) -> Result<bool> {
        Ok(self.store.entry(id)?.is_some())
    }

    /// The relationship that words name.
    ///
    /// # Errors
    /// `NotFound` with the nearest name as a hint, `Ambiguous` with those that fit.
    pub fn find_relationship(&self, words: &str) -> Result<RecordId> {
        self.store.find_relationship(words)
    }

    /// Any record: a short id or its prefix, a full id, or words that fit exactly one record (of a kind).
    ///
    /// # Errors
    /// `NotFound`, or `Ambiguous` with those that fit.
    pub fn find_record(&self, kind: Option<Kind>, words: &str) -> Result<RecordId> {
        self.store.find_record(kind, words)
    }

    /// A row as a line of a list.
    pub(super) fn line(&self, mut row: Row, filter: &Filter) -> EntryLine {
        row.stored.record = row.stored.record.veiled();
        let day = self.day();
        let state = match &row.stored.record {
            Record::Commitment(one) => one.state_on(day),
            other => other.noun().state(),
        };
        let noun = row.stored.record.noun();
        EntryLine {
            key: row.key,
            id: row.stored.id,
            kind: row.stored.record.kind(),
            who: row.who,
            at: noun.at(),
            state,
            snippet: super::snippet::snippet(noun, filter),
            record: row.stored.record,
        }
    }

    pub(super) fn lines(&self, rows: Vec<Row>) -> Vec<EntryLine> {
        rows.into_iter()
            .map(|row| self.line(row, &Filter::default()))
            .collect()
    }
}
