//! The one integration binary: journeys, laws and pins.

mod floors;
