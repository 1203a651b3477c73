//! What can still be read of a damaged journal, out: past the damage, and nothing that may be sealed.

use std::io::Write;

use super::Journal;
use crate::error::Result;
use crate::store::Salvage;
use crate::wire::revision;

impl Journal {
    /// Writes every revision that can still be read as JSON Lines, in the order in which they were written, and
    /// answers what was left out. What was told in confidence stays here, and so does what may have been, where a
    /// revision cannot be read at all.
    ///
    /// # Errors
    /// When not even the number of revisions can be read, or the output not written.
    pub fn salvage(&self, out: &mut dyn Write) -> Result<Salvage> {
        self.store.read(|| {
            let found = self.store.salvage()?;
            writeln!(out, "{}", revision::heading(found.sound, found.marked))?;
            self.store.each_sound(&found, |one| {
                Ok(writeln!(out, "{}", revision::write(&one)?)?)
            })?;
            out.flush()?;
            Ok(found)
        })
    }
}
