//! One record, all that it holds, and its history.

mod beside;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;

use crate::assets::answer_told;
use crate::domain::agreement::observation_told;
use crate::domain::fields::{self, Need, Reading, Shape};
use crate::domain::value::Value;
use crate::domain::view::{Stored, Version};
use crate::domain::{Kind, Record, RecordId};
use crate::journal::{Answer, Question};
use crate::tui::command::{Command, Scope, told};
use crate::tui::page::{Flow, Page, Place};
use crate::tui::room::Across;
use crate::tui::theme::Theme;
use crate::tui::{hand, paint, room};
use beside::Beside;

/// What stands beneath a history of one line.
fn unchanged() -> String {
    told!(
        "Nothing was changed since. Every change stands here with its day; {h} goes back to the fields.",
        h = Record.History
    )
}

/// The page.
pub struct RecordPage {
    id: RecordId,
    stored: Option<Box<Stored>>,
    gone: bool,
    history: bool,
    versions: Vec<Version>,
    /// Label and text of every field that holds something.
    lines: Vec<(String, String)>,
    beside: Beside,
    today: NaiveDate,
    top: Cell<usize>,
    rows: Cell<usize>,
    all: Cell<usize>,
}

impl RecordPage {
    /// Of one record.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            stored: None,
            gone: false,
            history: false,
            versions: Vec::new(),
            lines: Vec::new(),
            beside: Beside::default(),
            today: NaiveDate::default(),
            top: Cell::new(0),
            rows: Cell::new(1),
            all: Cell::new(0),
        }
    }

    fn record(&self) -> Option<&Record> {
        self.stored.as_ref().map(|stored| &stored.record)
    }

    fn who(&self) -> Option<RecordId> {
        let record = self.record()?;
        if record.kind() == Kind::Relationship {
            Some(self.id)
        } else {
            record.noun().whos().first().copied()
        }
    }

    fn repair(&self) -> Option<Flow> {
        match self.record()? {
            Record::Plan(_) | Record::Breach(_) => Some(Flow::Go(Place::Repair(self.id))),
            Record::Commitment(one) => one.plan.map(|plan| Flow::Go(Place::Repair(plan))),
            _ => None,
        }
    }

    /// The lines of the page, each with its style: fields, or the history.
    fn told(&self, columns: usize, theme: &Theme) -> Vec<Vec<(String, ratatui::style::Style)>> {
        let narrow =
            u16::try_from(columns).is_ok_and(|columns| room::across(columns) == Across::Narrow);
        let label = if narrow { 14 } else { 22 };
        let room = columns
            .saturating_sub(label + 1)
            .clamp(8, room::READING.into());
        let mut told = Vec::new();
        let mut say = |name: &str, name_style, text: &str, style| {
            for (n, line) in paint::wrap(text, room).into_iter().enumerate() {
                let name = paint::pad(if n == 0 { name } else { "" }, label) + " ";
                told.push(vec![(name, name_style), (line, style)]);
            }
        };
        if self.history {
            for version in &self.versions {
                let at = version.at.format("%-d %b %Y %H:%M").to_string();
                let title = version.record.as_ref().map(|record| record.noun().title());
                // what was done often says the words already
                let words = title.filter(|title| !version.says.contains(title.as_str()));
                let words = words.map_or_else(String::new, |title| format!(" \u{b7} {title}"));
                let conflict = if version.conflict {
                    " \u{b7} written on two devices at once; both are kept"
                } else {
                    ""
                };
                say(
                    &at,
                    theme.dim,
                    &format!("{}{words}{conflict}", version.says),
                    theme.text,
                );
            }
            if self.versions.len() == 1 {
                say("", theme.dim, &unchanged(), theme.dim);
            }
        } else {
            let beside = self
                .record()
                .map(|record| self.beside.lines(self.id, record));
            for (name, text) in self.lines.iter().chain(beside.iter().flatten()) {
                say(name, theme.label, text, theme.text);
            }
        }
        told
    }
}

/// What a field holds, in words for reading.
fn words(value: &Value, field: &fields::Field, with: &Reading<'_>) -> String {
    match (value, field.shape) {
        (Value::List(items), Shape::Rows | Shape::Links(_)) => items
            .iter()
            .map(|item| {
                let told = match field.name {
                    "answers" => answer_told(item),
                    "observations" => observation_told(item),
                    _ => None,
                };
                told.unwrap_or_else(|| row_words(item, with))
            })
            .collect::<Vec<_>>()
            .join("\n"),
        (Value::Text(id), Shape::Link(_)) => id
            .parse::<RecordId>()
            .map_or_else(|_| id.clone(), |id| id.short()),
        _ => fields::write(field, value, with.names),
    }
}

/// A small record inside a record, in one line.
fn row_words(item: &Value, with: &Reading<'_>) -> String {
    let word = |value: &Value| match value {
        Value::Text(text) => {
            let Ok(id) = text.parse::<RecordId>() else {
                return text.clone();
            };
            with.names.name(id).unwrap_or_else(|| id.short())
        }
        Value::Number(n) => n.to_string(),
        Value::Flag(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        _ => String::new(),
    };
    match item {
        Value::Row(pairs) => {
            let each = |(name, value): &(String, Value)| {
                format!("{} {}", name.replace('_', " "), word(value))
            };
            pairs.iter().map(each).collect::<Vec<_>>().join(" \u{b7} ")
        }
        other => word(other),
    }
}

impl Page for RecordPage {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Record, Scope::Item, Scope::About, Scope::Text]
    }

    fn title(&self) -> String {
        let kind = self
            .record()
            .map_or("Record", |record| record.kind().word());
        let mut letters = kind.chars();
        let first = letters
            .next()
            .map(|c| c.to_uppercase().collect::<String>())
            .unwrap_or_default();
        let what = if self.history { " \u{b7} history" } else { "" };
        format!("{first}{} {}{what}", letters.as_str(), self.id.short())
    }

    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        self.today = with.now.date();
        self.lines = self
            .record()
            .map_or_else(Vec::new, |record| lines(record, with));
        Flow::Stay
    }

    fn query(&self, _: Rect) -> Vec<Question> {
        let history = self.history.then_some(Question::History(self.id));
        let beside = self
            .record()
            .map_or_else(Vec::new, |record| beside::questions(self.id, record));
        std::iter::once(Question::Record(self.id))
            .chain(history)
            .chain(beside)
            .collect()
    }

    fn receive(&mut self, answers: Vec<Answer>) {
        for answer in answers {
            match answer {
                Answer::Record(stored) => {
                    self.gone = stored.is_none();
                    self.stored = stored;
                }
                Answer::History(versions) => self.versions = versions,
                Answer::Trust(trust) => self.beside.trust = *trust,
                Answer::Card(card) => self.beside.folded = card.relationship.gap() < 0,
                Answer::Signs(signs) => self.beside.signs = signs,
                _ => {}
            }
        }
    }

    fn act(&mut self, command: Command) -> Flow {
        if paint::scroll(&self.top, self.rows.get(), self.all.get(), command) {
            return Flow::Stay;
        }
        match command {
            Command::History => {
                self.history = !self.history;
                self.top.set(0);
                return Flow::Stay;
            }
            Command::Forget => return Flow::Go(Place::Forget(self.id)),
            Command::Repair => {
                if let Some(flow) = self.repair() {
                    return flow;
                }
            }
            _ => {}
        }
        let words = self
            .record()
            .map(|record| record.noun().title())
            .unwrap_or_default();
        let record = self
            .record()
            .map(|record| (self.id, record.kind(), words.as_str()));
        hand::item(command, record)
            .or_else(|| hand::about(command, self.who(), self.today))
            .unwrap_or(Flow::Stay)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if self.gone && !self.history {
            paint::paragraph(
                buffer,
                area,
                &told!(
                    "This record was deleted.\n\n{u} takes that back, {h} shows its history.",
                    u = Global.Undo,
                    h = Record.History
                ),
                0,
                theme.text,
            );
            return;
        }
        let Some(record) = self.record() else {
            return;
        };
        let noun = record.noun();
        let (symbol, style) = paint::symbol_of(record.kind(), noun.state(), theme);
        let head = paint::row(area, 0);
        let words = noun.title();
        paint::pieces(
            buffer,
            head,
            &[
                (symbol, style),
                (" ", style),
                (noun.state(), style),
                ("  ", style),
                (&words, theme.strong),
            ],
        );
        let body = Rect {
            y: area.y + 2.min(area.height),
            height: area.height.saturating_sub(2),
            ..area
        };
        let told = self.told(usize::from(area.width), theme);
        self.rows.set(usize::from(body.height));
        self.all.set(told.len());
        let top = self
            .top
            .get()
            .min(told.len().saturating_sub(usize::from(body.height)));
        self.top.set(top);
        paint::thumb(buffer, body, (top, body.height.into()), told.len(), theme);
        for (n, pieces) in told
            .iter()
            .skip(top)
            .take(usize::from(body.height))
            .enumerate()
        {
            let pieces: Vec<_> = pieces
                .iter()
                .map(|(text, style)| (text.as_str(), *style))
                .collect();
            paint::pieces(buffer, paint::row(body, n), &pieces);
        }
    }
}

/// Every field that holds something, in the table's order.
pub(super) fn lines(record: &Record, with: &Reading<'_>) -> Vec<(String, String)> {
    if record.noun().is_sealed() {
        return beside::sealed(record, with);
    }
    let fresh = record.kind().fresh(with.now);
    let each = |field: &fields::Field| {
        let value = (field.get)(record);
        // what nobody set says nothing
        if field.need == Need::Kept && value == (field.get)(&fresh) {
            return None;
        }
        let text = words(&value, field, with);
        (!value.is_empty() && !text.is_empty())
            .then(|| (field.label.to_owned(), day_beside(text, field, with.now)))
    };
    record.kind().fields().iter().filter_map(each).collect()
}

/// A day with how far it lies from today.
fn day_beside(text: String, field: &fields::Field, now: NaiveDateTime) -> String {
    if !matches!(field.shape, Shape::Day(_) | Shape::When(_)) {
        return text;
    }
    match text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()) {
        Some(day) => format!("{text} ({})", crate::domain::dates::beside(day, now.date())),
        None => text,
    }
}
