//! A style as a sequence around a text, for lines that are said outside the screen.

use ratatui::style::{Color, Modifier, Style};

use super::Theme;

/// The text in a style on the theme's own paper, and the terminal's own after it.
pub fn ansi(theme: &Theme, style: Style, text: &str) -> String {
    const FLAGS: [(Modifier, &str); 5] = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ];
    let (ink, paper) = theme.ground();
    let given = |colour: Option<Color>| colour.filter(|colour| *colour != Color::Reset);
    let mut codes: Vec<String> = FLAGS
        .iter()
        .filter(|(flag, _)| style.add_modifier.contains(*flag))
        .map(|(_, code)| (*code).to_owned())
        .collect();
    codes.extend(given(style.fg).or(ink).and_then(|ink| code(ink, 30)));
    codes.extend(given(style.bg).or(paper).and_then(|ink| code(ink, 40)));
    if codes.is_empty() {
        return text.to_owned();
    }
    format!("\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"))
}

/// The code of a colour; `from`: 30 for letters, 40 for what is behind them.
fn code(colour: Color, from: u8) -> Option<String> {
    if let Color::Rgb(r, g, b) = colour {
        return Some(format!("{};2;{r};{g};{b}", from + 8));
    }
    let n = match colour {
        Color::Indexed(n) => n,
        named => (0..16).find(|n| {
            super::colour(crate::assets::themes::Ink::Index(*n), super::Depth::Sixteen)
                == Some(named)
        })?,
    };
    Some(match n {
        0..=7 => (from + n).to_string(),
        8..=15 => (from + 60 + n - 8).to_string(),
        n => format!("{};5;{n}", from + 8),
    })
}
