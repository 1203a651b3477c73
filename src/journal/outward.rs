//! What leaves the journal in foreign formats: records one by one, in constant memory, never what is sealed.

use std::io::Write;

use chrono::{Duration, NaiveDate};

use super::Journal;
use super::masked::MaskedNames;
use crate::domain::fields::Names;
use crate::domain::filter::{Ask, Filter};
use crate::domain::guardrail::ONE_SIDE;
use crate::domain::mask::Mask;
use crate::domain::view::{From, Window};
use crate::domain::{Kind, Record, RecordId, Side};
use crate::error::{Error, Result};
use crate::transfer::ics;
use crate::transfer::outgoing::csv::{self, Csv, FigureRow};
use crate::transfer::outgoing::{Form, Outgoing, What, Written};
use crate::transfer::taskwarrior::Tasks;

/// How many records are held at once.
const WINDOW: usize = 256;

/// The most days of a table of figures: ten years of weeks.
const MOST_DAYS: i64 = 520;

/// What is to leave, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// What.
    pub what: What,
    /// In which format.
    pub form: Form,
    /// Only what fits; for figures it is not asked.
    pub filter: Filter,
    /// For figures: of whom.
    pub who: Option<RecordId>,
    /// For figures: the first and the last day; half a year up to today unless given.
    pub span: (Option<NaiveDate>, Option<NaiveDate>),
    /// For figures: their side, too, where it is folded because I hold the power.
    pub open: bool,
    /// A table with the mark by which Excel knows that it is UTF-8.
    pub marked: bool,
    /// With initials in place of every name that the journal knows.
    pub masked: bool,
}

impl Journal {
    /// Hands out every record of some kinds that fits, the oldest first, each as it stands; what is sealed never, and no
    /// promise to keep it: what was written into that may tell what it keeps. Answers how many such promises stayed.
    /// Memory stays the same for any journal, and no change of another process comes between.
    ///
    /// # Errors
    /// What `take` says, or when the journal cannot be read.
    pub fn each(
        &self,
        kinds: &[Kind],
        filter: &Filter,
        take: &mut dyn FnMut(RecordId, &Record) -> Result<()>,
    ) -> Result<usize> {
        let filter = filter.clone().and(Ask::Kind(kinds.to_vec()));
        self.store.read(|| {
            let mut stayed = 0;
            let mut from = From::Bottom;
            loop {
                let window = Window { from, rows: WINDOW };
                let slice = self.store.entries(&filter, window, self.day())?;
                for row in slice.lines.iter().rev() {
                    if keeps_confidence(&row.stored.record) {
                        stayed += 1;
                        continue;
                    }
                    take(row.stored.id, &row.stored.record.clone().veiled())?;
                }
                match slice.lines.first() {
                    Some(first) if slice.above => from = From::Before(first.key),
                    _ => return Ok(stayed),
                }
            }
        })
    }

    /// How many records an export would write; `None` where that is not known before it is written.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn how_many(&self, what: What) -> Result<Option<u64>> {
        Ok(match what.kind() {
            Some(kind) => {
                let stay = match kind {
                    Kind::Commitment => self.kept_confidences()?,
                    _ => 0,
                };
                Some(self.store.many_of(kind)?.saturating_sub(stay))
            }
            None if what == What::Revisions => {
                let hidden = self.store.hidden()?;
                Some(self.store.revisions()? - self.store.revisions_of(&hidden)?)
            }
            None => None,
        })
    }

    /// How many promises there are to keep what is sealed.
    fn kept_confidences(&self) -> Result<u64> {
        let sealed = self.store.sealed(None, usize::MAX)?.into_iter();
        let kept = sealed.map(|row| Ok(self.store.belonging(row.stored.id)?.len() as u64));
        kept.sum()
    }

    /// Writes what leaves.
    ///
    /// # Errors
    /// `Usage` when the format cannot hold it; when the journal cannot be read or the output not written.
    pub fn write_out(&self, export: &Export, out: &mut dyn Write) -> Result<Written> {
        let mask = export.masked.then(|| self.mask(None)).transpose()?;
        let mask = mask.as_ref().map(|worn| &*worn.mask);
        let bare = &Mask::default();
        let names = &MaskedNames {
            names: self,
            mask: mask.unwrap_or(bare),
        };
        let by = (&export.filter, mask);
        match (export.what, export.form) {
            (What::Revisions, Form::Jsonl) if export.masked => Err(not_masked()),
            (What::Revisions, Form::Jsonl) => Ok(Written {
                records: self.export(out)?,
                ..Written::default()
            }),
            (What::Commitments, Form::Csv) => {
                let table = Csv::commitments(out, names, self.day()).marked(export.marked);
                self.hand_to(table, by)
            }
            (What::CheckIns, Form::Csv) => {
                let table = Csv::checkins(out, names, self.day()).marked(export.marked);
                self.hand_to(table, by)
            }
            (What::Commitments, Form::Ics) => {
                let only = Ask::Kind(vec![Kind::Commitment]);
                let calendar = ics::Writer::new(out, names, self.clock.now());
                self.hand_to(calendar, (&export.filter.clone().and(only), mask))
            }
            (What::Commitments, Form::Taskwarrior) => {
                let name = |id| names.name(id);
                let tasks = Tasks::new(out, &name, self.clock.zone());
                self.hand_to(tasks, by)
            }
            (What::Calendar, Form::Ics) => {
                let calendar = ics::Writer::new(out, names, self.clock.now());
                self.hand_to(calendar, by)
            }
            (What::Figures, Form::Csv) => self.figures_out(export, names, out),
            (what, form) => Err(what.cannot(form)),
        }
    }

    /// What is said beside everything that leaves: what the format could not hold, what it does not hold by its
    /// nature, how much is sealed and stayed here, and that it is written from one side.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn says_of(&self, what: What, written: &Written) -> Result<Vec<String>> {
        let mut says: Vec<_> = written.says_lost().into_iter().collect();
        says.extend(what.leaves_out().map(str::to_owned));
        // parts of it say that they are parts
        match self.left_out()? {
            many if many == 0 || what != What::Revisions => {}
            1 => says.push(
                "1 record told in confidence was left out; the journal's own file holds it.".to_owned(),
            ),
            many => says.push(format!(
                "{many} records told in confidence were left out; the journal's own file holds them."
            )),
        }
        says.push(ONE_SIDE.to_owned());
        Ok(says)
    }

    fn hand_to(
        &self,
        mut writer: impl Outgoing,
        (filter, mask): (&Filter, Option<&Mask>),
    ) -> Result<Written> {
        let stayed = self.each(writer.kinds(), filter, &mut |id, record| match mask {
            Some(mask) => writer.take(id, &mask.record(record)),
            None => writer.take(id, record),
        })?;
        let mut written = writer.end()?;
        written.lose("promises to keep what was told in confidence", stayed);
        Ok(written)
    }

    /// The figures of one relationship, week by week, each as it could be known then: my side first, theirs only
    /// where it is not folded.
    fn figures_out(
        &self,
        export: &Export,
        names: &MaskedNames<'_>,
        out: &mut dyn Write,
    ) -> Result<Written> {
        let who = export.who.ok_or_else(|| {
            Error::usage("figures are written of one relationship only, beside nobody else's")
                .hint("say whose: --who NAME")
        })?;
        let card = self.card(who)?;
        let ends = export.span.1.unwrap_or(self.day()).min(self.day());
        let begins = export.span.0.unwrap_or(ends - Duration::weeks(26));
        let folded = card.folded && !export.open;
        let (mut mine, mut theirs) = (Vec::new(), Vec::new());
        for day in weeks(begins, ends) {
            let then = self.known_then(who, day)?;
            for (side, figures, rows) in [
                (Side::Mine, then.mine, &mut mine),
                (Side::Theirs, then.theirs, &mut theirs),
            ] {
                for figure in [figures.kept, figures.follow] {
                    rows.push(FigureRow { side, day, figure });
                }
            }
        }
        if folded {
            theirs.clear();
        }
        mine.append(&mut theirs);
        let name = names.mask.hide(&card.relationship.name);
        let mut written = csv::figures(out, &name, &mine, export.marked)?;
        written.lose(
            "their side, folded because you set their deadlines; --open writes it",
            usize::from(folded),
        );
        Ok(written)
    }
}

fn not_masked() -> Error {
    Error::refused("an export of everything holds the names: with initials in their place it would not be without loss")
        .hint("leave the mask out, or export commitments, check-ins, a calendar or figures, which can be masked")
}

/// Whether a record is a promise to keep what was told in confidence.
fn keeps_confidence(record: &Record) -> bool {
    matches!(record, Record::Commitment(one) if one.confidence.is_some())
}

/// The days a week apart from the first to the last, which is always among them.
fn weeks(begins: NaiveDate, ends: NaiveDate) -> Vec<NaiveDate> {
    let many = ((ends - begins).num_days() / 7).clamp(0, MOST_DAYS);
    (0..=many)
        .rev()
        .map(|n| ends - Duration::weeks(n))
        .collect()
}
