//! Forgetting somebody or something: what it touches, doing it, and the backups that still hold it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::Journal;
use crate::config::settings;
use crate::domain::backup::Name;
use crate::domain::forget::Mark;
use crate::domain::view::Version;
use crate::domain::{Kind, Record, RecordId, text};
use crate::error::{Error, Result};
use crate::store::{self, Past, Store, Sweep};

/// The setting that may name somebody.
const CONTACT: &str = "safety_contact";

/// What forgetting takes, or took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgotten {
    /// The kind of what was named.
    pub kind: Kind,
    /// Its name or title, in one line that is safe to show.
    pub name: String,
    /// The records that go, it first, then the newest.
    pub gone: Vec<Taken>,
    /// The records that stay, and out of which a name or a link is taken.
    pub stays: Vec<Taken>,
    /// How many drafts go that are about it, or mention it.
    pub drafts: usize,
    /// Whether the contact in the settings names them, and is cleared.
    pub contact: bool,
    /// Backups of this journal that still hold what goes.
    pub backups: Vec<PathBuf>,
}

/// One record that forgetting touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The day it first belongs to.
    pub day: NaiveDate,
    /// Its title, in one line that is safe to show; of what is sealed only that it is.
    pub title: String,
}

impl Forgotten {
    /// How many of each kind go, in the order of the kinds.
    pub fn counts(&self) -> Vec<(Kind, usize)> {
        let many = |kind: &Kind| self.gone.iter().filter(|one| one.kind == *kind).count();
        let each = Kind::ALL.iter().map(|kind| (*kind, many(kind)));
        each.filter(|(_, many)| *many > 0).collect()
    }

    /// What is typed back to confirm it: the name of a relationship, the short id of anything else.
    pub fn word(&self) -> String {
        match self.gone.first() {
            Some(own) if self.kind != Kind::Relationship => own.id.short(),
            _ => self.name.clone(),
        }
    }

    /// Whether words that were typed are [`Forgotten::word`].
    pub fn is_confirmed(&self, typed: &str) -> bool {
        !typed.trim().is_empty() && text::fold(typed.trim()) == text::fold(&self.word())
    }

    /// How many of each kind go, and how many others lose a name or a link, as part of a sentence.
    pub fn in_numbers(&self) -> String {
        let each = self.counts().into_iter().map(|(kind, many)| {
            let ending = match (many, kind.word().ends_with("ch")) {
                (1, _) => "",
                (_, true) => "es",
                (_, false) if kind == Kind::Feedback => "",
                _ => "s",
            };
            format!("{many} {kind}{ending}")
        });
        let mut says = each.collect::<Vec<_>>().join(", ");
        // a String takes whatever is written
        let _ = match self.drafts {
            0 => Ok(()),
            1 => write!(says, ", 1 draft"),
            many => write!(says, ", {many} drafts"),
        };
        let _ = match self.stays.len() {
            0 => Ok(()),
            1 => write!(says, "; a name or a link out of 1 other record"),
            many => write!(says, "; a name or a link out of {many} other records"),
        };
        says
    }
}

impl Journal {
    /// What forgetting a record would take; nothing is changed.
    ///
    /// # Errors
    /// `NotFound` when nothing of it is here, `Refused` when it is forgotten already.
    pub fn forgetting(&self, id: RecordId, mentions: bool) -> Result<Forgotten> {
        let sweep = self.store.read(|| sweep(&self.store, id, mentions))?;
        self.told_of(id, &sweep)
    }

    /// Forgets a record and all that goes with it, in one transaction, and overwrites it in the journal's files.
    /// `mentions`: names are taken out of the texts of what stays.
    ///
    /// # Errors
    /// As [`Journal::forgetting`], and `Conflict` or `File` when the file could not be overwritten: it is forgotten
    /// then, and the next start goes on with the overwriting.
    pub fn forget(&mut self, id: RecordId, mentions: bool) -> Result<Forgotten> {
        self.refuse_the_past()?;
        let now = self.clock.millis();
        let mark = if mentions {
            Mark::Forgotten
        } else {
            Mark::MentionsKept
        };
        self.store.fill_with_zeros()?;
        let sweep = self.store.write_much(|store| {
            let sweep = sweep(store, id, mentions)?;
            let step = store.begin_back("forgot something for good", now)?;
            store.purge(&sweep, mark, step, now)?;
            Ok(sweep)
        })?;
        let told = self.told_of(id, &sweep)?;
        if told.contact {
            self.customs.blank_key(settings::find(CONTACT)?)?;
        }
        self.store.overwrite().map_err(|error| owed(&error))?;
        Ok(told)
    }

    fn told_of(&self, id: RecordId, sweep: &Sweep) -> Result<Forgotten> {
        let own = sweep.gone.iter().find(|(one, _)| *one == id);
        let (_, own) = own.ok_or_else(nothing)?;
        let mut gone: Vec<_> = sweep.gone.iter().map(|(id, was)| taken(*id, was)).collect();
        gone.sort_by_key(|one| (one.id != id, std::cmp::Reverse(one.day), one.id));
        let mut stays: Vec<_> = sweep
            .stays
            .iter()
            .map(|one| taken(one.id, &one.was))
            .collect();
        stays.sort_by_key(|one| (std::cmp::Reverse(one.day), one.id));
        let contact = self.customs.settings().safety_contact.as_deref();
        let names = |words: &str| sweep.forgetting.unnamed(words) != words;
        Ok(Forgotten {
            kind: own.kind(),
            name: text::line(&own.noun().title()).into_owned(),
            contact: contact.is_some_and(names),
            backups: self.backups_with(sweep.forgetting.gone())?,
            drafts: sweep.drafts.len(),
            gone,
            stays,
        })
    }

    /// Any record, also one that was deleted: by what finds it while it stands, else by its id or its whole name.
    ///
    /// # Errors
    /// `NotFound`, or `Ambiguous` with those that fit.
    pub fn find_deleted(&self, words: &str) -> Result<Option<RecordId>> {
        self.store.find_in_revisions(words)
    }

    /// A record that is forgotten, by its full or short id.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn find_forgotten(&self, words: &str) -> Result<Option<RecordId>> {
        let typed = words.trim().trim_start_matches('#').to_lowercase();
        let fits = |id: &RecordId| {
            id.to_string() == typed || (typed.len() > 2 && id.letters().starts_with(&typed))
        };
        let mut found = self.store.forgotten()?.into_iter().filter(fits);
        Ok(found.next().filter(|_| found.next().is_none()))
    }

    /// The backups of this journal that hold contents of anything that is forgotten in it.
    ///
    /// # Errors
    /// When the journal or its folder cannot be read.
    pub fn backups_holding(&self) -> Result<Vec<PathBuf>> {
        self.backups_with(&self.store.forgotten()?)
    }

    fn backups_with(&self, ids: &BTreeSet<RecordId>) -> Result<Vec<PathBuf>> {
        let mut holding = Vec::new();
        for path in self.backup_files()? {
            // one of ours that cannot be read may hold it
            if store::holds(&path, ids, self.customs.keys()).unwrap_or_else(|_| is_ours(&path)) {
                holding.push(path);
            }
        }
        Ok(holding)
    }

    fn backup_files(&self) -> Result<Vec<PathBuf>> {
        let Some(folder) = self.shelf().map(|shelf| shelf.folder()) else {
            return Ok(Vec::new());
        };
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(none) if none.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(Error::file("read", &folder, source)),
        };
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        // a pipe by that name would wait for somebody to write into it
        files.retain(|path| path.extension().is_some_and(|end| end == "db") && path.is_file());
        files.sort();
        Ok(files)
    }

    /// Prunes the backups that still hold something forgotten: overwritten, then taken away, with what lies beside them.
    /// Answers which. What cannot be read and what is a link are left as they are.
    ///
    /// # Errors
    /// When one of them cannot be written; the others before it are gone.
    pub fn prune_backups(&mut self) -> Result<Vec<PathBuf>> {
        self.refuse_the_past()?;
        let mut holding = self.backup_files()?;
        let gone = self.store.forgotten()?;
        // what cannot be read may be all that is left of somebody's journal
        holding.retain(|path| {
            !path.is_symlink() && store::holds(path, &gone, self.customs.keys()).unwrap_or(false)
        });
        for path in &holding {
            store::blot_out_whole(path).map_err(|source| Error::file("prune", path, source))?;
        }
        Ok(holding)
    }

    /// The one line that is left of the history of a forgotten record.
    pub(super) fn forgotten_version(&self, id: RecordId, past: &[Past]) -> Result<Option<Version>> {
        if !self.store.is_forgotten(id)? {
            return Ok(None);
        }
        let marked = past.iter().find(|one| one.mark.is_some());
        Ok(marked.map(|one| {
            let at = self.clock.local(one.stamp.time >> 16);
            Version {
                stamp: one.stamp,
                at,
                says: format!("forgotten on {}; nothing of it is kept", at.date()),
                record: None,
                conflict: false,
            }
        }))
    }
}

/// What a record takes along, when there is something of it to forget.
fn sweep(store: &Store, id: RecordId, mentions: bool) -> Result<Sweep> {
    if store.is_forgotten(id)? {
        return Err(Error::refused(
            "it is forgotten already; nothing of it is here",
        ));
    }
    let sweep = store.sweep(BTreeSet::from([id]), mentions)?;
    if sweep.gone.iter().all(|(one, _)| *one != id) {
        return Err(nothing());
    }
    Ok(sweep)
}

/// What went wrong after the records were gone, told so that nobody looks for them.
fn owed(error: &Error) -> Error {
    let says = format!(
        "the records are forgotten already, but not yet overwritten in the journal's file: {}",
        error.says()
    );
    let hint = error
        .hint_text()
        .unwrap_or("make room on the disk; the next start of trustline finishes it");
    Error::new(error.kind(), says).hint(hint.to_owned())
}

fn nothing() -> Error {
    Error::not_found("nothing of that record is here")
        .hint("look for it with: trustline list WORDS")
}

fn taken(id: RecordId, was: &Record) -> Taken {
    let noun = was.noun();
    Taken {
        id,
        kind: was.kind(),
        day: noun.since().day,
        title: text::line(&noun.title()).into_owned(),
    }
}

/// Whether a file has the name of a backup of ours, or of what was kept aside.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| Name::read(name).is_some() || name.starts_with('.'))
}
