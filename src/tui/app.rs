//! The stack of pages, and the only hand in this wing that touches the journal.
//!
//! An event goes to the page on top, as typed text or as a command of its scopes; what the page
//! answers is a [`Flow`], and this room follows it. After that the top page is asked what it queries;
//! the journal is asked again only when that, the journal's version or the day has changed. An error is a
//! sentence in the footer, and the loop goes on.

mod ask;
mod drafts;
mod draw;
mod follow;
mod jobs;
mod mask;
mod notices;
mod typing;

use std::path::PathBuf;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::{Position, Rect};

use super::command::{self, Command, Scope};
use super::job::Running;
use super::keymap::{Found, Keymap, Press};
use super::outfit::Outfit;
use super::page::{Flow, Page, Place};
use super::places;
use super::theme::Theme;
use crate::assets;
use crate::error::Error;
use crate::journal::{Journal, Kept, Masked};

use ask::Asked;
use notices::Herald;
use typing::{Drafts, Typing};

pub use typing::Origin;

/// What the terminal must do for the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// Leave.
    Quit,
    /// Stop until the shell brings it back.
    Suspend,
    /// Lock, before anything else.
    Lock,
    /// Cover the screen, before anything else.
    Cover,
    /// Hand this text to `$EDITOR`, and give it back through [`App::edited`].
    Editor(String),
    /// Put this text into the clipboard, and say through [`App::sent`] what came of it.
    Copy(String),
    /// Show this text in the pager, and say through [`App::sent`] what went wrong.
    Pager(String),
}

/// A page that is open, and what it was last answered.
struct Open {
    page: Box<dyn Page>,
    /// The place that it can be opened at again, without a word that was typed.
    place: Option<Place>,
    asked: Option<Asked>,
    /// Where something is being typed on it.
    typing: Option<Typing>,
    /// What it is to come up with, once it is ready.
    comes_up: Option<Kept>,
}

/// A sentence in the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Message {
    says: String,
    sort: Sort,
}

/// What a sentence in the footer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Something was done.
    Done,
    /// Something is to be known.
    Said,
    /// Something went wrong.
    Wrong,
}

/// The running program, without its terminal.
pub struct App {
    journal: Journal,
    stack: Vec<Open>,
    keymap: Keymap,
    theme: Theme,
    /// The keys of a sequence that is not yet whole.
    pressed: Vec<Press>,
    message: Option<Message>,
    /// What the header says beside the title ("sample journal in a throw-away place").
    note: String,
    screen: Rect,
    out: Option<Out>,
    /// What runs beside the screen.
    jobs: Vec<Running>,
    /// Where files are written that name no folder.
    folder: PathBuf,
    /// Initials in place of names, while that is wanted.
    mask: Option<Masked>,
    /// What is typed and not saved yet.
    drafts: Drafts,
    /// What of the day is told at its time; `None`: nothing is.
    herald: Option<Herald>,
}

impl App {
    /// Opens Today over a journal, on a screen of a size.
    pub fn new(journal: Journal, outfit: Outfit, note: &str, screen: Rect) -> Self {
        let mut app = Self {
            journal,
            stack: Vec::new(),
            keymap: outfit.keymap,
            theme: outfit.theme,
            pressed: Vec::new(),
            message: None,
            note: note.to_owned(),
            screen,
            out: None,
            jobs: Vec::new(),
            folder: PathBuf::new(),
            mask: None,
            drafts: Drafts::default(),
            herald: None,
        };
        app.herald();
        if app.journal.customs().masks() {
            app.turn_mask();
        }
        app.open(Place::Today);
        app.refresh();
        // a fault in the settings is told once, and the defaults hold
        let fault = app.journal.customs().faults().next().map(str::to_owned);
        if let Some(fault) = fault {
            app.says(Sort::Wrong, fault);
        }
        app
    }

    /// Writes files that name no folder there, instead of in the current one.
    pub fn writes_in(&mut self, folder: PathBuf) {
        self.folder = folder;
    }

    /// Goes to a place at the start.
    pub fn go(&mut self, place: Place) {
        self.follow(Flow::Go(place));
        self.refresh();
    }

    /// Takes an event of the terminal. Answers whether the screen may have changed.
    pub fn event(&mut self, event: Event) -> bool {
        let _worn = self.worn();
        self.before_event(&event);
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => return false,
            Event::Key(key) if self.at_once(key) => return false,
            Event::Key(key) if self.is_held() => return self.key_while_held(key),
            Event::Key(key) => self.key(key),
            Event::Mouse(_) | Event::Paste(_) if self.is_held() => return false,
            Event::Mouse(mouse) => {
                if !self.mouse(mouse) {
                    return false;
                }
            }
            Event::Paste(text) => {
                self.message = None;
                self.pressed.clear();
                let flow = self.stack.last_mut().map(|open| open.page.pasted(&text));
                self.follow(flow.unwrap_or(Flow::Stay));
            }
            Event::Resize(width, height) => {
                self.screen = Rect::new(0, 0, width, height);
                // a page learns how wide it is when it is asked, and lays its lines out when it reads next
                self.refresh();
            }
            Event::FocusGained => {}
            Event::FocusLost => return false,
        }
        self.refresh();
        true
    }

    /// Takes back a text from `$EDITOR`, or says why there is none.
    pub fn edited(&mut self, text: Result<String, Error>) {
        match text {
            Ok(text) => {
                if let Some(open) = self.stack.last_mut() {
                    open.page.edited(text);
                    self.drafts.touched = true;
                }
            }
            Err(error) => self.fails(&error),
        }
        self.refresh();
    }

    /// Keeps everything that is typed, and answers the places that are open above home, as far as they can be gone to
    /// again by identities alone: what is remembered while the journal is locked.
    pub fn keep_places(&mut self) -> Vec<Place> {
        let typing = self.keep_drafts_now();
        let above = self.stack.iter().skip(1);
        let mut places: Vec<_> = above.map_while(|open| open.place.clone()).collect();
        if let Some(typing) = typing {
            places.truncate(self.stack.len().saturating_sub(2));
            places.push(typing);
        }
        places
    }

    /// What the terminal must do, once.
    pub fn take_out(&mut self) -> Option<Out> {
        self.out.take()
    }

    /// Whether the terminal must do something.
    pub fn has_out(&self) -> bool {
        self.out.is_some()
    }

    /// The process was told to end: what can be saved as it stands (a check-in half-way) is saved.
    pub fn closing(&mut self) {
        self.jobs.clear();
        self.keep_drafts_now();
        self.quit();
        self.out = Some(Out::Quit);
    }

    /// Every command that applies on the page on top, its own first.
    pub fn commands(&self) -> impl Iterator<Item = &'static command::Row> {
        command::rows(self.page_scopes()).chain(command::rows(&[Scope::Global]))
    }

    /// How long until the local day ends.
    pub fn until_midnight(&self) -> std::time::Duration {
        self.journal.clock().until_midnight()
    }

    /// The keys that hide what is seen: no page, text or work in front keeps them waiting. Whether it was one.
    fn at_once(&mut self, key: KeyEvent) -> bool {
        let out = match self.keymap.find(&[Press::from(key)], &[]) {
            Found::Command(Command::Lock) => Out::Lock,
            Found::Command(Command::Cover) => Out::Cover,
            _ => return false,
        };
        self.pressed.clear();
        self.out = Some(out);
        true
    }

    fn key(&mut self, key: KeyEvent) {
        self.message = None;
        let Some(open) = self.stack.last_mut() else {
            return;
        };
        if self.pressed.is_empty()
            && let Some(flow) = open.page.typed(key)
        {
            return self.follow(flow);
        }
        self.pressed.push(Press::from(key));
        match self.keymap.find(&self.pressed, open.page.scopes()) {
            Found::Prefix => {}
            Found::Nothing => self.pressed.clear(),
            // a hand that presses Esc once too often does not leave the program
            Found::Command(Command::Back) if key.code == KeyCode::Esc && self.stack.len() == 1 => {
                self.pressed.clear();
                self.says(Sort::Said, "q quits");
            }
            Found::Command(command) => {
                self.pressed.clear();
                if !(self.is_menu() || self.types())
                    || command::row(command, self.page_scopes()).is_some()
                    || stays(command)
                {
                    self.command(command);
                }
            }
        }
    }

    /// Does a command: the global ones here, the others on the page.
    fn command(&mut self, command: Command) {
        let flow = match command {
            Command::Palette => Flow::Go(Place::Palette(self.page_scopes())),
            Command::Help => Flow::Go(Place::Help(self.page_scopes())),
            Command::Search => Flow::Go(Place::Search(String::new())),
            Command::Undo => Flow::Undo,
            Command::Redo => Flow::Redo,
            Command::GoToday => Flow::Home,
            Command::GoRelationships => return self.go_from_home(Place::Relationships),
            Command::Run => Flow::Go(Place::CheckIn(None)),
            Command::GoTeams => return self.go_from_home(Place::Team(None)),
            Command::GoBackups => return self.go_from_home(Place::Backups),
            Command::WeekReview => Flow::Go(Place::Review),
            Command::Import => Flow::Go(Place::Import),
            Command::ComeBack => Flow::Go(Place::ComingBack),
            Command::Leaving => Flow::Go(Place::Export),
            Command::Mask => return self.turn_mask(),
            Command::Privacy => Flow::Go(Place::Article(&assets::PRIVACY)),
            Command::Back => return self.back(),
            Command::Quit => return self.quit(),
            Command::Suspend => return self.out = Some(Out::Suspend),
            Command::Lock => return self.out = Some(Out::Lock),
            Command::Cover => return self.out = Some(Out::Cover),
            command => self
                .stack
                .last_mut()
                .map_or(Flow::Stay, |open| open.page.act(command)),
        };
        self.follow(flow);
    }

    /// Whether a menu is open: a letter that is none of its own does nothing then.
    fn is_menu(&self) -> bool {
        let menu = |scope: &Scope| matches!(scope, Scope::Add | Scope::Confirm | Scope::Settle(_));
        self.page_scopes().iter().any(menu)
    }

    fn page_scopes(&self) -> &'static [Scope] {
        self.stack.last().map_or(&[], |open| open.page.scopes())
    }

    /// A click or a turn of the wheel; whether it meant anything.
    fn mouse(&mut self, mouse: MouseEvent) -> bool {
        let Some(top) = self.stack.len().checked_sub(1) else {
            return false;
        };
        let turn = |command| (0..3).map(move |_| command);
        match mouse.kind {
            MouseEventKind::ScrollDown => turn(Command::Down).for_each(|c| self.command(c)),
            MouseEventKind::ScrollUp => turn(Command::Up).for_each(|c| self.command(c)),
            MouseEventKind::Down(MouseButton::Left) => {
                self.message = None;
                let at = Position::new(mouse.column, mouse.row);
                let (area, inner) = (self.place(top), self.inner(top));
                if inner.contains(at) {
                    let flow = self.stack[top].page.click(inner, at);
                    self.follow(flow);
                } else if !area.contains(at) && area != self.body() {
                    self.back();
                }
            }
            _ => return false,
        }
        true
    }

    fn fails(&mut self, error: &Error) {
        let hint = error
            .hint_text()
            .map_or_else(String::new, |hint| format!(" \u{b7} {hint}"));
        self.message = Some(Message {
            says: format!("{}{hint}", error.says()),
            sort: Sort::Wrong,
        });
    }

    fn says(&mut self, sort: Sort, says: impl Into<String>) {
        self.message = Some(Message {
            says: says.into(),
            sort,
        });
    }

    fn open(&mut self, place: Place) {
        let (place, comes_up) = self.come_up(place);
        self.stack.push(Open {
            place: place.bare(),
            page: places::page(place),
            asked: None,
            typing: None,
            comes_up,
        });
    }
}

/// Whether a global command is done in a menu and while text is typed, too.
fn stays(command: Command) -> bool {
    matches!(
        command,
        Command::Back | Command::Quit | Command::Suspend | Command::Palette | Command::Mask
    )
}
