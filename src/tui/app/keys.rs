//! What a key means: at once, as text, as the beginning of a sequence, as a count, or as a command.

use crossterm::event::{KeyCode, KeyEvent};

use super::{App, Out, Sort};
use crate::tui::command::force::{self, Manner};
use crate::tui::command::{self, Command, Scope};
use crate::tui::keymap::{Found, Press};
use crate::tui::vi::Turned;

/// The most times that something is done at once.
const MOST: usize = 999;

impl App {
    /// The keys that hide what is seen: no page, text or work in front keeps them waiting. Whether it was one.
    pub(super) fn at_once(&mut self, key: KeyEvent) -> bool {
        let out = match self.keymap.find(&[Press::from(key)], &[]) {
            // a letter that was put on one of them is text where text is typed
            Found::Command(_) if Press::from(key).is_text() && self.writes() => return false,
            Found::Command(Command::Lock) => Out::Lock,
            Found::Command(Command::Cover) => Out::Cover,
            _ => return false,
        };
        self.pressed.clear();
        self.out = Some(out);
        true
    }

    /// Takes a key: where text is typed in the manner of vi it may stand for others.
    pub(super) fn key(&mut self, key: KeyEvent) {
        self.message = None;
        if force::manner() != Manner::Vi || !self.pressed.is_empty() {
            return self.plain_key(key);
        }
        if !self.writes() {
            self.vi.reset();
            return self.plain_key(key);
        }
        let depth = self.stack.len();
        match self.vi.key(key) {
            Turned::Same => self.plain_key(key),
            Turned::Into(keys) => keys.into_iter().for_each(|key| self.plain_key(key)),
        }
        if self.stack.len() != depth {
            self.vi.reset();
        }
    }

    fn plain_key(&mut self, key: KeyEvent) {
        if self.stack.is_empty() || self.held(key) || self.counted(key) {
            return;
        }
        let Some(open) = self.stack.last_mut() else {
            return;
        };
        if self.pressed.is_empty()
            && let Some(flow) = open.page.typed(key)
        {
            return self.follow(flow);
        }
        let begun = !self.pressed.is_empty();
        self.pressed.push(Press::from(key));
        match self.keymap.find(&self.pressed, open.page.scopes()) {
            Found::Prefix => {}
            Found::Nothing => self.nothing(),
            // a hand that presses Esc once too often does not leave the program
            Found::Command(Command::Back)
                if key.code == KeyCode::Esc && !begun && self.stack.len() == 1 =>
            {
                self.nothing();
                let quit = command::key(Scope::Global, Command::Back);
                let does = if self.sample {
                    "leaves the sample"
                } else {
                    "quits"
                };
                self.says(Sort::Said, format!("{quit} {does}"));
            }
            Found::Command(command) => {
                let count = self.count.take();
                self.pressed.clear();
                let told = command == Command::Help && !self.types();
                if told
                    || !(self.is_menu() || self.types())
                    || command::row(command, self.page_scopes()).is_some()
                    || command.stays()
                {
                    self.times(command, count);
                }
            }
        }
    }

    /// What holds while text is typed comes before what edits it, unless it is text itself or leads back.
    fn held(&mut self, key: KeyEvent) -> bool {
        let press = Press::from(key);
        let chord = !key.modifiers.is_empty() || matches!(key.code, KeyCode::F(_));
        if press.is_text() || !chord || !self.pressed.is_empty() || !self.writes() {
            return false;
        }
        match self.keymap.find(&[press], &[]) {
            Found::Command(command) if command.stays() && command != Command::Back => {
                self.command(command);
                true
            }
            _ => false,
        }
    }

    /// Takes a digit of a count, where digits mean nothing else; whether it was one.
    fn counted(&mut self, key: KeyEvent) -> bool {
        let lists = |scope: &Scope| matches!(scope, Scope::List | Scope::Text);
        let KeyCode::Char(letter) = key.code else {
            return self.count.is_some() && self.uncounted(key);
        };
        let first = self.count.is_none();
        let digit = letter.to_digit(10).filter(|digit| !first || *digit > 0);
        let Some(digit) = digit.and_then(|digit| usize::try_from(digit).ok()) else {
            return false;
        };
        if !self.pressed.is_empty() || self.writes() || !self.page_scopes().iter().any(lists) {
            return false;
        }
        if first && self.keymap.find(&[Press::from(key)], self.page_scopes()) != Found::Nothing {
            return false;
        }
        let count = self.count.unwrap_or(0) * 10 + digit;
        self.count = Some(count.min(MOST));
        true
    }

    /// Esc takes a count back, and does nothing else.
    fn uncounted(&mut self, key: KeyEvent) -> bool {
        let back = key.code == KeyCode::Esc && self.pressed.is_empty();
        if back {
            self.count = None;
        }
        back
    }

    /// A sequence or a count that leads nowhere.
    pub(super) fn nothing(&mut self) {
        self.pressed.clear();
        self.count = None;
    }

    /// Does a command as often as was asked: a movement so many times, the first or the last line as the line of that
    /// number; everything else once.
    fn times(&mut self, command: Command, count: Option<usize>) {
        let (command, times) = match (command, count) {
            (Command::Top | Command::Bottom, Some(line)) => {
                self.command(Command::Top);
                self.refresh();
                (Command::Down, line - 1)
            }
            (moves, Some(times)) if is_movement(moves) => (moves, times),
            (other, _) => (other, 1),
        };
        for n in 0..times {
            if n > 0 {
                // a list that is longer than what is held asks for more between two steps
                self.refresh();
            }
            self.command(command);
        }
    }

    /// Whether text is typed on the page on top: a letter is text there.
    pub(super) fn writes(&self) -> bool {
        self.types() || self.cursor().is_some()
    }

    /// Whether a menu is open: a letter that is none of its own does nothing then.
    pub(super) fn is_menu(&self) -> bool {
        let menu = |scope: &Scope| matches!(scope, Scope::Add | Scope::Confirm | Scope::Settle(_));
        self.page_scopes().iter().any(menu)
    }
}

/// Whether a command moves the cursor by a step that can be taken more than once.
fn is_movement(command: Command) -> bool {
    matches!(
        command,
        Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::StepBack
            | Command::StepForward
            | Command::MarkBefore
            | Command::MarkAfter
            | Command::TurnBack
            | Command::TurnForward
    )
}
