//! Looking at the journal's health: the file, its schema, its projections, who may read it.

use super::{Store, migrate};
use crate::domain::view::Health;
use crate::error::{Error, Result};

impl Store {
    /// Checks everything that can be checked without changing anything.
    pub fn health(&mut self) -> Result<Health> {
        let mut health = Health::default();
        let mut say = |what: &str, found: String, well: bool| {
            health.checks.push((what.to_owned(), found, well));
        };
        let version = migrate::version(&self.connection)?;
        say(
            "schema",
            format!("{version} of {}", migrate::newest()),
            version == migrate::newest(),
        );
        let check: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        say(
            "file",
            if check == "ok" {
                "sound".to_owned()
            } else {
                check.clone()
            },
            check == "ok",
        );
        let (revisions, records) = (self.revisions()?, self.records()?);
        say(
            "holds",
            format!(
                "{records} record{} in {revisions} revision{}",
                if records == 1 { "" } else { "s" },
                if revisions == 1 { "" } else { "s" }
            ),
            true,
        );
        if check == "ok" {
            let (text, text_well) = self.check_words();
            say("search", text, text_well);
            let (same, why) = self.check_projections()?;
            say("projections", why, same);
        }
        if let Some((found, well)) = self.permissions() {
            say("permissions", found, well);
        }
        if let Some(why) = &self.read_only {
            say("writing", why.clone(), false);
        }
        Ok(health)
    }

    fn records(&self) -> Result<i64> {
        Ok(self
            .connection
            .query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?)
    }

    fn check_words(&self) -> (String, bool) {
        match self.connection.execute(
            "INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1)",
            [],
        ) {
            Ok(_) => ("the index agrees with the records".to_owned(), true),
            Err(_) if self.read_only.is_some() => (
                "not checked: the journal is open for reading only".to_owned(),
                true,
            ),
            Err(_) => (
                "the index disagrees with the records; mend it with: trustline doctor --rebuild"
                    .to_owned(),
                false,
            ),
        }
    }

    /// Builds the projections again beside the ones that stand, compares, and takes the new ones back.
    fn check_projections(&mut self) -> Result<(bool, String)> {
        if self.read_only.is_some() {
            return Ok((
                true,
                "not checked: the journal is open for reading only".to_owned(),
            ));
        }
        let before = self.digest()?;
        let mut after = String::new();
        let compared: Result<()> = self.write(|store| {
            store.rebuild(&mut |_| {})?;
            after = store.digest()?;
            // the comparison is all that was wanted: nothing of it is kept
            Err(Error::refused("compared"))
        });
        debug_assert!(compared.is_err(), "a comparison is always taken back");
        let same = before == after;
        let says = if same {
            "equal to a rebuild"
        } else {
            "differ from a rebuild; mend them with: trustline doctor --rebuild"
        };
        Ok((same, says.to_owned()))
    }

    #[cfg(unix)]
    fn permissions(&self) -> Option<(String, bool)> {
        use std::os::unix::fs::PermissionsExt;
        let mode = self.path.as_deref()?.metadata().ok()?.permissions().mode() & 0o777;
        let well = mode.trailing_zeros() >= 6;
        let says = if well {
            "yours alone".to_owned()
        } else {
            format!("others may read it (mode {mode:o}); mend it with: chmod 600")
        };
        Some((says, well))
    }

    #[cfg(not(unix))]
    fn permissions(&self) -> Option<(String, bool)> {
        None
    }
}
