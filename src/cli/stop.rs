//! Ctrl-C while much is read or written: the work stops at the next row and nothing of it is kept.

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

    /// What was done under a reader that stops with it: stopped is what it is called then.
    ///
    /// # Errors
    /// `Refused` when it was stopped, else its own.
    pub fn told<T>(&self, done: Result<T>) -> Result<T> {
        match done {
            Err(_) if !self.goes_on() => Err(Error::refused("stopped; nothing was kept")),
            done => done,
        }
    }
}
