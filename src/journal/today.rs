//! The lines of Today: what waits, and the check-ins that are due.

use chrono::NaiveDate;

use crate::domain::view::{TodayLine, TodaySort};
use crate::domain::{Kind, Record, RecordId};
use crate::store::Row;

/// A record that waits, as a line of Today.
pub(super) fn today_line(row: Row, day: NaiveDate) -> Option<TodayLine> {
    let noun = row.stored.record.noun();
    let asks = match &row.stored.record {
        Record::Agreement(one) => one.asks(day),
        _ => None,
    };
    let sort = noun.part()?;
    let attention = noun.attention()?;
    Some(TodayLine {
        sort,
        id: row.stored.id,
        kind: noun.kind(),
        who: row.who,
        text: asks.map_or_else(|| noun.waits(), |asks| format!("{asks}: {}", noun.title())),
        // it shows the day before, and waits for a word from its own day on
        since: match noun.due() {
            Some(at) if sort == TodaySort::OneOnOne => at.day,
            _ => attention,
        },
        due: noun.due(),
        side: noun.side(),
    })
}

/// Whether a check-in with somebody waits half-way already: one prompt for each is enough.
pub(super) fn is_begun(lines: &[TodayLine], who: RecordId) -> bool {
    lines.iter().any(|line| {
        line.sort == TodaySort::Unfinished && line.who.as_ref().is_some_and(|(id, _)| *id == who)
    })
}

pub(super) fn checkin_line(who: RecordId, name: String, since: NaiveDate) -> TodayLine {
    TodayLine {
        sort: TodaySort::CheckIn,
        id: who,
        kind: Kind::Relationship,
        who: Some((who, name)),
        text: "check-in".to_owned(),
        since,
        due: None,
        side: None,
    }
}
