//! Forgetting for good: everything that goes, the name typed back, and then the backups that still hold it.

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Ink, Outline, Row};
use super::prompt::{Prompt, Typed};
use crate::domain::RecordId;
use crate::domain::fields::Reading;
use crate::error::Error;
use crate::journal::{Answer, Forgotten, Question, Taken};
use crate::tui::command::{Command, Scope};
use crate::tui::job::{Job, Outcome};
use crate::tui::page::{Flow, Page, Typing};
use crate::tui::paint;
use crate::tui::theme::Theme;

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;

/// What is typed to take the backups away.
const PRUNE: &str = "prune";

/// Where it stands.
enum Stage {
    /// Nothing was looked at yet.
    Fresh,
    /// What goes is being looked for.
    Looking(Outcome<Forgotten>),
    /// It is shown; the word is asked for.
    Asked,
    /// It is being forgotten.
    Forgetting(Outcome<Forgotten>),
    /// It is gone.
    Done,
    /// The backups that hold it are taken away.
    Pruning(Outcome<Vec<PathBuf>>),
    /// It could not be done.
    Failed,
}

/// The page.
pub struct Forget {
    id: RecordId,
    stage: Stage,
    found: Option<Forgotten>,
    outline: Outline,
    prompt: Option<Prompt<()>>,
    /// Whether the way home was taken: what lies beneath is of what is gone.
    left: bool,
}

impl Forget {
    /// Of one record.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            stage: Stage::Fresh,
            found: None,
            outline: Outline::default(),
            prompt: None,
            left: false,
        }
    }

    fn begin(&mut self) -> Flow {
        let id = self.id;
        let (job, outcome) = Job::new("looking for all that goes", move |journal, _| {
            journal.forgetting(id, true)
        });
        self.stage = Stage::Looking(outcome);
        Flow::Job(job)
    }

    fn show(&mut self, found: Forgotten) {
        let word = found.word();
        let asks = format!(
            "Nothing brings it back. Type \u{201c}{word}\u{201d} to forget it for good; Esc leaves it as it is."
        );
        self.outline.fill(rows(&found));
        // the sum first, not the first record
        self.outline.moved(Command::Top);
        self.prompt = Some(Prompt::new((), asks, ""));
        self.found = Some(found);
        self.stage = Stage::Asked;
    }

    fn done(&mut self, told: Forgotten) -> Flow {
        let mut rows = vec![
            Row::text(
                format!("Forgotten for good: {}.", told.in_numbers()),
                STRONG,
            ),
            Row::blank(),
            Row::text(
                "The journal's file was overwritten. Exports and copies that lie elsewhere are beyond its reach.",
                TEXT,
            ),
        ];
        if !told.backups.is_empty() {
            rows.push(Row::blank());
            rows.push(Row::heading("Backups that still hold it"));
            rows.extend(
                told.backups
                    .iter()
                    .map(|path| Row::under(name_of(path), TEXT)),
            );
            let asks = format!(
                "Type \u{201c}{PRUNE}\u{201d} to overwrite these backups and take them away; Esc leaves them."
            );
            self.prompt = Some(Prompt::new((), asks, ""));
        }
        self.outline = Outline::default();
        self.outline.fill(rows);
        self.found = Some(told);
        self.stage = Stage::Done;
        Flow::Say("forgotten for good; Esc leads home".to_owned())
    }

    /// Home, when no backup holds it any more; else what was left and why.
    fn pruned(&mut self, pruned: &[PathBuf]) -> Flow {
        let told = self.found.iter().flat_map(|found| &found.backups);
        let left: Vec<_> = told.filter(|path| !pruned.contains(path)).collect();
        if left.is_empty() {
            return Flow::Home;
        }
        let says = "Left as they are, because they cannot be read or are links; they may hold it, and are yours to delete";
        let mut rows = vec![Row::heading(says)];
        rows.extend(left.iter().map(|path| Row::under(name_of(path), TEXT)));
        self.outline = Outline::default();
        self.outline.fill(rows);
        self.stage = Stage::Done;
        Flow::Say(format!(
            "{} taken away, {} left; Esc leads home",
            pruned.len(),
            left.len()
        ))
    }

    fn failed(&mut self, error: &Error) -> Flow {
        let hint = error.hint_text().map(|hint| format!("\n\n{hint}"));
        let says = format!("{}{}", error.says(), hint.unwrap_or_default());
        self.outline.fill(vec![Row::text(says.clone(), TEXT)]);
        self.prompt = None;
        self.stage = Stage::Failed;
        Flow::Say(error.says().to_owned())
    }

    /// What was typed and finished.
    fn answered(&mut self, typed: &str) -> Flow {
        match self.stage {
            Stage::Asked => self.confirmed(typed),
            Stage::Done if typed == PRUNE => {
                self.prompt = None;
                let (job, outcome) = Job::new("taking the backups away", |journal, _| {
                    journal.prune_backups()
                });
                self.stage = Stage::Pruning(outcome);
                Flow::Job(job)
            }
            Stage::Done => Flow::Say(format!(
                "the word is \u{201c}{PRUNE}\u{201d}; the backups are as they were"
            )),
            _ => Flow::Stay,
        }
    }

    fn confirmed(&mut self, typed: &str) -> Flow {
        let Some(found) = &self.found else {
            return Flow::Stay;
        };
        if !found.is_confirmed(typed) {
            let says = format!(
                "the word is \u{201c}{}\u{201d}; nothing was forgotten",
                found.word()
            );
            return Flow::Say(says);
        }
        let id = self.id;
        let (job, outcome) = Job::new("forgetting and overwriting", move |journal, _| {
            journal.forget(id, true)
        });
        self.prompt = None;
        self.stage = Stage::Forgetting(outcome);
        Flow::Job(job)
    }
}

impl Page for Forget {
    fn scopes(&self) -> &'static [Scope] {
        if self.prompt.is_some() {
            &[Scope::Forget]
        } else {
            &[Scope::Text]
        }
    }

    fn title(&self) -> String {
        match &self.found {
            Some(found) if !matches!(self.stage, Stage::Done | Stage::Pruning(_)) => {
                format!("Forget {}", paint::fit(&found.name, 40))
            }
            _ => "Forget".to_owned(),
        }
    }

    fn reads(&mut self, _: &Reading<'_>) -> Flow {
        if matches!(self.stage, Stage::Fresh) {
            return self.begin();
        }
        match &self.stage {
            Stage::Looking(outcome) => match outcome.take() {
                Some(Ok(found)) => self.show(found),
                Some(Err(error)) => return self.failed(&error),
                None => {}
            },
            Stage::Forgetting(outcome) => match outcome.take() {
                Some(Ok(told)) => return self.done(told),
                Some(Err(error)) => return self.failed(&error),
                None => {}
            },
            Stage::Pruning(outcome) => match outcome.take() {
                Some(Ok(pruned)) => return self.pruned(&pruned),
                Some(Err(error)) => return self.failed(&error),
                None => {}
            },
            Stage::Fresh | Stage::Asked | Stage::Done | Stage::Failed => {}
        }
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        if let (Command::Save, Some(prompt)) = (command, &self.prompt) {
            let typed = prompt.text().trim().to_owned();
            return self.answered(&typed);
        }
        self.outline.moved(command);
        Flow::Stay
    }

    fn leave(&mut self) -> Flow {
        let gone = matches!(self.stage, Stage::Done | Stage::Pruning(_));
        if gone && !std::mem::replace(&mut self.left, true) {
            return Flow::Home;
        }
        Flow::Back
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let today = chrono::NaiveDate::default();
        match &self.prompt {
            Some(prompt) => {
                let (rest, _) = prompt.split(area);
                self.outline.draw(rest, buffer, today, theme);
                prompt.draw(area, buffer, theme);
            }
            None => self.outline.draw(area, buffer, today, theme),
        }
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        if matches!(
            key.code,
            KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown
        ) {
            return None;
        }
        match prompt.key(key) {
            Typed::On | Typed::Editor(_) => Some(Flow::Stay),
            Typed::Not => None,
            Typed::Done(text) => Some(self.answered(&text)),
            Typed::Away(_) if matches!(self.stage, Stage::Done) => Some(Flow::Home),
            Typed::Away(_) => Some(Flow::Back),
        }
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}

fn rows(found: &Forgotten) -> Vec<Row> {
    let mut rows = vec![Row::text(
        format!("Goes for good: {}.", found.in_numbers()),
        STRONG,
    )];
    rows.extend(found.gone.iter().map(row));
    if !found.stays.is_empty() {
        rows.push(Row::blank());
        rows.push(Row::heading("Stays, without the name or the link"));
        rows.extend(found.stays.iter().map(row));
    }
    rows.push(Row::blank());
    if found.contact {
        let says = "The contact in the settings names them and is cleared.";
        rows.push(Row::text(says, TEXT));
    }
    if !found.backups.is_empty() {
        rows.push(Row::heading(
            "Backups that hold it; afterwards they can be taken away",
        ));
        rows.extend(
            found
                .backups
                .iter()
                .map(|path| Row::under(name_of(path), TEXT)),
        );
    }
    let says = "D deletes instead: undo brings that back. Exports and copies that lie elsewhere are beyond its reach.";
    rows.push(Row::text(says, DIM));
    rows
}

fn row(one: &Taken) -> Row {
    Row::line(vec![
        (format!("  {}  ", one.day), DIM),
        (paint::pad(one.kind.word(), 13), DIM),
        (one.title.clone(), TEXT),
    ])
    .about(one.id)
}

fn name_of(path: &std::path::Path) -> String {
    let shown = path.file_name().map(|name| name.to_string_lossy());
    crate::domain::text::line(&shown.unwrap_or_default()).into_owned()
}
