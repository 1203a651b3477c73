//! A page of help: words under headings, laid out for the width, and searched where it stands.

use std::cell::{Cell, RefCell};

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::assets::{Face, HelpPage, Laid, plain};
use crate::domain::text::fold;
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope, told};
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The widest that a line is read with ease.
pub(super) const READ: u16 = 88;

/// The page.
pub struct Article {
    page: &'static HelpPage,
    /// Its lines, and the width for which they were laid out.
    lines: RefCell<(u16, Vec<Laid>)>,
    top: Cell<usize>,
    rows: Cell<usize>,
    /// What is looked for.
    sought: Input,
    /// Whether it is being typed.
    types: bool,
    /// Where the search began: what is typed is looked for from there on.
    from: usize,
    /// Whether it was opened where some words were found: the way back leads there at once.
    found: bool,
}

impl Article {
    /// Of a page.
    pub fn new(page: &'static HelpPage) -> Self {
        Self {
            page,
            lines: RefCell::new((0, Vec::new())),
            top: Cell::new(0),
            rows: Cell::new(1),
            sought: Input::default(),
            types: false,
            from: 0,
            found: false,
        }
    }

    /// Of a page, with its line on top where some words were found.
    pub fn at(page: &'static HelpPage, words: &str, line: usize) -> Self {
        let article = Self::new(page);
        article.top.set(line);
        let mut sought = Input::default();
        sought.set(words);
        Self {
            sought,
            found: true,
            ..article
        }
    }

    /// The lines that hold what is looked for.
    fn hits(&self) -> Vec<usize> {
        let sought = fold(self.sought.text().trim());
        if sought.is_empty() {
            return Vec::new();
        }
        let lines = self.lines.borrow();
        let holds = |(_, line): &(usize, &Laid)| fold(&plain(line)).contains(&sought);
        let found = lines.1.iter().enumerate().filter(holds);
        found.map(|(n, _)| n).collect()
    }

    /// To the first hit from a line on, else to the first of all.
    fn seek(&self, from: usize) {
        let hits = self.hits();
        let next = hits.iter().find(|n| **n >= from).or(hits.first());
        if let Some(n) = next {
            self.top.set(*n);
        }
    }

    /// To the last hit above the top, else to the last of all.
    fn seek_back(&self) {
        let hits = self.hits();
        let before = hits.iter().rev().find(|n| **n < self.top.get());
        if let Some(n) = before.or(hits.last()) {
            self.top.set(*n);
        }
    }

    fn parts(&self, area: Rect) -> (Rect, Rect) {
        let shown = u16::from(self.types || !self.sought.is_empty()).min(area.height);
        let words = Rect {
            width: area.width.min(READ),
            height: area.height - shown,
            ..area
        };
        let line = Rect {
            y: area.y + words.height,
            height: shown,
            ..area
        };
        (words, line)
    }

    fn line(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if area.height == 0 {
            return;
        }
        paint::put(buffer, area.x, area.y, 2, "/ ", theme.focus);
        self.sought.draw(field(area), buffer, theme.text);
        let found = match (self.sought.text().trim().is_empty(), self.hits().len()) {
            (true, _) => "Esc closes".to_owned(),
            (_, 0) => "not on this page".to_owned(),
            (_, n) if self.types => format!("{} \u{b7} Enter", paint::counted(n, "line")),
            (_, n) => {
                let lines = paint::counted(n, "line");
                told!(
                    "{lines} \u{b7} {next} next, {before} before",
                    next = Article.FindNext,
                    before = Article.FindBefore
                )
            }
        };
        paint::put_right(buffer, area, &format!(" {found}"), theme.dim);
    }
}

/// Where the words that are looked for are typed.
fn field(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(26).max(area.width.min(8)),
        ..area
    }
}

impl Page for Article {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Article, Scope::Text]
    }

    fn title(&self) -> String {
        self.page.title().to_owned()
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Find => {
                self.found = false;
                self.types = true;
                self.from = self.top.get();
                self.sought = Input::default();
            }
            Command::FindNext => self.seek(self.top.get() + 1),
            Command::FindBefore => self.seek_back(),
            command => {
                // not known before it is drawn, which then brings the top back within it
                let lines = match self.lines.borrow().1.len() {
                    0 => usize::MAX,
                    n => n,
                };
                paint::scroll(&self.top, self.rows.get(), lines, command);
            }
        }
        Flow::Stay
    }

    fn leave(&mut self) -> Flow {
        // the way back leads out of what is looked for first
        if (self.sought.is_empty() || self.found) && !self.types {
            return Flow::Back;
        }
        self.sought = Input::default();
        self.types = false;
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (words, line) = self.parts(area);
        if self.lines.borrow().0 != words.width {
            *self.lines.borrow_mut() = (words.width, self.page.lines(usize::from(words.width)));
        }
        let lines = self.lines.borrow();
        self.rows.set(usize::from(words.height));
        let last = lines.1.len().saturating_sub(usize::from(words.height));
        self.top.set(self.top.get().min(last));
        let hits = self.hits();
        let from = self.top.get();
        paint::thumb(
            buffer,
            words,
            (from, words.height.into()),
            lines.1.len(),
            theme,
        );
        let shown = lines.1.iter().enumerate().skip(from);
        for (n, one) in shown.take(usize::from(words.height)) {
            let at = paint::row(words, n - from);
            let faced: Vec<_> = one
                .iter()
                .map(|(face, part)| (part.as_str(), style(*face, theme)))
                .collect();
            paint::pieces(buffer, at, &faced);
            if hits.contains(&n) {
                paint::lay(buffer, at, theme.hit);
            }
        }
        self.line(line, buffer, theme);
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if !self.types {
            return None;
        }
        if key.code == KeyCode::Enter {
            self.types = false;
            return Some(Flow::Stay);
        }
        self.sought.key(key).then(|| {
            self.seek(self.from);
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
        self.seek(self.from);
        Flow::Stay
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        let (_, line) = self.parts(area);
        (self.types && line.height > 0).then(|| self.sought.cursor(field(line)))
    }
}

fn style(face: Face, theme: &Theme) -> ratatui::style::Style {
    match face {
        Face::Plain => theme.text,
        Face::Strong => theme.strong,
        Face::Code => theme.key,
        Face::Heading => theme.heading,
    }
}
