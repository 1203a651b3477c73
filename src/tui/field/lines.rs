//! Several lines of text being typed, wrapped softly.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use super::{LINES, TEXT};
use crate::domain::text;
use crate::tui::edit::Edit;
use crate::tui::keymap::Press;

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
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
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
        match (Edit::of(key, true), key.code) {
            // the long text is handed to an editor by this key
            (_, KeyCode::Char('e')) if ctrl => return false,
            // at its first and last line the arrows lead to the next field
            (Some(Edit::Up), _) if self.area.cursor().0 == 0 => return false,
            (Some(Edit::Down), _) if self.area.cursor().0 + 1 >= self.area.lines().len() => {
                return false;
            }
            (Some(edit), _) => self.edit(edit),
            (None, KeyCode::Char(c)) if !Press::from(key).is_text() || text::is_hostile(c) => {
                return false;
            }
            (None, KeyCode::Char(_) | KeyCode::Enter | KeyCode::PageUp | KeyCode::PageDown) => {
                self.area.input(key);
            }
            _ => return false,
        }
        true
    }

    fn edit(&mut self, edit: Edit) {
        let area = &mut self.area;
        match edit {
            Edit::Left => area.move_cursor(CursorMove::Back),
            Edit::Right => area.move_cursor(CursorMove::Forward),
            Edit::Up => area.move_cursor(CursorMove::Up),
            Edit::Down => area.move_cursor(CursorMove::Down),
            Edit::Start => area.move_cursor(CursorMove::Head),
            Edit::End => area.move_cursor(CursorMove::End),
            Edit::Top => area.move_cursor(CursorMove::Jump(0, 0)),
            Edit::Bottom => area.move_cursor(CursorMove::Jump(u16::MAX, u16::MAX)),
            Edit::WordBack => area.move_cursor(CursorMove::WordBack),
            Edit::WordOn => area.move_cursor(CursorMove::WordForward),
            Edit::WordEnd => area.move_cursor(CursorMove::WordEnd),
            Edit::CutLeft => drop(area.delete_char()),
            Edit::CutRight => drop(area.delete_next_char()),
            Edit::CutWordBack => drop(area.delete_word()),
            Edit::CutWordOn => self.cut_word_on(),
            Edit::CutWordEnd => drop(area.delete_next_word()),
            Edit::CutToEnd => drop(area.delete_line_by_end()),
            Edit::CutToStart => drop(area.delete_line_by_head()),
            Edit::CutLine => self.cut_line(),
            Edit::Put => self.put(),
            Edit::Undo => drop(area.undo()),
            Edit::Break => area.insert_newline(),
        }
    }

    /// Up to the next word, but never over the end of the line.
    fn cut_word_on(&mut self) {
        let (row, column) = self.place();
        self.area.start_selection();
        self.area.move_cursor(CursorMove::WordForward);
        if self.place().0 != row {
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            let row = u16::try_from(row).unwrap_or(u16::MAX);
            self.area.cancel_selection();
            self.area.move_cursor(CursorMove::Jump(row, column));
            self.area.delete_line_by_end();
            return;
        }
        self.area.cut();
    }

    /// The whole line with its end, as one change; the last one goes with the end of the line before.
    fn cut_line(&mut self) {
        let (row, _) = self.place();
        let line = self.area.lines().get(row).cloned();
        let last = row + 1 >= self.area.lines().len();
        let jump =
            |row: usize, column| CursorMove::Jump(u16::try_from(row).unwrap_or(u16::MAX), column);
        let (from, to) = match (last, row) {
            (false, row) => (jump(row, 0), jump(row + 1, 0)),
            (true, 0) => (jump(0, 0), jump(0, u16::MAX)),
            (true, row) => (jump(row - 1, u16::MAX), jump(row, u16::MAX)),
        };
        self.area.move_cursor(from);
        self.area.start_selection();
        self.area.move_cursor(to);
        self.area.cut();
        self.area.move_cursor(CursorMove::Head);
        self.area.set_yank_text(line.unwrap_or_default() + "\n");
    }

    /// What was taken away last; whole lines come below the one under the cursor.
    fn put(&mut self) {
        let taken = self.area.yank_text();
        match taken.strip_suffix('\n').filter(|line| !line.is_empty()) {
            Some(line) => {
                self.area.move_cursor(CursorMove::End);
                self.insert(&format!("\n{line}"));
                self.area.set_yank_text(taken);
            }
            None => drop(self.area.paste()),
        }
    }

    /// The line and the column of the cursor.
    fn place(&self) -> (usize, usize) {
        let at = self.area.cursor();
        (at.0, at.1)
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
