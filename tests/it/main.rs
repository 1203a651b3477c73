//! The one integration binary: journeys, laws and pins.

mod figures;
mod house;
mod journal;
mod vectors;
