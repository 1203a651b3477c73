//! A menu in which each line has its key: drawn from the rows of the table, and clicked.
//!
//! Where there is no room for one line a row, the lines flow into columns, and the frame is left out before a line is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::command::{Command, Row};
use super::paint;
use super::room;
use super::theme::Theme;

/// The columns below which a name is not worth reading: its key and eleven letters.
const COLUMN: u16 = 13;

/// The frame of a menu with so many lines, over a screen.
pub fn place(screen: Rect, lines: usize) -> Rect {
    let width = 72.min(screen.width.saturating_sub(2));
    let inner = usize::from(screen.height.saturating_sub(2)).max(1);
    let height = lines.min(inner);
    // two columns read well within a frame; more of them need all the room there is
    if lines > 2 * inner {
        return screen;
    }
    let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(2);
    paint::popup(screen, width, height)
}

/// The columns of a menu, and how many lines stand in each.
fn columns(area: Rect, lines: usize) -> (usize, usize) {
    let rows = usize::from(area.height).max(1);
    let most = usize::from(area.width / COLUMN).max(1);
    let columns = lines.div_ceil(rows).clamp(1, most);
    (columns, lines.div_ceil(columns).min(rows))
}

/// Where a line stands; `None`: there is no room for it.
fn cell(area: Rect, lines: usize, n: usize) -> Option<Rect> {
    let (columns, rows) = columns(area, lines);
    let (column, row) = (n / rows, n % rows);
    if column >= columns {
        return None;
    }
    let width = area.width / u16::try_from(columns).unwrap_or(1);
    let x = area.x + width * u16::try_from(column).unwrap_or(0);
    let at = paint::row(area, row);
    Some(Rect { x, width, ..at })
}

/// Paints a menu: key, name, and its sentence where there is room; a mark at the end when not every line has room.
pub fn draw(area: Rect, buffer: &mut Buffer, rows: &[&Row], theme: &Theme) {
    let names = rows
        .iter()
        .map(|row| paint::width(row.name))
        .max()
        .unwrap_or(0);
    let tight = columns(area, rows.len()).0 > 2;
    for (n, row) in rows.iter().enumerate() {
        let Some(at) = cell(area, rows.len(), n) else {
            paint::put_right(
                buffer,
                paint::row(area, usize::from(area.height.saturating_sub(1))),
                "\u{2026}",
                theme.dim,
            );
            return;
        };
        let key = if tight {
            format!("{} ", row.shown())
        } else {
            format!(" {}  ", row.shown())
        };
        let name = paint::pad(row.name, names + 2);
        let says = if room::is_narrow(at) {
            ""
        } else {
            row.says.trim_end_matches('.')
        };
        let pieces = [
            (&*key, theme.key),
            (&*name, theme.strong),
            (says, theme.dim),
        ];
        paint::pieces(buffer, at, &pieces);
    }
}

/// The command of the line that was clicked.
pub fn clicked(area: Rect, at: Position, rows: &[&Row]) -> Option<Command> {
    let hit = |n: &usize| cell(area, rows.len(), *n).is_some_and(|cell| cell.contains(at));
    let line = (0..rows.len()).find(hit)?;
    rows.get(line).map(|row| row.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(width: u16, height: u16, lines: usize) -> usize {
        let area = Rect::new(0, 0, width, height);
        (0..lines)
            .filter(|n| cell(area, lines, *n).is_some())
            .count()
    }

    #[test]
    fn every_line_has_its_place_in_columns() {
        assert_eq!(seen(70, 17, 17), 17);
        assert_eq!(seen(36, 8, 10), 10);
        assert_eq!(seen(40, 10, 17), 17);
        assert_eq!(seen(40, 10, 30), 30);
        assert_eq!(seen(20, 3, 17), 3);
        let area = Rect::new(0, 0, 40, 10);
        assert_eq!(cell(area, 17, 0), Some(Rect::new(0, 0, 20, 1)));
        assert_eq!(cell(area, 17, 9), Some(Rect::new(20, 0, 20, 1)));
    }

    #[test]
    fn the_frame_is_left_out_before_a_line_is() {
        let screen = Rect::new(0, 1, 40, 10);
        assert_eq!(place(screen, 17), screen);
        assert!(place(screen, 10).height <= 10);
        assert_ne!(place(screen, 10), screen);
        assert_eq!(place(Rect::new(0, 1, 80, 22), 17).height, 19);
    }
}
