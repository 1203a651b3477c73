//! What every page is: it names what it asks, receives the answer, acts on commands and draws itself. Nothing else.

use std::path::PathBuf;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::assets::HelpPage;
use crate::config::profile::Name;
use crate::domain::draft::{Draft, Spot};
use crate::domain::fields::Reading;
use crate::domain::reliability::Measure;
use crate::domain::{Kind, Record, RecordId, Side};
use crate::journal::{Answer, Change, ProfileLine, Question};

use super::command::{Command, Scope};
use super::field;
use super::job::Job;
use super::theme::Theme;

/// A page that can be gone to, named; only `app.rs` knows which page lives there.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// The daily driver, and home.
    Today,
    /// The first page of all, over the journal in this file.
    Welcome(String),
    /// The list in the order of attention.
    Relationships,
    /// One relationship.
    Relationship(RecordId),
    /// The weekly run over everybody due, or one relationship's check-in.
    CheckIn(Option<RecordId>),
    /// The teams, or one by its name as a map.
    Team(Option<String>),
    /// The short review at the end of a run.
    Review,
    /// What went stale while nothing was written.
    ComingBack,
    /// Bring in a file.
    Import,
    /// Before (and after) a one-on-one.
    Prep(RecordId),
    /// What is written for the next one-on-one, picked line by line.
    Brief(RecordId),
    /// A question before a file is replaced.
    Replace {
        /// The file.
        name: String,
        /// What would be written.
        text: String,
    },
    /// A repair plan: named by itself, its breach or its relationship.
    Repair(RecordId),
    /// The steps that are proposed for the newest plan of a breach.
    Steps(RecordId),
    /// Full text and the query language, starting with a query.
    Search(String),
    /// One record, all its fields and its history.
    Record(RecordId),
    /// Forgetting a record for good: what goes, and the word that confirms it.
    Forget(RecordId),
    /// Why a number is what it is.
    Explain(RecordId, Side, Measure),
    /// A form for a new record of a kind, about a relationship.
    New(Kind, Option<RecordId>),
    /// A form for a new record that starts from this one (a step of a plan, a moment, a quick line understood so far).
    Draft(Box<Record>),
    /// The same, starting from what was typed in a line: it is a draft before anything is typed over it.
    Typed(Box<Record>),
    /// A form over a record.
    Edit(RecordId),
    /// One line understood as a commitment.
    Quick(Option<RecordId>),
    /// The words to look for in the list beneath, starting with those of last time.
    Seek(String),
    /// What was told in confidence, of one relationship or of all.
    Confidences(Option<RecordId>),
    /// How to settle a record, each way one key: what is offered follows from its kind and state.
    Settle(RecordId),
    /// Which kind to write, each one key.
    Add(Option<RecordId>),
    /// Every command of these scopes by name, every relationship by name.
    Palette(&'static [Scope]),
    /// The keys that apply here and what they do.
    Help(&'static [Scope]),
    /// What was typed and not saved, by its place in the journal: where it was, as it was.
    Unfinished(String),
    /// A page of help, in words.
    Article(&'static HelpPage),
    /// The same, where some words were found: its line at this width.
    Found(&'static HelpPage, String, usize),
    /// The pages of help, with the cursor on the one that belongs to these scopes.
    HelpPages(&'static [Scope]),
    /// The backups of the journal.
    Backups,
    /// Every setting.
    Settings,
    /// The profiles, as they lay there when it was asked.
    Profiles(Vec<ProfileLine>),
    /// What going back to a backup would change, and going back.
    Restoring(PathBuf),
    /// What leaves the journal, and to which file.
    Export,
    /// A question before a change is told; the words name the thing.
    Confirm(String, Box<Change>),
}

impl Place {
    /// The same without a word that somebody typed or read: what may be remembered while the journal is locked. `None`:
    /// there is nothing left to go to.
    pub fn bare(&self) -> Option<Self> {
        Some(match self {
            Self::Search(_) => Self::Search(String::new()),
            Self::Found(page, ..) => Self::Article(page),
            Self::Team(_) => Self::Team(None),
            Self::Draft(_)
            | Self::Typed(_)
            | Self::Replace { .. }
            | Self::Confirm(..)
            | Self::Profiles(_)
            | Self::Seek(_)
            | Self::Restoring(_) => {
                return None;
            }
            other => other.clone(),
        })
    }
}

/// What a page wants to happen next, as data. `app.rs` follows it.
#[derive(Debug, Clone, PartialEq)]
pub enum Flow {
    /// Nothing beyond drawing again.
    Stay,
    /// Open a place above this one.
    Go(Place),
    /// Open a place instead of this one.
    Instead(Place),
    /// Close this page.
    Back,
    /// Close this page and go home.
    Home,
    /// Leave the program.
    Quit,
    /// Tell the journal, stay here.
    Tell(Box<Change>),
    /// Tell the journal without a word in the footer, stay here: what is being written is kept as it stands.
    Keep(Box<Change>),
    /// Tell the journal; when it is told, close this page.
    TellAndBack(Box<Change>),
    /// Tell the journal; when it is told, follow this.
    TellThen(Box<Change>, Box<Flow>),
    /// Ask in words before telling; the words name the thing.
    Confirm(String, Box<Change>),
    /// A sentence in the footer.
    Say(String),
    /// Close this page, and look for words in the list beneath.
    Seek(String),
    /// Take the newest step back.
    Undo,
    /// Do it again.
    Redo,
    /// Hand the text to `$EDITOR`; it comes back through [`Page::edited`].
    Editor(String),
    /// Write a text to a file, whole and owner-only; asks before one that is there is replaced. A file that cannot be
    /// written is told to [`Page::refused`].
    Write {
        /// The file's name, in the current folder unless it says otherwise.
        name: String,
        /// What is written.
        text: String,
    },
    /// The same over a file that is there, and close the page that asked.
    Replace {
        /// The file.
        name: String,
        /// What is written.
        text: String,
    },
    /// Put a text into the clipboard.
    Copy(String),
    /// Show a text in the pager.
    Pager(String),
    /// Name the person or body in charge at the user's place, in the settings.
    Contact(String),
    /// Something about what surrounds the journal.
    Around(Around),
    /// Begin long work beside the screen; its outcome lies ready when the page reads next.
    Job(Job),
    /// Do a command as if its key had been pressed on the page beneath this popup.
    Do(Command),
    /// Do a command of everywhere as if its key had been pressed here.
    Press(Command),
}

/// What a page wants of the settings and the profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Around {
    /// Close this page, and go over to another profile.
    Switch(Name),
    /// Close this page, make a profile of this name and go over to it.
    AddProfile(String),
    /// Write a setting, by its path, with a value as it stands after the `=`; `None`: take it out of the file.
    Set(String, Option<String>),
    /// Hand a file of settings to `$EDITOR`, at a line.
    File(PathBuf, usize),
}

/// The line under the cursor of a list, as far as words are looked for in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which line it is: no other line of the list has the same.
    pub place: String,
    /// What can be found in it.
    pub words: String,
}

impl Standing {
    /// The line of a number, counted from 0, with what can be found in it.
    pub fn nth(n: usize, words: String) -> Self {
        Self {
            place: n.to_string(),
            words,
        }
    }
}

/// A place to type in.
pub trait Typing {
    /// Takes pasted text where the cursor stands; whether there was room for it.
    fn paste(&mut self, text: &str) -> bool;
    /// Takes a text instead of all that was typed.
    fn set(&mut self, text: &str);
}

/// A page of the terminal UI.
pub trait Page {
    /// Its scopes, innermost first; the global one is added by the app.
    fn scopes(&self) -> &'static [Scope];

    /// What stands in the header.
    fn title(&self) -> String;

    /// The part of the screen that it takes. Less than the whole: a popup, drawn in a frame over the
    /// page beneath; what is answered here is the frame with what is in it.
    fn place(&self, screen: Rect) -> Rect {
        screen
    }

    /// The time and who is who. Called when the page is opened and after every event, before
    /// [`Page::query`]: here dates, names and lines that were typed are read, and what was waiting
    /// for it (a form to be saved) flows on.
    fn reads(&mut self, with: &Reading<'_>) -> Flow {
        let _ = with;
        Flow::Stay
    }

    /// What it asks of the journal, given the room it has; asked again when this or the journal changes.
    fn query(&self, area: Rect) -> Vec<Question>;

    /// The answers, in the order of the questions.
    fn receive(&mut self, answers: Vec<Answer>);

    /// Does a command of its scopes. The global ones are done by the app and never come here.
    fn act(&mut self, command: Command) -> Flow;

    /// It is about to be left by [`Command::Back`], or by quitting: what is to happen instead, if
    /// it saves itself on the way. What was typed stays as a draft. Anything but [`Flow::Back`] keeps the page; pressed again, it is asked again.
    fn leave(&mut self) -> Flow {
        Flow::Back
    }

    /// The line under the cursor, on a page whose lines are looked through; `None`: there is none.
    fn standing(&self) -> Option<Standing> {
        None
    }

    /// A click on the area that was drawn.
    fn click(&mut self, area: Rect, at: Position) -> Flow {
        let _ = (area, at);
        Flow::Stay
    }

    /// Whether what stands there on the area is a line of its list, and not a tab or a chart above it.
    fn is_line(&self, area: Rect, at: Position) -> bool {
        let _ = (area, at);
        true
    }

    /// Draws itself; reads nothing but itself.
    fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme);

    /// What the footer names first: the next thing to do here, where it is a command of a wider scope.
    fn first(&self) -> Option<Command> {
        None
    }

    /// A key before any command sees it, while text is being typed; `None`: not for me.
    fn typed(&mut self, key: KeyEvent) -> Option<Flow> {
        let _ = key;
        None
    }

    /// Where text is being typed, on a page with one such place: pastes and the editor's text go there.
    fn typing(&mut self) -> Option<&mut dyn Typing> {
        None
    }

    /// Pasted text. Where there is no room for it, or nothing is typed, that is said: nothing is lost in silence.
    fn pasted(&mut self, text: &str) -> Flow {
        match self.typing().map(|typing| typing.paste(text)) {
            Some(true) => Flow::Stay,
            Some(false) => Flow::Say(field::TEXT_FULL.to_owned()),
            None => Flow::Say(field::NOWHERE.to_owned()),
        }
    }

    /// Where something is being typed, as soon as the page is ready for it; `None`: nowhere. Kept as a draft while it is
    /// typed, and when it is left without being saved.
    fn spot(&self) -> Option<Spot> {
        None
    }

    /// What is being typed there; `None` when nothing would be lost.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// The name under which a draft holds the text that is handed to `$EDITOR`.
    fn field(&self) -> Option<String> {
        None
    }

    /// Comes up with what was typed, asking for it again where it waits for a key; whether the page was ready for it.
    /// It is called again when the page was answered something.
    fn take_up(&mut self, draft: &Draft) -> bool {
        let _ = draft;
        false
    }

    /// Text that came back from `$EDITOR`.
    fn edited(&mut self, text: String) {
        if let Some(typing) = self.typing() {
            typing.set(&text);
        }
    }

    /// The journal refused what this page told it; the page keeps what was typed.
    fn refused(&mut self, says: &str) {
        let _ = says;
    }

    /// Where the terminal's cursor stands, while text is being typed.
    fn cursor(&self, area: Rect) -> Option<Position> {
        let _ = area;
        None
    }
}
