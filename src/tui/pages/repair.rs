//! A repair plan: five stages with their gates, its steps and its run, and what to do next.
//!
//! The place may be named by a plan, by a breach (its newest plan, or the offer of one) or by a
//! relationship (what is open in it).

mod columns;
mod deeds;
mod rows;
mod words;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Outline, Row};
use super::prompt::{Kept, Prompt, Typed};
use crate::domain::fields::Reading;
use crate::domain::filter::{Ask, Filter};
use crate::domain::plan::{Plan, Stage, Verdict};
use crate::domain::view::{Card, EntryLine, PlanView, Stored, Window};
use crate::domain::{Kind, Record, RecordId};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place};
use crate::tui::theme::Theme;
use words::Wanted;

/// From how many columns on the stages stand side by side.
const WIDE: u16 = 100;

/// Plans of one relationship that are looked through for the one of a breach.
const PLANS: usize = 50;

/// What is on the page.
enum Shown {
    /// Not answered yet.
    Nothing,
    /// A plan.
    Plan(Box<PlanView>),
    /// A breach without a plan.
    Breach(Box<Stored>),
    /// A relationship without anything to repair.
    Quiet(Box<Card>),
}

/// The page.
pub struct Repair {
    id: RecordId,
    /// The plan, once it is known which.
    plan: Option<RecordId>,
    /// The relationship, where that was named.
    within: Option<RecordId>,
    /// The breach, while its plan is looked for.
    breach: Option<Box<Stored>>,
    card: Option<Box<Card>>,
    shown: Shown,
    outline: Outline,
    today: NaiveDate,
    prompt: Option<Prompt<Wanted>>,
    kept: Kept<Wanted>,
    telling: Option<Wanted>,
    /// Whether "repaired enough?" waits for its key.
    asking: bool,
    columns: std::cell::Cell<bool>,
}

impl Repair {
    /// Of a plan, a breach or a relationship.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            plan: None,
            within: None,
            breach: None,
            card: None,
            shown: Shown::Nothing,
            outline: Outline::default(),
            today: NaiveDate::default(),
            prompt: None,
            kept: Kept::default(),
            telling: None,
            asking: false,
            columns: std::cell::Cell::new(false),
        }
    }

    /// The plan that is shown, with what belongs to it.
    fn plan(&self) -> Option<(&PlanView, &Plan)> {
        match &self.shown {
            Shown::Plan(view) => match &view.plan.record {
                Record::Plan(plan) => Some((view, plan)),
                _ => None,
            },
            _ => None,
        }
    }

    fn who(&self) -> RecordId {
        match &self.shown {
            Shown::Plan(view) => view.plan.record.noun().whos(),
            Shown::Breach(breach) => breach.record.noun().whos(),
            Shown::Quiet(card) => vec![card.id],
            Shown::Nothing => Vec::new(),
        }
        .first()
        .copied()
        .unwrap_or(self.id)
    }

    fn fill(&mut self) {
        let context = self
            .card
            .as_ref()
            .map_or("", |c| c.relationship.context.as_str());
        let rows = match &self.shown {
            Shown::Nothing => return,
            Shown::Plan(view) => rows::plan(view, self.today, self.columns.get()),
            Shown::Breach(breach) => rows::offer(breach, context, self.today),
            Shown::Quiet(card) => rows::quiet(card),
        };
        self.outline.fill(rows);
    }

    /// What a record that was asked for turns out to be.
    fn found(&mut self, stored: Stored) {
        match &stored.record {
            Record::Plan(_) => self.plan = Some(stored.id),
            Record::Breach(_) => {
                if self.plan.is_none() {
                    self.shown = Shown::Breach(Box::new(stored.clone()));
                }
                self.breach = Some(Box::new(stored));
            }
            _ => {}
        }
    }

    /// In a relationship: its newest running plan, else its open breach, else nothing to repair.
    fn looked(&mut self, card: Box<Card>) {
        if self.within.is_some() && self.plan.is_none() {
            let first = |kind: Kind| card.repairs.iter().find(|line| line.kind == kind);
            match first(Kind::Plan).or_else(|| first(Kind::Breach)) {
                Some(line) if line.kind == Kind::Plan => self.plan = Some(line.id),
                Some(line) => (self.id, self.within) = (line.id, None),
                None => self.shown = Shown::Quiet(card.clone()),
            }
        }
        self.card = Some(card);
    }

    /// The plan of the breach, among those of its relationship, the newest first.
    fn listed(&mut self, lines: &[EntryLine]) {
        let Some(breach) = self.breach.as_ref().map(|b| b.id) else {
            return;
        };
        let of =
            |line: &&EntryLine| matches!(&line.record, Record::Plan(plan) if plan.breach == breach);
        if let Some(line) = lines.iter().find(of) {
            self.plan = Some(line.id);
        }
    }

    fn ask(&mut self, wanted: Wanted) -> Flow {
        let question = match &self.shown {
            Shown::Plan(view) => words::question(wanted, Some(view)),
            Shown::Breach(_) => words::question(wanted, None),
            _ => return Flow::Stay,
        };
        let text = self.kept.text(&wanted).to_owned();
        self.prompt = Some(Prompt::new(wanted, question, &text));
        Flow::Stay
    }

    /// The record that is meant: the one under the cursor, else the plan or the breach itself.
    fn record(&self) -> RecordId {
        let whole = match &self.shown {
            Shown::Plan(view) => view.plan.id,
            Shown::Breach(breach) => breach.id,
            _ => self.who(),
        };
        self.outline.record().unwrap_or(whole)
    }
}

impl Page for Repair {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Repair, Scope::Item, Scope::About, Scope::List]
    }

    fn title(&self) -> String {
        match &self.shown {
            Shown::Plan(view) => format!("Repair \u{b7} {}", view.name),
            _ => self.card.as_ref().map_or_else(
                || "Repair".to_owned(),
                |c| format!("Repair \u{b7} {}", c.relationship.name),
            ),
        }
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        self.columns.set(area.width >= WIDE);
        if let Some(plan) = self.plan {
            return vec![Question::Plan(plan)];
        }
        if let Some(breach) = &self.breach {
            let who = breach
                .record
                .noun()
                .whos()
                .first()
                .copied()
                .unwrap_or_default();
            let filter = Filter::default()
                .and(Ask::Who(who))
                .and(Ask::Kind(vec![Kind::Plan]));
            let window = Window::top(PLANS);
            let plans = Question::Entries { filter, window };
            return vec![Question::Record(breach.id), plans, Question::Card(who)];
        }
        vec![
            self.within
                .map_or(Question::Record(self.id), Question::Card),
        ]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        if let Some(wanted) = self.telling.take() {
            self.kept.keep(wanted, String::new());
        }
        for answer in answers {
            match answer {
                Answer::Plan(view) => self.shown = Shown::Plan(view),
                Answer::Record(Some(stored)) => match &stored.record {
                    Record::Relationship(_) => self.within = Some(stored.id),
                    _ => self.found(*stored),
                },
                Answer::Card(card) => self.looked(card),
                Answer::Entries(slice) => self.listed(&slice.lines),
                _ => {}
            }
        }
        self.fill();
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Advance => self.advance(),
            Command::AddStep => self.step(),
            Command::Acknowledge => self.acknowledge(),
            Command::Verdict => self.ask_verdict(),
            Command::LetGo => self.ask(Wanted::LetGo),
            Command::Accept => self.ask(Wanted::Accept),
            Command::Stop if self.plan().is_some() => self.ask(Wanted::Stop),
            Command::Reopen => self.reopen(),
            Command::Open => self
                .outline
                .record()
                .map_or(Flow::Stay, |id| Flow::Go(Place::Record(id))),
            Command::Settle => Flow::Go(Place::Settle(self.record())),
            Command::Edit => Flow::Go(Place::Edit(self.record())),
            Command::Erase => {
                let found = self.outline.rows().get(self.outline.cursor());
                found.map_or(Flow::Stay, rows::erase)
            }
            Command::Repair => Flow::Stay,
            other => {
                if self.outline.moved(other) {
                    return Flow::Stay;
                }
                hand::about(other, Some(self.who()), self.today).unwrap_or(Flow::Stay)
            }
        }
    }

    fn leave(&mut self) -> Flow {
        if let Some(prompt) = self.prompt.take() {
            self.kept.keep(prompt.about, prompt.text());
        }
        self.kept.leave("its key shows it")
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if self.asking {
            return Some(match key.code {
                KeyCode::Char('y') => self.verdict(Verdict::Yes),
                KeyCode::Char('p') => self.verdict(Verdict::Partly),
                KeyCode::Char('n') => self.verdict(Verdict::No),
                _ => {
                    self.asking = false;
                    Flow::Stay
                }
            });
        }
        let prompt = self.prompt.as_mut()?;
        let about = prompt.about;
        Some(match prompt.key(key) {
            Typed::On => Flow::Stay,
            Typed::Not => return None,
            Typed::Done(text) => self.answered(about, text),
            Typed::Editor(text) => Flow::Editor(text),
            Typed::Away(text) => {
                self.kept.keep(about, text);
                self.prompt = None;
                Flow::Stay
            }
        })
    }

    fn pasted(&mut self, text: &str) {
        if let Some(prompt) = &mut self.prompt {
            prompt.paste(text);
        }
    }

    fn edited(&mut self, text: String) {
        if let Some(prompt) = &mut self.prompt {
            prompt.set(&text);
        }
    }

    fn refused(&mut self, _says: &str) {
        if let Some(wanted) = self.telling.take() {
            self.ask(wanted);
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.outline.click(self.list(area), at);
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let rest = self
            .prompt
            .as_ref()
            .map_or(area, |prompt| prompt.split(area).0);
        let list = self.list(rest);
        if let Some((view, plan)) = self.plan()
            && list.y > rest.y
        {
            let top = Rect {
                height: list.y - rest.y,
                ..rest
            };
            columns::draw(view, plan, top, buffer, theme);
        }
        self.outline.draw(list, buffer, self.today, theme);
        if let Some(prompt) = &self.prompt {
            prompt.draw(area, buffer, theme);
        } else if self.asking {
            words::draw_verdict(area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}

impl Repair {
    /// The part of the page below the columns.
    fn list(&self, area: Rect) -> Rect {
        let top = match self.plan().filter(|_| self.columns.get()) {
            Some((view, plan)) => columns::height(view, plan, area.width).min(area.height / 2),
            None => 0,
        };
        Rect {
            y: area.y + top,
            height: area.height - top,
            ..area
        }
    }
}

/// The stages a plan walks through, in order.
fn stages(plan: &Plan) -> Vec<Stage> {
    let all = [
        Stage::Assess,
        Stage::Acknowledge,
        Stage::Account,
        Stage::Act,
        Stage::Verify,
    ];
    let needed = |stage: &Stage| {
        !plan.short || matches!(stage, Stage::Acknowledge | Stage::Act | Stage::Assess)
    };
    all.into_iter().filter(needed).collect()
}

/// A row that stands for nothing but itself.
fn plain(text: impl Into<String>) -> Row {
    Row::under(text, |t| t.text)
}
