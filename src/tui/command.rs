//! Every command, told once: its name, its scopes, its keys, its sentence. Footer, help, palette and README derive from it.
//!
//! [`TABLE`] is the only place in which a key is written; what the user wrote over it stands in [`force`]. Sentences that
//! name a key ask [`key`]. Adding a command touches two places: a row
//! of the table, and a match arm in the page whose scope has it. A page gets the command through
//! [`super::page::Page::act`] and never sees which key it was.

mod every;
pub mod force;
mod reach;
mod row;
mod scope;
mod shown;
mod table;

pub use every::Command;
pub use reach::meet;
pub(crate) use row::told;
pub use row::{Row, key, key_typing, row, rows};
pub use scope::Scope;
pub use shown::shown;
pub use table::TABLE;
