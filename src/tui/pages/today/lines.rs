//! How the lines of Today look: a person's promise in full ink, the program's own nudges quieter.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::guardrail::FIRST_RUN;
use crate::domain::marks;
use crate::domain::unfinished::Unfinished;
use crate::domain::view::{TodayLine, TodaySort};
use crate::domain::{Side, dates};
use crate::tui::theme::Theme;
use crate::tui::{paint, room};

/// The heading over what is due within a week.
pub const SOON: &str = "Due this week";

/// The heading over what was typed and not saved.
pub const UNFINISHED: &str = "Unfinished: typed and not saved (enter goes on, D throws away)";

/// Paints a draft: what it is, when it was typed, how much of it there is.
pub fn draft(
    buffer: &mut Buffer,
    area: Rect,
    draft: &Unfinished,
    today: NaiveDate,
    selected: bool,
    theme: &Theme,
) {
    let when = if room::is_narrow(area) {
        draft.when(today)
    } else {
        format!("{} ({})", draft.when(today), draft.count())
    };
    let taken = paint::put_right(buffer, area, &when, theme.dim) + 1;
    let room = Rect {
        width: area.width.saturating_sub(taken),
        ..area
    };
    let pieces = [("\u{270e} ", theme.warn), (draft.says.as_str(), theme.text)];
    paint::pieces(buffer, room, &pieces);
    if selected {
        paint::bar(buffer, area, theme);
    }
}

/// The heading over the lines of a sort.
pub fn heading(sort: TodaySort) -> &'static str {
    match sort {
        TodaySort::OneOnOne => "One-on-ones (enter prepares, H: it was held)",
        TodaySort::MineDue => "I promised",
        TodaySort::TheirsDue => "They promised",
        TodaySort::Response => "Shared in trust, a response waits",
        TodaySort::Repair => "Repair",
        TodaySort::Need => "Needs without an answer",
        TodaySort::Review => "To look at again",
        TodaySort::Feedback => "Feedback to give or follow up",
        TodaySort::Unfinished => "Left half-way",
        TodaySort::CheckIn => "trustline suggests a check-in",
    }
}

/// The mark, its style, and the style of the words.
fn marks(line: &TodayLine, today: NaiveDate, theme: &Theme) -> (&'static str, Style, Style) {
    let overdue = line.since < today;
    match line.sort {
        TodaySort::MineDue | TodaySort::TheirsDue => {
            let side = line.side.unwrap_or(Side::Mine);
            let (mark, _) = paint::side_mark(side);
            (
                mark,
                if overdue {
                    theme.warn
                } else {
                    paint::side_style(side, theme)
                },
                theme.text,
            )
        }
        TodaySort::OneOnOne if overdue => (marks::PLANNED, theme.warn, theme.text),
        TodaySort::OneOnOne => (marks::PLANNED, theme.text, theme.text),
        TodaySort::Repair => (marks::REPAIR, theme.repair, theme.text),
        TodaySort::Feedback => (marks::DRAFT, theme.warn, theme.text),
        TodaySort::Response => (marks::CARE, theme.warn, theme.text),
        TodaySort::Need => (marks::OPEN, theme.warn, theme.text),
        TodaySort::Review => (marks::HANDED, theme.dim, theme.text),
        TodaySort::Unfinished => (marks::CUT, theme.warn, theme.text),
        TodaySort::CheckIn => (marks::NUDGE, theme.nudge, theme.nudge),
    }
}

/// Paints the one line that offers to go through what went stale.
pub fn back(buffer: &mut Buffer, area: Rect, since: NaiveDate, today: NaiveDate, theme: &Theme) {
    let away = if room::is_narrow(area) {
        String::new()
    } else {
        format!("; last here {}", dates::beside(since, today))
    };
    paint::pieces(
        buffer,
        area,
        &[
            (&format!("{} ", marks::NUDGE), theme.nudge),
            ("g b  ", theme.key),
            ("goes through what went stale", theme.nudge),
            (&away, theme.dim),
        ],
    );
}

/// Paints a line: mark, name, words, and when.
pub fn line(
    buffer: &mut Buffer,
    area: Rect,
    line: &TodayLine,
    today: NaiveDate,
    selected: bool,
    theme: &Theme,
) {
    let (mark, mark_style, style) = marks(line, today, theme);
    let nudge = line.sort == TodaySort::CheckIn;
    let when = when(line, today);
    let when_style = if line.since < today && !nudge {
        theme.warn
    } else {
        theme.dim
    };
    let taken = paint::put_right(buffer, area, &when, when_style) + 1;
    let room = Rect {
        width: area.width.saturating_sub(taken),
        ..area
    };
    let name = line.who.as_ref().map_or("", |(_, name)| name.as_str());
    // of the whole line, so that names stand in one column whatever stands at the right
    let columns = usize::from(area.width / 4).clamp(6, 20);
    let name_style = if nudge { theme.nudge } else { theme.strong };
    let mark = paint::pad(mark, 2);
    let name = paint::pad(name, columns) + " ";
    paint::pieces(
        buffer,
        room,
        &[
            (&mark, mark_style),
            (&name, name_style),
            (&line.text, style),
        ],
    );
    if selected {
        paint::bar(buffer, area, theme);
    }
}

/// When it is due, or how long it has waited; overdue is said in words.
fn when(line: &TodayLine, today: NaiveDate) -> String {
    match line.due {
        Some(due) if due.day < today && line.sort == TodaySort::OneOnOne => {
            format!("{}: was it held?", dates::beside(due.day, today))
        }
        Some(due) if due.day < today => dates::against(due.day, today),
        Some(due) => {
            let day = dates::beside(due.day, today);
            due.time.map_or(day.clone(), |time| {
                format!("{day}, {}", time.format("%H:%M"))
            })
        }
        None => undated(line, today),
    }
}

/// What has no due day: when a promise is to be looked at, since when a check-in is due, how long the rest has waited.
fn undated(line: &TodayLine, today: NaiveDate) -> String {
    let waited = dates::beside(line.since, today);
    match line.sort {
        TodaySort::MineDue | TodaySort::TheirsDue => {
            format!("check by {}", dates::short(line.since, today))
        }
        TodaySort::CheckIn => format!("due {waited}"),
        _ => waited,
    }
}

/// Nobody is here yet: what belongs here, and which key starts it.
pub fn welcome(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    let lines = [
        ("", "Nobody is here yet."),
        ("", ""),
        (
            "",
            "This is a private journal of trust at work: what you promised, what was promised to you, and what became of it. Nothing leaves this machine.",
        ),
        ("", ""),
        ("a p", "add the first person you work with"),
        ("c", "then write down a promise in one line"),
        (
            "g i",
            "or bring in what you have: a tracker\u{2019}s CSV, tasks, contacts",
        ),
        ("?", "see every key"),
        ("", ""),
        (
            "F2",
            "the first page: a guide of three steps, and a sample to look around in",
        ),
        ("", ""),
        ("", FIRST_RUN),
    ];
    told(buffer, area, &lines, theme);
}

/// Nothing waits.
pub fn nothing_due(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    let lines = [
        ("", "Nothing is due today, and nothing within a week."),
        ("", ""),
        ("c", "write down a promise in one line"),
        ("w", "check in all the same"),
        ("g r", "go to the relationships"),
    ];
    told(buffer, area, &lines, theme);
}

fn told(buffer: &mut Buffer, area: Rect, lines: &[(&str, &str)], theme: &Theme) {
    let area = Rect {
        width: area.width.min(72),
        ..area
    };
    let mut row = usize::from(area.height > 12);
    for (key, words) in lines {
        if row >= usize::from(area.height) {
            return;
        }
        let indent = if key.is_empty() { 0 } else { 6.min(area.width) };
        let at = paint::row(area, row);
        paint::put(buffer, at.x, at.y, at.width, key, theme.key);
        let rest = Rect {
            x: area.x + indent,
            y: at.y,
            width: area.width.saturating_sub(indent),
            height: area.bottom().saturating_sub(at.y),
        };
        row += paint::paragraph(buffer, rest, words, 0, theme.text).max(1);
    }
}
