//! trustline: a private, local-first journal for trust at work, in the terminal.

pub mod assets;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod error;
pub mod journal;
pub mod store;
pub mod transfer;
pub mod tui;
pub mod wire;
