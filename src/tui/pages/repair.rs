//! A repair plan: five stages with their gates, its steps and its run, and what to do next.
//!
//! The place may be named by a plan, by a breach (its newest plan, or the offer of one) or by a
//! relationship (what is open in it).

mod columns;
mod deeds;
mod drafts;
mod offer;
mod rows;
mod words;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::Outline;
use super::prompt::{Kept, Prompt, Typed};
use crate::domain::breach::Breach;
use crate::domain::course::BreachView;
use crate::domain::draft::{Draft, Spot};
use crate::domain::fields::Reading;
use crate::domain::plan::{Plan, Stage};
use crate::domain::view::{Card, PlanView};
use crate::domain::{Record, RecordId};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place, Standing, Typing};
use crate::tui::theme::Theme;
use words::Wanted;

/// From how many columns on the stages stand side by side.
const WIDE: u16 = 100;

/// What is on the page.
enum Shown {
    /// Not answered yet.
    Nothing,
    /// A plan.
    Plan(Box<PlanView>),
    /// A breach without a plan.
    Breach(Box<BreachView>),
    /// A relationship without anything to repair.
    Quiet(Box<Card>),
}

/// What waits for one key at the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// Is it repaired enough?
    Verdict,
    /// Do both tell it alike?
    Account,
}

/// The page.
pub struct Repair {
    id: RecordId,
    shown: Shown,
    outline: Outline,
    today: NaiveDate,
    prompt: Option<Prompt<Wanted>>,
    kept: Kept<Wanted>,
    telling: Option<Wanted>,
    asking: Option<Asking>,
    width: std::cell::Cell<u16>,
}

impl Repair {
    /// Of a plan, a breach or a relationship.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            shown: Shown::Nothing,
            outline: Outline::default(),
            today: NaiveDate::default(),
            prompt: None,
            kept: Kept::default(),
            telling: None,
            asking: None,
            width: std::cell::Cell::new(0),
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

    /// The breach that is shown, with what belongs to it, under a plan or without one.
    fn breach(&self) -> Option<(&BreachView, &Breach)> {
        let view = match &self.shown {
            Shown::Plan(view) => &view.of,
            Shown::Breach(view) => view,
            _ => return None,
        };
        match &view.breach.record {
            Record::Breach(breach) => Some((view, breach)),
            _ => None,
        }
    }

    fn who(&self) -> RecordId {
        match (&self.shown, self.breach()) {
            (_, Some((_, breach))) => breach.who,
            (Shown::Quiet(card), _) => card.id,
            _ => self.id,
        }
    }

    fn is_wide(&self) -> bool {
        self.width.get() >= WIDE
    }

    fn fill(&mut self) {
        let width = self.width.get();
        let rows = match &self.shown {
            Shown::Nothing => return,
            Shown::Plan(view) => rows::plan(view, self.today, width),
            Shown::Breach(view) => offer::rows(view, self.today, width),
            Shown::Quiet(card) => offer::quiet(card),
        };
        self.outline.fill(rows);
    }

    fn ask(&mut self, wanted: Wanted) -> Flow {
        let question = match &self.shown {
            Shown::Plan(view) => words::question(wanted, Some(view)),
            Shown::Breach(_) => words::question(wanted, None),
            _ => return Flow::Stay,
        };
        let before = match (wanted, self.breach()) {
            (Wanted::Reading, Some((_, breach))) => breach.their_reading.as_str(),
            _ => "",
        };
        let prompt = Prompt::new(wanted, question, before);
        self.prompt = Some(prompt.going_on(self.kept.text(&wanted)));
        Flow::Stay
    }

    /// The record that is meant: the one under the cursor, else the plan or the breach itself.
    fn record(&self) -> RecordId {
        let whole = match &self.shown {
            Shown::Plan(view) => view.plan.id,
            Shown::Breach(view) => view.breach.id,
            _ => self.who(),
        };
        self.outline.record().unwrap_or(whole)
    }
}

impl Page for Repair {
    fn scopes(&self) -> &'static [Scope] {
        match self.shown {
            // nothing is open to repair: none of its keys would do anything
            Shown::Quiet(_) => &[Scope::About, Scope::List],
            _ => &[Scope::Repair, Scope::Item, Scope::About, Scope::List],
        }
    }

    fn title(&self) -> String {
        match &self.shown {
            Shown::Plan(view) => format!("Repair \u{b7} {}", view.name),
            Shown::Breach(view) => format!("Repair \u{b7} {}", view.name),
            Shown::Quiet(card) => format!("Repair \u{b7} {}", card.relationship.name),
            Shown::Nothing => "Repair".to_owned(),
        }
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        // the window may have another width
        self.fill();
        Flow::Stay
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        self.width.set(area.width);
        vec![Question::Repair(self.id)]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        if let Some(wanted) = self.telling.take() {
            self.kept.keep(wanted, String::new());
        }
        for answer in answers {
            self.shown = match answer {
                Answer::Plan(view) => Shown::Plan(view),
                Answer::Breach(view) => Shown::Breach(view),
                Answer::Card(card) => Shown::Quiet(card),
                _ => continue,
            };
        }
        self.fill();
    }

    fn standing(&self) -> Option<Standing> {
        self.outline.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Advance => self.advance(),
            Command::AddStep => self.step(),
            Command::Acknowledge => self.acknowledge(),
            Command::Verdict => self.ask_verdict(),
            Command::Account => self.ask_account(),
            Command::TheirReading => self.ask(Wanted::Reading),
            Command::Steps => self.steps(),
            Command::Contact => self.ask(Wanted::Contact),
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

    fn spot(&self) -> Option<Spot> {
        self.spot_of_prompt()
    }

    fn draft(&self) -> Option<Draft> {
        let typed = self.prompt.as_ref()?.typed()?;
        let spot = self.spot_of_prompt()?;
        Some(Draft::line(spot, Some(self.who()), "answer", typed))
    }

    fn field(&self) -> Option<String> {
        Some("answer".to_owned())
    }

    fn take_up(&mut self, draft: &Draft) -> bool {
        self.come_up(draft)
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        if let Some(asking) = self.asking.take() {
            return Some(self.chosen(asking, key.code));
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

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
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
        } else if let Some(asking) = self.asking {
            words::draw_asking(asking, area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}

impl Repair {
    /// The part of the page below the columns.
    fn list(&self, area: Rect) -> Rect {
        let top = match self.plan().filter(|_| self.is_wide()) {
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
    let passed = |stage: Stage| plan.gates.iter().any(|gate| gate.stage == stage);
    let needed = |stage: &Stage| match stage {
        Stage::Acknowledge | Stage::Act => true,
        // a slip whose account was disputed began with the facts
        Stage::Assess if plan.short => plan.stage == *stage || passed(*stage),
        _ => !plan.short,
    };
    all.into_iter().filter(needed).collect()
}
