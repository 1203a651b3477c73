//! How to settle a record: a menu, one key each; what asks for a day or a reason asks in one line.

mod ask;
mod drafts;
mod row;
mod trust;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::act::Act;
use crate::domain::breach::{Breach, BreachState};
use crate::domain::commitment::Cause;
use crate::domain::draft::{Draft, Spot};
use crate::domain::feedback::FeedbackState;
use crate::domain::fields::Reading;
use crate::domain::note::NoteSort;
use crate::domain::relationship::Tending;
use crate::domain::topic::TopicState;
use crate::domain::view::Stored;
use crate::domain::{Kind, Noun, Record, RecordId};
use crate::journal::{Answer, Change, Question};
use crate::tui::command::told;
use crate::tui::command::{self, Command, Row, Scope};
use crate::tui::field;
use crate::tui::page::{Flow, Page, Place};
use crate::tui::theme::Theme;
use crate::tui::{menu, paint};
use ask::Ask;

/// The menu.
pub struct Settle {
    id: RecordId,
    stored: Option<Box<Stored>>,
    gone: bool,
    ask: Option<Ask>,
    /// What was thrown away, to be brought back.
    thrown: Option<Ask>,
    today: NaiveDate,
}

impl Settle {
    /// For a record of any kind.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            stored: None,
            gone: false,
            ask: None,
            thrown: None,
            today: NaiveDate::default(),
        }
    }

    fn record(&self) -> Option<&Record> {
        self.stored.as_ref().map(|stored| &stored.record)
    }

    /// The ways that its kind and its state allow.
    fn ways(&self) -> Vec<&'static Row> {
        let Some(record) = self.record() else {
            return Vec::new();
        };
        command::rows(scopes(record.kind()))
            .filter(|row| allows(record, row.command, self.today))
            .collect()
    }

    fn act_on(&self, act: Act, on: NaiveDate) -> Flow {
        let breach = self
            .record()
            .and_then(|record| trust::breach(record, &act, on));
        let change = Box::new(Change::Act {
            id: self.id,
            act,
            on,
        });
        match breach {
            // offered as a form that nobody has to save
            Some(breach) => {
                let form = Place::Draft(Box::new(Record::Breach(breach)));
                Flow::TellThen(change, Box::new(Flow::Instead(form)))
            }
            None => Flow::TellAndBack(change),
        }
    }

    /// The one-on-one was held.
    fn held(&self) -> Option<Flow> {
        let noun = self.record()?.noun();
        Some(Flow::TellAndBack(Box::new(Change::Held {
            who: noun.whos().first().copied()?,
            on: noun.since().day,
            note: String::new(),
        })))
    }

    /// What is done at once; `None`: it asks for something first.
    fn at_once(&self, command: Command) -> Option<Flow> {
        let act = match command {
            Command::Keep => Act::Keep,
            Command::Break => Act::Break {
                warned: false,
                cause: Cause::Unknown,
                reason: String::new(),
            },
            Command::Release => Act::Release {
                reason: String::new(),
            },
            Command::Agree => Act::Agree,
            Command::Once => Act::Once,
            Command::Reopen => Act::Reopen,
            Command::Deliver => Act::Feedback(FeedbackState::Delivered),
            Command::Heard => Act::Feedback(FeedbackState::Heard),
            Command::ActedOn => Act::Feedback(FeedbackState::ActedOn),
            Command::Close => Act::Feedback(FeedbackState::Closed),
            Command::Resume => Act::Resume,
            Command::Archive => Act::Archive,
            Command::Review | Command::ContextHolds => Act::Review { next: None },
            Command::Edit => return Some(Flow::Instead(Place::Edit(self.id))),
            Command::MarkHeld => return self.held(),
            Command::CheckIn => return Some(self.check_in()),
            Command::Repair => return Some(Flow::Instead(Place::Repair(self.id))),
            Command::AddBreach => return Some(self.name_breach()),
            Command::Unseal => return Some(trust::unseal(self.id, self.today)),
            other => trust::at_once(other)?,
        };
        Some(self.act_on(act, self.today))
    }

    fn check_in(&self) -> Flow {
        let who = match self.record() {
            Some(Record::CheckIn(one)) => one.who,
            _ => self.id,
        };
        Flow::Instead(Place::CheckIn(Some(who)))
    }

    /// The commitment as what a breach is about, in the form of one.
    fn name_breach(&self) -> Flow {
        match self.record() {
            Some(Record::Commitment(one)) => {
                let breach = Breach::of_commitment(self.id, one, self.today);
                Flow::Instead(Place::Draft(Box::new(Record::Breach(breach))))
            }
            _ => Flow::Stay,
        }
    }
}

/// The scope of the ways to settle a kind.
fn scopes(kind: Kind) -> &'static [Scope] {
    match kind {
        Kind::Relationship => &[Scope::Settle(Kind::Relationship)],
        Kind::Commitment => &[Scope::Settle(Kind::Commitment)],
        Kind::CheckIn => &[Scope::Settle(Kind::CheckIn)],
        Kind::Feedback => &[Scope::Settle(Kind::Feedback)],
        Kind::Breach => &[Scope::Settle(Kind::Breach)],
        Kind::Plan => &[Scope::Settle(Kind::Plan)],
        Kind::Note => &[Scope::Settle(Kind::Note)],
        Kind::Topic => &[Scope::Settle(Kind::Topic)],
        Kind::Disclosure => &[Scope::Settle(Kind::Disclosure)],
        Kind::Agreement => &[Scope::Settle(Kind::Agreement)],
        Kind::Delegation => &[Scope::Settle(Kind::Delegation)],
        Kind::Shortcut => &[Scope::Settle(Kind::Shortcut)],
        Kind::Need => &[Scope::Settle(Kind::Need)],
        Kind::Band => &[Scope::Settle(Kind::Band)],
    }
}

/// Whether a way fits the state of a record.
fn allows(record: &Record, command: Command, today: NaiveDate) -> bool {
    match (record, command) {
        (Record::Commitment(one), Command::AddBreach) => one.is_missed(today),
        (Record::Commitment(one), Command::Reopen) => !one.is_open(),
        (Record::Commitment(one), Command::Agree) => one.is_open() && one.agreed.is_none(),
        (Record::Commitment(one), Command::Once) => one.is_open() && one.repeats.is_some(),
        (Record::Commitment(one), _) => one.is_open(),
        (Record::Topic(one), Command::Reopen) => one.state != TopicState::Open,
        (Record::Topic(one), _) => one.state == TopicState::Open,
        (Record::Breach(one), Command::Reopen) => one.state != BreachState::Open,
        (Record::Breach(one), Command::Snooze) => one.attention().is_some(),
        (Record::Breach(one), _) => one.state == BreachState::Open,
        (Record::Plan(one), Command::Reopen) => !one.is_open(),
        (Record::Plan(one), Command::Stop | Command::Snooze | Command::Review) => one.is_open(),
        (
            Record::Disclosure(_) | Record::Delegation(_) | Record::Shortcut(_) | Record::Need(_),
            way,
        ) => trust::allows(record, way),
        (Record::Agreement(one), Command::Reopen) => one.ended.is_some(),
        (Record::Agreement(_), Command::Edit) => true,
        (Record::Agreement(one), Command::Address) => one.waiting().next().is_some(),
        (Record::Agreement(one), _) => one.ended.is_none(),
        (Record::Band(one), Command::End) => one.to.is_none(),
        (Record::Band(one), Command::Reopen) => one.to.is_some(),
        (Record::Note(one), Command::MarkHeld) => {
            one.sort == NoteSort::Planned && one.at.day <= today && !one.who.is_empty()
        }
        (Record::Relationship(one), Command::Resume) => one.tending != Tending::Active,
        (Record::Relationship(one), Command::ContextHolds) => !one.context.is_empty(),
        (Record::Relationship(one), Command::Archive) => one.tending != Tending::Archived,
        (Record::Relationship(one), Command::Pause | Command::Snooze) => {
            one.tending == Tending::Active
        }
        _ => true,
    }
}

impl Page for Settle {
    fn scopes(&self) -> &'static [Scope] {
        match (&self.ask, self.record()) {
            (Some(_), _) => &[Scope::Form],
            (None, Some(record)) => scopes(record.kind()),
            (None, None) => &[],
        }
    }

    fn title(&self) -> String {
        let words = self.record().map(|record| record.noun().title());
        words.unwrap_or_else(|| "Settle".to_owned())
    }

    fn place(&self, screen: Rect) -> Rect {
        let lines = self
            .ask
            .as_ref()
            .map_or_else(|| self.ways().len(), Ask::height);
        menu::place(screen, lines.max(1))
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        let Some(ask) = &mut self.ask else {
            return Flow::Stay;
        };
        match ask.reads(with) {
            Some((act, on)) => self.act_on(act, on),
            None => Flow::Stay,
        }
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Record(self.id)]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Record(stored) = answer {
                self.gone = stored.is_none();
                self.stored = stored;
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        if command == Command::StartAnew {
            return self.start_anew();
        }
        if let Some(ask) = &mut self.ask {
            ask.act(command);
            return Flow::Stay;
        }
        // a way that is not offered is not taken
        if !self.ways().iter().any(|row| row.command == command) {
            return Flow::Stay;
        }
        if let Some(flow) = self.at_once(command) {
            return flow;
        }
        self.ask = self.record().and_then(|record| Ask::of(command, record));
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let ask = self.ask.as_mut()?;
        if key.code == KeyCode::Esc {
            self.ask = None;
            return Some(Flow::Stay);
        }
        ask.key(key).then_some(Flow::Stay)
    }

    fn spot(&self) -> Option<Spot> {
        let ask = self.ask.as_ref()?;
        Some(Spot::Settle(self.id, ask.word()))
    }

    fn draft(&self) -> Option<Draft> {
        self.as_typed()
    }

    fn take_up(&mut self, draft: &Draft) -> bool {
        self.come_up(draft)
    }

    fn pasted(&mut self, text: &str) -> Flow {
        let says = match &mut self.ask {
            Some(ask) => ask.paste(text),
            None => Some(field::NOWHERE),
        };
        says.map_or(Flow::Stay, |says| Flow::Say(says.to_owned()))
    }

    fn refused(&mut self, says: &str) {
        if let Some(ask) = &mut self.ask {
            ask.refused(says);
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        if self.ask.is_some() {
            return Flow::Stay;
        }
        menu::clicked(area, at, &self.ways()).map_or(Flow::Stay, |command| self.act(command))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        match &self.ask {
            Some(ask) => ask.draw(area, buffer, theme),
            None if self.gone => {
                paint::put(
                    buffer,
                    area.x,
                    area.y,
                    area.width,
                    &told!(
                        "this record was deleted; {u} brings it back",
                        u = Global.Undo
                    ),
                    theme.text,
                );
            }
            None => menu::draw(area, buffer, &self.ways(), theme),
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.ask.as_ref()?.cursor(area)
    }
}
