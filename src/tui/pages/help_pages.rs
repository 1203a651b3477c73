//! The pages of help, and where some words stand in all of them.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

use super::article::READ;
use crate::assets::{Found, HELP, found};
use crate::journal::{Answer, Question};
use crate::tui::belongs::belongs;
use crate::tui::command::{Command, Scope};
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The columns of the names of pages.
const NAMES: usize = 20;

/// The page.
pub struct HelpPages {
    at: usize,
    sought: Input,
    /// Whether words are being typed.
    types: bool,
    found: Vec<Found>,
    /// How wide a page is, as it was last asked.
    columns: Cell<u16>,
    top: Cell<usize>,
    rows: Cell<usize>,
}

impl HelpPages {
    /// With the cursor on the page that belongs to some scopes.
    pub fn new(scopes: &[Scope]) -> Self {
        let own = belongs(scopes);
        let at = HELP.iter().position(|page| page == own).unwrap_or(0);
        Self {
            at,
            sought: Input::default(),
            types: false,
            found: Vec::new(),
            columns: Cell::new(READ),
            top: Cell::new(0),
            rows: Cell::new(1),
        }
    }

    fn seeks(&self) -> bool {
        !self.sought.text().trim().is_empty()
    }

    fn count(&self) -> usize {
        if self.seeks() {
            self.found.len()
        } else {
            HELP.len()
        }
    }

    fn seek(&mut self) {
        self.at = 0;
        self.found = found(self.sought.text(), usize::from(self.columns.get()));
    }

    fn open(&self) -> Flow {
        if self.seeks() {
            let words = self.sought.text().trim().to_owned();
            return self.found.get(self.at).map_or(Flow::Stay, |one| {
                Flow::Go(Place::Found(one.page, words, one.line))
            });
        }
        HELP.get(self.at)
            .map_or(Flow::Stay, |page| Flow::Go(Place::Article(page)))
    }

    /// One line of the list: what it is called, and what it says.
    fn line(&self, n: usize) -> Option<(&'static str, &str)> {
        if self.seeks() {
            let one = self.found.get(n)?;
            return Some((one.page.name, &one.says));
        }
        HELP.get(n).map(|page| (page.name, page.says))
    }

    /// The lines that are seen, with where each stands.
    fn places(&self, area: Rect) -> Vec<(usize, Rect)> {
        let tall = if area.width < 60 { 2 } else { 1 };
        let rows = usize::from(area.height) / tall;
        self.rows.set(rows.max(1));
        let last = (self.at + 1).saturating_sub(rows.max(1));
        self.top.set(self.top.get().min(self.at).max(last));
        let lines = (self.top.get()..self.count()).take(rows);
        let place = |n: usize| Rect {
            height: u16::try_from(tall).unwrap_or(1),
            ..paint::row(area, (n - self.top.get()) * tall)
        };
        lines.map(|n| (n, place(n))).collect()
    }
}

/// The line that is typed in, and what lies below it.
fn parts(area: Rect) -> (Rect, Rect) {
    let list = Rect {
        y: area.y + 2.min(area.height),
        height: area.height.saturating_sub(2),
        ..area
    };
    (paint::row(area, 0), list)
}

/// Where the words are typed.
fn field(line: Rect) -> Rect {
    Rect {
        x: line.x + 2.min(line.width),
        width: line.width.saturating_sub(22).max(line.width.min(8)),
        ..line
    }
}

impl Page for HelpPages {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Pages, Scope::List]
    }

    fn title(&self) -> String {
        "Help in words".to_owned()
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        self.columns.set(area.width.min(READ));
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Find => {
                self.types = true;
                self.sought = Input::default();
                self.at = 0;
            }
            Command::Open => return self.open(),
            command => {
                let last = self.count().saturating_sub(1);
                self.at = paint::moved(command, self.at, last, self.rows.get()).unwrap_or(self.at);
            }
        }
        Flow::Stay
    }

    fn leave(&mut self) -> Flow {
        // the way back leads out of what is looked for first
        if !self.types && self.sought.is_empty() {
            return Flow::Back;
        }
        self.sought = Input::default();
        self.types = false;
        self.at = 0;
        Flow::Stay
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let (_, list) = parts(area);
        let places = self.places(list);
        let hit = places.into_iter().find(|(_, place)| place.contains(at));
        let Some((n, _)) = hit else {
            return Flow::Stay;
        };
        if self.at == n {
            return self.open();
        }
        self.at = n;
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (line, list) = parts(area);
        if self.types || self.seeks() {
            paint::put(buffer, line.x, line.y, 2, "/ ", theme.focus);
            self.sought.draw(field(line), buffer, theme.text);
            let says = match (self.seeks(), self.found.len()) {
                (false, _) => "Esc closes".to_owned(),
                (_, 0) => "on no page".to_owned(),
                (_, n) => paint::counted(n, "place"),
            };
            paint::put_right(buffer, line, &format!(" {says}"), theme.dim);
        } else {
            let says = "/ looks for words on all of them; Enter opens one";
            paint::put(
                buffer,
                line.x + 1,
                line.y,
                line.width.saturating_sub(1),
                says,
                theme.dim,
            );
        }
        for (n, at) in self.places(list) {
            let Some((name, says)) = self.line(n) else {
                continue;
            };
            if at.height > 1 {
                paint::put(buffer, at.x, at.y, at.width, name, theme.strong);
                let below = at.width.saturating_sub(2);
                paint::put(buffer, at.x + 2, at.y + 1, below, says, theme.text);
            } else {
                let name = paint::pad(name, NAMES) + " ";
                paint::pieces(buffer, at, &[(&name, theme.strong), (says, theme.text)]);
            }
            if n == self.at {
                paint::lay(buffer, at, theme.selected);
            }
        }
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if !self.types {
            return None;
        }
        match key.code {
            KeyCode::Enter | KeyCode::Down => {
                self.types = false;
                return (key.code == KeyCode::Enter && self.found.len() == 1)
                    .then(|| self.open())
                    .or(Some(Flow::Stay));
            }
            _ => {}
        }
        self.sought.key(key).then(|| {
            self.seek();
            Flow::Stay
        })
    }

    fn pasted(&mut self, text: &str) -> Flow {
        if !self.types {
            return Flow::Say(field::NOWHERE.to_owned());
        }
        if !self.sought.insert(text.trim_end()) {
            return Flow::Say(field::LINE_FULL.to_owned());
        }
        self.seek();
        Flow::Stay
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        let (line, _) = parts(area);
        self.types.then(|| self.sought.cursor(field(line)))
    }
}
