//! The review at the end of a run and what went stale, as JSON.

use serde_json::json;

use super::{Json, day, list, maybe_who, who};
use crate::domain::review::{ComingBack, Loose, Review, Suggestion};

/// The review: `{as_of, done, due, overdue, invest, thanks}`.
pub fn review(one: &Review) -> Json {
    json!({
        "as_of": day(Some(one.as_of)),
        "done": list(&one.run.done, |(id, name)| who(*id, name)),
        "due": list(&one.run.due, |(id, name)| who(*id, name)),
        "overdue": list(&one.overdue, loose),
        "invest": one.invest.as_ref().map(suggestion),
        "thanks": one.thanks.as_ref().map(suggestion),
    })
}

/// What went stale: `{as_of, away_since, loose}`.
pub fn coming_back(one: &ComingBack) -> Json {
    json!({
        "as_of": day(Some(one.as_of)),
        "away_since": day(one.away_since),
        "loose": list(&one.loose, loose),
    })
}

fn loose(one: &Loose) -> Json {
    json!({
        "id": one.id.to_string(),
        "short": one.id.short(),
        "kind": one.kind.word(),
        "who": maybe_who(one.who.as_ref()),
        "text": one.text,
        "since": day(Some(one.since)),
        "due": day(one.due),
        "side": one.side.map(crate::domain::Side::word),
    })
}

fn suggestion(one: &Suggestion) -> Json {
    json!({"who": who(one.who, &one.name), "reason": one.reason})
}
