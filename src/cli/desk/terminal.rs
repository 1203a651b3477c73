//! The terminal itself, whichever stream leads there.

use super::{Desk, Terminals};
use crate::error::Result;

impl Desk<'_> {
    /// Sends a sequence to the terminal itself, whichever stream leads there; whether there is one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn tell_terminal(&mut self, sequence: &str) -> Result<bool> {
        match self.streams.terminals {
            Terminals { out: true, .. } => self.put(sequence)?,
            Terminals { err: true, .. } => write!(self.streams.err, "{sequence}")?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}
