//! trustline: a private, local-first journal for trust at work, in the terminal.
//!
//! This page is the map of the house. A binary of a few lines (`main.rs`) hands over to [`cli`], which reads
//! the arguments and either answers in lines or opens the screen in [`tui`]. Everything below both is shared.
//!
//! # The floors
//!
//! Arrows go down only; a test reads the sources and fails on one that runs up.
//!
//! | floor | room | what lies there |
//! |---|---|---|
//! | 7 | [`cli`] | flags in, lines out |
//! | 6 | [`tui`] | keys in, a screen out; the only room with `ratatui` and `crossterm` |
//! | 5 | [`journal`] | the one door: *ask* (a question, a screenful back) and *tell* (a change, one transaction) |
//! | 4 | [`transfer`], [`assets`], [`config`] | foreign formats in and out; what is compiled in; where things lie |
//! | 3 | [`store`] | the only room with SQL: revisions, which are the truth, and projections, which screens read |
//! | 2 | [`secret`] | what locks a journal: passphrase, key and header |
//! | 2 | [`wire`] | the form in which a record lies in a revision and in an export; old forms are read for ever |
//! | 1 | [`error`], [`clock`] | the one error; the only room that asks what time it is |
//! | 0 | [`domain`] | the nouns of trust, their fields, dates, queries, figures and rules of repair; pure |
//!
//! The domain stands lowest. It has no clock, no file, no SQL, no terminal; whatever needs the time is handed
//! it. So it cannot fail, it only finds fault: a [`domain::Fault`] names a field and says one sentence, and a
//! form shows it beside that field.
//!
//! ```
//! use trustline::domain::dates::{self, Lean};
//!
//! let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(10, 0, 0)).ok_or("no such day")?;
//! assert_eq!(dates::preview("by thu noon", now, Lean::Future)?, "Thu 26 Nov 2026 12:00, in 4 days");
//! // what has two readings asks, and names both
//! let asks = dates::preview("3/4/2026", now, Lean::Future).unwrap_err();
//! assert!(asks.contains("2026-04-03") && asks.contains("2026-03-04"));
//! # Ok::<(), String>(())
//! ```
//!
//! # What always holds
//!
//! - **The truth only grows.** A record is an identity and its revisions: each the whole value at one moment,
//!   stamped, pointing at the one that it replaced ([`domain::view::Stamp`], [`domain::view::Version`]). The
//!   tables that screens read are projections of the newest revisions and can be built again from them
//!   ([`journal::Journal::rebuild`]). History, undo across restarts, lossless export and the union of two
//!   journals all follow from this. The one exception is forgetting ([`journal::Journal::forget`]): revisions keep
//!   their place and lose their words for good, and that wins every union.
//! - **One table of fields.** Each kind of record lists its fields once ([`domain::fields`]): name, label, how it
//!   is typed, whether it must be given, its help. Forms, flags and columns are built from that list, and one
//!   parser reads them all, with one set of sentences for what is wrong.
//! - **Acts are data.** What is done to a record besides typing over its fields (kept, moved, released,
//!   delivered, advanced) is a [`domain::Act`], and [`domain::Record::after`] is its whole meaning. The journal
//!   applies it to the newest value inside its transaction, so two windows never overwrite each other.
//! - **One query language.** `who:priya is:open due<fri` means the same on a screen and on the command line
//!   ([`domain::filter`]); the store answers it in SQL and [`domain::Filter::fits`] says what the answer must be.
//! - **A read is a screenful.** Lists are asked for in windows that start at an identity
//!   ([`domain::view::Window`], [`domain::view::Key`]), never at a number of lines to skip.
//! - **A figure shows its work.** It comes with its counts, its range and the records that made it
//!   ([`domain::reliability`]); below the minimum of evidence there is none. People are never sorted by one.
//! - **What leaves goes through one table.** Kind × piece × reader, default deny ([`domain::audience`]): a brief is made
//!   of pieces, and a piece without a row cannot get into a line. What is sealed leaves for nobody.
//! - **What comes in comes in one way.** Every foreign format is surveyed, refused by line and loaded in one transaction
//!   by the same rules ([`transfer::intake`]); twice is the same as once.
//! - **What is typed is not lost.** Within a second it is a draft in the journal ([`domain::draft`]), and it comes up again
//!   where it was typed, whatever ended the window; it is no record, and leaves with nothing, until it is saved.
//! - **A locked journal has no plain copy.** What opens the file is a key ([`secret::Keys`]) that only its passphrase gives;
//!   where the cipher is not really there, opening refuses ([`store`]). The screen opens a journal behind a gate
//!   ([`tui::gate`]), locks it again after a rest ([`tui::hall`]), and shows initials in place of names on demand
//!   ([`domain::mask`]). Programs that it starts do not inherit the passphrase ([`config::child`]).
//! - **One table of settings.** A setting is a row ([`config::settings`]): reading, mistakes with their line, the documented
//!   `config.toml`, the verb and the page derive from it. A profile is a journal with settings of its own over the shared ones.
//! - **The screen wears one outfit.** Theme, marks and keys are one value ([`tui::Outfit`]), made once from the folder of the
//!   settings and handed down; every sentence that names a key asks for the key in force.
//! - **A screen at rest sleeps.** The loop waits for a key, a signal, another's write or a deadline, and for nothing else; a
//!   notice is told once, whichever window or timer comes first ([`journal::Journal::tells`]).
//! - **Help is held to the program.** Every key, command and example on a page of help is tried by a test.
//! - **What is wrong is named, and mended on demand.** [`domain::health`] is what is looked at and what may mend it; nothing
//!   is mended before a backup.
//! - **Words from outside are not trusted.** They go through [`domain::text`] before they reach a terminal.
//!
//! # A key's way through the house
//!
//! One direction, no callback. A key is looked up in the scopes of the page on top ([`tui::page::Page::scopes`])
//! and becomes a [`tui::command::Command`]. The page acts on it and answers a [`tui::page::Flow`], which is data:
//! stay, go to a [`tui::page::Place`], tell the journal a [`journal::Change`], ask first. The app follows it,
//! [`journal::Journal::tell`] writes one transaction and its undo, and the journal's version moves
//! ([`journal::Journal::version`]; it also moves when another process writes). Each page says what it asks
//! ([`tui::page::Page::query`]); when that or the version changed, it is asked again and receives the answers.
//! Then it draws, reading only itself. Pages name places and never build pages, so no page knows another.
//!
//! The command line takes the same door: words are read by [`domain::line`], [`domain::filter`] and
//! [`domain::fields`], asked or told, and written out. Whatever goes wrong on the way is an [`error::Error`]: a
//! kind, one sentence, a hint, an exit code.

pub mod assets;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod error;
pub mod journal;
pub mod secret;
pub mod store;
pub mod transfer;
pub mod tui;
pub mod wire;
