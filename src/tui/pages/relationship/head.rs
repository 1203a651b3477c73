//! The top of a relationship: who they are, the last contact, my side's counts and figure, then theirs; a question where it shifted.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::marks;
use crate::domain::relationship::Tending;
use crate::domain::reliability::{Figure, Label, Show};
use crate::domain::view::{Card, SideFigures};
use crate::domain::{Record, dates, trend};
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// Rows that the head takes.
pub fn height(card: &Card, theirs: bool, area: Rect) -> u16 {
    let (base, room) = match area.height {
        0..=11 => (2, 0),
        12..=17 => (3, 0),
        18..=24 => (3, 1),
        _ => (3, 2),
    };
    let many = u16::from(card.collective.is_some());
    let told = told(card, theirs, area.width).len();
    base + (room + many).min(u16::try_from(told).unwrap_or(0))
}

/// What a row below the sides says.
enum Told {
    /// What stands for a group or an institution.
    Stands(String),
    /// An agreement that was breached, and waits.
    Waits(String),
    /// A question, where something may have shifted (B7).
    Asks(String),
}

/// What is told below the sides, the most important first.
fn told(card: &Card, theirs: bool, width: u16) -> Vec<Told> {
    let party = card.relationship.party;
    let stands = card
        .collective
        .as_ref()
        .map_or_else(Vec::new, |one| one.texts(party, &card.agreements));
    let waits = card.agreements.iter().filter_map(|line| {
        let Record::Agreement(one) = &line.record else {
            return None;
        };
        one.waiting().next()?;
        one.asks(card.as_of)
            .map(|asks| format!("{asks}: {}", one.text))
    });
    let rests = card.relationship.tending != Tending::Active;
    let mine = trend::ask(&card.mine.kept).filter(|_| !rests);
    let mine = mine.map(|says| format!("mine: {says}"));
    let their = trend::ask(&card.theirs.kept).filter(|_| theirs && !rests);
    let their = their.map(|says| format!("theirs: {says}"));
    let stands = packed(stands, usize::from(width)).into_iter();
    let asks = mine.into_iter().chain(their).map(Told::Asks);
    let waits = waits.take(1).map(Told::Waits);
    stands.map(Told::Stands).chain(waits).chain(asks).collect()
}

/// Sentences side by side in as many rows as they need.
fn packed(texts: Vec<String>, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for text in texts {
        match rows.last_mut() {
            Some(row) if paint::width(row) + paint::width(&text) + 3 <= width => {
                row.push_str(" \u{b7} ");
                row.push_str(&text);
            }
            _ => rows.push(text),
        }
    }
    rows
}

/// Draws it; with two rows, who they are is left to the title.
pub fn draw(card: &Card, theirs: bool, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let mut n = 0;
    if area.height >= 3 + u16::from(card.collective.is_some()) {
        who(card, paint::row(area, n), buffer, theme);
        n += 1;
    }
    let resting = card.relationship.tending != Tending::Active;
    let below = Rect {
        y: area.y + u16::from(n > 0),
        height: area.height.saturating_sub(u16::from(n > 0)),
        ..area
    };
    let figures = (&card.mine, &card.theirs);
    sides(figures, (theirs, resting), below, buffer, theme);
    for (nth, one) in told(card, theirs, area.width).iter().enumerate() {
        let row = paint::row(area, n + 2 + nth);
        let pieces = match one {
            Told::Stands(says) => [("", theme.dim), (says.as_str(), theme.text)],
            Told::Waits(says) => [("\u{25b2} ", theme.warn), (says.as_str(), theme.text)],
            Told::Asks(says) => [("? ", theme.key), (says.as_str(), theme.text)],
        };
        paint::pieces(buffer, row, &pieces);
    }
}

/// Draws both sides, mine first, greyed where the relationship rests; theirs may be folded.
pub fn sides(
    (mine, other): (&SideFigures, &SideFigures),
    (theirs, resting): (bool, bool),
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let style = |style: Style| if resting { theme.dim } else { style };
    side(
        ("\u{2192} mine  ", style(theme.mine)),
        mine,
        paint::row(area, 0),
        buffer,
        (style(theme.text), theme),
    );
    let row = paint::row(area, 1);
    if theirs {
        side(
            ("\u{2190} theirs", style(theme.theirs)),
            other,
            row,
            buffer,
            (style(theme.text), theme),
        );
    } else {
        let (word, why) = if room::is_narrow(row) {
            ("theirs ", " folded; ")
        } else {
            ("\u{2190} theirs ", " folded: you set their deadlines; ")
        };
        let pieces = [
            (word, style(theme.theirs)),
            (why, theme.dim),
            ("v", theme.key),
            (" opens it", theme.dim),
        ];
        paint::pieces(buffer, row, &pieces);
    }
}

fn who(card: &Card, row: Rect, buffer: &mut Buffer, theme: &Theme) {
    let one = &card.relationship;
    let today = card.as_of;
    let contact = card.last_contact.map_or_else(
        || "no contact noted yet".to_owned(),
        |day| format!("last contact {}", dates::beside(day, today)),
    );
    let tending = match one.tending {
        Tending::Active => card.checkin_due.map_or_else(String::new, |day| {
            format!(" \u{b7} check-in {}", dates::beside(day, today))
        }),
        Tending::Paused => {
            let until = one.paused_until.map_or_else(String::new, |day| {
                format!(" until {}", dates::short(day, today))
            });
            format!(" \u{b7} paused{until}: nothing is asked for")
        }
        Tending::Archived => " \u{b7} archived".to_owned(),
    };
    let role = if one.my_role.is_empty() || row.width < 110 {
        one.role.to_string()
    } else {
        format!("{} \u{b7} me: {}", one.role, one.my_role)
    };
    let pieces = [
        (role.as_str(), theme.strong),
        (" \u{b7} ", theme.dim),
        (contact.as_str(), theme.text),
        (tending.as_str(), theme.dim),
    ];
    paint::pieces(buffer, row, &pieces);
}

/// Counts first, then what may be shown of the figure, then follow-through where there is room.
fn side(
    (word, ink): (&str, Style),
    figures: &SideFigures,
    row: Rect,
    buffer: &mut Buffer,
    (text, theme): (Style, &Theme),
) {
    let nothing = figures.kept.n == 0;
    let figure = if nothing {
        String::new()
    } else {
        format!(" \u{b7} {}", figures.kept.text())
    };
    let arrow = trend::arrow(&figures.kept);
    let trend = match arrow.text() {
        "" => String::new(),
        words => format!(" {words}"),
    };
    // an arrow that says nothing new is not worth a shorter count
    let said = if arrow == trend::Arrow::Flat {
        ""
    } else {
        &trend
    };
    let follow = match figures.follow.show {
        Show::Figure | Show::Firm => format!(" \u{b7} follow-through {}", figures.follow.text()),
        _ => String::new(),
    };
    let word = if room::is_narrow(row) {
        word.split_whitespace().next_back().unwrap_or(word)
    } else {
        word
    };
    let room = usize::from(row.width).saturating_sub(paint::width(word) + 2);
    let wide = |parts: &[&str]| parts.iter().map(|part| paint::width(part)).sum::<usize>();
    let mut counts = figures.kept.counts_text();
    if wide(&[&counts, &figure, said]) > room {
        counts = short_counts(&figures.kept);
    }
    // half a figure would be a wrong one: what does not fit whole is left out
    let trend = if wide(&[&counts, &figure, &trend]) > room {
        ""
    } else {
        &trend
    };
    let follow = if wide(&[&counts, &figure, trend, &follow]) > room {
        ""
    } else {
        &follow
    };
    let pieces = [
        (word, ink),
        ("  ", text),
        (counts.as_str(), if nothing { theme.dim } else { text }),
        (figure.as_str(), text.patch(theme.strong)),
        (trend, text),
        (follow, theme.dim),
    ];
    paint::pieces(buffer, row, &pieces);
}

/// The counts by the signs that lists show the same states with.
fn short_counts(figure: &Figure) -> String {
    let sign = |label: &Label| match label {
        Label::Kept | Label::Done => marks::KEPT,
        Label::Late => marks::LATE,
        Label::Overdue => "!",
        Label::Broken | Label::Lapsed => marks::BROKEN,
    };
    let each = figure
        .counts
        .iter()
        .map(|(label, n)| format!("{n}{}", sign(label)));
    each.collect::<Vec<_>>().join(" ")
}
