//! The occasions of the day, and which of them were told already.

use super::Journal;
use crate::domain::notice::{Occasion, Rule, occasions};
use crate::error::Result;

/// The most lines of each part that a notice is made from.
const ROWS: usize = 200;

impl Journal {
    /// What of this day is worth a notice by a rule.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn occasions(&self, rule: &Rule) -> Result<Vec<Occasion>> {
        Ok(occasions(&self.today(ROWS)?, self.day(), rule))
    }

    /// Those of some that nobody was told yet.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn untold(&self, mut some: Vec<Occasion>) -> Result<Vec<Occasion>> {
        let mut failed = None;
        some.retain(|one| match self.store.is_told(&one.key) {
            Ok(told) => !told,
            Err(error) => {
                failed = Some(error);
                true
            }
        });
        failed.map_or(Ok(some), Err)
    }

    /// Takes some on to be told, each once whoever asks: what another window or a timer told meanwhile is left out.
    ///
    /// # Errors
    /// When it cannot be remembered; nothing is to be told then.
    pub fn tells(&mut self, some: Vec<Occasion>) -> Result<Vec<Occasion>> {
        let some = self.untold(some)?;
        if some.is_empty() {
            return Ok(some);
        }
        let day = self.clock.today();
        let first = self.store.tells(&keys(&some), day)?;
        let mine = some.into_iter().zip(first).filter(|(_, first)| *first);
        Ok(mine.map(|(one, _)| one).collect())
    }

    /// Gives some back that could not be told.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn untells(&mut self, some: &[Occasion]) -> Result<()> {
        self.store.untells(&keys(some))
    }
}

fn keys(some: &[Occasion]) -> Vec<String> {
    some.iter().map(|one| one.key.clone()).collect()
}
