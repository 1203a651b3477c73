//! Changes: each one transaction, one step of undo, durable when it returns.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::change::{Change, Told};
use super::review::CAME_BACK;
use super::{Journal, onward};
use crate::domain::note::{Note, NoteSort};
use crate::domain::topic::TopicState;
use crate::domain::view::Stamp;
use crate::domain::{Act, Kind, Record, RecordId, text};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Store, Touched};

/// A change being written: the store inside its transaction, and what it touched so far.
pub(super) struct Writing<'a> {
    pub(super) store: &'a Store,
    step: i64,
    now: i64,
    pub(super) today: NaiveDate,
    /// The local time.
    minute: NaiveDateTime,
    touched: Touched,
    pub(super) told: Told,
}

impl Journal {
    /// Tells the journal a change: one transaction, durable when it returns, undone as one.
    ///
    /// # Errors
    /// `Refused` with the fault, `NotFound`, `Conflict` when the record changed meanwhile, `File` when the disk refuses.
    pub fn tell(&mut self, change: Change) -> Result<Told> {
        self.tell_with(change, |_| Ok(()))
    }

    /// The same, and something beside it in the same transaction.
    pub(super) fn tell_with(
        &mut self,
        change: Change,
        also: impl FnOnce(&Store) -> Result<()>,
    ) -> Result<Told> {
        self.refuse_the_past()?;
        let change = self.prepare(change);
        let (now, today) = (self.clock.millis(), self.day());
        let minute = self.clock.now();
        let ids = std::iter::repeat_with(|| self.clock.id());
        let (store, mut ids) = (&mut self.store, ids);
        store.write(|store| {
            let step = onward::step(store, &change, now)?;
            let mut writing = Writing {
                store,
                step,
                now,
                today,
                minute,
                touched: Touched::default(),
                told: Told::default(),
            };
            writing.change(&change, &mut ids)?;
            also(store)?;
            writing.finish()
        })
    }

    /// What was is not what is: nothing is written while an earlier day is looked at.
    pub(super) fn refuse_the_past(&self) -> Result<()> {
        match self.as_of {
            Some(day) => Err(Error::refused(format!(
                "the journal is shown as of {day}; it can only be read so"
            ))
            .hint("leave --as-of out to write")),
            None => Ok(()),
        }
    }
}

impl Writing<'_> {
    fn change(&mut self, change: &Change, ids: &mut dyn Iterator<Item = RecordId>) -> Result<()> {
        match change {
            Change::Add(record) => {
                let record = &self.placed(record);
                self.check_day(record)?;
                self.check_offer(record)?;
                let id = self.free(ids)?;
                self.put(id, record, None)?;
                self.say("added", record);
                self.promise_to_keep(id, record, ids)?;
            }
            Change::Edit { id, seen, record } => {
                self.check_open(*id)?;
                let record = &self.placed(record);
                if self.stands(*id)?.1.noun().since() != record.noun().since() {
                    self.check_day(record)?;
                }
                self.put(*id, record, Some(*seen))?;
                self.say("edited", record);
                self.promise_to_keep(*id, record, ids)?;
            }
            Change::Act { id, act, on } => self.act(*id, act, *on, ids)?,
            Change::CameBack { on } => {
                self.store.set(CAME_BACK, &on.to_string())?;
                "welcome back: everything was looked at".clone_into(&mut self.told.says);
            }
            Change::DropDraft { place } => {
                if let Some(draft) = self.store.draft(place)? {
                    self.store.take_draft(&draft)?;
                }
                "thrown away".clone_into(&mut self.told.says);
            }
            Change::Erase { id } => self.erase(*id)?,
            Change::Held { who, on, note } => self.held(*who, *on, note, ids)?,
            Change::All { says, changes } | Change::Onward { says, changes, .. } => {
                for change in changes {
                    self.change(change, ids)?;
                }
                self.told.says.clone_from(says);
            }
        }
        Ok(())
    }

    /// The next identity that nothing has yet: a clock that stands still draws the same ones in every process.
    pub(super) fn free(&self, ids: &mut dyn Iterator<Item = RecordId>) -> Result<RecordId> {
        loop {
            let id = ids.next().unwrap_or_default();
            if self.store.is_free(id)? {
                return Ok(id);
            }
        }
    }

    fn act(
        &mut self,
        id: RecordId,
        act: &Act,
        on: NaiveDate,
        ids: &mut dyn Iterator<Item = RecordId>,
    ) -> Result<()> {
        let (seen, record) = self.stands(id)?;
        // a day to come holds nothing that was done
        if on > self.today {
            let says = format!("{on} has not come yet: nothing can be {} then", act.verb());
            return Err(Error::refused(says).hint("give today or a day before it"));
        }
        self.check_gate(id, &record, act)?;
        let mut next = record.after(act, on)?;
        let after = self.repeat(id, &mut next, ids)?;
        self.put(id, &next, Some(seen))?;
        self.say(act.verb(), &next);
        if let Some((after, id)) = after {
            self.say_next(&after);
            self.put(id, &Record::Commitment(after), None)?;
        }
        if *act == Act::Seal {
            self.promise_to_keep(id, &next, ids)?;
        }
        self.follow(&next, act, on)
    }

    fn erase(&mut self, id: RecordId) -> Result<()> {
        let (seen, record) = self.stands(id)?;
        if record.kind() == Kind::Relationship {
            for (one, kind) in self.store.whole_of(id)? {
                let stands = self.store.newest(one)?;
                self.remove(one, kind, stands.map(|n| n.stamp))?;
            }
        }
        self.remove(id, record.kind(), Some(seen))?;
        self.say("deleted", &record);
        Ok(())
    }

    /// The record as it is written: a one-on-one of a time that has not come is one to come.
    fn placed(&self, record: &Record) -> Record {
        let mut record = record.clone();
        if let Record::Note(note) = &mut record {
            note.placed(self.minute);
        }
        record
    }

    /// The newest one-on-one of the week up to a day that was to come, and of which nothing was said yet.
    fn planned(&self, who: RecordId, on: NaiveDate) -> Result<Option<(RecordId, Stamp, Note)>> {
        let week = (on - Duration::days(7), on);
        let rows = self
            .store
            .kept_within(who, Kind::Note, NoteSort::Planned.word(), week)?;
        Ok(rows.into_iter().find_map(|row| match row.stored.record {
            Record::Note(note) => Some((row.stored.id, row.stored.stamp, note)),
            _ => None,
        }))
    }

    fn held(
        &mut self,
        who: RecordId,
        on: NaiveDate,
        words: &str,
        ids: &mut dyn Iterator<Item = RecordId>,
    ) -> Result<()> {
        if let Some((id, stamp, mut note)) = self.planned(who, on)? {
            note.sort = NoteSort::OneOnOne;
            let words = words.trim();
            if !words.is_empty() {
                let before = std::mem::take(&mut note.text);
                note.text = format!("{before}\n{words}");
            }
            let on = note.at.day;
            self.put(id, &Record::Note(note), Some(stamp))?;
            return self.carry_over(who, on);
        }
        let note = Note {
            who: vec![who],
            sort: NoteSort::OneOnOne,
            at: on.into(),
            text: words.trim().to_owned(),
            tags: Vec::new(),
        };
        let text = if note.text.is_empty() {
            "one-on-one held".to_owned()
        } else {
            note.text.clone()
        };
        let record = Record::Note(Note { text, ..note });
        let id = self.free(ids)?;
        self.put(id, &record, None)?;
        self.carry_over(who, on)
    }

    /// Every open topic that a one-on-one did not settle is carried over.
    fn carry_over(&mut self, who: RecordId, on: NaiveDate) -> Result<()> {
        for row in self
            .store
            .kept(who, Kind::Topic, TopicState::Open.word(), usize::MAX)?
        {
            let carried = row.stored.record.after(&Act::Carry, on)?;
            self.put(row.stored.id, &carried, Some(row.stored.stamp))?;
        }
        self.told.says = format!("one-on-one held on {on}");
        Ok(())
    }

    /// Writes a value over what stands, refused with its faults, or when what stands is not what was seen.
    pub(super) fn put(&mut self, id: RecordId, record: &Record, seen: Option<Stamp>) -> Result<()> {
        if let Some(fault) = record.faults().into_iter().next() {
            return Err(fault.into());
        }
        self.check_links(record)?;
        let stands = self.store.newest(id)?;
        if seen.is_some() && stands.as_ref().map(|n| n.stamp) != seen {
            let says = format!(
                "this {} was changed in another window meanwhile",
                record.kind()
            );
            return Err(Error::new(ErrorKind::Conflict, says)
                .hint("look at it again, then repeat your change"));
        }
        let body = Store::encoded_to_last(record)?;
        if stands.as_ref().and_then(|n| n.body.as_deref()) == Some(&body) {
            self.told.ids.push(id);
            return Ok(());
        }
        if record.is_settled() {
            // what was half typed of how to settle it asks nothing any more
            let before = match &stands {
                Some(newest) => newest.record()?,
                None => None,
            };
            if before.is_some_and(|before| !before.is_settled()) {
                self.store.drop_settling(id)?;
            }
        }
        self.store.append(
            id,
            record.kind(),
            Some(&body),
            stands.map(|n| n.stamp),
            self.step,
            self.now,
        )?;
        self.show(id)
    }

    /// What is told has happened. A note may be of a meeting to come, a band of a time that is planned, a relationship
    /// with somebody who begins on Monday.
    fn check_day(&self, record: &Record) -> Result<()> {
        let day = record.noun().since().day;
        let may_come = matches!(record.kind(), Kind::Note | Kind::Band | Kind::Relationship);
        if may_come || day <= self.today {
            return Ok(());
        }
        let says = format!(
            "{day} has not come yet: a {} is of a day that was",
            record.kind()
        );
        Err(Error::refused(says).hint("give today or a day before it"))
    }

    /// Every relationship that a record names must be here.
    fn check_links(&self, record: &Record) -> Result<()> {
        for who in record.noun().whos() {
            if self.store.name(who)?.is_none() {
                return Err(Error::refused(format!(
                    "the relationship of this {} is not here any more",
                    record.kind()
                )));
            }
        }
        Ok(())
    }

    fn remove(&mut self, id: RecordId, kind: Kind, stands: Option<Stamp>) -> Result<()> {
        self.store
            .append(id, kind, None, stands, self.step, self.now)?;
        self.show(id)
    }

    fn show(&mut self, id: RecordId) -> Result<()> {
        if let Some(newest) = self.store.newest(id)? {
            self.store.project(id, &newest, &mut self.touched)?;
        }
        self.told.ids.push(id);
        Ok(())
    }

    pub(super) fn stands(&self, id: RecordId) -> Result<(Stamp, Record)> {
        let gone = || {
            Error::not_found("that record is not here any more")
                .hint("it was deleted or undone; look at: trustline log ID")
        };
        let newest = self.store.newest(id)?.ok_or_else(gone)?;
        let record = newest.record()?.ok_or_else(gone)?;
        Ok((newest.stamp, record))
    }

    fn say(&mut self, verb: &str, record: &Record) {
        // a sentence of undo outlives the day on which its record was sealed
        let title = record.clone().blanked().noun().title();
        let what = if verb == "added" {
            format!("{verb} {}", record.kind())
        } else {
            verb.to_owned()
        };
        self.told.says = if title.is_empty() {
            what
        } else {
            format!("{what}: {}", text::line(&title))
        };
    }

    fn finish(mut self) -> Result<Told> {
        self.store.refresh(&self.touched)?;
        if self.store.step_effects(self.step)?.is_empty() {
            self.store.drop_step(self.step)?;
            if !self.told.ids.is_empty() {
                // undo would take back what was done before it
                self.told.says.push_str("; nothing changed");
            }
        } else {
            self.store.name_step(self.step, &self.told.says)?;
        }
        Ok(self.told)
    }
}
