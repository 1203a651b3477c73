//! A row of the table: one command in one scope, with its keys and its sentence; and how rows are found.

use super::{Command, Scope, TABLE};

/// One command in one scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What is done.
    pub command: Command,
    /// One or two words: footer, palette.
    pub name: &'static str,
    /// Where.
    pub scope: Scope,
    /// Its keys, each a sequence as the keymap reads it: `"j"`, `"g g"`, `"ctrl-p"`. The first one is shown.
    pub keys: &'static [&'static str],
    /// One sentence for help.
    pub says: &'static str,
    /// Whether the footer names it.
    pub footer: bool,
}

impl Row {
    /// The first key as people read it: `"g g"` is `gg`, `"ctrl-p"` is `^P`.
    pub fn shown(&self) -> String {
        self.keys.first().map_or_else(String::new, |key| shown(key))
    }
}

/// A key sequence as people read it.
pub fn shown(keys: &str) -> String {
    let one = |key: &str| match key {
        "enter" => "Enter".to_owned(),
        "esc" => "Esc".to_owned(),
        "tab" => "Tab".to_owned(),
        "shift-tab" => "Shift-Tab".to_owned(),
        "space" => "Space".to_owned(),
        "up" => "\u{2191}".to_owned(),
        "down" => "\u{2193}".to_owned(),
        "left" => "\u{2190}".to_owned(),
        "right" => "\u{2192}".to_owned(),
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "home" => "Home".to_owned(),
        "end" => "End".to_owned(),
        key => key
            .strip_prefix("ctrl-")
            .map_or_else(|| key.to_owned(), |c| format!("^{}", c.to_uppercase())),
    };
    keys.split(' ').map(one).collect()
}

/// The rows of some scopes, in the order of the scopes and the table.
pub fn rows(scopes: &[Scope]) -> impl Iterator<Item = &'static Row> + '_ {
    scopes
        .iter()
        .flat_map(|scope| TABLE.iter().filter(move |row| row.scope == *scope))
}

/// The row of a command in the innermost of some scopes that has it.
pub fn row(command: Command, scopes: &[Scope]) -> Option<&'static Row> {
    rows(scopes).find(|row| row.command == command)
}
