//! How a proposed step looks: taken or not, its words, whose it is, by when and who may see it.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Line, Steps};
use crate::domain::commitment::Commitment;
use crate::domain::{Side, dates};
use crate::tui::paint;
use crate::tui::theme::Theme;

impl Steps {
    pub(super) fn draw_line(
        &self,
        line: &Line,
        selected: bool,
        area: Rect,
        buffer: &mut Buffer,
        theme: &Theme,
    ) {
        let (mark, ink) = if line.taken {
            ("[x] ", theme.text)
        } else {
            ("[ ] ", theme.dim)
        };
        let row = paint::row(area, 0);
        paint::put(buffer, row.x, row.y, row.width, mark, ink);
        let words = Rect {
            x: area.x + 4.min(area.width),
            width: area.width.saturating_sub(6),
            ..area
        };
        let lines = paint::paragraph(buffer, words, &line.step.text, 0, ink);
        let under = paint::row(words, lines);
        if lines < usize::from(area.height) {
            let says = about(&line.step, self.now.date());
            paint::put(buffer, under.x, under.y, under.width, &says, theme.dim);
        }
        if selected {
            paint::bar(buffer, row, theme);
        }
    }
}

/// Whose step it is, by when, and whether the other side may see it.
fn about(step: &Commitment, today: NaiveDate) -> String {
    let whose = match step.side {
        Side::Mine => "\u{2192} mine",
        Side::Theirs => "\u{2190} theirs",
    };
    let due = step.due.map_or_else(String::new, |due| {
        let day = dates::short(due.day, today);
        format!(" \u{b7} by {day}, {}", dates::beside(due.day, today))
    });
    let seen = if step.visible {
        "they may see it"
    } else {
        "hidden from them"
    };
    format!("{whose}{due} \u{b7} {seen}")
}
