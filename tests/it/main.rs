//! The one integration binary: journeys, laws and pins.

mod exchange_csv;
mod figures;
mod vectors;
