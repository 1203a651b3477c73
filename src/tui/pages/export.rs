//! What leaves the journal: how much there is, what a format cannot hold, the file's name, and where it was written.

mod leaving;

use std::path::Path;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Ink, Outline, Row};
use super::prompt::{Prompt, Typed};
use crate::domain::fields::Reading;
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Answer, Export as Leaving, Question};
use crate::transfer::outgoing::What;
use crate::tui::command::told;
use crate::tui::command::{Command, Scope};
use crate::tui::job::{Job, Outcome};
use crate::tui::page::{Flow, Page, Typing};
use crate::tui::theme::Theme;
use crate::tui::{mask, paint};
use leaving::{Done, about, capital, counted, written};

const TEXT: Ink = |t| t.text;
const DIM: Ink = |t| t.dim;
const STRONG: Ink = |t| t.strong;
const DONE: Ink = |t| t.focus;

/// What is asked for at the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Whose figures.
    Whose,
    /// The name of the file.
    File,
}

/// How many there are of each.
type Counts = Vec<(What, Option<u64>)>;

/// The page.
#[derive(Default)]
pub struct Export {
    outline: Outline,
    counted: Option<Outcome<Counts>>,
    counts: Counts,
    leaving: Leaving,
    whose: String,
    named: Option<String>,
    prompt: Option<Prompt<Wanted>>,
    writing: Option<Outcome<Done>>,
    /// The file that is there already, while it is asked whether to replace it.
    there: Option<String>,
    done: Option<Done>,
}

impl Export {
    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Some(done) = &self.done {
            let mut says = done.says.iter();
            rows.extend(says.next().map(|line| Row::text(line, DONE)));
            rows.extend(says.map(|line| Row::under(line, DIM)));
            rows.push(Row::blank());
        }
        rows.push(Row::text(
            told!("{enter} writes what is under the cursor to a file of yours. Nothing else leaves, and what is sealed never does.", enter = List.Open),
            DIM,
        ));
        for what in What::ALL {
            rows.push(Row::blank());
            let many = self.counts.iter().find(|(of, _)| of == what);
            let many = match many.and_then(|(_, many)| *many) {
                Some(many) => format!("{} \u{b7} ", counted(many, what.one())),
                None => String::new(),
            };
            let form = format!("{many}{}", what.forms()[0]);
            let line = Row::ends(vec![(capital(what.word()), STRONG)], form, TEXT);
            rows.push(line.word(what.word()));
            rows.push(Row::under(about(*what), DIM).word(what.word()));
        }
        rows
    }

    fn fill(&mut self) {
        let first = self.outline.rows().is_empty();
        self.outline.fill(self.rows());
        if first {
            self.outline.go_to(|row| row.word.is_some());
        }
    }

    /// What the row under the cursor stands for.
    fn word(&self) -> Option<&'static str> {
        let row = self.outline.rows().get(self.outline.cursor());
        row.and_then(|row| row.word)
    }

    /// Moves the cursor; one step goes over all lines of one choice.
    fn step(&mut self, command: Command) {
        let before = self.word();
        let one = matches!(command, Command::Down | Command::Up);
        loop {
            let at = self.outline.cursor();
            let moved = self.outline.moved(command) && self.outline.cursor() != at;
            if !(one && moved && self.word() == before) {
                return;
            }
        }
    }

    /// Begins what is under the cursor.
    fn choose(&mut self) -> Flow {
        let Some(what) = self.word().and_then(What::from_word) else {
            return Flow::Stay;
        };
        self.leaving = Leaving {
            what,
            form: what.forms()[0],
            masked: mask::is_worn(),
            ..Leaving::default()
        };
        if what == What::Figures {
            let question = "Whose figures? They go out for one relationship, its own past only.";
            self.prompt = Some(Prompt::new(Wanted::Whose, question, &self.whose));
        } else {
            self.ask_file();
        }
        Flow::Stay
    }

    fn ask_file(&mut self) {
        let what = self.leaving.what;
        let stem = match what {
            What::Revisions => "journal",
            other => other.word(),
        };
        let name = format!("{stem}.{}", self.leaving.form.end());
        let ends: Vec<_> = what
            .forms()
            .iter()
            .map(|form| format!(".{}", form.end()))
            .collect();
        let by_name = match &ends[..] {
            [_] => String::new(),
            ends => format!(" Its end says the format: {}.", ends.join(", ")),
        };
        let question = format!(
            "Write {what} to which file? A name alone lies in the folder in which trustline was started.{by_name}"
        );
        self.prompt = Some(Prompt::new(Wanted::File, question, &name));
    }

    /// Writes in a thread of its own, in the format that the name's end asks for; `force` where
    /// the file that is there is to be replaced.
    fn write(&mut self, name: String, force: bool) -> Flow {
        match self.leaving.what.form_for(Some(Path::new(&name))) {
            Ok(form) => self.leaving.form = form,
            Err(error) => {
                self.ask_file();
                return Flow::Say(error.says().to_owned());
            }
        }
        let leaving = self.leaving.clone();
        let says = format!("writing {}", text::line(&name));
        self.there = Some(name.clone());
        let (job, outcome) = Job::new(says, move |journal, progress| {
            let path = progress.place(&name);
            written(journal, progress, &leaving, &path, force)
        });
        self.writing = Some(outcome);
        Flow::Job(job)
    }

    /// The question before a file is replaced.
    fn replaces(&self) -> Option<String> {
        let name = self.there.as_ref().filter(|_| self.writing.is_none())?;
        let name = text::line(name);
        Some(told!(
            "{name} is there already. Replace it? {y} replaces it, {n} takes another name.",
            y = Confirm.Yes,
            n = Confirm.No
        ))
    }

    /// What came of the writing.
    fn hear(&mut self, outcome: Result<Done>) -> Flow {
        match outcome {
            Ok(done) => {
                self.there = None;
                self.done = Some(done);
                self.outline = Outline::default();
                self.fill();
                Flow::Say("written".to_owned())
            }
            Err(error) if error.kind() == ErrorKind::Refused && is_there(&error) => Flow::Stay,
            Err(error) => {
                self.there = None;
                let hint = error.hint_text().map(|hint| format!("; {hint}"));
                Flow::Say(format!("{}{}", error.says(), hint.unwrap_or_default()))
            }
        }
    }
}

/// Whether an error says that the file is there already.
fn is_there(error: &Error) -> bool {
    error.says().ends_with("is there already")
}

impl Page for Export {
    fn scopes(&self) -> &'static [Scope] {
        if self.replaces().is_some() {
            &[Scope::Confirm]
        } else {
            &[Scope::Leaving, Scope::List]
        }
    }

    fn title(&self) -> String {
        "Export".to_owned()
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        if self.outline.rows().is_empty() && self.counted.is_none() {
            self.fill();
            let (job, outcome) = Job::new("counting", |journal, _| {
                let many = |what: &What| Ok((*what, journal.how_many(*what)?));
                What::ALL.iter().map(many).collect()
            });
            self.counted = Some(outcome);
            return Flow::Job(job);
        }
        if let Some(counts) = self.counted.as_ref().and_then(Outcome::take) {
            self.counted = None;
            // without counts everything else can be read and done
            self.counts = counts.unwrap_or_default();
            self.fill();
        }
        if let Some(name) = self.named.take() {
            match with.names.find(&name) {
                Ok(id) => {
                    self.leaving.who = Some(id);
                    self.ask_file();
                }
                Err(says) => {
                    self.choose();
                    return Flow::Say(says);
                }
            }
        }
        match self.writing.as_ref().and_then(Outcome::take) {
            Some(outcome) => {
                self.writing = None;
                self.hear(outcome)
            }
            None => Flow::Stay,
        }
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        match (command, self.there.clone()) {
            (Command::Yes, Some(name)) => return self.write(name, true),
            (Command::No, Some(name)) => {
                self.there = None;
                self.ask_file();
                if let Some(prompt) = &mut self.prompt {
                    Typing::set(prompt, &name);
                }
            }
            (Command::Open, _) => return self.choose(),
            (other, _) => self.step(other),
        }
        Flow::Stay
    }

    fn leave(&mut self) -> Flow {
        if self.there.take().is_some() {
            return Flow::Stay;
        }
        Flow::Back
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let about = prompt.about;
        let typed = prompt.key(key);
        if matches!(typed, Typed::Done(_) | Typed::Away(_)) {
            self.prompt = None;
        }
        Some(match (typed, about) {
            (Typed::Not, _) => return None,
            (Typed::Editor(text), _) => Flow::Editor(text),
            (Typed::Done(name), Wanted::File) if !name.is_empty() => self.write(name, false),
            (Typed::Done(name), Wanted::Whose) if !name.is_empty() => {
                self.whose.clone_from(&name);
                self.named = Some(name);
                Flow::Stay
            }
            (Typed::On | Typed::Done(_) | Typed::Away(_), _) => Flow::Stay,
        })
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.outline.click(area, at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let rest = self
            .prompt
            .as_ref()
            .map_or(area, |prompt| prompt.split(area).0);
        let question = self.replaces();
        let lines = question.as_ref().map_or(0, |question| {
            paint::wrap(question, usize::from(area.width)).len()
        });
        let height = u16::try_from(lines).unwrap_or(1).min(rest.height);
        let rest = Rect {
            height: rest.height - height,
            ..rest
        };
        self.outline
            .draw(rest, buffer, chrono::NaiveDate::default(), theme);
        if let Some(prompt) = &self.prompt {
            prompt.draw(area, buffer, theme);
        }
        if let Some(question) = question {
            let y = rest.bottom();
            let foot = Rect { y, height, ..area };
            paint::paragraph(buffer, foot, &question, 0, theme.focus);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}
