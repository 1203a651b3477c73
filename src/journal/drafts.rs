//! Drafts: kept while somebody types, offered again, dropped with what they became.

use super::{Change, Journal, Told};
use crate::domain::draft::{Draft, Spot};
use crate::domain::unfinished::Unfinished;
use crate::domain::{Kind, Record, RecordId, text};
use crate::error::{Error, Result};
use crate::store::{DraftRow, Haste};
use crate::wire::draft as form;

/// A draft that lies in the journal, and how it lay there when it was last seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// What was typed.
    pub draft: Draft,
    row: DraftRow,
}

impl Kept {
    /// Its place in the journal.
    pub fn place(&self) -> &str {
        &self.row.place
    }

    /// When the last letter of it was kept, in milliseconds since 1970 UTC.
    pub fn millis(&self) -> i64 {
        self.row.at
    }
}

impl Journal {
    /// Where the journal's file lies; `None` in memory.
    pub fn file(&self) -> Option<&std::path::Path> {
        self.store.path()
    }

    /// Why nothing can be written, when nothing can.
    pub fn read_only(&self) -> Option<&str> {
        self.store.read_only()
    }

    /// Every draft as lists tell it, the newest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn drafts(&self) -> Result<Vec<Unfinished>> {
        let rows = self.store.drafts()?;
        rows.into_iter().map(|row| self.unfinished(row)).collect()
    }

    /// The draft at a place; `None`: there is none, or none that this program can read.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn draft(&self, place: &str) -> Result<Option<Kept>> {
        Ok(self.store.draft(place)?.and_then(kept))
    }

    /// The newest draft at a spot.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn draft_at(&self, spot: &Spot) -> Result<Option<Kept>> {
        Ok(self.store.newest_draft(&spot.to_string())?.and_then(kept))
    }

    /// Keeps what is typed, in the place of what is known to lie there; nothing is written when that is the same.
    ///
    /// # Errors
    /// `Conflict` when another process writes now, `File` when nothing can be written.
    pub fn keep_draft(&self, draft: Draft, known: Option<&Kept>, haste: Haste) -> Result<Kept> {
        let body = form::encode(&draft);
        if let Some(known) = known.filter(|known| known.row.body == body) {
            return Ok(known.clone());
        }
        let mut row = DraftRow {
            place: draft.spot.to_string(),
            at: self.clock.millis(),
            body,
        };
        row.place = self
            .store
            .keep_draft(&row, known.map(|known| &known.row), haste)?;
        Ok(Kept { draft, row })
    }

    /// Drops a draft, unless another window typed on at its place.
    ///
    /// # Errors
    /// As [`Journal::keep_draft`].
    pub fn drop_draft(&self, known: &Kept, haste: Haste) -> Result<()> {
        self.store.drop_draft(&known.row, haste).map(|_| ())
    }

    /// As [`Journal::tell`], of what was typed: its draft goes in the same transaction.
    ///
    /// # Errors
    /// As [`Journal::tell`]; the draft stays then.
    pub fn tell_typed(&mut self, change: Change, typed: Option<&Kept>) -> Result<Told> {
        self.tell_with(change, |store| match typed {
            Some(kept) => store.take_draft(&kept.row).map(|_| ()),
            None => Ok(()),
        })
    }

    /// A draft by its place, or by its number in [`Journal::drafts`], from 1.
    ///
    /// # Errors
    /// `NotFound` when there is none.
    pub fn find_draft(&self, which: &str) -> Result<Unfinished> {
        let all = self.drafts()?;
        let nth = which.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let found = match nth {
            Some(n) => all.into_iter().nth(n),
            None => all.into_iter().find(|one| one.place == which),
        };
        found.ok_or_else(|| {
            Error::not_found(format!(
                "there is no draft \u{201c}{}\u{201d}",
                text::line(which)
            ))
            .hint("trustline drafts lists them, each with its number")
        })
    }

    fn unfinished(&self, row: DraftRow) -> Result<Unfinished> {
        let at = self.clock.local(row.at);
        let place = row.place.clone();
        let (says, fields) = match kept(row) {
            Some(kept) => {
                let typed = kept.draft.texts.iter();
                let fields = typed.filter(|(_, text)| !text.trim().is_empty()).count();
                (self.called(&kept.draft)?, fields)
            }
            None => ("something that a newer trustline wrote".to_owned(), 0),
        };
        Ok(Unfinished {
            place,
            says: text::line(&says).into_owned(),
            at,
            fields,
        })
    }

    /// What a draft is called: the kind, for whom, of what; never a word of what was typed in it.
    fn called(&self, draft: &Draft) -> Result<String> {
        let about = draft.spot.about();
        let of = match about {
            Some(id) => self
                .store
                .newest(id)?
                .and_then(|newest| newest.record().ok()?),
            None => None,
        };
        if draft.sealed || of.as_ref().is_some_and(|record| record.noun().is_sealed()) {
            return Ok("a confidence".to_owned());
        }
        let name = self.name_of(draft, of.as_ref())?;
        let with = |link: &str| {
            name.as_ref()
                .map_or(String::new(), |n| format!(" {link} {n}"))
        };
        let title = of.as_ref().map_or("what was deleted".to_owned(), title);
        Ok(match &draft.spot {
            Spot::New(kind, _) | Spot::Begun(kind, _) if *kind == Kind::Relationship => {
                "new relationship".to_owned()
            }
            Spot::New(kind, _) | Spot::Begun(kind, _) => format!("new {kind}{}", with("for")),
            Spot::Edit(_) => format!("edit of {title}"),
            Spot::Quick(_) => format!("a promise in one line{}", with("for")),
            Spot::CheckIn(..) => format!("a line of the check-in{}", with("with")),
            Spot::Held(_) => format!("a note to the one-on-one{}", with("with")),
            Spot::Repair(..) => format!("an answer in the repair{}", with("with")),
            Spot::Steps(_) => format!("steps of the repair{}", with("with")),
            Spot::Settle(..) => format!("how to settle {title}"),
        })
    }

    /// The name of whom a draft is about.
    fn name_of(&self, draft: &Draft, of: Option<&Record>) -> Result<Option<String>> {
        if let Some(Record::Relationship(one)) = of {
            return Ok(Some(one.name.clone()));
        }
        let whose = |record: &Record| record.noun().whos().first().copied();
        let base = || draft.base.as_deref().and_then(whose);
        let who: Option<RecordId> = draft.who.or_else(|| of.and_then(whose)).or_else(base);
        who.map_or(Ok(None), |who| self.store.name(who))
    }
}

fn kept(row: DraftRow) -> Option<Kept> {
    let draft = form::decode(&row.body).ok()?;
    Some(Kept { draft, row })
}

/// A record by its kind and its title, without what a seal would cover.
fn title(record: &Record) -> String {
    let title = record.clone().blanked().noun().title();
    format!("the {} \u{201c}{title}\u{201d}", record.kind())
}
