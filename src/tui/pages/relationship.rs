//! x
pub mod span;
