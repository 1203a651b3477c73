//! What is compiled in from `assets/`, and its readers: question packs, the sample journal, help.

use crate::domain::pack::Pack;

/// The built-in question packs, one a role.
pub fn packs() -> Vec<Pack> {
    Vec::new() // STAND-IN
}

/// STAND-IN until the sample journal is merged: drop at that merge.
pub mod sample {
    use crate::domain::{Record, RecordId};
    /// Stand-in.
    pub fn sample(_: chrono::NaiveDate) -> Vec<(RecordId, Record)> {
        Vec::new()
    }
}
