//! Notices and a day in numbers as JSON.

use chrono::NaiveDateTime;
use serde_json::json;

use super::Json;
use crate::domain::notice::{Notice, Tally};

/// What is told: `{title, body, suggested}`.
pub fn notice(one: &Notice) -> Json {
    json!({"title": one.title, "body": one.body, "suggested": one.nudge})
}

/// What is told now, and when the next of the day would be: `{told, next, quiet_until}`.
pub fn notices(told: &[Notice], next: Option<NaiveDateTime>, quiet: Option<NaiveDateTime>) -> Json {
    let time = |at: Option<NaiveDateTime>| at.map(|at| at.format("%Y-%m-%dT%H:%M").to_string());
    json!({
        "told": super::list(told, notice),
        "next": time(next),
        "quiet_until": time(quiet),
    })
}

/// A day in numbers: `{line, count, due, over, one_on_ones, more}`.
pub fn tally(tally: &Tally) -> Json {
    let one = |(name, time): &(String, Option<chrono::NaiveTime>)| {
        let time = time.map(|time| time.format("%H:%M").to_string());
        json!({"with": name, "time": time})
    };
    json!({
        "line": tally.says(false),
        "count": tally.count(),
        "due": tally.due,
        "over": tally.over,
        "one_on_ones": super::list(&tally.one_on_ones, one),
        "more": tally.more,
    })
}
