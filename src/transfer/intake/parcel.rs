//! A file that was read whole: its records with their lines, surveyed and fed in the one way.

use std::collections::BTreeMap;

use super::{Held, Incoming, Records, Report, RowFault, Source, Survey, Watch, identity};
use crate::domain::relationship::{Party, Relationship, Role};
use crate::domain::text::fold;
use crate::domain::{Record, RecordId};
use crate::error::{Error, Result};

/// A relationship that a foreign file names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The name, as it is to stand in the journal.
    pub name: String,
    /// Other names it may be known by here (an address, a handle).
    pub handles: Vec<String>,
    /// The role of a relationship that has to be made.
    pub role: Role,
    /// Its kind of party.
    pub party: Party,
}

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

    /// What the journal lacks to hold an item: the relationships to be made first, then the item with its own filled in.
    fn resolved(
        item: &Item,
        held: &Held<'_>,
        survey: &mut Survey,
    ) -> (Vec<(RecordId, Record)>, Record) {
        let mut made = Vec::new();
        let mut whos = Vec::new();
        for named in &item.with {
            let derived = identity(["relationship", fold(&named.name).as_str()]);
            let first = !survey.people.contains_key(&derived);
            let who = *survey.people.entry(derived).or_insert_with(|| {
                let called = std::iter::once(&named.name).chain(&named.handles);
                let known = |name: &String| held.relationship(name, derived);
                called.into_iter().find_map(known).unwrap_or(derived)
            });
            let day = item.record.noun().since().day;
            let since = survey.since.entry(derived).or_insert(day);
            *since = day.min(*since);
            if first && who == derived && (held.record)(derived).is_none() {
                made.push((derived, Self::relationship(named, day)));
            }
            if !whos.contains(&who) {
                whos.push(who);
            }
        }
        let mut record = item.record.clone();
        match &mut record {
            Record::Commitment(one) => one.who = whos.first().copied().unwrap_or(one.who),
            Record::Note(one) if !whos.is_empty() => one.who = whos,
            _ => {}
        }
        (made, record)
    }

    fn relationship(named: &Named, since: chrono::NaiveDate) -> Record {
        Record::Relationship(Relationship {
            name: named.name.clone(),
            role: named.role,
            party: named.party,
            handles: named.handles.clone(),
            since,
            ..Relationship::default()
        })
    }
}

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
        for (done, item) in (0_u64..).zip(&self.items) {
            if done % 256 == 0 && !(watch.tick)(done) {
                return Err(Error::refused("stopped; nothing was kept"));
            }
            let (made, record) = Self::resolved(item, held, &mut survey);
            if let Some(fault) = record.faults().into_iter().next() {
                let fault = RowFault::new(item.line, fault.field, &fault.says);
                survey.report.refuse(&fault);
                survey.keep.insert(item.id);
                (watch.refused)(&fault, &record.noun().title())?;
                continue;
            }
            for (id, record) in made.into_iter().chain([(item.id, record)]) {
                survey.report.count(&record);
                survey.compare(id, &record, held, self.update, &self.over);
            }
        }
        survey.note_differing(self.update);
        Ok(survey)
    }

    fn feed(&self, survey: Survey) -> Result<Records<'_>> {
        Ok(Box::new(self.records(survey).into_iter().map(Ok)))
    }
}

impl Parcel {
    /// Its records for the journal, as a survey of it found.
    pub(in crate::transfer) fn records(&self, mut survey: Survey) -> Vec<(RecordId, Record)> {
        let mut out = Vec::new();
        let nobody = Held {
            names: &super::Nobody,
            record: &|_| None,
            erased: &|_| false,
        };
        let (people, since) = (
            std::mem::take(&mut survey.people),
            std::mem::take(&mut survey.since),
        );
        let mut again = Survey::default();
        // who is who was found out by the survey
        again
            .people
            .extend(people.iter().filter(|(derived, who)| derived != who));
        for item in &self.items {
            let (made, record) = Self::resolved(item, &nobody, &mut again);
            for (id, mut record) in made {
                if let (Record::Relationship(one), Some(day)) = (&mut record, since.get(&id)) {
                    one.since = *day;
                }
                out.push((id, record));
            }
            let record = match survey.there.get(&item.id) {
                Some(there) => (self.over)(there, &record),
                None => record,
            };
            out.push((item.id, record));
        }
        out.retain(|(id, _)| !survey.keep.contains(id));
        out
    }
}
