//! Foreign formats, in and out: one file a format. Streams in, records out; briefs in, documents out.
//!
//! [`intake`] reads what others wrote, by one trait for every format, [`table`] CSV of any shape; [`outgoing`] writes
//! what others read. [`brief`] writes the summary before a one-on-one as Markdown, text, HTML or
//! JSON, [`send`] hands a text to the clipboard or the pager, [`timeline`] draws the reliability of both sides as text or SVG.

pub mod brief;
mod file;
pub mod intake;
mod markup;
pub mod outgoing;
pub mod send;
pub mod table;
pub mod timeline;

pub use file::write_file;
