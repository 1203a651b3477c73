//! What was told in confidence: day, whose and how deep, and not a word of it; each is unsealed by itself.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Ink, Outline, Row};
use crate::domain::fields::Reading;
use crate::domain::view::EntryLine;
use crate::domain::{Record, RecordId, Side, dates};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::theme::Theme;
use crate::tui::{hand, paint};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

const NOTHING: &str = "Nothing is sealed.\n\nWhat was told in confidence is written with a, then d, and \u{201c}In confidence\u{201d} set to yes. It is then in no list, no search and no export.";

const NONE_HERE: &str = "Nothing between you and them is sealed.\n\nWhat was told in confidence is written with a, then d, and \u{201c}In confidence\u{201d} set to yes. It is then in no list, no search and no export.";

/// The page.
pub struct Confidences {
    who: Option<RecordId>,
    lines: Vec<EntryLine>,
    outline: Outline,
    today: NaiveDate,
}

impl Confidences {
    /// Of one relationship, or of all.
    pub fn new(who: Option<RecordId>) -> Self {
        Self {
            who,
            lines: Vec::new(),
            outline: Outline::default(),
            today: NaiveDate::default(),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = vec![
            Row::text(
                "Sealed: in no list, search or export. s then U unseals one, after asking.",
                DIM,
            ),
            Row::blank(),
        ];
        rows.extend(self.lines.iter().map(|line| self.row(line)));
        rows
    }

    fn row(&self, line: &EntryLine) -> Row {
        let Record::Disclosure(one) = &line.record else {
            return Row::entry(line);
        };
        let whose = match one.side {
            Side::Mine => "by me",
            Side::Theirs => "by them",
        };
        let mut words = vec![(format!("{:<8}", dates::short(one.day, self.today)), TEXT)];
        if let Some((_, name)) = line.who.as_ref().filter(|_| self.who.is_none()) {
            words.push((paint::pad(name, 18) + " ", STRONG));
        }
        words.push((format!("{whose:<8}"), DIM));
        words.push((format!("depth {}", one.depth), TEXT));
        Row::line(words).about(line.id)
    }

    fn line(&self) -> Option<&EntryLine> {
        let id = self.outline.record()?;
        self.lines.iter().find(|line| line.id == id)
    }
}

impl Page for Confidences {
    fn scopes(&self) -> &'static [Scope] {
        if self.lines.is_empty() {
            &[Scope::Sealed]
        } else {
            &[Scope::Sealed, Scope::Item, Scope::List]
        }
    }

    fn title(&self) -> String {
        let name = self
            .lines
            .first()
            .and_then(|line| line.who.as_ref())
            .filter(|_| self.who.is_some());
        match name {
            Some((_, name)) => format!("Told in confidence \u{b7} {name}"),
            None => "Told in confidence".to_owned(),
        }
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Confidences(self.who)]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Confidences(lines) = answer {
                self.lines = lines;
            }
        }
        self.outline.fill(self.rows());
    }

    fn standing(&self) -> Option<Standing> {
        self.outline.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        if command == Command::Add {
            return Flow::Go(Place::Add(self.who));
        }
        if self.outline.moved(command) {
            return Flow::Stay;
        }
        let record = self
            .line()
            .map(|line| (line.id, line.kind, line.record.noun().title()));
        if let (Command::Open, Some((id, ..))) = (command, &record) {
            return Flow::Go(Place::Record(*id));
        }
        let item = record
            .as_ref()
            .map(|(id, kind, words)| (*id, *kind, words.as_str()));
        hand::item(command, item).unwrap_or(Flow::Stay)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.outline.click(area, at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.lines.is_empty() {
            let says = if self.who.is_some() {
                NONE_HERE
            } else {
                NOTHING
            };
            paint::paragraph(buffer, area, says, 0, theme.text);
        } else {
            self.outline.draw(area, buffer, self.today, theme);
        }
    }
}
