//! Keys in, a screen out.

pub mod chart;
pub mod command;
pub mod page;
pub mod theme;
