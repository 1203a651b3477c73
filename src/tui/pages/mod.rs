//! The pages.

pub mod checkin;
pub mod explain;
pub mod outline;
pub mod relationship;
