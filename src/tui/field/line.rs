//! One line of text being typed: letters, motions, what was taken away, and the way back.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::LINE;
use crate::domain::text;
use crate::tui::edit::Edit;
use crate::tui::keymap::Press;
use crate::tui::{mask, paint};

/// One line of text being typed. The cursor stands between graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The byte at which the cursor stands, always between graphemes.
    at: usize,
    /// Whether the text was only offered: what is typed first takes its place.
    offered: bool,
    /// What was taken away last, to be put back.
    taken: String,
    /// What it was before each change, the newest last, and where the cursor stood.
    past: Vec<(String, usize)>,
    /// Whether the newest change was a letter of a word: the next one belongs to it.
    in_word: bool,
}

/// How many changes can be taken back.
const CHANGES: usize = 200;

impl Input {
    /// With a text, the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            at: text.len(),
            text,
            ..Self::default()
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
        self.remember(false);
        self.text = text.into();
        self.at = self.text.len();
        self.offered = false;
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// Inserts text at the cursor: hostile characters become marks, line ends spaces. Answers whether there was room.
    pub fn insert(&mut self, more: &str) -> bool {
        if std::mem::take(&mut self.offered) {
            self.take(0, self.text.len());
        }
        if self.text.len() + more.len() > LINE
            && self.text.chars().count() + more.chars().count() > LINE
        {
            return false;
        }
        let more = text::typed(more, false);
        self.remember(more.chars().all(char::is_alphanumeric));
        self.text.insert_str(self.at, &more);
        self.at += more.len();
        true
    }

    /// Does an editing key; whether it was one.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        if let Some(edit) = Edit::of(key, false) {
            self.edit(edit);
        } else if let KeyCode::Char(c) = key.code
            && Press::from(key).is_text()
        {
            self.insert(c.encode_utf8(&mut [0; 4]));
        } else {
            return false;
        }
        self.offered = false;
        true
    }

    fn edit(&mut self, edit: Edit) {
        let end = self.text.len();
        match edit {
            Edit::Left => self.at = self.left(),
            Edit::Right => self.at = self.right(),
            Edit::Start | Edit::Top => self.at = 0,
            Edit::End | Edit::Bottom => self.at = end,
            Edit::WordBack => self.at = self.word_before(),
            Edit::WordOn => self.at = self.word_on(),
            Edit::WordEnd => self.at = self.last_of_word(),
            Edit::CutLeft => self.cut(self.left(), self.at),
            Edit::CutRight => self.cut(self.at, self.right()),
            Edit::CutWordBack => self.take(self.word_before(), self.at),
            Edit::CutWordOn => self.take(self.at, self.word_on()),
            Edit::CutWordEnd => self.take(self.at, self.word_end(self.at)),
            Edit::CutToEnd => self.take(self.at, end),
            Edit::CutToStart => self.take(0, self.at),
            Edit::CutLine => self.take(0, end),
            Edit::Put => {
                let taken = self.taken.clone();
                self.insert(&taken);
            }
            Edit::Undo => {
                if let Some((text, at)) = self.past.pop() {
                    (self.text, self.at) = (text, at);
                }
            }
            Edit::Up | Edit::Down | Edit::Break => {}
        }
        self.in_word = false;
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

    /// The start of the next word.
    fn word_on(&self) -> usize {
        let mut words = self.text.split_word_bound_indices();
        words
            .find(|(byte, word)| *byte > self.at && !word.trim().is_empty())
            .map_or(self.text.len(), |(byte, _)| byte)
    }

    /// Behind the word at a place, or behind the next one.
    fn word_end(&self, at: usize) -> usize {
        let words = self.text.split_word_bound_indices();
        let ends = words.filter(|(_, word)| !word.trim().is_empty());
        let mut ends = ends.map(|(byte, word)| byte + word.len());
        ends.find(|end| *end > at).unwrap_or(self.text.len())
    }

    /// Before the last letter of the word, or of the next one where it stands there already.
    fn last_of_word(&self) -> usize {
        let end = self.word_end(self.right());
        let before = self.text.get(..end).unwrap_or_default();
        before
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(byte, _)| byte)
    }

    /// Takes a part away.
    fn cut(&mut self, from: usize, to: usize) {
        if from < to {
            self.remember(false);
            self.text.replace_range(from..to, "");
        }
        self.at = from;
    }

    /// Takes a part away, to be put back.
    fn take(&mut self, from: usize, to: usize) {
        if from < to {
            self.taken = self.text.get(from..to).unwrap_or_default().to_owned();
        }
        self.cut(from, to);
    }

    /// Notes what it is before a change; letters of one word are one.
    fn remember(&mut self, letters: bool) {
        if !(letters && self.in_word) {
            if self.past.len() == CHANGES {
                self.past.remove(0);
            }
            self.past.push((self.text.clone(), self.at));
        }
        self.in_word = letters;
    }
}
