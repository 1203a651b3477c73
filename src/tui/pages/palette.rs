//! Every command by name, and every relationship by name: typed, found, done.

use crossterm::event::{KeyCode, KeyEvent};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::RecordId;
use crate::journal::{Answer, Question};
use crate::tui::command::{self, Command, Row, Scope};
use crate::tui::field::{self, Input};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The longest text for which commands are looked up, in bytes.
const LONGEST: usize = 200;

/// The palette.
pub struct Palette {
    rows: Vec<&'static Row>,
    names: Vec<(RecordId, String)>,
    input: Input,
    at: usize,
    matcher: std::cell::RefCell<Matcher>,
}

/// What can be chosen.
#[derive(Clone, Copy)]
enum Choice<'a> {
    Command(&'static Row),
    Name(&'a (RecordId, String)),
}

impl Palette {
    /// Over a page with these scopes.
    pub fn new(scopes: &[Scope]) -> Self {
        let mut rows: Vec<&'static Row> = Vec::new();
        for row in command::rows(scopes).chain(command::rows(&[Scope::Global])) {
            let moves = matches!(row.scope, Scope::List | Scope::Text | Scope::Choose);
            if !moves && !rows.iter().any(|r| r.command == row.command) {
                rows.push(row);
            }
        }
        if scopes.contains(&Scope::About) {
            // what the menu of `a` offers is found by its name too
            rows.extend(command::rows(&[Scope::Add]));
        }
        Self {
            rows,
            names: Vec::new(),
            input: Input::default(),
            at: 0,
            matcher: std::cell::RefCell::new(Matcher::new(Config::DEFAULT)),
        }
    }

    /// What fits, the best first; the order of the table among equals. Relationships keep the journal's order.
    fn choices(&self) -> Vec<Choice<'_>> {
        let typed = self.input.text().trim();
        let mut matcher = self.matcher.borrow_mut();
        let pattern = |kind| Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
        // letters of a name may be left out; in a sentence that would find almost anything
        let (loose, whole) = (pattern(AtomKind::Fuzzy), pattern(AtomKind::Substring));
        let mut letters = Vec::new();
        let mut score =
            |by: &Pattern, text: &str| by.score(Utf32Str::new(text, &mut letters), &mut matcher);
        // no name and no sentence is as long
        let rows = self.rows.iter().filter(|_| typed.len() <= LONGEST);
        let mut commands: Vec<_> = rows
            .filter_map(|row| {
                let name = score(&loose, row.name).map(|n| n * 2);
                let best = name.or_else(|| score(&whole, row.says))?;
                Some((best, Choice::Command(row)))
            })
            .collect();
        commands.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let names = self.names.iter().map(Choice::Name);
        let commands = commands.into_iter().map(|(_, choice)| choice);
        if typed.is_empty() {
            commands.chain(names).collect()
        } else {
            names.chain(commands).collect()
        }
    }

    fn choose(&self, n: usize) -> Flow {
        match self.choices().get(n) {
            Some(Choice::Command(row)) => Flow::Do(row.command),
            Some(Choice::Name((id, _))) => Flow::Instead(Place::Relationship(*id)),
            None => Flow::Stay,
        }
    }

    fn first(&self, rows: usize) -> usize {
        (self.at + 1).saturating_sub(rows)
    }
}

impl Page for Palette {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choose]
    }

    fn title(&self) -> String {
        "Commands and relationships".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        paint::popup(screen, 72.min(screen.width.saturating_sub(2)), 18)
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Names {
            start: crate::domain::text::fold(self.input.text()),
            rows: 20,
        }]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Names(names) = answer {
                self.names = names;
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        let last = self.choices().len().saturating_sub(1);
        self.at = match command {
            Command::Open => return self.choose(self.at),
            Command::Up => self.at.saturating_sub(1),
            Command::Down => self.at + 1,
            Command::PageUp => self.at.saturating_sub(10),
            Command::PageDown => self.at + 10,
            _ => self.at,
        }
        .min(last);
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if matches!(key.code, KeyCode::Esc | KeyCode::Enter) || !self.input.key(key) {
            return None;
        }
        self.at = 0;
        Some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        self.at = 0;
        if self.input.insert(text.trim_end()) {
            Flow::Stay
        } else {
            Flow::Say(field::LINE_FULL.to_owned())
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let rows = usize::from(area.height.saturating_sub(1));
        match usize::from(at.y.saturating_sub(area.y)).checked_sub(1) {
            Some(n) => self.choose(self.first(rows) + n),
            None => Flow::Stay,
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        paint::put(buffer, area.x, area.y, area.width, ":", theme.focus);
        self.input.draw(input_area(area), buffer, theme.text);
        let list = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let rows = usize::from(list.height);
        let first = self.first(rows);
        let choices = self.choices();
        if choices.is_empty() {
            paint::put(
                buffer,
                list.x,
                list.y,
                list.width,
                "nothing is called so",
                theme.dim,
            );
        }
        for (n, choice) in choices.iter().enumerate().skip(first).take(rows) {
            let at = paint::row(list, n - first);
            match choice {
                Choice::Command(row) => {
                    let first = if row.scope == Scope::Add { "a" } else { "" };
                    let keys = paint::pad(&format!("{first}{}", row.shown()), 5);
                    let name = paint::pad(row.name, 18);
                    paint::pieces(
                        buffer,
                        at,
                        &[
                            (&keys, theme.key),
                            (&name, theme.strong),
                            (row.says, theme.dim),
                        ],
                    );
                }
                Choice::Name((_, name)) => {
                    paint::pieces(
                        buffer,
                        at,
                        &[("\u{25cf}    ", theme.dim), (name, theme.strong)],
                    );
                }
            }
            if n == self.at {
                paint::bar(buffer, at, theme);
            }
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        Some(self.input.cursor(input_area(area)))
    }
}

fn input_area(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        ..paint::row(area, 0)
    }
}
