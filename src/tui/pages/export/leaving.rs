//! A file of what leaves, written beside the screen, and what is said of it.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::journal::{Export, Journal};
use crate::transfer::outgoing::{Watched, What, Written};
use crate::transfer::write_file;
use crate::tui::job::Progress;

/// A file that was written.
pub(super) struct Done {
    /// What was written where, then what it does not hold and what it is not for.
    pub says: Vec<String>,
}

/// Writes the file, and tells what is in it and where it lies.
pub(super) fn written(
    journal: &Journal,
    progress: &Progress,
    leaving: &Export,
    path: &Path,
    force: bool,
) -> Result<Done> {
    progress.out_of(journal.how_many(leaving.what)?.unwrap_or(0));
    let mut written = Written::default();
    let stopped = |error: Error| {
        if progress.is_stopped() {
            Error::refused("stopped; nothing was written")
        } else {
            error
        }
    };
    write_file(path, force, &mut |out| {
        let mut watched = Watched::new(out, |lines| progress.at(lines));
        written = journal.write_out(leaving, &mut watched).map_err(stopped)?;
        Ok(())
    })
    .map_err(stopped)?;
    let whole: PathBuf = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let many = counted(written.records, leaving.what.one());
    let mut says = vec![format!("{many} written to {}", whole.display())];
    says.extend(journal.says_of(leaving.what, &written)?);
    Ok(Done { says })
}

pub(super) fn about(what: What) -> &'static str {
    match what {
        What::Revisions => {
            "The whole journal with its history, without loss; trustline import brings it back, twice is the same as once."
        }
        What::Commitments => {
            "A table for a spreadsheet, a calendar or tasks for Taskwarrior, as each one stands now; trustline import brings the same ones back."
        }
        What::CheckIns => {
            "A table with one row for each answer, as they stand now; trustline import brings the same ones back."
        }
        What::Calendar => {
            "What is due and the one-on-ones, held and to come, for a calendar; trustline import reads it, too."
        }
        What::Figures => {
            "A table of one relationship over half a year, my side first. Counted from records, so they cannot be imported."
        }
    }
}

pub(super) fn counted(many: u64, one: &str) -> String {
    format!("{many} {one}{}", if many == 1 { "" } else { "s" })
}

pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
