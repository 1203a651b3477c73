//! The hand-off to the clipboard, to the pager, and of notices.

use std::io::{self, BufRead, Write};

use super::{Screen, enter, fresh, leave};
use crate::config::settings::notice::{By, Notice as Way};
use crate::domain::notice::Notice;
use crate::error::{Error, Result};
use crate::transfer::send::{Copied, Copies, MOST, Pager, Sender, Through, Tool, escape, sequence};

/// Puts a text into the clipboard: by a program of this machine, without waiting for it, and by the terminal. It is
/// remembered among the copies; `cleared`: that it goes again at leaving is said.
///
/// # Errors
/// When neither can have it.
pub fn copy(text: String, copies: &mut Copies, cleared: bool) -> Result<String> {
    let (long, sequence) = (text.len() > MOST, escape(&text));
    if let Some(sequence) = &sequence {
        tell(sequence)?;
    }
    let tool = Tool::here();
    copies.add(&text, tool.as_ref(), sequence.is_some());
    let tool = tool.filter(|tool| tool.take_aside(text));
    let done = Copied {
        tool: tool.map(|tool| tool.name),
        terminal: sequence.is_some(),
        long,
    };
    let says = done
        .says()
        .map_err(|(says, way)| Error::refused(says).hint(way))?;
    let until = if cleared { "; until you leave" } else { "" };
    Ok(format!("{says}{until}"))
}

/// Takes what was copied out of the clipboard again.
pub fn clear(copies: &Copies) {
    if let Some(sequence) = copies.clear(Tool::tmux().as_ref()) {
        // a terminal that is gone has no clipboard either
        let _ = tell(&sequence);
    }
}

/// Tells notices, by the terminal or by a command of the user's, without waiting for it.
///
/// # Errors
/// When the command cannot be started.
pub fn notices(told: &[Notice], way: &Way) -> Result<()> {
    for notice in told {
        if way.by == By::Command {
            Sender::of(&way.command)?.tell_aside(notice)?;
        } else if let Some(sequence) = sequence(way.by, notice, Through::here()) {
            tell(&sequence)?;
        }
    }
    Ok(())
}

/// Sends a sequence to the terminal.
pub fn tell(sequence: &str) -> io::Result<()> {
    let mut terminal = io::stdout();
    terminal.write_all(sequence.as_bytes())?;
    terminal.flush()
}

/// Shows a text in the pager; the screen is left for it, and comes back.
///
/// # Errors
/// When no pager can be started.
pub fn page(text: &str, screen: &mut Screen) -> Result<String> {
    leave();
    let shown = Pager::any(&Pager::here(), text, true);
    if shown.as_ref().is_ok_and(Pager::leaves) {
        // what it showed would be gone before it was read
        let mut terminal = io::stdout();
        let asked = write!(terminal, "\nEnter goes back. ").and_then(|()| terminal.flush());
        if asked.is_ok() {
            let _ = io::stdin().lock().read_line(&mut String::new());
        }
    }
    enter()?;
    fresh(screen)?;
    shown.map(|_| String::new())
}
