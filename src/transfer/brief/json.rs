//! A brief as JSON: what leaves, and nothing of what stays.

use serde_json::{Value, json};

use crate::domain::brief::{Brief, Chart, Line, Section};
use crate::domain::text::line as clean;
use crate::transfer::timeline;
use crate::wire::json as wire;

/// A brief as JSON, ending with a line end.
pub fn json(brief: &Brief) -> String {
    wire::written(&value(brief), true) + "\n"
}

/// A brief as a JSON value: `name`, `team` (whether it is about one), `audience`, `heading`, `since`, `as_of`, `first_line`, `sections` of `word`, `title`
/// and `lines` (`key`, `text`), and `timeline` (null where it does not leave) with what each side says in words.
pub fn value(brief: &Brief) -> Value {
    let sections: Vec<_> = brief.told().map(section).collect();
    json!({
        "first_line": brief.first_line,
        "name": clean(&brief.name),
        "team": brief.team,
        "audience": brief.audience.word(),
        "heading": clean(&brief.heading()),
        "since": brief.since.to_string(),
        "as_of": brief.as_of.to_string(),
        "timeline": super::told_chart(brief).as_ref().map(chart),
        "sections": sections,
    })
}

fn section(one: &Section) -> Value {
    let line = |line: &Line| json!({ "key": line.key, "text": clean(&line.text) });
    let lines: Vec<_> = one.told().map(line).collect();
    json!({ "word": one.word, "title": clean(&one.title), "lines": lines })
}

fn chart(chart: &Chart) -> Value {
    let mut told = chart.timeline.clone();
    if chart.card.folded {
        told.theirs.clear();
    }
    let glance = timeline::glance(&told, &chart.card, 0);
    let sides: Vec<_> = glance
        .into_iter()
        .map(|(whose, _, says)| json!({ "whose": whose, "says": says }))
        .collect();
    let name = clean(&chart.card.relationship.name);
    let mut value = wire::timeline(chart.card.id, &name, &told);
    if let Value::Object(pairs) = &mut value {
        pairs.insert("sides".to_owned(), Value::Array(sides));
    }
    value
}
