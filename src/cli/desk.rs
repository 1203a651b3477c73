//! What a command works at: its streams, its clock, its journal, and how a line is said.

mod chosen;
mod days;
mod input;
#[cfg(feature = "keyring")]
pub mod keyring;
#[cfg(not(feature = "keyring"))]
#[path = "desk/no_keyring.rs"]
pub mod keyring;
mod keys;
mod mask;
pub mod passphrase;
pub mod plain;
mod terminal;
mod tty;

use std::io::{BufRead, Write};
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::clock::Clock;
use crate::config;
use crate::domain::dates::Lean;
use crate::domain::guardrail::FIRST_RUN;
use crate::domain::marks::Glyphs;
use crate::domain::text;
use crate::error::{Error, Result};
use crate::journal::{Customs, Journal};
use crate::secret::{Keys, Passphrase};

pub use chosen::Chosen;
pub use days::with_day_hint;
use mask::Cover;

use passphrase::Source;

/// Which streams are a terminal, with somebody in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terminals {
    /// The input.
    pub input: bool,
    /// The output.
    pub out: bool,
    /// The error stream.
    pub err: bool,
}

/// The streams of a process, or of a test.
pub struct Streams<'a> {
    /// Where answers and `-` are read from.
    pub input: &'a mut dyn BufRead,
    /// Where lines go.
    pub out: &'a mut dyn Write,
    /// Where questions, progress and errors go.
    pub err: &'a mut dyn Write,
    /// Which of them are terminals.
    pub terminals: Terminals,
    /// Whether headings stay plain (`NO_COLOR`).
    pub plain: bool,
    /// How many columns the output has, as far as it is known.
    pub width: usize,
}

/// What a command works at.
pub struct Desk<'a> {
    streams: Streams<'a>,
    clock: Clock,
    chosen: Chosen,
    as_of: Option<NaiveDate>,
    json: bool,
    taken: bool,
    cover: Cover,
    manner: plain::Manner,
    glyphs: Glyphs,
    given: Option<(Source, Passphrase)>,
    keys: Option<Keys>,
}

impl<'a> Desk<'a> {
    /// A desk; `as_of` and `json` are what the command line asked for.
    pub fn new(streams: Streams<'a>, clock: Clock, chosen: Chosen) -> Self {
        Self {
            streams,
            clock,
            chosen,
            as_of: None,
            json: false,
            taken: false,
            cover: Cover::default(),
            manner: plain::Manner::default(),
            glyphs: Glyphs::default(),
            given: None,
            keys: None,
        }
    }

    /// Takes the flags that every read has.
    ///
    /// # Errors
    /// When the day cannot be understood.
    pub fn look(&mut self, as_of: Option<&str>, json: bool) -> Result<()> {
        self.as_of = as_of
            .map(|d| self.day("--as-of", d, Lean::Past))
            .transpose()?;
        self.json = json;
        Ok(())
    }

    /// Whether the answer is wanted as JSON.
    pub fn wants_json(&self) -> bool {
        self.json
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.streams.width
    }

    /// Whether somebody can be asked.
    pub fn asks(&self) -> bool {
        self.streams.terminals.input && self.streams.terminals.err
    }

    /// Whether the output is a terminal.
    pub fn is_seen(&self) -> bool {
        self.streams.terminals.out
    }

    /// Whether the screen can be opened.
    pub fn has_screen(&self) -> bool {
        self.streams.terminals.input && self.streams.terminals.out
    }

    /// The journal's file.
    ///
    /// # Errors
    /// When none was chosen and there is no home for the default one.
    pub fn place(&self) -> Result<PathBuf> {
        let file = self.chosen.file.clone();
        file.map_or_else(config::default_journal, Ok)
    }

    /// The journal, to write in; an empty one is made where there is none, and whoever sits there is told what it is not for.
    ///
    /// # Errors
    /// When it cannot be opened, or a day was chosen to look at.
    pub fn open(&mut self) -> Result<Journal> {
        self.as_it_stands("a change is made to the journal as it stands")?;
        let place = self.place()?;
        if self.streams.terminals.err && !place.exists() {
            self.aside(FIRST_RUN)?;
        }
        self.tell_what_takes_long(&place)?;
        let customs = self.customs()?;
        let journal = Journal::open_by(&place, self.clock.clone(), customs)?;
        self.mask_by(&journal)?;
        self.tell_what_was_finished(&journal)?;
        Ok(journal)
    }

    fn tell_what_was_finished(&mut self, journal: &Journal) -> Result<()> {
        journal.finished().map_or(Ok(()), |says| self.aside(says))
    }

    fn tell_what_takes_long(&mut self, place: &std::path::Path) -> Result<()> {
        if !Journal::is_long_to_open(place) {
            return Ok(());
        }
        self.aside("An earlier trustline wrote this journal; bringing it to this one's form, once. Nothing in it is lost.")
    }

    /// What this place does in its own way, with the keys of its journal; what is wrong in its files is told beside the
    /// output, and the defaults hold.
    ///
    /// # Errors
    /// When the error stream cannot be written, or the journal is locked and stays so.
    pub(super) fn customs(&mut self) -> Result<Customs> {
        let customs = Customs::of(self.chosen.folder.clone())
            .in_environment(config::settings::set_here)
            .with_mask(self.cover.asked);
        for fault in customs.faults() {
            self.aside(fault)?;
        }
        let keys = self.keys(&customs)?;
        Ok(customs.with_keys(keys))
    }

    /// The folder of the settings, where there is one.
    pub fn folder(&self) -> Option<&std::path::Path> {
        self.chosen.folder.as_deref()
    }

    /// Refuses a day to look at, with the reason, where only the journal as it stands makes sense.
    ///
    /// # Errors
    /// When a day was chosen.
    pub fn as_it_stands(&self, why: &str) -> Result<()> {
        if self.as_of.is_none() {
            return Ok(());
        }
        Err(Error::usage(format!("--as-of only looks: {why}"))
            .hint("leave --as-of out; many changes take --on DAY to say when they happened"))
    }

    /// The journal, to read, as of the day that was chosen. Where there is none yet, an empty one in memory.
    ///
    /// # Errors
    /// When it cannot be opened, or a file that was named does not exist.
    pub fn read(&mut self) -> Result<Journal> {
        let place = self.place()?;
        let mut journal = if place.exists() {
            self.tell_what_takes_long(&place)?;
            let customs = self.customs()?;
            Journal::open_by(&place, self.clock.clone(), customs)?
        } else if self.chosen.typed {
            let says = format!("there is no journal at {}", place.display());
            return Err(Error::not_found(says)
                .hint("check the name; the first record you add there makes a new journal"));
        } else {
            Journal::memory(self.clock.clone())?.with(self.customs()?)
        };
        self.mask_by(&journal)?;
        self.tell_what_was_finished(&journal)?;
        journal.look_as_of(self.as_of);
        Ok(journal)
    }

    /// Says a line, made safe.
    ///
    /// # Errors
    /// When the output cannot be written; so all of these.
    pub fn say(&mut self, line: impl AsRef<str>) -> Result<()> {
        if self.is_plain() {
            return self.say_plainly(line.as_ref());
        }
        let shown = self.shown(line.as_ref());
        let line = text::line(&shown);
        self.put(&format!("{}\n", line.trim_end()))
    }

    /// Says several lines, made safe.
    pub fn say_lines(&mut self, lines: &str) -> Result<()> {
        if self.is_plain() {
            return lines.lines().try_for_each(|line| self.say_plainly(line));
        }
        self.document(lines)
    }

    /// Says several lines as they are, whichever way everything else is said: a document, a picture, a script.
    pub fn document(&mut self, lines: &str) -> Result<()> {
        let shown = self.shown(lines);
        let lines = text::lines(&shown);
        self.put(&lines)?;
        if lines.is_empty() || lines.ends_with('\n') {
            return Ok(());
        }
        self.put("\n")
    }

    /// Says a heading, bold where that can be seen.
    pub fn head(&mut self, line: impl AsRef<str>) -> Result<()> {
        if self.is_plain() {
            return self.head_plainly(line.as_ref());
        }
        let line = text::line(&self.shown(line.as_ref())).into_owned();
        if self.streams.terminals.out && !self.streams.plain {
            self.put(&format!("\u{1b}[1m{line}\u{1b}[0m\n"))
        } else {
            self.say(line)
        }
    }

    /// Says rows in columns that stand straight by display width.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> Result<()> {
        let mask = |cell: &String| self.shown(cell).into_owned();
        let shown: Vec<Vec<_>> = rows
            .iter()
            .map(|row| row.iter().map(mask).collect())
            .collect();
        super::columns::rows(&shown)
            .iter()
            .try_for_each(|row| self.say(row))
    }

    /// Puts a text on the output as it is.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn put(&mut self, text: &str) -> Result<()> {
        let done = self.streams.out.write_all(text.as_bytes());
        done.map_err(not_written)
    }

    /// The output itself, for a writer of its own.
    pub fn out(&mut self) -> &mut dyn Write {
        &mut *self.streams.out
    }

    /// Says something beside the output, to whoever sits there.
    pub fn aside(&mut self, line: impl AsRef<str>) -> Result<()> {
        let line = self.in_its_manner(self.shown(line.as_ref()).into_owned());
        Ok(writeln!(self.streams.err, "{}", text::line(&line))?)
    }

    /// Shows how far a long job is, on a terminal only; an empty text clears it.
    pub fn progress(&mut self, line: &str) {
        // a line that is drawn over and over is read out over and over
        if self.streams.terminals.err && !self.is_plain() {
            // progress that cannot be shown is no reason to stop the work
            let _ = write!(
                self.streams.err,
                "\r\u{1b}[K{}",
                text::line(&self.shown(line))
            );
            let _ = self.streams.err.flush();
        }
    }

    /// Asks, and takes a line; `None`: the input ended.
    ///
    /// # Errors
    /// When there is nobody to ask.
    pub fn ask(&mut self, question: &str) -> Result<Option<String>> {
        if !self.asks() {
            return Err(Error::usage(
                "there is nobody to ask: the input is not a terminal",
            ));
        }
        let question = self.in_its_manner(self.shown(question).into_owned());
        write!(self.streams.err, "{} ", text::line(&question))?;
        self.streams.err.flush()?;
        let mut line = String::new();
        let read = self.streams.input.read_line(&mut line)?;
        if read == 0 {
            writeln!(self.streams.err)?;
            return Ok(None);
        }
        Ok(Some(line.trim().to_owned()))
    }

    /// Asks what is answered by yes or no; anything but a yes is a no, and so is the end of the input.
    ///
    /// # Errors
    /// When there is nobody to ask.
    pub fn says_yes(&mut self, question: &str) -> Result<bool> {
        let answer = self.ask(&format!("{question} [y/N]"))?;
        Ok(answer.is_some_and(|said| matches!(said.to_lowercase().as_str(), "y" | "yes")))
    }

    /// Sends everything on its way.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn flush(&mut self) -> Result<()> {
        self.streams.out.flush().map_err(not_written)
    }

    /// Says an error in two lines and answers with its exit code.
    pub fn fail(&mut self, error: &Error) -> u8 {
        if !error.is_silent() {
            // what was said before the error comes before it
            let _ = self.streams.out.flush();
            let says = self.in_its_manner(self.shown(error.says()).into_owned());
            let _ = writeln!(self.streams.err, "Error: {}", text::line(&says));
            if let Some(hint) = error.hint_text() {
                let hint = self.in_its_manner(self.shown(hint).into_owned());
                let _ = writeln!(self.streams.err, "Hint: {}", text::line(&hint));
            }
        }
        error.exit_code()
    }
}

fn not_written(error: std::io::Error) -> Error {
    Error::file("write", std::path::Path::new("the output"), error)
}
