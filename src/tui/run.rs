//! The terminal: set up, drawn to, restored on every way out; the loop; the hand-off to `$EDITOR`.
//!
//! # Waiting
//! One thread, blocked in `poll`. It wakes for a key, for the local midnight, to keep what is being typed, and once a second for
//! the number of the newest revision – one step down an index, some microseconds – so that the screen follows what another process writes. The alternatives were weighed:
//! waiting for a key alone would leave a screen beside a shell stale until it is touched, and a watch on the
//! write-ahead log costs a crate and misses file systems without notification. Nothing is drawn unless something changed.

mod burst;
mod editor;
mod hangup;
mod lent;
mod send;

use crossterm::event::{
    self, DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture, Event,
};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use rustix::event::{PollFd, PollFlags, Timespec};
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use super::app::{App, Out};
use super::job::{self, Job};
use super::theme::Theme;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Journal;

/// How long it waits before it looks whether another process wrote.
const GLANCE: Duration = Duration::from_secs(1);

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Opens the screen on a journal; returns when the user leaves. The note stands in the header
/// ("a sample, in a throw-away place"); `work` is begun once the screen is seen.
///
/// # Errors
/// When the terminal cannot be set up or drawn to, or the process was told to end by a signal.
pub fn run(journal: Journal, note: Option<String>, work: Option<Job>) -> Result<()> {
    let (signal, stop) = watch_signals()?;
    hangup::watch()?;
    restore_on_panic();
    let guard = Guard::enter()?;
    let mut screen = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
        1 << 16,
        io::stdout(),
    )))?;
    let size = screen.size()?;
    let area = Rect::new(0, 0, size.width, size.height);
    // what cannot be taken now is found again at the next start
    let left = lent::take_left_overs(&journal).unwrap_or_default();
    let mut app = App::new(journal, Theme::from_env(), &note.unwrap_or_default(), area);
    app.found_left_overs(left);
    let ended = turn(&mut app, &mut screen, (&signal, &stop), work);
    if ended.is_err() {
        app.keep_drafts_now();
    }
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
fn turn(
    app: &mut App,
    screen: &mut Screen,
    (signal, stop): (&AtomicUsize, &AtomicBool),
    mut work: Option<Job>,
) -> Result<()> {
    let mut changed = true;
    // what was read and is not done yet: a key before it left the screen to an editor
    let mut waiting = VecDeque::new();
    loop {
        let told = signal.load(Ordering::Relaxed);
        if told != 0 {
            app.closing();
            let number = u8::try_from(told).unwrap_or(0);
            let says = format!("ended by signal {told}");
            return Err(Error::new(ErrorKind::Ended(number), says));
        }
        if stop.swap(false, Ordering::Relaxed) {
            suspend(app, screen)?;
            changed = true;
        }
        match app.take_out() {
            Some(Out::Quit) => return Ok(()),
            Some(Out::Suspend) => {
                suspend(app, screen)?;
                changed = true;
            }
            Some(Out::Editor(text)) => {
                let edited = editor::edit(&text, app.origin().as_ref(), screen, signal);
                app.edited(edited);
                changed = true;
            }
            Some(Out::Copy(text)) => {
                app.sent(send::copy(text));
                changed = true;
            }
            Some(Out::Pager(text)) => {
                let shown = send::page(&text, screen);
                app.sent(shown);
                changed = true;
            }
            None => {}
        }
        if changed {
            draw(app, screen)?;
        }
        if let Some(work) = work.take() {
            app.begin(work);
        }
        changed = wait(app, signal, &mut waiting)?;
    }
}

/// Waits for something to happen; whether the screen may have changed.
fn wait(app: &mut App, signal: &AtomicUsize, waiting: &mut VecDeque<Event>) -> Result<bool> {
    // the frame of the last key is drawn: now there is time to keep what was typed
    if app.keep_drafts() {
        return Ok(true);
    }
    let waits = !waiting.is_empty() || ready(Duration::ZERO)?;
    let glance = if app.is_busy() { job::GLANCE } else { GLANCE };
    let glance = glance.min(app.until_draft().unwrap_or(GLANCE));
    // what the library read before and has not handed over yet comes first
    if !event::poll(Duration::ZERO)? && !waits && !ready(glance.min(app.until_midnight()))? {
        if app.is_busy() && app.hear() {
            return Ok(true);
        }
        let stale = app.is_stale();
        if stale {
            app.refresh();
        }
        return Ok(stale);
    }
    if signal.load(Ordering::Relaxed) != 0 {
        // the signal may say that the terminal is about to be gone: it is not read any more
        return Ok(false);
    }
    let mut changed = false;
    // what came at once (a paste without brackets, a held key) is taken before it is drawn
    while !waiting.is_empty() || event::poll(Duration::ZERO)? {
        if waiting.is_empty() {
            waiting.extend(burst::next()?);
        }
        if let Some(event) = waiting.pop_front() {
            changed |= app.event(event);
        }
        if app.has_out() || (waiting.is_empty() && !ready(Duration::ZERO)?) {
            break;
        }
    }
    Ok(changed)
}

/// Whether the terminal has something to read, within a time; a signal (the window changed its size, the process is
/// told to end) counts as something.
///
/// This stands before crossterm's own wait because that one, on a terminal that hung up, reads nothing for ever at
/// full speed: a process whose window was closed would never end.
fn ready(within: Duration) -> Result<bool> {
    let input = rustix::stdio::stdin();
    let mut terminal = [PollFd::new(&input, PollFlags::IN)];
    let within = Timespec::try_from(within).unwrap_or_default();
    match rustix::event::poll(&mut terminal, Some(&within)) {
        Err(rustix::io::Errno::INTR) => {
            // a hang-up is such a signal: it is looked at before anything is read
            ready(Duration::ZERO)?;
            return Ok(true);
        }
        Err(error) => return Err(io::Error::from(error).into()),
        Ok(_) => {}
    }
    if terminal[0]
        .revents()
        .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
    {
        return Err(Error::new(ErrorKind::Answer, "the terminal went away"));
    }
    Ok(terminal[0].revents().contains(PollFlags::IN))
}

fn draw(app: &App, screen: &mut Screen) -> Result<()> {
    screen.draw(|frame| {
        app.draw(frame.buffer_mut());
        if let Some(at) = app.cursor() {
            frame.set_cursor_position(at);
        }
    })?;
    Ok(())
}

/// Gives the terminal back to the shell until it brings the program back.
fn suspend(app: &mut App, screen: &mut Screen) -> Result<()> {
    // whoever stops it may never bring it back
    app.keep_drafts_now();
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

/// The terminal as the program needs it, given back when this is dropped.
struct Guard;

impl Guard {
    fn enter() -> Result<Self> {
        // from here on every way out gives the terminal back, half-way set up or not
        let guard = Self;
        enter()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

fn enter() -> Result<()> {
    enable_raw_mode()?;
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableMouseCapture,
        EnableFocusChange
    )?;
    Ok(())
}

/// Gives the terminal back; a terminal that is gone cannot be, and that is no failure.
fn leave() {
    let _ = execute!(
        io::stdout(),
        DisableFocusChange,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        crossterm::cursor::Show
    );
    let _ = disable_raw_mode();
}

/// A panic gives the terminal back before it says what happened. That of a job ends the job alone, where it can.
fn restore_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if cfg!(panic = "unwind") && std::thread::current().name() == Some(job::THREAD) {
            return;
        }
        leave();
        before(panic);
    }));
}
