//! The table `[notice]` of the settings: how the program makes itself heard, and when not.

/// The way of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// No notice at all.
    #[default]
    None,
    /// The terminal's notification, as iTerm2 began it (`OSC 9`).
    Osc9,
    /// The terminal's notification, as urxvt began it (`OSC 777`).
    Osc777,
    /// The terminal's bell.
    Bell,
    /// A command of the user's.
    Command,
}

impl By {
    /// Each by its word.
    pub const WORDS: &[&str] = &["none", "osc9", "osc777", "bell", "command"];

    /// By its word.
    pub fn of(word: &str) -> Self {
        match word {
            "osc9" => Self::Osc9,
            "osc777" => Self::Osc777,
            "bell" => Self::Bell,
            "command" => Self::Command,
            _ => Self::None,
        }
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// What the table holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// The way.
    pub by: By,
    /// The command, with `{title}` and `{body}` where they belong; `""`: none is set.
    pub command: String,
    /// When there is quiet, as it was written: `20:00-08:00, sat, sun`; `""`: never.
    pub quiet: String,
}
