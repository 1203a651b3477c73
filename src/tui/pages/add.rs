//! Which kind to write: a menu, one key each.

use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::fields::Reading;
use crate::domain::note::{Note, NoteSort};
use crate::domain::relationship::Party;
use crate::domain::{Kind, Record, RecordId, When};
use crate::journal::{Answer, Question};
use crate::tui::command::{self, Command, Scope};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::theme::Theme;
use crate::tui::{hand, menu};

/// The menu.
pub struct Add {
    who: Option<RecordId>,
    now: NaiveDateTime,
}

impl Add {
    /// For something about a relationship.
    pub fn new(who: Option<RecordId>) -> Self {
        Self {
            who,
            now: NaiveDateTime::default(),
        }
    }

    fn note(&self, sort: NoteSort) -> Place {
        Place::Draft(Box::new(Record::Note(Note {
            who: self.who.into_iter().collect(),
            sort,
            at: When::day(self.now.date()),
            ..Note::default()
        })))
    }
}

impl Page for Add {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Add]
    }

    fn title(&self) -> String {
        "Add".to_owned()
    }

    fn place(&self, screen: Rect) -> Rect {
        menu::place(screen, command::rows(self.scopes()).count())
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.now = with.now;
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        Vec::new()
    }

    fn receive(&mut self, _: Vec<Answer>) {}

    fn act(&mut self, command: Command) -> Flow {
        let today = self.now.date();
        Flow::Instead(match command {
            Command::AddPerson => hand::new_relationship(Party::Person, today),
            Command::AddGroup => hand::new_relationship(Party::Group, today),
            Command::AddInstitution => hand::new_relationship(Party::Institution, today),
            Command::AddCommitment => Place::New(Kind::Commitment, self.who),
            Command::AddFeedback => Place::New(Kind::Feedback, self.who),
            Command::AddBreach => Place::New(Kind::Breach, self.who),
            Command::AddPlan => self.who.map_or(Place::New(Kind::Plan, None), Place::Repair),
            Command::AddTopic => Place::New(Kind::Topic, self.who),
            Command::AddDisclosure => Place::New(Kind::Disclosure, self.who),
            Command::AddNeed => Place::New(Kind::Need, self.who),
            Command::AddAgreement => Place::New(Kind::Agreement, self.who),
            Command::AddDelegation => Place::New(Kind::Delegation, self.who),
            Command::AddShortcut => Place::New(Kind::Shortcut, self.who),
            Command::AddBand => Place::New(Kind::Band, self.who),
            Command::AddNote => self.note(NoteSort::Note),
            Command::AddMoment => self.note(NoteSort::Moment),
            Command::AddOneOnOne => self.note(NoteSort::OneOnOne),
            _ => return Flow::Stay,
        })
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let rows: Vec<_> = command::rows(self.scopes()).collect();
        menu::clicked(area, at, &rows).map_or(Flow::Stay, |command| self.act(command))
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let rows: Vec<_> = command::rows(self.scopes()).collect();
        menu::draw(area, buffer, &rows, theme);
    }
}
