//! A question at the foot of a page, answered in a few lines of text: a gate, a reason, a sentence, a note.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::marks;
use crate::tui::field::Area;
use crate::tui::page::Typing;
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// Lines for the answer.
const LINES: u16 = 3;

/// What a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// It was typed.
    On,
    /// It is no key for typing: a command may have it.
    Not,
    /// The answer is finished; its text, trimmed.
    Done(String),
    /// The question is put away; what was typed so far.
    Away(String),
    /// The answer is to be written in `$EDITOR`.
    Editor(String),
}

/// A question and the answer being typed. `T` is what the answer is for.
pub struct Prompt<T> {
    /// What the answer is for.
    pub about: T,
    question: String,
    area: Area,
    /// What it started from: typed again, nothing would be lost.
    before: String,
    /// What was thrown away, to be brought back.
    thrown: Option<String>,
}

impl<T> Prompt<T> {
    /// Asks, starting from a text.
    pub fn new(about: T, question: impl Into<String>, text: &str) -> Self {
        Self {
            about,
            question: question.into(),
            area: Area::new(text),
            before: text.to_owned(),
            thrown: None,
        }
    }

    /// Goes on with what was typed before, if anything was.
    #[must_use]
    pub fn going_on(mut self, typed: &str) -> Self {
        self.take_up(typed);
        self
    }

    /// Takes up what was typed before, if anything was.
    pub fn take_up(&mut self, typed: &str) {
        if !typed.trim().is_empty() {
            self.area = Area::new(typed);
        }
    }

    /// What was typed and would be lost; `None`: nothing.
    pub fn typed(&self) -> Option<String> {
        let text = self.text();
        (text.trim() != self.before.trim() && !text.trim().is_empty()).then_some(text)
    }

    /// Throws away what was typed, or brings it back.
    fn start_anew(&mut self) {
        let text = match self.typed() {
            Some(typed) => {
                self.thrown = Some(typed);
                self.before.clone()
            }
            None => match self.thrown.take() {
                Some(thrown) => thrown,
                None => return,
            },
        };
        self.area = Area::new(&text);
    }

    /// Asks in other words.
    pub fn asks(&mut self, question: impl Into<String>) {
        self.question = question.into();
    }

    /// What was typed so far.
    pub fn text(&self) -> String {
        self.area.text()
    }

    /// Every key but those with Ctrl is for the answer: Enter finishes, Alt-Enter breaks the line, Esc puts it away.
    pub fn key(&mut self, key: KeyEvent) -> Typed {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter if alt => {
                self.area.insert("\n");
            }
            KeyCode::Enter | KeyCode::Tab => return Typed::Done(self.text().trim().to_owned()),
            KeyCode::Char('s') if ctrl => return Typed::Done(self.text().trim().to_owned()),
            KeyCode::Char('x') if ctrl => self.start_anew(),
            KeyCode::Char('e') if ctrl => return Typed::Editor(self.text()),
            KeyCode::Esc => return Typed::Away(self.text()),
            _ if self.area.key(key) => {}
            // plain letters never become commands while text is typed
            KeyCode::Char(_) if !ctrl && !alt => {}
            KeyCode::Char(_) => return Typed::Not,
            _ => {}
        }
        Typed::On
    }

    /// The part of a page that it takes, at its foot, and what is left above.
    pub fn split(&self, area: Rect) -> (Rect, Rect) {
        let words = paint::wrap(&self.question, usize::from(area.width)).len();
        let lines = if room::is_low(area) { 1 } else { LINES };
        let asked = u16::try_from(words)
            .unwrap_or(1)
            .min(area.height / 3)
            .max(1);
        let height = (asked + lines + 2).min(area.height);
        let foot = Rect {
            y: area.bottom() - height,
            height,
            ..area
        };
        let rest = Rect {
            height: area.height - height,
            ..area
        };
        (rest, foot)
    }

    /// Where the answer is typed, within [`Prompt::split`]'s foot.
    fn field(foot: Rect, area: Rect) -> Rect {
        let lines = if room::is_low(area) { 1 } else { LINES };
        Rect {
            x: foot.x + 2,
            width: foot.width.saturating_sub(2),
            y: foot.bottom().saturating_sub(lines + 1),
            height: lines.min(foot.height),
        }
    }

    /// Draws it at the foot of a page's area.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (_, foot) = self.split(area);
        let rule = marks::RULE.repeat(usize::from(foot.width));
        paint::put(buffer, foot.x, foot.y, foot.width, &rule, theme.line);
        let field = Self::field(foot, area);
        let words = Rect {
            y: foot.y + 1,
            height: field.y.saturating_sub(foot.y + 1),
            ..foot
        };
        paint::paragraph(buffer, words, &self.question, 0, theme.focus);
        paint::put(buffer, foot.x, field.y, 2, marks::RIGHT, theme.focus);
        self.area.draw(field, buffer, theme.text);
        let last = paint::row(foot, usize::from(foot.height.saturating_sub(1)));
        let keys = "Enter done  Esc put away  ^E editor  Alt-Enter new line  ^X start anew";
        paint::put(buffer, last.x, last.y, last.width, keys, theme.dim);
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self, area: Rect) -> Position {
        let (_, foot) = self.split(area);
        self.area.cursor(Self::field(foot, area))
    }
}

/// What was typed to a question that was put away, kept for when it is asked again.
#[derive(Debug, Clone)]
pub struct Kept<T> {
    texts: Vec<(T, String)>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { texts: Vec::new() }
    }
}

impl<T: PartialEq> Kept<T> {
    /// Keeps a text, or forgets it when it is empty.
    pub fn keep(&mut self, about: T, text: String) {
        self.texts.retain(|(other, _)| *other != about);
        if !text.trim().is_empty() {
            self.texts.push((about, text));
        }
    }

    /// The text that was kept.
    pub fn text(&self, about: &T) -> &str {
        let found = self.texts.iter().find(|(other, _)| other == about);
        found.map_or("", |(_, text)| text.as_str())
    }
}

impl<T> Typing for Prompt<T> {
    fn paste(&mut self, text: &str) -> bool {
        self.area.insert(text)
    }

    fn set(&mut self, text: &str) {
        self.area = Area::new(text);
    }
}
