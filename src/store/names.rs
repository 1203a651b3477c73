//! Every name that relationships ever went by, also of those that were deleted: what a mask must know.

use super::Store;
use crate::domain::relationship::Relationship;
use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;

impl Store {
    /// Every relationship, deleted ones too, each with every value of its record, the newest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn every_name(&self) -> Result<Vec<(RecordId, Vec<Relationship>)>> {
        let mut everybody = Vec::new();
        self.each_of(Some(Kind::Relationship), &mut |id, values| {
            let named = values.iter().filter_map(|(_, record)| match record {
                Record::Relationship(one) => Some(one.clone()),
                _ => None,
            });
            everybody.push((id, named.collect()));
            Ok(())
        })?;
        Ok(everybody)
    }

    /// The place of the newest revision, and whether one of a relationship came after a place, or the list is another one.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn names_since(&self, seq: i64) -> Result<(i64, bool)> {
        let sql = "SELECT coalesce((SELECT max(seq) FROM revision), 0),
                          EXISTS (SELECT 1 FROM revision WHERE seq > ?1 AND kind = ?2)";
        let mut newest = self.connection.prepare_cached(sql)?;
        let asked = (seq, Kind::Relationship.word());
        let (last, written): (i64, bool) =
            newest.query_row(asked, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((last, written || last < seq))
    }
}
