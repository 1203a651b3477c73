//! x
pub mod draft;
