//! Before going back to a backup: what would come back, go away and change; afterwards, how to go back from that.

use std::cell::Cell;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::backups::{shelf, wrong};
use crate::domain::backup::Preview;
use crate::journal::{Answer, Before, Question, Restored};
use crate::tui::command::{Command, Scope};
use crate::tui::job::{Job, Outcome};
use crate::tui::page::{Flow, Page};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// How many of the records that would go away are named.
const ROWS: usize = 40;

/// Where it stands.
enum Stage {
    /// Nothing was looked at yet.
    Begins,
    /// The backup is being checked and compared.
    Looks(Outcome<Preview>),
    /// It is asked.
    Asks(Box<Preview>),
    /// It is being restored.
    Restores(Outcome<Restored>),
    /// It was done.
    Done(Box<Restored>),
    /// It could not be done.
    Failed(String),
}

/// The page.
pub struct Restoring {
    from: PathBuf,
    stage: Stage,
    top: Cell<usize>,
    rows: Cell<usize>,
    all: Cell<usize>,
}

impl Restoring {
    /// Of a backup's file.
    pub fn new(from: PathBuf) -> Self {
        Self {
            from,
            stage: Stage::Begins,
            top: Cell::new(0),
            rows: Cell::new(1),
            all: Cell::new(0),
        }
    }

    fn look(&mut self) -> Flow {
        let from = self.from.clone();
        let (job, outcome) = Job::new("checking the backup", move |journal, _| {
            shelf(journal)?.preview(&from, ROWS)
        });
        self.stage = Stage::Looks(outcome);
        Flow::Job(job)
    }

    fn restore(&mut self) -> Flow {
        let from = self.from.clone();
        let (job, outcome) = Job::new("restoring", move |journal, _| {
            shelf(journal)?.restore(&from)
        });
        self.stage = Stage::Restores(outcome);
        self.top.set(0);
        Flow::Job(job)
    }

    /// The stage after an answer, and what is said of it.
    fn heard<T>(&mut self, answer: crate::error::Result<T>, next: fn(Box<T>) -> Stage) -> Flow {
        match answer {
            Ok(answer) => {
                self.stage = next(Box::new(answer));
                Flow::Stay
            }
            Err(error) => {
                self.stage = Stage::Failed(error.says().to_owned());
                wrong(&error)
            }
        }
    }

    /// What stands there; the first so many lines are strong.
    fn lines(&self, width: usize) -> (Vec<String>, usize) {
        let mut lines = Vec::new();
        let mut put = |text: &str| lines.extend(paint::wrap(text, width));
        match &self.stage {
            Stage::Begins | Stage::Looks(_) | Stage::Restores(_) => {}
            Stage::Failed(why) => {
                put("Nothing was restored.");
                put(why);
            }
            Stage::Asks(preview) => {
                put(
                    "Go back to this backup? What is there now is kept first, and can be gone back to.",
                );
                let strong = lines.len();
                lines.push(String::new());
                for says in preview.says() {
                    lines.extend(paint::wrap(&says, width));
                }
                lines.extend(missing(preview, width));
                return (lines, strong);
            }
            Stage::Done(restored) => {
                put(&format!("Restored and checked: {}.", restored.from.file()));
                let strong = lines.len();
                lines.push(String::new());
                let way = match &restored.before {
                    None => String::new(),
                    Some(Before::Kept(path)) => format!(
                        "What was there before is the backup {}: to go back to it, restore that one.",
                        path.file_name().unwrap_or_default().to_string_lossy()
                    ),
                    Some(Before::Aside(path)) => format!(
                        "The journal that could not be opened is kept as it was: {}",
                        path.display()
                    ),
                };
                lines.extend(paint::wrap(&way, width));
                return (lines, strong);
            }
        }
        let strong = 1.min(lines.len());
        (lines, strong)
    }
}

/// The newest records that would go away, a line each.
fn missing(preview: &Preview, width: usize) -> Vec<String> {
    if preview.missing.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), "The newest that would go away:".to_owned()];
    for one in &preview.missing {
        let who = one
            .who
            .as_ref()
            .map_or_else(String::new, |who| format!("{who}: "));
        let line = format!("  {}  {}  {who}{}", one.day, one.kind, one.title);
        lines.push(paint::fit(&line, width));
    }
    let more = preview
        .total()
        .gone
        .saturating_sub(preview.missing.len() as u64);
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    lines
}

impl Page for Restoring {
    fn scopes(&self) -> &'static [Scope] {
        match &self.stage {
            Stage::Asks(_) => &[Scope::Confirm, Scope::Text],
            _ => &[Scope::Restoring, Scope::Text],
        }
    }

    fn title(&self) -> String {
        "Backups \u{b7} go back".to_owned()
    }

    fn reads(&mut self, _: &crate::domain::fields::Reading<'_>) -> Flow {
        match &self.stage {
            Stage::Begins => self.look(),
            Stage::Looks(outcome) => match outcome.take() {
                Some(answer) => self.heard(answer, Stage::Asks),
                None => Flow::Stay,
            },
            Stage::Restores(outcome) => match outcome.take() {
                Some(answer) => self.heard(answer, Stage::Done),
                None => Flow::Stay,
            },
            Stage::Asks(_) | Stage::Done(_) | Stage::Failed(_) => Flow::Stay,
        }
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        match (command, &self.stage) {
            (Command::Yes, Stage::Asks(_)) => self.restore(),
            (Command::No, _) => Flow::Back,
            (command, _) => {
                paint::scroll(&self.top, self.rows.get(), self.all.get(), command);
                Flow::Stay
            }
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (lines, strong) = self.lines(usize::from(area.width));
        let height = usize::from(area.height);
        self.rows.set(height);
        self.all.set(lines.len());
        let top = self.top.get().min(lines.len().saturating_sub(height));
        self.top.set(top);
        for (n, line) in lines.iter().enumerate().skip(top).take(height) {
            let ink = if n < strong { theme.strong } else { theme.text };
            paint::pieces(buffer, paint::row(area, n - top), &[(&**line, ink)]);
        }
    }
}
