//! Another journal's revisions, united with this one's: by stamp, so that twice is the same as once.

use std::io::BufRead;

use clap::ArgMatches;

use crate::cli::Desk;
use crate::cli::args::is_set;
use crate::cli::export::revisions;
use crate::cli::stop::Stop;
use crate::error::Result;
use crate::journal::{Journal, Union};
use crate::transfer::intake::Watched;
use crate::wire::json::{flag, number, object};

/// Unites the journal with revisions: those of a file, else those on the input.
///
/// # Errors
/// When they cannot be read to their end; nothing is kept then.
pub fn unite(
    desk: &mut Desk<'_>,
    given: &ArgMatches,
    file: Option<&mut dyn BufRead>,
) -> Result<()> {
    let dry = is_set(given, "dry-run");
    let mut journal = if dry { desk.read()? } else { desk.write()? };
    let stop = Stop::new();
    desk.progress("reading\u{2026}");
    let union = match file {
        Some(file) => read(&mut journal, file, &stop, dry),
        None => read(&mut journal, desk.input_again(), &stop, dry),
    };
    desk.progress("");
    told(desk, union?, dry)
}

fn read(journal: &mut Journal, from: &mut dyn BufRead, stop: &Stop, dry: bool) -> Result<Union> {
    let mut lines = Watched::new(from, || stop.goes_on());
    stop.told(if dry {
        journal.would_unite(&mut lines)
    } else {
        journal.unite(&mut lines)
    })
}

fn told(desk: &mut Desk<'_>, union: Union, dry: bool) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&object([
            ("dry_run", flag(dry)),
            ("new", number(union.new)),
            ("same", number(union.same)),
            ("conflicts", number(union.conflicts)),
        ]));
    }
    if dry {
        let read = revisions(union.new + union.same);
        return desk.say(format!(
            "{read} can be read: {} new, {} here already. Nothing was written: this was a dry run.",
            union.new, union.same
        ));
    }
    desk.say(format!(
        "{} new, {} here already.",
        revisions(union.new),
        union.same
    ))?;
    if union.conflicts > 0 {
        let (records, were) = match union.conflicts {
            1 => ("1 record".to_owned(), "was"),
            many => (format!("{many} records"), "were"),
        };
        desk.say(format!(
            "{records} {were} changed on both sides: the newest value stands, trustline log shows the other."
        ))?;
    }
    Ok(())
}
