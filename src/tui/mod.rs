//! Keys in, a screen out.
//!
//! `run` holds the terminal and hands every event to the `hall`, which decides what is seen: the `gate` while the journal is
//! locked, a `cover` that hides the screen, else the `app`, the stack of pages and the only hand on the journal. `mask` puts
//! initials in place of names as they are drawn. `command` is every key, `page` what a page is; `feed`, `field`, `form` and
//! `paint` are what pages are made of.

pub mod app;
mod belongs;
pub mod chart;
pub mod command;
mod cover;
pub mod edit;
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
pub mod outfit;
pub mod page;
pub mod pages;
pub mod paint;
pub mod picture;
pub mod places;
pub mod room;
mod run;
pub mod theme;
mod vi;

pub use hall::{Door, Start};
pub use outfit::Outfit;
pub use pages::backups::backup_of_the_day;
pub use run::{run, size};
