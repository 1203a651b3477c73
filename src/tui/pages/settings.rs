//! Every setting with what holds and why, changed in place: by a key where there is little to choose, else typed and read as it
//! is typed by the reader of the file.

mod rows;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::config::profile;
use crate::config::settings::{Key, Sort, Source, TABLE};
use crate::journal::{Answer, Question, SettingLine, SettingsSheet};
use crate::tui::command::{Command, Scope};
use crate::tui::field::{self, Input};
use crate::tui::page::{Around, Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;
use rows::Stop;

/// Lines that a page key moves by.
const PAGE: usize = 8;

/// The page.
#[derive(Default)]
pub struct SettingsPage {
    sheet: SettingsSheet,
    at: usize,
    /// The value under the cursor, while it is typed.
    field: Option<Input>,
    /// What was said against it.
    wrong: Option<String>,
    /// The changes made here, each with what stood in the file before; `None`: nothing did.
    changes: Vec<(&'static Key, Option<String>)>,
    /// A change that was asked for, until it is seen to hold.
    waits: Option<(&'static Key, Option<String>)>,
}

impl SettingsPage {
    fn stop(&self) -> Option<Stop> {
        rows::stops(&self.sheet).get(self.at).copied()
    }

    /// The setting under the cursor.
    fn line(&self) -> Option<(&'static Key, &SettingLine)> {
        let Some(Stop::Key(n)) = self.stop() else {
            return None;
        };
        let line = self.sheet.lines.get(n)?;
        Some((TABLE.get(line.key)?, line))
    }

    /// What stands in the profile's or the only file for a key, as it is written.
    fn stands(&self, key: &Key, line: &SettingLine) -> Option<String> {
        // which profile is opened is written into the shared file, wherever one stands
        let shared = key.path() == profile::KEY;
        match (&line.source, &self.sheet.file) {
            (Source::File(file, _), Some(own)) if file == own || shared => Some(line.holds.clone()),
            _ => None,
        }
    }

    /// Changes the setting under the cursor, or begins to type it.
    fn change(&mut self) -> Flow {
        let Some((key, line)) = self.line() else {
            return self.open_file();
        };
        if let Source::Environment(name) = line.source {
            return Flow::Say(format!(
                "{name} is set in the environment and goes before the file"
            ));
        }
        let typed = match key.sort {
            Sort::Flag => if line.typed == "true" {
                "false"
            } else {
                "true"
            }
            .to_owned(),
            Sort::Choice(words) => {
                let at = words.iter().position(|word| *word == line.typed);
                let next = at.map_or(0, |at| (at + 1) % words.len());
                words.get(next).copied().unwrap_or_default().to_owned()
            }
            Sort::Words | Sort::Form(_) | Sort::Count => {
                self.field = Some(Input::new(line.typed.clone()));
                return Flow::Stay;
            }
        };
        self.set(&typed)
    }

    /// Writes what was typed, if the reader of the file understands it.
    fn set(&mut self, typed: &str) -> Flow {
        let Some((key, line)) = self.line() else {
            return Flow::Stay;
        };
        match key.literal(typed) {
            Ok(value) => {
                let before = self.stands(key, line);
                self.field = None;
                if before.as_deref() == Some(&*value) {
                    return Flow::Stay;
                }
                self.waits = Some((key, before));
                Flow::Around(Around::Set(key.path(), Some(value)))
            }
            Err(why) => {
                self.wrong = Some(why);
                Flow::Stay
            }
        }
    }

    fn take_out(&mut self) -> Flow {
        let Some((key, line)) = self.line() else {
            return Flow::Stay;
        };
        match self.stands(key, line) {
            Some(before) => {
                self.waits = Some((key, Some(before)));
                Flow::Around(Around::Set(key.path(), None))
            }
            None => Flow::Say(format!("{} is not set in this file", key.path())),
        }
    }

    fn take_back(&mut self) -> Flow {
        match self.changes.pop() {
            Some((key, before)) => {
                let paths = |n: &usize| TABLE.get(*n).is_some_and(|one| one.path() == key.path());
                let found = rows::stops(&self.sheet)
                    .iter()
                    .position(|stop| matches!(stop, Stop::Key(n) if paths(n)));
                self.at = found.unwrap_or(self.at);
                Flow::Around(Around::Set(key.path(), before))
            }
            None => Flow::Say("nothing was changed here".to_owned()),
        }
    }

    /// The file in the editor: at the line of the mistake or the value under the cursor.
    fn open_file(&mut self) -> Flow {
        let Some(own) = self.sheet.file.clone() else {
            return Flow::Say("there is no file of settings here".to_owned());
        };
        let (file, line) = match self.stop() {
            Some(Stop::Fault(n)) => match self.sheet.faults.get(n) {
                Some(fault) => (fault.file.clone(), fault.line),
                None => (own, 0),
            },
            Some(Stop::Key(n)) => match self.sheet.lines.get(n).map(|line| &line.source) {
                Some(Source::File(file, line)) => (file.clone(), *line),
                _ => (own, 0),
            },
            None => (own, 0),
        };
        Flow::Around(Around::File(file, line))
    }

    /// What would be said of what is typed as it stands.
    fn judge(&mut self) {
        let judged = match (self.line(), &self.field) {
            (Some((key, _)), Some(field)) => key.literal(field.text()).err(),
            _ => None,
        };
        self.wrong = judged;
    }
}

impl Page for SettingsPage {
    fn scopes(&self) -> &'static [Scope] {
        if self.field.is_some() {
            &[Scope::Value]
        } else {
            &[Scope::Settings]
        }
    }

    fn title(&self) -> String {
        "Settings".to_owned()
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Settings]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Settings(sheet) = answer {
                let before = rows::stops(&self.sheet).get(self.at).copied();
                let first = self.sheet.lines.is_empty();
                self.sheet = *sheet;
                // mistakes come and go above: the cursor stays on its setting
                let stops = rows::stops(&self.sheet);
                let same = stops.iter().position(|stop| Some(*stop) == before);
                let last = stops.len().saturating_sub(1);
                self.at = if first {
                    0
                } else {
                    same.unwrap_or(self.at).min(last)
                };
            }
        }
        // it was written: from now on it can be taken back
        if let Some(change) = self.waits.take() {
            self.changes.push(change);
        }
    }

    fn refused(&mut self, says: &str) {
        self.waits = None;
        self.wrong = Some(says.to_owned());
    }

    fn act(&mut self, command: Command) -> Flow {
        if self.field.is_none() {
            self.wrong = None;
        }
        let last = rows::stops(&self.sheet).len().saturating_sub(1);
        if let Some(at) = paint::moved(command, self.at, last, PAGE) {
            self.at = at;
            return Flow::Stay;
        }
        match command {
            Command::Open => self.change(),
            Command::ToDefault => self.take_out(),
            Command::TakeBack => self.take_back(),
            Command::OpenFile => self.open_file(),
            Command::Save => {
                let typed = self.field.as_ref().map(|field| field.text().to_owned());
                typed.map_or(Flow::Stay, |typed| self.set(&typed))
            }
            _ => Flow::Stay,
        }
    }

    fn leave(&mut self) -> Flow {
        self.wrong = None;
        match self.field.take() {
            Some(_) => Flow::Stay,
            None => Flow::Back,
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let clicked = rows::clicked(&self.sheet, self.at, area, at);
        if let (None, Some(stop)) = (&self.field, clicked) {
            if stop == self.at {
                return self.change();
            }
            self.at = stop;
        }
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let field = self.field.as_mut()?;
        if matches!(key.code, KeyCode::Enter | KeyCode::Esc) || !field.key(key) {
            return None;
        }
        self.judge();
        Some(Flow::Stay)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        let flow = match self.field.as_mut().map(|field| field.insert(text)) {
            Some(true) => Flow::Stay,
            Some(false) => Flow::Say(field::LINE_FULL.to_owned()),
            None => Flow::Say(field::NOWHERE.to_owned()),
        };
        self.judge();
        flow
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        let field = self.field.as_ref()?;
        Some(field.cursor(rows::field(area)))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        rows::list(&self.sheet, self.at, area, buffer, theme);
        let foot = rows::foot(area);
        let rule = "\u{2500}".repeat(usize::from(foot.width));
        paint::put(buffer, foot.x, foot.y, foot.width, &rule, theme.line);
        match (self.line(), &self.field) {
            (Some((key, _)), Some(input)) => {
                let field = rows::field(area);
                rows::asked(key, self.wrong.as_deref(), area, buffer, theme);
                paint::put(buffer, area.x, field.y, 2, "\u{203a}", theme.focus);
                input.draw(field, buffer, theme.text);
            }
            (Some((key, line)), None) => {
                rows::told(key, line, self.wrong.as_deref(), area, buffer, theme);
            }
            (None, _) => {
                if let Some(Stop::Fault(n)) = self.stop() {
                    rows::fault(&self.sheet, n, area, buffer, theme);
                }
            }
        }
    }
}
