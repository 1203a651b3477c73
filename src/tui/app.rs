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
mod foot;
mod guide;
mod jobs;
mod keys;
mod mask;
mod message;
mod mouse;
mod notices;
mod profiles;
mod seek;
mod settings;
mod typing;

use std::path::PathBuf;

use crossterm::event::{Event, KeyEventKind};
use ratatui::layout::Rect;

use super::command::{self, Command, Scope};
use super::job::Running;
use super::keymap::{Keymap, Press};
use super::outfit::Outfit;
use super::page::{Flow, Page, Place};
use super::places;
use super::theme::Theme;
use super::vi::Vi;
use crate::assets;
use crate::config::profile::{Name, Profiles};
use crate::error::Error;
use crate::journal::{Journal, Kept, Masked};

use ask::Asked;
use message::{Message, Sort};
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
    /// Open the sample before this journal.
    LookAround,
    /// Leave the sample for the journal behind it.
    LeaveSample,
    /// Go over to another profile.
    Switch(Name),
    /// Hold to the settings as they are now.
    Settings,
    /// Hand a file of settings to `$EDITOR`, at a line, and come back through [`App::file_edited`].
    File(PathBuf, usize),
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

/// The running program, without its terminal.
pub struct App {
    journal: Journal,
    stack: Vec<Open>,
    keymap: Keymap,
    theme: Theme,
    /// The keys of a sequence that is not yet whole.
    pressed: Vec<Press>,
    /// How often what is pressed next is done, while that is being typed.
    count: Option<usize>,
    /// The line that was clicked last, and how many pages were open then.
    clicked: Option<(usize, u16)>,
    /// The manner of vi, where text is typed.
    vi: Vi,
    /// The words that were looked for last in a list.
    sought: String,
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
    /// Where the profiles lie, and the one in force; `None`: the journal was named by its file.
    profiles: Option<(Profiles, Name)>,
    /// What of the day is told at its time; `None`: nothing is.
    herald: Option<Herald>,
    /// The guide, while it leads.
    guide: Option<guide::Guide>,
    /// Whether this is the sample before another journal.
    sample: bool,
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
            count: None,
            clicked: None,
            vi: Vi::default(),
            sought: String::new(),
            message: None,
            note: note.to_owned(),
            screen,
            out: None,
            jobs: Vec::new(),
            folder: PathBuf::new(),
            mask: None,
            drafts: Drafts::default(),
            profiles: None,
            herald: None,
            guide: None,
            sample: false,
        };
        app.keymap.put();
        app.herald();
        if app.journal.customs().masks() {
            app.turn_mask();
        }
        app.open(Place::Today);
        app.refresh();
        // a fault in the settings is told once, and the defaults hold
        let fault = app.journal.customs().faults().next().map(str::to_owned);
        if let Some(fault) = fault.or_else(|| app.keymap.fault()) {
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
        self.keymap.put();
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
        self.guide_on();
        true
    }

    /// Takes back a text from `$EDITOR`, or says why there is none.
    pub fn edited(&mut self, text: Result<String, Error>) {
        self.keymap.put();
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

    /// Does a command: the global ones here, the others on the page.
    fn command(&mut self, command: Command) {
        let flow = match command {
            Command::Palette => Flow::Go(Place::Palette(self.page_scopes())),
            Command::Help => Flow::Go(Place::Help(self.page_scopes())),
            Command::HelpPages => Flow::Go(Place::HelpPages(self.page_scopes())),
            Command::Welcome => return self.welcome(),
            Command::Guide => return self.begin_guide(),
            Command::LookAround => return self.out = Some(Out::LookAround),
            Command::Search => Flow::Go(Place::Search(String::new())),
            Command::Find if self.seeks() => return self.ask_words(),
            Command::FindNext if self.seeks() => return self.seek_on(true),
            Command::FindBefore if self.seeks() => return self.seek_on(false),
            Command::Undo => Flow::Undo,
            Command::Redo => Flow::Redo,
            Command::GoToday => Flow::Home,
            Command::GoRelationships => return self.go_from_home(Place::Relationships),
            Command::Run => Flow::Go(Place::CheckIn(None)),
            Command::GoTeams => return self.go_from_home(Place::Team(None)),
            Command::GoSettings => return self.go_from_home(Place::Settings),
            Command::GoProfiles => return self.go_profiles(),
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

    fn page_scopes(&self) -> &'static [Scope] {
        self.stack.last().map_or(&[], |open| open.page.scopes())
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
