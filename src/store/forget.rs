//! Forgetting: what goes and what is touched by it, and the one place where revisions lose their bodies.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use super::{Store, Touched, rows};
use crate::domain::brief::Aliases;
use crate::domain::forget::{Forgetting, Mark};
use crate::domain::relationship::Relationship;
use crate::domain::{Kind, Record, RecordId, text};
use crate::error::{Error, ErrorKind, Result};
use crate::wire;
use crate::wire::revision::Revision;

/// What a step says whose words are forgotten.
const FORGOTTEN_STEP: &str = "what is forgotten now";

/// Everything that forgetting some records touches.
pub struct Sweep {
    /// What goes and which names with it.
    pub forgetting: Forgetting,
    /// The records that go, each with its last value (deleted ones too).
    pub gone: Vec<(RecordId, Record)>,
    /// The records that stay and are changed.
    pub stays: Vec<Stays>,
    /// The places of drafts that are about what goes, or mention it.
    pub drafts: Vec<String>,
}

/// A record that stays, and what is left of its revisions.
pub struct Stays {
    /// Which.
    pub id: RecordId,
    /// Its last value as it was.
    pub was: Record,
    /// Its last value as it will be.
    pub left: Record,
    /// The revisions that change, by their place, each with its body.
    values: Vec<(i64, String)>,
}

/// A record's revisions that hold something, the newest first.
type Values = [(i64, Record)];

impl Store {
    /// Whether a record is forgotten.
    pub fn is_forgotten(&self, id: RecordId) -> Result<bool> {
        let sql = "SELECT 1 FROM revision WHERE record = ?1 AND mark IN ('forgotten', 'forgotten, mentions kept')";
        Ok(self.connection.prepare_cached(sql)?.exists([id.bytes()])?)
    }

    /// Every record that is forgotten.
    pub fn forgotten(&self) -> Result<BTreeSet<RecordId>> {
        self.marked("SELECT DISTINCT record FROM revision WHERE mark IN ('forgotten', 'forgotten, mentions kept')")
    }

    /// Whether any revision carries a mark.
    pub fn has_marks(&self) -> Result<bool> {
        let sql = "SELECT 1 FROM revision INDEXED BY revision_mark WHERE mark IS NOT NULL LIMIT 1";
        Ok(self.connection.prepare_cached(sql)?.exists([])?)
    }

    fn marked(&self, sql: &str) -> Result<BTreeSet<RecordId>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([])?;
        let mut ids = BTreeSet::new();
        while let Some(row) = found.next()? {
            ids.insert(rows::id(row, 0)?);
        }
        Ok(ids)
    }

    /// What forgetting some records touches: all that goes with them, and whatever links or names them.
    ///
    /// # Errors
    /// When a revision cannot be read.
    pub fn sweep(&self, roots: BTreeSet<RecordId>, mentions: bool) -> Result<Sweep> {
        let (mut forgetting, gone) = self.all_that_goes(roots)?;
        let unnaming = forgetting.clone().unnaming(self.names_of(&forgetting)?);
        let drafts = self.drafts_of(&unnaming)?;
        if mentions {
            forgetting = unnaming;
        }
        let mut stays = Vec::new();
        self.each_record(&mut |id, values| {
            if !forgetting.gone().contains(&id)
                && let Some(one) = changed(&forgetting, id, values)
            {
                stays.push(one);
            }
            Ok(())
        })?;
        Ok(Sweep {
            forgetting,
            gone,
            stays,
            drafts,
        })
    }

    fn all_that_goes(
        &self,
        roots: BTreeSet<RecordId>,
    ) -> Result<(Forgetting, Vec<(RecordId, Record)>)> {
        let mut forgetting = Forgetting::of(roots);
        let mut gone = Vec::new();
        // what belongs to another record may stand before it
        let mut waiting = Vec::new();
        self.each_record(&mut |id, values| {
            let Some((_, last)) = values.first() else {
                return Ok(());
            };
            if forgetting.gone().contains(&id) || forgetting.take(id, last) {
                gone.push((id, last.clone()));
            } else if last.noun().belongs().is_some() {
                waiting.push((id, last.clone()));
            }
            Ok(())
        })?;
        loop {
            let before = gone.len();
            waiting.retain(|(id, last)| {
                let goes = forgetting.take(*id, last);
                if goes {
                    gone.push((*id, last.clone()));
                }
                !goes
            });
            if gone.len() == before {
                return Ok((forgetting, gone));
            }
        }
    }

    /// The names of the relationships that go, without those that others go by too.
    fn names_of(&self, forgetting: &Forgetting) -> Result<Aliases> {
        let mut own: BTreeMap<RecordId, Vec<Relationship>> = BTreeMap::new();
        let mut others = Vec::new();
        self.each_of(Some(Kind::Relationship), &mut |id, values| {
            for (_, value) in values {
                if let Record::Relationship(one) = value {
                    if forgetting.gone().contains(&id) {
                        own.entry(id).or_default().push(one.clone());
                    } else {
                        others.push(one.clone());
                    }
                }
            }
            Ok(())
        })?;
        let each = own.values().map(|values| Aliases::of_one(values, &others));
        Ok(each.fold(Aliases::default(), Aliases::and))
    }

    /// A record by its full or short id or, of a relationship, by its whole name, also when it was deleted.
    ///
    /// # Errors
    /// `Ambiguous` when it fits several.
    pub fn find_in_revisions(&self, words: &str) -> Result<Option<RecordId>> {
        let typed = text::fold(words.trim().trim_start_matches(['#', '@']));
        let mut fits = Vec::new();
        self.each_record(&mut |id, values| {
            let named = |one: &Record| {
                one.kind() == Kind::Relationship && text::fold(&one.noun().title()) == typed
            };
            let by_id = id.to_string() == typed
                || (RecordId::could_be_short(&typed) && id.letters().starts_with(&typed));
            if by_id || values.first().is_some_and(|(_, last)| named(last)) {
                fits.push(id);
            }
            Ok(())
        })?;
        match fits.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            several => {
                let ids: Vec<_> = several.iter().map(RecordId::short).collect();
                let says = format!("that fits more than one record: {}", ids.join(", "));
                Err(Error::new(ErrorKind::Ambiguous, says).hint("use its id"))
            }
        }
    }

    fn each_record(&self, take: &mut dyn FnMut(RecordId, &Values) -> Result<()>) -> Result<()> {
        self.each_of(None, take)
    }

    /// Every record that holds something, with all its values.
    pub(super) fn each_of(
        &self,
        kind: Option<Kind>,
        take: &mut dyn FnMut(RecordId, &Values) -> Result<()>,
    ) -> Result<()> {
        let sql = "SELECT record, seq, kind, body FROM revision
                   WHERE body IS NOT NULL AND (?1 IS NULL OR kind = ?1) ORDER BY record, time DESC, device DESC";
        let mut statement = self.connection.prepare(sql)?;
        let mut found = statement.query([kind.map(Kind::word)])?;
        let mut values = Vec::new();
        let mut of = RecordId::default();
        while let Some(row) = found.next()? {
            let id = rows::id(row, 0)?;
            if id != of && !values.is_empty() {
                take(of, &values)?;
                values.clear();
            }
            of = id;
            let kind = rows::kind(row.get_ref(2)?.as_str().unwrap_or_default())?;
            let body = row.get_ref(3)?.as_str().unwrap_or_default();
            values.push((row.get(1)?, rows::decode(kind, body)?));
        }
        if values.is_empty() {
            return Ok(());
        }
        take(of, &values)
    }

    /// Takes the contents of what goes out of every revision, projection and sentence, and what names it out of the
    /// rest, as part of a step. What has no last mark yet gets one. The file still holds it until [`Store::overwrite`].
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn purge(&self, sweep: &Sweep, mark: Mark, step: i64, now: i64) -> Result<()> {
        let mut touched = Touched::default();
        let stay = sweep.stays.iter().map(|one| one.id);
        for id in sweep.gone.iter().map(|(id, _)| *id).chain(stay) {
            self.take_out(id, &mut touched)?;
        }
        // before the marks: a step of its own is not theirs
        self.purge_steps(sweep, step)?;
        let mut empty = self.connection.prepare_cached(
            "UPDATE revision SET body = NULL WHERE record = ?1 AND body IS NOT NULL",
        )?;
        for (id, record) in &sweep.gone {
            empty.execute([id.bytes()])?;
            if !self.is_forgotten(*id)? {
                self.mark_last(*id, record.kind(), mark, (step, now))?;
            }
        }
        self.drop_steps(sweep)?;
        for one in &sweep.stays {
            for (seq, body) in &one.values {
                self.rewrite(*seq, body)?;
            }
            if let Some(newest) = self.newest(one.id)? {
                self.project(one.id, &newest, &mut touched)?;
            }
        }
        self.drop_drafts(&sweep.drafts)?;
        self.refresh(&touched)?;
        // its index keeps words in more places than their own
        self.connection
            .execute("INSERT INTO fulltext (fulltext) VALUES ('rebuild')", [])?;
        self.owe_overwriting()
    }

    fn mark_last(&self, id: RecordId, kind: Kind, mark: Mark, at: (i64, i64)) -> Result<()> {
        let parent = self.newest(id)?.map(|newest| newest.stamp);
        let last = Revision {
            record: id,
            kind,
            stamp: self.next_stamp(at.1)?,
            parent,
            body: None,
            mark: Some(mark),
        };
        self.insert(&last, at.0)?;
        Ok(())
    }

    /// Gives a revision another body for good.
    pub(super) fn rewrite(&self, seq: i64, body: &str) -> Result<()> {
        let sql = "UPDATE revision SET body = ?2, mark = ?3 WHERE seq = ?1";
        self.connection
            .prepare_cached(sql)?
            .execute(params![seq, body, Mark::Unnamed.word()])?;
        Ok(())
    }

    /// The sentences of undo: of what goes nothing is left, of the rest the names are taken out.
    fn purge_steps(&self, sweep: &Sweep, own: i64) -> Result<()> {
        let mut of = self.connection.prepare_cached(
            "SELECT DISTINCT step FROM revision WHERE record = ?1 AND step <> ?2",
        )?;
        let mut theirs = BTreeSet::new();
        for (id, _) in &sweep.gone {
            let mut found = of.query(params![id.bytes(), own])?;
            while let Some(row) = found.next()? {
                theirs.insert(row.get::<_, i64>(0)?);
            }
        }
        for (id, says) in self.sentences()? {
            let left = if theirs.contains(&id) {
                FORGOTTEN_STEP.to_owned()
            } else {
                sweep.forgetting.unnamed(&says)
            };
            if left != says {
                self.name_step(id, &left)?;
            }
        }
        Ok(())
    }

    fn sentences(&self) -> Result<Vec<(i64, String)>> {
        let mut statement = self.connection.prepare("SELECT id, says FROM step")?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Steps that wrote nothing but what is gone have nothing to take back.
    fn drop_steps(&self, sweep: &Sweep) -> Result<()> {
        let sql = "UPDATE step SET state = 'lost' WHERE state IN ('done', 'undone')
                   AND id IN (SELECT step FROM revision WHERE record = ?1)
                   AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.step = step.id AND NOT EXISTS
                       (SELECT 1 FROM revision f WHERE f.record = r.record AND f.mark IN ('forgotten', 'forgotten, mentions kept')))";
        let mut drop = self.connection.prepare_cached(sql)?;
        for (id, _) in &sweep.gone {
            drop.execute([id.bytes()])?;
        }
        Ok(())
    }
}

fn changed(forgetting: &Forgetting, id: RecordId, values: &Values) -> Option<Stays> {
    let (_, was) = values.first()?;
    let each = values.iter().filter_map(|(seq, value)| {
        let left = forgetting.taken_out(value, was)?;
        Some((*seq, wire::encode(&left)))
    });
    let bodies: Vec<_> = each.collect();
    if bodies.is_empty() {
        return None;
    }
    Some(Stays {
        id,
        left: forgetting
            .taken_out(was, was)
            .unwrap_or_else(|| was.clone()),
        was: was.clone(),
        values: bodies,
    })
}
