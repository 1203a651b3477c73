//! A page of headings, sentences and records under one cursor: what Prep, Repair, Explain and a card are made of.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::cell::Cell;

use crate::domain::RecordId;
use crate::domain::view::EntryLine;
use crate::tui::command::Command;
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// A style by its role.
pub type Ink = fn(&Theme) -> Style;

/// What stands in a row.
#[derive(Debug, Clone)]
pub enum Content {
    /// Nothing: air.
    Blank,
    /// A heading.
    Heading(String),
    /// One line in pieces, cut at the edge.
    Line(Vec<(String, Ink)>),
    /// One line in pieces, with something at the right edge that is never cut.
    Ends(Vec<(String, Ink)>, String, Ink),
    /// A text, broken into as many lines as it needs, after so many spaces.
    Text(String, Ink, u16),
    /// A record.
    Entry(Box<EntryLine>),
}

/// A row of an outline.
#[derive(Debug, Clone)]
pub struct Row {
    /// What stands there.
    pub content: Content,
    /// The record that Enter opens and `s` settles.
    pub id: Option<RecordId>,
    /// The word that it stands for, where a key acts on one that is no record.
    pub word: Option<&'static str>,
}

impl Row {
    fn of(content: Content) -> Self {
        Self {
            content,
            id: None,
            word: None,
        }
    }

    /// Air.
    pub fn blank() -> Self {
        Self::of(Content::Blank)
    }
    /// A heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::of(Content::Heading(text.into()))
    }
    /// One line in pieces.
    pub fn line(pieces: Vec<(String, Ink)>) -> Self {
        Self::of(Content::Line(pieces))
    }
    /// One line in pieces, with something at the right edge.
    pub fn ends(pieces: Vec<(String, Ink)>, right: impl Into<String>, ink: Ink) -> Self {
        Self::of(Content::Ends(pieces, right.into(), ink))
    }
    /// A text in one style.
    pub fn text(text: impl Into<String>, ink: Ink) -> Self {
        Self::of(Content::Text(text.into(), ink, 0))
    }
    /// A text in one style, indented by two.
    pub fn under(text: impl Into<String>, ink: Ink) -> Self {
        Self::of(Content::Text(text.into(), ink, 2))
    }
    /// A record.
    pub fn entry(line: &EntryLine) -> Self {
        Self {
            id: Some(line.id),
            ..Self::of(Content::Entry(Box::new(line.clone())))
        }
    }
    /// The record it stands for.
    #[must_use]
    pub fn about(mut self, id: RecordId) -> Self {
        self.id = Some(id);
        self
    }

    /// The word it stands for.
    #[must_use]
    pub fn word(mut self, word: &'static str) -> Self {
        self.word = Some(word);
        self
    }

    fn height(&self, width: u16) -> usize {
        match &self.content {
            Content::Text(text, _, indent) => {
                paint::wrap(text, usize::from(columns(width, *indent))).len()
            }
            _ => 1,
        }
    }

    fn is_stop(&self) -> bool {
        !matches!(self.content, Content::Blank | Content::Heading(_))
    }
}

/// How wide a text is laid out: no wider than one reads with ease.
fn columns(width: u16, indent: u16) -> u16 {
    width.saturating_sub(indent).min(room::READING)
}

/// Rows under a cursor.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    rows: Vec<Row>,
    cursor: usize,
    /// The first line that was seen last: it moves only when the cursor would leave the screen, so that most moves
    /// repaint two lines and not all of them.
    top: Cell<usize>,
}

impl Outline {
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

    /// The first line that is seen in an area, the line that each row starts on, and how many lines there are.
    fn visible(&self, area: Rect) -> (usize, Vec<usize>, usize) {
        let tops: Vec<usize> = self
            .rows
            .iter()
            .scan(0, |line, row| {
                let top = *line;
                *line += row.height(area.width);
                Some(top)
            })
            .collect();
        let all = tops
            .last()
            .zip(self.rows.last())
            .map_or(0, |(top, row)| top + row.height(area.width));
        let from = self.first_line(&tops, all, area);
        (from, tops, all)
    }

    /// The first line that is seen: the one that was, unless the cursor's row would not be.
    fn first_line(&self, tops: &[usize], all: usize, area: Rect) -> usize {
        let height = usize::from(area.height);
        let line = |n: usize| tops.get(n).copied().unwrap_or(0);
        let at = line(self.cursor);
        let is_head = |n: &usize| {
            let row = self.rows.get(*n);
            row.is_some_and(|row| matches!(row.content, Content::Heading(_)))
        };
        let above = match self.rows.iter().position(Row::is_stop) {
            // what stands above the first stop is seen with it
            Some(first) if self.cursor <= first => 0,
            _ => self.cursor.checked_sub(1).filter(is_head).map_or(at, line),
        };
        let tall = self.rows.get(self.cursor);
        let end = at + tall.map_or(1, |row| row.height(area.width));
        let least = end.saturating_sub(height).min(at);
        let from = self.top.get().min(above).max(least);
        let from = from.min(all.saturating_sub(height));
        self.top.set(from);
        from
    }

    /// The rows of which the first line can be seen in an area, and where: for what a page paints over them.
    pub fn places(&self, area: Rect) -> Vec<(usize, Rect)> {
        let (from, tops, _) = self.visible(area);
        let seen = tops.iter().enumerate().filter(|(_, top)| **top >= from);
        seen.map(|(n, top)| (n, paint::row(area, top - from)))
            .filter(|(_, place)| place.height > 0)
            .collect()
    }

    /// The records of which a line can be seen in an area.
    pub fn records_in(&self, area: Rect) -> Vec<RecordId> {
        let (from, tops, _) = self.visible(area);
        let to = from + usize::from(area.height);
        let seen = |(row, top): (&Row, &usize)| row.id.filter(|_| (from..to).contains(top));
        self.rows.iter().zip(&tops).filter_map(seen).collect()
    }

    /// Puts the cursor where a click fell; whether there was a record.
    pub fn click(&mut self, area: Rect, at: Position) -> bool {
        if !area.contains(at) {
            return false;
        }
        let (from, tops, _) = self.visible(area);
        let line = from + usize::from(at.y - area.y);
        match tops
            .iter()
            .rposition(|top| *top <= line)
            .filter(|n| self.rows[*n].is_stop())
        {
            Some(n) => {
                self.cursor = n;
                self.rows[n].id.is_some()
            }
            None => false,
        }
    }

    /// Draws as much as fits around the cursor. `today` is the day that dates are told from.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, today: NaiveDate, theme: &Theme) {
        let (from, tops, all) = self.visible(area);
        paint::thumb(buffer, area, from, all, theme);
        for (n, (row, top)) in self.rows.iter().zip(tops).enumerate() {
            if top >= from + usize::from(area.height) {
                break;
            }
            let skipped = from.saturating_sub(top);
            let place = paint::row(area, top.saturating_sub(from));
            let selected = n == self.cursor;
            match &row.content {
                Content::Text(text, ink, indent) => {
                    let rest = Rect {
                        x: place.x + indent,
                        width: columns(place.width, *indent),
                        height: area.bottom().saturating_sub(place.y),
                        ..place
                    };
                    paint::paragraph(buffer, rest, text, skipped, ink(theme));
                }
                _ if skipped > 0 => continue,
                Content::Blank => {}
                Content::Heading(text) => paint::heading(buffer, place, text, theme),
                Content::Line(pieces) => {
                    let pieces: Vec<_> = pieces
                        .iter()
                        .map(|(text, ink)| (text.as_str(), ink(theme)))
                        .collect();
                    paint::pieces(buffer, place, &pieces);
                }
                Content::Ends(pieces, right, ink) => {
                    let taken = paint::put_right(buffer, place, right, ink(theme));
                    let left = Rect {
                        width: place.width.saturating_sub(taken + 1),
                        ..place
                    };
                    let pieces: Vec<_> = pieces
                        .iter()
                        .map(|(text, ink)| (text.as_str(), ink(theme)))
                        .collect();
                    paint::pieces(buffer, left, &pieces);
                }
                Content::Entry(line) => {
                    paint::entry(buffer, place, line, today, false, false, theme);
                }
            }
            if selected && (row.id.is_some() || row.word.is_some()) && skipped == 0 {
                paint::bar(buffer, place, theme);
            }
        }
    }
}

#[cfg(test)]
mod tests;
