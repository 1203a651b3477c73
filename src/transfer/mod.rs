//! Foreign formats, in and out: one file a format. Streams in, records out; briefs in, documents out.
//!
//! [`intake`] reads what others wrote, by one trait for every format, [`table`] CSV of any shape, [`vcard`] contacts,
//! [`ics`] calendars (and writes them), [`taskwarrior`] task lists (and writes them), `own` the tables that
//! [`outgoing`] wrote; [`outgoing`] writes
//! what others read. [`brief`] writes the summary before a one-on-one as Markdown, text, HTML or
//! JSON, [`send`] hands a text to the clipboard or the pager, [`timeline`] draws the reliability of both sides as
//! text or SVG.

mod blocks;
pub mod brief;
mod elements;
mod file;
pub mod ics;
pub mod intake;
mod jrnl;
mod markup;
mod notes;
pub mod outgoing;
mod own;
pub mod send;
pub mod table;
pub mod taskwarrior;
pub mod timeline;
mod tui_journal;
pub mod vcard;

pub use file::{place, write_file};
