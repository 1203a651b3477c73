//! The terminal: set up, drawn to, restored on every way out; the loop; the hand-off to `$EDITOR`.
//!
//! # Waiting
//! One thread, asleep in `poll` until a key, a signal, a write to the journal by another process (`watch`) or the next real
//! deadline: midnight, what is being typed, a notice, the lock after a rest. At rest it does not wake. Nothing is drawn unless
//! something changed.

mod burst;
mod editor;
mod hangup;
mod lent;
mod send;
mod terminal;
mod watch;

use crossterm::event::{self, Event};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::app::Out;
use super::hall::{Door, Hall, Start};
use super::job::Job;
use crate::clock::Stopwatch;
use crate::error::{Error, ErrorKind, Result};
use crate::transfer::send::Copies;
use terminal::{Guard, enter, leave, restore_on_panic, title};
use watch::{Watch, ready};

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// What the loop has in hand.
struct Seat {
    hall: Hall,
    screen: Screen,
    signal: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    watch: Watch,
    /// Since somebody was last here.
    quiet: Stopwatch,
    copies: Copies,
    /// What was read and is not done yet: a key before it left the screen to an editor.
    waiting: VecDeque<Event>,
}

/// Opens the screen before the door of a journal; returns when the user leaves. The note stands in the header
/// ("a sample, in a throw-away place"); `work` is begun once the journal is seen.
///
/// # Errors
/// When the terminal cannot be set up or drawn to, the journal cannot be opened, or the process was told to end by a
/// signal.
pub fn run(door: Door, start: Start, note: Option<String>, work: Option<Job>) -> Result<()> {
    let (signal, stop) = watch_signals()?;
    hangup::watch()?;
    let watch = Watch::new(door.path())?;
    restore_on_panic();
    let guard = Guard::enter()?;
    let screen = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
        1 << 16,
        io::stdout(),
    )))?;
    let size = screen.size()?;
    let area = Rect::new(0, 0, size.width, size.height);
    let outfit = door.outfit();
    let mut seat = Seat {
        hall: Hall::new(door, start, note, work, outfit, area),
        screen,
        signal,
        stop,
        watch,
        quiet: Stopwatch::start(),
        copies: Copies::default(),
        waiting: VecDeque::new(),
    };
    seat.opened();
    let ended = turn(&mut seat);
    let Seat {
        mut hall,
        mut screen,
        copies,
        ..
    } = seat;
    if ended.is_err() {
        hall.keep_drafts_now();
    }
    if hall.privacy().clear_clipboard {
        send::clear(&copies);
    }
    drop(hall);
    if screen.show_cursor().is_err() {
        // its drop would say so on the standard error, and panic when that went away with the terminal
        std::mem::forget(screen);
        drop(guard);
        return Err(Error::new(ErrorKind::Answer, "the terminal went away"));
    }
    drop(guard);
    ended
}

/// How many columns and lines the terminal of this process has; `None`: there is none. Only for a process whose output
/// is one: elsewhere another program would be asked.
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// The loop: draw, wait, take what came.
fn turn(seat: &mut Seat) -> Result<()> {
    let mut changed = true;
    loop {
        let told = seat.signal.load(Ordering::Relaxed);
        if told != 0 {
            seat.hall.closing();
            let number = u8::try_from(told).unwrap_or(0);
            let says = format!("ended by signal {told}");
            return Err(Error::new(ErrorKind::Ended(number), says));
        }
        if seat.stop.swap(false, Ordering::Relaxed) {
            suspend(&mut seat.hall, &mut seat.screen)?;
            changed = true;
        }
        if let Some(out) = seat.hall.take_out() {
            if out == Out::Quit {
                return Ok(());
            }
            seat.does(out)?;
            changed = true;
        }
        changed |= seat.hall.rests(seat.quiet.elapsed());
        if changed {
            seat.draw()?;
        }
        if seat.hall.seen()? {
            seat.notices();
            seat.opened();
            changed = true;
            continue;
        }
        changed = seat.waits()?;
    }
}

impl Seat {
    /// Does what only the terminal can do.
    fn does(&mut self, out: Out) -> Result<()> {
        let cleared = self.hall.privacy().clear_clipboard;
        match out {
            Out::Suspend => return suspend(&mut self.hall, &mut self.screen),
            Out::Editor(text) => {
                if let Some(app) = self.hall.app() {
                    let origin = app.origin();
                    let (screen, signal) = (&mut self.screen, &self.signal);
                    app.edited(editor::edit(&text, origin.as_ref(), screen, signal));
                }
            }
            Out::Copy(text) => {
                let sent = send::copy(text, &mut self.copies, cleared);
                self.sent(sent);
            }
            Out::Pager(text) => {
                let shown = send::page(&text, &mut self.screen);
                self.sent(shown);
            }
            Out::File(path, line) => {
                let done = editor::file(&path, line, &mut self.screen, &self.signal);
                if let Some(app) = self.hall.app() {
                    app.file_edited(done);
                }
                self.hall.follow_out();
            }
            Out::Switch(name) => {
                // what was copied in one profile does not come along into another
                self.clear_copies();
                self.hall.switch(&name);
                self.watch = Watch::new(self.hall.door().path())?;
                self.opened();
            }
            // the hall has done these, and the loop ends by the last
            Out::Lock
            | Out::Cover
            | Out::Settings
            | Out::LookAround
            | Out::LeaveSample
            | Out::Quit => return Ok(()),
        }
        // whoever was in an editor was here
        self.quiet = Stopwatch::start();
        Ok(())
    }

    fn clear_copies(&mut self) {
        if self.hall.privacy().clear_clipboard {
            send::clear(&std::mem::take(&mut self.copies));
        }
    }

    /// Tells what is due to be told; whether something is to be said of that.
    fn tells(&mut self) -> bool {
        let told = self.hall.take_notices();
        let Some(app) = self.hall.app().filter(|_| !told.is_empty()) else {
            return false;
        };
        let done = send::notices(&told, app.speaks());
        app.sent(done.map(|()| String::new()));
        true
    }

    fn sent(&mut self, done: Result<String>) {
        if let Some(app) = self.hall.app() {
            app.sent(done);
        }
    }

    fn draw(&mut self) -> Result<()> {
        title(self.hall.title())?;
        if self.hall.take_wiped() {
            fresh(&mut self.screen)?;
        }
        let hall = &self.hall;
        self.screen.draw(|frame| {
            hall.draw(frame.buffer_mut());
            if let Some(at) = hall.cursor() {
                frame.set_cursor_position(at);
            }
        })?;
        Ok(())
    }

    /// Waits for something to happen; whether the screen may have changed.
    fn waits(&mut self) -> Result<bool> {
        // the frame of the last key is drawn: now there is time to keep what was typed
        if self.hall.keep_drafts() || self.tells() {
            return Ok(true);
        }
        let waits = !self.waiting.is_empty() || ready()?;
        // what the library read before and has not handed over yet comes first
        if !event::poll(burst::AT_ONCE)? && !waits && !self.sleeps()? {
            return Ok(self.glances());
        }
        if self.signal.load(Ordering::Relaxed) != 0 {
            // the signal may say that the terminal is about to be gone: it is not read any more
            return Ok(false);
        }
        let mut changed = false;
        // what came at once (a paste without brackets, a held key) is taken before it is drawn
        while !self.waiting.is_empty() || event::poll(burst::AT_ONCE)? {
            if self.waiting.is_empty() {
                self.waiting.extend(burst::next()?);
            }
            if let Some(event) = self.waiting.pop_front() {
                changed |= self.hall.event(event);
                self.notices();
            }
            if self.hall.has_out() || (self.waiting.is_empty() && !ready()?) {
                break;
            }
        }
        Ok(changed)
    }

    /// The journal may have been opened: what an editor had when the program was killed belongs to it. What cannot be
    /// taken now is found again at the next start.
    fn opened(&mut self) {
        if let Some(app) = self.hall.app() {
            app.look_for_left_overs(|journal| lent::take_left_overs(journal).unwrap_or_default());
        }
    }

    /// Somebody was here.
    fn notices(&mut self) {
        if self.hall.take_used() {
            self.quiet = Stopwatch::start();
        }
    }

    /// Sleeps until something happens or is due; whether it may be a key.
    fn sleeps(&mut self) -> Result<bool> {
        self.watch.follow(self.hall.is_open());
        let most = self.hall.until_next(self.quiet.elapsed());
        self.watch.sleep(most.unwrap_or(watch::LONG))
    }

    /// No key came: looks after what runs, and whether another process wrote.
    fn glances(&mut self) -> bool {
        // whatever woke it, the day may be another one: the journal is looked at in any case
        self.watch.heard();
        self.hall.hear() || self.hall.catches_up()
    }
}

/// Gives the terminal back to the shell until it brings the program back.
fn suspend(hall: &mut Hall, screen: &mut Screen) -> Result<()> {
    // whoever stops it may never bring it back
    hall.keep_drafts_now();
    leave();
    // stops here; the shell's `fg` goes on with the next line
    signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    enter()?;
    fresh(screen)
}

/// Has everything drawn anew. Not by the library's own `clear`: that asks the terminal where its cursor is, and one that
/// does not answer would cost what was typed meanwhile.
fn fresh(screen: &mut Screen) -> Result<()> {
    let size = screen.size()?;
    screen.resize(Rect::new(0, 0, size.width, size.height))?;
    Ok(())
}

/// Keeps the newest signal that tells the process to end, and whether it was told to stop for a while (by another
/// process: the key for it comes as a key).
fn watch_signals() -> Result<(Arc<AtomicUsize>, Arc<AtomicBool>)> {
    let newest = Arc::new(AtomicUsize::new(0));
    for signal in [SIGTERM, SIGHUP, SIGINT] {
        let number = usize::try_from(signal).unwrap_or(1);
        signal_hook::flag::register_usize(signal, Arc::clone(&newest), number)?;
    }
    let stop = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(SIGTSTP, Arc::clone(&stop))?;
    Ok((newest, stop))
}
