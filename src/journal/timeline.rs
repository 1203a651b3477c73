//! The timeline of a relationship: both sides without hindsight, its marks, what lies behind, and what was known on a day.

use chrono::{Duration, NaiveDate};

use super::Journal;
use super::gather::{GATHERED, LEVELLED};
use crate::domain::breach::BreachState;
use crate::domain::disclosure::Response;
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::note::NoteSort;
use crate::domain::plan::Stage;
use crate::domain::relationship::Relationship;
use crate::domain::reliability::{Measure, Rules};
use crate::domain::trend;
use crate::domain::view::{EntryLine, KnownThen, Mark, MarkSort, Stretch, Timeline, Voices};
use crate::domain::{Kind, Record, RecordId, Side, pulse};
use crate::error::Result;

/// The kinds that put marks on a timeline of which no relationship has many, with their states; notes and check-ins,
/// of which there may be many, are asked for by their days.
const FEW: &[(Kind, &[&str])] = &[
    (Kind::Breach, BreachState::WORDS),
    (Kind::Plan, Stage::WORDS),
    (Kind::Agreement, &["standing", "breached", "ended"]),
    (Kind::Disclosure, Response::WORDS),
];

/// The kinds and states that a relationship has many of, so that only those within the days are read.
const MANY: &[(Kind, &str)] = &[
    (Kind::CheckIn, "done"),
    (Kind::Note, NoteSort::WORDS[1]),
    (Kind::Note, NoteSort::WORDS[2]),
];

/// The nearest days before and after some days, where there are any.
type Beside = (Option<NaiveDate>, Option<NaiveDate>);

/// At most so many points: more than any screen has columns.
const MOST: usize = 2_000;

impl Journal {
    /// The timeline of a relationship: `points` days, `step` days apart, the last one `ends`.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn timeline(
        &self,
        who: RecordId,
        ends: NaiveDate,
        step: i64,
        points: usize,
    ) -> Result<Timeline> {
        let ends = ends.min(self.day());
        let back = |n: usize| ends - Duration::days(step.max(1) * i64::try_from(n).unwrap_or(0));
        let days: Vec<_> = (0..points.clamp(1, MOST)).rev().map(back).collect();
        let rules = Rules::default();
        self.store.read(|| {
            let (_, one) = self.relationship(who)?;
            // frozen figures stand still from the day on which they froze
            let frozen = one.frozen();
            let looked_at: Vec<_> = days
                .iter()
                .map(|day| frozen.map_or(*day, |froze| froze.min(*day)))
                .collect();
            let line = |side| -> Result<_> {
                let promises = self.store.promises(who, side)?;
                let measure = Measure::KeptAsAgreed;
                let mut points = trend::timeline(&promises, measure, &looked_at, &rules);
                for (point, day) in points.iter_mut().zip(&days) {
                    point.day = *day;
                }
                Ok(points)
            };
            let within = Span {
                from: Some(days[0]),
                to: Some(ends),
            };
            Ok(Timeline {
                mine: line(Side::Mine)?,
                theirs: line(Side::Theirs)?,
                bands: self.bands(who, &one, within)?,
                days: days.clone(),
                ..self.marks(who, &one, within)?
            })
        })
    }

    /// What could have been known of both sides on a day.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn known_then(&self, who: RecordId, day: NaiveDate) -> Result<KnownThen> {
        let day = day.min(self.day());
        self.store.read(|| {
            let (_, one) = self.relationship(who)?;
            let as_of = one.frozen().map_or(day, |froze| froze.min(day));
            Ok(KnownThen {
                day,
                mine: self.side(who, Side::Mine, as_of)?,
                theirs: self.side(who, Side::Theirs, as_of)?,
            })
        })
    }

    /// What the level of my check-ins with somebody is made of.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn voices(&self, who: RecordId) -> Result<Voices> {
        let lines = self.kept(who, Kind::CheckIn, &["done"], LEVELLED)?;
        let mut ids = Vec::new();
        let mut scores = Vec::new();
        for line in lines {
            if let Record::CheckIn(one) = line.record
                && one.side == Side::Mine
            {
                ids.push(line.id);
                scores.push((one.day, one.scores()));
            }
        }
        let voices = pulse::voices(&scores, self.day());
        Ok(Voices {
            level: pulse::level(&scores, self.day()),
            voices: voices.into_iter().map(|one| (ids[one.nth], one)).collect(),
        })
    }

    /// The records of one kind and state within some days, and the nearest days beyond on which one stands.
    fn kept_around(
        &self,
        who: RecordId,
        kind: Kind,
        state: &str,
        within: (NaiveDate, NaiveDate),
    ) -> Result<(Vec<EntryLine>, Beside)> {
        if self.as_of.is_none() {
            let rows = self.store.kept_within(who, kind, state, within)?;
            let beside = self.store.kept_beside(who, kind, state, within)?;
            return Ok((self.lines(rows), beside));
        }
        let mut lines = self.kept(who, kind, &[state], usize::MAX)?;
        let days = || lines.iter().map(|line| line.at.day);
        let beside = (
            days().filter(|day| *day < within.0).max(),
            days().filter(|day| *day > within.1).min(),
        );
        lines.retain(|line| (within.0..=within.1).contains(&line.at.day));
        Ok((lines, beside))
    }

    /// The marks within some days, and where the nearest ones beyond lie; without points.
    fn marks(&self, who: RecordId, one: &Relationship, within: Span) -> Result<Timeline> {
        let mut all = Vec::new();
        for (kind, states) in FEW {
            all.extend(
                self.kept(who, *kind, states, GATHERED)?
                    .iter()
                    .flat_map(of_line),
            );
        }
        all.extend(one.roles.iter().map(|change| Mark {
            day: change.on,
            sort: MarkSort::RoleChange,
            id: who,
            text: format!("{} until then", change.from),
        }));
        let (first, last) = (
            within.from.unwrap_or_default(),
            within.to.unwrap_or_default(),
        );
        let (mut before, mut after) = (None, None);
        for (kind, state) in MANY {
            let (lines, beside) = self.kept_around(who, *kind, state, (first, last))?;
            all.extend(lines.iter().flat_map(of_line));
            before = before.max(beside.0);
            after = after.into_iter().chain(beside.1).min();
        }
        let days = || all.iter().map(|mark| mark.day);
        let mark_before = days().filter(|day| *day < first).chain(before).max();
        let mark_after = days()
            .filter(|day| *day > last && *day <= self.day())
            .chain(after)
            .min();
        all.retain(|mark| first <= mark.day && mark.day <= last);
        all.sort_by_key(|mark| (mark.day, mark.sort, mark.id));
        Ok(Timeline {
            marks: all,
            mark_before,
            mark_after,
            ..Timeline::default()
        })
    }

    /// What lies behind some days: bands of theirs and of everybody, each role since it changed, and a pause.
    fn bands(&self, who: RecordId, one: &Relationship, within: Span) -> Result<Vec<Stretch>> {
        let filter = Filter::default().and(Ask::Kind(vec![Kind::Band]));
        let lines = self.all(&filter)?;
        let told = lines.into_iter().filter_map(|line| match line.record {
            Record::Band(band) if band.concerns(who) => Some(Stretch {
                from: band.from,
                to: band.to,
                sort: band.sort.word(),
                text: band.text,
                id: line.id,
                kind: Kind::Band,
            }),
            _ => None,
        });
        let of_theirs = |from, to, sort, text| Stretch {
            from,
            to,
            sort,
            text,
            id: who,
            kind: Kind::Relationship,
        };
        let roles = one.roles.iter().enumerate().map(|(n, change)| {
            let next = one.roles.get(n + 1);
            let role = next.map_or(one.role, |next| next.from);
            let to = next.and_then(|next| next.on.pred_opt());
            of_theirs(change.on, to, "role", role.to_string())
        });
        let frozen = one
            .frozen()
            .map(|from| of_theirs(from, None, one.tending.word(), "figures frozen".to_owned()));
        let mut bands: Vec<_> = told.chain(roles).chain(frozen).collect();
        bands.retain(|band| {
            within.to.is_none_or(|to| band.from <= to)
                && within
                    .from
                    .is_none_or(|from| band.to.is_none_or(|to| to >= from))
        });
        bands.sort_by_key(|band| (band.from, band.kind));
        Ok(bands)
    }
}

/// The marks that one record puts on a timeline.
fn of_line(line: &EntryLine) -> Vec<Mark> {
    let noun = line.record.noun();
    let marks = noun.marks().into_iter();
    marks
        .map(|(day, sort)| Mark {
            day,
            sort,
            id: line.id,
            text: noun.title(),
        })
        .collect()
}
