//! A foreign file, surveyed and then loaded: one transaction, one step of undo, stopped by Ctrl-C without a trace.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::choice;
use super::told::{self, Told};
use crate::cli::Desk;
use crate::cli::args::is_set;
use crate::cli::stop::Stop;
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::transfer::intake::{self, Incoming, Refusals, Report, Source, Survey, Watch};

/// Surveys and loads a foreign file; `beside` is where it lies, when refused rows may be written there.
///
/// # Errors
/// When it cannot be read to its end, no row of it can be read, or it was stopped; nothing is kept then.
pub fn foreign(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    source: Source,
    beside: Option<&Path>,
) -> Result<()> {
    let name = source.name().to_owned();
    let dry = is_set(given, "dry-run");
    let mut refusals = refusals(given, beside.filter(|_| !dry))?;
    let incoming = intake::open(source, choice(desk, given)?)?;
    let mut journal = if dry { desk.read()? } else { desk.write()? };
    let stop = Stop::new();
    let survey = survey(desk, &journal, incoming.as_ref(), &stop, refusals.as_mut())?;
    let mut told = Told {
        report: survey.report.clone(),
        refused_at: kept(desk, refusals, given)?,
        loaded: None,
        dry,
    };
    if !desk.wants_json() {
        told::report(desk, &told)?;
    }
    if is_hopeless(&told.report) {
        if desk.wants_json() {
            told::json(desk, &told)?;
        }
        return Err(Error::input("no row could be read, so nothing was imported")
            .hint("the faults above name the line and the column; trustline import --help shows the flags that say how to read them"));
    }
    if !dry {
        desk.flush()?;
        told.loaded = Some(load(
            desk,
            &mut journal,
            (&name, incoming.as_ref()),
            survey,
            &stop,
        )?);
    }
    if desk.wants_json() {
        return told::json(desk, &told);
    }
    told::loaded(desk, &told)
}

/// Whether nothing of it could be read.
fn is_hopeless(report: &Report) -> bool {
    report.refused > 0 && report.new + report.same + report.differing + report.erased == 0
}

/// Where refused rows are written, if anywhere.
fn refusals(given: &ArgMatches, beside: Option<&Path>) -> Result<Option<Refusals>> {
    match given.get_one::<PathBuf>("refused") {
        Some(path) => Refusals::at(path).map(Some),
        None => Ok(beside.and_then(Refusals::beside)),
    }
}

fn survey(
    desk: &mut Desk<'_>,
    journal: &Journal,
    incoming: &dyn Incoming,
    stop: &Stop,
    mut refusals: Option<&mut Refusals>,
) -> Result<Survey> {
    let mut unwritten = None;
    desk.progress("reading\u{2026}");
    let survey = journal.survey(
        incoming,
        &mut Watch {
            tick: &mut |rows| {
                desk.progress(&format!("reading\u{2026} {rows}"));
                stop.goes_on()
            },
            refused: &mut |fault, row| {
                // a folder that cannot be written is told, and is no reason not to import
                if let (Some(out), None) = (&mut refusals, &unwritten) {
                    unwritten = out.take(fault, row).err();
                }
                Ok(())
            },
        },
    );
    desk.progress("");
    if let Some(error) = unwritten {
        desk.aside(format!(
            "The refused rows are not written: {}; --refused FILE names another place.",
            error.says()
        ))?;
    }
    survey
}

/// Gives the file of refused rows its name; where that fails, the import goes on without it.
fn kept(
    desk: &mut Desk<'_>,
    refusals: Option<Refusals>,
    given: &ArgMatches,
) -> Result<Option<PathBuf>> {
    match refusals.map_or(Ok(None), Refusals::end) {
        Err(error) if given.get_one::<PathBuf>("refused").is_none() => {
            desk.aside(format!(
                "The refused rows are not written: {}.",
                error.says()
            ))?;
            Ok(None)
        }
        done => done,
    }
}

fn load(
    desk: &mut Desk<'_>,
    journal: &mut Journal,
    (name, incoming): (&str, &dyn Incoming),
    survey: Survey,
    stop: &Stop,
) -> Result<crate::journal::Loaded> {
    let total = survey.report.new + survey.report.same + survey.report.differing;
    let loaded = journal.take_in(name, incoming, survey, &mut |done| {
        desk.progress(&format!("writing\u{2026} {done} of {total}"));
        stop.goes_on()
    });
    desk.progress("");
    loaded
}
