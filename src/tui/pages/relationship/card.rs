//! The card of a relationship: how to work with them, and what the journal knows about them.

use crate::domain::relationship::Tending;
use crate::domain::view::{Card, SideFigures};
use crate::domain::{context, dates};
use crate::tui::pages::outline::{Ink, Row};
use crate::tui::paint;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;

/// The rows of the card tab.
pub fn rows(card: &Card, theirs: bool) -> Vec<Row> {
    let one = &card.relationship;
    let mut rows = vec![Row::heading("How to work with them")];
    rows.push(if one.card.is_empty() {
        Row::under("Nothing noted yet. e edits the card.", DIM)
    } else {
        Row::under(one.card.clone(), TEXT)
    });
    if !one.context.is_empty() {
        rows.push(Row::blank());
        rows.push(Row::heading("Context, private"));
        rows.push(Row::under(one.context.clone(), TEXT));
        if let Some(age) = context::age_text(one, card.as_of) {
            rows.push(Row::under(
                format!("{age} e edits it; s then c: it still holds"),
                DIM,
            ));
        }
    }
    rows.push(Row::blank());
    rows.push(Row::heading("Facts"));
    rows.extend(
        facts(card)
            .into_iter()
            .map(|(what, words)| fact(what, words)),
    );
    rows.push(Row::blank());
    rows.push(Row::heading("Figures \u{b7} x shows why"));
    rows.extend(figures("mine", &card.mine));
    if theirs {
        rows.extend(figures("theirs", &card.theirs));
    } else {
        rows.push(Row::under(
            "theirs are folded: you set their deadlines; v opens them",
            DIM,
        ));
    }
    if let Some(level) = card.level.filter(|level| level.shown) {
        let moved = if level.moved {
            "; the newest differs by more than noise"
        } else {
            ""
        };
        rows.push(fact(
            "check-ins",
            format!(
                "level {:.0} of 100 over {}{moved}",
                level.level,
                paint::counted(level.n, "check-in")
            ),
        ));
    }
    rows.push(Row::blank());
    rows.push(Row::text(
        "e edits \u{b7} s pauses, resumes or archives",
        DIM,
    ));
    rows
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
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

fn figures(side: &str, figures: &SideFigures) -> Vec<Row> {
    let words = |figure: &crate::domain::reliability::Figure| {
        format!("{} \u{b7} {}", figure.counts_text(), figure.text())
    };
    vec![
        fact(side, format!("kept as agreed: {}", words(&figures.kept))),
        fact("", format!("follow-through: {}", words(&figures.follow))),
    ]
}
