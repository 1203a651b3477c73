//! A page of headings, sentences and records under one cursor: what Prep, Repair, Explain and a card are made of.

mod columns;
mod row;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::cell::Cell;

use crate::domain::RecordId;
use crate::tui::command::Command;
use crate::tui::page::Standing;
use crate::tui::paint;
use crate::tui::theme::Theme;

use columns::Columns;
pub use columns::Spread;
use row::columns;
pub use row::{Content, Ink, Row};

/// Rows under a cursor.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    rows: Vec<Row>,
    cursor: usize,
    /// The first line that was seen last: it moves only when the cursor would leave the screen, so that most moves
    /// repaint two lines and not all of them.
    top: Cell<usize>,
    spread: Spread,
}

impl Outline {
    /// One that uses a wide page in another way.
    pub fn spread(spread: Spread) -> Self {
        Self {
            spread,
            ..Self::default()
        }
    }

    /// Puts other rows in place; the cursor stays on its record, or as near as it can.
    pub fn fill(&mut self, rows: Vec<Row>) {
        let id = self.record();
        let first = self.rows.is_empty();
        self.rows = rows;
        let same = |row: &Row| id.is_some() && row.id == id;
        let here = self.rows.get(self.cursor).is_some_and(same);
        if first {
            self.cursor = self.rows.iter().position(|r| r.id.is_some()).unwrap_or(0);
        } else if !here && let Some(found) = self.rows.iter().position(same) {
            self.cursor = found;
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        if !self.rows.get(self.cursor).is_some_and(Row::is_stop) {
            self.step(1);
        }
    }

    /// The record under the cursor.
    pub fn record(&self) -> Option<RecordId> {
        self.rows.get(self.cursor)?.id
    }

    /// The row under the cursor, as far as words are looked for in it.
    pub fn standing(&self) -> Option<Standing> {
        let row = self.rows.get(self.cursor)?;
        Some(Standing::nth(self.cursor, row.words()))
    }

    /// The word under the cursor.
    pub fn word(&self) -> Option<&'static str> {
        self.rows.get(self.cursor)?.word
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Which row the cursor is on.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor on the first row that fits.
    pub fn go_to(&mut self, fits: impl Fn(&Row) -> bool) {
        if let Some(at) = self.rows.iter().position(fits) {
            self.cursor = at;
        }
    }

    /// Puts the cursor on a row by its number.
    pub fn put(&mut self, row: usize) {
        self.cursor = row.min(self.rows.len().saturating_sub(1));
    }

    /// Moves the cursor as a command says; whether it was one of moving.
    pub fn moved(&mut self, command: Command) -> bool {
        match command {
            Command::Down => self.step(1),
            Command::Up => self.step(-1),
            Command::PageDown => (0..10).for_each(|_| self.step(1)),
            Command::PageUp => (0..10).for_each(|_| self.step(-1)),
            Command::Top => {
                self.cursor = 0;
                if !self.rows.first().is_some_and(Row::is_stop) {
                    self.step(1);
                }
            }
            Command::Bottom => {
                self.cursor = self.rows.len().saturating_sub(1);
                if !self.rows.last().is_some_and(Row::is_stop) {
                    self.step(-1);
                }
            }
            Command::NextTab => self.part(1),
            Command::PrevTab => self.part(-1),
            _ => return false,
        }
        true
    }

    fn step(&mut self, by: isize) {
        let mut at = self.cursor;
        while let Some(next) = at.checked_add_signed(by).filter(|n| *n < self.rows.len()) {
            at = next;
            if self.rows[at].is_stop() {
                self.cursor = at;
                return;
            }
        }
    }

    /// To the first row under the next heading, or the one before.
    fn part(&mut self, by: isize) {
        let starts: Vec<usize> = (0..self.rows.len())
            .filter(|n| matches!(self.rows[*n].content, Content::Heading(_)))
            .collect();
        let here = starts.iter().rposition(|start| *start <= self.cursor);
        let next = match here {
            Some(n) => n.checked_add_signed(by),
            None => Some(0),
        };
        if let Some(start) = next.and_then(|n| starts.get(n)) {
            self.cursor = *start;
            self.step(1);
        }
    }

    /// What is seen of it in an area.
    fn seen(&self, area: Rect) -> Seen {
        let columns = Columns::of(area, self.spread);
        let mut all = 0;
        let mut tops = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            tops.push(all);
            all += row.height(columns.width());
        }
        let heads = self.rows.iter().zip(&tops);
        let heads = heads.filter(|(row, _)| row.is_heading());
        let columns = columns.parted(all, heads.map(|(_, top)| *top));
        let from = self.first_line(&tops, all, &columns);
        Seen {
            from,
            tops,
            all,
            columns,
        }
    }

    /// The first line that is seen: the one that was, unless the cursor's row would not be.
    fn first_line(&self, tops: &[usize], all: usize, columns: &Columns) -> usize {
        let height = columns.seen();
        let line = |n: usize| tops.get(n).copied().unwrap_or(0);
        let at = line(self.cursor);
        let is_head = |n: &usize| self.rows.get(*n).is_some_and(Row::is_heading);
        let above = match self.rows.iter().position(Row::is_stop) {
            // what stands above the first stop is seen with it
            Some(first) if self.cursor <= first => 0,
            _ => self.cursor.checked_sub(1).filter(is_head).map_or(at, line),
        };
        let tall = self.rows.get(self.cursor);
        let end = at + tall.map_or(1, |row| row.height(columns.width()));
        let least = end.saturating_sub(height).min(at);
        let from = self.top.get().min(above).max(least);
        let from = from.min(all.saturating_sub(height));
        self.top.set(from);
        from
    }

    /// The rows of which the first line can be seen in an area, and where: for what a page paints over them.
    pub fn places(&self, area: Rect) -> Vec<(usize, Rect)> {
        let seen = self.seen(area);
        let places = seen.tops.iter().enumerate();
        places
            .filter_map(|(n, top)| Some((n, seen.spot(*top)?)))
            .collect()
    }

    /// The records of which a line can be seen in an area.
    pub fn records_in(&self, area: Rect) -> Vec<RecordId> {
        let seen = self.seen(area);
        let shown = |(row, top): (&Row, &usize)| row.id.filter(|_| seen.spot(*top).is_some());
        self.rows.iter().zip(&seen.tops).filter_map(shown).collect()
    }

    /// Puts the cursor where a click fell; whether there was a record.
    pub fn click(&mut self, area: Rect, at: Position) -> bool {
        let seen = self.seen(area);
        let line = seen.columns.line_at(at).map(|line| seen.from + line);
        let row = line.and_then(|line| seen.tops.iter().rposition(|top| *top <= line));
        match row.filter(|n| self.rows[*n].is_stop()) {
            Some(n) => {
                self.cursor = n;
                self.rows[n].id.is_some()
            }
            None => false,
        }
    }

    /// Draws as much as fits around the cursor. `today` is the day that dates are told from.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, today: NaiveDate, theme: &Theme) {
        let seen = self.seen(area);
        let (shown, last) = (seen.columns.seen(), seen.columns.last());
        paint::thumb(buffer, last, (seen.from, shown), seen.all, theme);
        for (n, (row, top)) in self.rows.iter().zip(&seen.tops).enumerate() {
            if *top >= seen.from + shown {
                break;
            }
            if let Content::Text(text, ink, indent) = &row.content {
                let wide = columns(seen.columns.width(), *indent);
                for (k, line) in paint::wrap(text, wide.into()).iter().enumerate() {
                    if let Some(place) = seen.spot(top + k) {
                        let x = place.x + indent;
                        paint::put(buffer, x, place.y, wide, line, ink(theme));
                    }
                }
            }
            let Some(place) = seen.spot(*top) else {
                continue;
            };
            row.draw(place, buffer, today, theme);
            if n == self.cursor && (row.id.is_some() || row.word.is_some()) {
                paint::bar(buffer, place, theme);
            }
        }
    }
}

/// What is seen of an outline.
struct Seen {
    /// The first line that is seen.
    from: usize,
    /// The line that each row starts on.
    tops: Vec<usize>,
    /// How many lines there are.
    all: usize,
    columns: Columns,
}

impl Seen {
    /// Where a line stands; `None`: it is not seen.
    fn spot(&self, line: usize) -> Option<Rect> {
        self.columns.spot(line.checked_sub(self.from)?)
    }
}

#[cfg(test)]
mod tests;
