//! The mask over what is shown and what leaves: made of every name that the journal ever knew.

use super::Journal;
use crate::domain::fields::Names;
use crate::domain::mask::Mask;
use crate::domain::{Kind, RecordId};
use crate::error::Result;

/// A mask, and up to where in the journal's list of revisions it knows the names.
#[derive(Debug, Clone)]
pub struct Masked {
    /// The mask.
    pub mask: std::rc::Rc<Mask>,
    until: i64,
}

impl Journal {
    /// The mask as of now; `before` is kept where nobody was added or renamed since.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn mask(&self, before: Option<Masked>) -> Result<Masked> {
        let since = before.as_ref().map_or(0, |one| one.until);
        let (until, changed) = self.store.names_since(since)?;
        match before {
            Some(one) if !changed => Ok(Masked { until, ..one }),
            _ => Ok(Masked {
                mask: Mask::of(&self.store.every_name()?).into(),
                until,
            }),
        }
    }
}

/// Who is who, each by their initials where they are named.
pub(super) struct MaskedNames<'a> {
    /// Who is who.
    pub names: &'a dyn Names,
    /// The mask.
    pub mask: &'a Mask,
}

impl Names for MaskedNames<'_> {
    fn find(&self, words: &str) -> std::result::Result<RecordId, String> {
        self.names.find(words)
    }

    fn fits_several(&self, words: &str) -> bool {
        self.names.fits_several(words)
    }

    fn name(&self, id: RecordId) -> Option<String> {
        let name = self.names.name(id)?;
        Some(self.mask.hide(&name).into_owned())
    }

    fn record(&self, kind: Kind, words: &str) -> std::result::Result<RecordId, String> {
        self.names.record(kind, words)
    }
}
