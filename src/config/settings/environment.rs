//! Variables of the environment that go before a setting.

use super::Key;
use crate::config::child::COMMAND_BY;

/// Whether a variable is set to something.
pub type Environment = fn(&str) -> bool;

/// The environment in which nothing is set.
pub fn nothing_set(_: &str) -> bool {
    false
}

/// The environment of this process.
pub fn set_here(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// The variable that goes before a key, if there is one.
pub(super) fn by_environment(key: &Key) -> Option<&'static str> {
    match (key.table, key.name) {
        ("", "profile") => Some(PROFILE_BY),
        ("", "passphrase_command") => Some(COMMAND_BY),
        ("look", "colour") => Some("NO_COLOR"),
        _ => None,
    }
}

/// The environment variable that chooses the profile.
pub const PROFILE_BY: &str = "TRUSTLINE_PROFILE";
