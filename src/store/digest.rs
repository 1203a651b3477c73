//! A digest of every projection, equal for equal revisions, whichever way they came to be; and one of a whole file.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::Store;
use crate::domain::Fnv;
use crate::error::Result;

/// Every projection with the columns that make it up, in the order of its key.
const PROJECTIONS: &[&str] = &[
    "SELECT * FROM entry ORDER BY n",
    "SELECT * FROM place ORDER BY who, at, n",
    "SELECT * FROM kept ORDER BY who, kind, state, at, n",
    "SELECT * FROM tag ORDER BY tag, at, n",
    "SELECT * FROM promise ORDER BY who, side, n",
    "SELECT * FROM relationship ORDER BY n",
    "SELECT * FROM name ORDER BY word, whole, n",
    "SELECT * FROM week ORDER BY who, week",
];

impl Store {
    /// The digest, 32 hexadecimal digits.
    pub fn digest(&self) -> Result<String> {
        let mut hash = Fnv::default();
        for sql in PROJECTIONS {
            hash.write(sql.as_bytes());
            add_rows(&mut hash, &self.connection, sql)?;
        }
        Ok(format!("{:032x}", hash.finish()))
    }
}

/// A digest of all that a file holds: its schema, and every row of every table.
///
/// # Errors
/// When it cannot be read.
pub(super) fn digest_of_all(connection: &Connection) -> Result<u128> {
    let mut hash = Fnv::default();
    for pragma in ["user_version", "application_id"] {
        add_rows(&mut hash, connection, &format!("PRAGMA {pragma}"))?;
    }
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    add_rows(&mut hash, connection, schema)?;
    // what a virtual table holds lies in tables of its own
    let tables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name";
    let mut names = connection.prepare(tables)?;
    let names: Vec<String> = names
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for name in names {
        hash.write(name.as_bytes());
        add_rows(&mut hash, connection, &format!("SELECT * FROM \"{name}\""))?;
    }
    Ok(hash.finish())
}

fn add_rows(hash: &mut Fnv, connection: &Connection, sql: &str) -> Result<()> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => hash.write(&[0]),
                ValueRef::Integer(n) => hash.write(&n.to_le_bytes()),
                ValueRef::Real(x) => hash.write(&x.to_le_bytes()),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => hash.write(bytes),
            }
            hash.write(&[0xfe]);
        }
    }
    Ok(())
}
