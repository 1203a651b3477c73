//! The one integration binary: journeys, laws and pins.

mod cli;
mod exchange_csv;
mod figures;
mod house;
mod journal;
mod plans;
mod vectors;
