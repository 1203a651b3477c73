//! Above the form of a disclosure: why it may be more than there is room for, asked gently while it is typed.

use crate::domain::disclosure::Disclosure;
use crate::domain::ladder::{Sign, gently};
use crate::domain::{Record, RecordId};
use crate::journal::Question;
use crate::tui::paint;

/// A disclosure as far as it is typed, and what speaks for asking.
#[derive(Default)]
pub struct Sharing {
    draft: Option<Box<Disclosure>>,
    /// Why it may be more than there is room for.
    pub signs: Vec<Sign>,
}

impl Sharing {
    /// Takes the record as far as it is typed.
    pub fn look(&mut self, draft: Option<Record>) {
        self.draft = match draft {
            Some(Record::Disclosure(one)) => Some(Box::new(one)),
            _ => None,
        };
    }

    /// What is asked of the journal.
    pub fn question(&self, id: Option<RecordId>) -> Option<Question> {
        let draft = self.draft.clone()?;
        Some(Question::Signs { draft, id })
    }

    /// The reason and the question, broken into lines; `None`: nothing speaks for asking.
    pub fn lines(&self, width: usize) -> Option<Vec<String>> {
        let (first, one) = (self.signs.first()?, self.draft.as_ref()?);
        let mut lines = paint::wrap(first.says(), width);
        lines.extend(paint::wrap(gently(one.side), width));
        Some(lines)
    }
}
