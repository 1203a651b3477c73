//! What the screen wears: its styles and its keys, chosen once for the whole program.

use super::keymap::Keymap;
use super::theme::Theme;
use crate::config::settings::Settings;

/// The outfit.
#[derive(Debug, Clone, Default)]
pub struct Outfit {
    /// The styles of every role.
    pub theme: Theme,
    /// The keys in force.
    pub keymap: Keymap,
}

impl Outfit {
    /// As the settings and the environment ask for.
    pub fn of(_: &Settings) -> Self {
        Self::from(Theme::from_env())
    }
}

impl From<Theme> for Outfit {
    fn from(theme: Theme) -> Self {
        Self {
            theme,
            keymap: Keymap::default(),
        }
    }
}
