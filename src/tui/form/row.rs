//! One field of a form: how it is typed, what it was understood as, what is wrong with it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::dates;
use crate::domain::fields::{self, Field, Need, Reading, Shape};
use crate::domain::{Record, RecordId, text};
use crate::tui::field::{self, Area, Input};
use crate::tui::{mask, paint, theme::Theme};

/// How the text of a field is held while it is typed.
enum Typed {
    Line(Input),
    Text(Box<Area>),
    /// A word of a closed list, and the letters typed to find it.
    Choice(Vec<&'static str>, usize, String),
}

/// One field of a form.
pub struct Row {
    /// Its row in the table.
    pub field: &'static Field,
    typed: Typed,
    before: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// What it was understood as, or why not.
    preview: Option<Result<String, String>>,
    /// The relationship it names.
    pub who: Option<RecordId>,
    /// Names that what was typed could become.
    pub offers: Vec<String>,
}

impl Row {
    /// The field of a record.
    pub fn new(field: &'static Field, record: &Record, with: &Reading<'_>) -> Self {
        let before = written(field, record, with);
        let choice = |words: Vec<&'static str>| {
            let at = words.iter().position(|w| *w == before).unwrap_or(0);
            Typed::Choice(words, at, String::new())
        };
        let typed = match field.shape {
            Shape::Text => Typed::Text(Box::new(Area::new(&before))),
            Shape::Choice(words) => choice(words.to_vec()),
            Shape::Flag => choice(vec!["", "yes"]),
            // one thing, not words to go on with: what is typed takes its place
            Shape::Day(_) | Shape::When(_) | Shape::Number(..) | Shape::Who | Shape::Link(_) => {
                Typed::Line(Input::offered(text::typed(&before, false)))
            }
            _ => Typed::Line(Input::new(text::typed(&before, false))),
        };
        let mut row = Self {
            field,
            typed,
            before: String::new(),
            fault: None,
            preview: None,
            who: None,
            offers: Vec::new(),
        };
        // what is compared is what the field holds: an unsafe character shown as a mark is no change
        row.before = row.text();
        row
    }

    /// What was typed.
    pub fn text(&self) -> String {
        match &self.typed {
            Typed::Line(input) => input.text().to_owned(),
            Typed::Text(area) => area.text(),
            Typed::Choice(words, at, _) => words.get(*at).copied().unwrap_or_default().to_owned(),
        }
    }

    /// Starts from another text, as long as nobody typed one.
    pub fn begin_at(&mut self, text: &str) {
        if self.is_touched() {
            return;
        }
        self.set_text(text);
        self.before = self.text();
    }

    /// Replaces what was typed.
    pub fn set_text(&mut self, text: &str) {
        self.fault = None;
        match &mut self.typed {
            Typed::Line(input) => input.set(text::typed(text, false)),
            Typed::Text(area) => **area = Area::new(text),
            Typed::Choice(words, at, _) => {
                *at = words.iter().position(|w| *w == text).unwrap_or(*at);
            }
        }
    }

    /// Whether it differs from what it was.
    pub fn is_touched(&self) -> bool {
        match &self.typed {
            Typed::Text(area) => !area.is(&self.before),
            _ => self.text() != self.before,
        }
    }

    /// Whether it must be given and is not.
    pub fn is_wanting(&self) -> bool {
        let is_empty = || match &self.typed {
            Typed::Text(area) => area.is_empty(),
            _ => self.text().is_empty(),
        };
        self.field.need == Need::Must && is_empty()
    }

    /// Whether it holds several lines.
    pub fn is_long(&self) -> bool {
        matches!(self.typed, Typed::Text(_))
    }

    /// Reads what was typed.
    pub fn look(&mut self, with: &Reading<'_>) {
        self.who = None;
        if self.is_long() {
            return;
        }
        let text = self.text();
        self.preview = match self.field.shape {
            _ if text.trim().is_empty() => None,
            Shape::Day(lean) | Shape::When(lean) => Some(dates::preview(&text, with.now, lean)),
            Shape::Who => {
                let found = with.names.find(text.trim());
                self.who = found.as_ref().ok().copied();
                Some(found.map(|id| with.names.name(id).unwrap_or_default()))
            }
            _ => None,
        };
    }

    /// The beginning of the name that is typed: all of it, or what follows the last comma.
    pub fn name_typed(&self) -> Option<&str> {
        let Typed::Line(input) = &self.typed else {
            return None;
        };
        let start = match self.field.shape {
            Shape::Who => input.text(),
            Shape::Whos => input.text().rsplit(',').next().unwrap_or_default(),
            _ => return None,
        };
        Some(start.trim()).filter(|start| !start.is_empty())
    }

    /// Completes a name that has only one ending.
    pub fn complete(&mut self) {
        if self.offers.len() == 1 && self.who.is_none() {
            self.take_offer();
        }
    }

    fn take_offer(&mut self) -> bool {
        let (Some(start), Some(name)) = (self.name_typed(), self.offers.first()) else {
            return false;
        };
        let Typed::Line(input) = &self.typed else {
            return false;
        };
        if start == name {
            return false;
        }
        let kept = input.text().len() - input.text().trim_start().len();
        let before = match self.field.shape {
            Shape::Whos => input
                .text()
                .rfind(',')
                .map_or(String::new(), |n| format!("{}, ", &input.text()[..n])),
            _ => " ".repeat(kept),
        };
        let text = format!("{before}{name}");
        self.set_text(&text);
        self.offers.clear();
        true
    }

    /// Does an editing key; whether it was one.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let at_end =
            matches!(&self.typed, Typed::Line(input) if input.before().len() == input.text().len());
        if key.code == KeyCode::Right && at_end && self.take_offer() {
            return true;
        }
        let used = match &mut self.typed {
            Typed::Line(input) => input.key(key),
            Typed::Text(area) => area.key(key),
            Typed::Choice(words, at, typed) => choose(words, at, typed, key),
        };
        if used {
            self.fault = None;
        }
        used
    }

    /// Takes pasted text; says why not.
    pub fn paste(&mut self, text: &str) -> Option<&'static str> {
        let (fits, says) = match &mut self.typed {
            Typed::Line(input) => {
                let fits = input.insert(text.trim_end_matches(['\r', '\n']));
                (fits, field::LINE_FULL)
            }
            Typed::Text(area) => (area.insert(text), field::TEXT_FULL),
            Typed::Choice(..) => (false, field::CHOICE),
        };
        if fits {
            self.fault = None;
        }
        (!fits).then_some(says)
    }

    /// How many rows it takes on an area.
    pub fn height(&self, focused: bool, area: Rect) -> usize {
        let lines = match &self.typed {
            Typed::Text(area) => area.lines(),
            _ => 1,
        };
        let most = usize::from(area.height / 2).clamp(1, 8);
        let lines = if focused && self.is_long() {
            lines.max(3)
        } else {
            lines.min(3)
        };
        lines.min(most) + usize::from(self.beneath(focused).is_some())
    }

    /// What stands beneath: a fault, or under the cursor what was understood.
    fn beneath(&self, focused: bool) -> Option<(String, bool)> {
        if let Some(fault) = &self.fault {
            return Some((fault.clone(), true));
        }
        if !focused {
            return None;
        }
        if !self.offers.is_empty()
            && self
                .name_typed()
                .is_some_and(|start| *start != self.offers[0])
        {
            return Some((
                format!(
                    "{}  (\u{2192} takes the first)",
                    self.offers.join(" \u{b7} ")
                ),
                false,
            ));
        }
        match self.preview.as_ref()? {
            Ok(says) => (*says != self.text()).then(|| (format!("= {says}"), false)),
            Err(says) => Some((says.clone(), false)),
        }
    }

    /// Paints it: label, text, and what stands beneath.
    pub fn draw(&self, area: Rect, label: u16, focused: bool, buffer: &mut Buffer, theme: &Theme) {
        let style = if focused { theme.focus } else { theme.label };
        let must = if self.is_wanting() { "*" } else { "" };
        let mark = if focused { "\u{25b8}" } else { " " };
        let words = format!("{mark}{}{must}", self.field.label);
        paint::put(
            buffer,
            area.x,
            area.y,
            label.saturating_sub(1),
            &words,
            style,
        );
        let beneath = self.beneath(focused);
        let value = value_area(area, label, beneath.is_some());
        let bare = mask::wear(None); // what stands in a form is what is saved
        match &self.typed {
            Typed::Line(input) if focused => input.draw(value, buffer, theme.text),
            Typed::Line(input) => {
                paint::put(
                    buffer,
                    value.x,
                    value.y,
                    value.width,
                    input.text(),
                    theme.text,
                );
            }
            Typed::Text(text) if focused => text.draw(value, buffer, theme.text),
            Typed::Text(text) => {
                paint::paragraph(buffer, value, &text.text(), 0, theme.text);
            }
            Typed::Choice(words, at, _) => draw_choice(words, *at, value, focused, buffer, theme),
        }
        drop(bare);
        if let Some((says, wrong)) = beneath {
            let row = paint::row(area, usize::from(area.height).saturating_sub(1));
            let style = if wrong { theme.error } else { theme.dim };
            let says = if wrong { format!("! {says}") } else { says };
            paint::put(buffer, value.x, row.y, value.width, &says, style);
        }
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self, area: Rect, label: u16) -> Option<Position> {
        let value = value_area(area, label, self.beneath(true).is_some());
        match &self.typed {
            Typed::Line(input) => Some(input.cursor(value)),
            Typed::Text(text) => Some(text.cursor(value)),
            Typed::Choice(..) => None,
        }
    }
}

/// What a field holds as a form shows it: another record by its short form, which reads back as well.
fn written(field: &Field, record: &Record, with: &Reading<'_>) -> String {
    let value = (field.get)(record);
    match (field.shape, value.text()) {
        (Shape::Link(_), Some(id)) => id
            .parse::<RecordId>()
            .map_or_else(|_| id.to_owned(), |id| id.letters()),
        _ => fields::write(field, &value, with.names),
    }
}

/// The part of a field's rows in which its text stands.
fn value_area(area: Rect, label: u16, beneath: bool) -> Rect {
    let label = label.min(area.width);
    Rect {
        x: area.x + label,
        width: area.width - label,
        height: area
            .height
            .saturating_sub(u16::from(beneath && area.height > 1)),
        ..area
    }
}

/// Side arrows and Space cycle; letters go to the next word that starts with what was typed.
fn choose(words: &[&'static str], at: &mut usize, typed: &mut String, key: KeyEvent) -> bool {
    let count = words.len().max(1);
    let next = (*at + 1) % count;
    match key.code {
        KeyCode::Right => *at = next,
        KeyCode::Left => *at = (*at + count - 1) % count,
        KeyCode::Char(' ') if typed.is_empty() => *at = next,
        KeyCode::Backspace | KeyCode::Delete => {}
        KeyCode::Char(c)
            if !key
                .modifiers
                .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
        {
            let longer = format!("{typed}{}", c.to_lowercase());
            let starts = |start: &str| words.iter().position(|w| w.starts_with(start));
            let alone = c.to_lowercase().to_string();
            if let Some(n) = starts(&longer) {
                (*at, *typed) = (n, longer);
            } else if let Some(n) = starts(&alone) {
                (*at, *typed) = (n, alone);
            }
            return true;
        }
        _ => return false,
    }
    typed.clear();
    true
}

/// The chosen word, and under the cursor the others beside it as far as there is room.
fn draw_choice(
    words: &[&'static str],
    at: usize,
    area: Rect,
    focused: bool,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let word = |n: usize| {
        words
            .get(n)
            .copied()
            .map_or("", |w| if w.is_empty() { "no" } else { w })
    };
    if !focused {
        paint::put(buffer, area.x, area.y, area.width, word(at), theme.text);
        return;
    }
    let mut pieces = vec![
        ("\u{2039} ".to_owned(), theme.dim),
        (word(at).to_owned(), theme.selected),
        (" \u{203a}  ".to_owned(), theme.dim),
    ];
    let others = (1..words.len()).map(|n| word((at + n) % words.len()));
    pieces.push((others.collect::<Vec<_>>().join(" \u{b7} "), theme.dim));
    let pieces: Vec<_> = pieces
        .iter()
        .map(|(text, style)| (text.as_str(), *style))
        .collect();
    paint::pieces(buffer, area, &pieces);
}
