//! The backups: whether there are any, how old the newest is, which cannot be used, which lie open beside a locked journal.

use super::super::Shelf;
use crate::domain::backup::{Backup, Name};
use crate::domain::health::{Check, Part, counted, some};
use crate::store::{self, Content, State};

/// For how many days the newest backup may stay behind a journal that changed.
const DAYS: i64 = 7;

impl Shelf {
    /// What is to say of them; `holds`: what the journal holds, where it is open; `locked`: whether it is locked.
    pub(super) fn checks_of_backups(&self, holds: Option<&Content>, locked: bool) -> Vec<Check> {
        let list = match self.list(false) {
            Ok(list) => list.lines,
            Err(error) => {
                let hint = error
                    .hint_text()
                    .unwrap_or("look at that folder")
                    .to_owned();
                let check = Check::new(Part::Backups, "backups", error.says());
                return vec![check.ill(hint)];
            }
        };
        let is_backup = |name: Name| name.why.is_backup();
        let all: Vec<_> = list
            .into_iter()
            .filter(|one| one.name.is_some_and(is_backup))
            .collect();
        let mut checks = vec![self.newest(&all, holds)];
        checks.extend(self.unusable(&all));
        checks.extend(locked.then(|| plain(&all)));
        checks
    }

    fn newest(&self, all: &[Backup], holds: Option<&Content>) -> Check {
        let check = |found: String| Check::new(Part::Backups, "backups", found);
        let Some((newest, name)) = all.first().and_then(|one| Some((one, one.name?))) else {
            let empty = holds.is_some_and(|holds| holds.revisions == 0);
            let none = check("none yet".to_owned());
            return if empty {
                none
            } else {
                none.note("trustline backup makes one")
            };
        };
        let found = format!("{}, the newest {}", all.len(), newest.file());
        let days = (self.clock.now() - name.at).num_days();
        let behind = days > DAYS && self.is_behind(newest, holds);
        match &newest.fault {
            Some(fault) if !self.is_closed(newest) => check(format!("{found}: {fault}")).ill(
                "trustline backup makes a new one; trustline backups --verify says which are sound",
            ),
            _ if behind => check(format!(
                "{found}, {days} days old, and the journal changed since"
            ))
            .note("trustline backup makes one"),
            _ => check(format!("{found}: {}", name.why.says())),
        }
    }

    /// Whether the journal holds something that a backup does not.
    fn is_behind(&self, newest: &Backup, holds: Option<&Content>) -> bool {
        let kept = store::look(&newest.path, false, &self.keys).ok();
        match (kept, holds) {
            (Some(kept), Some(holds)) => kept != *holds,
            _ => false,
        }
    }

    /// Whether it is locked with a key that is not known here: it may be sound.
    fn is_closed(&self, one: &Backup) -> bool {
        matches!(store::state(&one.path), Ok(State::Locked(header)) if self.keys.find(header.id()).is_none())
    }

    /// Those besides the newest that cannot be restored as they are.
    fn unusable(&self, all: &[Backup]) -> Option<Check> {
        let (closed, others): (Vec<_>, Vec<_>) = all
            .iter()
            .filter(|one| one.fault.is_some())
            .partition(|one| self.is_closed(one));
        let ill: Vec<_> = others
            .iter()
            .map(|one| one.file())
            .filter(|file| Some(file) != all.first().map(Backup::file).as_ref())
            .collect();
        let check = |found: String| Check::new(Part::Backups, "older backups", found);
        if !ill.is_empty() {
            let found = format!(
                "{} cannot be used: {}",
                counted(ill.len(), "older backup"),
                some(&ill)
            );
            return Some(check(found).note("trustline backups --verify says why; delete them by hand once another one is sound"));
        }
        (!closed.is_empty() && !self.keys.is_empty()).then(|| {
            let names: Vec<_> = closed.iter().map(|one| one.file()).collect();
            let found = format!(
                "{} locked with another key: {}",
                counted(names.len(), "backup"),
                some(&names)
            );
            check(found).note("a restore asks for the passphrase that they had then")
        })
    }
}

/// Those that are not locked, beside a journal that is.
fn plain(all: &[Backup]) -> Check {
    let check = |found: String| Check::new(Part::Backups, "open backups", found);
    let open: Vec<_> = all
        .iter()
        .filter(|one| matches!(store::state(&one.path), Ok(State::Plain)))
        .map(Backup::file)
        .collect();
    if open.is_empty() {
        return check("none: every backup is locked as the journal is".to_owned());
    }
    let found = format!(
        "{} not locked, beside a locked journal: {}",
        counted(open.len(), "backup"),
        some(&open)
    );
    check(found).ill("trustline lock locks them, too; or delete them")
}
