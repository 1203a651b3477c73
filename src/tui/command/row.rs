//! A row of the table: one command in one scope, with its keys and its sentence; and how rows are found.

use super::{Command, Scope, TABLE, shown};

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
