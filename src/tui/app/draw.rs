//! The frame around the pages: header, footer, and popups over what lies beneath.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

use super::{App, Sort};
use crate::tui::command::{self, Command, Scope};
use crate::tui::keymap::Press;
use crate::tui::{keymap, paint};

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
        Rect::new(x, y + 1.min(height), width, height.saturating_sub(2))
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
            place
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
        let area = paint::row(self.screen, 0);
        let day = self.journal.day();
        let day = if area.width < 60 {
            day.format("%-d %b").to_string()
        } else {
            day.format("%a %-d %b %Y").to_string()
        };
        let day = match (self.mask.is_some(), self.types(), area.width) {
            (false, ..) => day,
            (true, true, 80..) => format!("masked, but for what is typed \u{b7} {day}"),
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

    /// A sentence, a sequence of keys that has begun, or the keys that matter here.
    fn footer(&self, buffer: &mut Buffer) {
        let area = paint::row(self.screen, usize::from(self.screen.height) - 1);
        if let Some(running) = self.held_by() {
            let says = running.says();
            paint::put(buffer, area.x, area.y, area.width, &says, self.theme.strong);
            paint::put_right(buffer, area, "  Esc stops it", self.theme.dim);
            return;
        }
        if let Some(message) = &self.message {
            let (mark, style) = match message.sort {
                Sort::Done => ("\u{2713} ", self.theme.message),
                Sort::Said => ("", self.theme.strong),
                Sort::Wrong => ("! ", self.theme.error),
            };
            paint::pieces(buffer, area, &[(mark, style), (&message.says, style)]);
            return;
        }
        if self.pressed.is_empty() {
            // a line that is written on a page tells its own keys: the page's are letters then
            let writes = self.cursor().is_some() && !self.types();
            if !writes {
                self.keys(buffer, area);
            }
            return;
        }
        let fits = |row: &&command::Row| row.keys.iter().any(|keys| self.begins(keys));
        let rows = command::rows(self.page_scopes()).chain(command::rows(&[Scope::Global]));
        paint::hints(buffer, area, rows.filter(fits), &self.theme);
    }

    /// The keys of the page, as many as have room; help and the way back are always told.
    fn keys(&self, buffer: &mut Buffer, area: Rect) {
        let own = self.types() || self.is_menu();
        let global = if own { &[][..] } else { &[Scope::Global][..] };
        let last: Vec<_> = [Command::Help, Command::Back]
            .iter()
            .filter(|command| !own || **command == Command::Back)
            .filter_map(|command| command::row(*command, &[Scope::Global]))
            .map(|row| (self.key_of(row), row.command, self.name_of(row)))
            .collect();
        let needs: usize = last
            .iter()
            .map(|(key, _, name)| paint::width(key) + paint::width(name) + 3)
            .sum();
        let needs = u16::try_from(needs).unwrap_or(0);
        let room = Rect {
            width: area.width.saturating_sub(needs),
            ..area
        };
        let first = self.first();
        // a page may give a key of everywhere a meaning of its own
        let taken = |row: &command::Row| {
            command::rows(self.page_scopes()).any(|own| own.keys.first() == row.keys.first())
        };
        let rows = first
            .and_then(|command| command::row(command, self.page_scopes()))
            .into_iter()
            .chain(
                command::rows(self.page_scopes())
                    .filter(|row| Some(row.command) != first && row.footer),
            )
            .chain(command::rows(global).filter(|row| row.footer && !taken(row)))
            .filter(|row| !last.iter().any(|(_, last, _)| *last == row.command));
        let used = paint::hints(buffer, room, rows, &self.theme).min(area.width);
        let rest = Rect {
            x: area.x + used,
            width: area.width - used,
            ..area
        };
        let mut pieces = Vec::new();
        for (n, (key, _, name)) in last.iter().enumerate() {
            let gap = if n == 0 { "" } else { "  " };
            let words = [gap, key.as_str(), " ", *name];
            let styles = [
                self.theme.dim,
                self.theme.key,
                self.theme.dim,
                self.theme.dim,
            ];
            pieces.extend(words.into_iter().zip(styles));
        }
        paint::pieces(buffer, rest, &pieces);
    }

    /// What the page on top wants named first.
    fn first(&self) -> Option<Command> {
        self.stack.last().and_then(|open| open.page.first())
    }

    /// Whether letters are typed here: then only named keys are told.
    pub(super) fn types(&self) -> bool {
        self.page_scopes().iter().any(|scope| {
            matches!(
                scope,
                Scope::Form | Scope::Forget | Scope::Quick | Scope::Choose | Scope::Search
            )
        })
    }

    /// The name of a row; the way back from home is the way out.
    fn name_of(&self, row: &command::Row) -> &'static str {
        if row.command == Command::Back && self.stack.len() == 1 {
            "quit"
        } else {
            row.name
        }
    }

    /// The key of a row that works here: a letter is text while typing.
    fn key_of(&self, row: &command::Row) -> String {
        let key = row.keys.iter().find(|key| !self.types() || key.len() > 1);
        key.map_or_else(|| row.shown(), |key| command::shown(key))
    }

    fn begins(&self, keys: &str) -> bool {
        keymap::sequence(keys).is_some_and(|keys: Vec<Press>| keys.starts_with(&self.pressed))
    }
}
