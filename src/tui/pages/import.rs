//! Import: a file is named, looked at, and brought in when that is said; nothing is written before.

mod path;
mod words;
mod work;

use std::cell::Cell;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::prompt::{Prompt, Typed};
use crate::domain::fields::Reading;
use crate::error::{Error, Result};
use crate::journal::{Answer, Question};
use crate::transfer::table::DateOrder;
use crate::tui::command::{Command, Scope};
use crate::tui::job::{Job, Outcome};
use crate::tui::page::{Flow, Page, Typing};
use crate::tui::paint;
use crate::tui::theme::Theme;

use work::{Ask, Brought, Found};

const FILE: &str = "Which file? Tab completes its name.";
const ME: &str = "Your name, as the file writes it (nothing: nobody in it is you)";

/// What is asked for in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    File,
    Me,
    /// The column that feeds a field, or what it is in every row.
    Feed(&'static str),
}

/// How far the import is.
enum Stage {
    /// No file was looked at.
    Before,
    /// A look is under way.
    Looking(Outcome<Found>),
    /// This was found.
    Seen(Found),
    /// It is being brought in; what was found is kept, in case it is stopped.
    Bringing(Outcome<Brought>, Found),
    /// It is there.
    Done(Brought),
}

/// The page.
pub struct Import {
    stage: Stage,
    ask: Ask,
    prompt: Option<Prompt<Wanted>>,
    /// What went wrong last.
    trouble: Option<String>,
    /// The field that was asked for last, and the question.
    asked: Option<(&'static str, String)>,
    top: Cell<usize>,
    rows: Cell<usize>,
    lines: Cell<usize>,
}

impl Default for Import {
    fn default() -> Self {
        Self {
            stage: Stage::Before,
            ask: Ask::default(),
            prompt: Some(Prompt::new(Wanted::File, FILE, "")),
            trouble: None,
            asked: None,
            top: Cell::new(0),
            rows: Cell::new(0),
            lines: Cell::new(0),
        }
    }
}

impl Import {
    fn name(&self) -> String {
        let name = self.ask.path.file_name().unwrap_or_default();
        paint::fit(&name.to_string_lossy(), 40)
    }

    /// Looks at the file, from the start.
    fn look(&mut self) -> Flow {
        self.trouble = None;
        self.top.set(0);
        let ask = self.ask.clone();
        let says = format!("reading {}", self.name());
        let (job, outcome) = Job::new(says, move |journal, progress| ask.look(journal, progress));
        self.stage = Stage::Looking(outcome);
        Flow::Job(job)
    }

    fn bring(&mut self) -> Flow {
        let Stage::Seen(found) = &self.stage else {
            return Flow::Stay;
        };
        let found = found.clone();
        self.trouble = None;
        let ask = self.ask.clone();
        let says = format!("bringing in {}", self.name());
        let (job, outcome) = Job::new(says, move |journal, progress| ask.bring(journal, progress));
        self.stage = Stage::Bringing(outcome, found);
        Flow::Job(job)
    }

    /// What the work answered, if it has ended.
    fn hear(&mut self) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Before) {
            Stage::Looking(outcome) => match outcome.take() {
                None => Stage::Looking(outcome),
                Some(looked) => self.looked(looked),
            },
            Stage::Bringing(outcome, found) => match outcome.take() {
                None => Stage::Bringing(outcome, found),
                Some(Ok(brought)) => {
                    self.top.set(0);
                    Stage::Done(brought)
                }
                Some(Err(error)) => {
                    self.fails(&error);
                    Stage::Seen(found)
                }
            },
            stage => stage,
        };
    }

    fn looked(&mut self, looked: Result<Found>) -> Stage {
        match looked {
            Ok(Found::Lacks(lack, columns)) => {
                self.asked = Some((lack.field, words::lacking(&lack, &columns)));
                self.ask_feed("");
                Stage::Before
            }
            Ok(found) => Stage::Seen(found),
            Err(error) if self.asked.is_some() => {
                self.fails(&error);
                let typed = self.ask.unsay();
                self.ask_feed(&typed);
                Stage::Before
            }
            Err(error) => {
                self.fails(&error);
                let typed = self.ask.path.to_string_lossy().into_owned();
                self.prompt = Some(Prompt::new(Wanted::File, FILE, &typed));
                Stage::Before
            }
        }
    }

    /// Asks what feeds the field that is lacking, starting from a text.
    fn ask_feed(&mut self, text: &str) {
        if let Some((field, question)) = &self.asked {
            self.prompt = Some(Prompt::new(Wanted::Feed(field), question, text));
        }
    }

    fn fails(&mut self, error: &Error) {
        let hint = error
            .hint_text()
            .map_or_else(String::new, |hint| format!("\n{hint}"));
        self.trouble = Some(format!("{}{hint}", error.says()));
    }

    /// An answer was typed.
    fn typed_line(&mut self, wanted: Wanted, text: &str) -> Flow {
        match wanted {
            Wanted::File if text.is_empty() => {
                self.prompt = Some(Prompt::new(Wanted::File, FILE, ""));
                Flow::Say("name a file first; Esc goes back".to_owned())
            }
            Wanted::Feed(_) if text.is_empty() => {
                self.ask_feed("");
                Flow::Say("name a column, or = and a text; Esc goes back".to_owned())
            }
            Wanted::Feed(field) => {
                self.ask.say(field, text);
                self.look()
            }
            Wanted::File => {
                self.asked = None;
                self.ask = Ask {
                    path: path::meant(text),
                    ..Ask::default()
                };
                self.look()
            }
            Wanted::Me => {
                text.clone_into(&mut self.ask.me);
                self.look()
            }
        }
    }

    fn ask_for(&mut self, wanted: Wanted) -> Flow {
        let (question, text) = match wanted {
            Wanted::File => (FILE, self.ask.path.to_string_lossy().into_owned()),
            Wanted::Me => (ME, self.ask.me.clone()),
            Wanted::Feed(_) => return Flow::Stay,
        };
        self.prompt = Some(Prompt::new(wanted, question, &text));
        Flow::Stay
    }

    fn text(&self) -> Vec<String> {
        match &self.stage {
            Stage::Before => words::before().lines().map(str::to_owned).collect(),
            Stage::Looking(_) => vec![format!("Reading {}\u{2026}", self.name())],
            Stage::Seen(found) => words::found(found, &self.ask),
            Stage::Bringing(_, _) => vec![format!("Bringing in {}\u{2026}", self.name())],
            Stage::Done(brought) => words::done(brought),
        }
    }
}

impl Page for Import {
    fn scopes(&self) -> &'static [Scope] {
        match self.stage {
            Stage::Seen(Found::Records(_) | Found::Lacks(..)) => &[Scope::Import, Scope::Text],
            Stage::Seen(Found::Revisions(_)) => &[Scope::Unite, Scope::Text],
            _ => &[Scope::Imported, Scope::Text],
        }
    }

    fn title(&self) -> String {
        match self.stage {
            Stage::Before => "Import".to_owned(),
            _ => format!("Import \u{b7} {}", self.name()),
        }
    }

    fn reads(&mut self, _: &Reading<'_>) -> Flow {
        self.hear();
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        if paint::scroll(&self.top, self.rows.get(), self.lines.get(), command) {
            return Flow::Stay;
        }
        match command {
            Command::Open => self.bring(),
            Command::Edit => self.ask_for(Wanted::File),
            Command::Sentence => self.ask_for(Wanted::Me),
            Command::Order => {
                self.ask.order = match self.ask.order {
                    None => Some(DateOrder::Dmy),
                    Some(DateOrder::Dmy) => Some(DateOrder::Mdy),
                    Some(_) => None,
                };
                self.look()
            }
            Command::Take => {
                self.ask.update = !self.ask.update;
                self.look()
            }
            _ => Flow::Stay,
        }
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let wanted = prompt.about;
        if key.code == KeyCode::Tab && wanted == Wanted::File {
            let done = path::completed(prompt.text().trim());
            return Some(match done {
                Some(text) => {
                    prompt.set(&text);
                    Flow::Stay
                }
                None => Flow::Say("no file there begins so".to_owned()),
            });
        }
        Some(match prompt.key(key) {
            Typed::On => Flow::Stay,
            Typed::Not => return None,
            Typed::Editor(text) => Flow::Editor(text),
            Typed::Done(text) => {
                self.prompt = None;
                self.typed_line(wanted, &text)
            }
            Typed::Away(_) => {
                self.prompt = None;
                match self.stage {
                    Stage::Before => Flow::Back,
                    _ => Flow::Stay,
                }
            }
        })
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let above = self
            .prompt
            .as_ref()
            .map_or(area, |prompt| prompt.split(area).0);
        let body = Rect {
            x: above.x + 1.min(above.width),
            width: above.width.saturating_sub(2),
            ..above
        };
        let trouble = self.trouble.as_deref().unwrap_or_default();
        let used = if trouble.is_empty() {
            0
        } else {
            paint::paragraph(buffer, body, &format!("! {trouble}"), 0, theme.error) + 1
        };
        let used = u16::try_from(used).unwrap_or(u16::MAX).min(body.height);
        let rest = Rect {
            y: body.y + used,
            height: body.height - used,
            ..body
        };
        let text = self.text().join("\n");
        self.rows.set(usize::from(rest.height));
        let lines = paint::paragraph(buffer, rest, &text, self.top.get(), theme.text);
        self.lines.set(lines);
        if let Some(prompt) = &self.prompt {
            prompt.draw(area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}
