//! The words that are looked for in the list beneath: one line above the footer.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page};
use crate::tui::theme::Theme;

/// The line with its frame.
const HEIGHT: u16 = 3;

/// The page.
pub struct Seek {
    input: Input,
}

impl Seek {
    /// With the words that were looked for last.
    pub fn new(words: String) -> Self {
        Self {
            input: Input::offered(words),
        }
    }
}

impl Page for Seek {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Value]
    }

    fn title(&self) -> String {
        "Find in this list".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        let height = HEIGHT.min(screen.height.saturating_sub(1));
        Rect {
            y: screen.bottom() - height,
            height,
            ..screen
        }
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Save => Flow::Seek(self.input.text().to_owned()),
            _ => Flow::Stay,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        self.input.draw(area, buffer, theme.text);
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let leads = matches!(key.code, KeyCode::Enter | KeyCode::Esc);
        (!leads && self.input.key(key)).then_some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        if self.input.insert(text.trim_end()) {
            Flow::Stay
        } else {
            Flow::Say(field::LINE_FULL.to_owned())
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        Some(self.input.cursor(area))
    }
}
