//! What an import does beside the screen: it looks at a file against the journal, and then brings it in.

use std::io::BufReader;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::journal::{Journal, Union};
use crate::transfer::intake::{
    self, Choice, Format, Refusals, Report, Source, Survey, Watch, Watched,
};
use crate::transfer::table::{self, DateOrder, Flags, Lack};
use crate::tui::job::Progress;

/// A file to read, and what was said about how.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Where it lies.
    pub path: PathBuf,
    /// Which part of a date in numbers comes first; `None`: such a date is asked about.
    pub order: Option<DateOrder>,
    /// My name as the file writes it; blank: nobody in it is me.
    pub me: String,
    /// Whether the file's contents are taken where the journal holds others.
    pub update: bool,
    /// What feeds the fields that the table's own words do not: a column's name, or = and what it is in every row.
    pub fed: Vec<(&'static str, String)>,
}

/// A reader of another journal's revisions.
type Revisions = BufReader<Box<dyn std::io::Read>>;

/// What a look at a file found.
#[derive(Debug, Clone)]
pub enum Found {
    /// Foreign records.
    Records(Box<Report>),
    /// Revisions of a journal.
    Revisions(Union),
    /// A table that does not say by itself what every record needs: the first of that, and the names of its columns.
    Lacks(Lack, Vec<String>),
}

/// What was brought in.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// One sentence.
    pub says: String,
    /// Whether anything was written, so that undo takes it back.
    pub wrote: bool,
    /// Where the refused rows lie, or why they do not.
    pub refused: Option<String>,
}

impl Ask {
    /// Says what feeds a field.
    pub fn say(&mut self, field: &'static str, fed: &str) {
        self.fed.push((field, fed.to_owned()));
    }

    /// Takes back what was said last; answers it.
    pub fn unsay(&mut self) -> String {
        self.fed.pop().map(|(_, fed)| fed).unwrap_or_default()
    }

    /// As the flags of a table write it.
    fn flags(&self, fits: fn(&str) -> bool) -> Vec<String> {
        let fed = self.fed.iter().filter(|(_, fed)| fits(fed));
        fed.map(|(field, fed)| format!("{field}={}", fed.trim_start_matches('=').trim()))
            .collect()
    }

    fn choice(&self, journal: &Journal) -> Choice {
        let order = self.order.map(|order| match order {
            DateOrder::Mdy => "mdy",
            _ => "dmy",
        });
        let me = self.me.trim();
        Choice {
            table: table::Choice {
                flags: Flags {
                    dates: order.map(str::to_owned),
                    map: self.flags(|fed| !fed.starts_with('=')),
                    set: self.flags(|fed| fed.starts_with('=')),
                    ..Flags::default()
                },
                update: self.update,
                ..table::Choice::default()
            },
            now: journal.clock().now(),
            zone: journal.clock().zone(),
            me: (!me.is_empty())
                .then(|| me.to_owned())
                .into_iter()
                .collect(),
            ..Choice::default()
        }
    }

    /// The file, and a reader of its revisions where it holds such.
    fn open(&self) -> Result<(Source, Option<Revisions>)> {
        use std::io::BufRead as _;
        let source = Source::file(&self.path)?;
        let mut file = BufReader::with_capacity(1 << 16, source.open()?);
        let format = Format::found(file.fill_buf()?, source.name())?;
        Ok((source, (format == Format::Trustline).then_some(file)))
    }

    /// Looks at it; nothing is written.
    ///
    /// # Errors
    /// When it cannot be read to its end, or it was stopped.
    pub fn look(&self, journal: &Journal, progress: &Progress) -> Result<Found> {
        let (source, revisions) = self.open()?;
        if let Some(mut file) = revisions {
            let goes_on = || !progress.is_stopped();
            let union = journal.would_unite(&mut Watched::new(&mut file, goes_on));
            return stopped(union, progress).map(Found::Revisions);
        }
        let choice = self.choice(journal);
        if let Some((lack, columns)) = intake::lacks(&source, &choice)? {
            return Ok(Found::Lacks(lack, columns));
        }
        let incoming = intake::open(source, choice)?;
        let survey = survey(journal, incoming.as_ref(), progress, None)?;
        Ok(Found::Records(Box::new(survey.report)))
    }

    /// Brings it in: one transaction, one step of undo.
    ///
    /// # Errors
    /// As [`Ask::look`]; nothing is kept then.
    pub fn bring(&self, journal: &mut Journal, progress: &Progress) -> Result<Brought> {
        let (source, revisions) = self.open()?;
        if let Some(mut file) = revisions {
            let goes_on = || !progress.is_stopped();
            let union = journal.unite(&mut Watched::new(&mut file, goes_on));
            return stopped(union, progress).map(united);
        }
        let name = source.name().to_owned();
        let incoming = intake::open(source, self.choice(journal))?;
        let mut refusals = self
            .path
            .is_file()
            .then(|| Refusals::beside(&self.path))
            .flatten();
        let survey = survey(journal, incoming.as_ref(), progress, refusals.as_mut())?;
        let report = &survey.report;
        progress.out_of(report.new + report.same + report.differing);
        let refused = report.refused;
        let loaded = journal.take_in(&name, incoming.as_ref(), survey, &mut |n| progress.at(n))?;
        Ok(Brought {
            says: format!(
                "Brought in: {} new, {} changed, {} as they were.",
                loaded.new, loaded.changed, loaded.same
            ),
            wrote: loaded.new + loaded.changed > 0,
            refused: (refused > 0).then(|| kept(refusals)).flatten(),
        })
    }
}

fn united(union: Union) -> Brought {
    let conflicts = match union.conflicts {
        0 => String::new(),
        1 => " 1 record was changed on both sides: the newest value stands, its history shows the other.".to_owned(),
        n => format!(" {n} records were changed on both sides: the newest value stands, their history shows the other."),
    };
    Brought {
        says: format!(
            "United: {} revisions new, {} here already.{conflicts}",
            union.new, union.same
        ),
        wrote: union.new > 0,
        refused: None,
    }
}

/// Where the refused rows lie, in a sentence.
fn kept(refusals: Option<Refusals>) -> Option<String> {
    match refusals?.end() {
        Ok(path) => {
            path.map(|path| format!("The refused rows, each with its reason: {}", path.display()))
        }
        Err(error) => Some(format!(
            "The refused rows are not written: {}.",
            error.says()
        )),
    }
}

fn survey(
    journal: &Journal,
    incoming: &dyn intake::Incoming,
    progress: &Progress,
    mut refusals: Option<&mut Refusals>,
) -> Result<Survey> {
    let mut broken = false;
    journal.survey(
        incoming,
        &mut Watch {
            tick: &mut |rows| progress.at(rows),
            refused: &mut |fault, row| {
                if let (Some(out), false) = (&mut refusals, broken) {
                    // a folder that cannot be written is no reason not to import
                    broken = out.take(fault, row).is_err();
                }
                Ok(())
            },
        },
    )
}

/// A reader that was stopped failed on purpose.
fn stopped<T>(done: Result<T>, progress: &Progress) -> Result<T> {
    match done {
        Err(_) if progress.is_stopped() => Err(Error::refused("stopped; nothing was kept")),
        done => done,
    }
}
