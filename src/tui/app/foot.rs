//! The footer: a sentence, what may follow a key, or the keys that matter here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

use super::{App, Sort};
use crate::tui::command::{self, Command, Row, Scope, told};
use crate::tui::keymap::{self, Press};
use crate::tui::{paint, room};

/// The least screen on which what may follow a key is told in a panel; below it the footer tells it.
const PANEL: (u16, u16) = (60, 16);

/// A key with its name, and where they stand.
struct Hint {
    at: Rect,
    /// The key as people read it, and as the table writes it.
    key: String,
    keys: &'static str,
    name: &'static str,
}

/// Hints from the left, as many as have room.
fn laid(area: Rect, rows: impl Iterator<Item = (String, &'static str, &'static str)>) -> Vec<Hint> {
    let mut hints = Vec::new();
    let mut x = area.x;
    for (key, keys, name) in rows.filter(|(key, ..)| !key.is_empty()) {
        let needs = paint::width(&key) + 1 + paint::width(name);
        if area.height == 0 || usize::from(area.right().saturating_sub(x)) < needs {
            break;
        }
        let width = u16::try_from(needs).unwrap_or(u16::MAX);
        let at = Rect { x, width, ..area };
        hints.push(Hint {
            at,
            key,
            keys,
            name,
        });
        x = x.saturating_add(width + 2);
    }
    hints
}

impl App {
    /// A sentence, a sequence of keys that has begun, or the keys that matter here.
    pub(super) fn footer(&self, buffer: &mut Buffer) {
        let area = self.foot();
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
            let says = told!(
                "{count} \u{d7} a movement; {end} goes to line {count}",
                end = List.Bottom
            );
            paint::put(buffer, area.x, area.y, area.width, &says, self.theme.strong);
            paint::put_right(buffer, area, "  Esc leaves it", self.theme.dim);
            return;
        }
        self.mode(buffer, area);
        for hint in self.hints() {
            let room = area.right().saturating_sub(hint.at.x);
            let (x, y) = (hint.at.x, hint.at.y);
            let used = paint::put(buffer, x, y, room, &hint.key, self.theme.key) + 1;
            let room = room.saturating_sub(used);
            paint::put(buffer, x + used, y, room, hint.name, self.theme.dim);
        }
    }

    /// The footer's row; where there is little room, the keys have all of it.
    fn foot(&self) -> Rect {
        let last = usize::from(self.screen.height).saturating_sub(1);
        let area = paint::row(self.screen, last);
        if room::is_narrow(area) {
            area
        } else {
            room::within(area)
        }
    }

    /// The hints of the footer and where they stand; none while a sentence stands there, or where a line that is written on
    /// a page tells its own keys.
    fn hints(&self) -> Vec<Hint> {
        let area = self.foot();
        if self.held_by().is_some() || self.message.is_some() {
            return Vec::new();
        }
        if !self.pressed.is_empty() {
            let follows = self.follows().into_iter();
            return laid(
                area,
                follows.map(|(_, keys, row)| (row.shown(), keys, row.name)),
            );
        }
        if self.count.is_some() || (self.cursor().is_some() && !self.types()) {
            return Vec::new();
        }
        let mode = self.vi.says().filter(|_| self.writes());
        let taken = mode.map_or(0, |says| paint::width(&says) + 2);
        let taken = u16::try_from(taken).unwrap_or(0).min(area.width);
        self.page_hints(Rect {
            x: area.x + taken,
            width: area.width - taken,
            ..area
        })
    }

    /// The keys of the page, as many as have room; help and the way back are always told.
    fn page_hints(&self, area: Rect) -> Vec<Hint> {
        let own = self.types() || self.is_menu();
        let global = if own { &[][..] } else { &[Scope::Global][..] };
        let last: Vec<&Row> = [Command::Help, Command::Back]
            .iter()
            .filter(|command| !self.types() || **command == Command::Back)
            .filter_map(|command| command::row(*command, &[Scope::Global]))
            .collect();
        let needs: usize = last
            .iter()
            .map(|row| paint::width(&self.key_of(row)) + paint::width(self.name_of(row)) + 3)
            .sum();
        let room = Rect {
            width: area.width.saturating_sub(u16::try_from(needs).unwrap_or(0)),
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
            .filter(|row| !last.iter().any(|last| last.command == row.command))
            .map(|row| {
                (
                    row.shown(),
                    row.keys().first().copied().unwrap_or_default(),
                    row.name,
                )
            });
        let mut hints = laid(room, rows);
        let used = hints
            .last()
            .map_or(0, |hint| hint.at.right() + 2 - area.x)
            .min(area.width);
        let rest = Rect {
            x: area.x + used,
            width: area.width - used,
            ..area
        };
        hints.extend(self.last_hints(&last, rest));
        hints
    }

    /// Help and the way back, after the others.
    fn last_hints(&self, last: &[&Row], rest: Rect) -> Vec<Hint> {
        let mut hints = Vec::new();
        let mut x = rest.x;
        for (key, keys, name) in last
            .iter()
            .map(|row| (self.key_of(row), self.keys_of(row), self.name_of(row)))
        {
            let wide = u16::try_from(paint::width(&key) + 1 + paint::width(name)).unwrap_or(0);
            let at = Rect {
                x,
                width: wide,
                ..rest
            }
            .intersection(rest);
            hints.push(Hint {
                at,
                key,
                keys,
                name,
            });
            x = x.saturating_add(wide + 2);
        }
        hints
    }

    /// The keys that are still to be pressed for what was clicked in the footer or in the panel over it.
    pub(super) fn clicked_keys(&self, at: Position) -> Option<Vec<Press>> {
        let panel = self
            .panel()
            .filter(|panel| panel.contains(at))
            .map(|panel| {
                let n = usize::from(at.y - panel.y).checked_sub(1)?;
                self.follows().into_iter().nth(n).map(|(_, keys, _)| keys)
            });
        let keys = match panel {
            Some(keys) => keys?,
            None => {
                self.hints()
                    .into_iter()
                    .find(|hint| hint.at.contains(at))?
                    .keys
            }
        };
        let mut presses = keymap::sequence(keys)?;
        presses.drain(..self.pressed.len().min(presses.len()));
        Some(presses)
    }

    /// The mode in which text is edited, before the keys.
    fn mode(&self, buffer: &mut Buffer, area: Rect) {
        if let Some(says) = self.vi.says().filter(|_| self.writes()) {
            paint::put(buffer, area.x, area.y, area.width, &says, self.theme.focus);
        }
    }

    /// What may follow the keys that were pressed: the rest of its keys, all of them, and its row. An inner scope comes
    /// before an outer one.
    fn follows(&self) -> Vec<(String, &'static str, &'static Row)> {
        let mut follows: Vec<(String, &'static str, &'static Row)> = Vec::new();
        for row in command::rows(self.page_scopes()).chain(command::rows(&[Scope::Global])) {
            let begun = row.keys().iter().find(|keys| self.begins(keys));
            let Some(keys) = begun else {
                continue;
            };
            let rest: Vec<_> = keys.split(' ').skip(self.pressed.len()).collect();
            let rest = command::shown(&rest.join(" "));
            if !follows.iter().any(|(other, ..)| *other == rest) {
                follows.push((rest, keys, row));
            }
        }
        follows
    }

    /// Where what may follow is told in a panel; `None`: nothing was begun, or there is no room for one.
    fn panel(&self) -> Option<Rect> {
        let body = self.body();
        if self.pressed.is_empty() || body.width < PANEL.0 || body.height < PANEL.1 {
            return None;
        }
        let lines = u16::try_from(self.follows().len()).unwrap_or(u16::MAX);
        let height = lines.saturating_add(2).min(body.height);
        Some(Rect {
            y: body.bottom() - height,
            height,
            ..body
        })
    }

    /// A panel over the footer with what may follow, where there is room for it.
    pub(super) fn which(&self, buffer: &mut Buffer) {
        let Some(place) = self.panel() else {
            return;
        };
        let follows = self.follows();
        Clear.render(place, buffer);
        let keys: String = self.pressed.iter().map(|press| press.shown()).collect();
        Block::bordered()
            .border_style(self.theme.line)
            .title(format!(" {keys} \u{2026} "))
            .title_style(self.theme.title)
            .render(place, buffer);
        let inner = place.inner(ratatui::layout::Margin::new(2, 1));
        let names = follows.iter().map(|(.., row)| paint::width(row.name)).max();
        let names = names.unwrap_or(0) + 2;
        for (n, (rest, _, row)) in follows.iter().enumerate() {
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

    /// The keys of a row that work here: a letter is text while typing.
    fn keys_of(&self, row: &Row) -> &'static str {
        let keys = row.keys();
        let fits = keys
            .iter()
            .find(|key| !self.types() || key.chars().count() > 1);
        fits.or(keys.first()).copied().unwrap_or_default()
    }

    fn key_of(&self, row: &Row) -> String {
        command::shown(self.keys_of(row))
    }

    fn begins(&self, keys: &str) -> bool {
        keymap::sequence(keys).is_some_and(|keys: Vec<Press>| keys.starts_with(&self.pressed))
    }
}
