//! The manner of vi over a text: a mode in which letters move and change, told as keys that edit.
//!
//! It knows nothing of the text. What a letter means is turned into the keys of [`super::edit`], and whoever holds the text
//! does them; so one line, many lines and the lists beneath a line are all moved in alike.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::edit::Edit as E;
use super::keymap::Press;

/// The most times that something is done at once.
const MOST: usize = 999;

/// What becomes of a key.
#[derive(Debug, PartialEq, Eq)]
pub enum Turned {
    /// It is what it is.
    Same,
    /// These instead, perhaps none.
    Into(Vec<KeyEvent>),
}

/// The mode, and what has begun in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vi {
    normal: bool,
    count: Option<usize>,
    /// `d`, `c` or `g`, until what it is done to follows.
    begun: Option<char>,
}

impl Vi {
    /// What the footer says of it; `None`: letters are typed.
    pub fn says(&self) -> Option<String> {
        if !self.normal {
            return None;
        }
        let count = self.count.map_or_else(String::new, |n| n.to_string());
        let begun = self.begun.map_or_else(String::new, String::from);
        Some(format!("normal {count}{begun}").trim_end().to_owned())
    }

    /// Back to typing, as where another text begins.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Turned {
        if key.code == KeyCode::Esc && !self.normal {
            self.normal = true;
            // the letter that was typed last is under the cursor
            return Turned::Into(vec![back()]);
        }
        if key.code == KeyCode::Esc && (self.count.is_some() || self.begun.is_some()) {
            (self.count, self.begun) = (None, None);
            return Turned::Into(Vec::new());
        }
        match key.code {
            KeyCode::Char(letter) if self.normal && Press::from(key).is_text() => {
                Turned::Into(self.letter(letter))
            }
            _ => Turned::Same,
        }
    }

    fn letter(&mut self, letter: char) -> Vec<KeyEvent> {
        if let Some(digit) = letter
            .to_digit(10)
            .filter(|n| *n > 0 || self.count.is_some())
        {
            let digit = usize::try_from(digit).unwrap_or(0);
            let count = self.count.unwrap_or(0).saturating_mul(10) + digit;
            self.count = Some(count.min(MOST));
            return Vec::new();
        }
        if let Some(begun) = self.begun.take() {
            let count = self.count.take().unwrap_or(1);
            return self.over(begun, letter, count);
        }
        if matches!(letter, 'd' | 'c' | 'g') {
            self.begun = Some(letter);
            return Vec::new();
        }
        let count = self.count.take().unwrap_or(1);
        self.alone(letter, count)
    }

    /// What a letter means by itself.
    fn alone(&mut self, letter: char, count: usize) -> Vec<KeyEvent> {
        let times = |edit: E| vec![edit.key(); count];
        let once = |edits: &[E]| edits.iter().map(|edit| edit.key()).collect();
        match letter {
            'h' => times(E::Left),
            'l' | ' ' => times(E::Right),
            'j' => times(E::Down),
            'k' => times(E::Up),
            'w' => times(E::WordOn),
            'b' => times(E::WordBack),
            'e' => times(E::WordEnd),
            '0' | '^' => once(&[E::Start]),
            '$' => once(&[E::End]),
            'G' => once(&[E::Bottom]),
            'x' => times(E::CutRight),
            'X' => times(E::CutLeft),
            'D' => once(&[E::CutToEnd]),
            'p' | 'P' => times(E::Put),
            'u' => times(E::Undo),
            'i' => self.typing(&[]),
            'I' => self.typing(&[E::Start]),
            'A' => self.typing(&[E::End]),
            'C' => self.typing(&[E::CutToEnd]),
            'S' => self.typing(&[E::Start, E::CutToEnd]),
            's' => self.typing(&[E::CutRight]),
            'o' => self.typing(&[E::End, E::Break]),
            'O' => self.typing(&[E::Start, E::Break, E::Up]),
            'a' => {
                self.normal = false;
                vec![on()]
            }
            _ => Vec::new(),
        }
    }

    /// What `d`, `c` or `g` does to what follows.
    fn over(&mut self, begun: char, letter: char, count: usize) -> Vec<KeyEvent> {
        if begun == 'g' {
            return match letter {
                'g' => vec![E::Top.key()],
                _ => Vec::new(),
            };
        }
        let changes = begun == 'c';
        let cut = match letter {
            // cw leaves the space after the word, dw takes it
            'w' if changes => E::CutWordEnd,
            'w' => E::CutWordOn,
            'e' => E::CutWordEnd,
            'b' => E::CutWordBack,
            '$' => E::CutToEnd,
            '0' | '^' => E::CutToStart,
            'h' => E::CutLeft,
            'l' => E::CutRight,
            'd' if !changes => E::CutLine,
            'c' if changes => return self.typing(&[E::Start, E::CutToEnd]),
            _ => return Vec::new(),
        };
        self.normal &= !changes;
        vec![cut.key(); count]
    }

    /// Letters are typed again, after these.
    fn typing(&mut self, edits: &[E]) -> Vec<KeyEvent> {
        self.normal = false;
        edits.iter().map(|edit| edit.key()).collect()
    }
}

/// One letter back, and nothing else: an arrow would turn a choice.
fn back() -> KeyEvent {
    KeyEvent::new(KeyCode::Char('b'), KeyModifiers::CONTROL)
}

/// One letter on, and nothing else: an arrow would complete a name.
fn on() -> KeyEvent {
    KeyEvent::new(KeyCode::Char('f'), KeyModifiers::CONTROL)
}

#[cfg(test)]
mod tests;
