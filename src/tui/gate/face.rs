//! How the gate looks: what this is, a field of dots, what was wrong, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Asks, Gate};
use crate::domain::guardrail::FIRST_RUN;
use crate::domain::marks::{self, Glyphs};
use crate::tui::command;
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// The label of the field, in as many columns as it takes.
const LABEL: &str = "Passphrase ";

/// One letter that was typed.
fn dot(theme: &Theme) -> &'static str {
    match theme.glyphs {
        Glyphs::Unicode => marks::WANTED,
        Glyphs::Ascii => "*",
    }
}

/// The widest that sentences run.
const WIDE: u16 = 72;

impl Gate {
    /// Draws it on the whole screen.
    pub fn draw(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let title = match self.asks {
            Asks::Open => "Locked journal",
            _ => "New journal",
        };
        let head = paint::row(screen, 0);
        paint::put(buffer, head.x, head.y, head.width, title, theme.title);
        let area = body(screen);
        let above = self.above(area, theme);
        for (n, (line, style)) in above.iter().enumerate() {
            let at = paint::row(area, n);
            paint::put(buffer, at.x, at.y, at.width, line, *style);
        }
        if let Some(field) = self.field(area, theme) {
            let dots = dot(theme).repeat(self.shown(field));
            let pieces = [(LABEL, theme.focus), (dots.as_str(), theme.text)];
            paint::pieces(buffer, field, &pieces);
        }
        let from = above.len() + usize::from(self.types());
        for (n, (line, style)) in self.below(area, theme).iter().enumerate() {
            let at = paint::row(area, from + n);
            if at.height > 0 {
                paint::put(buffer, at.x, at.y, at.width, line, *style);
            }
        }
        let foot = paint::row(screen, usize::from(screen.height).saturating_sub(1));
        paint::hints(buffer, foot, command::rows(&[self.scope()]), theme);
    }

    /// Where the terminal's cursor stands, while a passphrase is typed.
    pub fn cursor(&self, screen: Rect) -> Option<Position> {
        let field = self.field(body(screen), &Theme::plain())?;
        let dots = u16::try_from(self.shown(field)).unwrap_or(0);
        let label = u16::try_from(paint::width(LABEL)).unwrap_or(0);
        let x = (field.x + label + dots).min(field.right().saturating_sub(1));
        let at = Position::new(x, field.y);
        screen.contains(at).then_some(at)
    }

    fn types(&self) -> bool {
        !matches!(self.asks, Asks::Offer)
    }

    /// How many dots have room.
    fn shown(&self, field: Rect) -> usize {
        let room = usize::from(field.width).saturating_sub(paint::width(LABEL) + 1);
        self.typed.letters().min(room)
    }

    /// The row of the field; `None`: nothing is typed here, or there is no room for anything.
    fn field(&self, area: Rect, theme: &Theme) -> Option<Rect> {
        let row = paint::row(area, self.above(area, theme).len());
        (self.types() && row.height > 0).then_some(row)
    }

    /// What stands above the field, cut so that the field and what stands below it have room.
    fn above(&self, area: Rect, theme: &Theme) -> Vec<(String, Style)> {
        let width = usize::from(area.width);
        let mut lines = Vec::new();
        let mut say = |text: &str, style: Style| {
            lines.extend(paint::wrap(text, width).into_iter().map(|l| (l, style)));
        };
        say(&self.file, theme.dim);
        let tight = room::is_low(area);
        for (words, strong) in self.words(tight) {
            if !tight || words.is_empty() {
                say("", theme.text);
            }
            say(words, if *strong { theme.strong } else { theme.text });
        }
        if !tight {
            say("", theme.text);
        }
        let taken = usize::from(self.types()) + self.below(area, theme).len();
        lines.truncate(usize::from(area.height).saturating_sub(taken));
        lines
    }

    /// The sentences of a question, the important ones in bold; fewer where there is little room.
    fn words(&self, tight: bool) -> &'static [(&'static str, bool)] {
        match (&self.asks, tight) {
            (Asks::Open, _) => &[("This journal is locked. Its passphrase opens it.", true)],
            (Asks::Offer, false) => &[
                ("Should this journal be locked with a passphrase?", true),
                (
                    "Locked, the file and its backups are encrypted, and the passphrase is asked for at every start. Not locked, only your user account keeps others out of it; trustline lock locks it later.",
                    false,
                ),
                (
                    "A passphrase that is lost cannot be found again by anybody, and the journal is lost with it.",
                    false,
                ),
                (FIRST_RUN, false),
            ],
            (Asks::Offer, true) => &[
                ("Lock it with a passphrase?", true),
                (
                    "Its file and backups are then encrypted. A lost passphrase is lost for good, and the journal with it. trustline lock locks it later.",
                    false,
                ),
            ],
            (Asks::Choose, false) => &[
                ("Choose a passphrase for this journal.", true),
                (
                    "Five words or more that have nothing to do with each other are easy to keep and hard to guess. Keep a copy where you keep such things: without it nobody can open the journal or its backups, and nobody can help.",
                    false,
                ),
            ],
            (Asks::Choose, true) => &[
                ("Choose a passphrase: several words.", true),
                ("Keep a copy of it: lost, the journal is lost.", false),
            ],
            (Asks::Again(_), _) => &[("The same passphrase once more.", true)],
        }
    }

    /// What stands below the field.
    fn below(&self, area: Rect, theme: &Theme) -> Vec<(String, Style)> {
        let width = usize::from(area.width);
        let mut lines = Vec::new();
        if self.types() {
            let indent = " ".repeat(paint::width(LABEL));
            lines.push((format!("{indent}letters are not shown"), theme.dim));
        }
        let mut say = |text: String, style: Style| {
            lines.push((String::new(), theme.text));
            lines.extend(paint::wrap(&text, width).into_iter().map(|l| (l, style)));
        };
        if self.opening {
            say("opening\u{2026}".to_owned(), theme.strong);
        } else if let Some(wrong) = &self.wrong {
            say(format!("! {wrong}"), theme.error);
        }
        if let Some(note) = &self.note {
            say(note.clone(), theme.dim);
        }
        lines
    }
}

/// What lies between the title and the keys.
fn body(screen: Rect) -> Rect {
    let gap = u16::from(screen.height > 14);
    Rect {
        x: screen.x + 1.min(screen.width),
        y: screen.y + (1 + gap).min(screen.height),
        width: screen.width.saturating_sub(2).min(WIDE),
        height: screen.height.saturating_sub(2 + gap),
    }
}
