//! One relationship at a glance: who they are, my side first, counts before figures.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{entry, heading, paragraph, put, row};
use crate::domain::dates;
use crate::domain::relationship::Tending;
use crate::domain::view::{Card, SideFigures};
use crate::tui::command::told;
use crate::tui::theme::Theme;

/// Paints a card, as much of it as has room.
pub fn card(buffer: &mut Buffer, area: Rect, card: &Card, today: NaiveDate, theme: &Theme) {
    let mut next = 0;
    for (n, words) in head(card, today).iter().enumerate() {
        let rests = card.relationship.tending != Tending::Active;
        let style = if n == 0 && !rests {
            theme.strong
        } else {
            theme.dim
        };
        next += paragraph(buffer, from(area, next), words, 0, style);
    }
    next += 1;
    next = side(buffer, area, next, "My side", &card.mine, theme);
    if card.folded {
        // their record is not theirs alone when I hold the power over it (A6)
        heading(buffer, row(area, next), "Their side", theme);
        let words = folded();
        let at = row(area, next + 1);
        put(buffer, at.x, at.y, at.width, &words, theme.dim);
        next += 3;
    } else {
        next = side(buffer, area, next, "Their side", &card.theirs, theme);
    }
    for says in card
        .collective
        .iter()
        .flat_map(|one| one.texts(card.relationship.party, &card.agreements))
    {
        next += paragraph(buffer, from(area, next), &says, 0, theme.text);
    }
    if card.collective.is_some() {
        next += 1;
    }
    let parts = [
        ("Open", &card.open),
        ("Repair", &card.repairs),
        ("Agreements", &card.agreements),
    ];
    for (words, lines) in parts {
        if lines.is_empty() {
            continue;
        }
        heading(buffer, row(area, next), words, theme);
        for line in lines {
            next += 1;
            entry(buffer, row(area, next), line, today, false, false, theme);
        }
        next += 2;
    }
    if !card.relationship.card.is_empty() {
        heading(buffer, row(area, next), "How to work with them", theme);
        paragraph(
            buffer,
            from(area, next + 1),
            &card.relationship.card,
            0,
            theme.text,
        );
    }
}

/// What stands where their side is folded.
fn folded() -> String {
    told!(
        "folded: you set their deadlines; {enter}, then {v} opens it",
        enter = List.Open,
        v = Relationship.OtherSide
    )
}

/// Who they are, whether the relationship rests, and the last contact.
fn head(card: &Card, today: NaiveDate) -> Vec<String> {
    let one = &card.relationship;
    let ago =
        |day: Option<NaiveDate>| day.map_or("never".to_owned(), |day| dates::beside(day, today));
    let rests = match (one.tending, one.paused_until) {
        (Tending::Paused, Some(until)) => Some(format!("\u{2016} paused until {until}")),
        (Tending::Archived, _) => Some("\u{25aa} archived".to_owned()),
        _ => None,
    };
    let lines = [
        Some(super::fit(&one.name, 200)),
        Some(format!(
            "{} \u{b7} {} \u{b7} every {}",
            one.party,
            one.role,
            match one.cadence_days() {
                1 => "day".to_owned(),
                days => format!("{days} days"),
            }
        )),
        rests,
        Some(match (card.last_contact, card.last_one_on_one) {
            (None, _) => "no contact noted yet".to_owned(),
            (contact, None) => format!("last contact {} \u{b7} no one-on-one yet", ago(contact)),
            (contact, held) => format!(
                "last contact {} \u{b7} last one-on-one {}",
                ago(contact),
                ago(held)
            ),
        }),
        card.next_one_on_one
            .map(|at| format!("next one-on-one {}", dates::ahead(at, today))),
    ];
    lines.into_iter().flatten().collect()
}

/// An area from one of its rows on.
fn from(area: Rect, next: usize) -> Rect {
    let line = row(area, next);
    Rect {
        height: area.bottom().saturating_sub(line.y),
        ..line
    }
}

/// A side's counts, then its figures with their range; answers the next free row.
fn side(
    buffer: &mut Buffer,
    area: Rect,
    from: usize,
    words: &str,
    figures: &SideFigures,
    theme: &Theme,
) -> usize {
    heading(buffer, row(area, from), words, theme);
    let lines = [
        figures.kept.counts_text(),
        format!("kept as agreed: {}", figures.kept.text()),
        format!("follow-through: {}", figures.follow.text()),
    ];
    for (n, line) in lines.iter().enumerate() {
        let at = row(area, from + 1 + n);
        put(
            buffer,
            at.x,
            at.y,
            at.width,
            line,
            if n == 0 { theme.text } else { theme.dim },
        );
    }
    from + lines.len() + 2
}
