//! Which kind to write: a menu, one key each.

use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::RecordId;
use crate::domain::fields::Reading;
use crate::journal::{Answer, Question};
use crate::tui::command::{self, Command, Scope};
use crate::tui::page::{Flow, Page};
use crate::tui::theme::Theme;
use crate::tui::{hand, menu};

/// The menu.
pub struct Add {
    who: Option<RecordId>,
    now: NaiveDateTime,
}

impl Add {
    /// For something about a relationship.
    pub fn new(who: Option<RecordId>) -> Self {
        Self {
            who,
            now: NaiveDateTime::default(),
        }
    }
}

impl Page for Add {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Add]
    }

    fn title(&self) -> String {
        "Add".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        menu::place(screen, command::rows(self.scopes()).count())
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.now = with.now;
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        hand::new(command, self.who, self.now.date()).map_or(Flow::Stay, Flow::Instead)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let rows: Vec<_> = command::rows(self.scopes()).collect();
        menu::clicked(area, at, &rows).map_or(Flow::Stay, |command| self.act(command))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let rows: Vec<_> = command::rows(self.scopes()).collect();
        menu::draw(area, buffer, &rows, theme);
    }
}
