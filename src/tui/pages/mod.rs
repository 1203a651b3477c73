//! The pages. Each names what it asks and draws what it was answered; only `app.rs` knows them all.

pub mod checkin;
pub mod explain;
pub mod outline;
pub mod relationship;
