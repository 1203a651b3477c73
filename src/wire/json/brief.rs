//! A brief before it leaves, as JSON: every line that could, with its key.

use serde_json::json;

use super::{Json, day};
use crate::domain::brief::{Brief, CHART, Line, May, Mention, Section};

/// A brief to be picked from: `sections` with their `word` and whether they are `picked`, each line with its `key`,
/// whether it is `private` and whether it `leaves`; the timeline; and who is named in what leaves.
pub fn brief(one: &Brief, mentions: &[Mention]) -> Json {
    let chart = one.chart.as_ref().map(|chart| {
        json!({
            "key": CHART,
            "both_sides": chart.both,
            "private": chart.may == May::Ticked,
            "leaves": chart.ticked,
        })
    });
    json!({
        "name": one.name,
        "team": one.team,
        "audience": one.audience.word(),
        "since": day(Some(one.since)),
        "as_of": day(Some(one.as_of)),
        "first_line": one.first_line,
        "sections": one.sections.iter().map(section).collect::<Vec<_>>(),
        "timeline": chart,
        "mentions": mentions.iter().map(mention).collect::<Vec<_>>(),
    })
}

fn section(one: &Section) -> Json {
    let line = |line: &Line| {
        json!({
            "key": line.key,
            "record": line.record.map(|id| id.to_string()),
            "text": line.text,
            "private": line.may == May::Ticked,
            "leaves": one.picked && line.ticked,
        })
    };
    json!({
        "word": one.word,
        "title": one.title,
        "picked": one.picked,
        "lines": one.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn mention(one: &Mention) -> Json {
    let alias = (!one.alias.is_empty()).then_some(&one.alias);
    json!({
        "id": one.who.to_string(),
        "name": one.name,
        "alias": alias,
        "times": one.times,
    })
}
