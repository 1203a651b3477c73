//! The footer: a sentence, what may follow a key, or the keys that matter here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use super::{App, Sort};
use crate::tui::command::{self, Command, Row, Scope};
use crate::tui::keymap::{self, Press};
use crate::tui::{paint, room};

/// The least screen on which what may follow a key is told in a panel; below it the footer tells it.
const PANEL: (u16, u16) = (60, 16);

impl App {
    /// A sentence, a sequence of keys that has begun, or the keys that matter here.
    pub(super) fn footer(&self, buffer: &mut Buffer) {
        let area = paint::row(self.screen, usize::from(self.screen.height) - 1);
        // where there is little room, the keys have all of it
        let area = if room::is_narrow(area) {
            area
        } else {
            room::within(area)
        };
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
        if let Some(count) = self.count.filter(|_| self.pressed.is_empty()) {
            let says = format!("{count} \u{d7} a movement; G goes to line {count}");
            paint::put(buffer, area.x, area.y, area.width, &says, self.theme.strong);
            paint::put_right(buffer, area, "  Esc leaves it", self.theme.dim);
            return;
        }
        if self.pressed.is_empty() {
            // a line that is written on a page tells its own keys: the page's are letters then
            let writes = self.cursor().is_some() && !self.types();
            let area = self.mode(buffer, area);
            if !writes {
                self.keys(buffer, area);
            }
            return;
        }
        let follows = self.follows();
        paint::hints(
            buffer,
            area,
            follows.into_iter().map(|(_, row)| row),
            &self.theme,
        );
    }

    /// The keys of the page, as many as have room; help and the way back are always told.
    fn keys(&self, buffer: &mut Buffer, area: Rect) {
        let own = self.types() || self.is_menu();
        let global = if own { &[][..] } else { &[Scope::Global][..] };
        let last: Vec<_> = [Command::Help, Command::Back]
            .iter()
            .filter(|command| !self.types() || **command == Command::Back)
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
        let taken = |row: &Row| {
            command::rows(self.page_scopes()).any(|own| own.keys().first() == row.keys().first())
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

    /// The mode in which text is edited, before the keys; answers what is left of the row.
    fn mode(&self, buffer: &mut Buffer, area: Rect) -> Rect {
        let Some(says) = self.vi.says().filter(|_| self.writes()) else {
            return area;
        };
        let used = paint::put(buffer, area.x, area.y, area.width, &says, self.theme.focus) + 2;
        let used = used.min(area.width);
        Rect {
            x: area.x + used,
            width: area.width - used,
            ..area
        }
    }

    /// What may follow the keys that were pressed: each with the rest of its keys. An inner scope comes before an outer one.
    fn follows(&self) -> Vec<(String, &'static Row)> {
        let mut follows: Vec<(String, &'static Row)> = Vec::new();
        for row in command::rows(self.page_scopes()).chain(command::rows(&[Scope::Global])) {
            let begun = row.keys().iter().find(|keys| self.begins(keys));
            let Some(keys) = begun else {
                continue;
            };
            let rest: Vec<_> = keys.split(' ').skip(self.pressed.len()).collect();
            let rest = command::shown(&rest.join(" "));
            if !follows.iter().any(|(other, _)| *other == rest) {
                follows.push((rest, row));
            }
        }
        follows
    }

    /// A panel over the footer with what may follow, where there is room for it.
    pub(super) fn which(&self, buffer: &mut Buffer) {
        let body = self.body();
        if self.pressed.is_empty() || (body.width, body.height) < PANEL || body.height < PANEL.1 {
            return;
        }
        let follows = self.follows();
        let Ok(lines) = u16::try_from(follows.len()) else {
            return;
        };
        let height = (lines + 2).min(body.height);
        let place = Rect {
            y: body.bottom() - height,
            height,
            ..body
        };
        Clear.render(place, buffer);
        let keys: String = self.pressed.iter().map(|press| press.shown()).collect();
        Block::bordered()
            .border_style(self.theme.line)
            .title(format!(" {keys} \u{2026} "))
            .title_style(self.theme.title)
            .render(place, buffer);
        let inner = place.inner(ratatui::layout::Margin::new(2, 1));
        let names = follows.iter().map(|(_, row)| paint::width(row.name)).max();
        let names = names.unwrap_or(0) + 2;
        for (n, (rest, row)) in follows.iter().enumerate() {
            let at = paint::row(inner, n);
            let (key, name) = (paint::pad(rest, 4), paint::pad(row.name, names));
            let pieces = [
                (key.as_str(), self.theme.key),
                (name.as_str(), self.theme.strong),
                (row.says, self.theme.dim),
            ];
            paint::pieces(buffer, at, &pieces);
        }
    }

    /// The name of a row; the way back from home is the way out.
    fn name_of(&self, row: &Row) -> &'static str {
        if row.command == Command::Back && self.stack.len() == 1 {
            if self.sample { "leave sample" } else { "quit" }
        } else {
            row.name
        }
    }

    /// The key of a row that works here: a letter is text while typing.
    fn key_of(&self, row: &Row) -> String {
        let key = row.keys().iter().find(|key| !self.types() || key.len() > 1);
        key.map_or_else(|| row.shown(), |key| command::shown(key))
    }

    fn begins(&self, keys: &str) -> bool {
        keymap::sequence(keys).is_some_and(|keys: Vec<Press>| keys.starts_with(&self.pressed))
    }
}
