//! Keys in, a screen out.
//!
//! `run` holds the terminal, `app` the stack of pages and the only hand on the journal, `gate` what is seen while the
//! journal is locked, `cover` what hides the screen, `hall` which of them is seen, `command` every key, `page` what a page is; `feed`, `field`, `form` and `paint` are what pages are made of.

pub mod app;
pub mod chart;
pub mod command;
mod cover;
pub mod feed;
pub mod field;
pub mod form;
pub mod gate;
pub mod hall;
pub mod hand;
#[doc(hidden)]
pub mod harness;
pub mod job;
pub mod keymap;
pub mod mask;
pub mod menu;
pub mod page;
pub mod pages;
pub mod paint;
pub mod picture;
pub mod places;
mod run;
pub mod theme;

pub use hall::{Door, Start};
pub use pages::backups::backup_of_the_day;
pub use run::{run, size};
