//! What the screen wears: its styles and its keys, chosen once for the whole program.

use std::path::Path;

use super::keymap::Keymap;
use super::theme::{self, Theme};
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
    /// As the settings and the environment ask for; the folder is the one in which the settings, own themes and own keys
    /// lie.
    pub fn of(settings: &Settings, folder: Option<&Path>) -> Self {
        Self {
            theme: theme::worn(folder, &settings.look, &theme::of_process).theme,
            keymap: Keymap::of(folder),
        }
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
