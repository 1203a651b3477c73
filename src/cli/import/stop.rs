//! Ctrl-C while much is read or written: the work stops at the next row and nothing of it is kept.

use std::io::{BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::signal::SIGINT;

use crate::error::{Error, Result};

/// Hears Ctrl-C from when it is made on; a second one ends the process at once.
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Begins to listen.
    pub fn new() -> Self {
        let heard = Arc::new(AtomicBool::new(false));
        // where it cannot be set up, the system's own way stands: the process ends, and nothing is kept either
        let _ = signal_hook::flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&heard));
        let _ = signal_hook::flag::register(SIGINT, Arc::clone(&heard));
        Self(heard)
    }

    /// Whether to go on.
    pub fn goes_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }

    /// What was done under a reader that [`Stop::watched`]: stopped is what it is called then.
    ///
    /// # Errors
    /// `Refused` when it was stopped, else its own.
    pub fn told<T>(&self, done: Result<T>) -> Result<T> {
        match done {
            Err(_) if !self.goes_on() => Err(Error::refused("stopped; nothing was kept")),
            done => done,
        }
    }

    /// A reader that fails once Ctrl-C was heard.
    pub fn watched<'a>(&'a self, from: &'a mut dyn BufRead) -> Watched<'a> {
        Watched { from, stop: self }
    }
}

/// A reader that fails once Ctrl-C was heard.
pub struct Watched<'a> {
    from: &'a mut dyn BufRead,
    stop: &'a Stop,
}

impl Read for Watched<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        self.from.read(room)
    }
}

impl BufRead for Watched<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.stop.goes_on() {
            self.from.fill_buf()
        } else {
            Err(std::io::Error::other("stopped"))
        }
    }

    fn consume(&mut self, used: usize) {
        self.from.consume(used);
    }
}
