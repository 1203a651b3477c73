//! Shared marks: text cut to columns, sparklines, state symbols, side marks, key hints, headings, entry lines.
//!
//! Every text from outside goes through [`clean`] here, so a page that paints with this room cannot let a
//! control or bidirectional character through. All widths are display columns, never bytes or letters.

mod bars;
mod card;
mod cells;
mod entry;

pub use bars::{bar, goes_on, thumb};
pub use card::card;
pub use cells::{dress, settle};
pub use entry::{entry, state_mark, symbol_of};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;
use std::cell::Cell;
use unicode_segmentation::UnicodeSegmentation;

use super::command::{Command, Row};
use super::mask;
use super::theme::Theme;
use crate::domain::marks;
use crate::domain::{Side, text};
use crate::transfer::extent;

/// What stands at the end of a text that was cut.
const CUT: &str = marks::CUT;

/// One line of text, safe to show: nothing hostile in it, and while the mask is worn no name.
pub fn clean(text: &str) -> Cow<'_, str> {
    match mask::hide(text) {
        Cow::Borrowed(text) => text::line(text),
        Cow::Owned(hidden) => Cow::Owned(text::line(&hidden).into_owned()),
    }
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    extent(text)
}

/// A text cleaned and cut to so many columns, with an ellipsis where something was cut.
pub fn fit(text: &str, columns: usize) -> String {
    // no screen shows more letters than this; a name of ten thousand is not measured for every frame. Initials are shorter
    // than the names, so that more of the text may be seen
    let each = if mask::is_worn() { 64 } else { 4 };
    let start: String = text
        .chars()
        .take(columns.saturating_mul(each).saturating_add(32))
        .collect();
    let clean = clean(&start);
    if start.len() == text.len() && width(&clean) <= columns {
        return clean.into_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let (mut taken, mut used) = (String::new(), 0);
    for letter in clean.graphemes(true) {
        let wide = width(letter);
        if used + wide > columns - 1 {
            break;
        }
        taken.push_str(letter);
        used += wide;
    }
    taken + CUT
}

/// A text cleaned, cut and filled with spaces to exactly so many columns.
pub fn pad(text: &str, columns: usize) -> String {
    let mut fitted = fit(text, columns);
    let missing = columns.saturating_sub(width(&fitted));
    fitted.extend(std::iter::repeat_n(' ', missing));
    fitted
}

/// Paints a text at a place, cut to so many columns; answers the columns it took.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
        return 0;
    }
    let columns = columns.min(area.right() - x);
    let fitted = fit(text, usize::from(columns));
    let (end, _) = buffer.set_stringn(x, y, &fitted, usize::from(columns), style);
    end - x
}

/// Paints pieces of text one after the other into the first row of an area.
pub fn pieces(buffer: &mut Buffer, area: Rect, pieces: &[(&str, Style)]) -> u16 {
    let mut x = area.x;
    for (text, style) in pieces {
        if area.height == 0 || x >= area.right() {
            break;
        }
        x += put(buffer, x, area.y, area.right() - x, text, *style);
    }
    x - area.x
}

/// Paints a text that ends at the right edge of the first row of an area.
pub fn put_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let fitted = fit(text, usize::from(area.width));
    let taken = u16::try_from(width(&fitted)).unwrap_or(area.width);
    if area.height > 0 {
        put(
            buffer,
            area.right().saturating_sub(taken),
            area.y,
            taken,
            &fitted,
            style,
        );
    }
    taken
}

/// Lays a style over a whole area (the line under the cursor).
pub fn lay(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area.intersection(buffer.area), style);
}

/// A row of an area, counted from its top; empty when the area has no such row.
pub fn row(area: Rect, n: usize) -> Rect {
    let n = u16::try_from(n).unwrap_or(u16::MAX);
    if n >= area.height {
        return Rect::new(area.x, area.bottom(), area.width, 0);
    }
    Rect::new(area.x, area.y + n, area.width, 1)
}

/// Paints a heading: the accent and the air above it say that it is one, no rule does.
pub fn heading(buffer: &mut Buffer, area: Rect, text: &str, theme: &Theme) {
    if area.height > 0 {
        put(buffer, area.x, area.y, area.width, text, theme.heading);
    }
}

/// Numbers as bars, the largest one full; a dot where there is nothing.
pub fn sparkline(counts: &[u16]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |n: &u16| match *n {
        0 => marks::NOTE,
        n => {
            let step = (u32::from(n) * 8).div_ceil(u32::from(most)).clamp(1, 8);
            marks::BARS[usize::from(step as u16 - 1)]
        }
    };
    counts.iter().map(bar).collect()
}

/// The mark of a side and its word: `→ I`, `← they`.
pub fn side_mark(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Mine => (marks::MINE, "I"),
        Side::Theirs => (marks::THEIRS, "they"),
    }
}

/// The style of a side.
pub fn side_style(side: Side, theme: &Theme) -> Style {
    match side {
        Side::Mine => theme.mine,
        Side::Theirs => theme.theirs,
    }
}

/// The most of one text that is laid out in lines, in bytes: a page of five megabytes would be laid out for every key.
const LAID_OUT: usize = 100_000;

/// Breaks a text into lines of at most so many columns, at spaces where there are any; its own line ends stay. Of a
/// text beyond measure the start is shown, and the last line says how much more there is.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut end = LAID_OUT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut lines = broken(&text[..end], columns.max(1));
    if end < text.len() {
        let more = (text.len() - end).div_ceil(1000);
        let says = format!("{CUT} {more} kilobytes more; trustline show prints all of it");
        lines.extend(broken(&says, columns.max(1)));
    }
    lines
}

fn broken(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text::lines(&mask::hide(text)).split('\n') {
        let (mut line, mut used) = (String::new(), 0);
        for word in runs(paragraph) {
            let wide = width(word);
            if used + wide <= columns {
                line.push_str(word);
                used += wide;
                continue;
            }
            if word.trim().is_empty() {
                // the space at which the line ends is not carried over
                lines.push(std::mem::take(&mut line));
                used = 0;
                continue;
            }
            if used > 0 {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            for letter in word.graphemes(true) {
                let wide = width(letter);
                if used + wide > columns && used > 0 {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(letter);
                used += wide;
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// A line's words and the spaces between them.
fn runs(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let space = rest.chars().next()?.is_whitespace();
        let end = rest
            .find(|c: char| c.is_whitespace() != space)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

/// Paints a wrapped text into an area from a line on; answers how many lines it has in all.
pub fn paragraph(buffer: &mut Buffer, area: Rect, text: &str, from: usize, style: Style) -> usize {
    let lines = wrap(text, usize::from(area.width));
    for (n, line) in lines
        .iter()
        .skip(from)
        .take(usize::from(area.height))
        .enumerate()
    {
        let at = row(area, n);
        put(buffer, at.x, at.y, at.width, line, style);
    }
    lines.len()
}

/// Paints key hints from the left, as many as have room: `s settle  e edit`; answers the columns they took, with the gap after them.
pub fn hints<'a>(
    buffer: &mut Buffer,
    area: Rect,
    rows: impl Iterator<Item = &'a Row>,
    theme: &Theme,
) -> u16 {
    let mut x = area.x;
    for hint in rows {
        let keys = hint.shown();
        if keys.is_empty() {
            continue;
        }
        let needs = width(&keys) + 1 + width(hint.name);
        if area.height == 0 || usize::from(area.right().saturating_sub(x)) < needs {
            break;
        }
        x += put(buffer, x, area.y, area.right() - x, &keys, theme.key) + 1;
        x += put(
            buffer,
            x,
            area.y,
            area.right().saturating_sub(x),
            hint.name,
            theme.dim,
        ) + 2;
    }
    x - area.x
}

/// Where a cursor at `at` among `0..=last` goes, `page` lines a screen; `None`: the command moves no cursor.
pub fn moved(command: Command, at: usize, last: usize, page: usize) -> Option<usize> {
    let to = match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at + 1,
        Command::PageUp => at.saturating_sub(page),
        Command::PageDown => at + page,
        Command::Top => 0,
        Command::Bottom => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Scrolls a page of text: moves its first line by a command; whether it was one.
pub fn scroll(top: &Cell<usize>, rows: usize, lines: usize, command: Command) -> bool {
    let page = rows.saturating_sub(1).max(1);
    let last = lines.saturating_sub(rows);
    let Some(to) = moved(command, top.get(), last, page) else {
        return false;
    };
    top.set(to);
    true
}

/// A popup of a size in the middle of a screen, no larger than it.
pub fn popup(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    // a popup is never mistaken for a page, even on the smallest screen
    let width = if width == screen.width && height == screen.height {
        width.saturating_sub(1)
    } else {
        width
    };
    Rect::new(
        screen.x + (screen.width - width) / 2,
        screen.y + (screen.height - height) / 3,
        width,
        height,
    )
}

/// A number and its noun: `1 line`, `3 lines`.
pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_columns() {
        assert_eq!(fit("budget", 6), "budget");
        assert_eq!(fit("budget", 4), "bud\u{2026}");
        assert_eq!(fit("\u{4e2d}\u{6587}\u{5b57}", 4), "\u{4e2d}\u{2026}");
        assert_eq!(fit("x", 0), "");
        assert_eq!(width(&pad("\u{4e2d}\u{6587}\u{5b57}", 4)), 4);
        assert_eq!(width(&fit(&"e\u{301}".repeat(10_000), 12)), 12);
        assert!(!fit("a\u{202e}b\x1b[31m", 20).contains(['\u{202e}', '\x1b']));
    }

    #[test]
    fn text_is_wrapped_at_spaces() {
        assert_eq!(wrap("send the draft", 8), ["send the", "draft"]);
        assert_eq!(wrap("send\nthe", 8), ["send", "the"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
        assert!(wrap("a \u{4e2d}\u{6587} b", 1).len() > 2);
        let long = wrap(&"many words ".repeat(100_000), 80);
        assert_eq!(
            long.last().map(String::as_str),
            Some("\u{2026} 1000 kilobytes more; trustline show prints all of it")
        );
        assert!(long.len() < 2_000);
    }

    #[test]
    fn sparklines_show_contact() {
        assert_eq!(sparkline(&[0, 1, 4, 8]), "\u{b7}\u{2581}\u{2584}\u{2588}");
        assert_eq!(sparkline(&[0, 0]), "\u{b7}\u{b7}");
    }

    #[test]
    fn nothing_is_painted_outside() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        assert_eq!(put(&mut buffer, 5, 0, 9, "x", Style::new()), 0);
        assert_eq!(put(&mut buffer, 0, 3, 9, "x", Style::new()), 0);
        assert_eq!(put(&mut buffer, 1, 0, 9, "long", Style::new()), 2);
    }
}
