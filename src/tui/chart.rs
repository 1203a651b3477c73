//! The reliability timeline as a picture: both sides as lines in their ranges, with marks, days and a cursor.
//!
//! No meaning hangs on colour: my line is unbroken and theirs dashed, the edges of the ranges have their
//! own grain, every kind of mark its own sign. Below the evidence floor nothing is drawn; a range without
//! a figure is drawn as its edges only.

mod bands;
mod marks;
mod strokes;

pub use marks::style;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::marks::Glyphs;
use crate::domain::plot::Grid;
use crate::domain::reliability::Show;
use crate::domain::trend::Point;
use crate::domain::view::Timeline;
use crate::tui::theme::Theme;

/// From how many rows on both sides share one plot; below, each side is a line of bars.
const RICH: u16 = 9;

/// Cells to the left of the plot: the axis and its numbers.
const GUTTER: u16 = 5;

/// A timeline to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Chart<'a> {
    /// What is drawn.
    pub timeline: &'a Timeline,
    /// Whether their side is drawn; mine always is.
    pub theirs: bool,
    /// The day that is pointed at.
    pub cursor: Option<NaiveDate>,
}

/// How many points a plot of this width can show, one a column.
pub fn points(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(GUTTER)).max(2)
}

impl Chart<'_> {
    /// Draws into an area of any size; what does not fit is left out, the plot last.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        if area.width <= GUTTER + 1 || area.height < 2 {
            return;
        }
        if self.timeline.days.is_empty() {
            buffer.set_string(area.x, area.y, "no days to draw yet", theme.dim);
        } else if area.height < RICH {
            self.compact(area, buffer, theme);
        } else {
            self.rich(area, buffer, theme);
        }
    }

    /// The day that lies under a place of the chart; `None`: none does.
    pub fn day_at(&self, area: Rect, at: Position) -> Option<NaiveDate> {
        let left = if area.height < RICH {
            name_width(area)
        } else {
            GUTTER
        };
        let columns = area.width.checked_sub(left)?;
        let column = at.x.checked_sub(area.x + left)?;
        let grid = self.grid(columns, 1)?;
        (column < columns).then(|| grid.day(column.into()))
    }

    fn grid(&self, columns: u16, rows: u16) -> Option<Grid> {
        Some(Grid {
            first: *self.timeline.days.first()?,
            last: *self.timeline.days.last()?,
            columns: usize::from(columns.max(1)),
            rows: usize::from(rows.max(1)),
        })
    }

    fn rich(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let strip = u16::from(!self.timeline.bands.is_empty());
        let plot = Rect {
            x: area.x + GUTTER,
            y: area.y + strip,
            width: area.width - GUTTER,
            height: area.height - 4 - strip,
        };
        let Some(grid) = self.grid(plot.width, plot.height) else {
            return;
        };
        let above = Rect {
            y: area.y,
            height: strip,
            ..plot
        };
        bands::strip(&grid, self.timeline, above, buffer, theme);
        axis(&grid, plot, buffer, theme);
        self.plot(&grid, plot, buffer, theme);
        let below = Rect {
            y: plot.bottom(),
            height: 1,
            ..plot
        };
        marks::draw(&grid, self.timeline, below, buffer, theme);
        let labels = Rect {
            y: below.y + 1,
            ..below
        };
        days(&grid, labels, buffer, theme);
        let legend = Rect {
            y: below.y + 2,
            height: 2,
            ..area
        };
        self.legend(legend, buffer, theme);
    }

    /// Bands, ranges, then the cursor, then the lines; or why there are none.
    fn plot(&self, grid: &Grid, plot: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Timeline { mine, theirs, .. } = self.timeline;
        bands::behind(grid, self.timeline, plot, buffer, theme);
        if self.theirs {
            strokes::edges(grid, theirs, plot, buffer, ('\u{b7}', theme.theirs_range));
        }
        let grain = ('\u{254c}', theme.mine_range);
        strokes::edges(grid, mine, plot, buffer, grain);
        self.point_at(grid, plot, buffer, theme);
        let mut strokes = strokes::Strokes::new(*grid);
        if self.theirs {
            strokes.theirs(theirs);
        }
        strokes.mine(mine);
        strokes.draw(plot, buffer, theme);
        let sides = [Some(mine), self.theirs.then_some(theirs)];
        if !sides.into_iter().flatten().flatten().any(is_ranged) {
            let y = plot.y + plot.height / 2;
            let words = "too little settled in these days to draw a figure";
            let width = usize::from(plot.width.saturating_sub(2));
            buffer.set_stringn(plot.x + 2, y, words, width, theme.dim);
        }
    }

    /// A line of bars a side, then marks and days.
    fn compact(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let name = name_width(area);
        let plot = Rect {
            x: area.x + name,
            width: area.width - name,
            height: 1,
            ..area
        };
        let Some(grid) = self.grid(plot.width, 8) else {
            return;
        };
        let mut y = area.y;
        let mut sides = vec![("mine", &self.timeline.mine, theme.mine)];
        if self.theirs {
            sides.push(("theirs", &self.timeline.theirs, theme.theirs));
        }
        for (word, points, style) in sides {
            buffer.set_stringn(area.x, y, word, usize::from(name), style);
            strokes::bars(
                &grid,
                points,
                Rect { y, ..plot },
                buffer,
                (style, theme.dim),
            );
            y += 1;
        }
        if y < area.bottom() {
            buffer.set_stringn(area.x, y, "marks", usize::from(name), theme.dim);
            marks::draw(&grid, self.timeline, Rect { y, ..plot }, buffer, theme);
            y += 1;
        }
        if y < area.bottom() {
            days(&grid, Rect { y, ..plot }, buffer, theme);
        }
        if let Some(column) = self.cursor_column(&grid) {
            let column = plot.x + column;
            for y in area.y..y.min(area.bottom()) {
                buffer[(column, y)].set_style(theme.focus);
            }
        }
        if y + 1 < area.bottom() {
            let signs = marks::legend(self.timeline, area.width.into());
            buffer.set_stringn(area.x, y + 1, signs, area.width.into(), theme.dim);
        }
    }

    fn cursor_column(&self, grid: &Grid) -> Option<u16> {
        u16::try_from(grid.column(self.cursor?)?).ok()
    }

    fn point_at(&self, grid: &Grid, plot: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(column) = self.cursor_column(grid) else {
            return;
        };
        for y in plot.y..=plot.bottom() {
            let cell = &mut buffer[(plot.x + column, y)];
            if y < plot.bottom() {
                cell.set_char('\u{2502}');
            }
            cell.set_style(theme.focus);
        }
    }

    /// Two lines: whose lines they are, and what the signs mean.
    fn legend(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let width = usize::from(area.width);
        let lines = match (self.theirs, theme.glyphs) {
            (true, Glyphs::Unicode) => {
                "\u{2812}\u{2812}\u{2812} mine, within \u{254c}\u{254c}\u{254c}   \u{2812}\u{2812} \u{2812}\u{2812} theirs, within \u{b7}\u{b7}\u{b7}"
            }
            (false, Glyphs::Unicode) => {
                "\u{2812}\u{2812}\u{2812} mine, within \u{254c}\u{254c}\u{254c}"
            }
            (true, Glyphs::Ascii) => "### mine, within ---   oo oo theirs, within ...",
            (false, Glyphs::Ascii) => "### mine, within ---",
        };
        let signs = marks::legend(self.timeline, width);
        buffer.set_stringn(area.x, area.y, lines, width, theme.dim);
        buffer.set_stringn(area.x, area.y + 1, signs, width, theme.dim);
    }
}

/// Cells to the left of the bars: whose they are.
fn name_width(area: Rect) -> u16 {
    7.min(area.width / 3)
}

/// Whether a point has a line.
fn is_drawn(point: &Point) -> bool {
    matches!(point.show, Show::Figure | Show::Firm)
}

/// Whether a point has a range.
fn is_ranged(point: &Point) -> bool {
    is_drawn(point) || point.show == Show::Range
}

/// The numbers from 0 to 100 and the line beside them.
fn axis(grid: &Grid, plot: Rect, buffer: &mut Buffer, theme: &Theme) {
    let numbers: &[u8] = if grid.rows >= 9 {
        &[0, 25, 50, 75, 100]
    } else {
        &[0, 50, 100]
    };
    for y in plot.y..plot.bottom() {
        buffer.set_string(plot.x - 1, y, "\u{2502}", theme.dim);
    }
    for number in numbers {
        let row = u16::try_from(grid.row(f64::from(*number) / 100.0)).unwrap_or(0);
        let text = format!("{number:>3} \u{2524}");
        buffer.set_string(plot.x - GUTTER, plot.y + row, text, theme.dim);
    }
}

/// The labels of the days.
fn days(grid: &Grid, area: Rect, buffer: &mut Buffer, theme: &Theme) {
    for (column, label) in grid.ticks() {
        let column = u16::try_from(column).unwrap_or(0);
        let width = usize::from(area.width.saturating_sub(column));
        buffer.set_stringn(area.x + column, area.y, label, width, theme.dim);
    }
}

#[cfg(test)]
mod tests;
