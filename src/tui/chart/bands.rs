//! What lies behind a chart: a strip of names above the plot, and a grain behind the days of a band.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Kind;
use crate::domain::plot::Grid;
use crate::domain::view::{Stretch, Timeline};
use crate::tui::paint;
use crate::tui::theme::Theme;

/// Draws the names of the bands in one row, each over its days; what began later stands over what began before.
pub fn strip(grid: &Grid, timeline: &Timeline, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let bands = &timeline.bands;
    let shown = bands
        .iter()
        .filter_map(|band| Some((band, columns(grid, band)?)));
    let shown: Vec<_> = shown.collect();
    for (n, (band, (from, to))) in shown.iter().enumerate() {
        let (from, to) = (*from, *to);
        // what is written beside a band ends where the next one begins
        let next = shown.get(n + 1).map_or(area.width, |(_, (next, _))| *next);
        let room = usize::from(to - from) + 1;
        let said = band.said();
        let beside = usize::from(next.saturating_sub(to + 1));
        let line = |words: &str| {
            let dashes = room.saturating_sub(paint::width(words) + 2);
            format!("\u{251c}{words}{}\u{2524}", "\u{2500}".repeat(dashes))
        };
        // a name stands over its days, beside them where they are few, and is cut only where there is room for neither
        let line = match (room, paint::width(&said)) {
            (_, wide) if wide + 2 <= room => line(&said),
            (1, wide) if wide < beside => format!("\u{2502} {said}"),
            (2.., wide) if wide < beside => format!("{} {said}", line("")),
            (1, _) => "\u{2502}".to_owned(),
            _ => line(&paint::fit(&said, room - 2)),
        };
        let columns = area.width - from;
        paint::put(buffer, area.x + from, area.y, columns, &line, theme.dim);
    }
}

/// Draws a grain behind the days of the bands; a role or a pause is told by the strip alone.
pub fn behind(grid: &Grid, timeline: &Timeline, plot: Rect, buffer: &mut Buffer, theme: &Theme) {
    let shaded = timeline
        .bands
        .iter()
        .filter(|band| band.kind != Kind::Relationship);
    for (from, to) in shaded.filter_map(|band| columns(grid, band)) {
        for y in plot.y..plot.bottom() {
            for x in plot.x + from..=plot.x + to {
                buffer[(x, y)].set_char('\u{2591}').set_style(theme.line);
            }
        }
    }
}

/// The first and the last column of a band, where any of it is shown.
fn columns(grid: &Grid, band: &Stretch) -> Option<(u16, u16)> {
    let to = band.to.unwrap_or(grid.last).min(grid.last);
    let from = band.from.max(grid.first);
    let column = |day| u16::try_from(grid.column(day)?).ok();
    let (from, to) = (column(from)?, column(to)?);
    (from <= to).then_some((from, to))
}
