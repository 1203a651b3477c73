//! The ink of a chart: braille lines, the edges of a range, bars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{is_drawn, is_ranged};
use crate::domain::marks::{BARS, Glyphs};
use crate::domain::plot::{Grid, steps};
use crate::domain::reliability::Show;
use crate::domain::trend::Point;
use crate::tui::theme::Theme;

/// The strokes of both sides where there is no braille.
const MINE: char = '#';
const THEIRS: char = 'o';

/// The dots of a cell of braille, by column and row.
const DOTS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// Two lines on a grid of braille dots, two by four to a cell.
pub struct Strokes {
    grid: Grid,
    mine: Vec<u8>,
    theirs: Vec<u8>,
}

impl Strokes {
    /// Nothing drawn yet.
    pub fn new(grid: Grid) -> Self {
        let cells = grid.columns * grid.rows;
        Self {
            grid,
            mine: vec![0; cells],
            theirs: vec![0; cells],
        }
    }

    /// My line: unbroken.
    pub fn mine(&mut self, points: &[Point]) {
        for (x, y) in path(&self.grid, points) {
            dot(&self.grid, &mut self.mine, x, y);
        }
    }

    /// Their line: dashes of two cells with a gap of one.
    pub fn theirs(&mut self, points: &[Point]) {
        for (x, y) in path(&self.grid, points) {
            if x % 6 < 4 {
                dot(&self.grid, &mut self.theirs, x, y);
            }
        }
    }

    /// Lays the lines over what is there.
    pub fn draw(&self, plot: Rect, buffer: &mut Buffer, theme: &Theme) {
        let rows = plot
            .rows()
            .zip(self.mine.chunks(self.grid.columns))
            .zip(self.theirs.chunks(self.grid.columns));
        for ((row, mine), theirs) in rows {
            for ((at, mine), theirs) in row.columns().zip(mine).zip(theirs) {
                let (bits, style) = match (mine, theirs) {
                    (0, 0) => continue,
                    (0, bits) => (*bits, theme.theirs),
                    // mine stays unbroken where both run through one cell
                    (bits, _) => (*bits, theme.mine),
                };
                let glyph = match theme.glyphs {
                    Glyphs::Unicode => char::from_u32(0x2800 + u32::from(bits)).unwrap_or(' '),
                    // a cell is one dot then: each side has a stroke of its own
                    Glyphs::Ascii if *mine == 0 => THEIRS,
                    Glyphs::Ascii => MINE,
                };
                buffer[(at.x, at.y)].set_char(glyph).set_style(style);
            }
        }
    }
}

fn dot(grid: &Grid, cells: &mut [u8], x: usize, y: usize) {
    let (column, row) = (x / 2, y / 4);
    if column < grid.columns && row < grid.rows {
        cells[row * grid.columns + column] |= DOTS[x % 2][y % 4];
    }
}

/// The dots of an unbroken line through the points that have a figure: column and row. A point below the
/// evidence floor ends the line.
fn path(grid: &Grid, points: &[Point]) -> Vec<(usize, usize)> {
    let fine = Grid {
        columns: grid.columns * 2,
        rows: grid.rows * 4,
        ..*grid
    };
    let place = |p: &Point| fine.column(p.day).map(|x| (x, fine.row(p.mean)));
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<(usize, usize)> = None;
    for point in points {
        let here = is_drawn(point).then(|| place(point)).flatten();
        if let Some((x1, y1)) = here {
            let (x0, y0) = before.unwrap_or((x1, y1));
            let mut last = y0;
            for x in x0..=x1 {
                let y = between((x0, y0), (x1, y1), x);
                out.push((x, y));
                let (low, high) = (last.min(y), last.max(y));
                out.extend(
                    (low..=high)
                        .filter(|row| *row != y && *row != last)
                        .map(|row| (x, row)),
                );
                last = y;
            }
        }
        before = here;
    }
    out
}

/// The row of a straight line at a column between two points.
fn between(from: (usize, usize), to: (usize, usize), x: usize) -> usize {
    let wide = (to.0 - from.0).max(1);
    let gone = x - from.0;
    if to.1 >= from.1 {
        from.1 + ((to.1 - from.1) * gone + wide / 2) / wide
    } else {
        from.1 - ((from.1 - to.1) * gone + wide / 2) / wide
    }
}

/// For every column the nearest point at or after it, so that a range has no holes between days.
fn by_column<'a>(grid: &Grid, points: &'a [Point]) -> Vec<Option<&'a Point>> {
    let mut out = vec![None; grid.columns];
    for pair in points.windows(2) {
        let (Some(from), Some(to)) = (grid.column(pair[0].day), grid.column(pair[1].day)) else {
            continue;
        };
        for (column, cell) in out.iter_mut().enumerate().take(to + 1).skip(from) {
            let nearer = if column - from < to - column {
                &pair[0]
            } else {
                &pair[1]
            };
            *cell = Some(nearer);
        }
    }
    if let [only] = points
        && let Some(column) = grid.column(only.day)
    {
        out[column] = Some(only);
    }
    out
}

/// The edges of one side's range, in its own grain: the lines stand in front, what lies between stays clear.
pub fn edges(
    grid: &Grid,
    points: &[Point],
    plot: Rect,
    buffer: &mut Buffer,
    (grain, style): (char, Style),
) {
    for (column, point) in by_column(grid, points).into_iter().enumerate() {
        let Some(point) = point.filter(|p| is_ranged(p)) else {
            continue;
        };
        let x = plot.x + u16::try_from(column).unwrap_or(0);
        for row in [grid.row(point.hi), grid.row(point.lo)] {
            let y = plot.y + u16::try_from(row).unwrap_or(0);
            let cell = &mut buffer[(x, y)];
            // where the edges of both sides meet, they take turns
            let is_free = [" ", "\u{2591}"].contains(&cell.symbol());
            let is_taken = !is_free && !cell.symbol().starts_with(grain);
            if !is_taken || column % 2 == 0 {
                cell.set_char(grain).set_style(style);
            }
        }
    }
}

/// One side as a line of bars: `░` where only a range may be shown, `·` below the evidence floor.
pub fn bars(
    grid: &Grid,
    points: &[Point],
    area: Rect,
    buffer: &mut Buffer,
    (style, dim): (Style, Style),
) {
    for (column, point) in by_column(grid, points).into_iter().enumerate() {
        let Some(point) = point else { continue };
        let (glyph, style) = match point.show {
            Show::Figure | Show::Firm => (BARS[steps(point.mean, 7)], style),
            Show::Range => ("\u{2591}", dim),
            Show::Counts | Show::Stale => ("\u{b7}", dim),
        };
        let x = area.x + u16::try_from(column).unwrap_or(0);
        buffer[(x, area.y)].set_symbol(glyph).set_style(style);
    }
}
