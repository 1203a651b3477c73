//! The schema, step by step: numbered SQL files, applied in one transaction each.

use rusqlite::Connection;

use crate::error::{Error, ErrorKind, Result};

/// Marks a file as a trustline journal (`trus`).
pub(super) const APPLICATION: i32 = 0x7472_7573;

/// Every migration, in order; the schema's version is how many were applied. Append only.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_the_house.sql")];

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

/// Brings a file to the newest schema. Answers whether anything was done.
pub(super) fn migrate(connection: &Connection) -> Result<bool> {
    if version(connection)? == newest() {
        return Ok(false);
    }
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    // another process may have been faster
    let from = version(connection)?;
    if from > newest() {
        connection.execute_batch("ROLLBACK")?;
        return Err(newer(from));
    }
    for (n, sql) in MIGRATIONS.iter().enumerate().skip(from) {
        let numbered = format!(
            "{sql}; PRAGMA user_version = {}; PRAGMA application_id = {APPLICATION};",
            n + 1
        );
        if let Err(error) = connection.execute_batch(&numbered) {
            connection.execute_batch("ROLLBACK")?;
            return Err(error.into());
        }
    }
    connection.execute_batch("COMMIT")?;
    Ok(from < newest())
}

/// The refusal of a journal that a newer program wrote.
pub(super) fn newer(found: usize) -> Error {
    let says = format!(
        "this journal has schema {found}; this program knows up to {}",
        newest()
    );
    Error::new(ErrorKind::Journal, says)
        .hint("a newer trustline wrote it: upgrade this one; nothing was changed")
}
