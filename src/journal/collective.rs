//! What stands for a group or an institution: who of it is known, how belonging was felt, which misses name it.

use chrono::{Duration, NaiveDate};

use super::Journal;
use super::gather::{GATHERED, LEVELLED};
use crate::domain::checkin::CheckIn;
use crate::domain::collective::{
    BELONGING, Belonging, Collective, Coverage, ExcusedMisses, FITTING_IN, RECENT_DAYS,
};
use crate::domain::filter::{Ask, Filter};
use crate::domain::pulse::{self, Level};
use crate::domain::relationship::{Party, Relationship, Tending};
use crate::domain::view::{EntryLine, Window};
use crate::domain::{Kind, Record, RecordId, text};
use crate::error::Result;

/// How many excused misses are listed.
const LISTED: usize = 50;

impl Journal {
    /// What stands for a group or an institution; `None` for a person.
    pub(super) fn collective(
        &self,
        who: RecordId,
        one: &Relationship,
    ) -> Result<Option<Collective>> {
        let day = self.day();
        Ok(match one.party {
            Party::Person => None,
            Party::Group => Some(Collective {
                coverage: Coverage {
                    known: self.known_of(one)?,
                    members: one.members,
                },
                belonging: self.belonging(who, day)?,
                ..Collective::default()
            }),
            Party::Institution => Some(Collective {
                excused: self.excused_by(who, day)?,
                ..Collective::default()
            }),
        })
    }

    /// The agreements of a relationship that stand, those with a breach that waits first.
    pub(super) fn agreements(&self, who: RecordId) -> Result<Vec<EntryLine>> {
        let mut lines = self.kept(who, Kind::Agreement, &["standing", "breached"], GATHERED)?;
        lines.sort_by_key(|line| line.state != "breached");
        Ok(lines)
    }

    /// The persons of active relationships whose teams name a group, by its name or a handle of it; by name.
    fn known_of(&self, group: &Relationship) -> Result<Vec<(RecordId, String)>> {
        let mut words: Vec<_> = std::iter::once(&group.name)
            .chain(&group.handles)
            .map(|word| text::fold(word))
            .collect();
        words.sort_unstable();
        words.dedup();
        let mut known = Vec::new();
        for word in words.iter().filter(|word| !word.is_empty()) {
            known.extend(
                self.members_of(word)?
                    .into_iter()
                    .map(|(id, one)| (id, one.name)),
            );
        }
        known.sort_by_key(|(id, name)| (text::fold(name), *id));
        known.dedup_by_key(|(id, _)| *id);
        Ok(known)
    }

    /// The persons of active relationships whose teams hold a word.
    pub(super) fn members_of(&self, team: &str) -> Result<Vec<(RecordId, Relationship)>> {
        let filter = Filter::default()
            .and(Ask::Tag(team.to_owned()))
            .and(Ask::Kind(vec![Kind::Relationship]))
            .and(Ask::State(vec![Tending::Active.word()]));
        let found = self.entries(&filter, Window::top(GATHERED))?.lines;
        let persons = found.into_iter().filter_map(|line| match line.record {
            Record::Relationship(one) if one.party == Party::Person => Some((line.id, one)),
            _ => None,
        });
        Ok(persons.collect())
    }

    fn belonging(&self, who: RecordId, day: NaiveDate) -> Result<Belonging> {
        let checkins = self.checkins(who, LEVELLED)?;
        let packs = self.packs().packs;
        let facet = |facet: &str| {
            let codes: Vec<_> = packs
                .iter()
                .flat_map(|pack| &pack.questions)
                .filter(|question| question.facet == facet)
                .map(|question| question.code.as_str())
                .collect();
            level(&checkins, &codes, day)
        };
        Ok(Belonging {
            belonging: facet(BELONGING),
            fitting_in: facet(FITTING_IN),
        })
    }

    /// The excused misses that name an institution, counted and the newest of them listed.
    pub(super) fn excused_by(&self, process: RecordId, day: NaiveDate) -> Result<ExcusedMisses> {
        let since = day - Duration::days(RECENT_DAYS);
        if self.as_of.is_none() {
            let (recent, all) = self.store.excused_counts(process, since)?;
            let rows = self
                .store
                .kept(process, Kind::Commitment, "excused", LISTED)?;
            let lines = self.lines(rows);
            return Ok(ExcusedMisses { recent, all, lines });
        }
        let filter = Filter::default().and(Ask::Kind(vec![Kind::Commitment]));
        let mut lines = self
            .entries_as_of(&filter, Window::top(usize::MAX), day)?
            .lines;
        lines.retain(|line| match &line.record {
            Record::Commitment(one) => line.state == "excused" && one.process == Some(process),
            _ => false,
        });
        let recent = lines.iter().filter(|line| line.at.day > since).count();
        let all = lines.len();
        lines.truncate(LISTED);
        Ok(ExcusedMisses { recent, all, lines })
    }
}

/// The level of some questions alone; what did not come up is left out.
fn level(checkins: &[CheckIn], codes: &[&str], day: NaiveDate) -> Option<Level> {
    let scores = |one: &CheckIn| {
        let asked = codes.iter().filter_map(|code| one.answer(code));
        asked.map(|answer| answer.score).collect::<Vec<_>>()
    };
    let heard: Vec<_> = checkins.iter().map(|one| (one.day, scores(one))).collect();
    pulse::level(&heard, day)
}
