//! The steps that are proposed for a repair plan: taken, changed, left out; what is taken becomes a commitment.

mod drafts;
mod line;

use chrono::NaiveDateTime;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

use super::prompt::{Prompt, Typed};
use crate::domain::commitment::Commitment;
use crate::domain::dates::{self, Lean};
use crate::domain::draft::{Draft, Spot};
use crate::domain::fields::Reading;
use crate::domain::plan::Plan;
use crate::domain::view::PlanView;
use crate::domain::{Record, RecordId, Side, When};
use crate::journal::{Answer, Change, Question};
use crate::tui::command::told;
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Typing};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// One line: a step as it would be kept, and whether it is taken.
struct Line {
    taken: bool,
    step: Commitment,
}

/// What is typed at the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// The words of the step under the cursor.
    Words,
    /// Its day.
    Day,
    /// The words of a new one.
    New,
}

/// The page.
pub struct Steps {
    breach: RecordId,
    view: Option<Box<PlanView>>,
    lines: Vec<Line>,
    at: usize,
    now: NaiveDateTime,
    prompt: Option<Prompt<Wanted>>,
    /// A day that was typed and waits to be read.
    day: Option<String>,
    touched: bool,
    /// What was thrown away, to be brought back.
    thrown: Option<Draft>,
    top: Cell<usize>,
}

impl Steps {
    /// For the newest plan of a breach.
    pub fn new(breach: RecordId) -> Self {
        Self {
            breach,
            view: None,
            lines: Vec::new(),
            at: 0,
            now: NaiveDateTime::default(),
            prompt: None,
            day: None,
            touched: false,
            thrown: None,
            top: Cell::new(0),
        }
    }

    fn plan(&self) -> Option<(RecordId, &Plan)> {
        match self.view.as_ref().map(|view| (&view.plan.record, view)) {
            Some((Record::Plan(plan), view)) => Some((view.plan.id, plan)),
            _ => None,
        }
    }

    /// Lays the proposals out once; what was changed since stays.
    fn fill(&mut self, view: Box<PlanView>) {
        let first = self.view.is_none();
        self.view = Some(view);
        if first {
            self.propose();
        }
    }

    /// Lays the proposals out as they are.
    fn propose(&mut self) {
        let today = self.now.date();
        if let (Some((id, plan)), Some(view)) = (self.plan(), &self.view) {
            let line = |step: &crate::domain::template::Proposal| Line {
                taken: true,
                step: step.taken(id, plan, today),
            };
            self.lines = view.of.proposed.iter().map(line).collect();
        }
        self.touched = false;
    }

    /// A step of one's own: the owner's, due in a week.
    fn add(&mut self, text: String) {
        let today = self.now.date();
        let Some((id, plan)) = self.plan() else {
            return;
        };
        let step = Commitment {
            who: plan.who,
            side: plan.owner,
            text,
            made: today,
            agreed: Some(today),
            due: Some(When::day(today + chrono::Duration::days(7))),
            plan: Some(id),
            visible: true,
            ..Commitment::default()
        };
        self.lines.push(Line { taken: true, step });
        self.at = self.lines.len() - 1;
        self.touched = true;
    }

    fn ask(&mut self, wanted: Wanted) -> Flow {
        let line = self.lines.get(self.at);
        let (question, text) = match (wanted, line) {
            (Wanted::New, _) => ("A step of your own: what is promised?", String::new()),
            (Wanted::Words, Some(line)) => ("The step, in your own words:", line.step.text.clone()),
            (Wanted::Day, Some(_)) => {
                ("By when? A day: fri, in 2 weeks, 2026-12-01", String::new())
            }
            _ => return Flow::Say(told!("{t} adds a step of your own", t = Steps.AddStep)),
        };
        self.prompt = Some(Prompt::new(wanted, question, &text));
        Flow::Stay
    }

    fn answered(&mut self, wanted: Wanted, text: &str) {
        self.prompt = None;
        if text.is_empty() {
            return;
        }
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match (wanted, self.lines.get_mut(self.at)) {
            (Wanted::New, _) => self.add(words),
            (Wanted::Words, Some(line)) => {
                line.taken = true;
                line.step.text = words;
                self.touched = true;
            }
            (Wanted::Day, _) => self.day = Some(words),
            _ => {}
        }
    }

    fn change(&mut self, change: impl Fn(&mut Line)) -> Flow {
        if let Some(line) = self.lines.get_mut(self.at) {
            change(line);
            self.touched = true;
        }
        Flow::Stay
    }

    /// Makes commitments of what is taken, in one step of undo.
    fn save(&self) -> Flow {
        let taken = self.lines.iter().filter(|line| line.taken);
        let add = |line: &Line| Change::Add(Box::new(Record::Commitment(line.step.clone())));
        let changes: Vec<_> = taken.map(add).collect();
        if changes.is_empty() {
            return Flow::Say(told!(
                "No step is taken: {space} takes one, {q} goes on without",
                space = Steps.Take,
                q = Global.Back
            ));
        }
        let says = format!("{} taken", paint::counted(changes.len(), "step"));
        Flow::TellAndBack(Box::new(Change::All { says, changes }))
    }

    fn moved(&mut self, command: Command) {
        let last = self.lines.len().saturating_sub(1);
        self.at = match command {
            Command::Up => self.at.saturating_sub(1),
            Command::Down => self.at + 1,
            _ => self.at,
        }
        .min(last);
    }
}

impl Page for Steps {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Steps]
    }

    fn title(&self) -> String {
        let name = self.view.as_ref().map_or("", |view| view.name.as_str());
        format!("Steps \u{b7} {name}")
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.now = with.now;
        let Some(typed) = self.day.take() else {
            return Flow::Stay;
        };
        match dates::when(&typed, with.now, Lean::Future) {
            Ok(due) => self.change(|line| line.step.due = Some(due)),
            Err(says) => {
                self.prompt = Some(Prompt::new(Wanted::Day, "By when?", &typed));
                Flow::Say(says)
            }
        }
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Repair(self.breach)]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Plan(view) = answer {
                self.fill(view);
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::StartAnew => return self.start_anew(),
            Command::Save => return self.save(),
            Command::Take => return self.change(|line| line.taken = !line.taken),
            Command::Visible => return self.change(|line| line.step.visible = !line.step.visible),
            Command::OtherSide => {
                return self.change(|line| {
                    line.step.side = match line.step.side {
                        Side::Mine => Side::Theirs,
                        Side::Theirs => Side::Mine,
                    };
                });
            }
            Command::Sentence => return self.ask(Wanted::Words),
            Command::ByWhen => return self.ask(Wanted::Day),
            Command::AddStep => return self.ask(Wanted::New),
            other => self.moved(other),
        }
        Flow::Stay
    }

    fn leave(&mut self) -> Flow {
        if let Some(prompt) = self.prompt.take() {
            drop(prompt);
            return Flow::Stay;
        }
        Flow::Back
    }

    fn spot(&self) -> Option<Spot> {
        self.plan().map(|_| Spot::Steps(self.breach))
    }

    fn draft(&self) -> Option<Draft> {
        self.as_chosen()
    }

    fn field(&self) -> Option<String> {
        self.prompt
            .as_ref()
            .map(|prompt| drafts::word(prompt.about).to_owned())
    }

    fn take_up(&mut self, draft: &Draft) -> bool {
        self.come_up(draft)
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let about = prompt.about;
        match prompt.key(key) {
            Typed::On => {}
            Typed::Not => return None,
            Typed::Done(text) => self.answered(about, &text),
            Typed::Editor(text) => return Some(Flow::Editor(text)),
            Typed::Away(_) => self.prompt = None,
        }
        Some(Flow::Stay)
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let mut y = 2;
        let line = usize::from(at.y.saturating_sub(area.y)) + self.top.get();
        for n in 0..self.lines.len() {
            y += self.height(n, area.width);
            if line < y {
                self.at = n;
                break;
            }
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let area = match &self.prompt {
            Some(prompt) => {
                prompt.draw(area, buffer, theme);
                prompt.split(area).0
            }
            None => area,
        };
        let taken = self.lines.iter().filter(|line| line.taken).count();
        let head = if self.lines.is_empty() {
            told!(
                "Nothing is proposed here. {t} adds a step of your own.",
                t = Steps.AddStep
            )
        } else {
            let all = paint::counted(self.lines.len(), "step");
            told!(
                "{taken} of {all} taken. {save} makes commitments of them.",
                save = Steps.Save
            )
        };
        let top = paint::row(area, 0);
        paint::put(buffer, top.x, top.y, top.width, &head, theme.strong);
        let list = Rect {
            y: area.y + 2.min(area.height),
            height: area.height.saturating_sub(2),
            ..area
        };
        self.draw_list(list, buffer, theme);
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}

impl Steps {
    /// Rows that a step takes: its words, broken, and whose it is.
    fn height(&self, n: usize, width: u16) -> usize {
        let room = usize::from(width.saturating_sub(6));
        let text = self.lines.get(n).map_or("", |line| &line.step.text);
        paint::wrap(text, room).len() + 1
    }

    fn draw_list(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let heights: Vec<_> = (0..self.lines.len())
            .map(|n| self.height(n, area.width))
            .collect();
        let rows = usize::from(area.height);
        let before: usize = heights.iter().take(self.at).sum();
        let until = before + heights.get(self.at).copied().unwrap_or(0);
        let top = self.top.get().min(before).max(until.saturating_sub(rows));
        self.top.set(top);
        let mut y = 0;
        for (n, line) in self.lines.iter().enumerate() {
            let height = heights.get(n).copied().unwrap_or(0);
            if y >= top && y < top + rows {
                let at = paint::row(area, y - top);
                let whole = Rect {
                    height: area.bottom().saturating_sub(at.y),
                    ..at
                };
                self.draw_line(line, n == self.at, whole, buffer, theme);
            }
            y += height;
        }
    }
}
