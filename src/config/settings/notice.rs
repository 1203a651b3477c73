//! The table `[notice]` of the settings: how the program makes itself heard, and when not.

use chrono::NaiveTime;

use crate::domain::notice::{MORNING, Rule};
use crate::domain::quiet::Quiet;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The way.
    pub by: By,
    /// The command, with `{title}` and `{body}` where they belong; `""`: none is set.
    pub command: String,
    /// When there is quiet, as it was written: `20:00-08:00, sat, sun`; `""`: never.
    pub quiet: String,
    /// When the line of the morning comes; `None`: never.
    pub morning: Option<NaiveTime>,
    /// Whether what the program itself suggests comes, too.
    pub nudges: bool,
}

impl Default for Notice {
    fn default() -> Self {
        Self {
            by: By::None,
            command: String::new(),
            quiet: String::new(),
            morning: Some(MORNING),
            nudges: true,
        }
    }
}

impl Notice {
    /// What is told and when.
    pub fn rule(&self) -> Rule {
        Rule {
            morning: self.morning,
            nudges: self.nudges,
            // it was read when it was set
            quiet: Quiet::read(&self.quiet).unwrap_or_default(),
        }
    }
}

/// When the line of the morning comes, as it is written; `Err`: that is no time.
pub(super) fn morning(written: &str) -> Result<Option<NaiveTime>, String> {
    if written == "off" {
        return Ok(None);
    }
    let time = NaiveTime::parse_from_str(written, "%H:%M");
    time.map(Some).map_err(|_| String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_morning_is_a_time_or_off() {
        assert_eq!(morning("08:00"), Ok(Some(MORNING)));
        assert_eq!(morning("off"), Ok(None));
        for wrong in ["", "8", "25:00", "soon"] {
            assert!(morning(wrong).is_err(), "{wrong}");
        }
    }
}
