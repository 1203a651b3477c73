//! Keys in, a screen out.
//!
//! `run` holds the terminal, `app` the stack of pages and the only hand on the journal, `command` every
//! key, `page` what a page is; `feed`, `field`, `form` and `paint` are what pages are made of.

pub mod chart;
pub mod command;
pub mod feed;
pub mod field;
pub mod keymap;
pub mod page;
pub mod pages;
pub mod paint;
pub mod theme;
