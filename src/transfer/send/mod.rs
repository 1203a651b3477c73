//! Where a text may go besides a file: the clipboard and the pager of this machine. Nothing else leaves.

mod clearing;
mod clipboard;
mod pager;

pub use clearing::Copies;
pub use clipboard::{Copied, MOST, Tool, escape};
pub use pager::Pager;
