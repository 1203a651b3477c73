//! The run of this week, the short review at its end, and what went stale while nothing was written.

use std::collections::BTreeSet;

use chrono::{Datelike, Duration, NaiveDate};

use super::Journal;
use crate::assets;
use crate::domain::checkin::{APART, Answer};
use crate::domain::feedback::{Direction, FeedbackSort, FeedbackState};
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::relationship::{Party, Tending};
use crate::domain::review::{
    self, ComingBack, Deed, Good, LATELY, Loose, OFFERED, Review, Run, Seen, Tended, is_stale,
};
use crate::domain::topic::TopicState;
use crate::domain::view::{EntryLine, TodayLine, TodaySort, Window};
use crate::domain::{Kind, Record, RecordId, Side};
use crate::error::Result;

/// How many lines of one sort are looked at: more than anybody goes through, fewer than would slow it.
const ROWS: usize = 200;
/// How many promises and check-ins a thank-you is looked for in.
const GOOD: usize = 50;
/// The day on which the newest return was gone through to its end.
pub(super) const CAME_BACK: &str = "came back";
const MILLIS_OF_A_DAY: i64 = 24 * 60 * 60 * 1000;

impl Journal {
    /// Where the run of this week stands.
    ///
    /// # Errors
    /// When the journal cannot be read; so all of these.
    pub fn run(&self) -> Result<Run> {
        let day = self.day();
        let due = self.checkins_due()?;
        let monday = day - Duration::days(i64::from(day.weekday().num_days_from_monday()));
        let mut seen: BTreeSet<RecordId> = due.iter().map(|(id, _)| *id).collect();
        let mut done = Vec::new();
        for line in self.lately(Kind::CheckIn, "done", monday, ROWS)? {
            if line.record.noun().side() == Some(Side::Mine)
                && let Some((id, name)) = line.who
                && seen.insert(id)
            {
                done.push((id, name));
            }
        }
        done.reverse();
        Ok(Run { due, done })
    }

    /// The short review: what is overdue, whom to invest in, whom to thank.
    pub fn review(&self) -> Result<Review> {
        self.store.read(|| {
            let day = self.day();
            let lines = self.today(ROWS)?.lines.into_iter();
            let promises = [TodaySort::MineDue, TodaySort::TheirsDue];
            let overdue = lines.filter(|line| promises.contains(&line.sort) && line.since < day);
            let seen = Seen {
                as_of: day,
                tended: self.tended(day)?,
                good: self.good(day)?,
            };
            Ok(Review {
                as_of: day,
                run: self.run()?,
                overdue: overdue.map(Loose::from).collect(),
                invest: review::invest(&seen),
                thanks: review::thanks(&seen),
            })
        })
    }

    /// What went stale, whether or not somebody was away.
    pub fn coming_back(&self) -> Result<ComingBack> {
        self.store.read(|| {
            let lines = self.today(ROWS)?.lines;
            Ok(ComingBack {
                as_of: self.day(),
                away_since: self.away_since()?,
                loose: self.stale(lines)?,
            })
        })
    }

    /// The day of the last word before weeks without one, when coming back was not gone through since.
    pub(super) fn away_since(&self) -> Result<Option<NaiveDate>> {
        if self.as_of.is_some() {
            return Ok(None);
        }
        let until = self.clock.millis() - OFFERED * MILLIS_OF_A_DAY;
        let Some(last) = self.store.last_write(until)? else {
            return Ok(None);
        };
        let last = self.clock.local(last).date();
        let returned = self.store.setting(CAME_BACK)?;
        let gone_through = returned
            .and_then(|day| day.parse::<NaiveDate>().ok())
            .is_some_and(|day| day > last);
        let away = !gone_through && review::was_away(last, self.day());
        Ok(away.then_some(last))
    }

    /// The stale ones among the lines of Today, and topics that nobody brought up.
    pub(super) fn stale(&self, lines: Vec<TodayLine>) -> Result<Vec<Loose>> {
        let day = self.day();
        let mut loose = Vec::new();
        for line in lines
            .into_iter()
            .filter(|line| line.sort != TodaySort::OneOnOne)
        {
            let cadence = match line.sort {
                TodaySort::CheckIn => self.cadence(line.id)?,
                _ => 0,
            };
            if is_stale(line.sort, line.since, cadence, day) {
                loose.push(Loose::from(line));
            }
        }
        let topics = Filter::default()
            .and(Ask::Kind(vec![Kind::Topic]))
            .and(Ask::State(vec![TopicState::Open.word()]));
        for line in self.entries(&topics, Window::top(ROWS))?.lines {
            let since = line.record.noun().since().day;
            if is_stale(TodaySort::Feedback, since, 0, day) {
                loose.push(Loose {
                    id: line.id,
                    kind: line.kind,
                    text: line.record.noun().title(),
                    since,
                    due: None,
                    side: line.record.noun().side(),
                    who: line.who,
                });
            }
        }
        Ok(loose)
    }

    fn cadence(&self, who: RecordId) -> Result<u16> {
        let stored = self.stored(who)?;
        Ok(match stored.map(|stored| stored.record) {
            Some(Record::Relationship(one)) => one.cadence_days(),
            _ => 0,
        })
    }

    /// The records of a kind and a state since a day, newest first.
    fn lately(
        &self,
        kind: Kind,
        state: &'static str,
        from: NaiveDate,
        rows: usize,
    ) -> Result<Vec<EntryLine>> {
        let filter = Filter::default()
            .and(Ask::Kind(vec![kind]))
            .and(Ask::State(vec![state]))
            .and(Ask::Day(Span {
                from: Some(from),
                to: Some(self.day()),
            }));
        Ok(self.entries(&filter, Window::top(rows))?.lines)
    }

    fn tended(&self, day: NaiveDate) -> Result<Vec<Tended>> {
        let mut tended = Vec::new();
        for line in self.relationships(false, Window::top(ROWS))?.lines {
            if line.tending != Tending::Active {
                continue;
            }
            let stored = self.stored(line.id)?;
            let Some(Record::Relationship(one)) = stored.map(|stored| stored.record) else {
                continue;
            };
            tended.push(Tended {
                id: line.id,
                name: line.name,
                cadence: one.cadence_days(),
                since: one.since,
                met: self.store.met(line.id, day)?,
            });
        }
        Ok(tended)
    }

    /// What they kept lately, and what I answered with 5.
    fn good(&self, day: NaiveDate) -> Result<Vec<Good>> {
        let from = day - Duration::days(LATELY);
        let mut good = Vec::new();
        let mut lines = self.lately(Kind::Commitment, "kept", from, GOOD)?;
        lines.extend(self.lately(Kind::CheckIn, "done", from, GOOD)?);
        for line in lines {
            let (Some(what), Some((who, name))) = (deed(&line.record), line.who) else {
                continue;
            };
            if !self.is_thanked(who)? {
                continue;
            }
            good.push(Good {
                thanked: self.thanked(who)?,
                day: line.at.day,
                who,
                name,
                what,
            });
        }
        Ok(good)
    }

    /// Whether somebody is there to be thanked: not a process, and not one that rests.
    fn is_thanked(&self, who: RecordId) -> Result<bool> {
        let stored = self.stored(who)?;
        Ok(matches!(
            stored.map(|stored| stored.record),
            Some(Record::Relationship(one))
                if one.tending == Tending::Active && one.party != Party::Institution
        ))
    }

    /// The day of the newest appreciation that was given, or waits to be.
    fn thanked(&self, who: RecordId) -> Result<Option<NaiveDate>> {
        let lines = self.kept(who, Kind::Feedback, FeedbackState::WORDS, GOOD)?;
        let day = |line: EntryLine| match line.record {
            Record::Feedback(one)
                if one.direction == Direction::Given && one.sort == FeedbackSort::Appreciation =>
            {
                Some(one.day)
            }
            _ => None,
        };
        Ok(lines.into_iter().filter_map(day).max())
    }
}

/// What was good about a record, if something was.
fn deed(record: &Record) -> Option<Deed> {
    match record {
        Record::Commitment(one) if one.side == Side::Theirs => Some(Deed::Kept(one.text.clone())),
        Record::CheckIn(one) if one.side == Side::Mine => {
            let full = |a: &&Answer| {
                a.score == Some(5)
                    && !a.as_before
                    && !APART.iter().any(|apart| a.question.starts_with(apart))
            };
            let answer = one.answers.iter().find(full)?;
            Some(Deed::Fully(assets::wording(answer).to_owned()))
        }
        _ => None,
    }
}
