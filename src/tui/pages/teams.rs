//! The teams, by name: groups, and what people name as theirs; each with how many of it are known directly.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::RecordId;
use crate::domain::fields::Reading;
use crate::domain::team::TeamLine;
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope};
use crate::tui::page::{Flow, Page, Place, Standing};
use crate::tui::theme::Theme;
use crate::tui::{hand, paint, room};

/// Lines that a page key moves by in this short list.
const PAGE: usize = 10;

/// The page.
#[derive(Default)]
pub struct Teams {
    lines: Option<Vec<TeamLine>>,
    at: usize,
    today: NaiveDate,
}

impl Teams {
    fn lines(&self) -> &[TeamLine] {
        self.lines.as_deref().unwrap_or_default()
    }

    fn group(&self) -> Option<RecordId> {
        self.lines().get(self.at)?.group
    }

    fn moved(&mut self, command: Command) -> bool {
        let last = self.lines().len().saturating_sub(1);
        let Some(at) = paint::moved(command, self.at, last, PAGE) else {
            return false;
        };
        self.at = at;
        true
    }

    /// The first line that is seen.
    fn first(&self, area: Rect) -> usize {
        (self.at + 1).saturating_sub(usize::from(area.height).max(1))
    }
}

impl Page for Teams {
    fn scopes(&self) -> &'static [Scope] {
        if self.lines().is_empty() {
            &[Scope::Teams, Scope::About]
        } else {
            &[Scope::Teams, Scope::List, Scope::About]
        }
    }

    fn title(&self) -> String {
        "Teams".to_owned()
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        vec![Question::Teams]
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        let seen = self.lines().get(self.at).map(|line| line.name.clone());
        for answer in answers {
            if let Answer::Teams(lines) = answer {
                self.lines = Some(lines);
            }
        }
        let found = self
            .lines()
            .iter()
            .position(|line| Some(&line.name) == seen.as_ref());
        self.at = found
            .unwrap_or(self.at)
            .min(self.lines().len().saturating_sub(1));
    }

    fn standing(&self) -> Option<Standing> {
        let line = self.lines().get(self.at)?;
        Some(Standing::nth(self.at, line.name.clone()))
    }

    fn act(&mut self, command: Command) -> Flow {
        if self.moved(command) {
            return Flow::Stay;
        }
        if command == Command::Open {
            let line = self.lines().get(self.at);
            return line.map_or(Flow::Stay, |line| {
                Flow::Go(Place::Team(Some(line.name.clone())))
            });
        }
        hand::about(command, self.group(), self.today).unwrap_or(Flow::Stay)
    }

    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let line = self.first(area) + usize::from(at.y.saturating_sub(area.y));
        if line < self.lines().len() {
            self.at = line;
        }
        Flow::Stay
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(lines) = &self.lines else { return };
        if lines.is_empty() {
            let says = "No team yet. A team is named in the Teams of a person: g r, then e on somebody. \
                        A group of its own, with how many belong to it: a g.";
            paint::paragraph(buffer, area, says, 0, theme.text);
            return;
        }
        let first = self.first(area);
        let rows = usize::from(area.height);
        for (n, line) in lines.iter().enumerate().skip(first).take(rows) {
            let row = paint::row(area, n - first);
            let columns = usize::from(area.width.saturating_sub(24)).clamp(12, 40);
            let name = paint::pad(&line.name, columns);
            let sort = if line.group.is_some() {
                "group  "
            } else {
                "team   "
            };
            let coverage = line.coverage.text();
            let pieces = [
                (&*name, theme.strong),
                (if room::is_narrow(area) { " " } else { sort }, theme.dim),
                (&*coverage, theme.text),
            ];
            paint::pieces(buffer, row, &pieces);
            if n == self.at {
                paint::bar(buffer, row, theme);
            }
        }
    }
}
