//! The fault matrix: killed at any instant, the power cut, the disk full or failing, files that are no journals, many
//! hands at once, two copies, clocks that jump, signals, and places where much is missing.
//!
//! A short run always; `TRUSTLINE_FAULTS=long` runs the full figures of the matrix. What was done is counted on the
//! standard error (`cargo test faults -- --nocapture`). What needs `strace` says so and is skipped where it cannot run.

mod acts;
mod clocks;
mod copies;
mod damaged;
mod failing;
mod halfway;
mod hands;
mod incoming;
mod kills;
#[cfg(feature = "encryption")]
mod locking;
pub mod place;
mod power;
mod signals;
mod surroundings;
mod trace;
mod unwritable;
