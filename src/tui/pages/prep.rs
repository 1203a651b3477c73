//! Before a one-on-one: what happened since the last, what is open on both sides, what to bring up; afterwards
//! the same screen takes what came of it.

mod rows;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::Outline;
use super::prompt::{Kept, Prompt, Typed};
use crate::domain::RecordId;
use crate::domain::brief::{self, Audience, Brief};
use crate::domain::fields::Reading;
use crate::domain::view::{self, Timeline};
use crate::journal::{Answer, Change, Question};
use crate::transfer::{self, brief::Format};
use crate::tui::command::{Command, Scope};
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place, Typing};
use crate::tui::theme::Theme;

/// Weeks of the timeline that a brief may tell of.
const WEEKS: usize = 26;

/// What is asked for at the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// A note about the one-on-one that was held.
    Held,
    /// The name of the file a brief is written to.
    File,
}

/// The page.
pub struct Prep {
    who: RecordId,
    sheet: Option<Box<view::Prep>>,
    timeline: Timeline,
    audience: Audience,
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
            timeline: Timeline::default(),
            audience: Audience::Me,
            outline: Outline::default(),
            today: NaiveDate::default(),
            prompt: None,
            kept: Kept::default(),
            telling: false,
        }
    }

    fn fill(&mut self) {
        let Some(prep) = &self.sheet else { return };
        let rows = match self.audience {
            Audience::Me => rows::mine(prep),
            other => rows::theirs(&brief::compose(prep, &self.timeline, other)),
        };
        self.outline.fill(rows);
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
        self.prompt = Some(Prompt::new(
            Wanted::Held,
            question,
            self.kept.text(&Wanted::Held),
        ));
    }

    /// The brief, as its reader may have it.
    fn brief(&self) -> Option<Brief> {
        let prep = self.sheet.as_ref()?;
        Some(brief::compose(prep, &self.timeline, self.audience))
    }

    fn ask_file(&mut self) {
        if let Some(brief) = self.brief() {
            let whose = match self.audience {
                Audience::Me => "everything, for you alone",
                Audience::Them => "only what they may see",
                Audience::Lead => "only what a lead may see",
            };
            let question = format!(
                "Write the brief ({whose}) to which file? Its ending says the form: md, txt, html or json. A file that is there already is never written over."
            );
            let name = rows::file_name(&brief);
            self.prompt = Some(Prompt::new(Wanted::File, question, &name));
        }
    }

    fn export(&mut self, name: String) -> Flow {
        self.prompt = None;
        match self.brief() {
            Some(brief) if !name.is_empty() => {
                let end = name.rsplit_once('.').map_or("md", |(_, end)| end);
                let format = Format::from_word(end).unwrap_or(Format::Markdown);
                let text = transfer::brief::write(&brief, format);
                Flow::Write { name, text }
            }
            _ => Flow::Stay,
        }
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
        match self.audience {
            Audience::Me => format!("Prep \u{b7} {name}"),
            Audience::Them => format!("Prep \u{b7} {name} \u{b7} as they may see it"),
            Audience::Lead => format!("Prep \u{b7} {name} \u{b7} as a lead may see it"),
        }
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, _area: Rect) -> Vec<Question> {
        let mut questions = vec![Question::Prep {
            who: self.who,
            since: None,
        }];
        if let Some(prep) = &self.sheet {
            questions.push(Question::Timeline {
                who: self.who,
                ends: prep.as_of,
                step: 7,
                points: WEEKS,
            });
        }
        questions
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        if std::mem::take(&mut self.telling) {
            self.kept.keep(Wanted::Held, String::new());
        }
        for answer in answers {
            match answer {
                Answer::Prep(prep) => self.sheet = Some(prep),
                Answer::Timeline(timeline) => self.timeline = timeline,
                _ => {}
            }
        }
        self.fill();
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
            Command::Export => {
                self.ask_file();
                Flow::Stay
            }
            Command::Audience => {
                self.audience = match self.audience {
                    Audience::Me => Audience::Them,
                    Audience::Them => Audience::Lead,
                    Audience::Lead => Audience::Me,
                };
                self.outline = Outline::default();
                self.fill();
                Flow::Stay
            }
            other => {
                if self.outline.moved(other) {
                    return Flow::Stay;
                }
                hand::about(other, Some(self.who), self.today).unwrap_or(Flow::Stay)
            }
        }
    }

    fn leave(&mut self) -> Flow {
        if let Some(prompt) = self.prompt.take().filter(|p| p.about == Wanted::Held) {
            self.kept.keep(prompt.about, prompt.text());
        }
        self.kept.leave("m shows it")
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let about = prompt.about;
        Some(match prompt.key(key) {
            Typed::On => Flow::Stay,
            Typed::Not => return None,
            Typed::Done(text) => match about {
                Wanted::Held => self.held(text),
                Wanted::File => self.export(text),
            },
            Typed::Editor(text) => Flow::Editor(text),
            Typed::Away(text) => {
                if about == Wanted::Held {
                    self.kept.keep(about, text);
                }
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
