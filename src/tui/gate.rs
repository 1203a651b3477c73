//! The gate: what is seen while no journal is open. It asks for the passphrase of a locked one, and of a new one whether it
//! should be locked.
//!
//! It knows the name of the file and nothing that is in it. What is typed is counted, never shown.

mod face;
mod secret;
#[cfg(test)]
mod tests;

use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use zeroize::Zeroize;

use super::command::{Command, Scope};
use super::keymap::{Found, Keymap, Press};
use crate::secret::Passphrase;
use secret::Secret;

/// What is asked.
#[derive(Debug)]
enum Asks {
    /// The passphrase of a journal that is locked.
    Open,
    /// Whether a new journal should be locked.
    Offer,
    /// A passphrase for it.
    Choose,
    /// The same once more.
    Again(Passphrase),
}

/// What comes of an event.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Still,
    /// It looks different.
    Drawn,
    /// Open the journal with this.
    Open(Passphrase),
    /// Make a new journal that is locked with this.
    Make(Passphrase),
    /// Make a new journal that is not locked.
    Plain,
    /// Leave the program.
    Leave,
    /// Stop until the shell brings it back.
    Suspend,
}

/// The gate.
#[derive(Debug)]
pub struct Gate {
    asks: Asks,
    typed: Secret,
    keymap: Keymap,
    file: String,
    /// What was wrong.
    wrong: Option<String>,
    /// What goes on beneath.
    note: Option<String>,
    /// Whether it is being opened.
    opening: bool,
    /// Whether a short passphrase was warned about.
    warned: bool,
}

impl Gate {
    /// Before a journal that is locked.
    pub fn locked(file: &Path, keymap: Keymap) -> Self {
        Self::asking(Asks::Open, file, keymap)
    }

    /// Before a new journal.
    pub fn fresh(file: &Path, keymap: Keymap) -> Self {
        Self::asking(Asks::Offer, file, keymap)
    }

    fn asking(asks: Asks, file: &Path, keymap: Keymap) -> Self {
        Self {
            asks,
            typed: Secret::default(),
            keymap,
            file: file.display().to_string(),
            wrong: None,
            note: None,
            opening: false,
            warned: false,
        }
    }

    /// Says what goes on beneath; `None`: nothing.
    pub fn says(&mut self, note: Option<String>) {
        self.note = note;
    }

    /// It was not opened, and why; what was typed is gone.
    pub fn refuses(&mut self, why: &str) {
        self.opening = false;
        self.wrong = Some(why.to_owned());
    }

    /// Wipes what was typed; whether there was something.
    pub fn forget(&mut self) -> bool {
        let any = !self.typed.is_empty();
        self.typed.clear();
        any
    }

    /// Takes an event of the terminal.
    pub fn event(&mut self, event: Event) -> Step {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => Step::Still,
            Event::Key(key) => self.key(key),
            Event::Paste(mut text) => {
                let step = self.pasted(&text);
                text.zeroize();
                step
            }
            Event::Resize(..) | Event::FocusGained => Step::Drawn,
            _ => Step::Still,
        }
    }

    fn scope(&self) -> Scope {
        match self.asks {
            Asks::Open => Scope::Gate,
            Asks::Offer => Scope::Offer,
            Asks::Choose | Asks::Again(_) => Scope::Passphrase,
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        let typing = self.scope().types();
        if typing && self.edits(key) {
            return Step::Drawn;
        }
        let found = self.keymap.find(&[Press::from(key)], &[self.scope()]);
        let Found::Command(command) = found else {
            return Step::Still;
        };
        // a letter of a passphrase is no command
        if typing && matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty() {
            return Step::Still;
        }
        match command {
            Command::Quit => Step::Leave,
            Command::Suspend => Step::Suspend,
            Command::Back => self.back(),
            Command::Open => self.enter(),
            Command::Lock if !typing => self.ask(Asks::Choose),
            Command::No => self.opens(Step::Plain),
            _ => Step::Still,
        }
    }

    /// Takes a key that changes what was typed; whether it was one.
    fn edits(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            // the words cannot be seen, so there is no single one to take away
            KeyCode::Char('u' | 'w') if ctrl => self.typed.clear(),
            KeyCode::Backspace if ctrl || alt => self.typed.clear(),
            KeyCode::Backspace => self.typed.shorten(),
            KeyCode::Char(c) if !ctrl && !alt => {
                self.add(c.encode_utf8(&mut [0; 4]));
                return true;
            }
            _ => return false,
        }
        (self.wrong, self.warned) = (None, false);
        true
    }

    fn pasted(&mut self, text: &str) -> Step {
        if self.scope() == Scope::Offer {
            return Step::Still;
        }
        // what was copied from a list of passphrases often brings the end of its line along
        self.add(text.trim_end_matches(['\r', '\n']));
        Step::Drawn
    }

    fn add(&mut self, more: &str) {
        (self.wrong, self.warned) = (None, false);
        if !self.typed.add(more) {
            self.wrong =
                Some("This is longer than any passphrase can be (1,024 bytes).".to_owned());
        }
    }

    fn ask(&mut self, asks: Asks) -> Step {
        self.asks = asks;
        self.typed.clear();
        (self.wrong, self.warned) = (None, false);
        Step::Drawn
    }

    /// What was typed goes first, then the question, then the program.
    fn back(&mut self) -> Step {
        if self.forget() {
            (self.wrong, self.warned) = (None, false);
            return Step::Drawn;
        }
        match self.asks {
            Asks::Open | Asks::Offer => Step::Leave,
            Asks::Choose | Asks::Again(_) => self.ask(Asks::Offer),
        }
    }

    fn enter(&mut self) -> Step {
        if self.typed.is_empty() {
            self.wrong = Some("Type the passphrase first.".to_owned());
            return Step::Drawn;
        }
        match std::mem::replace(&mut self.asks, Asks::Choose) {
            asks @ (Asks::Open | Asks::Offer) => {
                self.asks = asks;
                let typed = self.typed.take();
                self.opens(Step::Open(typed))
            }
            Asks::Choose => {
                let first = self.typed.take();
                match first.warning().filter(|_| !self.warned) {
                    Some(warning) => {
                        self.warned = true;
                        self.wrong = Some(format!("{warning} Enter again takes it all the same."));
                        // it stands there as it was, for a second Enter or a better one
                        self.typed.add(first.words());
                        Step::Drawn
                    }
                    None => self.ask(Asks::Again(first)),
                }
            }
            Asks::Again(first) => {
                let second = self.typed.take();
                if first == second {
                    return self.opens(Step::Make(second));
                }
                self.wrong = Some("These two were not the same. Choose once more.".to_owned());
                Step::Drawn
            }
        }
    }

    /// Waits for the journal: that takes a moment, and is said before.
    fn opens(&mut self, step: Step) -> Step {
        self.opening = true;
        self.wrong = None;
        step
    }
}
