//! The screen without a terminal: keys in, text out, through the real keymap, pages and an in-memory journal.
//!
//! # The keys
//! Words with spaces between them, each one key as the table writes it (`enter`, `shift-tab`, `ctrl-s`,
//! `g`, `D`); what stands in double quotes is typed letter by letter: `c "send the draft by fri" enter`.

use chrono::NaiveDate;
use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::app::{App, Out};
use super::command::Row;
use super::job::Job;
use super::keymap::{self, Press};
use super::outfit::Outfit;
use super::page::Place;
use super::theme::Theme;
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::journal::Journal;

/// The day on which every test stands.
pub const TODAY: (i32, u32, u32) = (2026, 11, 22);

/// A running program without its terminal.
pub struct Trial {
    app: App,
    size: Rect,
    /// Where it writes files that name no folder.
    folder: Option<tempfile::TempDir>,
    /// What the terminal was last asked to do.
    pub out: Option<Out>,
}

impl Trial {
    /// Over the sample journal.
    ///
    /// # Errors
    /// When the journal refuses the sample.
    pub fn sample(width: u16, height: u16) -> Result<Self> {
        Ok(Self::over(sample()?, width, height))
    }

    /// Over an empty journal.
    ///
    /// # Errors
    /// When the memory cannot be had.
    pub fn empty(width: u16, height: u16) -> Result<Self> {
        Ok(Self::over(empty()?, width, height))
    }

    /// Over a journal.
    pub fn over(journal: Journal, width: u16, height: u16) -> Self {
        Self::dressed(journal, Theme::plain().into(), width, height)
    }

    /// Over a journal, in an outfit.
    pub fn dressed(journal: Journal, outfit: Outfit, width: u16, height: u16) -> Self {
        let size = Rect::new(0, 0, width, height);
        let mut app = App::new(journal, outfit, "", size);
        let folder = tempfile::tempdir().ok();
        if let Some(folder) = &folder {
            app.writes_in(folder.path().to_path_buf());
        }
        Self {
            app,
            size,
            folder,
            out: None,
        }
    }

    /// Types keys.
    ///
    /// # Errors
    /// When a word is no key.
    pub fn keys(&mut self, keys: &str) -> Result<&mut Self> {
        for press in presses(keys)? {
            self.app.event(Event::Key(press.into()));
            self.out = self.app.take_out().or(self.out.take());
        }
        Ok(self)
    }

    /// Gives the program any event of a terminal.
    pub fn event(&mut self, event: Event) -> &mut Self {
        if let Event::Resize(width, height) = event {
            self.size = Rect::new(0, 0, width, height);
        }
        self.app.event(event);
        self.out = self.app.take_out().or(self.out.take());
        self
    }

    /// A second passes without a key: what is typed is kept, what another process wrote is seen.
    pub fn waits(&mut self) -> &mut Self {
        self.app.keep_drafts_now();
        if self.app.is_stale() {
            self.app.refresh();
        }
        self
    }

    /// Begins work beside the screen.
    pub fn begin(&mut self, job: Job) -> &mut Self {
        self.app.begin(job);
        self
    }

    /// What runs beside the screen comes to its end.
    pub fn finishes(&mut self) -> &mut Self {
        self.app.wait_for_jobs();
        self
    }

    /// Goes to a place, as a page would.
    pub fn go(&mut self, place: Place) -> &mut Self {
        self.app.go(place);
        self
    }

    /// Every command that applies on the page on top.
    pub fn commands(&self) -> Vec<&'static Row> {
        self.app.commands().collect()
    }

    /// What `$EDITOR` gives back.
    pub fn edited(&mut self, text: &str) -> &mut Self {
        self.app.edited(Ok(text.to_owned()));
        self
    }

    /// The screen as it is drawn, with its styles.
    pub fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.size);
        self.app.draw(&mut buffer);
        buffer
    }

    /// What is drawn on a terminal that has another size already, before the event that says so came.
    pub fn on(&self, width: u16, height: u16) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.app.draw(&mut buffer);
        buffer
    }

    /// The screen as text, without spaces at the ends of lines.
    pub fn text(&self) -> String {
        let buffer = self.buffer();
        let line = |y| {
            let mut line = String::new();
            let mut wide = 0;
            for x in 0..self.size.width {
                // the second half of a wide letter holds a space that is not on the screen
                if wide > 0 {
                    wide -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                wide = super::paint::width(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            line.trim_end().to_owned()
        };
        (0..self.size.height)
            .map(line)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What stands in a file that it wrote; `None`: there is none of this name.
    pub fn file(&self, name: &str) -> Option<String> {
        let folder = self.folder.as_ref()?;
        std::fs::read_to_string(folder.path().join(name)).ok()
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.app.cursor().map(|at| (at.x, at.y))
    }
}

/// The screen after some keys over the sample journal; what went wrong, if something did.
pub fn screen(keys: &str, width: u16, height: u16) -> String {
    after(Trial::sample(width, height), keys)
}

/// The same over an empty journal.
pub fn empty_screen(keys: &str, width: u16, height: u16) -> String {
    after(Trial::empty(width, height), keys)
}

fn after(trial: Result<Trial>, keys: &str) -> String {
    let typed = trial.and_then(|mut trial| {
        trial.keys(keys)?;
        Ok(trial.text())
    });
    typed.unwrap_or_else(|error| format!("Error: {error}"))
}

/// The sample journal, in memory.
///
/// # Errors
/// When the journal refuses the sample.
pub fn sample() -> Result<Journal> {
    let mut journal = empty()?;
    let sample = crate::assets::sample::sample(journal.day());
    journal.furnish("the sample journal", &mut sample.into_iter().map(Ok))?;
    Ok(journal)
}

/// An empty journal in memory, at the same moment.
///
/// # Errors
/// When the memory cannot be had.
pub fn empty() -> Result<Journal> {
    let (year, month, day) = TODAY;
    let at = NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.and_hms_opt(9, 0, 0));
    Journal::memory(Clock::fixed(at.unwrap_or_default()))
}

/// Reads the notation of keys.
///
/// # Errors
/// When a word is no key.
pub fn presses(keys: &str) -> Result<Vec<Press>> {
    let mut presses = Vec::new();
    for (n, part) in keys.split('"').enumerate() {
        if n % 2 == 1 {
            let letters = part.chars().map(|c| {
                if c == ' ' {
                    "space".to_owned()
                } else {
                    c.to_string()
                }
            });
            presses.extend(letters.filter_map(|c| keymap::press(&c)));
            continue;
        }
        for word in part.split_whitespace() {
            let press =
                keymap::press(word).ok_or_else(|| Error::usage(format!("{word} is no key")))?;
            presses.push(press);
        }
    }
    Ok(presses)
}
