//! From keys to commands: reads the key sequences of the table and finds what was pressed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::command::{Command, Scope, TABLE};

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
        "f9" => KeyCode::F(9),
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

/// The keys of the table, read once.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<(Scope, Vec<Press>, Command)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let each = TABLE.iter().flat_map(|row| {
            row.keys
                .iter()
                .filter_map(|keys| Some((row.scope, sequence(keys)?, row.command)))
        });
        Self {
            rows: each.collect(),
        }
    }
}

impl Keymap {
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

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for row in TABLE {
            for keys in row.keys {
                assert!(sequence(keys).is_some(), "{keys} of {}", row.name);
            }
        }
    }

    #[test]
    fn no_key_is_told_twice_or_begins_another_where_both_apply() {
        let keymap = Keymap::default();
        let reach = |scope: Scope| match scope {
            Scope::CheckIn | Scope::NobodyDue | Scope::Text | Scope::Steps => {
                vec![scope, Scope::Global]
            }
            Scope::Item | Scope::About | Scope::List | Scope::Global => {
                vec![Scope::Item, Scope::About, Scope::List, Scope::Global]
            }
            Scope::Triage => vec![scope, Scope::Item, Scope::List, Scope::Global],
            // a page of help is searched where it stands, not the journal
            Scope::Article => vec![scope, Scope::List],
            // what was typed and not saved is no record yet
            Scope::Unfinished => vec![scope, Scope::About, Scope::List, Scope::Global],
            // menus and places to type in come before everything else
            Scope::Form
            | Scope::Forget
            | Scope::Value
            | Scope::Settings
            | Scope::Quick
            | Scope::Choose
            | Scope::Search
            | Scope::Confirm
            | Scope::Gate
            | Scope::Offer
            | Scope::Add
            | Scope::Settle(_) => vec![scope],
            // neither what leaves nor a file is a record that something could be done about
            Scope::Brief | Scope::Backups | Scope::Profiles => {
                vec![scope, Scope::List, Scope::Global]
            }
            Scope::Import | Scope::Unite | Scope::Imported => {
                vec![scope, Scope::Text, Scope::Global]
            }
            page => vec![page, Scope::Item, Scope::About, Scope::List, Scope::Global],
        };
        for row in TABLE {
            let scopes = reach(row.scope);
            let here: Vec<_> = keymap
                .rows
                .iter()
                .filter(|r| scopes.contains(&r.0))
                .collect();
            for (n, (scope, keys, command)) in here.iter().enumerate() {
                for (_, other, second) in here.iter().skip(n + 1) {
                    assert!(
                        !other.starts_with(keys) && !keys.starts_with(other),
                        "{keys:?} in {scope:?} means {command:?} and {second:?}"
                    );
                }
            }
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
