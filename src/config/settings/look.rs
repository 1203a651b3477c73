//! The table `[look]` of the settings: colours and marks of the screen.

/// With which marks the screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// Those that the terminal can show, as far as its environment tells.
    #[default]
    Auto,
    /// Lines, blocks and signs of Unicode.
    Unicode,
    /// Nothing but ASCII, as far as the program itself draws.
    Ascii,
}

/// How many colours the terminal is taken to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// As many as its environment tells.
    #[default]
    Auto,
    /// None: only bold, dim, underlined and reversed.
    None,
    /// Its own palette of sixteen.
    Sixteen,
    /// The 256 that most terminals share.
    Many,
    /// Any colour.
    Full,
}

/// What the table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The name of the theme: a built-in one, or one of the user's own.
    pub theme: String,
    /// The marks.
    pub glyphs: Glyphs,
    /// The colours.
    pub colour: Depth,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: "terminal".to_owned(),
            glyphs: Glyphs::default(),
            colour: Depth::default(),
        }
    }
}

impl Glyphs {
    /// Each by its word.
    pub const WORDS: &[&str] = &["auto", "unicode", "ascii"];

    /// By its word.
    pub fn of(word: &str) -> Self {
        match word {
            "unicode" => Self::Unicode,
            "ascii" => Self::Ascii,
            _ => Self::Auto,
        }
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

impl Depth {
    /// Each by its word.
    pub const WORDS: &[&str] = &["auto", "none", "16", "256", "true"];

    /// By its word.
    pub fn of(word: &str) -> Self {
        match word {
            "none" => Self::None,
            "16" => Self::Sixteen,
            "256" => Self::Many,
            "true" => Self::Full,
            _ => Self::Auto,
        }
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}
