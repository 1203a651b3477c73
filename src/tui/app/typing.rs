//! What the app knows of something that is being typed: where, what lies in the journal of it, how it stood.

use std::path::PathBuf;
use std::time::Instant;

use crate::domain::draft::{Draft, Spot};
use crate::journal::Kept;
use crate::tui::page::Place;

/// Where something is being typed on a page.
pub(super) struct Typing {
    pub(super) spot: Spot,
    /// What lies in the journal of it.
    pub(super) known: Option<Kept>,
    /// Whether something may have been typed since.
    pub(super) stale: bool,
    /// How it stood before the event that is being followed, which may take it away.
    pub(super) stood: Stood,
}

/// How what was typed stood when somebody looked.
#[derive(Debug, Clone, Default)]
pub(super) enum Stood {
    /// Nobody looked.
    #[default]
    Unknown,
    /// Nothing would be lost.
    Empty,
    /// This.
    As(Box<Draft>),
}

impl From<Option<Draft>> for Stood {
    fn from(draft: Option<Draft>) -> Self {
        draft.map_or(Self::Empty, |draft| Self::As(Box::new(draft)))
    }
}

impl Typing {
    /// Notes how it stands, unless that was noted.
    pub(super) fn note(&mut self, stands: impl FnOnce() -> Option<Draft>) {
        if matches!(self.stood, Stood::Unknown) {
            self.stood = stands().into();
        }
    }

    /// How it stood, else what lies in the journal of it.
    pub(super) fn stands(&self) -> Option<Draft> {
        match &self.stood {
            Stood::As(draft) => Some((**draft).clone()),
            Stood::Empty => None,
            Stood::Unknown => self.known.as_ref().map(|kept| kept.draft.clone()),
        }
    }
}

/// Where a text belongs that an editor has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The journal's file.
    pub journal: PathBuf,
    /// The place of its draft, or the spot where it is typed.
    pub place: String,
    /// The field of the draft.
    pub field: String,
}

/// All that is typed and not saved yet.
#[derive(Default)]
pub(super) struct Drafts {
    /// When the next ones are to be kept.
    pub(super) due: Option<Instant>,
    /// What could not be kept yet of pages that are closed: another process was writing, or the disk refuses.
    pub(super) left: Vec<Typing>,
    /// Counts drafts that came and went, as lists show them.
    pub(super) moved: i64,
    /// Whether an event came that may have typed something.
    pub(super) touched: bool,
    /// Whether it was said that drafts cannot be kept.
    pub(super) told: bool,
    /// Whether it was said that leaving loses what was typed.
    pub(super) warned: bool,
}

/// Where a draft was typed.
pub(super) fn home_of(draft: &Draft) -> Place {
    match &draft.spot {
        Spot::New(kind, who) => Place::New(*kind, *who),
        Spot::Begun(kind, _) => match &draft.base {
            Some(record) => Place::Draft(record.clone()),
            None => Place::New(*kind, None),
        },
        Spot::Edit(id) => Place::Edit(*id),
        Spot::Quick(who) => Place::Quick(*who),
        Spot::CheckIn(who, _) => Place::CheckIn(Some(*who)),
        Spot::Held(who) => Place::Prep(*who),
        Spot::Repair(id, _) => Place::Repair(*id),
        Spot::Steps(id) => Place::Steps(*id),
        Spot::Settle(id, _) => Place::Settle(*id),
    }
}
