//! One form for every kind of record, built from the table of fields.
//!
//! The order is the table's: what must be given and has no default comes first, and a star says what is
//! still missing. Choices cycle with the side arrows or the letters of a word,
//! dates say what they were understood as while they are typed, names are completed, and every fault
//! stands beneath its field. What is not touched is not written over.

mod row;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::cell::Cell;

use super::paint;
use super::room;
use super::theme::Theme;
use crate::domain::fields::{self, Reading};
use crate::domain::value::Value;
use crate::domain::{Fault, Record, RecordId, condition};
use row::Row;

/// What a key did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// It was none of its keys.
    Nothing,
    /// It changed the form.
    Typed,
    /// It asks to save.
    Save,
}

/// A form over one record.
pub struct Form {
    base: Record,
    rows: Vec<Row>,
    at: usize,
    /// Faults of the record as a whole.
    whole: Vec<String>,
    top: Cell<usize>,
}

impl Form {
    /// A form over a record: a new one with what is known of it, or the one that is edited.
    pub fn new(base: Record, with: &Reading<'_>) -> Self {
        let typed = base.kind().fields().iter().filter(|f| f.is_typed());
        let rows: Vec<_> = typed.map(|field| Row::new(field, &base, with)).collect();
        let first_empty = rows.iter().position(Row::is_wanting).unwrap_or(0);
        let mut form = Self {
            base,
            rows,
            at: first_empty,
            whole: Vec::new(),
            top: Cell::new(0),
        };
        form.look(with);
        form
    }

    /// Reads what was typed so far: previews of dates and names.
    pub fn look(&mut self, with: &Reading<'_>) {
        for row in &mut self.rows {
            row.look(with);
        }
    }

    /// The record, when there is no fault; otherwise the faults stand beneath their fields and the cursor on the first.
    pub fn parse(&mut self, with: &Reading<'_>) -> Option<Record> {
        let texts: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.is_touched())
            .map(|row| (row.field.name, row.text()))
            .collect();
        let texts: Vec<_> = texts
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        match fields::parse(self.base.clone(), &texts, with) {
            Ok(record) => {
                self.fault(Vec::new());
                Some(record)
            }
            Err(faults) => {
                self.fault(faults);
                None
            }
        }
    }

    /// The record as far as it is typed, when nothing is at fault; no fault is shown yet.
    pub fn draft(&self, with: &Reading<'_>) -> Option<Record> {
        let touched = self.rows.iter().filter(|row| row.is_touched());
        let texts: Vec<_> = touched.map(|row| (row.field.name, row.text())).collect();
        let texts: Vec<_> = texts
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        fields::parse(self.base.clone(), &texts, with).ok()
    }

    /// Shows faults beneath their fields; the cursor goes to the first.
    pub fn fault(&mut self, faults: Vec<Fault>) {
        self.whole.clear();
        for row in &mut self.rows {
            row.fault = None;
        }
        let mut first = None;
        for fault in faults {
            match self
                .rows
                .iter()
                .position(|row| row.field.name == fault.field)
            {
                Some(n) => {
                    self.rows[n].fault.get_or_insert(fault.says);
                    first = Some(first.unwrap_or(n).min(n));
                }
                None => self.whole.push(fault.says),
            }
        }
        self.at = first.unwrap_or(self.at);
    }

    /// Whether anything was typed that is not saved.
    pub fn is_touched(&self) -> bool {
        self.rows.iter().any(Row::is_touched)
    }

    /// What was typed that is not saved, by the names of the fields.
    pub fn typed(&self) -> Vec<(String, String)> {
        let touched = self.rows.iter().filter(|row| row.is_touched());
        touched
            .map(|row| (row.field.name.to_owned(), row.text()))
            .collect()
    }

    /// The name of the field under the cursor.
    pub fn field(&self) -> &'static str {
        self.rows.get(self.at).map_or("", |row| row.field.name)
    }

    /// Takes up what was typed before, with the cursor on a field.
    pub fn take_up(&mut self, texts: &[(String, String)], field: &str) {
        let place = |name: &str| self.rows.iter().position(|row| row.field.name == name);
        self.at = place(field).unwrap_or(self.at);
        for (name, text) in texts {
            if let Some(row) = self.rows.iter_mut().find(|row| row.field.name == name) {
                row.set_text(text);
            }
        }
    }

    /// How many faults are shown.
    pub fn faults(&self) -> usize {
        self.whole.len() + self.rows.iter().filter(|row| row.fault.is_some()).count()
    }

    /// The relationship that the form is about, as far as it was understood.
    pub fn who(&self) -> Option<RecordId> {
        self.rows.iter().find_map(|row| row.who)
    }

    /// What is typed in a field.
    pub fn text(&self, name: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.field.name == name);
        row.map(Row::text)
    }

    /// Lets a choice start from another word, as long as nobody touched it.
    pub fn begin_at(&mut self, field: &str, word: &str) {
        let Some(row) = self.rows.iter_mut().find(|row| row.field.name == field) else {
            return;
        };
        if !row.is_touched()
            && (row.field.set)(&mut self.base, &Value::Text(word.to_owned())).is_ok()
        {
            row.begin_at(word);
        }
    }

    /// Whether a field is not asked for as things stand.
    fn is_hidden(&self, n: usize) -> bool {
        let says = |name: &str| {
            let row = self.rows.iter().find(|row| row.field.name == name);
            row.map_or_else(String::new, Row::text)
        };
        self.rows.get(n).is_some_and(|row| {
            row.fault.is_none() && !condition::is_asked(self.base.kind(), row.field.name, says)
        })
    }

    /// The beginning of a name under the cursor, to be completed.
    pub fn name_typed(&self) -> Option<&str> {
        self.rows.get(self.at).and_then(Row::name_typed)
    }

    /// The names that the beginning could become.
    pub fn offer(&mut self, names: Vec<String>) {
        if let Some(row) = self.rows.get_mut(self.at) {
            row.offers = names;
        }
    }

    /// Does a key: typing, Enter (on, or save from the last field).
    pub fn key(&mut self, key: KeyEvent) -> Did {
        let last = (self.at + 1..self.rows.len()).all(|n| self.is_hidden(n));
        let Some(row) = self.rows.get_mut(self.at) else {
            return Did::Nothing;
        };
        if row.key(key) {
            return Did::Typed;
        }
        let plain = !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter if last => Did::Save,
            KeyCode::Enter => {
                self.step(true);
                Did::Typed
            }
            // letters that a field has no use for are not commands either
            KeyCode::Char(_) if plain => Did::Typed,
            _ => Did::Nothing,
        }
    }

    /// Pasted text; says what is wrong when there is no room for it.
    pub fn paste(&mut self, text: &str) -> Option<&'static str> {
        self.rows.get_mut(self.at)?.paste(text)
    }

    /// To the next field, or the one before. A name with one ending is completed on the way.
    pub fn step(&mut self, on: bool) {
        if let Some(row) = self.rows.get_mut(self.at) {
            row.complete();
        }
        let count = self.rows.len().max(1);
        let by = if on { 1 } else { count - 1 };
        let next = (1..=count).map(|n| (self.at + n * by) % count);
        self.at = next
            .into_iter()
            .find(|n| !self.is_hidden(*n))
            .unwrap_or(self.at);
    }

    /// The long text under the cursor, for `$EDITOR`.
    pub fn long_text(&self) -> Option<String> {
        self.rows
            .get(self.at)
            .filter(|row| row.is_long())
            .map(Row::text)
    }

    /// Replaces the text under the cursor.
    pub fn set_text(&mut self, text: &str) {
        if let Some(row) = self.rows.get_mut(self.at) {
            row.set_text(text);
        }
    }

    /// Puts the cursor on the field that was clicked.
    pub fn click(&mut self, area: Rect, at: Position) {
        let clicked = self
            .places(area)
            .into_iter()
            .find(|(_, place)| place.contains(at));
        if let Some((n, _)) = clicked {
            self.at = n;
        }
    }

    /// Paints it; at its foot stands the help of the field under the cursor.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        for (n, place) in self.places(area) {
            self.rows[n].draw(place, label_columns(area), n == self.at, buffer, theme);
        }
        let (foot, style) = (self.foot(area), self.foot_style(area, theme));
        let first = usize::from(area.height).saturating_sub(foot.len());
        for (n, words) in foot.iter().enumerate() {
            let at = paint::row(area, first + n);
            paint::put(buffer, at.x, at.y, at.width, words, style);
        }
    }

    /// What is wrong with the field under the cursor, where it is too narrow to say it whole beneath it.
    fn cut_fault(&self, area: Rect) -> Option<&str> {
        let fault = self.rows.get(self.at)?.fault.as_deref()?;
        let room = usize::from(area.width.saturating_sub(label_columns(area)));
        (paint::width(fault) + 2 > room).then_some(fault)
    }

    fn foot_style(&self, area: Rect, theme: &Theme) -> Style {
        if self.whole.is_empty() && self.cut_fault(area).is_none() {
            theme.dim
        } else {
            theme.error
        }
    }

    /// What is wrong with the whole or was cut, else the help of the field under the cursor; never more than a third.
    fn foot(&self, area: Rect) -> Vec<String> {
        let says = match (self.whole.first(), self.rows.get(self.at)) {
            (Some(fault), _) => fault.clone(),
            (None, _) if let Some(fault) = self.cut_fault(area) => fault.to_owned(),
            (None, Some(row)) if row.is_wanting() => format!("needed: {}", row.field.help),
            (None, Some(row)) => row.field.help.to_owned(),
            _ => String::new(),
        };
        let most = usize::from(area.height / 3).clamp(1, 3);
        let mut lines = paint::wrap(&says, usize::from(area.width));
        if lines.len() > most {
            let rest = lines.split_off(most - 1).join(" ");
            lines.push(paint::fit(&rest, usize::from(area.width)));
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
        lines
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        let (_, place) = self.places(area).into_iter().find(|(n, _)| *n == self.at)?;
        self.rows.get(self.at)?.cursor(place, label_columns(area))
    }

    /// The fields that are seen and where, the one under the cursor among them, whole if it can be.
    fn places(&self, area: Rect) -> Vec<(usize, Rect)> {
        let area = Rect {
            height: area
                .height
                .saturating_sub(u16::try_from(self.foot(area).len()).unwrap_or(1)),
            ..area
        };
        let heights: Vec<usize> = self
            .rows
            .iter()
            .enumerate()
            .map(|(n, row)| {
                if self.is_hidden(n) {
                    0
                } else {
                    row.height(n == self.at, area)
                }
            })
            .collect();
        let mut top = self.top.get().min(self.at);
        let room = usize::from(area.height);
        while top < self.at && heights[top..=self.at].iter().sum::<usize>() > room {
            top += 1;
        }
        self.top.set(top);
        let mut y = area.y;
        let mut places = Vec::new();
        let shown = heights.iter().enumerate().skip(top);
        for (n, height) in shown.filter(|(_, height)| **height > 0) {
            let height = u16::try_from(*height)
                .unwrap_or(u16::MAX)
                .min(area.bottom() - y);
            if height == 0 {
                break;
            }
            places.push((n, Rect { y, height, ..area }));
            y += height;
        }
        places
    }
}

/// How wide the labels are.
fn label_columns(area: Rect) -> u16 {
    if room::is_narrow(area) {
        17.min(area.width / 2)
    } else {
        24
    }
}
