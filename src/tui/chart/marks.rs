//! The row of marks under a chart: breaches with their severity, repairs, one-on-ones, check-ins, moments.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::breach::severity_word;
use crate::domain::plot::Grid;
use crate::domain::text;
use crate::domain::view::{Mark, MarkSort, Timeline};
use crate::tui::theme::Theme;

/// What the signs mean.
pub const LEGEND: &str =
    "!3 breach, severity  (\u{2500}) repair  o one-on-one  * moment  ' check-in";

/// What the signs mean, where there is little room.
pub const SHORT_LEGEND: &str = "!3 breach (\u{2500}) repair o 1:1 * moment";

/// Draws the marks of a timeline in one row; where two fall together the graver one stays.
pub fn draw(grid: &Grid, timeline: &Timeline, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    repairs(grid, timeline, area, buffer, theme);
    let mut marks: Vec<&Mark> = timeline.marks.iter().collect();
    marks.sort_by_key(|mark| (weight(mark.sort), mark.day));
    for mark in marks {
        let Some(column) = grid.column(mark.day) else {
            continue;
        };
        let x = area.x + u16::try_from(column).unwrap_or(0);
        let (sign, style) = match mark.sort {
            MarkSort::Breach(_) => ('!', theme.bad),
            MarkSort::RepairOpened => ('(', theme.repair),
            MarkSort::RepairClosed => (')', theme.repair),
            MarkSort::RoleChange => ('>', theme.text),
            MarkSort::AgreementBreached => ('x', theme.warn),
            MarkSort::Disclosure(_) => ('v', theme.text),
            MarkSort::OneOnOne => ('o', theme.text),
            MarkSort::Moment => ('*', theme.text),
            MarkSort::CheckIn => ('\'', theme.dim),
        };
        buffer[(x, area.y)].set_char(sign).set_style(style);
        if let MarkSort::Breach(severity) = mark.sort {
            let digit = char::from(b'0' + severity.min(9));
            // at the right edge the digit goes before its sign
            let beside = if x + 1 < area.right() { x + 1 } else { x - 1 };
            buffer[(beside, area.y)].set_char(digit).set_style(style);
        }
    }
}

/// A line for as long as a repair runs.
fn repairs(grid: &Grid, timeline: &Timeline, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let opened = timeline
        .marks
        .iter()
        .filter(|m| m.sort == MarkSort::RepairOpened);
    for opening in opened {
        let ends = timeline
            .marks
            .iter()
            .find(|m| m.sort == MarkSort::RepairClosed && m.id == opening.id);
        let to = ends.map_or(grid.last, |m| m.day);
        let (Some(from), Some(to)) = (grid.column(opening.day), grid.column(to)) else {
            continue;
        };
        for column in from..=to {
            let x = area.x + u16::try_from(column).unwrap_or(0);
            buffer[(x, area.y)]
                .set_char('\u{2500}')
                .set_style(theme.repair);
        }
    }
}

/// What is drawn later stands above what was drawn before.
fn weight(sort: MarkSort) -> u8 {
    match sort {
        MarkSort::CheckIn => 0,
        MarkSort::OneOnOne => 1,
        MarkSort::Moment => 2,
        MarkSort::Disclosure(_) => 3,
        MarkSort::RoleChange => 4,
        MarkSort::AgreementBreached => 5,
        MarkSort::RepairClosed => 6,
        MarkSort::RepairOpened => 7,
        MarkSort::Breach(severity) => 8 + severity,
    }
}

/// The marks between the day before and a day of the timeline, in words, the graver ones first.
pub fn under(timeline: &Timeline, at: usize) -> Vec<String> {
    let to = timeline.days[at];
    let from = at.checked_sub(1).map(|before| timeline.days[before]);
    let mut marks: Vec<&Mark> = timeline
        .marks
        .iter()
        .filter(|m| m.day <= to && from.is_none_or(|day| m.day > day))
        .collect();
    marks.sort_by_key(|mark| std::cmp::Reverse(weight(mark.sort)));
    marks.into_iter().map(said).collect()
}

fn said(mark: &Mark) -> String {
    let what = match mark.sort {
        MarkSort::Breach(severity) => format!("breach, {}", severity_word(severity)),
        MarkSort::RepairOpened => "repair opened".to_owned(),
        MarkSort::RepairClosed => "repair closed".to_owned(),
        MarkSort::RoleChange => "role changed".to_owned(),
        MarkSort::AgreementBreached => "agreement breached".to_owned(),
        MarkSort::Disclosure(depth) => format!("disclosure, depth {depth}"),
        MarkSort::OneOnOne => "one-on-one".to_owned(),
        MarkSort::CheckIn => "check-in".to_owned(),
        MarkSort::Moment => "moment".to_owned(),
    };
    let words = text::line(&mark.text);
    if words.is_empty() {
        what
    } else {
        format!("{what}: {words}")
    }
}
