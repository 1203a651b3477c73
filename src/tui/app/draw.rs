//! The frame around the pages: header, footer, and popups over what lies beneath.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

use super::App;
use crate::tui::command::Command;
use crate::tui::{paint, room};

/// The least that pages are drawn on.
const LEAST: (u16, u16) = (20, 5);

impl App {
    /// Draws the whole screen.
    pub fn draw(&self, buffer: &mut Buffer) {
        if buffer.area.union(self.screen) == buffer.area {
            return self.draw_whole(buffer);
        }
        // the terminal became smaller, and the event that says so is still on its way: what fits is shown until then
        let mut whole = Buffer::empty(self.screen);
        self.draw_whole(&mut whole);
        for at in self.screen.intersection(buffer.area).positions() {
            buffer[at] = whole[at].clone();
        }
        paint::settle(buffer);
        paint::dress(buffer, &self.theme);
    }

    fn draw_whole(&self, buffer: &mut Buffer) {
        let _worn = self.worn();
        let screen = self.screen.intersection(buffer.area);
        if screen.width < LEAST.0 || screen.height < LEAST.1 {
            let says = format!("too small: {}\u{d7}{} at least", LEAST.0, LEAST.1);
            paint::paragraph(buffer, screen, &says, 0, self.theme.text);
            return paint::dress(buffer, &self.theme);
        }
        self.header(buffer);
        self.strip(buffer);
        for n in self.lowest()..self.stack.len() {
            let (place, inner) = (self.place(n), self.inner(n));
            if place != self.body() {
                buffer.set_style(self.body(), self.theme.beneath);
                Clear.render(place, buffer);
                let title = paint::fit(
                    &self.stack[n].page.title(),
                    usize::from(place.width.saturating_sub(4)),
                );
                Block::bordered()
                    .border_style(self.theme.line)
                    .title(format!(" {title} "))
                    .title_style(self.theme.title)
                    .render(place, buffer);
            }
            self.stack[n].page.draw(inner, buffer, &self.theme);
        }
        self.footer(buffer);
        self.which(buffer);
        paint::settle(buffer);
        paint::dress(buffer, &self.theme);
    }

    /// Where the terminal's cursor stands, while text is being typed.
    pub fn cursor(&self) -> Option<Position> {
        if self.screen.width < LEAST.0 || self.screen.height < LEAST.1 {
            return None;
        }
        let top = self.stack.len().checked_sub(1)?;
        let at = self.stack[top].page.cursor(self.inner(top))?;
        self.screen.contains(at).then_some(at)
    }

    /// What lies between header and footer.
    pub(super) fn body(&self) -> Rect {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.screen;
        let strip = self.strip_rows();
        let (above, around) = ((1 + strip).min(height), 2 + strip);
        Rect::new(x, y + above, width, height.saturating_sub(around))
    }

    /// The part of the body that a page takes.
    pub(super) fn place(&self, n: usize) -> Rect {
        let body = self.body();
        self.stack[n].page.place(body).intersection(body)
    }

    /// The part that it draws on: within its frame, if it is a popup.
    pub(super) fn inner(&self, n: usize) -> Rect {
        let place = self.place(n);
        if place == self.body() {
            room::within(place)
        } else {
            place.inner(ratatui::layout::Margin::new(1, 1))
        }
    }

    /// The lowest page that is seen: the last one that takes the whole body.
    pub(super) fn lowest(&self) -> usize {
        let body = self.body();
        (0..self.stack.len())
            .rev()
            .find(|n| self.place(*n) == body)
            .unwrap_or(0)
    }

    fn header(&self, buffer: &mut Buffer) {
        let area = room::within(paint::row(self.screen, 0));
        let day = self.journal.day();
        let day = if room::is_narrow(area) {
            day.format("%-d %b").to_string()
        } else {
            day.format("%a %-d %b %Y").to_string()
        };
        let day = match (self.mask.is_some(), self.types(), area.width) {
            (false, ..) => day,
            (true, true, 78..) => format!("masked, but for what is typed \u{b7} {day}"),
            (true, ..) => format!("masked \u{b7} {day}"),
        };
        let taken = paint::put_right(buffer, area, &day, self.theme.dim);
        let left = Rect {
            width: area.width.saturating_sub(taken + 2),
            ..area
        };
        let title = self
            .stack
            .get(self.lowest())
            .map_or_else(String::new, |open| open.page.title());
        let used = paint::put(buffer, left.x, left.y, left.width, &title, self.theme.title);
        if !self.note.is_empty() && left.width > used + 3 {
            let note = format!("  \u{b7} {}", self.note);
            paint::put(
                buffer,
                left.x + used,
                left.y,
                left.width - used,
                &note,
                self.theme.dim,
            );
        }
    }

    /// What the page on top wants named first.
    pub(super) fn first(&self) -> Option<Command> {
        self.stack.last().and_then(|open| open.page.first())
    }

    /// Whether letters are typed here: then only named keys are told.
    pub(super) fn types(&self) -> bool {
        self.page_scopes().iter().any(|scope| scope.types())
    }
}
