//! The one integration binary: journeys, laws and pins.

mod any_hand;
#[cfg(target_os = "linux")]
mod asleep;
mod audience;
mod backups;
mod backups_do;
mod brief_do;
mod broken_settings;
mod browser;
mod bytes;
mod cli;
mod commands;
mod confided;
mod confidences;
mod cursor_bytes;
mod doctor;
mod drafts_do;
mod drafts_killed;
mod empty_pages;
mod every_page;
mod exchange_csv;
mod eyes;
mod far_days;
mod faults;
mod figures;
mod first_minutes;
mod first_run;
mod floors;
mod forgetting;
mod fuzz;
#[cfg(feature = "encryption")]
mod gate_do;
#[cfg(feature = "encryption")]
mod gate_terminal;
mod gone;
mod help_pages;
mod hostile;
mod house;
mod import_do;
mod journal;
mod key_costs;
mod laws;
mod leaving_do;
#[cfg(feature = "encryption")]
mod locked;
#[cfg(feature = "encryption")]
mod locking;
mod masking;
mod meetings;
mod migrations;
mod notices;
mod own_keys;
mod packaging;
mod pages_do;
mod pages_look;
mod pastes;
mod plain;
mod plans;
mod privacy;
mod profiles_do;
mod queries;
mod random_acts;
mod readme;
mod repair_do;
mod rough_hands;
mod round_trips;
mod run_do;
mod salvaged;
mod screens;
mod scripts;
mod seat;
mod settings_do;
mod tap;
mod tasks;
mod terminal;
mod ties;
mod ties_do;
mod timeline_do;
mod trust_do;
#[cfg(not(feature = "encryption"))]
mod unbuilt;
mod vectors;
