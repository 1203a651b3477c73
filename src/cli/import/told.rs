//! What an import says: counts first, then what was refused, and how to take it back.

use std::path::PathBuf;

use crate::cli::Desk;
use crate::error::Result;
use crate::journal::Loaded;
use crate::transfer::intake::Report;
use crate::wire::json::{self, Json, flag, number, object, text};

/// What came of an import.
pub struct Told {
    /// What the survey found.
    pub report: Report,
    /// Where the refused rows lie.
    pub refused_at: Option<PathBuf>,
    /// What was written; `None`: nothing.
    pub loaded: Option<Loaded>,
    /// Whether nothing was to be written.
    pub dry: bool,
}

/// Says what the survey found.
///
/// # Errors
/// When the output cannot be written; so all of these.
pub fn report(desk: &mut Desk<'_>, told: &Told) -> Result<()> {
    desk.say_lines(&told.report.to_string())?;
    match &told.refused_at {
        Some(path) => desk.say(format!(
            "refused rows, each with its reason: {}",
            path.display()
        )),
        None => Ok(()),
    }
}

/// Says what was written.
pub fn loaded(desk: &mut Desk<'_>, told: &Told) -> Result<()> {
    let Some(loaded) = told.loaded else {
        return desk.say("Nothing was written: this was a dry run.");
    };
    let undo = if loaded.new + loaded.changed == 0 {
        ""
    } else {
        " trustline undo takes all of it back."
    };
    desk.say(format!(
        "Imported: {} new, {} changed, {} as they were.{undo}",
        loaded.new, loaded.changed, loaded.same
    ))
}

/// All of it as JSON.
pub fn json(desk: &mut Desk<'_>, told: &Told) -> Result<()> {
    let report = &told.report;
    let counts = |pairs: &mut dyn Iterator<Item = (String, u64)>| {
        Json::Object(pairs.map(|(name, n)| (name, number(n))).collect())
    };
    let kinds = &mut report.kinds.iter().map(|(k, n)| (k.word().to_owned(), *n));
    let outcomes = &mut report.outcomes.iter().map(|(w, n)| ((*w).to_owned(), *n));
    let skipped = &mut report.skipped.iter().map(|(w, n)| (w.clone(), *n));
    let fault = |fault: &crate::transfer::intake::RowFault| {
        object([
            ("line", number(fault.line)),
            ("column", text(&fault.column)),
            ("reason", text(&fault.says)),
        ])
    };
    let place = told.refused_at.as_ref();
    let wrote = |loaded: Loaded| {
        object([
            ("new", number(loaded.new)),
            ("changed", number(loaded.changed)),
            ("same", number(loaded.same)),
        ])
    };
    desk.say_json(&object([
        ("dry_run", flag(told.dry)),
        ("file", text(&report.table)),
        ("rows", number(report.rows)),
        ("records", counts(kinds)),
        ("outcomes", counts(outcomes)),
        ("new", number(report.new)),
        ("same", number(report.same)),
        ("differing", number(report.differing)),
        ("deleted_here", number(report.erased)),
        ("skipped", counts(skipped)),
        ("repeated", number(report.repeated)),
        ("refused", number(report.refused)),
        ("faults", json::list(&report.faults, fault)),
        (
            "refused_file",
            place.map_or(Json::Null, |p| text(&p.to_string_lossy())),
        ),
        ("notes", json::list(&report.notes, |note| text(note))),
        ("imported", told.loaded.map_or(Json::Null, wrote)),
    ]))
}
