//! The versioned form of every record, as revisions and exports hold it; old forms are read for ever.

pub mod json;
