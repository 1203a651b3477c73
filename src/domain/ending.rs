//! How what stands until it is ended comes to its end, with the words for why, and stands again.
//!
//! Agreements, delegations and shortcuts keep a day and closing words; what ending means for them is said here once.

use chrono::NaiveDate;

use super::Kind;
use super::act::{self, Act};
use super::fields::Fault;

/// The day something ended and why, in the fields of the record that has them.
pub(super) struct Ending<'a> {
    /// The day; `None` while it stands.
    pub ended: &'a mut Option<NaiveDate>,
    /// Why.
    pub closing: &'a mut String,
}

impl Ending<'_> {
    /// Ends it or lets it stand again.
    ///
    /// # Errors
    /// That the act does not fit, for any other.
    pub fn act(self, kind: Kind, act: &Act, on: NaiveDate) -> Result<(), Fault> {
        match act {
            Act::End { words } => {
                *self.ended = Some(on);
                words.trim().clone_into(self.closing);
            }
            Act::Reopen => self.reopen(),
            other => return Err(act::unfit(kind, other)),
        }
        Ok(())
    }

    /// Takes away an end that came after a day.
    pub fn back_to(self, day: NaiveDate) {
        if self.ended.is_some_and(|on| on > day) {
            self.reopen();
        }
    }

    fn reopen(self) {
        *self.ended = None;
        self.closing.clear();
    }
}

/// Of what ended, that nothing can be done to it but to open it again.
///
/// # Errors
/// For any other act on what ended.
pub(super) fn still_stands(ended: Option<NaiveDate>, act: &Act) -> Result<(), Fault> {
    if ended.is_some() && *act != Act::Reopen {
        return Err(act::ended("ended"));
    }
    Ok(())
}

/// The state of what stands until it ends, in one word.
pub(super) fn state(ended: Option<NaiveDate>) -> &'static str {
    if ended.is_some() { "ended" } else { "standing" }
}
