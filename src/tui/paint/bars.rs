//! What says where one is: the bar of the selected line, the thumb of a long text, the marks of a list that goes on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::lay;
use crate::domain::marks;
use crate::tui::theme::Theme;

/// Lays the selection over a row: from margin to margin, so that the words do not touch the bar's ends. What stands beside
/// the row (a frame, a thumb) stays as it is.
pub fn bar(buffer: &mut Buffer, row: Rect, theme: &Theme) {
    let area = buffer.area;
    let blank = |x: u16| {
        x < area.right()
            && row.y < area.bottom()
            && x >= area.left()
            && buffer[(x, row.y)].symbol() == " "
    };
    let left = u16::from(row.x > area.left() && blank(row.x - 1));
    let right = u16::from(blank(row.right()));
    let whole = Rect {
        x: row.x - left,
        width: row.width + left + right,
        ..row
    };
    lay(buffer, whole, theme.selected);
}

/// Paints the thumb beside an area that shows so many lines from `first` on of `all`: in the margin or on the frame at its
/// right. Nothing where all are seen.
pub fn thumb(
    buffer: &mut Buffer,
    area: Rect,
    (first, seen): (usize, usize),
    all: usize,
    theme: &Theme,
) {
    let rows = usize::from(area.height);
    if all <= seen || rows == 0 {
        return;
    }
    let long = (rows * seen / all).clamp(1, rows);
    // the first and the last row are the thumb's only when the first and the last line are seen
    let way = rows - long;
    let last = all - seen;
    let top = match first.min(last) {
        0 => 0,
        first if first == last => way,
        first => (first * way / last).clamp(1.min(way), way.saturating_sub(1).max(1.min(way))),
    };
    for n in top..top + long {
        side(buffer, area, n, marks::THUMB, theme);
    }
}

/// Marks beside an area whose list goes on above or below what is seen, where nobody counted how far.
pub fn goes_on(buffer: &mut Buffer, area: Rect, (above, below): (bool, bool), theme: &Theme) {
    if above {
        side(buffer, area, 0, marks::MORE_ABOVE, theme);
    }
    if below && area.height > 0 {
        side(
            buffer,
            area,
            usize::from(area.height - 1),
            marks::MORE_BELOW,
            theme,
        );
    }
}

/// One mark in the column to the right of an area; none where that is no margin of its own.
fn side(buffer: &mut Buffer, area: Rect, n: usize, mark: &str, theme: &Theme) {
    let Ok(n) = u16::try_from(n) else { return };
    let (x, y) = (area.right(), area.y + n);
    if x < buffer.area.right() && y < buffer.area.bottom() && n < area.height {
        buffer.set_string(x, y, mark, theme.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(first: usize, all: usize) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 5));
        let area = Rect::new(0, 0, 3, 5);
        thumb(&mut buffer, area, (first, 5), all, &Theme::plain());
        (0..5).map(|y| buffer[(3, y)].symbol().to_owned()).collect()
    }

    #[test]
    fn the_thumb_is_at_an_end_only_at_the_end() {
        assert_eq!(column(0, 5), "     ");
        assert_eq!(column(0, 10), "\u{2503}\u{2503}   ");
        assert_eq!(column(1, 10), " \u{2503}\u{2503}  ");
        assert_eq!(column(4, 10), "  \u{2503}\u{2503} ");
        assert_eq!(column(5, 10), "   \u{2503}\u{2503}");
        assert_eq!(column(99, 1_000_000), " \u{2503}   ");
    }

    #[test]
    fn the_bar_takes_the_margins_and_leaves_a_frame() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer[(5, 0)].set_symbol("\u{2502}");
        bar(&mut buffer, Rect::new(1, 0, 4, 1), &Theme::plain());
        let theme = Theme::plain();
        let barred: Vec<bool> = (0..6)
            .map(|x| buffer[(x, 0)].modifier == theme.selected.add_modifier)
            .collect();
        assert_eq!(barred, [true, true, true, true, true, false]);
    }
}
