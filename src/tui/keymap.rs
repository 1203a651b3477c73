//! From keys to commands: reads the key sequences of the table and finds what was pressed.

mod own;
mod written;

use std::path::Path;
use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::command::force::{self, Own};
use super::command::{Command, Scope, TABLE};

pub use written::{default_file, scopes};

/// One key as it is compared: shift is told by the letter itself, never beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Press {
    code: KeyCode,
    ctrl: bool,
    alt: bool,
}

impl From<KeyEvent> for Press {
    fn from(key: KeyEvent) -> Self {
        let shifted = key.modifiers.contains(KeyModifiers::SHIFT);
        Self {
            code: match key.code {
                KeyCode::Tab if shifted => KeyCode::BackTab,
                // a terminal may send shift beside the small letter
                KeyCode::Char(c) if shifted && c.is_lowercase() => {
                    KeyCode::Char(c.to_uppercase().next().unwrap_or(c))
                }
                code => code,
            },
            ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
            alt: key.modifiers.contains(KeyModifiers::ALT),
        }
    }
}

impl From<Press> for KeyEvent {
    fn from(press: Press) -> Self {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::CONTROL, press.ctrl);
        modifiers.set(KeyModifiers::ALT, press.alt);
        Self::new(press.code, modifiers)
    }
}

impl Press {
    /// It as people read it.
    pub fn shown(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::BackTab => "shift-tab".to_owned(),
            KeyCode::PageUp => "pageup".to_owned(),
            KeyCode::PageDown => "pagedown".to_owned(),
            KeyCode::F(n) => format!("f{n}"),
            code => format!("{code:?}").to_lowercase(),
        };
        let ctrl = if self.ctrl { "ctrl-" } else { "" };
        let alt = if self.alt { "alt-" } else { "" };
        super::command::shown(&format!("{ctrl}{alt}{name}"))
    }

    /// Whether it is a letter, a digit or a mark that is typed as text.
    pub fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl && !self.alt
    }
}

/// Reads one key: a character, or a name with `ctrl-` or `alt-` before it. `None`: there is no such key.
pub fn press(word: &str) -> Option<Press> {
    let (mut rest, mut ctrl, mut alt) = (word, false, false);
    loop {
        if let Some(after) = rest.strip_prefix("ctrl-") {
            (rest, ctrl) = (after, true);
        } else if let Some(after) = rest.strip_prefix("alt-") {
            (rest, alt) = (after, true);
        } else {
            break;
        }
    }
    let code = match rest {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "shift-tab" => KeyCode::BackTab,
        "space" => KeyCode::Char(' '),
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "insert" => KeyCode::Insert,
        f if let Some(n) = f.strip_prefix('f').and_then(|n| n.parse().ok()) => match n {
            1..=12 => KeyCode::F(n),
            _ => return None,
        },
        one => {
            let mut letters = one.chars();
            match (letters.next(), letters.next()) {
                (Some(c), None) => KeyCode::Char(c),
                _ => return None,
            }
        }
    };
    Some(Press { code, ctrl, alt })
}

/// Reads a sequence of keys, with spaces between them. `None`: one of them is no key, or there are none.
pub fn sequence(words: &str) -> Option<Vec<Press>> {
    let keys: Option<Vec<_>> = words.split(' ').map(press).collect();
    keys.filter(|keys| !keys.is_empty())
}

/// What a sequence of keys means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A command.
    Command(Command),
    /// The beginning of one or more.
    Prefix,
    /// Nothing.
    Nothing,
}

/// The keys in force, read once.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Rc<[(Scope, Vec<Press>, Command)]>,
    own: Rc<Own>,
    faults: Rc<[String]>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::with(Own::default())
    }
}

impl Keymap {
    /// The keys of the table with what a folder's `keys.toml` says over them. What is sound there holds.
    pub fn of(folder: Option<&Path>) -> Self {
        let (own, faults) = own::read(folder);
        Self {
            faults: faults.into(),
            ..Self::with(own)
        }
    }

    /// What is wrong in `keys.toml`: a sentence each, with its line.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// What is wrong, in one sentence for the footer.
    pub fn fault(&self) -> Option<String> {
        let first = self.faults.first()?;
        Some(match self.faults.len() - 1 {
            0 => first.clone(),
            more => format!("{first} \u{b7} and {more} more: trustline keys --check"),
        })
    }

    fn with(own: Own) -> Self {
        let keys = |row: &super::command::Row| {
            let own = own.keys.get(&(row.scope, row.command));
            own.copied().unwrap_or(row.usual)
        };
        let each = TABLE.iter().flat_map(|row| {
            keys(row)
                .iter()
                .filter_map(|keys| Some((row.scope, sequence(keys)?, row.command)))
        });
        Self {
            rows: each.collect(),
            own: Rc::new(own),
            faults: Rc::default(),
        }
    }

    /// Puts its keys in force: footers, menus and sentences name them from now on.
    pub fn put(&self) {
        force::put(&self.own);
    }

    /// What was pressed means in some scopes, the innermost first; the global scope is the last.
    pub fn find(&self, pressed: &[Press], scopes: &[Scope]) -> Found {
        let mut prefix = false;
        for scope in scopes.iter().chain(&[Scope::Global]) {
            for (_, keys, command) in self.rows.iter().filter(|row| row.0 == *scope) {
                if keys == pressed {
                    return Found::Command(*command);
                }
                prefix |= keys.starts_with(pressed);
            }
        }
        if prefix {
            Found::Prefix
        } else {
            Found::Nothing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::command::meet;

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for row in TABLE {
            for keys in row.usual {
                assert!(sequence(keys).is_some(), "{keys} of {}", row.name);
            }
        }
    }

    #[test]
    fn no_key_is_told_twice_or_begins_another_where_both_apply() {
        for (n, one) in TABLE.iter().enumerate() {
            for other in TABLE.iter().skip(n + 1).filter(|other| meet(one, other)) {
                for (keys, others) in one
                    .usual
                    .iter()
                    .flat_map(|keys| other.usual.iter().map(move |others| (keys, others)))
                {
                    let typed = |keys: &str| sequence(keys).is_some_and(|k| k[0].is_text());
                    let none = (one.scope.types() && typed(others))
                        || (other.scope.types() && typed(keys));
                    let (a, b) = (
                        sequence(keys).expect("keys"),
                        sequence(others).expect("keys"),
                    );
                    assert!(
                        none || !(a.starts_with(&b) || b.starts_with(&a)),
                        "{keys} is {} and {others} is {}",
                        one.name,
                        other.name
                    );
                }
            }
        }
    }

    #[test]
    fn every_row_is_named_once_in_its_scope() {
        let mut seen = std::collections::HashSet::new();
        for row in TABLE {
            assert!(seen.insert((row.scope.word(), row.word())), "{row:?}");
            assert!(
                seen.insert((row.scope.word(), format!("{:?}", row.command))),
                "{row:?}"
            );
        }
    }

    #[test]
    fn every_row_has_a_name_and_a_sentence() {
        for row in TABLE {
            assert!(!row.name.is_empty() && row.says.ends_with('.'), "{row:?}");
            assert!(row.says.len() <= 90, "{}", row.says);
        }
    }

    #[test]
    fn sequences_and_the_innermost_scope() {
        let keymap = Keymap::default();
        let find =
            |keys: &str, scopes: &[Scope]| keymap.find(&sequence(keys).unwrap_or_default(), scopes);
        assert_eq!(find("g", &[Scope::List]), Found::Prefix);
        assert_eq!(find("g g", &[Scope::List]), Found::Command(Command::Top));
        assert_eq!(find("g t", &[]), Found::Command(Command::GoToday));
        assert_eq!(find("g y", &[Scope::List]), Found::Nothing);
        assert_eq!(find("q", &[Scope::Today]), Found::Command(Command::Back));
        let shifted = KeyEvent::new(KeyCode::Tab, KeyModifiers::SHIFT);
        assert_eq!(Some(Press::from(shifted)), press("shift-tab"));
    }
}
