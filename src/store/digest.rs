//! A digest of every projection: equal for equal revisions, whichever way they came to be.

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
            let mut statement = self.connection.prepare(sql)?;
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
        }
        Ok(format!("{:032x}", hash.finish()))
    }
}
