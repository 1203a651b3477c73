//! The profiles: separate journals, each with settings of its own; one is gone over to, or made.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::config::profile::Name;
use crate::journal::{Answer, Lies, ProfileLine, Question};
use crate::tui::command::{Command, Scope, told};
use crate::tui::field::{self, Input};
use crate::tui::page::{Around, Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// Lines that a page key moves by in this short list.
const PAGE: usize = 10;

/// What is said where there is only the first one.
fn alone() -> String {
    told!(
        "There is one journal only. {a} makes a profile: a journal of its own, with settings of its own.",
        a = Profiles.AddProfile
    )
}

/// What is said where there are others.
fn others() -> String {
    told!(
        "{enter} goes over: what is typed here is kept, this journal is closed.",
        enter = List.Open
    )
}

/// What is asked for a new one.
const ASKED: &str = "Its name, one word such as work or private:";

/// The list, over the page beneath.
pub struct ProfilesPage {
    lines: Vec<ProfileLine>,
    at: usize,
    /// The name of a new one, while it is typed.
    name: Option<Input>,
    /// What was wrong with it.
    wrong: Option<String>,
}

impl ProfilesPage {
    /// Of what lies there.
    pub fn new(lines: Vec<ProfileLine>) -> Self {
        Self {
            at: lines.iter().position(|line| line.current).unwrap_or(0),
            lines,
            name: None,
            wrong: None,
        }
    }

    /// The lines that are seen, from this one on.
    fn first(&self, area: Rect) -> usize {
        let rows = usize::from(area.height.saturating_sub(self.foot())).max(1);
        (self.at + 1).saturating_sub(rows)
    }

    /// How many lines stand at the foot.
    fn foot(&self) -> u16 {
        if self.name.is_some() { 3 } else { 2 }
    }

    fn line(line: &ProfileLine, row: Rect, buffer: &mut Buffer, theme: &Theme) {
        let mark = if line.current { "\u{203a} " } else { "  " };
        let name = paint::pad(line.name.word(), 14);
        let style = match line.lies {
            Lies::Wrong => theme.bad,
            _ => theme.dim,
        };
        let state = if line.current {
            format!(" {}, open here", line.lies.says())
        } else {
            format!(" {}", line.lies.says())
        };
        let pieces = [(mark, theme.key), (&*name, theme.strong), (&*state, style)];
        paint::pieces(buffer, row, &pieces);
    }

    /// Where a new name is typed.
    fn field(area: Rect) -> Rect {
        let row = paint::row(area, usize::from(area.height.saturating_sub(1)));
        Rect {
            x: row.x + 2.min(row.width),
            width: row.width.saturating_sub(2),
            ..row
        }
    }

    fn made(&mut self) -> Flow {
        let Some(typed) = self.name.as_ref().map(|input| input.text().to_owned()) else {
            return Flow::Stay;
        };
        let taken = |name: &Name| {
            let known = self.lines.iter().any(|line| line.name == *name);
            known.then(|| format!("there is a profile {name} already"))
        };
        let wrong = match Name::read(&typed) {
            Ok(name) => taken(&name),
            Err(error) => Some(error.says().to_owned()),
        };
        if wrong.is_some() {
            self.wrong = wrong;
            return Flow::Stay;
        }
        Flow::Around(Around::AddProfile(typed))
    }
}

impl Page for ProfilesPage {
    fn scopes(&self) -> &'static [Scope] {
        if self.name.is_some() {
            &[Scope::Value]
        } else {
            &[Scope::Profiles, Scope::List]
        }
    }

    fn title(&self) -> String {
        "Profiles".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let width = 64.min(screen.width.saturating_sub(2));
        paint::popup(screen, width, lines.saturating_add(6))
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        let last = self.lines.len().saturating_sub(1);
        if let Some(at) = paint::moved(command, self.at, last, PAGE) {
            self.at = at;
            return Flow::Stay;
        }
        match command {
            Command::Save => self.made(),
            Command::AddProfile => {
                self.name = Some(Input::default());
                Flow::Stay
            }
            Command::Open => match self.lines.get(self.at) {
                Some(line) if line.current => Flow::Back,
                Some(line) => Flow::Around(Around::Switch(line.name.clone())),
                None => Flow::Stay,
            },
            _ => Flow::Stay,
        }
    }

    fn leave(&mut self) -> Flow {
        self.wrong = None;
        match self.name.take() {
            Some(_) => Flow::Stay,
            None => Flow::Back,
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let line = self.first(area) + usize::from(at.y.saturating_sub(area.y));
        if self.name.is_none() && line < self.lines.len() {
            self.at = line;
        }
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let name = self.name.as_mut()?;
        if matches!(key.code, KeyCode::Enter | KeyCode::Esc) || !name.key(key) {
            return None;
        }
        self.wrong = None;
        Some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        match self.name.as_mut().map(|name| name.insert(text)) {
            Some(true) => Flow::Stay,
            Some(false) => Flow::Say(field::LINE_FULL.to_owned()),
            None => Flow::Say(field::NOWHERE.to_owned()),
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.name
            .as_ref()
            .map(|name| name.cursor(Self::field(area)))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let first = self.first(area);
        let rows = usize::from(area.height.saturating_sub(self.foot()));
        for (n, line) in self.lines.iter().enumerate().skip(first).take(rows) {
            let row = paint::row(area, n - first);
            Self::line(line, row, buffer, theme);
            if n == self.at && self.name.is_none() {
                paint::lay(buffer, row, theme.selected);
            }
        }
        let foot = Rect {
            y: area.bottom().saturating_sub(self.foot()),
            height: self.foot().min(area.height),
            ..area
        };
        if let Some(name) = &self.name {
            let (says, style) = match &self.wrong {
                Some(wrong) => (&**wrong, theme.bad),
                None => (ASKED, theme.focus),
            };
            paint::paragraph(buffer, foot, says, 0, style);
            let field = Self::field(area);
            paint::put(buffer, area.x, field.y, 2, "\u{203a}", theme.focus);
            name.draw(field, buffer, theme.text);
        } else {
            let says = if self.lines.len() < 2 {
                alone()
            } else {
                others()
            };
            paint::paragraph(buffer, foot, &says, 0, theme.dim);
        }
    }
}
