//! Foreign formats, in and out: one file a format. Streams in, records out; briefs in, documents out.
//!
//! [`table`] reads CSV of any shape, [`brief`] writes the summary before a one-on-one as Markdown, text, HTML or
//! JSON, [`timeline`] draws the reliability of both sides as text or SVG.

pub mod brief;
pub mod table;
pub mod timeline;
