//! The periods behind a relationship's chart: bands that concern it, and what they were to me before and after a change.

use chrono::{Days, NaiveDate};

use super::Journal;
use super::gather::BATCH;
use crate::domain::filter::{Ask, Filter, Span};
use crate::domain::relationship::{Relationship, Role};
use crate::domain::view::{Period, PeriodSort, Window};
use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;

impl Journal {
    /// The periods that reach into a span of days, the one that began first first.
    pub(super) fn periods(
        &self,
        who: RecordId,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Period>> {
        let began = Span {
            from: None,
            to: Some(to),
        };
        let filter = Filter::default()
            .and(Ask::Kind(vec![Kind::Band]))
            .and(Ask::Day(began));
        let bands = self.entries(&filter, Window::top(BATCH))?.lines;
        let mut periods: Vec<_> = bands
            .into_iter()
            .filter_map(|line| match line.record {
                Record::Band(band) if band.concerns(who) => Some(Period {
                    from: band.from,
                    to: band.to,
                    sort: PeriodSort::Band(band.sort),
                    text: band.text,
                    id: line.id,
                }),
                _ => None,
            })
            .collect();
        let (_, relationship) = self.relationship(who)?;
        periods.extend(roles(who, &relationship));
        periods.retain(|one| one.from <= to && one.to.is_none_or(|last| from <= last));
        periods.sort_by_key(|one| (one.from, one.to));
        Ok(periods)
    }
}

/// Each role between two changes; none while it never changed.
fn roles(who: RecordId, one: &Relationship) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut from = one.since;
    for change in &one.roles {
        let role = change.from;
        periods.push((from, change.on.checked_sub_days(Days::new(1)), role));
        from = change.on;
    }
    if !periods.is_empty() {
        periods.push((from, None, one.role));
    }
    let period = |(from, to, role): (_, _, Role)| Period {
        from,
        to,
        sort: PeriodSort::Role(role),
        text: role.word().to_owned(),
        id: who,
    };
    periods.into_iter().map(period).collect()
}
