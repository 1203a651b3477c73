//! The settings as lines: mistakes first, then every table under its heading, and what is under the cursor at the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::config::settings::{Key, Sort, Source, TABLE};
use crate::journal::{SettingLine, SettingsSheet};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// What the cursor can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// A mistake in a file.
    Fault(usize),
    /// A setting.
    Key(usize),
}

/// A line of the list.
enum Line {
    Heading(&'static str),
    Blank,
    Stop(Stop, usize),
}

/// Where the cursor can stand, from above.
pub(super) fn stops(sheet: &SettingsSheet) -> Vec<Stop> {
    let faults = (0..sheet.faults.len()).map(Stop::Fault);
    faults
        .chain((0..sheet.lines.len()).map(Stop::Key))
        .collect()
}

/// What a table is called above its settings.
fn heading(table: &str) -> &'static str {
    match table {
        "" => "General",
        "backups" => "Backups",
        "privacy" => "Privacy",
        "look" => "Look",
        "notice" => "Notice",
        _ => "More",
    }
}

fn lines(sheet: &SettingsSheet) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut table = None;
    for (n, stop) in stops(sheet).into_iter().enumerate() {
        let here = match stop {
            Stop::Fault(_) => None,
            Stop::Key(key) => sheet.lines.get(key).and_then(|line| TABLE.get(line.key)),
        };
        if let Some(key) = here.filter(|key| table != Some(key.table)) {
            table = Some(key.table);
            if !lines.is_empty() {
                lines.push(Line::Blank);
            }
            lines.push(Line::Heading(heading(key.table)));
        } else if n == 0 {
            lines.push(Line::Heading("Not understood"));
        }
        lines.push(Line::Stop(stop, n));
    }
    lines
}

/// What is under the cursor: at the foot, with a rule above it.
pub(super) fn foot(area: Rect) -> Rect {
    let height = if area.height < 14 { 4 } else { 6 }.min(area.height);
    Rect {
        y: area.bottom() - height,
        height,
        ..area
    }
}

/// Where a value is typed.
pub(super) fn field(area: Rect) -> Rect {
    let foot = foot(area);
    let row = paint::row(foot, usize::from(foot.height.saturating_sub(1)));
    Rect {
        x: row.x + 2.min(row.width),
        width: row.width.saturating_sub(2),
        ..row
    }
}

/// The list's own part of the area, and the first line that is seen there.
fn seen(lines: &[Line], at: usize, area: Rect) -> (Rect, usize) {
    let list = Rect {
        height: area.height - foot(area).height,
        ..area
    };
    let rows = usize::from(list.height).max(1);
    let here = lines
        .iter()
        .position(|line| matches!(line, Line::Stop(_, n) if *n == at))
        .unwrap_or(0);
    let most = lines.len().saturating_sub(rows);
    (list, here.saturating_sub(rows / 2).min(most))
}

/// The place among the stops of what was clicked.
pub(super) fn clicked(
    sheet: &SettingsSheet,
    at: usize,
    area: Rect,
    click: Position,
) -> Option<usize> {
    let lines = lines(sheet);
    let (list, first) = seen(&lines, at, area);
    if !list.contains(click) {
        return None;
    }
    match lines.get(first + usize::from(click.y - list.y))? {
        Line::Stop(_, n) => Some(*n),
        Line::Heading(_) | Line::Blank => None,
    }
}

/// Paints the list.
pub(super) fn list(
    sheet: &SettingsSheet,
    at: usize,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let lines = lines(sheet);
    let (list, first) = seen(&lines, at, area);
    let seen = lines.iter().skip(first).take(usize::from(list.height));
    for (n, line) in seen.enumerate() {
        let row = paint::row(list, n);
        match line {
            Line::Blank => {}
            Line::Heading(text) => paint::heading(buffer, row, text, theme),
            Line::Stop(stop, n) => {
                match stop {
                    Stop::Fault(fault) => {
                        let told = sheet.faults.get(*fault).map_or("", |fault| &fault.told);
                        paint::pieces(buffer, row, &[("! ", theme.bad), (told, theme.text)]);
                    }
                    Stop::Key(key) => setting(sheet.lines.get(*key), row, buffer, theme),
                }
                if *n == at {
                    paint::lay(buffer, row, theme.selected);
                }
            }
        }
    }
}

/// A setting: its name, what holds, and why where it is no default.
fn setting(line: Option<&SettingLine>, row: Rect, buffer: &mut Buffer, theme: &Theme) {
    let Some((line, key)) = line.and_then(|line| Some((line, TABLE.get(line.key)?))) else {
        return;
    };
    let name = paint::pad(key.name, 20);
    let (value, style) = match (line.holds.is_empty(), &line.source) {
        (true, _) => ("not set", theme.dim),
        (false, Source::Default) => (&*line.typed, theme.text),
        (false, _) => (&*line.typed, theme.strong),
    };
    let wide = row.width >= 60 && line.source != Source::Default;
    let taken = if wide {
        paint::put_right(buffer, row, &line.says, theme.dim) + 2
    } else {
        0
    };
    let rest = Rect {
        width: row.width.saturating_sub(taken),
        ..row
    };
    paint::pieces(buffer, rest, &[(&*name, theme.text), (value, style)]);
}

/// What is said of a setting at the foot.
pub(super) fn told(
    key: &Key,
    line: &SettingLine,
    wrong: Option<&str>,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let foot = under(foot(area));
    if let Some(wrong) = wrong {
        paint::paragraph(buffer, foot, wrong, 0, theme.bad);
        return;
    }
    let usual = match line.usual.as_str() {
        "" => "Unless set, there is none.".to_owned(),
        usual => format!("The default is {usual}."),
    };
    let from = match &line.source {
        Source::Default => String::new(),
        Source::File(..) => format!(" Set in {}.", line.says),
        Source::Environment(name) => format!(" {name} in the environment goes before the file."),
    };
    let words = match key.sort {
        Sort::Choice(words) => format!(" One of {}.", words.join(", ")),
        _ => String::new(),
    };
    let says = format!("{}{words}\n{usual}{from} {}", key.says, key.holds_from());
    paint::paragraph(buffer, foot, &says, 0, theme.dim);
}

/// What is said at the foot while a value is typed.
pub(super) fn asked(
    key: &Key,
    wrong: Option<&str>,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let foot = under(foot(area));
    let above = Rect {
        height: foot.height.saturating_sub(1),
        ..foot
    };
    let (says, style) = match (wrong, key.sort) {
        (Some(wrong), _) => (wrong.to_owned(), theme.bad),
        (None, Sort::Form(like)) => (format!("{} is {like}", key.name), theme.focus),
        (None, _) => (key.says.to_owned(), theme.focus),
    };
    paint::paragraph(buffer, above, &says, 0, style);
}

/// A mistake, whole, at the foot.
pub(super) fn fault(
    sheet: &SettingsSheet,
    n: usize,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let told = sheet.faults.get(n).map_or("", |fault| &fault.told);
    let says = format!("{told}\nEnter opens the file there, in your editor.");
    paint::paragraph(buffer, under(foot(area)), &says, 0, theme.text);
}

/// Below the rule.
fn under(foot: Rect) -> Rect {
    Rect {
        y: foot.y + 1.min(foot.height),
        height: foot.height.saturating_sub(1),
        ..foot
    }
}
