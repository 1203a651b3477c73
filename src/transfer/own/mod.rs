//! The tables that this program wrote, back in: known by their header, read exactly, the same records again.
//!
//! Identities stand in the table, so the same file into the same journal changes nothing, and into an empty one makes
//! the same records, with the relationships that they name. Columns that somebody took out are told nothing about:
//! what the journal holds there stays. A row that was added by hand has no id; one follows from its words.

mod rows;

use crate::domain::relationship::{Party, Relationship, Role};
use crate::domain::text::fold;
use crate::domain::value::Piece;
use crate::domain::{Kind, Record, RecordId};
use crate::error::{Error, Result};
use crate::transfer::intake::{
    Held, Incoming, Records, Report, RowFault, Source, Survey, Watch, identity, shown,
};
use crate::transfer::outgoing::csv::columns::{self, Column};
use crate::transfer::table::{Choice, DateOrder, Sheet};
use rows::{Named, Rows, Shape, Told};

/// The kinds that a table of ours may hold.
const KINDS: [Kind; 2] = [Kind::Commitment, Kind::CheckIn];

/// Whether the first bytes of a table are those of one of ours, and nobody said to read it otherwise.
pub fn is_ours(head: &[u8], choice: &Choice) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    // in UTF-16 every second byte of these letters is nothing
    let letters: Vec<u8> = line.iter().copied().filter(|byte| *byte != 0).collect();
    let has = |name: &str| {
        letters
            .windows(name.len())
            .any(|part| part == name.as_bytes())
    };
    let read_as_said = choice.mapping.is_some() || !choice.flags.map.is_empty();
    !read_as_said && ((has("id") && has("who_id")) || (has("as_of") && has("measure")))
}

/// Opens a table of ours; one that only looks like it is read as any other.
///
/// # Errors
/// `Input`: it holds figures, which nothing can be made of; as [`crate::transfer::table::Table::open`].
pub fn open(source: Source, choice: &Choice) -> Result<Box<dyn Incoming>> {
    let sheet = Sheet::open(source.clone(), choice)?;
    let has = |name: &&str| sheet.columns.iter().any(|column| column == name);
    let kind = KINDS
        .into_iter()
        .find(|kind| columns::needed(*kind).iter().all(&has));
    if let Some(kind) = kind {
        return Ok(Box::new(Own::new(sheet, kind, choice)));
    }
    if ["measure", "as_of", "evidence", "figure"].iter().all(has) {
        let says = format!(
            "{} holds figures, which are counted from records",
            shown(source.name())
        );
        return Err(Error::input(says)
            .hint("bring in the commitments they were counted from: trustline export commitments writes them"));
    }
    Ok(Box::new(crate::transfer::table::Table::open(
        source,
        choice.clone(),
    )?))
}

/// A table of ours, ready to be read.
struct Own {
    sheet: Sheet,
    shape: Shape,
    update: bool,
}

impl Own {
    fn new(sheet: Sheet, kind: Kind, choice: &Choice) -> Self {
        let known = columns::columns(kind);
        let column = |name: &String| {
            let found = known.iter().find(|(known, _)| known == name);
            found.map(|(_, column)| *column)
        };
        let order = choice.flags.dates.as_deref().and_then(DateOrder::from_word);
        Self {
            shape: Shape {
                kind,
                columns: sheet.columns.iter().map(column).collect(),
                names: sheet.columns.clone(),
                order,
            },
            sheet,
            update: choice.update,
        }
    }

    fn rows(&self) -> Result<Rows<'_>> {
        Ok(Rows::new(self.sheet.rows()?, &self.shape))
    }

    fn says(&self) -> String {
        let what = match self.shape.kind {
            Kind::CheckIn => "check-ins",
            _ => "commitments",
        };
        format!(
            "{}: {what} as trustline exports them",
            shown(self.sheet.name())
        )
    }

    fn unreadable(&self, fault: &RowFault) -> Error {
        Error::input(format!("{}, {fault}", shown(self.sheet.name())))
            .hint("nothing was imported; mend that line and try again")
    }

    /// Lays what the table tells over what is there.
    fn over(&self, there: &Record, from: &Record) -> Record {
        let mut over = there.clone();
        for column in self.shape.columns.iter().flatten() {
            let field = match column {
                Column::Field(field) | Column::Name(field) | Column::Who(field) => field,
                Column::Answer(_) => {
                    if let (Record::CheckIn(over), Record::CheckIn(from)) = (&mut over, from) {
                        over.answers.clone_from(&from.answers);
                    }
                    continue;
                }
                Column::Id | Column::Told(_) => continue,
            };
            // what came out of a record of this kind goes into one
            let _ = (field.set)(&mut over, &(field.get)(from));
        }
        over
    }

    /// Takes a record into the survey.
    fn meet(
        &self,
        mut told: Told,
        held: &Held<'_>,
        survey: &mut Survey,
    ) -> std::result::Result<(), RowFault> {
        let whos = whos(&told, |named| found(named, told.line, held, survey))?;
        fill(&mut told.record, &whos);
        if let Some(fault) = told.record.faults().into_iter().next() {
            survey.keep.insert(told.id);
            return Err(RowFault::new(told.line, fault.field, &fault.says));
        }
        let made = |who: &RecordId| (held.record)(*who).is_none();
        for (_, who) in whos.iter().filter(|(_, who)| made(who)) {
            if (held.erased)(*who) {
                survey.erased.insert(*who);
            }
        }
        let over = |there: &Record, from: &Record| self.over(there, from);
        survey.report.count(&told.record);
        survey.compare(told.id, &told.record, held, self.update, &over);
        if survey.keep.contains(&told.id) {
            return Ok(());
        }
        let day = told.record.noun().since().day;
        for (_, who) in whos.iter().filter(|(_, who)| made(who)) {
            let since = survey.since.get(who).copied();
            if since.is_none() {
                survey.report.found(Kind::Relationship);
                survey.report.new += 1;
            }
            survey
                .since
                .insert(*who, since.map_or(day, |since| since.min(day)));
        }
        Ok(())
    }

    /// What a record brings once it is known who is who: relationships that are made, then itself.
    fn brings(&self, mut told: Told, survey: &mut Survey) -> Vec<Result<(RecordId, Record)>> {
        let known = |named: &Named| Ok(survey.people.get(&key(named)).copied());
        let Ok(whos) = whos(&told, known) else {
            return Vec::new();
        };
        fill(&mut told.record, &whos);
        if survey.keep.contains(&told.id) {
            return Vec::new();
        }
        let mut out = Vec::new();
        for (named, who) in &whos {
            if let Some(since) = survey.since.remove(who) {
                out.push(Ok((*who, relationship(named, since))));
            }
        }
        let record = match survey.there.get(&told.id) {
            Some(there) => self.over(there, &told.record),
            None => told.record,
        };
        out.push(Ok((told.id, record)));
        out
    }
}

impl Incoming for Own {
    fn survey(&self, held: &Held<'_>, watch: &mut Watch<'_>) -> Result<Survey> {
        let mut rows = self.rows()?;
        let mut survey = Survey {
            report: Report {
                table: self.says(),
                notes: self.sheet.notes.clone(),
                ..Report::default()
            },
            ..Survey::default()
        };
        let mut done = 0;
        while let Some(item) = rows.next() {
            if done % 256 == 0 && !(watch.tick)(rows.read) {
                return Err(Error::refused("stopped; nothing was kept"));
            }
            done += 1;
            match item.and_then(|told| self.meet(told, held, &mut survey)) {
                Ok(()) => {}
                Err(fault) if fault.fatal => return Err(self.unreadable(&fault)),
                Err(fault) => {
                    survey.report.refuse(&fault);
                    (watch.refused)(&fault, &rows.as_it_came())?;
                }
            }
        }
        survey.report.rows = rows.read;
        if rows.read == 0 {
            let says = "there is no row below the names of the columns";
            survey.report.notes.push(says.to_owned());
        }
        survey.note_differing(self.update);
        Ok(survey)
    }

    fn feed(&self, mut survey: Survey) -> Result<Records<'_>> {
        let rows = self.rows()?;
        Ok(Box::new(rows.flat_map(move |item| match item {
            Ok(told) => self.brings(told, &mut survey),
            Err(fault) if fault.fatal => vec![Err(self.unreadable(&fault))],
            Err(_) => Vec::new(),
        })))
    }
}

/// Whom a record is with, each as `find` answers; those who are not named are left out.
fn whos(
    told: &Told,
    mut find: impl FnMut(&Named) -> std::result::Result<Option<RecordId>, RowFault>,
) -> std::result::Result<Vec<(Named, RecordId)>, RowFault> {
    let mut whos = Vec::new();
    for named in &told.whos {
        if let Some(who) = find(named)? {
            whos.push((named.clone(), who));
        }
    }
    Ok(whos)
}

/// Who is meant: the one with this identity, the one with this name, or nobody yet.
fn found(
    named: &Named,
    line: u64,
    held: &Held<'_>,
    survey: &mut Survey,
) -> std::result::Result<Option<RecordId>, RowFault> {
    if named.id == RecordId::default() && named.name.trim().is_empty() {
        return Ok(None);
    }
    let key = key(named);
    if let Some(who) = survey.people.get(&key) {
        return Ok(Some(*who));
    }
    let fault = |says: &str| Err(RowFault::new(line, named.field.name, says));
    let who = match (held.record)(key) {
        Some(Record::Relationship(_)) => key,
        Some(_) => return fault("is the id of something else than a relationship"),
        None if named.name.trim().is_empty() => {
            return fault("has an id that the journal does not know, and no name beside it");
        }
        None => held.relationship(&named.name, key).unwrap_or(key),
    };
    survey.people.insert(key, who);
    Ok(Some(who))
}

/// What somebody is known by in the table: their identity, else what follows from their name.
fn key(named: &Named) -> RecordId {
    if named.id == RecordId::default() {
        identity(["relationship", fold(&named.name).as_str()])
    } else {
        named.id
    }
}

fn fill(record: &mut Record, whos: &[(Named, RecordId)]) {
    for (named, who) in whos {
        // an identity fits every field that names a relationship
        let _ = (named.field.set)(record, &who.to_value());
    }
}

/// A relationship that has to be made.
fn relationship(named: &Named, since: chrono::NaiveDate) -> Record {
    let (party, role) = match named.field.name {
        "process" => (Party::Institution, Role::Institution),
        _ => (Party::default(), Role::default()),
    };
    Record::Relationship(Relationship {
        name: named.name.clone(),
        party,
        role,
        since,
        ..Relationship::default()
    })
}
