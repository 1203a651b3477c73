//! Semantic roles to styles; the only room that names a colour.
//!
//! A theme is a file ([`crate::assets::themes`]) in the colours that the terminal can show. By default the terminal's own
//! palette is used (its sixteen colours, its own background). Without colours `mono` is worn: only bold, dim, underlined and
//! reversed remain. Meaning never hangs on colour alone: what a style marks is always said by a symbol or a word beside it.

mod ansi;
mod depth;
mod seen;
mod worn;

use std::sync::OnceLock;

use ratatui::style::{Color, Modifier, Style};

use crate::assets::themes::{self, Ink, Look, Sheet};
use crate::domain::marks::Glyphs;

pub use ansi::ansi;
pub use depth::{Depth, contrast};
pub use seen::{Seen, depth_seen, glyphs_seen, is_light, of_process};
pub use worn::{Worn, glyphs, worn};

/// Makes the theme of its roles, which have the names of [`themes::ROLES`].
macro_rules! roles {
    ($($(#[$says:meta])* $role:ident;)+) => {
        /// The styles of every role, and the marks that go with them.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$says])* pub $role: Style,)+
            /// The set of marks that is drawn.
            pub glyphs: Glyphs,
        }

        impl Theme {
            /// A theme as it is written, in so many colours.
            pub fn of(sheet: &Sheet, depth: Depth) -> Self {
                Self {
                    $($role: style(&sheet.look(stringify!($role)), depth),)+
                    glyphs: Glyphs::Unicode,
                }
            }

            /// Every role by its name.
            pub fn roles(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($role), self.$role)),+]
            }
        }
    };
}

roles! {
    /// Plain words.
    text;
    /// Words that matter less: dates, help, what is past.
    dim;
    /// What matters most in a line: a name.
    strong;
    /// The header's title.
    title;
    /// A heading within a page.
    heading;
    /// A key in the footer and in help.
    key;
    /// The line under the cursor, laid over the others.
    selected;
    /// My side.
    mine;
    /// Their side.
    theirs;
    /// My side's range on a chart.
    mine_range;
    /// Their side's range on a chart.
    theirs_range;
    /// Kept, upheld, repaired.
    good;
    /// Due, late, waiting.
    warn;
    /// Broken, a breach.
    bad;
    /// A repair on its way.
    repair;
    /// A nudge of the program's own: never as loud as a person's promise.
    nudge;
    /// A sentence of the program in the footer.
    message;
    /// An error, a fault beside a field.
    error;
    /// A field's label.
    label;
    /// The label of the field under the cursor.
    focus;
    /// A tag.
    tag;
    /// What was searched, in a snippet.
    hit;
    /// The frame of a popup, rules and axes.
    line;
    /// What lies beneath a popup.
    beneath;
}

impl Default for Theme {
    fn default() -> Self {
        Self::colours()
    }
}

impl Theme {
    /// The terminal's own palette.
    pub fn colours() -> Self {
        Self::built_in(themes::USUAL, Depth::True)
    }

    /// No colour at all.
    pub fn plain() -> Self {
        static PLAIN: OnceLock<Theme> = OnceLock::new();
        PLAIN
            .get_or_init(|| Self::built_in("mono", Depth::None))
            .clone()
    }

    /// A built-in theme in so many colours; without a style, where there is none of this name.
    pub fn built_in(name: &str, depth: Depth) -> Self {
        match themes::built_in(name) {
            Some(sheet) => Self::of(sheet, depth),
            None => Self::of(&Sheet::bare(name), depth),
        }
    }

    /// The same with a set of marks.
    #[must_use]
    pub fn with_glyphs(mut self, glyphs: Glyphs) -> Self {
        self.glyphs = glyphs;
        self
    }

    /// The ink and the paper of its own that it draws the whole screen in; `None`: the terminal's.
    pub fn ground(&self) -> (Option<Color>, Option<Color>) {
        let own = |colour: Option<Color>| colour.filter(|colour| *colour != Color::Reset);
        (own(self.text.fg), own(self.text.bg))
    }
}

/// A look as a style, in so many colours.
fn style(look: &Look, depth: Depth) -> Style {
    const FLAGS: [Modifier; 5] = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ];
    let mut style = Style::new();
    style.fg = look.fg.and_then(|ink| colour(ink, depth));
    style.bg = look.bg.and_then(|ink| colour(ink, depth));
    for (flag, set) in FLAGS.into_iter().zip(look.flags) {
        style = match set {
            Some(true) => style.add_modifier(flag),
            Some(false) => style.remove_modifier(flag),
            None => style,
        };
    }
    style
}

/// A colour as the terminal is told it; `None`: it shows none.
fn colour(ink: Ink, depth: Depth) -> Option<Color> {
    const PALETTE: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match depth.brings(ink) {
        // not a colour, but none of what lies beneath
        Ink::Own => Some(Color::Reset),
        _ if depth == Depth::None => None,
        Ink::Index(n) => Some(
            PALETTE
                .get(usize::from(n))
                .copied()
                .unwrap_or(Color::Indexed(n)),
        ),
        Ink::Rgb(r, g, b) => Some(Color::Rgb(r, g, b)),
    }
}

/// Red, green and blue of a colour, as xterm has it; `None`: it is the terminal's own.
pub fn rgb(colour: Color) -> Option<(u8, u8, u8)> {
    let named = (0..16).find(|n| self::colour(Ink::Index(*n), Depth::Sixteen) == Some(colour));
    match (colour, named) {
        (Color::Rgb(r, g, b), _) => Some((r, g, b)),
        (Color::Indexed(n), _) | (_, Some(n)) => Some(depth::xterm(n)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
