//! The shelf of a journal's backups: made by the rule or by hand, listed, checked, pruned.
//!
//! It works by the place of the journal and needs none that is open: a damaged one is what backups are for. Everything
//! goes over connections of its own, so it may be done on a thread while a screen is open on the journal.

use std::path::{Path, PathBuf};

use chrono::Timelike;

use super::{Customs, Journal};
use crate::clock::Clock;
use crate::domain::backup::{Backup, Backups, Keeping, Name, Why, kept};
use crate::error::{Error, ErrorKind, Result};
use crate::secret::Keys;
use crate::store::{self, Content, Store, Written};

/// The setting that holds the day on which the daily backup failed: it is told once.
const FAILED: &str = "daily_backup_failed";

/// The backups of one journal.
#[derive(Debug, Clone)]
pub struct Shelf {
    pub(super) journal: PathBuf,
    pub(super) clock: Clock,
    keeping: Keeping,
    pub(super) keys: Keys,
}

impl Shelf {
    /// Of the journal at a place, by the customs of the place.
    pub fn of(journal: &Path, clock: &Clock, customs: &Customs) -> Self {
        Self {
            journal: journal.to_owned(),
            clock: clock.clone(),
            keeping: customs.settings().backups.clone(),
            keys: customs.keys().clone(),
        }
    }

    /// The folder in which they lie.
    pub fn folder(&self) -> PathBuf {
        self.keeping.shelf(&self.journal)
    }

    /// What lies there, newest first; `wholly`: every page of every one is checked.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn list(&self, wholly: bool) -> Result<Backups> {
        let names = self.names()?;
        Ok(Backups {
            folder: self.folder(),
            lines: names
                .into_iter()
                .map(|(name, path)| self.described(path, Some(name), wholly))
                .collect(),
            rule: self.keeping.rule,
        })
    }

    /// Makes one of the journal as it stands, then prunes by the rule.
    ///
    /// # Errors
    /// `NotFound` when there is no journal, `Refused` when nothing is in it, `File` when it cannot be written.
    pub fn make(&self, why: Why) -> Result<Backup> {
        let store = self.open()?;
        if store.content()?.revisions == 0 {
            return Err(
                Error::refused("there is nothing in the journal to back up yet")
                    .hint("the first record you add can be backed up"),
            );
        }
        self.made(&store, why)
    }

    /// Writes a copy to a file that somebody named; one that is there is replaced only when that was asked for.
    ///
    /// # Errors
    /// As [`Shelf::make`], and `Refused` when the file is there.
    pub fn write(&self, file: &Path, force: bool) -> Result<Backup> {
        let same = |path: &Path| path.canonicalize().ok();
        if same(file).is_some_and(|file| Some(file) == same(&self.journal)) {
            return Err(Error::refused("that is the journal itself")
                .hint("name another file, or leave --output out"));
        }
        let path = self.open()?.back_up(Written::File(file, force))?;
        Ok(self.described(path, None, false))
    }

    /// Makes today's, when the rule wants one, there is none of today and something changed since the newest; `about_to`
    /// hears how large the journal is before it is copied. It is tried once a day.
    ///
    /// # Errors
    /// Why it could not be made; nothing else is the worse for it.
    pub fn daily(&self, about_to: &mut dyn FnMut(u64)) -> Result<Option<Backup>> {
        let today = self.clock.today();
        let names = self.names()?;
        let of_today = |(name, _): &(Name, _)| name.why == Why::Daily && name.at.date() == today;
        if !self.keeping.rule.automatic || names.iter().any(of_today) {
            return Ok(None);
        }
        let mut store = self.open()?;
        let failed = store.setting(FAILED)? == Some(today.to_string());
        if failed || store.read_only().is_some() || !is_new(&store, &names, &self.keys)? {
            return Ok(None);
        }
        about_to(self.journal.metadata().map_or(0, |there| there.len()));
        self.made(&store, Why::Daily).map(Some).inspect_err(|_| {
            // where even this cannot be noted, it is told again
            let _ = store.write(|store| store.set(FAILED, &today.to_string()));
        })
    }

    /// Takes away what the rule does not keep, or with `dry` only names it. What is damaged, of another journal or not
    /// named as ours is left alone.
    ///
    /// # Errors
    /// When the folder cannot be read or a file not be taken away.
    pub fn prune(&self, dry: bool) -> Result<Vec<Backup>> {
        let device = store::look(&self.journal, false, &self.keys)?.device;
        let ours: Vec<_> = self
            .names()?
            .into_iter()
            .filter(|(name, path)| {
                !name.why.is_backup()
                    || store::look(path, false, &self.keys)
                        .is_ok_and(|found| found.device == device)
            })
            .collect();
        let names: Vec<_> = ours.iter().map(|(name, _)| *name).collect();
        let stays = kept(&names, &self.keeping.rule);
        let goes: Vec<_> = ours
            .into_iter()
            .zip(stays)
            .filter(|(_, stays)| !stays)
            .map(|((name, path), _)| self.described(path, Some(name), false))
            .collect();
        if !dry {
            for one in &goes {
                self.remove(one)?;
            }
        }
        Ok(goes)
    }

    /// Takes one away.
    ///
    /// # Errors
    /// When its file cannot be taken away.
    pub fn remove(&self, one: &Backup) -> Result<()> {
        std::fs::remove_file(&one.path).map_err(|e| Error::file("delete", &one.path, e))
    }

    /// The backup that some words name: a file, a name or its beginning, a reason, or `newest`.
    ///
    /// # Errors
    /// `NotFound` or `Ambiguous`, with what there is.
    pub fn find(&self, words: &str) -> Result<PathBuf> {
        let names = self.names()?;
        let all: Vec<_> = names
            .iter()
            .filter(|(name, _)| name.why.is_backup())
            .collect();
        let word = words.strip_suffix('\u{2026}').unwrap_or(words);
        let whole = all.iter().find(|(name, _)| name.to_string() == word);
        let why = || match word {
            "" => None,
            "newest" => self.newest_worth(&all),
            _ => (all.iter()).find(|(name, _)| name.why.to_string().starts_with(word)),
        };
        if let Some((_, path)) = whole.or_else(why) {
            return Ok(path.clone());
        }
        let file = Path::new(words);
        if file.is_file() {
            return Ok(file.to_owned());
        }
        let fits: Vec<_> = all
            .iter()
            .filter(|(name, _)| name.to_string().starts_with(word))
            .collect();
        match fits.as_slice() {
            [(_, path)] => Ok(path.clone()),
            [] => Err(Error::not_found(format!(
                "there is no backup and no file \u{201c}{words}\u{201d}"
            ))
            .hint("trustline backups lists them; newest stands for the newest")),
            several => {
                let some: Vec<_> = several
                    .iter()
                    .take(5)
                    .map(|(name, _)| name.to_string())
                    .collect();
                Err(Error::new(
                    ErrorKind::Ambiguous,
                    format!("\u{201c}{words}\u{201d} fits {} backups", several.len()),
                )
                .hint(format!("say which: {}", some.join(", "))))
            }
        }
    }

    /// The newest that going back to would change something: a restore that was cut short leaves a copy of what the
    /// journal still holds.
    fn newest_worth<'a>(&self, all: &'a [&'a (Name, PathBuf)]) -> Option<&'a &'a (Name, PathBuf)> {
        let now = std::cell::OnceCell::new();
        let of = |path: &Path| store::look(path, false, &self.keys).ok();
        let is_idle = |(name, path): &(Name, PathBuf)| {
            name.why == Why::BeforeRestore
                && of(path).is_some_and(|kept| {
                    now.get_or_init(|| of(&self.journal)).as_ref() == Some(&kept)
                })
        };
        all.iter().find(|one| !is_idle(one)).or(all.first())
    }

    pub(super) fn open(&self) -> Result<Store> {
        if !self.journal.exists() {
            let says = format!("there is no journal at {} yet", self.journal.display());
            return Err(Error::not_found(says).hint("the first record you add makes it"));
        }
        Store::open(&self.journal, &self.clock, &self.keeping, &self.keys)
    }

    fn made(&self, store: &Store, why: Why) -> Result<Backup> {
        let name = self.name(why);
        let path = store.back_up(Written::Kept(&self.folder(), name))?;
        self.pruned();
        let name = path
            .file_name()
            .and_then(|name| Name::read(&name.to_string_lossy()));
        Ok(self.described(path, name, false))
    }

    /// Prunes after something was made; what could not be taken away is tried again the next time.
    pub(super) fn pruned(&self) {
        let _ = self.prune(false);
    }

    /// The next name: one more than any other of this second.
    pub(super) fn name(&self, why: Why) -> Name {
        let at = self.clock.now();
        // a folder that cannot be read refuses the backup itself, with the reason
        let names = self.names().unwrap_or_default();
        let of_second = names
            .iter()
            .filter(|(name, _)| name.at == at.with_nanosecond(0).unwrap_or(at));
        let nth = of_second.map(|(name, _)| name.nth).max().unwrap_or(0) + 1;
        Name { at, nth, why }
    }

    /// The names that are ours, newest first.
    pub(super) fn names(&self) -> Result<Vec<(Name, PathBuf)>> {
        let folder = self.folder();
        let there = match folder.read_dir() {
            Ok(there) => there,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(Error::file("read the folder", &folder, e)),
        };
        let mut names: Vec<_> = there
            .flatten()
            .filter_map(|entry| Some((Name::read(entry.file_name().to_str()?)?, entry.path())))
            .collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.order()));
        Ok(names)
    }

    /// A backup as a list shows it, with what is wrong with it.
    pub(super) fn described(&self, path: PathBuf, name: Option<Name>, wholly: bool) -> Backup {
        let aside = name.is_some_and(|name| !name.why.is_backup());
        let looked = if aside {
            Ok(None)
        } else {
            store::look(&path, wholly, &self.keys).map(Some)
        };
        let unknown = matches!(&looked, Err(error) if error.kind() == ErrorKind::Locked);
        let fault = looked.as_ref().err().map(|error| {
            if unknown {
                return "locked; trustline restore asks for its passphrase".to_owned();
            }
            let says = error.says();
            let short = says.strip_prefix(&path.display().to_string());
            short.unwrap_or(says).trim_start().to_owned()
        });
        match looked.ok().flatten() {
            Some(found) => self.of_content(path, &found),
            None => Backup {
                bytes: size(&path),
                path,
                name,
                records: None,
                schema: 0,
                newest: None,
                fault,
                locked: unknown,
            },
        }
    }

    pub(super) fn of_content(&self, path: PathBuf, found: &Content) -> Backup {
        let name = path
            .file_name()
            .and_then(|name| Name::read(&name.to_string_lossy()));
        Backup {
            bytes: size(&path),
            path,
            name,
            records: Some(found.records),
            schema: found.schema,
            newest: self.local(found),
            fault: None,
            locked: false,
        }
    }

    pub(super) fn local(&self, content: &Content) -> Option<chrono::NaiveDateTime> {
        content.millis().map(|millis| self.clock.local(millis))
    }
}

/// Whether there is something that the newest backup does not hold.
fn is_new(store: &Store, names: &[(Name, PathBuf)], keys: &Keys) -> Result<bool> {
    let holds = store.content()?;
    if holds.revisions == 0 {
        return Ok(false);
    }
    let newest = names.iter().find(|(name, _)| name.why.is_backup());
    let newest = newest.and_then(|(_, path)| store::look(path, false, keys).ok());
    Ok(newest.is_none_or(|newest| newest != holds))
}

fn size(path: &Path) -> u64 {
    path.metadata().map_or(0, |there| there.len())
}

impl Journal {
    /// The shelf of its backups; `None` in memory.
    pub fn shelf(&self) -> Option<Shelf> {
        let path = self.store.path()?;
        Some(Shelf::of(path, &self.clock, &self.customs))
    }
}
