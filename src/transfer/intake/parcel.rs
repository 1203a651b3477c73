//! A file that was read whole: its records with their lines, surveyed and fed in the one way.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::people::{self, Named};
use super::{Held, Incoming, Records, Report, RowFault, Source, Survey, Watch};
use crate::domain::{Record, RecordId};
use crate::error::{Error, Result};

/// One record of a foreign file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The line in which it begins, from 1; 0 where no line is known.
    pub line: u64,
    /// Its identity: its own where the file holds one of ours, else derived from its key.
    pub id: RecordId,
    /// The record; whom it is with is filled in from `with` when the journal can be asked.
    pub record: Record,
    /// Whom it is with. Those whom the journal does not know are made.
    pub with: Vec<Named>,
}

/// A file that was read whole.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// What it was, in a sentence: `tasks.json: 214 tasks as Taskwarrior exports them`.
    pub says: String,
    /// What a row is called: `task`, `entry`, `card`, `event`.
    pub row: &'static str,
    /// How many rows there were.
    pub rows: u64,
    /// Its records.
    pub items: Vec<Item>,
    /// Rows that could not be read, each as it came.
    pub refused: Vec<(RowFault, String)>,
    /// Rows skipped, by why.
    pub skipped: BTreeMap<String, u64>,
    /// What else one should know.
    pub notes: Vec<String>,
    /// Whether records that the journal holds otherwise take the file's contents.
    pub update: bool,
    /// Lays what the file tells over a record that is there; what it does not tell stays.
    pub over: fn(&Record, &Record) -> Record,
}

impl Parcel {
    /// A file's whole text; refused when it is larger than a stream may be.
    ///
    /// # Errors
    /// `Input` when it is too large, `File` when it cannot be read.
    pub fn bytes(source: &Source) -> Result<Vec<u8>> {
        use std::io::Read as _;
        let mut bytes = Vec::new();
        let most = super::MOST_STREAMED;
        source.open()?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            let says = format!("{} is larger than 64 MiB", super::shown(source.name()));
            return Err(Error::input(says).hint("split it, or export a part of it"));
        }
        Ok(bytes)
    }

    /// Those whom its rows name on purpose, by who they are; the first row that names one says its role.
    fn named(&self, survey: &Survey) -> HashMap<RecordId, &Named> {
        let mut found = HashMap::new();
        let names = self.items.iter().flat_map(|item| &item.with);
        for named in names.filter(|named| !named.mentioned) {
            if let Some(who) = survey.people.get(&named.key()) {
                found.entry(*who).or_insert(named);
            }
        }
        found
    }

    /// An item's record with those filled in whom it is with.
    fn filled(item: &Item, survey: &Survey) -> (Record, Vec<RecordId>) {
        let whos = people::whos(item, survey);
        let mut record = item.record.clone();
        match &mut record {
            Record::Commitment(one) => one.who = whos.first().copied().unwrap_or(one.who),
            Record::Note(one) if !whos.is_empty() => one.who.clone_from(&whos),
            _ => {}
        }
        (record, whos)
    }

    /// Finds out who is who: first all that are named, then those that are only mentioned.
    fn meet(&self, held: &Held<'_>, survey: &mut Survey) {
        for item in &self.items {
            let others = item.record.faults();
            // a row that will be refused makes nobody
            if others.iter().all(|fault| fault.field == "who") {
                people::meet(item, held, survey);
            }
        }
        let mut made = self.named(survey);
        made.retain(|who, _| survey.since.contains_key(who));
        for item in &self.items {
            people::recognise(item, &made, held, survey);
        }
    }

    /// Why an item cannot be taken.
    fn fault(
        &self,
        item: &Item,
        record: &Record,
        held: &Held<'_>,
        survey: &Survey,
    ) -> Option<RowFault> {
        let there = (held.record)(item.id);
        let other = there
            .as_ref()
            .is_some_and(|there| there.kind() != record.kind());
        if other || survey.since.contains_key(&item.id) {
            let says = "its identity belongs to a record of another kind";
            return Some(RowFault::new(item.line, "", says));
        }
        let laid = there
            .filter(|_| self.update)
            .map(|there| (self.over)(&there, record));
        let faults = record.faults().into_iter();
        let fault = faults.chain(laid.iter().flat_map(Record::faults)).next()?;
        Some(if fault.field == "who" {
            RowFault::new(item.line, "who", NOBODY)
        } else {
            RowFault::new(item.line, fault.field, &fault.says)
        })
    }

    /// Compares one item, and those that it brings, with the journal.
    fn look(
        &self,
        item: &Item,
        held: &Held<'_>,
        survey: &mut Survey,
        made: &mut HashMap<RecordId, &Named>,
    ) -> Option<RowFault> {
        let (record, whos) = Self::filled(item, survey);
        if let Some(fault) = self.fault(item, &record, held, survey) {
            survey.report.refuse(&fault);
            survey.keep.insert(item.id);
            return Some(fault);
        }
        survey.report.count(&record);
        survey.compare(item.id, &record, held, self.update, &self.over);
        if survey.keep.contains(&item.id) {
            return None;
        }
        for who in whos {
            if let (Some(since), Some(named)) = (survey.since.get(&who), made.remove(&who)) {
                survey.report.count(&named.relationship(*since));
                survey.report.new += 1;
            }
        }
        None
    }
}

/// What is said of what is with nobody.
const NOBODY: &str = "does not say whom it is with: --map who=FIELD names what tells it, --set who=NAME says it for all";

impl Incoming for Parcel {
    fn survey(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Survey> {
        let mut survey = Survey {
            report: Report {
                table: self.says.clone(),
                rows: self.rows,
                row: self.row,
                skipped: self.skipped.clone(),
                notes: self.notes.clone(),
                ..Report::default()
            },
            ..Survey::default()
        };
        for (fault, row) in &self.refused {
            survey.report.refuse(fault);
            (watch.refused)(fault, row)?;
        }
        self.meet(held, &mut survey);
        let mut made = self.named(&survey);
        let mut seen = HashSet::new();
        for (done, item) in (0_u64..).zip(&self.items) {
            if done % 256 == 0 && !(watch.tick)(done) {
                return Err(Error::refused("stopped; nothing was kept"));
            }
            if !seen.insert(item.id) {
                let says = "repeats the key of a row before it; the first one stands";
                survey.report.repeated += 1;
                survey.report.keep(&RowFault::new(item.line, "", says));
            } else if let Some(fault) = self.look(item, held, &mut survey, &mut made) {
                (watch.refused)(&fault, &item.record.noun().title())?;
            }
        }
        survey.note_differing(self.update);
        Ok(survey)
    }

    fn feed(&self, survey: Survey) -> Result<Records<'_>> {
        Ok(Box::new(self.records(&survey).into_iter().map(Ok)))
    }
}

impl Parcel {
    /// Its records for the journal, as a survey of it found.
    pub(in crate::transfer) fn records(&self, survey: &Survey) -> Vec<(RecordId, Record)> {
        let mut made = self.named(survey);
        let mut seen = HashSet::new();
        let mut out = Vec::new();
        for item in &self.items {
            if !seen.insert(item.id) || survey.keep.contains(&item.id) {
                continue;
            }
            let (record, whos) = Self::filled(item, survey);
            for who in whos {
                if let (Some(since), Some(named)) = (survey.since.get(&who), made.remove(&who)) {
                    out.push((who, named.relationship(*since)));
                }
            }
            let record = match survey.there.get(&item.id) {
                Some(there) => (self.over)(there, &record),
                None => record,
            };
            out.push((item.id, record));
        }
        out
    }
}
