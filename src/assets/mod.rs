//! What is compiled in from `assets/`, and its readers: question packs, what repair plans start from, the sample journal.

mod packs;
mod plans;
pub mod sample;

pub use packs::{FILE as PACKS, Packs, answer_told, packs, packs_in, wording};
pub use plans::{FILE as PLANS, plans, plans_of};
