//! The timeline of a relationship: both sides without hindsight, its marks, what lies behind, and what was known on a day.

use chrono::{Duration, NaiveDate};

use super::Journal;
use super::gather::{GATHERED, LEVELLED};
use crate::domain::breach::BreachState;
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::note::NoteSort;
use crate::domain::plan::Stage;
use crate::domain::reliability::{Measure, Rules};
use crate::domain::trend;
use crate::domain::view::{
    EntryLine, From, KnownThen, Mark, MarkSort, Stretch, Timeline, Voices, Window,
};
use crate::domain::{Kind, Record, RecordId, Side, pulse};
use crate::error::Result;

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
            let line = |side| -> Result<_> {
                Ok(trend::timeline(
                    &self.store.promises(who, side)?,
                    Measure::KeptAsAgreed,
                    &days,
                    &rules,
                ))
            };
            let within = Span {
                from: Some(days[0]),
                to: Some(ends),
            };
            Ok(Timeline {
                mine: line(Side::Mine)?,
                theirs: line(Side::Theirs)?,
                bands: self.bands(who, days[0], ends)?,
                days: days.clone(),
                ..self.marks(who, within)?
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
            Ok(KnownThen {
                day,
                mine: self.side(who, Side::Mine, day)?,
                theirs: self.side(who, Side::Theirs, day)?,
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

    /// The marks within some days, and where the nearest ones beyond lie; without points.
    fn marks(&self, who: RecordId, within: Span) -> Result<Timeline> {
        let mut all = self.few_marks(who)?;
        let many = Filter::default()
            .and(Ask::Who(who))
            .and(Ask::Kind(vec![Kind::CheckIn, Kind::Note]))
            .and(Ask::State(vec![
                "done",
                NoteSort::OneOnOne.word(),
                NoteSort::Moment.word(),
            ]));
        let lines = self.all(&many.clone().and(Ask::Day(within)))?;
        all.extend(lines.iter().filter_map(of_line));
        let beyond = |from, to, end| -> Result<_> {
            let filter = many.clone().and(Ask::Day(Span { from, to }));
            let window = Window { from: end, rows: 1 };
            let found = self.entries(&filter, window)?;
            Ok(found.lines.first().map(|line| line.at.day))
        };
        let (first, last) = (
            within.from.unwrap_or_default(),
            within.to.unwrap_or_default(),
        );
        let before = beyond(None, first.pred_opt(), From::Top)?;
        let after = beyond(last.succ_opt(), None, From::Bottom)?;
        let days = || all.iter().map(|mark| mark.day);
        let mark_before = days().filter(|day| *day < first).chain(before).max();
        let mark_after = days().filter(|day| *day > last).chain(after).min();
        all.retain(|mark| first <= mark.day && mark.day <= last);
        all.sort_by_key(|mark| (mark.day, mark.sort, mark.id));
        Ok(Timeline {
            marks: all,
            mark_before,
            mark_after,
            ..Timeline::default()
        })
    }

    /// The marks of which no relationship has many: breaches and repairs, whenever they were.
    fn few_marks(&self, who: RecordId) -> Result<Vec<Mark>> {
        let mut marks = Vec::new();
        let breaches = self.kept(who, Kind::Breach, BreachState::WORDS, GATHERED)?;
        marks.extend(breaches.iter().filter_map(of_line));
        for line in self.kept(who, Kind::Plan, Stage::WORDS, GATHERED)? {
            if let Record::Plan(one) = &line.record {
                marks.push(mark(&line, one.opened, MarkSort::RepairOpened));
                marks.extend(
                    one.closed
                        .map(|day| mark(&line, day, MarkSort::RepairClosed)),
                );
            }
        }
        Ok(marks)
    }

    /// What lies behind some days.
    fn bands(&self, _: RecordId, _: NaiveDate, _: NaiveDate) -> Result<Vec<Stretch>> {
        Ok(Vec::new())
    }
}

fn mark(line: &EntryLine, day: NaiveDate, sort: MarkSort) -> Mark {
    Mark {
        day,
        sort,
        id: line.id,
        text: line.record.noun().title(),
    }
}

/// The mark of a record that is one mark.
fn of_line(line: &EntryLine) -> Option<Mark> {
    let sort = match &line.record {
        Record::Breach(one) => MarkSort::Breach(one.severity),
        Record::CheckIn(_) => MarkSort::CheckIn,
        Record::Note(one) => match one.sort {
            NoteSort::OneOnOne => MarkSort::OneOnOne,
            NoteSort::Moment => MarkSort::Moment,
            NoteSort::Note => return None,
        },
        _ => return None,
    };
    Some(mark(line, line.at.day, sort))
}
