//! One line for any record: its kind and state by symbol and word, who, what, when.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{bar, pad, put, put_right, side_style};
use crate::domain::marks;
use crate::domain::view::EntryLine;
use crate::domain::{Kind, Record, dates};
use crate::tui::mask;
use crate::tui::theme::Theme;

/// The symbol and style of a state, always shown beside its word. `state` is a word of [`crate::domain::Noun::state`].
pub fn state_mark(state: &str, theme: &Theme) -> (&'static str, Style) {
    match state {
        "kept" | "heard" | "acted on" | "discussed" | "repaired" | "done" | "upheld" | "care"
        | "met" => (marks::KEPT, theme.good),
        "breached" => (marks::BREACH, theme.warn),
        "late" => (marks::LATE, theme.warn),
        "broken" => (marks::BROKEN, theme.bad),
        "requested" => ("?", theme.dim),
        "released" | "excused" | "dropped" | "let go" | "accepted" | "closed" | "close"
        | "stopped" | "ended" | "not possible" => (marks::CLOSED, theme.dim),
        "draft" | "unfinished" => (marks::DRAFT, theme.warn),
        "moment" => (marks::MOMENT, theme.text),
        "one-on-one" => (marks::MET, theme.text),
        "planned" => (marks::PLANNED, theme.text),
        "note" => (marks::NOTE, theme.text),
        "paused" => (marks::PAUSED, theme.dim),
        "archived" => (marks::ARCHIVED, theme.dim),
        "assess" | "acknowledge" | "account" | "act" | "verify" => (marks::REPAIR, theme.repair),
        _ => (marks::OPEN, theme.text),
    }
}

/// The symbol of a record in a list: a breach and a plan keep their own, whatever their state.
pub fn symbol_of(kind: Kind, state: &str, theme: &Theme) -> (&'static str, Style) {
    match kind {
        Kind::Breach if state == "open" => (marks::BREACH, theme.bad),
        Kind::Breach => (marks::CLOSED_BREACH, theme.dim),
        _ => state_mark(state, theme),
    }
}

/// Paints a record as one line: symbol, side or kind, name, words, state and day.
///
/// `today` is the day that dates are told from; `with_name` leaves the name out where the page has it.
/// The columns depend on the width alone, so that lines stand beneath one another.
pub fn entry(
    buffer: &mut Buffer,
    area: Rect,
    line: &EntryLine,
    today: NaiveDate,
    with_name: bool,
    selected: bool,
    theme: &Theme,
) {
    if area.height == 0 || area.width == 0 {
        return;
    }
    let after = tail(line, today, area.width);
    let taken = put_right(buffer, area, &after, theme.dim) + 1;
    let room = Rect {
        width: area.width.saturating_sub(taken),
        ..area
    };
    let (symbol, style) = symbol_of(line.kind, line.state, theme);
    let (word, word_style) = what(line, theme);
    let columns = match area.width {
        0..50 => 6,
        50..70 => 8,
        _ => 10,
    };
    let (symbol, word) = (pad(symbol, 2), pad(word, columns) + " ");
    let mut used = super::pieces(buffer, room, &[(&symbol, style), (&word, word_style)]);
    if let Some((_, name)) = line.who.as_ref().filter(|_| with_name) {
        let columns = usize::from(area.width / 5).clamp(4, 18);
        let rest = inside(room, used);
        used += put(
            buffer,
            rest.x,
            rest.y,
            rest.width,
            &(pad(name, columns) + " "),
            theme.strong,
        );
    }
    words(buffer, inside(room, used), line, theme);
    if selected {
        bar(buffer, area, theme);
    }
}

/// What is left of a row after so many columns.
fn inside(row: Rect, used: u16) -> Rect {
    let used = used.min(row.width);
    Rect {
        x: row.x + used,
        width: row.width - used,
        ..row
    }
}

/// The words of a line: what was searched stands out in its snippet.
fn words(buffer: &mut Buffer, area: Rect, line: &EntryLine, theme: &Theme) {
    if line.snippet.is_empty() {
        put(
            buffer,
            area.x,
            area.y,
            area.width,
            &line.record.noun().title(),
            ink(line, theme),
        );
        return;
    }
    let text = ink(line, theme);
    if let Some(masked) = mask::hide_seams(&line.snippet) {
        put(buffer, area.x, area.y, area.width, &masked, text);
        return;
    }
    let style = |hit: bool| if hit { theme.hit } else { text };
    let pieces: Vec<_> = line
        .snippet
        .iter()
        .map(|(text, hit)| (text.as_str(), style(*hit)))
        .collect();
    super::pieces(buffer, area, &pieces);
}

/// A relationship that rests is grey.
fn ink(line: &EntryLine, theme: &Theme) -> Style {
    let rests = matches!(line.state, "paused" | "archived");
    if line.kind == Kind::Relationship && rests {
        theme.dim
    } else {
        theme.text
    }
}

/// State and day: each in its column where there is room, shorter where there is little.
fn tail(line: &EntryLine, today: NaiveDate, columns: u16) -> String {
    let day_columns = match columns {
        0..70 => return short_tail(line, today, columns),
        70..100 => 6,
        _ => 11,
    };
    let open = line.state == "open" || line.state == "requested";
    let due = line.record.noun().due().filter(|_| open);
    let day = dates::short(due.map_or(line.at.day, |due| due.day), today);
    let rhythm = match &line.record {
        Record::Commitment(one) if open => one.repeats,
        _ => None,
    };
    let state = match (rhythm, due) {
        // a note says its sort in front
        _ if line.kind == Kind::Note => String::new(),
        (Some(rhythm), _) => format!("\u{21bb} {rhythm}"),
        (None, Some(_)) if line.state == "open" => "due".to_owned(),
        _ => line.state.to_owned(),
    };
    format!("{} {day:>day_columns$}", pad_to(&state, STATE))
}

/// The columns of a state's word; a longer one takes more, and its day stays in its column.
const STATE: usize = 9;

fn pad_to(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(super::width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// State and day in one, where there is little room.
fn short_tail(line: &EntryLine, today: NaiveDate, columns: u16) -> String {
    let open = line.state == "open" || line.state == "requested";
    let due = line.record.noun().due().filter(|_| open);
    let day = match due {
        Some(due) => format!("due {}", dates::short(due.day, today)),
        None => dates::short(line.at.day, today),
    };
    // a note says its sort in front, an open promise is told by its due day
    let said = line.kind == Kind::Note || (due.is_some() && line.state == "open");
    let rhythm = match &line.record {
        Record::Commitment(one) if open => one.repeats,
        _ => None,
    };
    let day = match rhythm {
        Some(rhythm) if columns >= 60 => format!("\u{21bb} {rhythm} \u{b7} {day}"),
        Some(_) => format!("\u{21bb} {day}"),
        None => day,
    };
    if columns < 44 || said || line.state.is_empty() {
        return day;
    }
    format!("{} \u{b7} {day}", line.state)
}

/// Whose promise it is, or which kind of record.
fn what(line: &EntryLine, theme: &Theme) -> (&'static str, Style) {
    let side = line.record.noun().side().unwrap_or_default();
    match line.kind {
        Kind::Commitment => (side.word(), side_style(side, theme)),
        Kind::Plan => ("repair", theme.repair),
        Kind::Note => (line.state, theme.dim),
        Kind::Relationship => ("with", theme.dim),
        kind => (kind.word(), theme.dim),
    }
}
