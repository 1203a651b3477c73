//! What is compiled in from `assets/`, and its readers: question packs, what repair plans start from, the
//! sample journal, the pages of help, the themes.

mod help;
mod packs;
mod plans;
pub mod sample;
pub mod themes;

pub use help::{
    BEFORE_A_ONE_ON_ONE, FIGURES_EXPLAINED, Face, Found, GETTING_STARTED, HELP, HelpPage, KEYS,
    Laid, PRIVACY, REPAIR, WEEKLY_RUN, found, laid, plain,
};
pub use packs::{FILE as PACKS, Packs, answer_told, packs, packs_in, wording};
pub use plans::{FILE as PLANS, plans, plans_of};
