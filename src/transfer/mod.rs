//! Foreign formats, in and out: one file a format. Streams in, records out; briefs in, documents out.

pub mod brief;
pub mod table;
pub mod timeline;
