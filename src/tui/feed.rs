//! A window on an endless list: it holds a few screens of lines and asks for more as the cursor moves.
//!
//! # How a page uses it
//! ```text
//! struct Log { feed: Feed<EntryLine>, … }
//! fn query(&self, area)   -> vec![Question::Entries { filter, window: self.feed.window(rows_of_the_list) }]
//! fn receive(&mut self, a) { self.feed.receive(slice) }
//! fn act(&mut self, c)     { if self.feed.act(c) { return Flow::Stay } … self.feed.selected() … }
//! fn draw(…)               { for (row, line, selected) in self.feed.visible(area) { paint::entry(buffer, row, line, …) } }
//! ```
//! The selection is an identity ([`Line::key`], and [`Line::id`] when the key has moved), so it stays
//! where it was when the journal changes under it. Moving within what is held asks nothing; at its
//! edge the window moves, and the journal is asked by key, at any depth for the price of a screenful.
//! When the filter changes, call [`Feed::reset`].

use ratatui::layout::{Position, Rect};
use std::cell::Cell;

use super::command::Command;
use super::page::Standing;
use crate::domain::RecordId;
use crate::domain::view::{EntryLine, From, Key, RelationshipLine, Slice, Window};

/// A line of an endless list.
pub trait Line {
    /// Where it stands.
    fn key(&self) -> Key;
    /// Which record it is.
    fn id(&self) -> RecordId;
    /// What can be found in it.
    fn words(&self) -> String;
}

impl Line for EntryLine {
    fn key(&self) -> Key {
        self.key
    }
    fn id(&self) -> RecordId {
        self.id
    }
    fn words(&self) -> String {
        let who = self.who.as_ref().map_or("", |(_, name)| name.as_str());
        let title = self.record.noun().title();
        format!("{} {} {who} {title}", self.kind, self.state)
    }
}

impl Line for RelationshipLine {
    fn key(&self) -> Key {
        self.key
    }
    fn id(&self) -> RecordId {
        self.id
    }
    fn words(&self) -> String {
        format!("{} {}", self.name, self.role.word())
    }
}

/// Where the cursor is to go as soon as the lines are there.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Wish {
    /// So many lines from the selected one.
    By(isize),
    /// The first line.
    First,
    /// The last line.
    Last,
}

/// How many screens are held at once.
const SCREENS: usize = 3;

/// A window on a list of lines.
#[derive(Debug, Clone)]
pub struct Feed<T> {
    slice: Slice<T>,
    from: From,
    selected: Option<(Key, RecordId)>,
    /// The selected line within the slice.
    at: usize,
    wish: Option<Wish>,
    /// The height of the list and its first visible line, as the screen last gave them.
    rows: Cell<usize>,
    top: Cell<usize>,
}

impl<T> Default for Feed<T> {
    fn default() -> Self {
        Self {
            slice: Slice::default(),
            from: From::Top,
            selected: None,
            at: 0,
            wish: None,
            rows: Cell::new(1),
            top: Cell::new(0),
        }
    }
}

impl<T: Line> Feed<T> {
    /// The window to ask for, when the list is so many rows high.
    pub fn window(&self, rows: usize) -> Window {
        self.rows.set(rows.max(1));
        Window {
            from: self.from,
            rows: rows.max(1) * SCREENS,
        }
    }

    /// Takes the lines that were asked for. The selection stays on its record; when that is gone, on its place.
    pub fn receive(&mut self, slice: Slice<T>) {
        self.slice = slice;
        let find = |(key, id): (Key, RecordId)| {
            let lines = &self.slice.lines;
            let by_key = lines.iter().position(|l| l.key() == key && l.id() == id);
            by_key.or_else(|| lines.iter().position(|l| l.id() == id))
        };
        if let Some(at) = self.selected.and_then(find) {
            // the line keeps its place on the screen, too
            let shift = self.at.min(self.top.get());
            self.top.set(at.saturating_sub(self.at - shift));
            self.at = at;
        }
        match self.wish.take() {
            Some(Wish::First) => self.at = 0,
            Some(Wish::Last) => self.at = self.slice.lines.len().saturating_sub(1),
            Some(Wish::By(by)) => self.at = self.at.saturating_add_signed(by),
            None => {}
        }
        self.settle();
        self.fill();
    }

    /// Back to the first lines: another list is asked for.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Does a moving command; whether it was one.
    pub fn act(&mut self, command: Command) -> bool {
        let page = isize::try_from(self.rows.get().max(2) - 1).unwrap_or(1);
        match command {
            Command::Up => self.go(-1),
            Command::Down => self.go(1),
            Command::PageUp => self.go(-page),
            Command::PageDown => self.go(page),
            Command::Top => self.end(From::Top, Wish::First),
            Command::Bottom => self.end(From::Bottom, Wish::Last),
            _ => return false,
        }
        true
    }

    /// To the first line after a place in the list, wherever that is.
    pub fn seek(&mut self, key: Key) {
        self.from = From::After(key);
        self.selected = None;
        self.wish = Some(Wish::First);
    }

    /// The line under the cursor.
    pub fn selected(&self) -> Option<&T> {
        self.slice.lines.get(self.at)
    }

    /// The line under the cursor, as far as words are looked for in it.
    pub fn standing(&self) -> Option<Standing> {
        self.selected().map(|line| Standing {
            place: format!("{:?} {}", line.key(), line.id()),
            words: line.words(),
        })
    }

    /// Whether there is no line at all.
    pub fn is_empty(&self) -> bool {
        self.slice.lines.is_empty()
    }

    /// All lines that are held, of which a screenful is visible.
    pub fn lines(&self) -> &[T] {
        &self.slice.lines
    }

    /// Whether there are lines above and below the visible ones.
    pub fn more(&self) -> (bool, bool) {
        let rows = self.rows.get();
        let top = self.first_visible(rows);
        let below = self.slice.below || top + rows < self.slice.lines.len();
        (self.slice.above || top > 0, below)
    }

    /// Puts the cursor on a record, if it is among the lines that are held.
    pub fn select(&mut self, id: RecordId) -> bool {
        let found = self.slice.lines.iter().position(|l| l.id() == id);
        if let Some(at) = found {
            self.at = at;
            self.settle();
        }
        found.is_some()
    }

    /// The visible lines with their rows and whether the cursor is on them.
    pub fn visible(&self, area: Rect) -> impl Iterator<Item = (Rect, &T, bool)> {
        let rows = usize::from(area.height);
        self.rows.set(rows.max(1));
        let top = self.first_visible(rows);
        self.top.set(top);
        let lines = self.slice.lines.iter().enumerate().skip(top).take(rows);
        lines.map(move |(n, line)| (super::paint::row(area, n - top), line, n == self.at))
    }

    /// Puts the cursor on the line that was clicked; whether there is one.
    pub fn click(&mut self, area: Rect, at: Position) -> bool {
        if !area.contains(at) {
            return false;
        }
        let line = self.top.get() + usize::from(at.y - area.y);
        let there = line < self.slice.lines.len();
        if there {
            self.at = line;
            self.settle();
        }
        there
    }

    fn first_visible(&self, rows: usize) -> usize {
        let last = self.slice.lines.len().saturating_sub(rows);
        let below = (self.at + 1).saturating_sub(rows);
        self.top
            .get()
            .clamp(below.min(self.at), self.at)
            .min(last.max(below))
    }

    fn go(&mut self, by: isize) {
        let len = self.slice.lines.len();
        let to = self.at.checked_add_signed(by);
        let beyond = match to {
            None => self.slice.above,
            Some(to) => to >= len && self.slice.below,
        };
        if !beyond {
            self.at = to.unwrap_or(0).min(len.saturating_sub(1));
            self.settle();
            return;
        }
        self.wish = Some(Wish::By(by));
        let rows = self.rows.get();
        let key = |n: usize| self.slice.lines.get(n).map(Line::key);
        self.from = if by > 0 {
            // one screen of what was seen is asked for again, so that the cursor's line is among it
            let start = self.at.saturating_sub(rows);
            if start == self.at {
                self.from
            } else {
                key(start).map_or(From::Top, From::After)
            }
        } else {
            let end = (self.at + rows).min(len.saturating_sub(1));
            if end == self.at {
                From::Bottom
            } else {
                key(end).map_or(From::Bottom, From::Before)
            }
        };
    }

    fn end(&mut self, from: From, wish: Wish) {
        self.from = from;
        self.wish = Some(wish);
        let reached = match wish {
            Wish::Last => !self.slice.below,
            _ => !self.slice.above,
        };
        if reached {
            self.at = if wish == Wish::Last {
                self.slice.lines.len().saturating_sub(1)
            } else {
                0
            };
            self.settle();
        }
    }

    fn settle(&mut self) {
        self.at = self.at.min(self.slice.lines.len().saturating_sub(1));
        self.selected = self.selected().map(|line| (line.key(), line.id()));
    }

    /// A window that reached an end before it was full is asked for again from that end.
    fn fill(&mut self) {
        match self.from {
            From::Before(_) if !self.slice.above => self.from = From::Top,
            From::After(_) if !self.slice.below => self.from = From::Bottom,
            // all deleted beneath the window: the list is told from its start
            From::Bottom | From::After(_) | From::Before(_) if self.slice.lines.is_empty() => {
                self.from = From::Top;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
