//! One team as a map of coverage and change: facets by people or by weeks, and below it what they say as counts,
//! agreements with what was seen of them, and institutions. People stand by name or by their next check-in.

mod grid;
mod rows;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::outline::{Outline, Spread};
use crate::domain::fields::Reading;
use crate::domain::team::{Team, WEEKS};
use crate::domain::{Kind, RecordId};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::hand;
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::theme::Theme;
use grid::Grid;

/// The page.
pub struct TeamPage {
    name: String,
    team: Option<Box<Team>>,
    grid: Grid,
    outline: Outline,
    today: NaiveDate,
}

impl TeamPage {
    /// Of a team, by its name.
    pub fn new(name: String) -> Self {
        Self {
            name,
            team: None,
            grid: Grid::default(),
            outline: Outline::spread(Spread::Whole),
            today: NaiveDate::default(),
        }
    }

    /// The facet under the cursor, counted from the first.
    fn facet(&self) -> Option<usize> {
        let team = self.team.as_ref()?;
        let at = self.outline.cursor();
        (at < team.map.facets.len()).then_some(at)
    }

    /// The person under the cursor, while the columns are people.
    fn person(&self) -> Option<RecordId> {
        self.facet()?;
        let team = self.team.as_ref()?;
        self.grid.member(team).map(|one| one.id)
    }

    /// Whom the keys about a relationship mean: a person, the other side of an agreement, an institution, else the group.
    fn who(&self) -> Option<RecordId> {
        let team = self.team.as_ref()?;
        let chosen = self.outline.record();
        let agreement = team.agreements.iter().find(|line| Some(line.id) == chosen);
        let institution = team.institutions.iter().find(|one| Some(one.id) == chosen);
        self.person()
            .or_else(|| agreement.and_then(|line| line.who.as_ref().map(|(id, _)| *id)))
            .or_else(|| institution.map(|one| one.id))
            .or(team.group)
    }

    /// The record under the cursor: which, its kind and its words.
    fn record(&self) -> Option<(RecordId, Kind, String)> {
        let team = self.team.as_ref()?;
        let chosen = self.person().or(self.outline.record())?;
        if let Some(line) = team.agreements.iter().find(|line| line.id == chosen) {
            return Some((chosen, line.kind, line.record.noun().title()));
        }
        let people = team.members.iter().map(|one| (one.id, &one.name));
        let others = team.institutions.iter().map(|one| (one.id, &one.name));
        let mut all = people.chain(others);
        let (id, name) = all.find(|(id, _)| *id == chosen)?;
        Some((id, Kind::Relationship, name.clone()))
    }

    fn open(&self) -> Flow {
        match self.record() {
            Some((id, Kind::Relationship, _)) => Flow::Go(Place::Relationship(id)),
            Some((id, ..)) => Flow::Go(Place::Record(id)),
            None => Flow::Stay,
        }
    }

    fn below(area: Rect) -> Rect {
        let head = rows::head_height(area).min(area.height);
        Rect {
            y: area.y + head,
            height: area.height - head,
            ..area
        }
    }
}

impl Page for TeamPage {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Team, Scope::Item, Scope::About, Scope::List]
    }

    fn title(&self) -> String {
        format!("Team \u{b7} {}", self.name)
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Team {
            name: self.name.clone(),
            weeks: WEEKS,
        }]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            if let Answer::Team(team) = answer {
                let first = self.team.is_none();
                self.grid.receive(&team);
                self.today = team.as_of;
                self.outline.fill(rows::rows(&team));
                self.team = Some(team);
                if first {
                    self.outline.moved(Command::Top);
                }
            }
        }
    }

    fn standing(&self) -> Option<Standing> {
        self.outline.standing()
    }

    fn act(&mut self, command: Command) -> Flow {
        let Some(team) = &self.team else {
            return Flow::Stay;
        };
        match command {
            Command::StepBack | Command::StepForward | Command::ByWeeks | Command::Order => {
                self.grid.act(command, team);
            }
            Command::Open => return self.open(),
            other if self.outline.moved(other) => {}
            other => {
                let record = self.record();
                let record = record
                    .as_ref()
                    .map(|(id, kind, words)| (*id, *kind, words.as_str()));
                // what is added on a team's page is the team's own, where it has a group for that
                let adds = other == Command::Add || hand::new(other, None, self.today).is_some();
                let group = team.group.filter(|_| adds);
                let who = group.or_else(|| self.who());
                return hand::item(other, record)
                    .or_else(|| hand::about(other, who, self.today))
                    .unwrap_or(Flow::Stay);
            }
        }
        Flow::Stay
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let below = Self::below(area);
        self.outline.click(below, at);
        if let Some(team) = &self.team {
            self.grid.click(team, below, at);
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(team) = &self.team else { return };
        rows::draw_head(team, &self.grid, self.facet(), area, buffer, theme);
        let below = Self::below(area);
        self.outline.draw(below, buffer, self.today, theme);
        for (n, row) in self.outline.places(below) {
            if n < team.map.facets.len() {
                let selected = n == self.outline.cursor();
                rows::draw_cells((team, &self.grid), n, (row, selected), buffer, theme);
            }
        }
    }
}
