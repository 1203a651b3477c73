//! `export --salvage`: what can still be read of a damaged journal, and what could not.

use std::path::Path;

use clap::ArgMatches;

use super::super::Desk;
use super::super::args::{is_set, one};
use super::{counted, revisions};
use crate::domain::guardrail::ONE_SIDE;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::Journal;
use crate::store::Salvage;
use crate::transfer::write_file;

/// Writes what can be read; an error at the end where anything could not.
///
/// # Errors
/// `Journal` when revisions were left out as damaged; `Usage` to a terminal.
pub fn salvage(desk: &mut Desk<'_>, given: &ArgMatches, journal: &Journal) -> Result<()> {
    if desk.is_masked() {
        let says = "what is salvaged is every word as it was written; it is not masked";
        return Err(Error::refused(says).hint("leave the mask out"));
    }
    let mut found = Salvage::default();
    match one(given, "output") {
        None | Some("-") if desk.is_seen() => {
            return Err(
                Error::usage("what is salvaged is not written to a terminal")
                    .hint("give --output FILE"),
            );
        }
        None | Some("-") => found = journal.salvage(desk.out())?,
        Some(file) => {
            write_file(Path::new(file), is_set(given, "force"), &mut |out| {
                found = journal.salvage(out)?;
                Ok(())
            })?;
            desk.aside(format!("{} written to {file}.", revisions(found.sound)))?;
        }
    }
    match found.hidden.len() as u64 {
        0 => {}
        n => desk.aside(format!(
            "{} told in confidence, or that may have been, left out.",
            counted(n, "record")
        ))?,
    }
    desk.aside(ONE_SIDE)?;
    if found.damaged == 0 {
        return desk.aside("Every revision could be read.");
    }
    let places = found.places.iter().map(ToString::to_string);
    let places = places.collect::<Vec<_>>().join(", ");
    let more = found.damaged - found.places.len() as u64;
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    let says = format!(
        "{} could not be read and left out: number {places}{more}",
        revisions(found.damaged)
    );
    Err(Error::new(ErrorKind::Journal, says).hint(
        "import what was written into a new journal; a record stands there as its newest readable revision has it, so look at what was changed or deleted last",
    ))
}
