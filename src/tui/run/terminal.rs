//! The terminal itself: taken, given a title for a while, wiped and given back on every way out.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture,
};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

use crate::error::Result;
use crate::tui::job;

/// Whether the terminal is ours, and its screen to be wiped before it is given back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal has another title for a while.
static TITLED: AtomicBool = AtomicBool::new(false);

/// The terminal as the program needs it, given back when this is dropped.
pub(super) struct Guard;

impl Guard {
    pub(super) fn enter() -> Result<Self> {
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

/// Takes the terminal.
pub(super) fn enter() -> Result<()> {
    ENTERED.store(true, Ordering::Relaxed);
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
pub(super) fn leave() {
    let _ = title(None);
    if ENTERED.swap(false, Ordering::Relaxed) {
        // there are terminals that keep what stood on the other screen
        let _ = queue!(io::stdout(), Clear(ClearType::All));
    }
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

/// Gives the terminal a title for a while, or its own back. The program sets none of its own otherwise.
pub(super) fn title(title: Option<&str>) -> io::Result<()> {
    let sequence = match title {
        Some(_) if TITLED.swap(true, Ordering::Relaxed) => return Ok(()),
        Some(title) => format!("\x1b[22;0t\x1b]0;{title}\x07"),
        None if TITLED.swap(false, Ordering::Relaxed) => "\x1b[23;0t".to_owned(),
        None => return Ok(()),
    };
    let mut terminal = io::stdout();
    terminal.write_all(sequence.as_bytes())?;
    terminal.flush()
}

/// A panic gives the terminal back before it says what happened. That of a job ends the job alone, where it can.
pub(super) fn restore_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if cfg!(panic = "unwind") && std::thread::current().name() == Some(job::THREAD) {
            return;
        }
        leave();
        before(panic);
    }));
}
