//! The columns of the map: people or weeks, which of them have room, and which one the cursor is on.

use chrono::NaiveDate;
use ratatui::layout::{Position, Rect};

use crate::domain::team::{Cell, Member, Team};
use crate::tui::command::Command;
use crate::tui::paint;

/// The columns.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Weeks instead of people.
    pub weeks: bool,
    /// People by their next check-in instead of by name.
    pub by_due: bool,
    at: usize,
    /// The members' places in the order in which they stand.
    order: Vec<usize>,
}

/// The columns that have room: the first of them, how many, how wide each, and the column at which they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// The first column shown.
    pub from: usize,
    /// How many are shown.
    pub many: usize,
    /// How wide each is.
    pub width: u16,
    /// Where they begin: the width of the facets' names.
    pub left: u16,
}

/// The most that a column takes, and the least: of a week with its day and month, of a person with some letters.
const COLUMN: (u16, u16, u16) = (14, 6, 5);

impl Grid {
    /// Another team, or the same one anew.
    pub fn receive(&mut self, team: &Team) {
        self.sort(team);
        self.at = self.at.min(self.columns(team).saturating_sub(1));
    }

    /// People stand by name, or by the day of their next check-in: by nothing that anybody answered.
    fn sort(&mut self, team: &Team) {
        self.order = (0..team.members.len()).collect();
        if self.by_due {
            let due = |n: &usize| team.members[*n].due.unwrap_or(NaiveDate::MAX);
            self.order.sort_by_key(due);
        }
    }

    /// Does a command of the columns.
    pub fn act(&mut self, command: Command, team: &Team) {
        let last = self.columns(team).saturating_sub(1);
        match command {
            Command::StepBack => self.at = self.at.saturating_sub(1),
            Command::StepForward => self.at = (self.at + 1).min(last),
            Command::ByWeeks => {
                self.weeks = !self.weeks;
                // the newest week is what one looks for first
                self.at = if self.weeks {
                    self.columns(team).saturating_sub(1)
                } else {
                    0
                };
            }
            _ => {
                self.by_due = !self.by_due;
                self.sort(team);
                self.at = 0;
            }
        }
    }

    /// Puts the cursor on the column that was clicked.
    pub fn click(&mut self, team: &Team, area: Rect, at: Position) {
        let room = self.room(team, area.width);
        let inside = at.x.checked_sub(area.x + room.left);
        let column = inside.map(|x| room.from + usize::from(x / room.width));
        if let Some(column) = column.filter(|n| *n < room.from + room.many) {
            self.at = column;
        }
    }

    fn columns(&self, team: &Team) -> usize {
        if self.weeks {
            team.map.weeks.len()
        } else {
            team.members.len()
        }
    }

    /// The column under the cursor.
    pub fn column(&self) -> usize {
        self.at
    }

    /// The person of the column under the cursor.
    pub fn member<'a>(&self, team: &'a Team) -> Option<&'a Member> {
        let n = self.order.get(self.at).filter(|_| !self.weeks)?;
        team.members.get(*n)
    }

    /// How many check-ins there were with the person under the cursor.
    pub fn held(&self, team: &Team) -> usize {
        let n = self.order.get(self.at).copied().unwrap_or_default();
        team.map.held.get(n).copied().unwrap_or_default()
    }

    /// The cell of a facet in a column.
    pub fn cell(&self, team: &Team, facet: usize, column: usize) -> Cell {
        let (rows, n) = if self.weeks {
            (&team.map.in_weeks, Some(column))
        } else {
            (&team.map.people, self.order.get(column).copied())
        };
        let cell = rows.get(facet).zip(n).and_then(|(row, n)| row.get(n));
        cell.copied().unwrap_or_default()
    }

    /// What stands over a column.
    pub fn name(&self, team: &Team, column: usize) -> String {
        if self.weeks {
            let day = team.map.weeks.get(column).copied().unwrap_or_default();
            return day.format("%-d%b").to_string();
        }
        let member = self.order.get(column).and_then(|n| team.members.get(*n));
        member.map_or_else(String::new, |one| one.name.clone())
    }

    /// The columns that have room, the one under the cursor among them.
    pub fn room(&self, team: &Team, width: u16) -> Room {
        let names = team.map.facets.iter().map(|facet| paint::width(facet));
        let widest = u16::try_from(names.max().unwrap_or(0)).unwrap_or(u16::MAX);
        let left = widest.saturating_add(2).clamp(8, (width / 3).max(8));
        let columns = self.columns(team).max(1);
        let across = width.saturating_sub(left + 1);
        let even = across / u16::try_from(columns).unwrap_or(u16::MAX).max(1);
        let least = if self.weeks { COLUMN.1 } else { COLUMN.2 };
        let each = even.clamp(least, COLUMN.0);
        let many = usize::from(across / each).clamp(1, columns);
        Room {
            from: (self.at + 1).saturating_sub(many),
            many,
            width: each,
            left,
        }
    }
}
