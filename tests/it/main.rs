//! The one integration binary: journeys, laws and pins.

mod cli;
mod exchange_csv;
mod figures;
mod floors;
mod house;
mod journal;
mod plans;
mod queries;
mod vectors;
