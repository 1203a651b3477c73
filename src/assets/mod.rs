//! What is compiled in from `assets/`, and its readers: the question packs and the sample journal.

mod packs;
pub mod sample;

pub use packs::{FILE as PACKS, Packs, answer_told, packs, packs_in, wording};
