//! Foreign formats, in and out: one file a format. Streams in, records out; briefs in, documents out.
//!
//! [`intake`] reads what others wrote, by one trait for every format: [`table`] CSV of any shape, `own` the tables that we
//! wrote ourselves, [`vcard`] contacts, [`ics`] calendars, [`taskwarrior`] task lists, `jrnl` and `tui_journal` notes.
//! [`outgoing`] writes what others read, by one trait, too. [`brief`] writes the summary before a one-on-one as Markdown, text,
//! HTML or JSON, [`timeline`] draws the reliability of both sides as text or SVG; [`send`] hands a text to the clipboard or
//! the pager and tells a notice, [`units`] writes timers, and a file is written whole or not at all.

mod blocks;
pub mod brief;
mod elements;
mod extent;
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
pub mod units;
pub mod vcard;

pub use extent::extent;
pub use file::{place, write_file};
