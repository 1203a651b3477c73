//! What was told in a notice, remembered in the journal, so that two windows and a timer do not tell it twice.
//!
//! A row of the settings for each: `told ` and the key of the occasion, which begins with a day and holds no words.

use chrono::{Days, NaiveDate};

use super::Store;
use crate::error::Result;

/// For how many days it is remembered.
const DAYS: u64 = 30;

impl Store {
    /// Whether something was told.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn is_told(&self, key: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM setting WHERE key = 'told ' || ?1)";
        let mut known = self.connection.prepare_cached(sql)?;
        Ok(known.query_row([key], |row| row.get(0))?)
    }

    /// Remembers that something is told now; answers for each key whether this was the first time. What was told long before
    /// a day is forgotten.
    ///
    /// # Errors
    /// `Conflict` when another process writes for long, `File` when nothing can be written.
    pub fn tells(&mut self, keys: &[String], day: NaiveDate) -> Result<Vec<bool>> {
        let old = day.checked_sub_days(Days::new(DAYS)).unwrap_or(day);
        self.write(|store| {
            let sql = "DELETE FROM setting WHERE key > 'told ' AND key < 'told ' || ?1";
            store
                .connection
                .prepare_cached(sql)?
                .execute([old.to_string()])?;
            let sql = "INSERT OR IGNORE INTO setting VALUES ('told ' || ?1, '')";
            let mut insert = store.connection.prepare_cached(sql)?;
            keys.iter()
                .map(|key| Ok(insert.execute([key])? == 1))
                .collect()
        })
    }

    /// Takes back that something is told: it could not be.
    ///
    /// # Errors
    /// As [`Store::tells`].
    pub fn untells(&mut self, keys: &[String]) -> Result<()> {
        self.write(|store| {
            let mut delete = store
                .connection
                .prepare_cached("DELETE FROM setting WHERE key = 'told ' || ?1")?;
            keys.iter().try_for_each(|key| {
                delete.execute([key])?;
                Ok(())
            })
        })
    }
}
