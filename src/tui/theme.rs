//! Semantic roles to styles; the only room that names a colour.
//!
//! By default the terminal's own palette is used (its sixteen colours, its own background). With
//! `NO_COLOR` only bold, dim, underlined and reversed remain. Meaning never hangs on colour alone:
//! what a style marks is always said by a symbol or a word beside it.

use ratatui::style::{Color, Modifier, Style};

/// The styles of every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Plain words.
    pub text: Style,
    /// Words that matter less: dates, help, what is past.
    pub dim: Style,
    /// What matters most in a line: a name.
    pub strong: Style,
    /// The header's title.
    pub title: Style,
    /// A heading within a page.
    pub heading: Style,
    /// A key in the footer and in help.
    pub key: Style,
    /// The line under the cursor, laid over the others.
    pub selected: Style,
    /// My side.
    pub mine: Style,
    /// Their side.
    pub theirs: Style,
    /// My side's range on a chart.
    pub mine_range: Style,
    /// Their side's range on a chart.
    pub theirs_range: Style,
    /// Kept, upheld, repaired.
    pub good: Style,
    /// Due, late, waiting.
    pub warn: Style,
    /// Broken, a breach.
    pub bad: Style,
    /// A repair on its way.
    pub repair: Style,
    /// A nudge of the program's own: never as loud as a person's promise.
    pub nudge: Style,
    /// A sentence of the program in the footer.
    pub message: Style,
    /// An error, a fault beside a field.
    pub error: Style,
    /// A field's label.
    pub label: Style,
    /// The label of the field under the cursor.
    pub focus: Style,
    /// A tag.
    pub tag: Style,
    /// What was searched, in a snippet.
    pub hit: Style,
    /// The frame of a popup, rules and axes.
    pub line: Style,
    /// What lies beneath a popup.
    pub beneath: Style,
}

impl Default for Theme {
    fn default() -> Self {
        Self::colours()
    }
}

impl Theme {
    /// The theme that the environment asks for: without colours when `NO_COLOR` is set and not empty.
    pub fn from_env() -> Self {
        match std::env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => Self::plain(),
            _ => Self::colours(),
        }
    }

    /// The terminal's own palette.
    pub fn colours() -> Self {
        let ink = |colour| Style::new().fg(colour);
        Self {
            heading: ink(Color::Cyan).add_modifier(Modifier::BOLD),
            key: ink(Color::Cyan),
            mine: ink(Color::Blue),
            theirs: ink(Color::Magenta),
            mine_range: ink(Color::Blue).add_modifier(Modifier::DIM),
            theirs_range: ink(Color::Magenta).add_modifier(Modifier::DIM),
            good: ink(Color::Green),
            warn: ink(Color::Yellow),
            bad: ink(Color::Red),
            repair: ink(Color::Cyan),
            message: ink(Color::Green),
            error: ink(Color::Red),
            focus: ink(Color::Cyan).add_modifier(Modifier::BOLD),
            tag: ink(Color::Cyan),
            hit: ink(Color::Yellow).add_modifier(Modifier::BOLD),
            ..Self::plain()
        }
    }

    /// No colour at all.
    pub fn plain() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let dim = plain.add_modifier(Modifier::DIM);
        let underlined = plain.add_modifier(Modifier::UNDERLINED);
        Self {
            text: plain,
            dim,
            strong: bold,
            title: bold,
            heading: bold,
            key: bold,
            // one bar: the colours and the dimness of what lies under it would make it a patchwork
            selected: plain
                .fg(Color::Reset)
                .remove_modifier(Modifier::DIM)
                .add_modifier(Modifier::REVERSED),
            mine: plain,
            theirs: plain,
            mine_range: dim,
            theirs_range: dim,
            good: plain,
            warn: bold,
            bad: bold,
            repair: plain,
            nudge: plain.add_modifier(Modifier::DIM | Modifier::ITALIC),
            message: plain,
            error: bold,
            label: dim,
            focus: bold,
            tag: plain,
            hit: underlined,
            line: dim,
            beneath: dim,
        }
    }
}

/// The paper of a picture of the screen.
pub const PAPER: &str = "#1d2026";

/// The ink of a picture, for a colour of the terminal's palette.
pub fn ink(colour: Color) -> &'static str {
    match colour {
        Color::Blue => "#7aa2f7",
        Color::Magenta => "#d59bf6",
        Color::Green => "#9ece6a",
        Color::Yellow => "#e0af68",
        Color::Red => "#f7768e",
        Color::Cyan => "#7dcfff",
        _ => "#d5d9e0",
    }
}

/// The background of a picture's cell, where it is not the paper itself.
pub fn paper(colour: Color) -> Option<&'static str> {
    (!matches!(colour, Color::Reset)).then(|| ink(colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_no_colour_is_left() {
        let said = format!("{:?}", Theme::plain());
        let colours = [
            "Blue", "Cyan", "Green", "Magenta", "Red", "Yellow", "Rgb", "Indexed",
        ];
        assert!(
            !colours.iter().any(|colour| said.contains(colour)),
            "{said}"
        );
    }

    #[test]
    fn the_background_is_the_terminals_own() {
        for theme in [Theme::colours(), Theme::plain()] {
            assert_eq!(theme.text.bg, None);
            assert_eq!(theme.selected.bg, None);
        }
    }
}
