//! What can still be read of a damaged file: every revision by its own place, and how many are lost.
//!
//! A seal is a later revision of what was told in the open. Where a revision cannot be read at all, it cannot be known
//! whether it was one, nor of what; then everything that may be sealed stays here.

use std::collections::{BTreeMap, BTreeSet};

use super::Store;
use super::revisions::{WHOLE, revision};
use crate::domain::view::Stamp;
use crate::domain::{Kind, Record, RecordId};
use crate::error::Result;
use crate::wire;
use crate::wire::revision::Revision;

/// What a look at every revision found.
#[derive(Debug, Clone, Default)]
pub struct Salvage {
    /// How many revisions can be read and leave.
    pub sound: u64,
    /// How many cannot be read.
    pub damaged: u64,
    /// The places of the first of them.
    pub places: Vec<i64>,
    /// Whether any of those that leave has a mark of forgetting.
    pub marked: bool,
    /// Records that stay here because they are sealed, or could be.
    pub hidden: BTreeSet<RecordId>,
}

/// How many places of damaged revisions are named.
const NAMED: usize = 20;

impl Store {
    /// Looks at every revision: which can be read, and which records may leave.
    ///
    /// # Errors
    /// When not even the number of revisions can be read.
    pub fn salvage(&self) -> Result<Salvage> {
        let mut found = Salvage::default();
        let mut confided: BTreeMap<RecordId, Confided> = BTreeMap::new();
        let mut unknown = false;
        for seq in 1..=self.last_place()? {
            let one = match self.revision_at(seq) {
                Ok(None) => continue,
                Ok(Some(one)) => one,
                Err(_) => {
                    unknown = true;
                    found.lose(seq);
                    continue;
                }
            };
            let value = one.body.as_deref().map(|body| wire::decode(one.kind, body));
            let sound = !matches!(value, Some(Err(_)));
            if sound {
                found.sound += 1;
                found.marked |= one.mark.is_some();
            } else {
                found.lose(seq);
            }
            if one.kind == Kind::Disclosure {
                let entry = confided.entry(one.record).or_default();
                entry.hear(one.stamp, value);
            }
        }
        for (id, one) in confided {
            if one.sealed || one.doubtful || unknown {
                found.hidden.insert(id);
                found.sound -= one.sound;
            }
        }
        Ok(found)
    }

    /// Every revision that can be read and may leave, in the order of their places.
    ///
    /// # Errors
    /// What `take` says.
    pub fn each_sound(
        &self,
        found: &Salvage,
        mut take: impl FnMut(Revision) -> Result<()>,
    ) -> Result<()> {
        for seq in 1..=self.last_place()? {
            let Ok(Some(one)) = self.revision_at(seq) else {
                continue;
            };
            let body = one.body.as_deref();
            let sound = body.is_none_or(|body| wire::decode(one.kind, body).is_ok());
            if sound && !found.hidden.contains(&one.record) {
                take(one)?;
            }
        }
        Ok(())
    }

    /// The place of the newest revision.
    fn last_place(&self) -> Result<i64> {
        let sql = "SELECT coalesce(max(seq), 0) FROM revision";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// The revision at a place; `None`: there is none.
    fn revision_at(&self, seq: i64) -> Result<Option<Revision>> {
        let sql = format!("SELECT {WHOLE} FROM revision WHERE seq = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query([seq])?;
        found.next()?.map(revision).transpose()
    }
}

/// What is known of a record that may be sealed.
#[derive(Default)]
struct Confided {
    newest: Stamp,
    sealed: bool,
    /// A revision of it cannot be read: it may have been the seal.
    doubtful: bool,
    sound: u64,
}

impl Confided {
    fn hear(&mut self, stamp: Stamp, value: Option<Result<Record>>) {
        self.sound += u64::from(!matches!(value, Some(Err(_))));
        match value {
            Some(Err(_)) => self.doubtful = true,
            Some(Ok(record)) if stamp >= self.newest => {
                (self.newest, self.sealed) = (stamp, record.noun().is_sealed());
            }
            _ => {}
        }
    }
}

impl Salvage {
    fn lose(&mut self, seq: i64) {
        self.damaged += 1;
        if self.places.len() < NAMED {
            self.places.push(seq);
        }
    }
}
