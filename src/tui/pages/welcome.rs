//! The first page of all: what this is, where it lies, and the three ways to begin.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

use crate::domain::fields::Reading;
use crate::domain::guardrail::FIRST_RUN;
use crate::journal::{Answer, Question};
use crate::tui::command::{self, Command, Row, Scope};
use crate::tui::page::{Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// The widest that it is read with ease.
const READ: u16 = 76;

/// Below these it says less.
const ROOM: (u16, u16) = (60, 16);

/// The page.
pub struct Welcome {
    /// The journal's file.
    file: String,
    at: usize,
    /// Whether somebody was in the journal when it was first asked.
    began: Option<bool>,
    somebody: bool,
    /// The first line of the ways, as it was drawn last.
    ways: Cell<u16>,
}

impl Welcome {
    /// Over the journal in a file.
    pub fn new(file: String) -> Self {
        Self {
            file,
            at: 0,
            began: None,
            somebody: false,
            ways: Cell::new(0),
        }
    }

    /// What it is, where it lies, that nothing leaves.
    fn words(&self, roomy: bool) -> Vec<String> {
        if !roomy {
            return vec![
                "A private journal of trust at work.".to_owned(),
                format!("It lies in {}", self.file),
                "Nothing leaves this machine by itself.".to_owned(),
            ];
        }
        vec![
            "A private journal of trust at work: what you promised, what was promised to you, and what became of it.".to_owned(),
            format!("It lies in one file, {}, for your account only.", self.file),
            "Nothing leaves this machine by itself.".to_owned(),
        ]
    }
}

/// The ways to begin, each one key.
fn ways() -> Vec<&'static Row> {
    command::rows(&[Scope::Welcome]).collect()
}

/// What a way means, where there is little room.
fn short(command: Command) -> &'static str {
    match command {
        Command::Guide => "start empty, with a guide",
        Command::Import => "bring in a file that you have",
        _ => "look around in a sample",
    }
}

/// What a way means, in a sentence.
fn long(command: Command) -> &'static str {
    match command {
        Command::Guide => {
            "Start empty. A guide of three short steps leads to a first person, a first promise and a first check-in; each can be skipped."
        }
        Command::Import => {
            "Import. A tracker\u{2019}s table, tasks, notes, contacts or a calendar; what was found is shown before anything is written."
        }
        _ => {
            "Look around in the sample. It lies in a throw-away place and touches nothing here; F2 comes back to this page."
        }
    }
}

impl Page for Welcome {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Welcome, Scope::List]
    }

    fn title(&self) -> String {
        "Welcome to trustline".to_owned()
    }

    fn reads(&mut self, _: &Reading<'_>) -> Flow {
        // somebody came in by an import: there is a Today to show
        if self.began == Some(false) && self.somebody {
            return Flow::Back;
        }
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Names {
            start: String::new(),
            rows: 1,
        }]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Names(names) = answer {
                self.somebody = !names.is_empty();
                self.began.get_or_insert(self.somebody);
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        let ways = ways();
        if command == Command::Open {
            return ways
                .get(self.at)
                .map_or(Flow::Stay, |row| Flow::Press(row.command));
        }
        let last = ways.len().saturating_sub(1);
        if let Some(at) = paint::moved(command, self.at, last, last) {
            self.at = at;
        }
        Flow::Stay
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let each = if is_roomy(area) { 3 } else { 1 };
        let line = at.y.saturating_sub(area.y).checked_sub(self.ways.get());
        let way = line.and_then(|line| ways().into_iter().nth(usize::from(line / each)));
        way.map_or(Flow::Stay, |row| Flow::Press(row.command))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let roomy = is_roomy(area);
        let inner = Rect {
            x: area.x + 1.min(area.width),
            width: area.width.saturating_sub(2).min(READ),
            ..area
        };
        let mut row = usize::from(roomy);
        for says in self.words(roomy) {
            let rest = below(inner, row);
            row += paint::paragraph(buffer, rest, &says, 0, theme.text).max(1);
        }
        row += 1;
        self.ways.set(u16::try_from(row).unwrap_or(u16::MAX));
        for (n, way) in ways().into_iter().enumerate() {
            let at = paint::row(inner, row);
            paint::put(buffer, at.x, at.y, at.width, &way.shown(), theme.key);
            let indent = 4.min(inner.width);
            let says = below(
                Rect {
                    x: inner.x + indent,
                    width: inner.width - indent,
                    ..inner
                },
                row,
            );
            let text = if roomy {
                long(way.command)
            } else {
                short(way.command)
            };
            let lines = paint::paragraph(buffer, says, text, 0, theme.text).max(1);
            if n == self.at {
                let all = Rect {
                    height: u16::try_from(lines).unwrap_or(1),
                    ..below(inner, row)
                };
                paint::lay(buffer, all.intersection(inner), theme.selected);
            }
            row += if roomy { 3 } else { 1 };
        }
        let last = "Esc goes straight to Today. F1 opens the pages of help.";
        if !roomy {
            let says = "Esc goes straight to Today";
            paint::paragraph(buffer, below(inner, row), says, 0, theme.dim);
            return;
        }
        row += paint::paragraph(buffer, below(inner, row), last, 0, theme.dim) + 1;
        paint::paragraph(buffer, below(inner, row), FIRST_RUN, 0, theme.dim);
    }
}

fn is_roomy(area: Rect) -> bool {
    area.width >= ROOM.0 && area.height >= ROOM.1
}

/// What lies from a line on.
fn below(area: Rect, row: usize) -> Rect {
    let down = u16::try_from(row).unwrap_or(u16::MAX).min(area.height);
    Rect {
        y: area.y + down,
        height: area.height - down,
        ..area
    }
}
