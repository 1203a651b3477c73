//! The schema, step by step: numbered SQL files, applied in one transaction each.

use rusqlite::Connection;

use crate::error::{Error, ErrorKind, Result};

/// Marks a file as a trustline journal (`trus`).
pub(super) const APPLICATION: i32 = 0x7472_7573;

/// Every migration, in order; the schema's version is how many were applied. Append only.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_the_house.sql"),
    include_str!("migrations/0002_the_whole_record.sql"),
    include_str!("migrations/0003_forgetting.sql"),
    include_str!("migrations/0004_drafts.sql"),
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

/// Brings a file to the newest schema. The projections of a journal that was older are made again by `rebuild`
/// before anything is kept: either all of it is done, or nothing. `before` is told the schema that such a journal is about
/// to have; what it refuses is not begun.
pub(super) fn migrate(
    connection: &Connection,
    before: impl FnOnce(usize) -> Result<()>,
    rebuild: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let found = version(connection)?;
    if found == newest() {
        return Ok(());
    }
    if (1..newest()).contains(&found) {
        before(newest())?;
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
    if (1..newest()).contains(&from)
        && let Err(error) = rebuild()
    {
        connection.execute_batch("ROLLBACK")?;
        return Err(error);
    }
    connection.execute_batch("COMMIT")?;
    Ok(())
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

/// The refusal of a journal that a newer program wrote.
pub(super) fn newer(found: usize) -> Error {
    let says = format!(
        "this journal has schema {found}; this program knows up to {}",
        newest()
    );
    Error::new(ErrorKind::Journal, says)
        .hint("a newer trustline wrote it: upgrade this one; nothing was changed")
}
