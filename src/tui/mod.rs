//! Keys in, a screen out.

pub mod command;
pub mod page;
pub mod theme;

/// STAND-IN until the screen is merged: drop at that merge.
pub fn run(journal: crate::journal::Journal, banner: Option<String>) -> crate::error::Result<()> {
    let _ = (journal, banner);
    Ok(())
}
