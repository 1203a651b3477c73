//! The mask of the screen: put on, taken off, and made anew when somebody is added or renamed.

use super::{App, Sort};
use crate::tui::command::told;
use crate::tui::mask::{self, Worn};

impl App {
    /// Whether it is on.
    pub fn is_masked(&self) -> bool {
        self.mask.is_some()
    }

    /// Puts the mask on where it was on; what the settings put on stays on.
    pub fn mask_as(&mut self, was: bool) {
        if was && self.mask.is_none() {
            self.turn_mask();
            self.refresh();
        }
    }

    /// Puts the mask on, or takes it off.
    pub(super) fn turn_mask(&mut self) {
        let says = match self.mask.take() {
            Some(_) => "the names are shown again".to_owned(),
            None => match self.journal.mask(None) {
                Ok(mask) => {
                    self.mask = Some(mask);
                    told!(
                        "initials are shown in place of names; {g} shows the names again",
                        g = Global.Mask
                    )
                }
                Err(error) => return self.fails(&error),
            },
        };
        // pages lay their lines out anew
        self.stack.iter_mut().for_each(|open| open.asked = None);
        self.says(Sort::Said, says);
    }

    /// Learns the names that came since.
    pub(super) fn renew_mask(&mut self) {
        let Some(before) = self.mask.take() else {
            return;
        };
        match self.journal.mask(Some(before.clone())) {
            Ok(mask) => self.mask = Some(mask),
            Err(error) => {
                // the names that were known stay hidden
                self.mask = Some(before);
                self.fails(&error);
            }
        }
    }

    /// The mask, worn as long as the answer is kept; and the keys of this screen, in force.
    pub(super) fn worn(&self) -> Worn {
        self.keymap.put();
        mask::wear(self.mask.as_ref().map(|worn| worn.mask.clone()))
    }
}
