//! What lies loose, on one screen, each with one key: at the end of a run, and when coming back after weeks.
//!
//! Nothing is done without a key, and nothing is listed twice. Several can be marked and done at once, as one step of
//! undo; what is let stand leaves the screen and nothing else.

mod rows;
mod ways;

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::Outline;
use super::prompt::{Prompt, Typed};
use crate::domain::feedback::{Feedback, FeedbackSort};
use crate::domain::fields::Reading;
use crate::domain::review::{ComingBack, Loose, Review, Suggestion};
use crate::domain::{Kind, Record, RecordId};
use crate::journal::{Answer, Change, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place, Standing, Typing};
use crate::tui::theme::Theme;

/// What it was asked for.
enum View {
    /// At the end of a run.
    Review(Option<Box<Review>>),
    /// After weeks away.
    Back(Option<Box<ComingBack>>),
}

/// The page.
pub struct Triage {
    view: View,
    marked: BTreeSet<RecordId>,
    /// Let stand: off this screen, and untouched.
    stand: BTreeSet<RecordId>,
    prompt: Option<Prompt<Command>>,
    /// A way with what was typed for it, until the days in it are read.
    typed: Option<(Command, String)>,
    outline: Outline,
    today: NaiveDate,
    /// How wide the page is, as it was last asked.
    columns: Cell<u16>,
}

impl Triage {
    fn new(view: View) -> Self {
        Self {
            view,
            marked: BTreeSet::new(),
            stand: BTreeSet::new(),
            prompt: None,
            typed: None,
            outline: Outline::default(),
            today: NaiveDate::default(),
            columns: Cell::new(80),
        }
    }

    /// The short review of the week.
    pub fn review() -> Self {
        Self::new(View::Review(None))
    }

    /// What went stale.
    pub fn coming_back() -> Self {
        Self::new(View::Back(None))
    }

    /// What is still on the screen, in the journal's order.
    fn loose(&self) -> impl Iterator<Item = &Loose> {
        let all = match &self.view {
            View::Review(review) => review.as_ref().map(|one| &one.overdue),
            View::Back(back) => back.as_ref().map(|one| &one.loose),
        };
        all.into_iter()
            .flatten()
            .filter(|one| !self.stand.contains(&one.id))
    }

    /// What a way is done to: all that is marked, else what is under the cursor.
    fn chosen(&self) -> Vec<&Loose> {
        let here = self.outline.record();
        let is_chosen = |one: &&Loose| {
            if self.marked.is_empty() {
                Some(one.id) == here
            } else {
                self.marked.contains(&one.id)
            }
        };
        self.loose().filter(is_chosen).collect()
    }

    fn suggestion(&self) -> Option<(&'static str, &Suggestion)> {
        let View::Review(Some(review)) = &self.view else {
            return None;
        };
        let word = self.outline.rows().get(self.outline.cursor())?.word?;
        let one = match word {
            rows::INVEST => review.invest.as_ref(),
            _ => review.thanks.as_ref(),
        };
        one.map(|one| (word, one))
    }

    fn fill(&mut self) {
        let loose: Vec<_> = self.loose().cloned().collect();
        let lines = rows::Lines {
            loose: &loose,
            marked: &self.marked,
            stood: self.stand.len(),
            today: self.today,
            columns: self.columns.get(),
        };
        let rows = match &self.view {
            View::Review(Some(review)) => lines.review(review),
            View::Back(Some(back)) => lines.back(back),
            _ => Vec::new(),
        };
        self.outline.fill(rows);
    }

    fn open(&mut self) -> Flow {
        if let Some((word, one)) = self.suggestion() {
            return Flow::Go(match word {
                rows::INVEST => Place::Relationship(one.who),
                _ => Place::Draft(Box::new(thanks(one, self.today))),
            });
        }
        let Some(one) = self.here() else {
            return if self.loose().next().is_none() {
                self.leave()
            } else {
                Flow::Stay
            };
        };
        Flow::Go(match (one.kind, &one.who) {
            (Kind::Relationship, _) => Place::CheckIn(Some(one.id)),
            (Kind::CheckIn, Some((who, _))) => Place::CheckIn(Some(*who)),
            (Kind::Plan, _) => Place::Repair(one.id),
            _ => Place::Record(one.id),
        })
    }

    fn here(&self) -> Option<&Loose> {
        let id = self.outline.record()?;
        self.loose().find(|one| one.id == id)
    }

    fn check_in(&self) -> Flow {
        let who = self.here().and_then(|one| one.who.as_ref());
        who.map_or(Flow::Stay, |(who, _)| Flow::Go(Place::CheckIn(Some(*who))))
    }

    fn mark(&mut self) -> Flow {
        if let Some(id) = self.here().map(|one| one.id) {
            if !self.marked.remove(&id) {
                self.marked.insert(id);
            }
            self.outline.moved(Command::Down);
        }
        Flow::Stay
    }

    fn mark_all(&mut self) -> Flow {
        let all: BTreeSet<_> = self.loose().map(|one| one.id).collect();
        self.marked = if self.marked == all {
            BTreeSet::new()
        } else {
            all
        };
        Flow::Stay
    }

    fn let_stand(&mut self) -> Flow {
        let ids: Vec<_> = self.chosen().iter().map(|one| one.id).collect();
        self.stand.extend(ids);
        self.marked.clear();
        Flow::Stay
    }

    /// Does a way at once, or asks for the day it needs first.
    fn way(&mut self, way: Command) -> Flow {
        let chosen = self.chosen();
        if chosen.is_empty() {
            return Flow::Say("put the cursor on a line, or mark some with v".to_owned());
        }
        match ways::asks(way, &chosen) {
            Some((question, offered)) => {
                self.prompt = Some(Prompt::new(way, question, offered));
                Flow::Stay
            }
            None => self.tell(way, None),
        }
    }

    fn tell(&mut self, way: Command, day: Option<crate::domain::When>) -> Flow {
        let chosen = self.chosen();
        match ways::change(way, &chosen, day, self.today) {
            Ok(change) => {
                self.marked.clear();
                Flow::Tell(Box::new(change))
            }
            Err(says) => Flow::Say(says),
        }
    }
}

/// A form for an appreciation, who and what for already filled in.
fn thanks(one: &Suggestion, today: NaiveDate) -> Record {
    Record::Feedback(Feedback {
        who: one.who,
        sort: FeedbackSort::Appreciation,
        day: today,
        situation: one.about.clone(),
        ..Feedback::default()
    })
}

impl Page for Triage {
    fn scopes(&self) -> &'static [Scope] {
        if self.loose().next().is_none() {
            // nothing is left to settle: what Enter opens is all there is
            &[Scope::List]
        } else {
            &[Scope::Triage, Scope::List, Scope::Item]
        }
    }

    fn title(&self) -> String {
        match self.view {
            View::Review(_) => "Review of the week",
            View::Back(_) => "Coming back",
        }
        .to_owned()
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        let Some((way, text)) = self.typed.take() else {
            return Flow::Stay;
        };
        let read = ways::read(way, &text, with);
        let flow = match read {
            Ok(day) => self.tell(way, day),
            Err(says) => {
                let asked = ways::asks(way, &self.chosen());
                let question = asked.map_or_else(String::new, |(question, _)| question);
                self.prompt = Some(Prompt::new(way, question, &text));
                Flow::Say(says)
            }
        };
        self.fill();
        flow
    }

    fn query(&self, area: Rect) -> Vec<Question> {
        self.columns.set(area.width);
        vec![match self.view {
            View::Review(_) => Question::Review,
            View::Back(_) => Question::ComingBack,
        }]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match (&mut self.view, answer) {
                (View::Review(stands), Answer::Review(review)) => *stands = Some(review),
                (View::Back(stands), Answer::ComingBack(back)) => *stands = Some(back),
                _ => {}
            }
        }
        let here: BTreeSet<_> = self.loose().map(|one| one.id).collect();
        self.marked.retain(|id| here.contains(id));
        self.fill();
    }

    fn standing(&self) -> Option<Standing> {
        self.outline.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        if command == Command::Top {
            // the first line that something can be done to
            self.outline
                .go_to(|row| row.id.is_some() || row.word.is_some());
            return Flow::Stay;
        }
        if self.outline.moved(command) {
            return Flow::Stay;
        }
        let flow = match command {
            Command::Open => self.open(),
            Command::Mark => self.mark(),
            Command::MarkAll => self.mark_all(),
            Command::Stand => self.let_stand(),
            Command::CheckIn => self.check_in(),
            Command::Keep
            | Command::Break
            | Command::Move
            | Command::Release
            | Command::Snooze
            | Command::Pause => self.way(command),
            _ => {
                let record = self.here().map(|one| (one.id, one.kind, one.text.as_str()));
                hand::item(command, record).unwrap_or(Flow::Stay)
            }
        };
        self.fill();
        flow
    }

    fn leave(&mut self) -> Flow {
        let View::Back(Some(back)) = &self.view else {
            return Flow::Back;
        };
        if back.away_since.is_some() && self.loose().next().is_none() {
            return Flow::TellAndBack(Box::new(Change::CameBack { on: self.today }));
        }
        Flow::Back
    }

    fn refused(&mut self, _says: &str) {
        // where nothing can be written, the page is left all the same
        if let View::Back(Some(back)) = &mut self.view {
            back.away_since = None;
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        self.outline.click(area, at);
        Flow::Stay
    }

    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let prompt = self.prompt.as_mut()?;
        let way = prompt.about;
        match prompt.key(key) {
            Typed::On | Typed::Editor(_) => {}
            Typed::Not => return None,
            Typed::Done(text) => {
                self.prompt = None;
                self.typed = Some((way, text));
            }
            Typed::Away(_) => self.prompt = None,
        }
        Some(Flow::Stay)
    }

    fn typing(&mut self) -> Option<&mut dyn Typing> {
        self.prompt.as_mut().map(|prompt| prompt as &mut dyn Typing)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let prompt = self.prompt.as_ref();
        let rest = prompt.map_or(area, |prompt| prompt.split(area).0);
        self.outline.draw(rest, buffer, self.today, theme);
        if let Some(prompt) = prompt {
            prompt.draw(area, buffer, theme);
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.prompt.as_ref().map(|prompt| prompt.cursor(area))
    }
}
