//! `backup` and `backups`: a copy made by hand, the list of all, the checks, the pruning; and the one of every day.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::args::{is_set, json_flag, one, switch, text_flag};
use super::{Columns, Desk, Verb};
use crate::domain::backup::{Backup, Why};
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::journal::{Customs, Journal, Shelf};
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[
    Verb {
        name: "backup",
        command: |c| {
            c.about("Copy the journal as it stands, opened and checked before it counts")
                .args([
                    text_flag("output", "FILE", "write it there instead of beside the other backups"),
                    switch("force", "replace the file if it is there"),
                    json_flag(),
                ])
                .after_help("Examples:\n  trustline backup\n  trustline backup --output /mnt/disk/journal.db")
        },
        run: backup,
    },
    Verb {
        name: "backups",
        command: backups_command,
        run: backups,
    },
];

/// From this size on a backup is announced: it takes longer than one waits without a word.
const LARGE: u64 = 64 << 20;

fn backups_command(command: Command) -> Command {
    let prune = Command::new("prune")
        .about("Delete the backups that the rule does not keep")
        .args([
            switch("dry-run", "name them, and delete nothing"),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline backups prune --dry-run");
    command
        .about("The backups of the journal, newest first, and the rule that keeps them")
        .args([
            switch("verify", "open every one and check every page of it"),
            json_flag(),
        ])
        .subcommand(prune)
        .after_help(
            "Examples:\n  trustline backups\n  trustline backups --verify\n  trustline backups prune --dry-run\n\n\
             The rule is set in config.toml; trustline settings says where that lies:\n  [backups]\n  \
             folder = \"/mnt/disk\"\n  automatic = true\n  daily = 7\n  weekly = 5\n  monthly = 12\n  migrations = 3",
        )
}

fn backup(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("a backup is of the journal as it stands")?;
    let shelf = desk.shelf()?;
    let made = match one(given, "output") {
        None => shelf.make(Why::ByHand)?,
        Some(file) => shelf.write(Path::new(file), is_set(given, "force"))?,
    };
    if desk.wants_json() {
        return desk.say_json(&json::backup(&made));
    }
    let records = made.records.unwrap_or(0);
    let plural = if records == 1 { "" } else { "s" };
    desk.say(format!(
        "Backed up and checked: {records} record{plural}, {}",
        made.size()
    ))?;
    desk.say(made.path.display().to_string())
}

fn backups(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    desk.as_it_stands("the list is of what lies there now")?;
    let shelf = desk.shelf()?;
    if let Some(("prune", given)) = given.subcommand() {
        return prune(desk, &shelf, is_set(given, "dry-run"));
    }
    let verify = is_set(given, "verify");
    if verify {
        desk.progress("checking every page\u{2026}");
    }
    let list = shelf.list(verify);
    desk.progress("");
    let list = list?;
    if desk.wants_json() {
        desk.say_json(&json::backups(&list, verify))?;
    } else {
        if list.lines.is_empty() {
            desk.say("No backup yet. trustline backup makes one.")?;
        }
        let rows: Vec<_> = list
            .lines
            .iter()
            .map(|one| row(desk, one, verify))
            .collect();
        desk.list(COLUMNS, &rows)?;
        desk.say(format!("In {}", list.folder.display()))?;
        desk.say(list.rule.says_when())?;
        desk.say(list.rule.says_which())?;
        if list.lines.iter().any(Backup::is_good) {
            desk.say("trustline restore newest --dry-run shows what going back would change.")?;
        }
    }
    let ill: Vec<_> = list
        .lines
        .iter()
        .filter(|one| one.fault.is_some() && !one.locked)
        .collect();
    match ill.as_slice() {
        [one, ..] if verify => {
            let says = format!("not sound: {} of {} backups", ill.len(), list.lines.len());
            let hint = format!(
                "delete {} and those like it by hand once another one is sound",
                one.file()
            );
            Err(Error::new(ErrorKind::Journal, says).hint(hint))
        }
        _ => Ok(()),
    }
}

/// What the cells of a backup are called.
const COLUMNS: Columns = Columns(&["*made", "why", "size", "holds", "file", "state"]);

/// When, why, how large, what it holds, how it was checked, and the file.
fn row(desk: &Desk<'_>, one: &Backup, verified: bool) -> Vec<String> {
    let name = one.name;
    let when = name.map_or_else(String::new, |name| desk.moment(name.at));
    let records = one.records.map_or_else(
        || "-".to_owned(),
        |n| format!("{n} record{}", if n == 1 { "" } else { "s" }),
    );
    let state = match &one.fault {
        Some(fault) if one.locked => fault.clone(),
        Some(fault) => format!("NOT SOUND: {fault}"),
        None if !one.is_good() => "cannot be restored".to_owned(),
        None if verified => "checked now".to_owned(),
        None => "checked when made".to_owned(),
    };
    let why = name.map_or_else(String::new, |name| name.why.says());
    vec![when, why, one.size(), records, one.file(), state]
}

fn prune(desk: &mut Desk<'_>, shelf: &Shelf, dry: bool) -> Result<()> {
    let gone = shelf.prune(dry)?;
    if desk.wants_json() {
        return desk.say_json(&json::pruned(&gone, dry));
    }
    if gone.is_empty() {
        return desk.say("The rule keeps every backup there is.");
    }
    for one in &gone {
        desk.say(one.file())?;
    }
    let many = gone.len();
    let plural = if many == 1 { "" } else { "s" };
    desk.say(if dry {
        format!("{many} backup{plural} would be deleted; nothing was: this was a dry run.")
    } else {
        format!("{many} backup{plural} deleted.")
    })
}

impl Desk<'_> {
    /// The shelf of the journal's backups; the journal itself need not be there, or be sound.
    ///
    /// # Errors
    /// When no journal was chosen and there is no home for the default one.
    pub fn shelf(&mut self) -> Result<Shelf> {
        let place = self.place()?;
        let customs = self.customs()?;
        Ok(Shelf::of(&place, self.clock(), &customs))
    }

    /// The journal, to write in, after the backup of the day where one is due. That never stands in the way: what went
    /// wrong is a line beside the output, once a day.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn write(&mut self) -> Result<Journal> {
        self.as_it_stands("a change is made to the journal as it stands")?;
        self.offer_a_lock()?;
        let journal = self.open()?;
        if let Some(shelf) = journal.shelf() {
            self.back_up_first(&shelf)?;
        }
        Ok(journal)
    }

    fn back_up_first(&mut self, backups: &Shelf) -> Result<()> {
        let mut large = None;
        let made = backups.daily(&mut |bytes| {
            if bytes > LARGE {
                large = Some(bytes >> 20);
                self.progress(&format!(
                    "backing up {} MB, once a day\u{2026}",
                    bytes >> 20
                ));
            }
        });
        if large.is_some() {
            self.progress("");
        }
        match made {
            Ok(None) => Ok(()),
            Ok(Some(_)) => large.map_or(Ok(()), |megabytes| {
                self.aside(format!(
                    "Backed up {megabytes} MB, as on the first change of every day."
                ))
            }),
            Err(error) => self.aside(failed(&error)),
        }
    }

    /// An error with the way back, where the journal is damaged and there is a sound backup of it.
    pub fn with_way_back(&self, error: Error) -> Error {
        let Ok(place) = self.place() else {
            return error;
        };
        let customs = Customs::of(self.folder().map(Path::to_owned)).with_keys(self.known_keys());
        let backups = Shelf::of(&place, self.clock(), &customs);
        if error.kind() != ErrorKind::Journal {
            return error;
        }
        let Some(back) = backups.way_back() else {
            return error;
        };
        let when = back.newest.map_or_else(String::new, |at| {
            format!(", last written {}", at.format("%Y-%m-%d %H:%M"))
        });
        let hint = format!(
            "the newest sound backup is {}{when}; trustline restore {} --dry-run looks at it first, and what is there now is kept aside",
            back.file(),
            short(&back.path)
        );
        error.hint(hint)
    }
}

/// What is said when the backup of the day could not be made.
fn failed(error: &Error) -> String {
    let says = text::line(error.says());
    format!("No backup was made today: {says}. The work goes on; trustline backup tries again.")
}

/// What names a backup on the command line: its file's name without its end.
pub fn short(path: &Path) -> String {
    let name = PathBuf::from(path.file_name().unwrap_or_default());
    name.with_extension("").display().to_string()
}
