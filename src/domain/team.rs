//! A team as a map of coverage and change: which facets check-ins covered and what moved, never what anybody is worth.
//!
//! A cell counts answers and says whether the newest left the band of chance (`figures.md` B8); the level itself is
//! in no cell, no row and no column. What the others said of me is told only as counts of five people and more (A9).

use crate::domain::marks;
use chrono::{Datelike, Days, NaiveDate};

use super::RecordId;
use super::checkin::CheckIn;
use super::collective::{Coverage, RECENT_DAYS};
use super::pack::{Pack, Question};
use super::pulse;
use super::record::Side;
use super::view::EntryLine;

/// The most weeks that are looked back.
pub const WEEKS: usize = 12;
/// The most people that a map shows.
pub const PEOPLE: usize = 60;
/// The fewest answering people of whom a summary is told.
pub const ANSWERING: usize = 5;

/// Whether an answer left the band of chance around the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Moved {
    /// It did not, or there are too few to say.
    #[default]
    No,
    /// Upward.
    Up,
    /// Downward.
    Down,
    /// In a week: one upward, another downward.
    Both,
}

impl Moved {
    /// The arrow.
    pub fn arrow(self) -> &'static str {
        match self {
            Self::No => "",
            Self::Up => marks::UP,
            Self::Down => marks::DOWN,
            Self::Both => marks::BOTH,
        }
    }

    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Up => "up",
            Self::Down => "down",
            Self::Both => "both",
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, one) | (one, Self::No) => one,
            (one, other) if one == other => one,
            _ => Self::Both,
        }
    }
}

/// A cell: how many check-ins answered, and whether something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// How many check-ins answered a question of the facet.
    pub answered: usize,
    /// Whether it moved.
    pub moved: Moved,
}

/// Somebody of the team, with the check-ins of the weeks looked at: my answers about them, and theirs about me.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Member {
    /// Which relationship.
    pub id: RecordId,
    /// Their name.
    pub name: String,
    /// When the next check-in is due.
    pub due: Option<NaiveDate>,
    /// The check-ins, in any order.
    pub checkins: Vec<CheckIn>,
}

impl Member {
    fn said(&self, side: Side) -> impl Iterator<Item = &CheckIn> {
        self.checkins.iter().filter(move |one| one.side == side)
    }
}

/// How many people answered high, of how many who answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The question.
    pub wording: String,
    /// People whose newest answer was 4 or 5.
    pub high: usize,
    /// People who answered it.
    pub of: usize,
}

impl Counted {
    /// `6 of 8 answered 4 or 5 on “…”`.
    pub fn text(&self) -> String {
        format!(
            "{} of {} answered 4 or 5 on \u{201c}{}\u{201d}",
            self.high, self.of, self.wording
        )
    }
}

/// The map of a team.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Map {
    /// The facets that were answered, in the order in which the packs ask them.
    pub facets: Vec<String>,
    /// The Mondays of the weeks, oldest first.
    pub weeks: Vec<NaiveDate>,
    /// For each facet a cell for each member, in the members' order.
    pub people: Vec<Vec<Cell>>,
    /// For each facet a cell for each week.
    pub in_weeks: Vec<Vec<Cell>>,
    /// For each member, how many check-ins there were at all.
    pub held: Vec<usize>,
    /// How many people told what they think of me.
    pub answering: usize,
    /// What at least [`ANSWERING`] of them answered, question by question.
    pub summary: Vec<Counted>,
}

/// An institution that excused misses name, and how many of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// Which.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// In the last sixty days.
    pub recent: usize,
    /// In all.
    pub all: usize,
}

impl Named {
    /// `5 in 60 days, 6 in all`.
    pub fn text(&self) -> String {
        format!("{} in {RECENT_DAYS} days, {} in all", self.recent, self.all)
    }
}

/// A team, whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// The group that stands for it, if there is one.
    pub group: Option<RecordId>,
    /// How many of it are known directly.
    pub coverage: Coverage,
    /// Its people, by name; at most [`PEOPLE`].
    pub members: Vec<Member>,
    /// The map.
    pub map: Map,
    /// Its agreements, those with a breach that waits first.
    pub agreements: Vec<EntryLine>,
    /// The institutions that excused misses name, by name.
    pub institutions: Vec<Named>,
    /// The day it is for.
    pub as_of: NaiveDate,
}

/// A line of the list of teams.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TeamLine {
    /// Its name.
    pub name: String,
    /// The group that stands for it, if there is one.
    pub group: Option<RecordId>,
    /// How many of it are known directly.
    pub coverage: Coverage,
}

/// The first day of the weeks looked at: so many, the one of the day included.
pub fn first_day(as_of: NaiveDate, weeks: usize) -> NaiveDate {
    let back = u64::try_from(weeks.clamp(1, WEEKS) - 1).unwrap_or(0);
    monday(as_of) - Days::new(7 * back)
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The map of some people over so many weeks. Nothing in it depends on whether an answer was high, but for whether it
/// moved and for the counts of the summary.
pub fn map(members: &[Member], packs: &[Pack], as_of: NaiveDate, weeks: usize) -> Map {
    let first = first_day(as_of, weeks);
    let mut map = Map {
        weeks: (0..weeks.clamp(1, WEEKS))
            .map(|n| first + Days::new(7 * u64::try_from(n).unwrap_or(0)))
            .collect(),
        held: members
            .iter()
            .map(|one| one.said(Side::Mine).count())
            .collect(),
        ..Map::default()
    };
    for facet in facets(packs) {
        let codes = codes(packs, facet);
        let answers: Vec<_> = members.iter().map(|one| answers(one, &codes)).collect();
        if answers.iter().all(Vec::is_empty) {
            continue;
        }
        map.facets.push(facet.to_owned());
        map.people
            .push(answers.iter().map(|one| whole(one, as_of)).collect());
        map.in_weeks.push(by_week(&answers, &map.weeks));
    }
    let theirs = |one: &&Member| {
        one.said(Side::Theirs)
            .any(|c| c.answers.iter().any(|a| a.score.is_some()))
    };
    map.answering = members.iter().filter(theirs).count();
    map.summary = summary(members, packs);
    map
}

/// The facets of all packs in their order, each once; my own part is none.
fn facets(packs: &[Pack]) -> Vec<&str> {
    let mut facets = Vec::new();
    for question in packs.iter().flat_map(|pack| &pack.questions) {
        if !facets.contains(&question.facet.as_str()) {
            facets.push(question.facet.as_str());
        }
    }
    facets
}

/// The codes of a facet, each once: packs share the core four.
fn codes<'a>(packs: &'a [Pack], facet: &str) -> Vec<&'a str> {
    let of_facet = |question: &&Question| question.facet == facet;
    let questions = packs.iter().flat_map(|pack| &pack.questions);
    let mut codes: Vec<_> = questions
        .filter(of_facet)
        .map(|question| question.code.as_str())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// My answers about somebody to some questions, oldest first; what did not come up is left out.
type Answers = Vec<(NaiveDate, Vec<Option<u8>>)>;

fn answers(member: &Member, codes: &[&str]) -> Answers {
    let scores = |one: &CheckIn| -> Vec<Option<u8>> {
        let asked = codes.iter().filter_map(|code| one.answer(code)?.score);
        asked.map(Some).collect()
    };
    let mut all: Answers = member
        .said(Side::Mine)
        .map(|one| (one.day, scores(one)))
        .collect();
    all.retain(|(_, scores)| !scores.is_empty());
    all.sort_by_key(|(day, _)| *day);
    all
}

fn whole(answers: &Answers, as_of: NaiveDate) -> Cell {
    Cell {
        answered: answers.len(),
        moved: moved(answers, as_of),
    }
}

fn moved(answers: &[(NaiveDate, Vec<Option<u8>>)], as_of: NaiveDate) -> Moved {
    match pulse::level(answers, as_of) {
        Some(level) if level.moved && level.shift.is_some_and(|shift| shift > 0.0) => Moved::Up,
        Some(level) if level.moved => Moved::Down,
        _ => Moved::No,
    }
}

fn by_week(answers: &[Answers], weeks: &[NaiveDate]) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); weeks.len()];
    for one in answers {
        for (n, (day, _)) in one.iter().enumerate() {
            let Some(week) = weeks.iter().rposition(|start| start <= day) else {
                continue;
            };
            cells[week].answered += 1;
            cells[week].moved = cells[week].moved.and(moved(&one[..=n], *day));
        }
    }
    cells
}

/// What the others said of me: of each question the newest answer of each, counted, where enough people answered it.
fn summary(members: &[Member], packs: &[Pack]) -> Vec<Counted> {
    let questions = packs.iter().flat_map(|pack| &pack.questions);
    let mut told: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for question in questions {
        if told.contains(&question.code.as_str()) {
            continue;
        }
        told.push(&question.code);
        let newest = |one: &Member| {
            let said = one.said(Side::Theirs);
            let scored = said.filter_map(|c| Some((c.day, c.answer(&question.code)?.score?)));
            scored.max_by_key(|(day, _)| *day).map(|(_, score)| score)
        };
        let scores: Vec<u8> = members.iter().filter_map(newest).collect();
        if scores.len() >= ANSWERING {
            all.push(Counted {
                wording: question.wording.clone(),
                high: scores.iter().filter(|score| **score >= 4).count(),
                of: scores.len(),
            });
        }
    }
    all
}

impl Map {
    /// Why there is no summary, where there is none.
    pub fn no_summary(&self) -> Option<String> {
        if !self.summary.is_empty() {
            return None;
        }
        let people = match self.answering {
            0 => "Nobody's own answers are".to_owned(),
            1 => "One person's own answers are".to_owned(),
            n => format!("{n} people's own answers are"),
        };
        Some(format!(
            "{people} written down in these weeks. A summary is told from five people on, as counts: with fewer it would point at persons."
        ))
    }
}

#[cfg(test)]
mod tests;
