//! Going back to a backup: what it would change, the journal kept first, the way back from a damaged one.

use std::path::{Path, PathBuf};

use super::{Customs, Shelf};
use crate::clock::Clock;
use crate::domain::backup::{Backup, Preview, Why};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{self, Store, Written};

/// How often a restore begins anew when somebody writes meanwhile.
const TRIES: usize = 5;

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What was restored.
    pub from: Backup,
    /// What was there before, kept; `None`: there was no journal.
    pub before: Option<Before>,
}

/// The journal that was there before a restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// A backup, which can be restored again.
    Kept(PathBuf),
    /// It could not be opened: its file, byte for byte.
    Aside(PathBuf),
}

impl Shelf {
    /// What restoring a copy would change; so many of the records that would be missing are named.
    ///
    /// # Errors
    /// `Journal` when the copy is damaged, of another program or newer.
    pub fn preview(&self, from: &Path, rows: usize) -> Result<Preview> {
        let found = store::look(from, true, &self.keys)?;
        let mut preview = Preview {
            backup: self.of_content(from.to_owned(), &found),
            now: None,
            kinds: Vec::new(),
            missing: Vec::new(),
            unread: None,
        };
        if !self.journal.exists() {
            preview.unread = Some(format!("there is none at {}", self.journal.display()));
            return Ok(preview);
        }
        // what opens may be damaged further in
        let looked = self.open().and_then(|store| {
            let holds = store.content()?;
            // where there is no room the journal is held alone: two hands would wait for each other
            drop(store);
            let compared = store::compare(&self.journal, from, rows, &self.keys)?;
            Ok((holds, compared))
        });
        match looked {
            Ok((holds, compared)) => {
                preview.now = self.local(&holds);
                preview.kinds = compared.kinds;
                preview.missing = compared.missing;
            }
            Err(error) if self.can_replace(&error) => {
                preview.unread = Some(error.says().to_owned());
            }
            Err(error) => return Err(error),
        }
        Ok(preview)
    }

    /// Puts what a copy holds in the place of the journal, after keeping what is there: in one transaction where the journal
    /// can be opened, by exchange of its file where it cannot.
    ///
    /// # Errors
    /// `Journal` when the copy is damaged or newer, `File` when the disk refuses; the journal is as it was then.
    pub fn restore(&self, from: &Path) -> Result<Restored> {
        let found = store::look(from, true, &self.keys)?;
        let done = |before| Restored {
            from: self.of_content(from.to_owned(), &found),
            before,
        };
        if !self.journal.exists() {
            store::replace(&self.journal, from, &self.clock, &self.keys)?;
            return Ok(done(None));
        }
        match self.exchanged(from) {
            Ok(before) => {
                self.pruned();
                Ok(done(before.map(Before::Kept)))
            }
            Err(error) if self.can_replace(&error) => {
                let name = self.name(Why::Damaged);
                let aside = store::aside(&self.journal, &self.folder(), name)?;
                store::replace(&self.journal, from, &self.clock, &self.keys)?;
                Ok(done(Some(Before::Aside(aside))))
            }
            Err(error) => Err(error),
        }
    }

    /// Keeps what the journal holds and puts a copy in its place; answers the backup. When somebody writes between the
    /// two, it keeps that too, and tries again.
    fn exchanged(&self, from: &Path) -> Result<Option<PathBuf>> {
        for _ in 0..TRIES {
            let (mut store, before) = self.kept_first()?;
            let held = match &before {
                Some(kept) => store::look(kept, false, &self.keys)?,
                None => store.content()?,
            };
            if store.put_back(from, &self.clock, &held)? {
                return Ok(before);
            }
        }
        let says = "other windows write to the journal all the time";
        Err(Error::new(ErrorKind::Conflict, says)
            .hint("close them, then do it again; nothing was restored"))
    }

    /// The journal, open, with a backup of what it holds; none of an empty one.
    fn kept_first(&self) -> Result<(Store, Option<PathBuf>)> {
        let store = self.open()?;
        if let Some(why) = store.read_only() {
            let says = format!("the journal is open for reading only: {why}");
            return Err(Error::new(ErrorKind::File, says).hint("nothing was restored"));
        }
        if store.content()?.revisions == 0 {
            return Ok((store, None));
        }
        let name = self.name(Why::BeforeRestore);
        let kept = store.back_up(Written::Kept(&self.folder(), name))?;
        Ok((store, Some(kept)))
    }

    /// Whether an error of opening says that the file is no journal any more; one of a newer program is left to that.
    fn can_replace(&self, error: &Error) -> bool {
        error.kind() == ErrorKind::Journal && !store::is_newer(&self.journal, &self.keys)
    }

    /// The newest sound backup, when the journal is damaged; `None`: it is not, or there is none.
    pub fn way_back(&self) -> Option<Backup> {
        let whole = store::look(&self.journal, true, &self.keys).is_ok();
        if whole || !self.journal.is_file() || store::is_newer(&self.journal, &self.keys) {
            return None;
        }
        let names = self.names().ok()?;
        names
            .into_iter()
            .filter(|(name, _)| name.why.is_backup())
            .map(|(name, path)| self.described(path, Some(name), true))
            .find(Backup::is_good)
    }
}

/// Refuses a file without a byte where there are backups of a journal that lay there: it was cut, and is no place to
/// begin anew.
///
/// # Errors
/// `Journal`, where that is so.
pub(super) fn refuse_emptied(journal: &Path, clock: &Clock, customs: &Customs) -> Result<()> {
    let empty = journal
        .metadata()
        .is_ok_and(|there| there.is_file() && there.len() == 0);
    if !empty {
        return Ok(());
    }
    let names = Shelf::of(journal, clock, customs).names()?;
    if !names.iter().any(|(name, _)| name.why.is_backup()) {
        return Ok(());
    }
    let says = format!(
        "{} is empty, and there are backups of it",
        journal.display()
    );
    Err(Error::new(ErrorKind::Journal, says).hint(
        "trustline backups lists them; to begin a new journal there, take the empty file away",
    ))
}
