//! What is compiled in from `assets/`, and its readers: question packs, the sample journal, help.

use crate::domain::pack::Pack;

/// The built-in question packs, one a role.
pub fn packs() -> Vec<Pack> {
    todo!()
}
