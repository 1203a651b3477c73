//! The one integration binary: journeys, laws and pins.

mod cli;
mod figures;
mod house;
mod journal;
mod vectors;
