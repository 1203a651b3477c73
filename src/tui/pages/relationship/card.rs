//! The card of a relationship: how to work with them, and what the journal knows about them.

use crate::domain::agreement::Observed;
use crate::domain::collective::observed;
use crate::domain::relationship::{Party, Tending};
use crate::domain::trust::Trust;
use crate::domain::view::{Card, EntryLine, SideFigures};
use crate::domain::{Kind, RecordId, context, dates, trend};
use crate::tui::command::{Command, Scope, key, told};
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::pages::trust;
use crate::tui::paint;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// The rows of the card tab.
pub fn rows(card: &Card, trust: &Trust, theirs: bool) -> Vec<Row> {
    let one = &card.relationship;
    let mut rows = vec![Row::heading("How to work with them")];
    rows.push(if one.card.is_empty() {
        Row::under(
            told!("Nothing noted yet. {e} edits the card.", e = Item.Edit),
            DIM,
        )
    } else {
        Row::under(one.card.clone(), TEXT)
    });
    rows.extend(notes(card));
    rows.extend(trust::sections(trust, theirs));
    rows.push(Row::blank());
    rows.push(Row::heading("Facts"));
    rows.extend(
        facts(card)
            .into_iter()
            .map(|(what, words)| fact(what, words)),
    );
    rows.push(Row::blank());
    rows.push(Row::heading(told!(
        "Figures \u{b7} {x} shows why",
        x = About.Explain
    )));
    rows.extend(figures("mine", &card.mine));
    if theirs {
        rows.extend(figures("theirs", &card.theirs));
    } else {
        rows.push(Row::under(
            told!(
                "theirs are folded: you set their deadlines; {v} opens them",
                v = Relationship.OtherSide
            ),
            DIM,
        ));
    }
    if let Some(level) = &card.level {
        // in two lines, so that neither is cut
        let text = level.text();
        let mut parts = text.split("; ").map(str::to_owned);
        rows.extend(parts.next().map(|words| fact("check-ins", words)));
        rows.extend(parts.map(|words| fact("", words)));
    }
    rows.extend(together(card));
    rows.push(Row::blank());
    rows.push(Row::text(
        told!("{e} edits \u{b7} {s} pauses, resumes or archives \u{b7} {a} then {d}, {l}, {h} or {n} writes what is shared, delegated, relied on or needed", e = Item.Edit, s = Item.Settle, a = About.Add, d = Add.AddDisclosure, l = Add.AddDelegation, h = Add.AddShortcut, n = Add.AddNeed),
        DIM,
    ));
    rows
}

/// The context notes, and how old they are.
fn notes(card: &Card) -> Vec<Row> {
    let one = &card.relationship;
    if one.context.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![
        Row::blank(),
        Row::heading("Context, private"),
        Row::under(one.context.clone(), TEXT),
    ];
    if let Some(age) = context::age_text(one, card.as_of) {
        let holds = key(Scope::Settle(Kind::Relationship), Command::ContextHolds);
        let says = told!(
            "{age} {e} edits it; {s} then {holds}: it still holds",
            e = Item.Edit,
            s = Item.Settle
        );
        rows.push(Row::under(says, DIM));
    }
    rows
}

/// What binds besides promises: who of a group is known, agreements, and the misses that name an institution.
fn together(card: &Card) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut part = |heading: String, lines: Vec<Row>| {
        if !lines.is_empty() {
            rows.push(Row::blank());
            rows.push(Row::heading(heading));
            rows.extend(lines);
        }
    };
    if let Some(one) = &card.collective {
        if card.relationship.party == Party::Group {
            let known = one.coverage.known.iter();
            let known =
                known.map(|(id, name)| Row::line(vec![(format!("  {name}"), TEXT)]).about(*id));
            part(one.coverage.text(), known.collect());
            let felt = one.belonging.texts().into_iter();
            part(
                "Belonging, apart from fitting in".to_owned(),
                felt.map(|says| Row::under(says, TEXT)).collect(),
            );
        } else {
            part(
                format!("Excused misses that name it: {}", one.excused.text()),
                one.excused.lines.iter().map(missed).collect(),
            );
        }
    }
    let seen = observed(&card.agreements).map_or_else(String::new, Observed::text);
    let agreements = card.agreements.iter().map(Row::entry);
    part(format!("Agreements: {seen}"), agreements.collect());
    rows
}

/// What a row of the card stands for: which record, its kind and its words.
pub fn chosen(card: &Card, trust: &Trust, id: RecordId) -> Option<(RecordId, Kind, String)> {
    let known = card.collective.iter().flat_map(|one| &one.coverage.known);
    if let Some((_, name)) = known.into_iter().find(|(known, _)| *known == id) {
        return Some((id, Kind::Relationship, name.clone()));
    }
    let missed = card.collective.iter().flat_map(|one| &one.excused.lines);
    let line = card
        .agreements
        .iter()
        .chain(missed)
        .find(|line| line.id == id)
        .or_else(|| trust.line(id))?;
    Some((id, line.kind, line.record.noun().title()))
}

/// An excused miss, with whom it was.
fn missed(line: &EntryLine) -> Row {
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    let day = line.at.day.format("%-d %b %Y").to_string();
    let title = line.record.noun().title();
    let pieces = vec![(format!("  {name}"), STRONG), (format!("  {title}"), TEXT)];
    Row::ends(pieces, day, DIM).about(line.id)
}

fn fact(what: &str, words: String) -> Row {
    Row::line(vec![(format!("  {what:<16}"), DIM), (words, TEXT)])
}

fn facts(card: &Card) -> Vec<(&'static str, String)> {
    let (one, today) = (&card.relationship, card.as_of);
    let day = |day: chrono::NaiveDate| {
        format!(
            "{}, {}",
            dates::short(day, today),
            dates::beside(day, today)
        )
    };
    let tending = match (one.tending, one.paused_until) {
        (Tending::Paused, Some(until)) => format!("paused until {}", dates::short(until, today)),
        (tending, _) => tending.to_string(),
    };
    let gap = match one.gap() {
        0 => "none".to_owned(),
        n if n > 0 => format!("+{n}: they can affect your pay, work or standing"),
        n => format!("{n}: you can affect their pay, work or standing"),
    };
    let mut facts = vec![
        ("kind", one.party.to_string()),
        ("their role", one.role.to_string()),
        ("my role", one.my_role.clone()),
        ("power gap", gap),
        ("teams", one.teams.join(", ")),
        (
            "members",
            one.members.map_or_else(String::new, |n| n.to_string()),
        ),
        ("found as", one.handles.join(", ")),
        ("introduced by", one.introduced.clone()),
        ("since", day(one.since)),
        (
            "cadence",
            format!(
                "every {}",
                paint::counted(usize::from(one.cadence_days()), "day")
            ),
        ),
        ("state", tending),
    ];
    if let Some(held) = card.last_one_on_one {
        facts.push(("last one-on-one", day(held)));
    }
    if let Some(at) = card.next_one_on_one {
        facts.push(("next one-on-one", dates::ahead(at, card.as_of)));
    }
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

fn figures(side: &str, figures: &SideFigures) -> Vec<Row> {
    let mut rows = Vec::new();
    for (side, what, figure) in [
        (side, "kept as agreed", &figures.kept),
        ("", "follow-through", &figures.follow),
    ] {
        let words = format!("{what}: {} \u{b7} {}", figure.counts_text(), figure.text());
        rows.push(fact(side, words));
        // beneath, so that it is not cut
        let arrow = trend::arrow(figure).text();
        if !arrow.is_empty() {
            rows.push(fact("", arrow.to_owned()));
        }
    }
    rows.extend(trend::ask(&figures.kept).map(|says| Row::under(says, TEXT)));
    rows
}
