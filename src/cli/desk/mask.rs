//! The mask over what a command says: initials in place of names, in lines and in JSON, and marks that can be shown. What is
//! kept is never masked.

use std::borrow::Cow;
use std::rc::Rc;

use super::Desk;
use crate::config::settings::look::Glyphs;
use crate::domain::brief::Brief;
use crate::domain::mask::Mask;
use crate::domain::view::{Card, Timeline};
use crate::error::Result;
use crate::journal::{Customs, Journal};
use crate::tui::theme::{self, Seen};
use crate::wire::json::{self, Json};

/// Whether a mask was asked for, and the one that is worn since the journal is open.
#[derive(Default)]
pub(super) struct Cover {
    /// By a flag.
    pub asked: bool,
    worn: Option<Rc<Mask>>,
}

impl Desk<'_> {
    /// Takes the flag that every command has.
    pub fn wants_mask(&mut self, asked: bool) {
        self.cover.asked = asked;
    }

    /// Whether a mask was asked for by a flag, worn or not yet.
    pub fn wants_mask_now(&self) -> bool {
        self.cover.asked
    }

    /// Whether initials are said in place of names.
    pub fn is_masked(&self) -> bool {
        self.cover.worn.is_some()
    }

    /// Says everything as it is from now on: whoever must name somebody has to see the name.
    pub fn unmask(&mut self) {
        self.cover = Cover::default();
    }

    /// Puts the mask on, where one is wanted.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(super) fn mask_by(&mut self, journal: &Journal) -> Result<()> {
        if journal.customs().masks() {
            self.cover.worn = Some(journal.mask(None)?.mask);
        }
        Ok(())
    }

    /// A text as it may be said, in marks that can be shown.
    pub fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let worn = self.cover.worn.as_ref();
        match worn.map_or(Cow::Borrowed(text), |mask| mask.hide(text)) {
            Cow::Borrowed(text) => self.glyphs.spell(text),
            Cow::Owned(hidden) => Cow::Owned(self.glyphs.spell(&hidden).into_owned()),
        }
    }

    /// Takes the marks that the terminal can show. What goes elsewhere is not shown by it: it keeps its own, unless the
    /// settings ask for ASCII.
    pub fn takes_glyphs(&mut self, seen: Seen<'_>) {
        let customs = Customs::of(self.chosen.folder.clone());
        let set = customs.settings().look.glyphs;
        // what is said plainly has no marks: each becomes a word
        if self.is_plain() {
            return;
        }
        if self.streams.terminals.out || set != Glyphs::Auto {
            self.glyphs = theme::glyphs(set, seen).0;
        }
    }

    /// The cells of a row as they may be said.
    pub fn shown_cells(&self, cells: Vec<String>) -> Vec<String> {
        let shown = |cell: String| self.shown(&cell).into_owned();
        cells.into_iter().map(shown).collect()
    }

    /// A brief as it may leave.
    pub fn shown_brief(&self, brief: Brief) -> Brief {
        match &self.cover.worn {
            Some(mask) => mask.brief(brief),
            None => brief,
        }
    }

    /// A timeline as it may be drawn.
    pub fn shown_timeline(&self, timeline: &mut Timeline, card: &mut Card) {
        if let Some(mask) = &self.cover.worn {
            mask.timeline(timeline, card);
        }
    }

    /// A value as it may be written.
    pub fn shown_json(&self, value: &Json) -> Json {
        match &self.cover.worn {
            Some(mask) => json::mapped(value, &|text| mask.hide(text).into_owned()),
            None => value.clone(),
        }
    }

    /// Says a value as JSON.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn say_json(&mut self, value: &Json) -> Result<()> {
        let shown = self.shown_json(value);
        self.put(&(json::written(&shown, true) + "\n"))
    }
}
