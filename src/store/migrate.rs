//! The schema, step by step: numbered SQL files, applied in one transaction that is proved before it is kept.

use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, params};

use super::proof::{Brought, Truth};
use crate::error::{Error, ErrorKind, Result};

/// Marks a file as a trustline journal (`trus`).
pub(super) const APPLICATION: i32 = 0x7472_7573;

/// The setting that names the first program that knows the schema of the file it stands in.
const NEEDS: &str = "needs";

/// One step of the schema.
struct Migration {
    /// The first version of trustline that knows the schema after it.
    since: &'static str,
    sql: &'static str,
}

/// Every migration, in order; the schema's version is how many were applied. Append only.
const MIGRATIONS: &[Migration] = &[
    Migration {
        since: "0.1.0",
        sql: include_str!("migrations/0001_the_house.sql"),
    },
    Migration {
        since: "0.1.0",
        sql: include_str!("migrations/0002_the_whole_record.sql"),
    },
    Migration {
        since: "0.1.0",
        sql: include_str!("migrations/0003_forgetting.sql"),
    },
    Migration {
        since: "0.1.0",
        sql: include_str!("migrations/0004_drafts.sql"),
    },
];

/// The newest schema this program knows.
pub(super) fn newest() -> usize {
    MIGRATIONS.len()
}

/// The schema of a file.
pub(super) fn version(connection: &Connection) -> Result<usize> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|_| {
        Error::new(ErrorKind::Journal, "the journal's file is damaged")
            .hint("its schema has no number")
    })
}

/// Refuses a file that a newer program wrote, and names the one it needs where the file does.
///
/// # Errors
/// `Journal` when its schema is newer than the newest known, or it has none.
pub(super) fn refuse_newer(connection: &Connection) -> Result<()> {
    let found = version(connection)?;
    if found <= newest() {
        return Ok(());
    }
    let own = env!("CARGO_PKG_VERSION");
    let says = format!(
        "this journal has schema {found}; this program (trustline {own}) knows up to {}",
        newest()
    );
    let hint = needs(connection).map_or_else(
        || "a newer trustline wrote it: upgrade this one; nothing was changed".to_owned(),
        |needs| {
            format!("it needs trustline {needs} or newer: upgrade this one; nothing was changed")
        },
    );
    Err(Error::new(ErrorKind::Journal, says).hint(hint))
}

/// The first version of trustline that knows a file's schema, where the file says so.
pub(super) fn needs(connection: &Connection) -> Option<String> {
    let sql = "SELECT value FROM setting WHERE key = ?1";
    let named: Option<String> = connection
        .query_row(sql, [NEEDS], |row| row.get(0))
        .optional()
        // a program to come may keep its settings elsewhere: then the schema's number has to do
        .ok()
        .flatten();
    // the words of a file that nothing is known about
    named.filter(|named| {
        let fits = |c: char| c.is_ascii_digit() || c == '.';
        named.len() < 20
            && named.starts_with(|c: char| c.is_ascii_digit())
            && named.chars().all(fits)
    })
}

/// Brings a file to the newest schema. The projections of a journal that was older are made again by `rebuild`, and
/// what it holds is compared with what it held, before anything is kept: either all of it is done, or nothing.
/// `before` is told the schema that such a journal is about to have and answers where it was kept as it is; what it
/// refuses is not begun. Answers what was done to an older journal.
///
/// # Errors
/// `Journal` when it is newer, damaged, or would hold something else afterwards; it is as it was then.
pub(super) fn migrate(
    connection: &Connection,
    before: impl FnOnce(usize) -> Result<Option<PathBuf>>,
    rebuild: impl FnOnce() -> Result<()>,
) -> Result<Option<Brought>> {
    let found = version(connection)?;
    if found == newest() {
        return Ok(None);
    }
    let mut kept = None;
    if (1..newest()).contains(&found) {
        kept = before(newest())?;
    }
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    let done = apply(connection, rebuild).and_then(|done| {
        connection.execute_batch("COMMIT")?;
        Ok(done)
    });
    if done.is_err() && !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    match (done, kept) {
        (Ok(brought), kept) => Ok(brought.map(|brought| Brought { kept, ..brought })),
        (Err(error), None) => Err(error),
        (Err(error), Some(path)) => {
            let hint = error.hint_text().map(|hint| format!("{hint}; "));
            let hint = format!(
                "{}the journal is as it was, and is kept once more as {}",
                hint.unwrap_or_default(),
                path.display()
            );
            Err(error.hint(hint))
        }
    }
}

/// Every step that is missing, inside a transaction that is open.
fn apply(connection: &Connection, rebuild: impl FnOnce() -> Result<()>) -> Result<Option<Brought>> {
    // another process may have been faster
    refuse_newer(connection)?;
    let from = version(connection)?;
    let older = (1..newest()).contains(&from);
    let held = older.then(|| Truth::of(connection)).transpose()?;
    for (n, one) in MIGRATIONS.iter().enumerate().skip(from) {
        let numbered = format!(
            "{}; PRAGMA user_version = {}; PRAGMA application_id = {APPLICATION};",
            one.sql,
            n + 1
        );
        connection.execute_batch(&numbered)?;
    }
    if let Some(newest) = MIGRATIONS.last().filter(|_| from < newest()) {
        let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        connection.execute(sql, params![NEEDS, newest.since])?;
    }
    let Some(held) = held else {
        return Ok(None);
    };
    rebuild()?;
    held.still(connection, (from, newest()))?;
    Ok(Some(Brought {
        from,
        to: newest(),
        held,
        kept: None,
    }))
}

/// The refusal of a journal of an earlier schema that cannot be written, and so not be brought to today's.
pub(super) fn older(found: usize, why: &str) -> Error {
    let says = format!(
        "this journal has schema {found} and needs {}, and it is open for reading only: {why}",
        newest()
    );
    Error::new(ErrorKind::Journal, says)
        .hint("open it once where it can be written: everything in it is kept")
}

#[cfg(test)]
mod tests;
