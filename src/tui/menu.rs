//! A menu in which each line has its key: drawn from the rows of the table, and clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::command::{Command, Row};
use super::paint;
use super::theme::Theme;

/// The frame of a menu with so many lines, over a screen.
pub fn place(screen: Rect, lines: usize) -> Rect {
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2);
    paint::popup(screen, 72.min(screen.width.saturating_sub(2)), height)
}

/// Paints a menu: key, name, and its sentence where there is room.
pub fn draw(area: Rect, buffer: &mut Buffer, rows: &[&Row], theme: &Theme) {
    let names = rows
        .iter()
        .map(|row| paint::width(row.name))
        .max()
        .unwrap_or(0);
    for (n, row) in rows.iter().enumerate() {
        let at = paint::row(area, n);
        let key = format!(" {}  ", row.shown());
        let name = paint::pad(row.name, names + 2);
        let says = if area.width < 60 {
            ""
        } else {
            row.says.trim_end_matches('.')
        };
        paint::pieces(
            buffer,
            at,
            &[(&key, theme.key), (&name, theme.strong), (says, theme.dim)],
        );
    }
}

/// The command of the line that was clicked.
pub fn clicked(area: Rect, at: Position, rows: &[&Row]) -> Option<Command> {
    let line = usize::from(at.y.checked_sub(area.y)?);
    rows.get(line).map(|row| row.command)
}
