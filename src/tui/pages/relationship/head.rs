//! The top of a relationship: who they are, the last contact, my side's counts and figure, then theirs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::dates;
use crate::domain::relationship::Tending;
use crate::domain::reliability::Show;
use crate::domain::view::{Card, SideFigures};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// Rows that the head takes.
pub fn height(area: Rect) -> u16 {
    if area.height < 12 { 2 } else { 3 }
}

/// Draws it; with two rows, who they are is left to the title.
pub fn draw(card: &Card, theirs: bool, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let mut n = 0;
    if area.height >= 3 {
        who(card, paint::row(area, n), buffer, theme);
        n += 1;
    }
    let resting = card.relationship.tending != Tending::Active;
    let style = |style: Style| if resting { theme.dim } else { style };
    side(
        ("\u{2192} mine  ", style(theme.mine)),
        &card.mine,
        paint::row(area, n),
        buffer,
        (style(theme.text), theme),
    );
    let row = paint::row(area, n + 1);
    if theirs {
        side(
            ("\u{2190} theirs", style(theme.theirs)),
            &card.theirs,
            row,
            buffer,
            (style(theme.text), theme),
        );
    } else {
        let pieces = [
            ("\u{2190} theirs ", style(theme.theirs)),
            (" folded: you set their deadlines; ", theme.dim),
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
    let counts = figures.kept.counts_text();
    let figure = figures.kept.text();
    let follow = match figures.follow.show {
        Show::Figure | Show::Firm => format!(" \u{b7} follow-through {}", figures.follow.text()),
        _ => String::new(),
    };
    let taken = [word, &counts, &figure, &follow]
        .map(paint::width)
        .iter()
        .sum::<usize>()
        + 5;
    // half a figure would be a wrong one
    let follow = if taken <= usize::from(row.width) {
        follow
    } else {
        String::new()
    };
    let word = if row.width < 60 {
        word.split_whitespace().next_back().unwrap_or(word)
    } else {
        word
    };
    let nothing = figures.kept.n == 0;
    let pieces = [
        (word, ink),
        ("  ", text),
        (counts.as_str(), if nothing { theme.dim } else { text }),
        (if nothing { "" } else { " \u{b7} " }, theme.dim),
        (
            if nothing { "" } else { figure.as_str() },
            text.patch(theme.strong),
        ),
        (follow.as_str(), theme.dim),
    ];
    paint::pieces(buffer, row, &pieces);
}
