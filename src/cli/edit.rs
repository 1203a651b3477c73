//! `edit`: any field of any record, by its flag.

use clap::{Arg, ArgMatches, Command};

use super::args::{json_flag, which};
use super::{Desk, Verb, entry, flags};
use crate::domain::Kind;
use crate::domain::fields::{self, Field};
use crate::error::{Error, Result};
use crate::journal::Change;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "edit",
    command,
    run,
}];

fn command(command: Command) -> Command {
    command
        .about("Change fields of a record; an empty text clears one")
        .args([which("any record by its short id or words"), json_flag()])
        .args(every_field())
        .after_help("Examples:\n  trustline edit k3f9a --due \"next fri\" --stake major\n  trustline edit priya nair --cadence 14\n  trustline edit k3f9a --tags \"\"")
}

/// Every typed field of every kind as a flag, once; which kinds have it stands in its help.
fn every_field() -> Vec<Arg> {
    let mut args: Vec<Arg> = Vec::new();
    for (n, kind) in Kind::ALL.iter().enumerate() {
        let earlier = &Kind::ALL[..n];
        let is_new = |f: &&Field| !earlier.iter().any(|k| typed(*k, f.name));
        for field in kind.fields().iter().filter(|f| f.is_typed()).filter(is_new) {
            let kinds: Vec<_> = Kind::ALL
                .iter()
                .filter(|k| typed(**k, field.name))
                .map(|k| k.word())
                .collect();
            let plain = Arg::new(field.name).long(field.flag()).value_name("TEXT");
            // a name that two kinds share may be shaped otherwise in each: the kind's own parser judges it
            args.push(plain.allow_negative_numbers(true).help(format!(
                "{} ({})",
                field.help,
                kinds.join(", ")
            )));
        }
    }
    args
}

fn typed(kind: Kind, name: &str) -> bool {
    fields::field(kind, name).is_some_and(Field::is_typed)
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let mut journal = desk.write()?;
    let words = super::args::joined(given, "which");
    let id = super::show::any(&journal, &words)?;
    let stored = entry::stored(&journal, id)?;
    let kind = stored.record.kind();
    let others = Kind::ALL
        .iter()
        .flat_map(|k| k.fields())
        .filter(|f| f.is_typed());
    for field in others {
        if given.contains_id(field.name) && !typed(kind, field.name) {
            let flags: Vec<_> = kind
                .fields()
                .iter()
                .filter(|f| f.is_typed())
                .map(|f| format!("--{}", f.flag()))
                .collect();
            let says = format!("{} has no field --{}", kind.one(), field.flag());
            return Err(Error::usage(says).hint(format!("it has {}", flags.join(" "))));
        }
    }
    let texts = flags::texts(kind, given, desk)?;
    if texts.is_empty() {
        return Err(Error::usage("no field to change was given")
            .hint("add a flag such as --due fri; trustline edit --help lists them"));
    }
    let record = flags::record(stored.record, &texts, &journal)?;
    let told = journal.tell(Change::Edit {
        id,
        seen: stored.stamp,
        record: Box::new(record),
    })?;
    entry::say_told(desk, &told)
}
