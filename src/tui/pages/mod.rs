//! The pages. Each names what it asks and draws what it was answered; only `app.rs` knows them all.

pub mod about;
pub mod checkin;
pub mod explain;
pub mod outline;
pub mod prep;
pub mod prompt;
pub mod relationship;
pub mod repair;
pub mod search;
