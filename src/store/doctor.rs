//! Looking at the journal's health from inside: the file as a database, its schema, its projections, its room.

use rusqlite::types::Value;

use super::{Store, migrate};
use crate::clock::Clock;
use crate::domain::health::{Check, Fix, Part, counted, size};
use crate::error::{Error, Result};

/// How far a revision may lie ahead of this machine's clock before that is told: a zone's worth and a little.
const AHEAD: i64 = 26 * 3_600_000;

impl Store {
    /// Checks everything that can be checked without changing anything. A check that cannot run says why, and is not well.
    pub fn health(&mut self, clock: &Clock) -> Vec<Check> {
        let mut checks = vec![self.check_file()];
        let sound = checks.iter().all(Check::is_well);
        checks.push(told(Part::File, "schema", self.check_schema()));
        if sound {
            checks.push(told(Part::File, "references", self.check_references()));
        }
        checks.push(told(Part::File, "gaps", self.check_gaps()));
        checks.push(told(Part::Records, "holds", self.check_holds()));
        if sound {
            checks.push(self.check_words());
            checks.push(told(Part::Records, "projections", self.check_projections()));
        }
        checks.push(told(Part::Records, "clock", self.check_clock(clock)));
        checks.push(told(Part::Records, "forgetting", self.check_owed()));
        if let Some(why) = &self.read_only {
            let check = Check::new(Part::Place, "writing", why.clone());
            checks.push(check.ill("give yourself the right to write the file and its folder"));
        }
        checks
    }

    fn check_file(&self) -> Check {
        const MEND: &str = "keep the file as it is; trustline export --salvage --output FILE saves what can still be read";
        let check = |found| Check::new(Part::File, "file", found);
        let found = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
        match found {
            Ok(ok) if ok == "ok" => check("sound".to_owned()),
            Ok(fault) => {
                let fault: String = fault;
                check(fault.lines().last().unwrap_or_default().trim().to_owned()).ill(MEND)
            }
            Err(error) => check(Error::from(error).says().to_owned()).ill(MEND),
        }
    }

    fn check_schema(&self) -> Result<Check> {
        let version = migrate::version(&self.connection)?;
        let by = migrate::needs(&self.connection);
        let by = by.map_or_else(String::new, |needs| {
            format!(", known since trustline {needs}")
        });
        let newest = migrate::newest();
        let check = Check::new(Part::File, "schema", format!("{version} of {newest}{by}"));
        if version == newest {
            return Ok(check);
        }
        Ok(check.ill("open the journal once where it can be written"))
    }

    /// Whether what points at something points at something that is there.
    fn check_references(&self) -> Result<Check> {
        let check = |found: &str| Check::new(Part::File, "references", found);
        if self
            .connection
            .prepare("PRAGMA foreign_key_check")?
            .exists([])?
        {
            let check = check("a row points at one that is not there");
            return Ok(check.ill("go back to a backup: trustline restore newest --dry-run"));
        }
        let lost = "SELECT 1 FROM entry e WHERE NOT EXISTS
             (SELECT 1 FROM revision r WHERE r.seq = e.seq AND r.record = e.id) LIMIT 1";
        if self.connection.prepare(lost)?.exists([])? {
            let check = check("a record that screens read has no revision");
            return Ok(check
                .ill("trustline doctor --fix builds them again")
                .by(Fix::Rebuild));
        }
        Ok(check("every one leads somewhere"))
    }

    /// How much of the file is room that new records will take.
    fn check_gaps(&self) -> Result<Check> {
        let one = |name: &str| -> Result<u64> {
            // of a locked journal the size of a page is told as a text
            let found = self
                .connection
                .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
            Ok(match found {
                Value::Integer(n) => n.unsigned_abs(),
                Value::Text(digits) => digits.parse().unwrap_or(0),
                _ => 0,
            })
        };
        let page = one("page_size")?;
        let (all, free) = (one("page_count")? * page, one("freelist_count")? * page);
        let gaps = match free {
            0 => "without gaps".to_owned(),
            free => format!("{} of it gaps that new records fill", size(free)),
        };
        Ok(Check::new(
            Part::File,
            "gaps",
            format!("{}, {gaps}", size(all)),
        ))
    }

    fn check_holds(&self) -> Result<Check> {
        let many = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let records: i64 = self
            .connection
            .query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
        let found = format!(
            "{} in {}",
            counted(many(records.unsigned_abs()), "record"),
            counted(many(self.revisions()?), "revision")
        );
        Ok(Check::new(Part::Records, "holds", found))
    }

    fn check_words(&self) -> Check {
        let check = |found: &str| Check::new(Part::Records, "search", found);
        let looked = self.connection.execute(
            "INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1)",
            [],
        );
        match looked {
            Ok(_) => check("the index agrees with the records"),
            Err(_) if self.read_only.is_some() => check(UNCHECKED),
            Err(_) => check("the index disagrees with the records")
                .ill("trustline doctor --fix builds it again")
                .by(Fix::Rebuild),
        }
    }

    /// Builds the projections again beside the ones that stand, compares, and takes the new ones back.
    fn check_projections(&mut self) -> Result<Check> {
        let check = |found: &str| Check::new(Part::Records, "projections", found);
        if self.read_only.is_some() {
            return Ok(check(UNCHECKED));
        }
        let before = self.digest()?;
        let mut after = None;
        let compared: Result<()> = self.write(|store| {
            store.rebuild(&mut |_| {})?;
            after = Some(store.digest()?);
            // the comparison is all that was wanted: nothing of it is kept
            Err(Error::refused("compared"))
        });
        match (after, compared) {
            (Some(after), _) if after == before => Ok(check("equal to a rebuild")),
            (Some(_), _) => Ok(check("differ from a rebuild")
                .ill("trustline doctor --fix builds them again")
                .by(Fix::Rebuild)),
            (None, Err(error)) => Err(error),
            (None, Ok(())) => Ok(check("not compared")),
        }
    }

    /// Whether the newest revision was written in the future, by this machine's clock.
    fn check_clock(&self, clock: &Clock) -> Result<Check> {
        let check = |found: String| Check::new(Part::Records, "clock", found);
        let newest: Option<i64> =
            self.connection
                .query_row("SELECT max(time) FROM revision", [], |row| row.get(0))?;
        let Some(newest) = newest.map(|time| time >> 16) else {
            return Ok(check("nothing was written yet".to_owned()));
        };
        let at = clock.local(newest).format("%Y-%m-%d %H:%M");
        let now = clock.now().and_utc().timestamp_millis();
        if clock.local(newest).and_utc().timestamp_millis() - now <= AHEAD {
            return Ok(check(format!("last written {at}")));
        }
        let check = check(format!("last written {at}, which is yet to come"));
        Ok(check.note(
            "see that this machine's clock is right; what is written now keeps its place after it, and nothing is lost",
        ))
    }

    fn check_owed(&self) -> Result<Check> {
        let check = |found: &str| Check::new(Part::Records, "forgetting", found);
        if !self.owes_overwriting()? {
            return Ok(check("nothing of it is owed"));
        }
        Ok(
            check("what was forgotten is not overwritten in the file yet")
                .ill("close every other window; trustline doctor --fix does it")
                .by(Fix::Overwrite),
        )
    }
}

/// Which libraries stand behind every journal, and whether what encrypts is really there.
pub fn engine() -> Check {
    let check = |found| Check::new(Part::Programs, "engine", found);
    let one = |sql: &str| {
        let memory = rusqlite::Connection::open_in_memory()?;
        memory.query_row(sql, [], |row| row.get::<_, String>(0))
    };
    let sqlite = one("SELECT sqlite_version()").unwrap_or_default();
    match one("PRAGMA cipher_version")
        .ok()
        .filter(|found| !found.is_empty())
    {
        Some(cipher) => check(format!("SQLite {sqlite}, SQLCipher {cipher}")),
        None if crate::secret::BUILT => check(format!("SQLite {sqlite}, and no SQLCipher in it"))
            .ill("build trustline again with its default features: cargo install --path ."),
        None => check(format!("SQLite {sqlite}, without encryption")),
    }
}

/// What is said where a check would have to write.
const UNCHECKED: &str = "not checked: the journal is open for reading only";

/// A check, or why it could not run.
fn told(part: Part, what: &'static str, checked: Result<Check>) -> Check {
    checked.unwrap_or_else(|error| {
        let mend = error
            .hint_text()
            .unwrap_or("look at the file first")
            .to_owned();
        Check::new(part, what, format!("not checked: {}", error.says())).ill(mend)
    })
}
