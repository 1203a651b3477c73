//! The last look at a screen before a terminal gets it: no letter hangs out of its cells, none carries a tower.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::domain::marks::{self, Glyphs};
use crate::domain::text;
use crate::transfer::extent;
use crate::tui::theme::Theme;

/// The most characters that one cell shows: a family with a skin of its own each has eleven.
const MOST: usize = 16;

/// Puts every cell right: a wide letter whose second half was painted over (by the frame of a popup) gives way, since
/// a terminal would draw it over what stands there; a letter with more on it than any script puts there stands bare.
///
/// Pages clean what they paint; a text that is being typed is painted as it is, and this is where it is held in.
pub fn settle(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            if symbol.len() == 1 {
                x += 1;
                continue;
            }
            let wide = u16::try_from(extent(symbol).max(1)).unwrap_or(u16::MAX);
            let end = x.saturating_add(wide);
            let over = |n: u16| buffer[(n, y)].symbol() != " ";
            if end > area.right() || (x + 1..end).any(over) {
                buffer[(x, y)].set_symbol(" ");
                x += 1;
                continue;
            }
            if symbol.chars().count() > MOST || symbol.chars().any(text::is_hostile) {
                let bare: String = symbol.chars().take(1).collect();
                let fits = extent(&bare) == usize::from(wide) && !bare.contains(text::is_hostile);
                let bare = if fits { bare.as_str() } else { "\u{fffd}" };
                buffer[(x, y)].set_symbol(bare);
            }
            x = end;
        }
    }
}

/// Dresses a screen that is drawn: the theme's own ink and paper where a cell has the terminal's, and marks that the
/// terminal can show. Done twice it is as done once.
pub fn dress(buffer: &mut Buffer, theme: &Theme) {
    let (ink, paper) = theme.ground();
    let bare = Style::reset();
    let grounded = ink.is_some() || paper.is_some();
    if !grounded && theme.glyphs == Glyphs::Unicode {
        return;
    }
    for cell in &mut buffer.content {
        if let Some(ink) = ink.filter(|_| Some(cell.fg) == bare.fg) {
            cell.fg = ink;
        }
        if let Some(paper) = paper.filter(|_| Some(cell.bg) == bare.bg) {
            cell.bg = paper;
        }
        if theme.glyphs == Glyphs::Ascii && !cell.symbol().is_ascii() {
            let mut letters = cell.symbol().chars();
            if let (Some(one), None) = (letters.next(), letters.next())
                && let Some(plain) = marks::ascii(one)
            {
                cell.set_char(plain);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn row(buffer: &Buffer) -> Vec<&str> {
        buffer.content.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn a_wide_letter_that_was_cut_in_half_gives_way() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "\u{5c71}\u{7530}\u{592a}", Style::new());
        buffer[(3, 0)].set_symbol("\u{2502}");
        settle(&mut buffer);
        assert_eq!(
            row(&buffer),
            ["\u{5c71}", " ", " ", "\u{2502}", "\u{592a}", " "]
        );
    }

    #[test]
    fn a_letter_stands_bare_under_a_tower() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        let tower = format!("e{}", "\u{301}".repeat(50));
        buffer[(0, 0)].set_symbol(&tower);
        buffer[(1, 0)].set_symbol("a\u{202e}");
        buffer[(2, 0)].set_symbol("\u{e9}\u{323}");
        settle(&mut buffer);
        assert_eq!(row(&buffer), ["e", "a", "\u{e9}\u{323}"]);
    }
}
