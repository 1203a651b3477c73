//! The mask over the screen: while it is worn, every text that is painted has initials in place of names.
//!
//! It lies where a text is made ready to be shown ([`super::paint::clean`]) and nowhere else. So a page holds the words as
//! they are kept, and what it tells the journal is never masked; what is being typed is painted as it is typed.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::brief::Brief;
use crate::domain::mask::Mask;

thread_local! {
    /// The one that is worn on this thread; only the screen's own paints.
    static WORN: RefCell<Option<Rc<Mask>>> = const { RefCell::new(None) };
}

/// Puts back what was worn before when it is dropped.
pub struct Worn(Option<Rc<Mask>>);

impl Drop for Worn {
    fn drop(&mut self) {
        WORN.replace(self.0.take());
    }
}

/// Wears a mask, or none, as long as the answer is kept.
#[must_use]
pub fn wear(mask: Option<Rc<Mask>>) -> Worn {
    Worn(WORN.replace(mask))
}

/// Whether one is worn.
pub fn is_worn() -> bool {
    WORN.with_borrow(Option::is_some)
}

/// A text as it may be shown.
pub fn hide(text: &str) -> Cow<'_, str> {
    WORN.with_borrow(|worn| {
        worn.as_ref()
            .map_or(Cow::Borrowed(text), |mask| mask.hide(text))
    })
}

/// Whether a name stands in pieces of one text, perhaps over the seam of two of them: then the text masked as a whole.
pub fn hide_seams(pieces: &[(String, bool)]) -> Option<String> {
    if !is_worn() {
        return None;
    }
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let hidden = hide(&whole);
    (hidden != whole).then(|| hidden.into_owned())
}

/// A brief as it may be written to a file, copied or paged.
pub fn brief(brief: Brief) -> Brief {
    let worn = WORN.with_borrow(Clone::clone);
    match worn {
        Some(mask) => mask.brief(brief),
        None => brief,
    }
}
