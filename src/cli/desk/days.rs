//! Days and moments that were typed for a flag.

use chrono::NaiveDate;

use super::Desk;
use crate::domain::When;
use crate::domain::dates::{self, Lean};
use crate::error::{Error, Result};

impl Desk<'_> {
    /// Reads a day that was typed for a flag.
    ///
    /// # Errors
    /// With the flag's name and what could not be understood.
    pub fn day(&self, flag: &str, typed: &str, lean: Lean) -> Result<NaiveDate> {
        dates::day(typed, self.clock.now(), lean).map_err(|says| not_a_day(flag, &says))
    }

    /// Reads a day or a moment that was typed for a flag.
    ///
    /// # Errors
    /// As [`Desk::day`].
    pub fn when(&self, flag: &str, typed: &str, lean: Lean) -> Result<When> {
        dates::when(typed, self.clock.now(), lean).map_err(|says| not_a_day(flag, &says))
    }
}

fn not_a_day(flag: &str, says: &str) -> Error {
    with_day_hint(Error::usage(format!("{flag}: {says}")))
}

/// Adds how days are written, unless the sentence says it already.
pub fn with_day_hint(error: Error) -> Error {
    if error.says().contains("write it like") {
        return error;
    }
    error.hint("days are written like fri, 3 days ago, in 2 weeks or 2026-11-20")
}
