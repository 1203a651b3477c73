//! The pages, one a file. They name places and never build one another; only `places` does.

pub mod add;
pub mod backups;
pub mod checkin;
pub mod confidences;
pub mod confirm;
pub mod explain;
pub mod form;
pub mod help;
pub mod outline;
pub mod palette;
pub mod prep;
pub mod prompt;
pub mod quick;
pub mod record;
pub mod relationship;
pub mod relationships;
pub mod repair;
pub mod restoring;
pub mod search;
pub mod settle;
pub mod steps;
pub mod team;
pub mod teams;
pub mod today;
pub mod triage;
mod trust;
