//! The proof of a migration: what the journal holds afterwards is what it held before, counted and digested.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::domain::Fnv;
use crate::error::{Error, ErrorKind, Result};

/// What a journal holds in truth: its revisions in the order of their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Truth {
    /// The columns of a revision that the digest is of.
    columns: Vec<String>,
    /// How many revisions.
    revisions: u64,
    /// Over every column of every one.
    digest: u128,
    /// How many records of each kind stand: those whose newest revision has a body.
    kinds: BTreeMap<String, u64>,
}

/// What was done to a journal of an earlier schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Brought {
    /// The schema it had.
    pub from: usize,
    /// The one it has.
    pub to: usize,
    /// What it held, and holds.
    pub held: Truth,
    /// Where it was kept first as it was.
    pub kept: Option<PathBuf>,
}

/// The records that stand, told by the revisions alone.
const STAND: &str = "SELECT r.kind, count(*) FROM revision r WHERE r.body IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM revision n WHERE n.record = r.record AND (n.time, n.device) > (r.time, r.device)) GROUP BY r.kind";

/// The records that screens read.
const SHOWN: &str = "SELECT kind, count(*) FROM entry GROUP BY kind";

impl Truth {
    /// Of a journal as it stands, with every column that its revisions have now.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn of(connection: &Connection) -> Result<Self> {
        let mut names = connection.prepare("SELECT name FROM pragma_table_info('revision')")?;
        let columns: Vec<String> = names
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Self::by(connection, columns)
    }

    /// Of a journal, by some columns.
    fn by(connection: &Connection, columns: Vec<String>) -> Result<Self> {
        let (revisions, digest) = digest(connection, &columns)?;
        Ok(Self {
            columns,
            revisions,
            digest,
            kinds: counted(connection, STAND)?,
        })
    }

    /// Whether a journal that was brought from one schema to another still holds this, and shows all of it.
    ///
    /// # Errors
    /// `Journal` with what differs.
    pub(super) fn still(&self, connection: &Connection, (from, to): (usize, usize)) -> Result<()> {
        let now = Self::by(connection, self.columns.clone())?;
        let shown = counted(connection, SHOWN)?;
        let Some(differs) = self.differs(&now, &shown) else {
            return Ok(());
        };
        let says = format!(
            "the journal was not brought from schema {from} to {to}, because it would not hold the same: {differs}"
        );
        Err(Error::new(ErrorKind::Journal, says)
            .hint("go on with the program that wrote it, and tell the makers of trustline"))
    }

    /// What is not the same, in words.
    fn differs(&self, now: &Self, shown: &BTreeMap<String, u64>) -> Option<String> {
        if self.revisions != now.revisions {
            let (then, now) = (grouped(self.revisions), grouped(now.revisions));
            return Some(format!("{now} revisions in place of {then}"));
        }
        if self.digest != now.digest {
            return Some("the words of a revision differ".to_owned());
        }
        let kinds = self
            .kinds
            .keys()
            .chain(now.kinds.keys())
            .chain(shown.keys());
        kinds.into_iter().find_map(|kind| {
            let of = |counts: &BTreeMap<String, u64>| counts.get(kind).copied().unwrap_or(0);
            let then = of(&self.kinds);
            let found = [of(&now.kinds), of(shown)];
            let other = found.into_iter().find(|&n| n != then)?;
            Some(format!(
                "{} of the kind {kind} in place of {}",
                grouped(other),
                grouped(then)
            ))
        })
    }

    fn records(&self) -> u64 {
        self.kinds.values().sum()
    }
}

impl Brought {
    /// What was done, and that it was proved, in one sentence.
    pub(super) fn says(&self) -> String {
        let many = |n: u64, noun: &str| {
            let plural = if n == 1 { "" } else { "s" };
            format!("{} {noun}{plural}", grouped(n))
        };
        let kept = self.kept.as_ref().map_or_else(String::new, |path| {
            let file = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            format!("; kept first as {}", file.unwrap_or_default())
        });
        format!(
            "The journal was brought from schema {} to {}: {} in {}, the same as before{kept}.",
            self.from,
            self.to,
            many(self.held.records(), "record"),
            many(self.held.revisions, "revision"),
        )
    }
}

/// A number with a comma between its thousands.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn counted(connection: &Connection, sql: &str) -> Result<BTreeMap<String, u64>> {
    let mut statement = connection.prepare(sql)?;
    let counts = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()))
    })?;
    Ok(counts.collect::<rusqlite::Result<_>>()?)
}

/// How many revisions there are, and the digest of some columns of all of them, in one pass.
fn digest(connection: &Connection, columns: &[String]) -> Result<(u64, u128)> {
    let names: Vec<_> = columns
        .iter()
        .map(|name| format!("\"{}\"", name.replace('"', "\"\"")))
        .collect();
    let sql = format!("SELECT {} FROM revision ORDER BY seq", names.join(", "));
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut many, mut hash) = (0, Fnv::default());
    while let Some(row) = rows.next()? {
        many += 1;
        for column in 0..columns.len() {
            cell(&mut hash, row.get_ref(column)?);
        }
    }
    Ok((many, hash.finish()))
}

/// A cell with its sort and its length before it: no two different rows give the same bytes.
fn cell(hash: &mut Fnv, value: ValueRef<'_>) {
    let mut put = |sort: u8, bytes: &[u8]| {
        hash.write(&[sort]);
        hash.write(&(bytes.len() as u64).to_le_bytes());
        hash.write(bytes);
    };
    match value {
        ValueRef::Null => put(0, &[]),
        ValueRef::Integer(n) => put(1, &n.to_le_bytes()),
        ValueRef::Real(x) => put(2, &x.to_le_bytes()),
        ValueRef::Text(bytes) => put(3, bytes),
        ValueRef::Blob(bytes) => put(4, bytes),
    }
}
