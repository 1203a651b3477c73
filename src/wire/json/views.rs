//! What the journal's questions bring back, as JSON.

use serde_json::json;

use super::{Json, collective, day, entry, fields, folded, level, list, maybe_who, side, text};
use crate::domain::line::Understood;
use crate::domain::trend::Point;
use crate::domain::trust::Trust;
use crate::domain::unfinished::Unfinished;
use crate::domain::view::{
    Card, CheckInSheet, Mark, MarkSort, RelationshipLine, Stretch, Timeline, Today, TodayLine,
    TodaySort,
};
use crate::domain::{Record, RecordId};

/// Today: `{lines, more, soon}`.
pub fn today(one: &Today) -> Json {
    json!({
        "lines": list(&one.lines, today_line),
        "more": one.more,
        "soon": list(&one.soon, today_line),
        "any_relationship": one.any_relationship,
        "away_since": day(one.away_since),
        "unfinished": list(&one.drafts, draft),
    })
}

/// A draft: what it is and when it was typed, not a word of it.
pub fn draft(one: &Unfinished) -> Json {
    json!({
        "place": one.place,
        "what": one.says,
        "at": one.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "fields": one.fields,
    })
}

fn today_line(one: &TodayLine) -> Json {
    json!({
        "sort": today_sort(one.sort),
        "id": one.id.to_string(),
        "short": one.id.short(),
        "who": maybe_who(one.who.as_ref()),
        "text": one.text,
        "since": day(Some(one.since)),
        "due": one.due.map(|due| due.to_string()),
        "side": one.side.map(crate::domain::Side::word),
    })
}

fn today_sort(sort: TodaySort) -> &'static str {
    match sort {
        TodaySort::Unfinished => "unfinished check-in",
        TodaySort::CheckIn => "check-in due",
        TodaySort::OneOnOne => "one-on-one to come",
        other => other.word(),
    }
}

/// A line of the relationships; no figure in it, on purpose.
pub fn relationship_line(one: &RelationshipLine) -> Json {
    json!({
        "id": one.id.to_string(),
        "short": one.id.short(),
        "name": one.name,
        "party": one.party.word(),
        "role": one.role.word(),
        "tending": one.tending.word(),
        "last_contact": day(one.last_contact),
        "checkin_due": day(one.checkin_due),
        "attention": day(one.attention),
        "mine_open": one.mine_open,
        "theirs_open": one.theirs_open,
        "weeks": one.weeks,
        "repairs": one.repairs,
    })
}

/// A relationship at a glance: my side first, each side with both figures; then what stands in trust.
pub fn card(one: &Card, trust: &Trust) -> Json {
    json!({
        "id": one.id.to_string(),
        "short": one.id.short(),
        "kind": "relationship",
        "name": one.relationship.name,
        "as_of": day(Some(one.as_of)),
        "mine": side(&one.mine),
        "theirs": folded(side(&one.theirs), one.folded),
        "last_contact": day(one.last_contact),
        "last_one_on_one": day(one.last_one_on_one),
        "next_one_on_one": one.next_one_on_one.map(|at| at.to_string()),
        "checkin_due": day(one.checkin_due),
        "level": one.level.as_ref().map(level),
        "open": list(&one.open, entry),
        "repairs": list(&one.repairs, entry),
        "agreements": list(&one.agreements, entry),
        "collective": one.collective.as_ref().map(|c| collective(c, &one.agreements)),
        "trust": super::trust(trust),
        "fields": fields(&Record::Relationship(one.relationship.clone())),
    })
}

/// The timeline of a relationship, whose name is given: points of both sides, and the marks.
pub fn timeline(id: RecordId, name: &str, one: &Timeline) -> Json {
    json!({
        "who": super::who(id, name),
        "mine": list(&one.mine, point),
        "theirs": list(&one.theirs, point),
        "marks": list(&one.marks, mark),
        "bands": list(&one.bands, band),
    })
}

fn band(one: &Stretch) -> Json {
    json!({
        "from": day(Some(one.from)),
        "to": day(one.to),
        "sort": one.sort,
        "kind": one.kind.word(),
        "id": one.id.to_string(),
        "short": one.id.short(),
        "text": one.text,
    })
}

fn point(one: &Point) -> Json {
    json!({
        "day": day(Some(one.day)),
        "mean": one.mean,
        "lo": one.lo,
        "hi": one.hi,
        "show": one.show.word(),
    })
}

fn mark(one: &Mark) -> Json {
    let (sort, severity) = match one.sort {
        MarkSort::Breach(severity) => ("breach", Some(severity)),
        MarkSort::RepairOpened => ("repair opened", None),
        MarkSort::RepairClosed => ("repair closed", None),
        MarkSort::RoleChange => ("role change", None),
        MarkSort::AgreementBreached => ("agreement breached", None),
        MarkSort::Disclosure(_) => ("disclosure", None),
        MarkSort::OneOnOne => ("one-on-one", None),
        MarkSort::CheckIn => ("check-in", None),
        MarkSort::Moment => ("moment", None),
    };
    let depth = match one.sort {
        MarkSort::Disclosure(depth) => Some(depth),
        _ => None,
    };
    json!({
        "day": day(Some(one.day)),
        "sort": sort,
        "severity": severity,
        "depth": depth,
        "id": one.id.to_string(),
        "short": one.id.short(),
        "text": one.text,
    })
}

/// What a check-in asks, with last time's answers beside each question.
pub fn checkin_sheet(one: &CheckInSheet) -> Json {
    let last = |code: &str| {
        let answer = one.last.as_ref().and_then(|last| last.answer(code))?;
        Some(json!({"score": answer.score, "sentence": answer.sentence}))
    };
    let now = |code: &str| {
        let (_, _, begun) = one.unfinished.as_ref()?;
        let answer = begun.answer(code)?;
        Some(json!({"score": answer.score, "sentence": answer.sentence}))
    };
    json!({
        "who": super::who(one.card.id, &one.card.relationship.name),
        "level": one.card.level.as_ref().map(level),
        "trouble": one.trouble,
        "pack": one.pack.role.word(),
        "version": one.pack.version,
        "questions": list(&one.questions, |q| json!({
            "code": q.code, "facet": q.facet, "wording": q.wording, "built_in": q.built_in,
            "last": last(&q.code), "now": now(&q.code),
        })),
        "last_day": day(one.last.as_ref().map(|last| last.day)),
        "unfinished": one.unfinished.as_ref().map(|(id, ..)| id.to_string()),
        "fell_due": list(&one.fell_due, entry),
    })
}

/// A line understood as a commitment.
pub fn understood(one: &Understood) -> Json {
    json!({
        "echo": one.echo,
        "missing": list(&one.missing, |name| text(name)),
        "fields": fields(&Record::Commitment(one.commitment.clone())),
    })
}
