//! The row of marks under a chart: breaches with their severity, repairs, one-on-ones, check-ins, moments.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::plot::Grid;
use crate::domain::view::{Mark, MarkSort, Timeline};
use crate::tui::theme::Theme;

/// What the signs that stand there mean, as many as there is room for.
pub fn legend(timeline: &Timeline, width: usize) -> String {
    // on the screen a breach's sign has its severity beside it
    let severity = "!3 breach, severity";
    let room = width.saturating_sub(severity.len() - "! breach".len());
    let signs = MarkSort::legend(timeline.marks.iter().map(|mark| mark.sort), room);
    signs.replace("! breach", severity)
}

/// The style of a mark.
pub fn style(sort: MarkSort, theme: &Theme) -> Style {
    match sort {
        MarkSort::Breach(_) => theme.bad,
        MarkSort::AgreementBreached => theme.warn,
        MarkSort::RepairOpened | MarkSort::RepairClosed => theme.repair,
        MarkSort::CheckIn => theme.dim,
        _ => theme.text,
    }
}

/// Draws the marks of a timeline in one row; where two fall together the graver one stays.
pub fn draw(grid: &Grid, timeline: &Timeline, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    repairs(grid, timeline, area, buffer, theme);
    let mut marks: Vec<&Mark> = timeline.marks.iter().collect();
    marks.sort_by_key(|mark| (mark.sort.weight(), mark.day));
    for mark in marks {
        let Some(column) = grid.column(mark.day) else {
            continue;
        };
        let x = area.x + u16::try_from(column).unwrap_or(0);
        let style = style(mark.sort, theme);
        let cell = &mut buffer[(x, area.y)];
        cell.set_char(mark.sort.sign()).set_style(style);
        if let MarkSort::Breach(severity) = mark.sort {
            let digit = char::from(b'0' + severity.min(9));
            // at the right edge the digit goes before its sign
            let beside = if x + 1 < area.right() { x + 1 } else { x - 1 };
            buffer[(beside, area.y)].set_char(digit).set_style(style);
        }
    }
}

/// A line for as long as a repair runs.
fn repairs(grid: &Grid, timeline: &Timeline, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let opened = timeline
        .marks
        .iter()
        .filter(|m| m.sort == MarkSort::RepairOpened);
    for opening in opened {
        let ends = timeline
            .marks
            .iter()
            .find(|m| m.sort == MarkSort::RepairClosed && m.id == opening.id);
        let to = ends.map_or(grid.last, |m| m.day);
        let (Some(from), Some(to)) = (grid.column(opening.day), grid.column(to)) else {
            continue;
        };
        for column in from..=to {
            let x = area.x + u16::try_from(column).unwrap_or(0);
            buffer[(x, area.y)]
                .set_char('\u{2500}')
                .set_style(theme.repair);
        }
    }
}
