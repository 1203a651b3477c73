//! The hall between the gate and the app: which of them is seen, what covers it, and when it locks by itself.
//!
//! An app stands over an open journal only. When a locked journal locks, what is being typed is kept, and the app with its
//! pages, its connection and its keys is dropped; what is left is the gate and the places that were open, by their
//! identities. Work that is under way is brought to its end first: the gate is seen at once, and the app goes when the work
//! is done. A journal that is not locked has no key to drop: its screen is hidden, and that says so.
//!
//! No terminal is needed here: events go in, cells come out, and how long nobody touched a key is told from outside.

mod door;
mod lock;
mod switch;
mod wakes;
mod within;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::app::{App, Out};
use super::command::Command;
use super::cover;
use super::gate::{Gate, Step};
use super::job::Job;
use super::keymap::{Found, Press};
use super::outfit::Outfit;
use super::paint;
use crate::config::settings::privacy::Privacy;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Journal;
use crate::secret::Passphrase;

pub use door::Door;

/// What there is at the start.
pub enum Start {
    /// A journal that is open.
    Open(Box<Journal>),
    /// One that is locked.
    Locked,
    /// None yet: whether it should be locked is asked first.
    New,
}

/// What is drawn over everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cover {
    /// Ordinary work; what it covers, where that was hidden already.
    Work(Option<bool>),
    /// Nothing; whether for the first time.
    Hidden(bool),
}

/// What is done once the gate was seen to wait for it.
enum Waits {
    Open(Passphrase),
    Make(Passphrase),
    Plain,
}

/// The hall.
pub struct Hall {
    door: Door,
    app: Option<App>,
    /// What waits while the sample is looked at, with the place of the sample.
    behind: Option<within::Behind>,
    gate: Option<Gate>,
    cover: Option<Cover>,
    waits: Option<Waits>,
    outfit: Outfit,
    screen: Rect,
    note: Option<String>,
    privacy: Privacy,
    /// Whether the journal is locked with a passphrase.
    locked: bool,
    /// How often it was hidden: the first time it is said that hiding is not locking.
    hidden: u32,
    /// What was open when it locked.
    left: lock::Left,
    others: switch::Others,
    /// What begins once the journal was seen for the first time.
    work: Option<Job>,
    out: Option<Out>,
    wiped: bool,
    used: bool,
}

impl Hall {
    /// Before a door. The note stands in the header; `work` is begun once the journal is seen.
    pub fn new(
        door: Door,
        start: Start,
        note: Option<String>,
        work: Option<Job>,
        outfit: Outfit,
        screen: Rect,
    ) -> Self {
        let mut hall = Self {
            privacy: door.privacy(),
            locked: false,
            app: None,
            behind: None,
            gate: None,
            cover: None,
            waits: None,
            outfit,
            screen,
            note,
            hidden: 0,
            left: lock::Left::default(),
            others: switch::Others::default(),
            work,
            out: None,
            wiped: false,
            used: false,
            door,
        };
        hall.others.backed_up = hall.work.is_some();
        hall.begin(start);
        hall
    }

    /// Takes an event of the terminal. Answers whether the screen may have changed.
    pub fn event(&mut self, event: Event) -> bool {
        if let Event::Resize(width, height) = event {
            self.screen = Rect::new(0, 0, width, height);
            if let Some(app) = &mut self.app {
                app.event(event);
            }
            return true;
        }
        if let Some(Cover::Work(_)) = self.cover {
            return self.behind_work(&event);
        }
        self.used |= lock::is_use(&event);
        if self.covers(&event) {
            let hidden = match self.cover {
                Some(Cover::Hidden(first)) => Some(first),
                _ => None,
            };
            self.cover = Some(Cover::Work(hidden));
            return true;
        }
        if let Some(gate) = &mut self.gate {
            let step = gate.event(event);
            return self.follow(step);
        }
        if let Some(Cover::Hidden(_)) = self.cover {
            return self.behind_nothing(&event);
        }
        let changed = self.app.as_mut().is_some_and(|app| app.event(event));
        changed | self.hear_app()
    }

    /// Draws what is to be seen.
    pub fn draw(&self, buffer: &mut Buffer) {
        let (screen, theme) = (self.screen.intersection(buffer.area), &self.outfit.theme);
        self.outfit.keymap.put();
        match (self.cover, &self.gate, &self.app) {
            (Some(Cover::Work(_)), ..) => cover::work(screen, buffer, theme),
            (_, Some(gate), _) => gate.draw(screen, buffer, theme),
            (Some(Cover::Hidden(first)), ..) => cover::hidden(screen, buffer, theme, first),
            (None, None, Some(app)) => app.draw(buffer),
            (None, None, None) => {}
        }
        paint::dress(buffer, &self.outfit.theme);
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self) -> Option<Position> {
        match (self.cover, &self.gate, &self.app) {
            (Some(Cover::Work(_)), ..) => cover::prompt(self.screen),
            (_, Some(gate), _) => gate.cursor(self.screen),
            (Some(Cover::Hidden(_)), ..) => None,
            (None, None, app) => app.as_ref().and_then(App::cursor),
        }
    }

    /// What the terminal is to be called, where that is not its own affair.
    pub fn title(&self) -> Option<&'static str> {
        matches!(self.cover, Some(Cover::Work(_))).then_some(cover::TITLE)
    }

    /// Whether the terminal must be wiped before it is drawn to, once.
    pub fn take_wiped(&mut self) -> bool {
        std::mem::take(&mut self.wiped)
    }

    /// Whether somebody was here since this was asked last: what is done behind ordinary work does not count.
    pub fn take_used(&mut self) -> bool {
        std::mem::take(&mut self.used)
    }

    /// What the terminal must do, once.
    pub fn take_out(&mut self) -> Option<Out> {
        self.out.take()
    }

    /// Whether the terminal must do something.
    pub fn has_out(&self) -> bool {
        self.out.is_some()
    }

    /// The app, while the journal is open and nothing is before it.
    pub fn app(&mut self) -> Option<&mut App> {
        match (&self.gate, &self.cover) {
            (None, None) => self.app.as_mut(),
            _ => None,
        }
    }

    /// Whether an app is there at all, and with it an open journal.
    pub fn is_open(&self) -> bool {
        self.app.is_some()
    }

    /// What is set about locking and the clipboard.
    pub fn privacy(&self) -> Privacy {
        self.privacy
    }

    /// The screen was drawn: what had to be seen before is done now. Answers whether it is to be drawn again.
    ///
    /// # Errors
    /// When the journal cannot be opened for another reason than its passphrase.
    pub fn seen(&mut self) -> Result<bool> {
        if let Some(app) = &mut self.app
            && let Some(work) = self.work.take()
        {
            app.begin(work);
        }
        let Some(waits) = self.waits.take() else {
            return Ok(false);
        };
        let opened = match (waits, self.app.is_some()) {
            (Waits::Open(typed), true) => self.door.proves(&typed).map(|()| None),
            (Waits::Open(typed), false) => self.door.open(&typed).map(Some),
            (Waits::Make(typed), _) => self.door.make(&typed).map(Some),
            (Waits::Plain, _) => self.door.plain().map(Some),
        };
        match opened {
            Ok(journal) => {
                self.gate = None;
                // opening may have taken longer than a short rest
                self.used = true;
                if let Some(journal) = journal {
                    self.enter(journal);
                }
            }
            Err(error) if error.kind() == ErrorKind::Locked => self.refused(&error),
            Err(error) => return Err(error),
        }
        Ok(true)
    }

    /// Keeps what is typed, if its time has come; whether something is to be said.
    pub fn keep_drafts(&mut self) -> bool {
        self.app.as_mut().is_some_and(App::keep_drafts)
    }

    /// Keeps everything that is typed, durably.
    pub fn keep_drafts_now(&mut self) {
        if let Some(app) = &mut self.app {
            app.keep_drafts_now();
        }
    }

    /// The process was told to end: what can be kept is kept.
    pub fn closing(&mut self) {
        if let Some(app) = &mut self.app {
            app.closing();
        }
        if let Some(gate) = &mut self.gate {
            gate.forget();
        }
    }

    /// Whether a key asks for the cover.
    fn covers(&self, event: &Event) -> bool {
        self.is(event, Command::Cover)
    }

    fn is(&self, event: &Event, command: Command) -> bool {
        pressed(event).is_some_and(|key| {
            self.outfit.keymap.find(&[Press::from(key)], &[]) == Found::Command(command)
        })
    }

    /// Behind ordinary work only the same key is seen to do something; the one that locks does it unseen.
    fn behind_work(&mut self, event: &Event) -> bool {
        if self.covers(event) {
            self.cover = match self.cover {
                Some(Cover::Work(hidden)) => hidden.map(Cover::Hidden),
                other => other,
            };
            self.used = true;
            return true;
        }
        if self.is(event, Command::Lock) {
            self.lock();
        }
        false
    }

    fn behind_nothing(&mut self, event: &Event) -> bool {
        if pressed(event).is_some_and(|key| key.code == KeyCode::Enter) {
            self.cover = None;
            return true;
        }
        if self.is(event, Command::Suspend) {
            self.out = Some(Out::Suspend);
        }
        false
    }

    fn follow(&mut self, step: Step) -> bool {
        match step {
            Step::Still => return false,
            Step::Drawn => {}
            Step::Open(typed) => self.waits = Some(Waits::Open(typed)),
            Step::Make(typed) => self.waits = Some(Waits::Make(typed)),
            Step::Plain => self.waits = Some(Waits::Plain),
            Step::Leave if self.turns_back() => {}
            Step::Leave => {
                self.closing();
                self.out = Some(Out::Quit);
            }
            Step::Suspend => self.out = Some(Out::Suspend),
        }
        true
    }

    fn refused(&mut self, error: &Error) {
        let Some(gate) = &mut self.gate else {
            return;
        };
        let mut says = error.says().to_owned();
        if let Some(first) = says.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        gate.refuses(&format!("{says}. Nothing was changed; try again."));
    }
}

/// The key of an event, if it is one that was pressed.
fn pressed(event: &Event) -> Option<KeyEvent> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(*key),
        _ => None,
    }
}
