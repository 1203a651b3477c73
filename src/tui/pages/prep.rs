//! Before a one-on-one: what happened since the last, what is open on both sides, what to bring up; afterwards
//! the same screen takes what came of it.

mod rows;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Outline, Spread};
use super::prompt::{Kept, Prompt, Typed};
use crate::domain::RecordId;
use crate::domain::draft::{Draft, Spot};
use crate::domain::fields::Reading;
use crate::domain::view;
use crate::journal::{Answer, Change, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place, Standing, Typing};
use crate::tui::theme::Theme;

/// What is asked for at the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// A note about the one-on-one that was held.
    Held,
}

/// The page.
pub struct Prep {
    who: RecordId,
    sheet: Option<Box<view::Prep>>,
    outline: Outline,
    today: NaiveDate,
    prompt: Option<Prompt<Wanted>>,
    kept: Kept<Wanted>,
    telling: bool,
}

impl Prep {
    /// For one relationship.
    pub fn new(who: RecordId) -> Self {
        Self {
            who,
            sheet: None,
            outline: Outline::spread(Spread::Two),
            today: NaiveDate::default(),
            prompt: None,
            kept: Kept::default(),
            telling: false,
        }
    }

    fn fill(&mut self) {
        let Some(prep) = &self.sheet else { return };
        self.outline.fill(rows::rows(prep));
    }

    fn record(&self) -> RecordId {
        self.outline.record().unwrap_or(self.who)
    }

    fn held(&mut self, note: String) -> Flow {
        self.prompt = None;
        self.kept.keep(Wanted::Held, note.clone());
        self.telling = true;
        let change = Change::Held {
            who: self.who,
            on: self.today,
            note,
        };
        Flow::Tell(Box::new(change))
    }

    fn ask_held(&mut self) {
        let name = self
            .sheet
            .as_ref()
            .map_or("them", |p| p.card.relationship.name.as_str());
        let question = format!(
            "The one-on-one with {name} was held today. A note about it, if you like; topics still open here are carried over."
        );
        let typed = self.kept.text(&Wanted::Held);
        self.prompt = Some(Prompt::new(Wanted::Held, question, "").going_on(typed));
    }

    fn erase(&self) -> Flow {
        let Some((id, prep)) = self.outline.record().zip(self.sheet.as_ref()) else {
            return Flow::Stay;
        };
        let lists = [
            &prep.happened,
            &prep.mine_open,
            &prep.theirs_open,
            &prep.undelivered,
            &prep.follow_up,
            &prep.topics,
            &prep.trust.owed,
            &prep.trust.needs,
            &prep.trust.shortcuts,
        ];
        let delegated = prep.trust.delegations.iter().map(|one| &one.line);
        let line = lists
            .into_iter()
            .flatten()
            .chain(delegated)
            .find(|line| line.id == id);
        line.map_or(Flow::Stay, |l| {
            hand::erase(id, l.kind, &l.record.noun().title())
        })
    }

    /// What opens for the record under the cursor.
    fn open(&self) -> Flow {
        let Some(id) = self.outline.record() else {
            return Flow::Stay;
        };
        let plans = self.sheet.iter().flat_map(|p| &p.plans);
        if plans.into_iter().any(|plan| plan.plan.id == id) {
            return Flow::Go(Place::Repair(id));
        }
        Flow::Go(Place::Record(id))
    }
}

impl Page for Prep {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Prep, Scope::Item, Scope::About, Scope::List]
    }

    fn title(&self) -> String {
        let name = self
            .sheet
            .as_ref()
            .map_or("", |p| p.card.relationship.name.as_str());
        format!("Prep \u{b7} {name}")
    }

    fn first(&self) -> Option<Command> {
        Some(Command::Brief)
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, _area: Rect) -> Vec<Question> {
        vec![Question::Prep {
            who: self.who,
            since: None,
        }]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        if std::mem::take(&mut self.telling) {
            self.kept.keep(Wanted::Held, String::new());
        }
        for answer in answers {
            if let Answer::Prep(prep) = answer {
                self.sheet = Some(prep);
            }
        }
        self.fill();
    }

    fn standing(&self) -> Option<Standing> {
        self.outline.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        match command {
            Command::Open => self.open(),
            Command::Settle => Flow::Go(Place::Settle(self.record())),
            Command::Edit => Flow::Go(Place::Edit(self.record())),
            Command::Erase => self.erase(),
            Command::MarkHeld => {
                self.ask_held();
                Flow::Stay
            }
            Command::Brief => Flow::Go(Place::Brief(self.who)),
            other => {
                if self.outline.moved(other) {
                    return Flow::Stay;
                }
                hand::about(other, Some(self.who), self.today).unwrap_or(Flow::Stay)
            }
        }
    }

    fn spot(&self) -> Option<Spot> {
        self.prompt.as_ref().map(|_| Spot::Held(self.who))
    }

    fn draft(&self) -> Option<Draft> {
        let typed = self.prompt.as_ref()?.typed()?;
        Some(Draft::line(self.spot()?, Some(self.who), "note", typed))
    }

    fn field(&self) -> Option<String> {
        Some("note".to_owned())
    }

    fn take_up(&mut self, draft: &Draft) -> bool {
        if self.sheet.is_none() {
            return false;
        }
        if self.prompt.is_none() {
            self.ask_held();
        }
        if let (Some(prompt), Some(typed)) = (&mut self.prompt, draft.text("note")) {
            prompt.take_up(typed);
        }
        true
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let about = prompt.about;
        Some(match prompt.key(key) {
            Typed::On => Flow::Stay,
            Typed::Not => return None,
            Typed::Done(text) => self.held(text),
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
        if std::mem::take(&mut self.telling) {
            self.ask_held();
        }
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
        let today = self.sheet.as_ref().map_or(self.today, |p| p.as_of);
        self.outline.draw(rest, buffer, today, theme);
        if let Some(prompt) = &self.prompt {
            prompt.draw(area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}
