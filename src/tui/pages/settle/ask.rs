//! What a way of settling asks for: a day, a reason, a choice or two, each a short row; Enter does it.

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::act::Act;
use crate::domain::agreement::Visibility;
use crate::domain::breach::BreachState;
use crate::domain::commitment::Cause;
use crate::domain::dates::{self, Lean};
use crate::domain::draft::Draft;
use crate::domain::fields::Reading;
use crate::domain::marks;
use crate::domain::{Record, RecordId, Side};
use crate::tui::command::Command;
use crate::tui::field::{self, Input};
use crate::tui::paint;
use crate::tui::theme::Theme;

use super::row::{Row, Typed};
use super::trust;

/// The rows of one way.
pub struct Ask {
    way: Command,
    rows: Vec<Row>,
    at: usize,
    go: bool,
    says: String,
    wrong: bool,
    /// Whether the day that is typed can be read already.
    read: bool,
}

/// How wide the labels are.
const LABEL: u16 = 14;

impl Ask {
    /// What a way asks; `None`: nothing.
    pub fn of(way: Command, record: &Record) -> Option<Self> {
        let day = |label, text: &str, lean| Row::Day(label, Input::offered(text), lean);
        let words = |label| Row::Words(label, Input::default());
        let mine = matches!(record, Record::Commitment(one) if one.side == Side::Mine);
        let rows = match way {
            Command::KeepOn => vec![day("done on", "yesterday", Lean::Past)],
            Command::Move => vec![
                day("new due", "", Lean::Future),
                Row::Choice("asked by", &["me", "them"], usize::from(!mine)),
                Row::Choice("other side", &["agreed", "has not agreed"], 0),
            ],
            Command::BreakWhy => vec![
                words("reason"),
                Row::Choice("came from", Cause::WORDS, 0),
                Row::Choice("said early", &["no", "yes"], 0),
            ],
            Command::Excuse => vec![words("reason"), Row::Name("process", Input::default())],
            Command::Snooze => vec![day("until", "tomorrow", Lean::Future)],
            Command::Pause => vec![day("until", "in 2 weeks", Lean::Future)],
            Command::Discuss => vec![words("what came of it")],
            Command::Drop | Command::Stop | Command::LetGo => vec![words("why")],
            Command::Accept => vec![words("new boundaries")],
            Command::Uphold | Command::Breached => {
                vec![words("what was seen"), day("on", "today", Lean::Past)]
            }
            Command::Address => vec![
                words("how"),
                Row::Choice("how visibly", Visibility::WORDS, 0),
                day("on", "today", Lean::Past),
            ],
            Command::ReviewOn => vec![day("next look", "in 90 days", Lean::Future)],
            Command::End if matches!(record, Record::Band(_)) => {
                vec![day("last day", "today", Lean::Past)]
            }
            Command::End => vec![words("why"), day("on", "today", Lean::Past)],
            other => trust::rows(other, record)?,
        };
        Some(Self {
            way,
            rows,
            at: 0,
            go: false,
            says: String::new(),
            wrong: false,
            read: false,
        })
    }

    /// The same rows, as nobody typed in them.
    pub fn anew(&self, record: &Record) -> Option<Self> {
        Self::of(self.way, record)
    }

    /// The way, as a draft names it.
    pub fn word(&self) -> String {
        format!("{:?}", self.way)
    }

    /// What stands in each row that is told in words or chosen; nothing when no word was typed.
    pub fn typed_texts(&self) -> Vec<(String, String)> {
        let words = |row: &Row| matches!(row, Row::Words(_, input) | Row::Name(_, input) if !input.text().trim().is_empty());
        if !self.rows.iter().any(words) {
            return Vec::new();
        }
        let texts = self.rows.iter().map(Row::named);
        texts
            .map(|(label, text)| (label.to_owned(), text))
            .collect()
    }

    /// The label of the row under the cursor.
    pub fn field(&self) -> &'static str {
        self.rows.get(self.at).map_or("", |row| row.named().0)
    }

    /// Takes up what was typed before.
    pub fn take_up(&mut self, draft: &Draft) {
        for row in &mut self.rows {
            let label = row.named().0;
            if let Some(text) = draft.text(label) {
                row.put(text);
            }
        }
        let at = self.rows.iter().position(|row| row.named().0 == draft.at);
        self.at = at.unwrap_or(self.at);
    }

    /// How many rows it takes.
    pub fn height(&self) -> usize {
        self.rows.len() + 1
    }

    /// Reads what was typed; when Enter was pressed and all of it is understood, the act and its day.
    pub fn reads(&mut self, with: &Reading<'_>) -> Option<(Act, NaiveDate)> {
        let go = std::mem::take(&mut self.go);
        if !go {
            self.preview(with);
            return None;
        }
        match self.act_of(with) {
            Ok(done) => Some(done),
            Err(says) => {
                (self.says, self.wrong) = (says, true);
                None
            }
        }
    }

    /// Does a command of a form.
    pub fn act(&mut self, command: Command) {
        match command {
            Command::NextField => self.at = (self.at + 1) % self.rows.len(),
            Command::PrevField => self.at = (self.at + self.rows.len() - 1) % self.rows.len(),
            Command::Save => self.go = true,
            _ => {}
        }
    }

    /// Does a key; whether it was its own.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        if key.code == KeyCode::Enter {
            self.go = true;
            return true;
        }
        let used = match &mut self.rows[self.at] {
            Row::Day(_, input, _) | Row::Words(_, input) | Row::Name(_, input) => input.key(key),
            Row::Choice(_, words, at) => match key.code {
                KeyCode::Right | KeyCode::Char(' ') => {
                    *at = (*at + 1) % words.len();
                    true
                }
                KeyCode::Left => {
                    *at = (*at + words.len() - 1) % words.len();
                    true
                }
                KeyCode::Char(letter) => {
                    // a digit chooses the step of a ladder that it names
                    *at = words
                        .iter()
                        .position(|word| letter.is_ascii_digit() && word.starts_with(letter))
                        .unwrap_or(*at);
                    true
                }
                _ => false,
            },
        };
        self.wrong &= !used;
        used
    }

    /// Takes pasted text; says why not.
    pub fn paste(&mut self, text: &str) -> Option<&'static str> {
        match &mut self.rows[self.at] {
            Row::Day(_, input, _) | Row::Words(_, input) | Row::Name(_, input) => {
                let fits = input.insert(text.trim_end());
                (!fits).then_some(field::LINE_FULL)
            }
            Row::Choice(..) => Some(field::CHOICE),
        }
    }

    /// The journal refused it.
    pub fn refused(&mut self, says: &str) {
        (self.says, self.wrong) = (says.to_owned(), true);
    }

    /// Paints it.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        for (n, row) in self.rows.iter().enumerate() {
            let (at, focused) = (paint::row(area, n), n == self.at);
            let (Row::Day(label, ..)
            | Row::Words(label, _)
            | Row::Name(label, _)
            | Row::Choice(label, ..)) = row;
            let mark = if focused { marks::HERE } else { " " };
            let style = if focused { theme.focus } else { theme.label };
            paint::put(buffer, at.x, at.y, LABEL, &format!("{mark}{label}"), style);
            let value = value_area(area, n);
            match row {
                Row::Day(_, input, _) | Row::Words(_, input) | Row::Name(_, input) => {
                    input.draw(value, buffer, theme.text);
                }
                Row::Choice(_, words, at) => {
                    let word = if focused { theme.selected } else { theme.text };
                    paint::pieces(
                        buffer,
                        value,
                        &[
                            ("\u{2039} ", theme.dim),
                            (words[*at], word),
                            (" \u{203a}", theme.dim),
                        ],
                    );
                }
            }
        }
        let last = paint::row(area, self.rows.len());
        let (says, style) = match (self.says.is_empty(), self.wrong) {
            (true, _) => ("Enter does it, Esc goes back".to_owned(), theme.dim),
            (false, true) => (format!("! {}", self.says), theme.error),
            (false, false) if !self.read => (self.says.clone(), theme.dim),
            (false, false) => (format!("= {} \u{b7} Enter does it", self.says), theme.dim),
        };
        paint::put(
            buffer,
            last.x + 1,
            last.y,
            last.width.saturating_sub(1),
            &says,
            style,
        );
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        match self.rows.get(self.at)? {
            Row::Day(_, input, _) | Row::Words(_, input) | Row::Name(_, input) => {
                Some(input.cursor(value_area(area, self.at)))
            }
            Row::Choice(..) => None,
        }
    }

    fn preview(&mut self, with: &Reading<'_>) {
        if self.wrong {
            return;
        }
        let is_day = |row: &&Row| matches!(row, Row::Day(..));
        let asked = self.rows.get(self.at).filter(is_day);
        let read = match asked.or(self.rows.first()) {
            Some(Row::Day(_, input, lean)) if !input.text().trim().is_empty() => {
                dates::preview(input.text(), with.now, *lean)
            }
            _ => Ok(String::new()),
        };
        self.read = read.is_ok();
        self.says = read.unwrap_or_else(|says| says);
    }

    fn act_of(&self, with: &Reading<'_>) -> Result<(Act, NaiveDate), String> {
        let typed = self.typed();
        let today = with.now.date();
        let act = match self.way {
            Command::KeepOn => return Ok((Act::Keep, typed.day(with)?)),
            Command::Uphold | Command::Breached | Command::Address | Command::End => {
                return Ok((self.told(), typed.day(with)?));
            }
            Command::ReviewOn => Act::Review {
                next: Some(typed.day(with)?),
            },
            Command::Move => Act::Move {
                to: match typed.words().trim() {
                    "" => None,
                    text => Some(dates::when(text, with.now, Lean::Future)?),
                },
                asked: if typed.chosen(0) == 0 {
                    Side::Mine
                } else {
                    Side::Theirs
                },
                agreed: typed.chosen(1) == 0,
            },
            Command::BreakWhy => Act::Break {
                warned: typed.chosen(1) == 1,
                cause: Cause::ALL.get(typed.chosen(0)).copied().unwrap_or_default(),
                reason: typed.words(),
            },
            Command::Excuse => Act::Excuse {
                reason: typed.words(),
                process: self.process(with)?,
            },
            Command::Snooze => Act::Snooze {
                until: typed.day(with)?,
            },
            Command::Pause => Act::Pause {
                until: typed.day(with)?,
            },
            Command::Discuss => Act::Discuss {
                outcome: typed.words(),
            },
            Command::Drop => Act::Drop {
                reason: typed.words(),
            },
            Command::Stop => Act::Stop {
                reason: typed.words(),
            },
            Command::LetGo => Act::CloseBreach {
                state: BreachState::LetGo,
                words: typed.words(),
            },
            Command::Accept => Act::CloseBreach {
                state: BreachState::Accepted,
                words: typed.words(),
            },
            other => trust::act(other, typed, with)?,
        };
        Ok((act, today))
    }

    /// What is done on the day that one of the rows asks for.
    fn told(&self) -> Act {
        let words = self.typed().words();
        match self.way {
            Command::Uphold | Command::Breached => Act::Observe {
                upheld: self.way == Command::Uphold,
                words,
            },
            Command::Address => Act::Address {
                how: words,
                seen: Visibility::ALL
                    .get(self.typed().chosen(0))
                    .copied()
                    .unwrap_or_default(),
            },
            _ => Act::End { words },
        }
    }

    fn typed(&self) -> Typed<'_> {
        Typed(&self.rows)
    }

    fn process(&self, with: &Reading<'_>) -> Result<Option<RecordId>, String> {
        let name = self.rows.iter().find_map(|row| match row {
            Row::Name(_, input) => Some(input.text().trim()),
            _ => None,
        });
        match name {
            None | Some("") => Ok(None),
            Some(name) => with.names.find(name).map(Some),
        }
    }
}

fn value_area(area: Rect, n: usize) -> Rect {
    let row = paint::row(area, n);
    let label = (LABEL + 2).min(row.width);
    Rect {
        x: row.x + label,
        width: row.width - label,
        ..row
    }
}
