//! A row of the table: one command in one scope, with its keys and its sentence; and how rows are found.

use super::force;
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
    /// Its usual keys, each a sequence as the keymap reads it: `"j"`, `"g g"`, `"ctrl-p"`. The first one is shown.
    pub usual: &'static [&'static str],
    /// One sentence for help.
    pub says: &'static str,
    /// Whether the footer names it.
    pub footer: bool,
}

impl Row {
    /// The keys in force: the usual ones, or those of the user.
    pub fn keys(&self) -> &'static [&'static str] {
        force::own(self).unwrap_or(self.usual)
    }

    /// The first key as people read it: `"g g"` is `gg`, `"ctrl-p"` is `^P`; blank where the user took all of them away.
    pub fn shown(&self) -> String {
        self.keys()
            .first()
            .map_or_else(String::new, |key| shown(key))
    }

    /// Its name as `keys.toml` writes it: `check in` is `check-in`.
    pub fn word(&self) -> String {
        folded(self.name)
    }
}

/// A name as `keys.toml` writes it: its words in small letters, with a dash between them.
fn folded(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// The key of a command in a scope as a sentence names it: the first one in force. Where it has none, what finds it in
/// the palette stands there.
pub fn key(scope: Scope, command: Command) -> String {
    let found = TABLE
        .iter()
        .find(|row| row.scope == scope && row.command == command);
    found.map_or_else(String::new, |row| match row.keys().first() {
        Some(key) => shown(key),
        None => format!("\u{201c}{}\u{201d}", row.name),
    })
}

/// The same while text is typed, where a letter is no key.
pub fn key_typing(scope: Scope, command: Command) -> String {
    let found = TABLE
        .iter()
        .find(|row| row.scope == scope && row.command == command);
    let named = found.and_then(|row| row.keys().iter().find(|key| key.chars().count() > 1));
    named.map_or_else(|| key(scope, command), |key| shown(key))
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

/// A sentence that names keys: as `format!`, and `c = About.Commit` is the key of that command in force.
macro_rules! told {
    ($says:literal $(, $name:ident = $scope:ident . $command:ident)+ $(,)?) => {
        format!($says $(, $name = $crate::tui::command::key(
            $crate::tui::command::Scope::$scope,
            $crate::tui::command::Command::$command,
        ))+)
    };
}
pub(crate) use told;
