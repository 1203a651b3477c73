//! A picture of a screen: the cells of a drawn buffer as one SVG, so that the README shows what the program draws.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::harness::{self, Trial};
use super::theme::{self, Depth, Theme};
use crate::error::Result;
use crate::journal::Journal;

/// Red, green and blue.
type Rgb = (u8, u8, u8);

/// The width and height of a cell, and the size of its letters, in units of the picture: letters that are
/// as wide as their cell in the usual fixed-width fonts (0.602 of their size).
const CELL: (usize, usize) = (8, 17);
const LETTERS: f32 = 13.29;

/// A picture: its name, the keys that lead to it, its size, what it shows.
type Shown = (&'static str, &'static str, (u16, u16), &'static str);

/// What is seen first of all, over a journal with nothing in it.
const FIRST: [Shown; 1] = [(
    "welcome",
    "",
    (80, 24),
    "The first screen: what belongs here, and which key begins",
)];

/// The pictures of the README: a name, the keys that lead to the screen, its size, what it shows.
const SHOWN: [Shown; 7] = [
    (
        "today",
        "",
        (80, 24),
        "Today: promises of both sides that are due, feedback not yet said, check-ins due",
    ),
    (
        "relationship",
        ": \"jonas\" enter",
        (104, 36),
        "A relationship: counts first, then figures with their range; the reliability timeline of both sides",
    ),
    (
        "checkin",
        "w 4 5",
        (92, 28),
        "The weekly check-in: each question beside last time's answer",
    ),
    (
        "prep",
        ": \"priya\" enter p",
        (92, 30),
        "Before a one-on-one: what happened, what is open on both sides, one question worth asking",
    ),
    (
        "brief",
        ": \"priya\" enter b tab",
        (104, 32),
        "The brief: what leaves for its reader, line by line, private lines unticked",
    ),
    (
        "team",
        "g m down enter",
        (92, 26),
        "A team: what check-ins covered, facet by facet, and what moved; never worth",
    ),
    (
        "repair",
        ": \"margit\" enter r",
        (104, 30),
        "A repair plan: its five stages, the run of kept steps, what is next",
    ),
];

/// Every picture of the README, by the name of its file: drawn from the sample journal through the real keys.
///
/// # Errors
/// When the sample cannot be loaded.
pub fn pictures() -> Result<Vec<(String, String)>> {
    let mut drawn = Vec::new();
    let shown = SHOWN
        .into_iter()
        .map(|shown| (shown, harness::sample as fn() -> Result<Journal>));
    let first = FIRST
        .into_iter()
        .map(|shown| (shown, harness::empty as fn() -> Result<Journal>));
    for ((name, keys, (width, height), says), over) in shown.chain(first) {
        let mut trial = Trial::dressed(over()?, dark().into(), width, height);
        trial.keys(keys)?;
        drawn.push((format!("{name}.svg"), svg(&trial.buffer(), says)));
    }
    Ok(drawn)
}

/// The theme of the pictures: one with a paper of its own, which a picture needs.
fn dark() -> Theme {
    Theme::built_in("dark", Depth::True)
}

/// The ink and the paper where a cell has none of its own.
fn ground() -> (Rgb, Rgb) {
    let (ink, paper) = dark().ground();
    let of = |colour: Option<Color>, else_: Rgb| colour.and_then(theme::rgb).unwrap_or(else_);
    (of(ink, (255, 255, 255)), of(paper, (0, 0, 0)))
}

fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The screen as an SVG document, described by a sentence for those who cannot see it.
pub fn svg(buffer: &Buffer, says: &str) -> String {
    let area = buffer.area;
    let (width, height) = (
        usize::from(area.width) * CELL.0 + 16,
        usize::from(area.height) * CELL.1 + 16,
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"{LETTERS}\">\n\
         <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{}\"/>\n",
        escaped(says),
        hex(ground().1),
    );
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let run = run(buffer, x, y);
            draw(
                &mut out,
                &run,
                usize::from(x - area.left()),
                usize::from(y - area.top()),
            );
            x += run.cells;
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Neighbouring cells of one style.
struct Run<'a> {
    first: &'a Cell,
    text: String,
    cells: u16,
}

fn run(buffer: &Buffer, x: u16, y: u16) -> Run<'_> {
    let first = &buffer[(x, y)];
    let alike =
        |cell: &Cell| (cell.fg, cell.bg, cell.modifier) == (first.fg, first.bg, first.modifier);
    let mut run = Run {
        first,
        text: String::new(),
        cells: 0,
    };
    while x + run.cells < buffer.area.right() && alike(&buffer[(x + run.cells, y)]) {
        let symbol = buffer[(x + run.cells, y)].symbol();
        let wide = symbol.width().max(1);
        if wide > 1 && run.cells > 0 {
            break;
        }
        run.text.push_str(symbol);
        // the second cell of a wide letter is an empty one behind it
        run.cells += u16::try_from(wide).unwrap_or(1);
        if wide > 1 {
            // each stands alone: fonts disagree on how wide a wide letter is
            break;
        }
    }
    run
}

fn draw(out: &mut String, run: &Run<'_>, x: usize, y: usize) {
    let ground = ground();
    let mut ink = theme::rgb(run.first.fg).unwrap_or(ground.0);
    let mut paper = theme::rgb(run.first.bg).unwrap_or(ground.1);
    if run.first.modifier.contains(Modifier::REVERSED) {
        (ink, paper) = (paper, ink);
    }
    let ink = hex(ink);
    let (left, top) = (x * CELL.0 + 8, y * CELL.1 + 8);
    let wide = usize::from(run.cells) * CELL.0;
    if paper != ground.1 {
        let paper = hex(paper);
        let _ = writeln!(
            out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"{paper}\"/>",
            CELL.1
        );
    }
    if run.text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    if run.first.modifier.contains(Modifier::BOLD) {
        style.push_str(" font-weight=\"bold\"");
    }
    if run.first.modifier.contains(Modifier::DIM) {
        style.push_str(" opacity=\"0.62\"");
    }
    if run.first.modifier.contains(Modifier::UNDERLINED) {
        style.push_str(" text-decoration=\"underline\"");
    }
    let base = top + CELL.1 - 4;
    let text = escaped(&run.text);
    let _ = writeln!(
        out,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" xml:space=\"preserve\" fill=\"{ink}\"{style}>{text}</text>"
    );
}

fn escaped(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control());
    plain.fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn the_pictures_of_the_readme_are_those_that_the_program_draws_today() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures");
        for (name, drawn) in pictures().expect("pictures") {
            let kept = std::fs::read_to_string(folder.join(&name)).expect("a kept picture");
            assert!(
                kept == drawn,
                "{name} has changed: cargo run -- pictures assets/pictures"
            );
        }
    }

    #[test]
    fn a_picture_holds_the_words_and_no_markup_of_theirs() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        buffer.set_string(0, 0, "<b> & \u{4f60}\u{597d}", Style::new());
        let picture = svg(&buffer, "a \"test\"");
        assert!(picture.contains(">&lt;b&gt; &amp; </text>"), "{picture}");
        // six cells stand before them, and each takes two
        for (letter, left) in [('\u{4f60}', 56), ('\u{597d}', 72)] {
            let stands = |line: &str| {
                line.contains(&format!("x=\"{left}\"")) && line.contains(&format!(">{letter}<"))
            };
            assert!(
                picture.lines().any(stands),
                "{letter} at {left} in {picture}"
            );
        }
    }
}
