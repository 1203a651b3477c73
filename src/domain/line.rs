//! One line understood as a commitment: "send Priya the budget numbers by thu noon #budget".

use super::RecordId;
use super::commitment::Commitment;
use super::fields::{Fault, Reading};

/// What a line was understood as, and what is still missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The commitment so far.
    pub commitment: Commitment,
    /// Fields that must still be given (`who`, …), by name.
    pub missing: Vec<&'static str>,
    /// The echo: `I promise Priya Nair: send the budget numbers · due Thu 26 Nov 12:00, in 4 days · #budget`.
    pub echo: String,
}

/// Understands a line. `about` is the relationship that is meant when the line names nobody.
///
/// # Errors
/// A fault when a part of the line is certainly a date, a name or a direction and cannot be read.
pub fn commitment(
    line: &str,
    about: Option<RecordId>,
    with: &Reading<'_>,
) -> Result<Understood, Fault> {
    let _ = (line, about, with);
    todo!()
}
