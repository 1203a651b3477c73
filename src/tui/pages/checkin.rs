//! The weekly run: everybody due, one person a screen; or the check-in of one relationship.
//!
//! Digits answer and go on, Enter goes on to what has no answer yet and then to the next person, Esc
//! leaves it half-way. Every answer is kept at once, and undo takes back one person.

mod draft;
mod drafts;
mod rows;
mod run;
mod slots;
mod walk;

use std::cell::Cell;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::Outline;
use super::prompt::{Prompt, Typed};
use crate::domain::draft::{Draft as Unsaved, Spot};
use crate::domain::fields::Reading;
use crate::domain::relationship::Tending;
use crate::domain::reliability::Measure;
use crate::domain::view::{CheckInSheet, RelationshipLine, Slice, Window};
use crate::domain::{RecordId, Side, pack};
use crate::journal::{Answer, Question};
use crate::tui::command::told;
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Place, Typing};
use crate::tui::theme::Theme;
use draft::Draft;
use slots::Slot;

/// A line of the screen that the cursor can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// A commitment that fell due.
    Fell(RecordId),
    /// A question, by its place.
    Ask(usize),
    /// A line to write.
    Write(Slot),
}

/// What a screen held before it was saved, to come back to when the journal refuses it.
struct Before {
    at: usize,
    draft: Draft,
    focus: usize,
}

/// The page.
pub struct CheckIn {
    only: Option<RecordId>,
    queue: Option<Vec<(RecordId, String)>>,
    /// Everybody active, asked for when nobody is due.
    others: Option<Vec<(RecordId, String)>>,
    at: usize,
    /// With how many a check-in was finished this week before this page was opened.
    done: usize,
    sheet: Option<Box<CheckInSheet>>,
    draft: Option<Draft>,
    focus: usize,
    prompt: Option<Prompt<Line>>,
    before: Option<Before>,
    /// Whether the journal refused what is on the screen.
    refused: bool,
    /// How this one was tended when their screen came up.
    rests: Option<(Tending, Option<NaiveDate>)>,
    /// Whether it was said that the user's own questions cannot be asked.
    told: bool,
    outline: Outline,
    /// How wide the page is, as it was last asked.
    columns: Cell<u16>,
}

impl CheckIn {
    /// Over everybody due, or with one relationship.
    pub fn new(only: Option<RecordId>) -> Self {
        Self {
            only,
            queue: only.map(|id| vec![(id, String::new())]),
            others: None,
            at: 0,
            done: 0,
            sheet: None,
            draft: None,
            focus: 0,
            prompt: None,
            before: None,
            refused: false,
            rests: None,
            told: false,
            outline: Outline::default(),
            columns: Cell::new(80),
        }
    }

    fn lines(&self) -> Vec<Line> {
        let Some(sheet) = &self.sheet else {
            return Vec::new();
        };
        let fell = sheet.fell_due.iter().map(|line| Line::Fell(line.id));
        let asks = (0..sheet.questions.len()).map(Line::Ask);
        fell.chain(asks).chain(Slot::ALL.map(Line::Write)).collect()
    }

    fn nothing_to_settle(&self) -> String {
        if self
            .sheet
            .as_ref()
            .is_some_and(|sheet| !sheet.fell_due.is_empty())
        {
            "Only a commitment is settled; those that fell due stand above".to_owned()
        } else {
            told!(
                "Nothing fell due between you; {c} writes what is promised now",
                c = CheckIn.AddCommitment
            )
        }
    }

    fn line(&self) -> Option<Line> {
        self.lines().get(self.focus).copied()
    }

    fn fill(&mut self) {
        let rows = match (&self.sheet, &self.draft) {
            (Some(sheet), Some(draft)) => {
                rows::sheet(sheet, draft, self.line(), self.columns.get())
            }
            _ if self.is_nobody_due() => rows::nobody(self.others.as_deref()),
            _ => Vec::new(),
        };
        self.outline.fill(rows);
        self.outline.go_to(|row| row.word == Some(rows::HERE));
    }

    fn stand(&mut self, focus: usize) {
        self.focus = focus.min(self.lines().len().saturating_sub(1));
    }

    fn stand_on(&mut self, line: Line) {
        if let Some(at) = self.lines().iter().position(|l| *l == line) {
            self.focus = at;
        }
    }

    /// The question under the cursor.
    fn question(&self) -> Option<pack::Question> {
        match self.line()? {
            Line::Ask(n) => self.sheet.as_ref()?.questions.get(n).cloned(),
            _ => None,
        }
    }

    /// Asks for the words of a line.
    fn write(&mut self, line: Line) -> Flow {
        let (Some(sheet), Some(draft)) = (&self.sheet, &self.draft) else {
            return Flow::Stay;
        };
        let (question, text) = match line {
            Line::Ask(n) => {
                let Some(question) = sheet.questions.get(n) else {
                    return Flow::Stay;
                };
                (
                    format!("A sentence to: {}", question.wording),
                    draft.sentence(&question.code).to_owned(),
                )
            }
            Line::Write(slot) => (
                format!("{}: {}", slot.word(), slot.says()),
                draft.line(slot).to_owned(),
            ),
            Line::Fell(_) => return Flow::Stay,
        };
        self.stand_on(line);
        self.prompt = Some(Prompt::new(line, question, &text));
        Flow::Stay
    }
}

/// At most so many are checked in with in one run that nothing calls for.
const EVERYBODY: usize = 200;

/// Those whose cadence runs, in the order of attention.
fn active(all: Slice<RelationshipLine>) -> Vec<(RecordId, String)> {
    let tended = all.lines.into_iter();
    tended
        .filter(|line| line.tending == Tending::Active)
        .map(|line| (line.id, line.name))
        .collect()
}

impl Page for CheckIn {
    fn scopes(&self) -> &'static [Scope] {
        if self.is_nobody_due() {
            &[Scope::NobodyDue]
        } else {
            &[Scope::CheckIn]
        }
    }

    fn title(&self) -> String {
        let name = self
            .sheet
            .as_ref()
            .map_or("", |s| s.card.relationship.name.as_str());
        match (self.stands(), self.only) {
            (Some(stands), _) => format!("{stands} \u{b7} {name}"),
            (_, Some(_)) => format!("Check-in \u{b7} {name}"),
            _ => "Check-in".to_owned(),
        }
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        if self.draft.as_mut().is_some_and(|draft| draft.read(with)) {
            self.fill();
        }
        let trouble = self.sheet.as_ref().and_then(|sheet| sheet.trouble.first());
        if let (false, Some(trouble)) = (self.told, trouble) {
            let says = trouble.clone();
            self.told = true;
            return Flow::Say(says);
        }
        let flow = self.pass_by();
        self.fill();
        flow
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        self.columns.set(area.width);
        match (&self.queue, self.person()) {
            (None, _) => vec![Question::Run],
            (_, Some(who)) => vec![Question::CheckIn(who)],
            _ if self.is_nobody_due() => vec![Question::Relationships {
                archived: false,
                window: Window::top(EVERYBODY),
            }],
            _ => Vec::new(),
        }
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        let mut fresh = false;
        for answer in answers {
            match answer {
                Answer::Run(run) if self.queue.is_none() => {
                    self.done = run.done.len();
                    self.queue = Some(run.due);
                }
                Answer::Relationships(all) => self.others = Some(active(all)),
                Answer::CheckIn(sheet) if Some(sheet.card.id) == self.person() => {
                    match &mut self.draft {
                        Some(draft) if draft.who() == sheet.card.id && self.refused => {}
                        Some(draft) if draft.who() == sheet.card.id => draft.meet(&sheet),
                        _ => {
                            // the one before was saved: nothing leads back to it any more
                            self.before = None;
                            self.draft = Some(Draft::new(&sheet));
                            self.focus = 0;
                            fresh = true;
                        }
                    }
                    self.sheet = Some(sheet);
                    if fresh {
                        self.resume();
                    }
                    self.catch_up();
                    self.refused = false;
                }
                _ => {}
            }
        }
        self.stand(self.focus);
        self.fill();
    }

    fn act(&mut self, command: Command) -> Flow {
        let flow = match command {
            Command::Answer(score) => self.answer(Some(score)),
            Command::NotObserved => self.answer(None),
            Command::AsLastTime => self.as_last_time(),
            Command::Open => self.go_on(),
            Command::NextQuestion => {
                self.stand(self.focus + 1);
                Flow::Stay
            }
            Command::PrevQuestion => {
                self.stand(self.focus.saturating_sub(1));
                Flow::Stay
            }
            Command::Sentence => self.line().map_or(Flow::Stay, |line| self.write(line)),
            Command::AddFeedback => self.write(Line::Write(Slot::Feedback)),
            Command::AddNeed => self.write(Line::Write(Slot::Need)),
            Command::AddTopic => self.write(Line::Write(Slot::Topic)),
            Command::AddNote => self.write(Line::Write(Slot::Note)),
            Command::AddCommitment => self.write(Line::Write(Slot::Promise)),
            Command::Settle => match self.line() {
                Some(Line::Fell(id)) => Flow::Go(Place::Settle(id)),
                _ => Flow::Say(self.nothing_to_settle()),
            },
            Command::Explain => self.person().map_or(Flow::Stay, |who| {
                Flow::Go(Place::Explain(who, Side::Mine, Measure::KeptAsAgreed))
            }),
            Command::SkipPerson => self.skip(),
            Command::Away => self.away(),
            Command::Rest => self.rest(),
            Command::Save => self.finish(),
            Command::Add => Flow::Go(Place::Add(None)),
            _ => Flow::Stay,
        };
        self.fill();
        flow
    }

    fn leave(&mut self) -> Flow {
        if let Some(prompt) = self.prompt.take() {
            self.put(prompt.about, &prompt.text());
        }
        let change = self.draft.as_ref().and_then(|draft| draft.change(true));
        change.map_or(Flow::Back, |change| Flow::TellAndBack(Box::new(change)))
    }

    fn spot(&self) -> Option<Spot> {
        self.spot_of_prompt()
    }

    fn draft(&self) -> Option<Unsaved> {
        self.as_typed()
    }

    fn field(&self) -> Option<String> {
        self.line_of_prompt().map(|(_, word)| word)
    }

    fn take_up(&mut self, draft: &Unsaved) -> bool {
        self.come_up(draft)
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let line = prompt.about;
        let flow = match prompt.key(key) {
            Typed::On => Flow::Stay,
            Typed::Not => return None,
            Typed::Editor(text) => Flow::Editor(text),
            Typed::Done(text) => {
                self.prompt = None;
                // a sentence without an answer waits for its digit
                if self.put(line, &text) {
                    self.stand(self.focus + 1);
                }
                self.keep()
            }
            Typed::Away(text) => {
                self.prompt = None;
                self.put(line, &text);
                self.keep()
            }
        };
        self.fill();
        Some(flow)
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn refused(&mut self, _says: &str) {
        self.restore();
        self.fill();
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let rest = self
            .prompt
            .as_ref()
            .map_or(area, |prompt| prompt.split(area).0);
        let today = self
            .sheet
            .as_ref()
            .map(|s| s.card.as_of)
            .unwrap_or_default();
        self.outline.draw(rest, buffer, today, theme);
        if let Some(prompt) = &self.prompt {
            prompt.draw(area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}
