//! Backups as names, days and rules: why each was made, which of them are kept, what a restore would change.

mod rule;
#[cfg(test)]
mod tests;

use std::fmt;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};

use super::Kind;

pub use rule::{Keeping, Rule, kept};

/// Why a backup was made; its file's name says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Before the first change of a day.
    Daily,
    /// Somebody asked for it.
    ByHand,
    /// Before the journal was brought to this schema.
    BeforeMigration(usize),
    /// Before an earlier journal was put in its place.
    BeforeRestore,
    /// No backup: a journal that could not be opened any more, kept aside byte for byte.
    Damaged,
}

impl Why {
    /// Reads the word of a file's name.
    pub fn read(word: &str) -> Option<Self> {
        Some(match word {
            "daily" => Self::Daily,
            "by-hand" => Self::ByHand,
            "before-restore" => Self::BeforeRestore,
            "damaged" => Self::Damaged,
            other => Self::BeforeMigration(other.strip_prefix("before-migration-")?.parse().ok()?),
        })
    }

    /// What a list says of it.
    pub fn says(self) -> String {
        match self {
            Self::Daily => "daily".to_owned(),
            Self::ByHand => "made by hand".to_owned(),
            Self::BeforeMigration(schema) => format!("before migration {schema}"),
            Self::BeforeRestore => "before a restore".to_owned(),
            Self::Damaged => "damaged, kept aside".to_owned(),
        }
    }

    /// Whether it can be restored at all.
    pub fn is_backup(self) -> bool {
        self != Self::Damaged
    }
}

impl fmt::Display for Why {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Daily => out.write_str("daily"),
            Self::ByHand => out.write_str("by-hand"),
            Self::BeforeMigration(schema) => write!(out, "before-migration-{schema}"),
            Self::BeforeRestore => out.write_str("before-restore"),
            Self::Damaged => out.write_str("damaged"),
        }
    }
}

/// How the moment stands in a name: no colon, which some file systems refuse.
const MOMENT: &str = "%Y-%m-%dT%H%M%S";

/// The name of a backup's file: `2026-11-22T101500-daily.db`, and `2026-11-22T101500.2-daily.db` for a second one of
/// that second. Names sort by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name {
    /// The local second in which it was made.
    pub at: NaiveDateTime,
    /// Which one of that second, from 1.
    pub nth: u32,
    /// Why it was made.
    pub why: Why,
}

impl Name {
    /// Reads a file's name; `None`: it is none of ours.
    pub fn read(file: &str) -> Option<Self> {
        let stem = file.strip_suffix(".db")?;
        let (moment, rest) = stem.split_at_checked("2026-11-22T101500".len())?;
        let at = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?;
        let (nth, why) = match rest.strip_prefix('.') {
            Some(numbered) => {
                let (nth, why) = numbered.split_once('-')?;
                (nth.parse().ok()?, why)
            }
            None => (1, rest.strip_prefix('-')?),
        };
        let name = Self {
            at,
            nth,
            why: Why::read(why)?,
        };
        // one name has one spelling: what somebody else wrote is left alone
        (name.to_string() == file).then_some(name)
    }

    /// What names are sorted by.
    pub fn order(&self) -> (NaiveDateTime, u32) {
        (self.at, self.nth)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.at.format(MOMENT))?;
        if self.nth > 1 {
            write!(out, ".{}", self.nth)?;
        }
        write!(out, "-{}.db", self.why)
    }
}

/// A backup as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// Its name, which says when and why; `None`: a file that somebody named.
    pub name: Option<Name>,
    /// How large the file is.
    pub bytes: u64,
    /// How many records stand in it; `None`: it could not be looked into.
    pub records: Option<u64>,
    /// Its schema.
    pub schema: usize,
    /// The local moment of its newest revision; `None`: it holds none.
    pub newest: Option<NaiveDateTime>,
    /// What is wrong with it; `None`: nothing was found.
    pub fault: Option<String>,
    /// Whether it is locked with a key that is not known: nothing is wrong with it, and nobody can tell.
    pub locked: bool,
}

impl Backup {
    /// The name of its file.
    pub fn file(&self) -> String {
        self.path.file_name().map_or_else(
            || self.path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    }

    /// Whether nothing speaks against restoring it.
    pub fn is_good(&self) -> bool {
        self.fault.is_none() && self.name.is_none_or(|name| name.why.is_backup())
    }

    /// Its size in words: "312 KB", "4.2 MB".
    pub fn size(&self) -> String {
        super::health::size(self.bytes)
    }
}

/// The backups of a journal, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backups {
    /// The folder in which they lie.
    pub folder: PathBuf,
    /// What lies there.
    pub lines: Vec<Backup>,
    /// The rule by which they are made and kept.
    pub rule: Rule,
}

/// What would happen to the records of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moves {
    /// How many are in the backup only.
    pub back: u64,
    /// How many are in the journal only.
    pub gone: u64,
    /// How many are in both, with another value.
    pub changed: u64,
}

/// A record that would be missing, or would be as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Its kind.
    pub kind: Kind,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// Its title, without what was told in confidence.
    pub title: String,
    /// The main relationship.
    pub who: Option<String>,
}

/// What a restore would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What would be restored.
    pub backup: Backup,
    /// The local moment of the journal's newest revision; `None`: it holds none, or cannot be read.
    pub now: Option<NaiveDateTime>,
    /// The kinds to whose records something would happen.
    pub kinds: Vec<(Kind, Moves)>,
    /// The newest records that would be missing, at most a screenful.
    pub missing: Vec<Lost>,
    /// Why the present journal cannot be compared: there is none, or it cannot be opened.
    pub unread: Option<String>,
}

impl Preview {
    /// All kinds together.
    pub fn total(&self) -> Moves {
        self.kinds
            .iter()
            .fold(Moves::default(), |sum, (_, one)| Moves {
                back: sum.back + one.back,
                gone: sum.gone + one.gone,
                changed: sum.changed + one.changed,
            })
    }

    /// Whether the records in both are the same.
    pub fn is_same(&self) -> bool {
        self.unread.is_none() && self.kinds.is_empty()
    }

    /// What would happen in sentences, without the list of what would be missing: for a screen and for lines alike.
    pub fn says(&self) -> Vec<String> {
        let mut says = vec![self.which()];
        match &self.unread {
            Some(why) => says.push(format!("The present journal cannot be compared: {why}.")),
            None if self.is_same() => {
                says.push("Every record in the journal is as it is in the backup.".to_owned());
            }
            None => {
                says.extend(self.between());
                says.extend(self.kinds.iter().map(|(kind, moves)| moves.says(*kind)));
            }
        }
        says
    }

    fn which(&self) -> String {
        let records = self.backup.records.map_or_else(String::new, |n| {
            format!(" with {n} record{}", if n == 1 { "" } else { "s" })
        });
        format!(
            "{}{records}, {}.",
            self.backup.file(),
            self.backup.newest.map_or_else(
                || "empty".to_owned(),
                |at| format!("last written {}", at.format("%Y-%m-%d %H:%M"))
            )
        )
    }

    /// The days between what would be restored and what stands.
    fn between(&self) -> Option<String> {
        let (then, now) = (self.backup.newest?, self.now?);
        let days = (now.date() - then.date()).num_days();
        let span = match days {
            0 => "the same day".to_owned(),
            1 => "1 day later".to_owned(),
            n if n < 0 => "earlier than the backup".to_owned(),
            n => format!("{n} days later"),
        };
        Some(format!(
            "The journal was last written {}, {span}.",
            now.format("%Y-%m-%d %H:%M")
        ))
    }
}

impl Moves {
    /// In words: "commitments: 2 come back, 1 goes away, 3 change".
    fn says(self, kind: Kind) -> String {
        let one = |n: u64, single: &str, many: &str| {
            (n > 0).then(|| format!("{n} {}", if n == 1 { single } else { many }))
        };
        let parts = [
            one(self.back, "comes back", "come back"),
            one(self.gone, "goes away", "go away"),
            one(self.changed, "is as it was again", "are as they were again"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        format!("{kind}: {}", parts.join(", "))
    }
}
