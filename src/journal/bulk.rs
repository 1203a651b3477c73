//! Many records at once: loads, unions, exports, rebuilds. One transaction each, one step of undo.

use std::io::{BufRead, Write};

use super::Journal;
use crate::domain::{Record, RecordId};
use crate::error::{Error, Result};
use crate::store::{Store, Touched};
use crate::wire::revision;

/// The longest line of an export that is read: a record with a note of several megabytes still fits.
const LINE_LIMIT: u64 = 16 << 20;

/// What a union with another journal's revisions brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Union {
    /// Revisions that were new.
    pub new: u64,
    /// Revisions that were here already.
    pub same: u64,
    /// Records that now have two revisions of one parent.
    pub conflicts: u64,
}

/// What a bulk load brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loaded {
    /// Records that were new.
    pub new: u64,
    /// Records that were here and differ now.
    pub changed: u64,
    /// Records that were here already.
    pub same: u64,
    /// Records that were deleted here, and stay so.
    pub erased: u64,
}

/// Whether undo takes a load back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Undo {
    Reaches,
    Leaves,
}

impl Journal {
    /// Whether somebody deleted a record (not: undid what made it).
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn erased(&self, id: RecordId) -> Result<bool> {
        self.store.erased(id)
    }

    /// Loads many records in one transaction and one step of undo. Each comes with an identity derived from its
    /// stable key, so that loading twice changes nothing; what was deleted here stays deleted. `tick` is called now and then with how many are done and
    /// answers whether to go on; when it answers no, nothing is kept.
    ///
    /// # Errors
    /// As [`Journal::tell`]; nothing is kept then.
    pub fn load(
        &mut self,
        says: &str,
        records: &mut dyn Iterator<Item = Result<(RecordId, Record)>>,
        tick: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Loaded> {
        self.load_as(Undo::Reaches, says, records, tick)
    }

    /// Loads what a journal begins with (the sample): no step of undo, so that undo never empties the journal
    /// under the hands of somebody who looks around.
    ///
    /// # Errors
    /// As [`Journal::load`].
    pub fn furnish(
        &mut self,
        says: &str,
        records: &mut dyn Iterator<Item = Result<(RecordId, Record)>>,
    ) -> Result<Loaded> {
        self.load_as(Undo::Leaves, says, records, &mut |_| true)
    }

    fn load_as(
        &mut self,
        undo: Undo,
        says: &str,
        records: &mut dyn Iterator<Item = Result<(RecordId, Record)>>,
        tick: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Loaded> {
        self.refuse_the_past()?;
        let now = self.clock.millis();
        self.store.write_much(|store| {
            let step = match undo {
                Undo::Reaches => store.begin_step(says, now)?,
                Undo::Leaves => store.begin_back(says, now)?,
            };
            let mut touched = Touched::default();
            let mut loaded = Loaded::default();
            for (done, next) in (0_u64..).zip(records) {
                let (id, record) = next?;
                load_one(store, id, &record, (step, now), &mut touched, &mut loaded)?;
                if done % 256 == 0 && !tick(done) {
                    return Err(Error::refused("stopped; nothing was kept"));
                }
            }
            store.refresh(&touched)?;
            if loaded.new + loaded.changed == 0 {
                store.drop_step(step)?;
            }
            Ok(loaded)
        })
    }

    /// Unites this journal with exported revisions: by id and stamp, so that twice is the same as once.
    ///
    /// # Errors
    /// `Input` with the line's number; nothing is kept then.
    pub fn unite(&mut self, lines: &mut dyn BufRead) -> Result<Union> {
        self.refuse_the_past()?;
        let now = self.clock.millis();
        // an export may bring what is to be forgotten here too
        self.store.fill_with_zeros()?;
        let union = self.store.write_much(|store| {
            let step = store.begin_step("imported a journal's export", now)?;
            let mut uniting = store.uniting(step);
            each_line(lines, &mut |one| uniting.take(one))?;
            uniting.decide()?;
            let new = uniting.new;
            let same = uniting.same;
            let conflicts = uniting.finish(now)?;
            if new == 0 {
                store.drop_step(step)?;
            }
            Ok(Union {
                new,
                same,
                conflicts,
            })
        })?;
        self.store.overwrite()?;
        Ok(union)
    }

    /// Writes every revision as JSON Lines, in the order of their stamps: lossless, but for what is sealed
    /// ([`Journal::left_out`]). Returns how many.
    ///
    /// # Errors
    /// When the journal cannot be read or the output not written.
    pub fn export(&self, out: &mut dyn Write) -> Result<u64> {
        self.store.read(|| {
            let hidden = self.store.hidden()?;
            let told = self.store.revisions()? - self.store.revisions_of(&hidden)?;
            let marked = self.store.has_marks()?;
            writeln!(out, "{}", revision::heading(told, marked))?;
            let many = self.store.each_revision(&hidden, |one| {
                Ok(writeln!(out, "{}", revision::write(&one)?)?)
            })?;
            out.flush()?;
            Ok(many)
        })
    }

    /// How many records an export leaves out because they were told in confidence and are sealed, deleted ones too.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn left_out(&self) -> Result<usize> {
        Ok(self.store.hidden()?.len())
    }

    /// Builds every projection again from the revisions alone. `tick` hears how many records are done.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn rebuild(&mut self, tick: &mut dyn FnMut(u64)) -> Result<()> {
        self.store.write_much(|store| store.rebuild(tick))
    }

    /// A digest of all projections: equal for equal revisions, on every machine.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn digest(&self) -> Result<String> {
        self.store.digest()
    }
}

fn load_one(
    store: &Store,
    id: RecordId,
    record: &Record,
    (step, now): (i64, i64),
    touched: &mut Touched,
    loaded: &mut Loaded,
) -> Result<()> {
    if let Some(fault) = record.faults().into_iter().next() {
        return Err(fault.into());
    }
    let body = Store::encoded(record);
    let Some(stands) = store.newest(id)? else {
        loaded.new += 1;
        let seq = store.append(id, record.kind(), Some(&body), None, step, now)?;
        return store.project_first(id, seq, record, touched);
    };
    if stands.body.as_deref() == Some(&body) {
        loaded.same += 1;
        return Ok(());
    }
    if stands.body.is_some() {
        loaded.changed += 1;
    } else if store.erased(id)? {
        loaded.erased += 1;
        return Ok(());
    } else {
        // what was undone comes anew
        loaded.new += 1;
    }
    store.append(
        id,
        record.kind(),
        Some(&body),
        Some(stands.stamp),
        step,
        now,
    )?;
    match store.newest(id)? {
        Some(newest) => store.project(id, &newest, touched),
        None => Ok(()),
    }
}

fn at_line(number: u64, error: &Error) -> Error {
    Error::input(format!("line {number}: {}", error.says()))
        .hint("nothing was imported; mend the line or leave it out")
}

/// Every revision of an export, in its order.
///
/// # Errors
/// `Input` with the line's number; what the taking says.
pub(super) fn each_line(
    lines: &mut dyn BufRead,
    take: &mut dyn FnMut(&revision::Revision) -> Result<()>,
) -> Result<()> {
    let (mut number, mut promised, mut found) = (0, 0, 0);
    while let Some(line) = next_line(lines, number + 1)? {
        number += 1;
        if number == 1 {
            promised = revision::read_heading(&line)?;
        } else if !line.trim().is_empty() {
            let one = revision::read(&line).map_err(|e| at_line(number, &e))?;
            take(&one)?;
            found += 1;
        }
    }
    if number == 0 {
        return Err(Error::input(
            "the export is empty: it has not even its first line",
        ));
    }
    if found < promised {
        return Err(cut_short(promised, found));
    }
    Ok(())
}

/// An export that ends before its first line says it does.
fn cut_short(promised: u64, found: u64) -> Error {
    let says = format!(
        "the export is cut short: its first line speaks of {promised} revisions, and it holds {found}"
    );
    Error::input(says).hint(format!(
        "nothing was imported; bring the whole file, or, where this is all that is left, write {found} in its first line"
    ))
}

/// The next line, without its end; refused when it is longer than any record.
fn next_line(lines: &mut dyn BufRead, number: u64) -> Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = std::io::Read::take(&mut *lines, LINE_LIMIT).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && u64::try_from(read).unwrap_or(u64::MAX) == LINE_LIMIT {
        return Err(at_line(
            number,
            &Error::input("this line is longer than any record"),
        ));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| at_line(number, &Error::input("this is not UTF-8 text")))?;
    Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
}
