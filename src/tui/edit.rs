//! What edits a text, told once: the keys of the arrows and of Emacs for one line and for many, and for what vi's letters
//! mean. Whoever holds a text asks [`Edit::of`] and does it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::keymap::Press;

/// One way to move in a text or to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// One letter back.
    Left,
    /// One letter on.
    Right,
    /// The line above.
    Up,
    /// The line below.
    Down,
    /// The start of the line.
    Start,
    /// The end of the line.
    End,
    /// The start of the text.
    Top,
    /// The end of the text.
    Bottom,
    /// The start of the word, or of the one before.
    WordBack,
    /// The start of the next word.
    WordOn,
    /// The last letter of the word, or of the next one.
    WordEnd,
    /// Takes the letter before away.
    CutLeft,
    /// Takes the letter under the cursor away.
    CutRight,
    /// Takes all back to the start of the word away, to be put back.
    CutWordBack,
    /// Takes all up to the next word away, to be put back.
    CutWordOn,
    /// Takes all up to the end of the word away, to be put back.
    CutWordEnd,
    /// Takes the rest of the line away, to be put back.
    CutToEnd,
    /// Takes the line up to the cursor away, to be put back.
    CutToStart,
    /// Takes the whole line away, to be put back.
    CutLine,
    /// Puts back what was taken away last.
    Put,
    /// Takes the newest change of the text back.
    Undo,
    /// Breaks the line.
    Break,
}

use Edit as E;

/// Each with its keys and its sentence. The last ones are no keys of a keyboard: vi's letters mean them.
const MOTIONS: &[(Edit, &[&str], &str)] = &[
    (E::Left, &["left", "ctrl-b"], "one letter back"),
    (E::Right, &["right", "ctrl-f"], "one letter on"),
    (E::Start, &["home", "ctrl-a"], "the start of the line"),
    (E::End, &["end", "ctrl-e"], "the end of the line"),
    (
        E::WordBack,
        &["ctrl-left", "alt-left", "alt-b"],
        "a word back",
    ),
    (
        E::WordOn,
        &["ctrl-right", "alt-right", "alt-f"],
        "a word on",
    ),
    (E::Top, &["ctrl-home", "alt-<"], "the start of the text"),
    (E::Bottom, &["ctrl-end", "alt->"], "the end of the text"),
    (
        E::CutLeft,
        &["backspace", "ctrl-h"],
        "takes the letter before away",
    ),
    (
        E::CutRight,
        &["delete", "ctrl-d"],
        "takes the letter under the cursor away",
    ),
    (
        E::CutWordBack,
        &["ctrl-w", "alt-backspace", "ctrl-backspace"],
        "takes the word before away",
    ),
    (
        E::CutWordEnd,
        &["alt-d", "ctrl-delete", "alt-delete"],
        "takes the word after away",
    ),
    (E::CutToEnd, &["ctrl-k"], "takes the rest of the line away"),
    (
        E::CutToStart,
        &["ctrl-u"],
        "takes the line up to the cursor away",
    ),
    (E::Put, &["ctrl-y"], "puts back what was taken away last"),
    // a terminal sends the same for Ctrl with / and with _, and it is read as Ctrl with 7
    (
        E::Undo,
        &["ctrl-_", "ctrl-/", "ctrl-7"],
        "takes the newest change of the text back",
    ),
];

/// Those of a text of several lines besides.
const LINES: &[(Edit, &[&str], &str)] = &[
    (E::Up, &["up", "ctrl-p"], "the line above"),
    (E::Down, &["down", "ctrl-n"], "the line below"),
];

/// The number of the first key that no keyboard has: what vi's letters are turned into.
const BEYOND: u8 = 200;

/// What only vi's letters mean.
const INNER: &[Edit] = &[E::WordEnd, E::CutWordOn, E::CutLine, E::Break];

impl Edit {
    /// What a key does to a text; `None`: nothing. A text of one line has no lines above and below.
    pub fn of(key: KeyEvent, lines: bool) -> Option<Self> {
        if let KeyCode::F(n) = key.code
            && let Some(inner) = n.checked_sub(BEYOND)
        {
            return INNER.get(usize::from(inner)).copied();
        }
        let press = Press::from(key);
        let own = MOTIONS.iter();
        let more = LINES.iter().filter(|_| lines);
        own.chain(more)
            .find(|(_, keys, _)| {
                keys.iter()
                    .any(|one| super::keymap::press(one) == Some(press))
            })
            .map(|(edit, ..)| *edit)
    }

    /// A key that means it, for a text that is asked by keys.
    pub fn key(self) -> KeyEvent {
        let all = || MOTIONS.iter().chain(LINES);
        if let Some(press) = all()
            .find(|(edit, ..)| *edit == self)
            .and_then(|(_, keys, _)| super::keymap::press(keys.first()?))
        {
            return press.into();
        }
        let inner = INNER.iter().position(|edit| *edit == self).unwrap_or(0);
        let code = KeyCode::F(BEYOND + u8::try_from(inner).unwrap_or(0));
        KeyEvent::new(code, KeyModifiers::NONE)
    }
}

/// What a key does where text is typed, in words; `None`: nothing.
pub fn says(press: Press) -> Option<&'static str> {
    let means = |keys: &&[&str]| {
        keys.iter()
            .any(|one| super::keymap::press(one) == Some(press))
    };
    let mut all = MOTIONS.iter();
    all.find(|(_, keys, _)| means(keys)).map(|(.., says)| *says)
}

/// Every motion: its keys and what it does.
pub fn motions() -> impl Iterator<Item = (&'static [&'static str], &'static str)> {
    MOTIONS
        .iter()
        .chain(LINES)
        .map(|(_, keys, says)| (*keys, *says))
}
