//! The one integration binary: journeys, laws and pins.

mod cli;
mod commands;
mod confidences;
mod exchange_csv;
mod faults;
mod figures;
mod floors;
mod house;
mod journal;
mod laws;
mod migrations;
mod pages_do;
mod pages_look;
mod plans;
mod queries;
mod random_acts;
mod readme;
mod repair_do;
mod rough_hands;
mod run_do;
mod screens;
mod terminal;
mod ties;
mod timeline_do;
mod trust_do;
mod vectors;
