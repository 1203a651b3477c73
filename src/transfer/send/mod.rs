//! Where a text may go besides a file: the clipboard and the pager of this machine, and its notices. Nothing else leaves.

mod clearing;
mod clipboard;
mod notice;
mod pager;

pub use clearing::Copies;
pub use clipboard::{Copied, MOST, Tool, escape};
pub use notice::{Sender, Through, sequence};
pub use pager::Pager;
