//! The mouse: a click is the key that stands there, the line, the tab or the field; the wheel moves as the arrows do.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::App;
use crate::tui::command::{Command, Scope};
use crate::tui::page::Flow;
use crate::tui::paint;

impl App {
    /// A click or a turn of the wheel; whether it meant anything.
    pub(super) fn mouse(&mut self, mouse: MouseEvent) -> bool {
        let turn = |command| (0..3).map(move |_| command);
        let clicked = self.clicked.take();
        match mouse.kind {
            MouseEventKind::ScrollDown => turn(Command::Down).for_each(|c| self.command(c)),
            MouseEventKind::ScrollUp => turn(Command::Up).for_each(|c| self.command(c)),
            MouseEventKind::Down(MouseButton::Left) => {
                self.click(Position::new(mouse.column, mouse.row), clicked);
            }
            // a button that is let go of belongs to its click
            MouseEventKind::Up(_) => {
                self.clicked = clicked;
                return false;
            }
            _ => return false,
        }
        true
    }

    /// A click: on a hint it is its keys, outside a popup it closes it, on the header it goes back, on a page it is the page's;
    /// on the line that was clicked last it opens that.
    fn click(&mut self, at: Position, before: Option<(usize, u16)>) {
        if let Some(presses) = self.clicked_keys(at) {
            self.message = None;
            return presses.into_iter().for_each(|press| self.key(press.into()));
        }
        let had_message = self.message.take().is_some();
        self.nothing();
        let Some(top) = self.stack.len().checked_sub(1) else {
            return;
        };
        let (area, inner) = (self.place(top), self.inner(top));
        if inner.contains(at) {
            let again = before == Some((self.stack.len(), at.y));
            let opens = self.opens(top, at);
            let flow = self.stack[top].page.click(inner, at);
            let moved = flow == Flow::Stay;
            self.follow(flow);
            if moved && opens {
                if again {
                    return self.command(Command::Open);
                }
                self.clicked = Some((self.stack.len(), at.y));
            }
            return;
        }
        let beside = !area.contains(at) && area != self.body();
        let header = paint::row(self.screen, 0).contains(at) && top > 0 && !had_message;
        if beside || header {
            self.back();
        }
    }

    /// Whether a line of a list stands there, which a second click opens.
    fn opens(&self, top: usize, at: Position) -> bool {
        let lists = |scope: &Scope| matches!(scope, Scope::List | Scope::Search);
        let open = &self.stack[top].page;
        open.scopes().iter().any(lists) && open.is_line(self.inner(top), at)
    }
}
