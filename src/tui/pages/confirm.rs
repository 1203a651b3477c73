//! A question before a change: it names the thing, and Enter leaves it as it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::journal::{Answer, Change, Question};
use crate::tui::command::{self, Command, Scope};
use crate::tui::page::{Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The question.
pub struct Confirm {
    says: String,
    yes: Flow,
}

impl Confirm {
    /// Asks in words before a change is told.
    pub fn new(says: String, change: Box<Change>) -> Self {
        Self {
            says,
            yes: Flow::TellAndBack(change),
        }
    }

    /// Asks before a file is replaced.
    pub fn replace(name: String, text: String) -> Self {
        let says = format!("{name} is there already. Replace it? What is in it now is gone then.");
        Self {
            says,
            yes: Flow::Replace { name, text },
        }
    }
}

impl Page for Confirm {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Confirm]
    }

    fn title(&self) -> String {
        "Sure?".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        let width = 60.min(screen.width.saturating_sub(2));
        let lines = paint::wrap(&self.says, usize::from(width.saturating_sub(4))).len();
        paint::popup(
            screen,
            width,
            u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(4),
        )
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Yes => self.yes.clone(),
            Command::No => Flow::Back,
            _ => Flow::Stay,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let body = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(2),
            ..area
        };
        paint::paragraph(buffer, body, &self.says, 0, theme.text);
        let last = paint::row(area, usize::from(area.height).saturating_sub(1));
        let last = Rect {
            x: last.x + 1,
            width: last.width.saturating_sub(1),
            ..last
        };
        paint::hints(buffer, last, command::rows(self.scopes()), theme);
    }
}
