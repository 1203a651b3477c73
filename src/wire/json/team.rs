//! Teams as JSON: coverage and change, counts, agreements; no figure of anybody.

use serde_json::json;

use super::collective::observed;
use super::{Json, day, entry, list, who};
use crate::domain::RecordId;
use crate::domain::agreement::Observed;
use crate::domain::collective::{Coverage, agreements};
use crate::domain::team::{Cell, Team, TeamLine};

/// A line of the list of teams.
pub fn team_line(one: &TeamLine) -> Json {
    json!({
        "name": one.name,
        "group": group(one.group),
        "coverage": coverage(&one.coverage),
    })
}

/// A team: its people by name, the map by people and by weeks, agreements, institutions, and a summary or why none.
pub fn team(one: &Team) -> Json {
    let map = &one.map;
    let facets: Vec<_> = map
        .facets
        .iter()
        .enumerate()
        .map(|(n, facet)| {
            json!({
                "facet": facet,
                "people": list(&map.people[n], cell),
                "weeks": list(&map.in_weeks[n], cell),
            })
        })
        .collect();
    json!({
        "name": one.name,
        "as_of": day(Some(one.as_of)),
        "group": group(one.group),
        "coverage": coverage(&one.coverage),
        "people": list(&one.members, |member| json!({
            "who": who(member.id, &member.name), "checkin_due": day(member.due),
        })),
        "held": map.held,
        "weeks": list(&map.weeks, |week| day(Some(*week))),
        "facets": facets,
        "answering": map.answering,
        "summary": list(&map.summary, |told| json!({
            "question": told.wording, "answered_4_or_5": told.high, "of": told.of,
        })),
        "no_summary": map.no_summary(),
        "agreements": list(&one.agreements, entry),
        "observed": observed(Observed::of(agreements(&one.agreements))),
        "institutions": list(&one.institutions, |one| json!({
            "who": who(one.id, &one.name), "excused_in_60_days": one.recent, "excused_in_all": one.all,
        })),
    })
}

fn cell(one: &Cell) -> Json {
    json!({"answered": one.answered, "moved": one.moved.word()})
}

fn group(id: Option<RecordId>) -> Json {
    id.map_or(
        Json::Null,
        |id| json!({"id": id.to_string(), "short": id.short()}),
    )
}

fn coverage(one: &Coverage) -> Json {
    json!({
        "known": one.known.len(),
        "members": one.members,
        "who": list(&one.known, |(id, name)| who(*id, name)),
    })
}
