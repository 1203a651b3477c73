//! What would change if a copy took the place of a journal: by identity and value, record by record.

use std::path::Path;

use rusqlite::{Connection, params};

use super::backup::has_log;
use super::connect::{ALONE, SHARED, attach, uri};
use super::lock::lock_of;
use super::rows;
use crate::domain::Kind;
use crate::domain::backup::{Lost, Moves};
use crate::error::Result;
use crate::secret::Keys;

/// What a comparison found.
pub struct Compared {
    /// The kinds to whose records something would happen, in the order of their names.
    pub kinds: Vec<(Kind, Moves)>,
    /// The newest records that only the journal has.
    pub missing: Vec<Lost>,
}

/// The records that only the copy has.
const BACK: &str = "SELECT e.kind, count(*) FROM there.entry e
     WHERE NOT EXISTS (SELECT 1 FROM here.entry o WHERE o.id = e.id) GROUP BY e.kind";

/// The records that only the journal has.
const GONE: &str = "SELECT e.kind, count(*) FROM here.entry e
     WHERE NOT EXISTS (SELECT 1 FROM there.entry o WHERE o.id = e.id) GROUP BY e.kind";

/// The records of both whose values differ.
const CHANGED: &str =
    "SELECT e.kind, count(*) FROM here.entry e JOIN here.revision r ON r.seq = e.seq
     JOIN there.entry o ON o.id = e.id JOIN there.revision q ON q.seq = o.seq
     WHERE r.body IS NOT q.body GROUP BY e.kind";

/// The newest records that only one has, with what a list says of them.
const MISSING: &str =
    "SELECT e.kind, r.body, w.name FROM here.entry e JOIN here.revision r ON r.seq = e.seq
     LEFT JOIN here.relationship w ON w.id = e.who
     WHERE NOT EXISTS (SELECT 1 FROM there.entry o WHERE o.id = e.id)
     ORDER BY e.at DESC, e.n DESC LIMIT ?1";

/// Compares a journal with a copy; at most so many of the records that would be missing are named.
///
/// # Errors
/// When one of them cannot be read.
pub fn compare(journal: &Path, copy: &Path, rows: usize, keys: &Keys) -> Result<Compared> {
    let mut found = Compared {
        kinds: Vec::new(),
        missing: Vec::new(),
    };
    let both = both(journal, copy, keys)?;
    both.execute_batch("BEGIN")?;
    count(&both, BACK, &mut found.kinds, |m, n| m.back = n)?;
    count(&both, GONE, &mut found.kinds, |m, n| m.gone = n)?;
    count(&both, CHANGED, &mut found.kinds, |m, n| m.changed = n)?;
    found.kinds.sort_by_key(|(kind, _)| kind.word());
    let mut statement = both.prepare(MISSING)?;
    let mut some = statement.query(params![i64::try_from(rows).unwrap_or(i64::MAX)])?;
    while let Some(row) = some.next()? {
        let kind = rows::kind(row.get_ref(0)?.as_str().unwrap_or_default())?;
        let record = rows::decode(kind, row.get_ref(1)?.as_str().unwrap_or_default())?.blanked();
        found.missing.push(Lost {
            kind,
            day: record.noun().since().day,
            title: record.noun().title(),
            who: row.get(2)?,
        });
    }
    Ok(found)
}

/// Both files on one connection, as `here` (the journal, which others may be writing) and `there` (the copy).
fn both(journal: &Path, copy: &Path, keys: &Keys) -> Result<Connection> {
    let both = Connection::open_in_memory()?;
    let one = |name, path: &Path, alone| {
        let lock = lock_of(path, keys)?;
        let key = lock.as_ref().map(|lock| &*lock.key);
        attach(
            &both,
            name,
            &uri(path, if alone { ALONE } else { SHARED })?,
            key,
        )
    };
    one("here", journal, false)?;
    one("there", copy, !has_log(copy))?;
    Ok(both)
}

fn count(
    both: &Connection,
    sql: &str,
    kinds: &mut Vec<(Kind, Moves)>,
    put: impl Fn(&mut Moves, u64),
) -> Result<()> {
    let mut statement = both.prepare(sql)?;
    let mut some = statement.query([])?;
    while let Some(row) = some.next()? {
        let kind = rows::kind(row.get_ref(0)?.as_str().unwrap_or_default())?;
        let many = row.get::<_, i64>(1)?.unsigned_abs();
        let place = kinds.iter().position(|(one, _)| *one == kind);
        let place = place.unwrap_or_else(|| {
            kinds.push((kind, Moves::default()));
            kinds.len() - 1
        });
        put(&mut kinds[place].1, many);
    }
    Ok(())
}
