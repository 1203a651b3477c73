//! Typed text: one line ([`Input`]) and many ([`Area`]), both safe to show whatever was pasted into them.
//!
//! # How a page uses it
//! `typed(key)`: `if self.input.key(key) { return Some(Flow::Stay) }` – it answers whether the key was
//! its own; Enter, Esc, Tab, arrows up and down and unknown control keys are not. `pasted(text)`:
//! [`Input::insert`]. `draw`: [`Input::draw`]; `cursor(area)`: [`Input::cursor`] with the same area.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

use super::{mask, paint};
use crate::domain::text;

/// The most that one line holds, in letters; more is refused, in words, by whoever inserts it.
pub const LINE: usize = 16_000;

/// The most that a text of several lines holds, in bytes, and in lines: where the cursor stands is counted in 16 bits.
pub const TEXT: usize = 1 << 20;
const LINES: usize = 20_000;

/// What is said when a paste does not fit into a line.
pub const LINE_FULL: &str = "not pasted: too long for a line, which holds up to 16,000 letters";

/// What is said when a paste does not fit into a text.
pub const TEXT_FULL: &str =
    "not pasted: too much for a field, which holds up to one megabyte in 20,000 lines";

/// What is said when something is pasted where a word of a list is chosen.
pub const CHOICE: &str = "not pasted: one of its words is chosen here";

/// What is said when something is pasted where nothing is typed.
pub const NOWHERE: &str = "not pasted: nothing is typed here, and none of it was taken as a key";

/// One line of text being typed. The cursor stands between graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The byte at which the cursor stands, always between graphemes.
    at: usize,
    /// Whether the text was only offered: what is typed first takes its place.
    offered: bool,
}

impl Input {
    /// With a text, the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            at: text.len(),
            text,
            offered: false,
        }
    }

    /// With a text that the first letter replaces, unless the cursor is moved before.
    pub fn offered(text: impl Into<String>) -> Self {
        let one = Self::new(text);
        Self {
            offered: !one.is_empty(),
            ..one
        }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Replaces the text; the cursor goes to its end.
    pub fn set(&mut self, text: impl Into<String>) {
        *self = Self::new(text);
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// Inserts text at the cursor: hostile characters become marks, line ends spaces. Answers whether there was room.
    pub fn insert(&mut self, more: &str) -> bool {
        if std::mem::take(&mut self.offered) {
            self.cut(0, self.text.len());
        }
        if self.text.len() + more.len() > LINE
            && self.text.chars().count() + more.chars().count() > LINE
        {
            return false;
        }
        let more = text::typed(more, false);
        self.text.insert_str(self.at, &more);
        self.at += more.len();
        true
    }

    /// Does an editing key; whether it was one.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Char('a') if ctrl => self.at = 0,
            KeyCode::Char('e') if ctrl => self.at = self.text.len(),
            KeyCode::Char('u') if ctrl => self.cut(0, self.at),
            KeyCode::Char('k') if ctrl => self.cut(self.at, self.text.len()),
            KeyCode::Char('w') if ctrl => self.cut(self.word_before(), self.at),
            KeyCode::Char(c) if !ctrl && !alt => {
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            KeyCode::Backspace if ctrl || alt => self.cut(self.word_before(), self.at),
            KeyCode::Backspace => self.cut(self.left(), self.at),
            KeyCode::Delete => self.cut(self.at, self.right()),
            KeyCode::Left => self.at = self.left(),
            KeyCode::Right => self.at = self.right(),
            KeyCode::Home => self.at = 0,
            KeyCode::End => self.at = self.text.len(),
            _ => return false,
        }
        self.offered = false;
        true
    }

    /// Paints it into the first row of an area, scrolled so that the cursor is seen.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, style: Style) {
        let (skipped, _) = self.scroll(area.width);
        let rest = self.text.get(skipped..).unwrap_or_default();
        let style = if self.offered {
            style.add_modifier(Modifier::REVERSED)
        } else {
            style
        };
        // what is typed is seen as it is typed
        let _bare = mask::wear(None);
        paint::put(buffer, area.x, area.y, area.width, rest, style);
    }

    /// Where the cursor stands in the same area.
    pub fn cursor(&self, area: Rect) -> Position {
        let (_, column) = self.scroll(area.width);
        Position::new(area.x + column.min(area.width.saturating_sub(1)), area.y)
    }

    /// The first byte that is shown, and the cursor's column.
    fn scroll(&self, columns: u16) -> (usize, u16) {
        let room = usize::from(columns).saturating_sub(1);
        let (mut start, mut used) = (self.at, 0);
        for (byte, letter) in self.before().grapheme_indices(true).rev() {
            let wide = paint::width(&text::line(letter));
            if used + wide > room {
                break;
            }
            used += wide;
            start = byte;
        }
        (start, u16::try_from(used).unwrap_or(u16::MAX))
    }

    fn left(&self) -> usize {
        self.before()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(byte, _)| byte)
    }

    fn right(&self) -> usize {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at + rest.graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let mut words = self.before().split_word_bound_indices().rev();
        words
            .find(|(_, word)| !word.trim().is_empty())
            .map_or(0, |(byte, _)| byte)
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.at = from;
    }
}

/// Several lines of text being typed, wrapped softly.
pub struct Area {
    area: TextArea<'static>,
}

impl Area {
    /// With a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let text = text::typed(text, true);
        let lines = text.split('\n').map(str::to_owned).collect();
        let mut area = TextArea::new(lines);
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new());
        area.set_max_histories(200);
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        Self { area }
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// How many lines there are.
    pub fn lines(&self) -> usize {
        self.area.lines().len()
    }

    /// Whether a text is what was typed, without putting it together.
    pub fn is(&self, text: &str) -> bool {
        let lines = self.area.lines().iter().map(String::as_str);
        lines.eq(text.split('\n'))
    }

    /// Inserts text at the cursor: hostile characters become marks. Answers whether there was room.
    pub fn insert(&mut self, more: &str) -> bool {
        let held: usize = self.area.lines().iter().map(String::len).sum();
        if held + more.len() > TEXT {
            return false;
        }
        let more = more.replace("\r\n", "\n").replace('\r', "\n");
        if self.area.lines().len() + more.matches('\n').count() > LINES {
            return false;
        }
        self.area.insert_str(text::typed(&more, true));
        true
    }

    /// Does an editing key, Enter and the arrows among them; whether it was one.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab => return false,
            KeyCode::Char('e' | 's' | 'c' | 'z' | 'p' | 'x') if ctrl => return false,
            KeyCode::Char('u') if ctrl => {
                self.area.delete_line_by_head();
            }
            KeyCode::Char(c) if !ctrl && text::is_hostile(c) => {}
            // at its first and last line the arrows lead to the next field
            KeyCode::Up if self.area.cursor().0 == 0 => return false,
            KeyCode::Down if self.area.cursor().0 + 1 >= self.area.lines().len() => return false,
            _ => {
                self.area.input(key);
            }
        }
        true
    }

    /// Paints it.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, style: Style) {
        buffer.set_style(area, style);
        (&self.area).render(area, buffer);
    }

    /// Where the cursor stands in the same area, as it was drawn there last.
    pub fn cursor(&self, area: Rect) -> Position {
        let at = self.area.screen_cursor();
        let (top, _) = self.area.scroll_offset();
        let row = u16::try_from(at.row)
            .unwrap_or(u16::MAX)
            .saturating_sub(top);
        let column = u16::try_from(at.col).unwrap_or(u16::MAX);
        Position::new(
            area.x + column.min(area.width.saturating_sub(1)),
            area.y + row.min(area.height.saturating_sub(1)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::press;

    fn typed(keys: &str) -> Input {
        let mut input = Input::default();
        for word in keys.split(' ') {
            match press(word) {
                Some(key) => assert!(input.key(key.into()), "{word}"),
                None => assert!(input.insert(word)),
            }
        }
        input
    }

    #[test]
    fn one_line_is_edited() {
        assert_eq!(typed("draft home x").text(), "xdraft");
        assert_eq!(typed("draft left delete").text(), "draf");
        assert_eq!(typed("the space draft ctrl-w").text(), "the ");
        assert_eq!(typed("draft left left ctrl-k").text(), "dra");
        assert_eq!(typed("draft left left ctrl-u").text(), "ft");
        assert_eq!(typed("e\u{301}e\u{301} backspace").text(), "e\u{301}");
        assert_eq!(typed("draft ctrl-a right backspace").text(), "raft");
    }

    #[test]
    fn what_was_offered_gives_way_to_what_is_typed_unless_the_cursor_moves() {
        let offered = |keys: &[&str]| {
            let mut input = Input::offered("in 2 weeks");
            for key in keys {
                input.key(press(key).expect("a key").into());
            }
            input.text().to_owned()
        };
        assert_eq!(offered(&[]), "in 2 weeks");
        assert_eq!(offered(&["f", "r", "i"]), "fri");
        assert_eq!(offered(&["backspace"]), "in 2 week");
        assert_eq!(offered(&["end", "!"]), "in 2 weeks!");
        let mut pasted = Input::offered("in 2 weeks");
        assert!(pasted.insert("mon") && pasted.insert("day"));
        assert_eq!(pasted.text(), "monday");
    }

    #[test]
    fn pasted_text_is_safe_and_bounded() {
        let mut input = Input::default();
        assert!(input.insert("a\nb\x1b[31m\u{202e}"));
        assert_eq!(input.text(), "a b\u{241b}[31m\u{fffd}");
        assert!(!input.insert(&"x".repeat(LINE)));
        let mut area = Area::new("a");
        assert!(area.insert("b\r\nc\x07"));
        assert_eq!(area.text(), "ab\nc\u{2407}");
        assert!(!area.insert(&"x".repeat(TEXT)));
        assert!(!area.insert(&"\n".repeat(LINES)));
        assert!(input.insert("y") && area.insert("d\n"));
        assert_eq!(area.text(), "ab\nc\u{2407}d\n");
    }

    #[test]
    fn the_cursor_is_always_seen() {
        let input = Input::new("\u{4e2d}\u{6587}\u{5b57}".repeat(10));
        let area = Rect::new(3, 0, 7, 1);
        assert!(area.contains(input.cursor(area)));
        assert_eq!(Input::new("ab").cursor(area), Position::new(5, 0));
        assert_eq!(
            Input::new("ab").cursor(Rect::new(0, 0, 0, 0)),
            Position::new(0, 0)
        );
    }
}
