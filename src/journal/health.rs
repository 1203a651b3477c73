//! The health of a journal: from inside where it can be opened, from outside in any case; and what can be mended.

mod backups;
mod disk;
mod left_overs;
mod permissions;
mod synced;

use std::path::{Path, PathBuf};

use super::{Customs, Journal, Shelf};
use crate::assets::{PACKS, packs_in};
use crate::config::settings;
use crate::domain::health::{Check, Fix, Health, Part, size};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{self, Content, State};

impl Journal {
    /// Checks the file, what it holds, where it lies, its backups and the settings, without changing anything.
    pub fn health(&mut self) -> Health {
        let clock = self.clock.clone();
        let mut health = Health::default();
        health.take(self.store.health(&clock));
        if let Some(shelf) = self.shelf() {
            let holds = self.store.content().ok();
            health.take(shelf.checks(holds.as_ref(), &self.customs));
        }
        health.take(settings_of(&self.customs));
        health.take([store::engine()]);
        health
    }

    /// Mends what can be mended; answers what was done, in a sentence. A backup is the caller's to make first.
    ///
    /// # Errors
    /// When the disk refuses or another program holds the journal; what was not mended is as it was.
    pub fn mend(&mut self, fix: Fix, tick: &mut dyn FnMut(u64)) -> Result<String> {
        let nowhere = || Error::refused("a journal in memory has no files");
        match fix {
            Fix::Rebuild => {
                self.rebuild(tick)?;
                Ok("what screens read was built again from the revisions".to_owned())
            }
            Fix::Overwrite => {
                self.store.overwrite()?;
                Ok("what was forgotten was overwritten".to_owned())
            }
            Fix::Permissions => {
                let backups = self.shelf().ok_or_else(nowhere)?;
                permissions::own(&backups.permitted(&self.customs))
            }
            Fix::LeftOvers => left_overs::clear(&self.shelf().ok_or_else(nowhere)?.cluttered()),
        }
    }
}

impl Shelf {
    /// Checks a journal that cannot be opened, and why: all that can be known from outside, and how to go on.
    pub fn health_of_closed(&self, why: &Error, customs: &Customs) -> Health {
        let mut health = Health::default();
        let check = Check::new(Part::File, "file", why.says());
        let hint = why.hint_text().unwrap_or("look at the file and its folder");
        health.take([match why.kind() {
            ErrorKind::Locked => check.note(hint),
            _ => check.ill(self.way_on(hint)),
        }]);
        health.take(self.checks(None, customs));
        health.take(settings_of(customs));
        health.take([store::engine()]);
        health
    }

    /// The newest sound backup of a damaged journal, else what the error says.
    fn way_on(&self, hint: &str) -> String {
        let Some(back) = self.way_back() else {
            return hint.to_owned();
        };
        let name = back.file();
        let name = name.strip_suffix(".db").unwrap_or(&name);
        format!(
            "the newest sound backup: trustline restore {name} --dry-run; what is there now is kept aside. What it \
             does not hold: trustline export --salvage --output FILE"
        )
    }

    /// What can be known without opening the journal; `holds`: what it holds, where it is open.
    fn checks(&self, holds: Option<&Content>, customs: &Customs) -> Vec<Check> {
        let state = store::state(&self.journal);
        let locked = matches!(state, Ok(State::Locked(_) | State::Headless(_)));
        let folder = folder_of(&self.journal);
        let mut checks = vec![lock(state)];
        checks.extend(permissions::check(&self.permitted(customs)));
        checks.extend(disk::room(&self.journal, folder, &self.folder()));
        checks.extend(disk::sort(folder));
        checks.push(synced::check(&self.journal));
        checks.push(left_overs::check(&self.cluttered(), locked));
        checks.extend(self.checks_of_backups(holds, locked));
        checks
    }

    /// What must be its owner's alone.
    fn permitted(&self, customs: &Customs) -> permissions::Places {
        permissions::Places {
            journal: self.journal.clone(),
            backups: self.folder(),
            settings: customs.folder().map(settings::file),
        }
    }

    /// Where unfinished files may lie.
    fn cluttered(&self) -> [PathBuf; 2] {
        [folder_of(&self.journal).to_owned(), self.folder()]
    }
}

/// The folder in which a file lies.
fn folder_of(file: &Path) -> &Path {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Whether it is locked, and how dear one try of a passphrase is.
fn lock(state: Result<State>) -> Check {
    let check = |found: String| Check::new(Part::Place, "lock", found);
    match state {
        Ok(State::Locked(header)) => {
            let cost = header.cost();
            let found = format!(
                "locked; a try at the passphrase takes {}, {}",
                size(u64::from(cost.memory) << 10),
                match cost.passes {
                    1 => "once".to_owned(),
                    n => format!("{n} times over"),
                }
            );
            let usual = crate::secret::Cost::USUAL;
            if cost.memory >= usual.memory && cost.passes >= usual.passes {
                return check(found);
            }
            check(found).note("that is less than usual: trustline passphrase wraps its key anew")
        }
        Ok(State::Foreign) => check("neither a plain journal nor one with its header".to_owned())
            .ill("if it is locked, put its file ending in .key back beside it; a locked backup needs none"),
        Ok(State::Headless(_)) => check("locked, and its header is missing".to_owned())
            .ill("put its file ending in .key back beside it; where a backup carries it, opening the journal does that"),
        Ok(State::Absent | State::Empty | State::Plain) => {
            check("not locked; trustline lock encrypts it".to_owned())
        }
        Err(error) => {
            let hint = error.hint_text().unwrap_or("look at the file").to_owned();
            check(error.says().to_owned()).ill(hint)
        }
    }
}

/// The user's own files.
fn settings_of(customs: &Customs) -> Vec<Check> {
    let Some(folder) = customs.folder() else {
        return Vec::new();
    };
    let check = |what, found: String| Check::new(Part::Settings, what, found);
    let faults: Vec<_> = customs.faults().map(str::to_owned).collect();
    let mut checks = vec![match (faults.is_empty(), settings::file(folder).exists()) {
        (true, true) => check("settings", format!("{} is understood", settings::FILE)),
        (true, false) => check("settings", "everything as it is built in".to_owned()),
        (false, _) => check("settings", faults.join("; "))
            .ill("mend the line that is named; until then the default holds"),
    }];
    let file = folder.join(PACKS);
    if file.exists() {
        let trouble = packs_in(Some(folder)).trouble;
        checks.push(if trouble.is_empty() {
            check(PACKS, format!("asked from {}", file.display()))
        } else {
            check(PACKS, trouble.join("; ")).ill(
                "mend the line that is named, or take the file away; until then the built-in questions are asked",
            )
        });
    }
    checks
}
