//! Which column feeds which field: a mapping, from a small TOML file, from flags, or from the header itself.
//!
//! Where a column is named, `a|b` is the first of them that is there, and a `?` at the end says that none has to be.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::dates::DateOrder;
use super::header::Header;
use crate::domain::Kind;
use crate::error::{Error, Result};

/// The mappings that are compiled in, by name.
const READY: [(&str, &str); 5] = [
    (
        "jira-due",
        include_str!("../../../assets/mappings/jira-due.toml"),
    ),
    (
        "promise-tracker",
        include_str!("../../../assets/mappings/promise-tracker.toml"),
    ),
    ("jira", include_str!("../../../assets/mappings/jira.toml")),
    (
        "github",
        include_str!("../../../assets/mappings/github.toml"),
    ),
    ("asana", include_str!("../../../assets/mappings/asana.toml")),
];

/// What a row of a table means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Its name, in reports.
    pub name: String,
    /// One sentence about what it reads.
    pub about: String,
    /// `commitment` (the default) or `relationship`.
    pub kind: Rowed,
    /// Columns that a file of this shape has; a ready mapping is chosen by them. None: never chosen unasked.
    pub header: Vec<String>,
    /// The order of dates that do not begin with the year; unset: an ambiguous date is a fault.
    pub dates: Option<DateOrder>,
    /// Where the rows come from. Part of every identity: two sources may use the same keys.
    pub source: String,
    /// Columns that together identify a row; none: all columns that are mapped.
    pub key: Vec<String>,
    /// Columns without which a row is skipped and counted, not refused.
    pub require: Vec<String>,
    /// With whom.
    pub who: Who,
    /// To whom rows are promised in which `who` names me; unset, they are skipped and counted.
    pub mine: Option<Mine>,
    /// Field by field, the column that feeds it; or a pattern of columns (`"{src} {key}"`).
    pub fields: BTreeMap<String, String>,
    /// Field by field, what it always is.
    pub constants: BTreeMap<String, String>,
    /// Constants for rows that hold a word in a column.
    pub when: Vec<Case>,
    /// What became of a commitment, from one column with a status.
    pub outcome: Option<Outcome>,
    /// What became of a commitment, from one column with a history of statuses.
    pub history: Option<History>,
}

/// The kinds that a table can bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Rowed {
    /// A row is a commitment; the relationships it names are made where they are missing.
    #[default]
    Commitment,
    /// A row is a relationship.
    Relationship,
}

impl Rowed {
    /// The kind of record.
    pub fn kind(self) -> Kind {
        match self {
            Self::Commitment => Kind::Commitment,
            Self::Relationship => Kind::Relationship,
        }
    }
}

/// With whom a row's commitment is: named by a column, or the same for every row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Who {
    /// The column with the name.
    pub column: Option<String>,
    /// The name, when every row is about the same.
    pub name: Option<String>,
    /// The role of a relationship that has to be made; blank: `peer`.
    pub role: String,
    /// Its kind of party; blank: `person`.
    pub party: String,
    /// The characters that part several names in one cell, each of whom owes it; blank: a cell is one name.
    pub between: String,
}

/// To whom I promised what a table gives to me: named by a column, else the same for every row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Mine {
    /// The column with the name of who asked for it.
    pub column: Option<String>,
    /// The name, where no column says it.
    pub name: Option<String>,
}

/// Constants for the rows that hold a word in a column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The column.
    pub column: String,
    /// The word, compared without regard to case and outer spaces.
    pub is: String,
    /// The fields it sets.
    pub constants: BTreeMap<String, String>,
}

/// What a status means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Means {
    /// Done on the day; kept or late follows from the dates.
    Done,
    /// Broken on the day.
    Broken,
    /// Let go by the receiver on the day: nothing was owed after all.
    Released,
    /// An event nobody controls.
    Excused,
    /// Still owed.
    Open,
    /// Asked for and not agreed to.
    Requested,
    /// No commitment at all: the row is skipped and counted.
    Skip,
}

impl Means {
    /// The words, for sentences.
    pub const WORDS: &'static str = "done, broken, released, excused, open, requested, skip";

    /// Its own words, each with what it means: those that a table of ours would use.
    pub const OWN: [(&'static str, Self); 6] = [
        ("done", Self::Done),
        ("broken", Self::Broken),
        ("released", Self::Released),
        ("excused", Self::Excused),
        ("open", Self::Open),
        ("requested", Self::Requested),
    ];

    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "done" => Self::Done,
            "broken" => Self::Broken,
            "released" => Self::Released,
            "excused" => Self::Excused,
            "open" => Self::Open,
            "requested" => Self::Requested,
            "skip" => Self::Skip,
            _ => return None,
        })
    }
}

/// A column with one status.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Outcome {
    /// The column with the status, or a pattern of columns.
    pub column: String,
    /// The column with the day it came to that; needed by every status that settles.
    pub day: Option<String>,
    /// What each status means; `""` is a blank one, `"*"` any word that is not named.
    pub words: BTreeMap<String, Means>,
}

/// A column with dated statuses: `2026-02-03=Not started;2026-05-03=Broken`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct History {
    /// The column.
    pub column: String,
    /// What parts the entries; blank: `;`.
    pub between: String,
    /// What parts an entry's day from its status; blank: `=`.
    pub sign: String,
    /// What each status means.
    pub words: BTreeMap<String, Means>,
}

impl Mapping {
    /// A ready mapping by its name, else a TOML file by its path.
    ///
    /// # Errors
    /// When it is neither, or the file is no mapping; the line is in the sentence.
    pub fn named(name: &str) -> Result<Self> {
        if let Some((_, text)) = READY.iter().find(|(ready, _)| *ready == name) {
            return Self::read(name, text);
        }
        let path = Path::new(name);
        let text = match std::fs::read_to_string(path) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let names = Self::ready().join(", ");
                return Err(Error::not_found(format!(
                    "there is no mapping \u{201c}{name}\u{201d}"
                ))
                .hint(format!("ready ones: {names}; or name a TOML file")));
            }
            read => read.map_err(|e| Error::file("read", path, e))?,
        };
        Self::read(name, &text)
    }

    /// The names of the ready mappings.
    pub fn ready() -> Vec<&'static str> {
        READY.iter().map(|(name, _)| *name).collect()
    }

    /// The ready mapping whose columns a header has.
    pub(super) fn recognised(header: &[String]) -> Option<Self> {
        let has = |column: &String| Header(header).has(column);
        READY
            .iter()
            .filter_map(|(name, text)| Self::read(name, text).ok())
            .find(|ready| !ready.header.is_empty() && ready.header.iter().all(has))
    }

    /// Reads a mapping's TOML.
    ///
    /// # Errors
    /// The place and what is wrong there.
    pub fn read(name: &str, text: &str) -> Result<Self> {
        let mut mapping: Self = toml::from_str(text).map_err(|e| {
            let line = e
                .span()
                .map_or(1, |s| text[..s.start].matches('\n').count() + 1);
            let says = e.message().replace('\n', " ");
            Error::usage(format!("the mapping {name}, line {line}: {says}"))
        })?;
        if mapping.name.is_empty() {
            name.clone_into(&mut mapping.name);
        }
        Ok(mapping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_ones_are_read() {
        for name in Mapping::ready() {
            let mapping = Mapping::named(name).expect(name);
            assert_eq!(mapping.name, name);
            assert!(!mapping.about.is_empty() && !mapping.header.is_empty());
        }
    }

    #[test]
    fn a_slip_in_a_mapping_is_named_with_its_line() {
        let says = Mapping::read("my.toml", "name = \"x\"\ncolour = 1\n").expect_err("unknown");
        assert!(
            says.says()
                .starts_with("the mapping my.toml, line 2: unknown field"),
            "{says}"
        );
        let says =
            Mapping::read("my.toml", "[outcome.words]\nFixed = \"great\"\n").expect_err("word");
        assert!(says.says().contains("line 2"), "{says}");
        assert_eq!(Mapping::named("nowhere").expect_err("none").exit_code(), 3);
    }
}
