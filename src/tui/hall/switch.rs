//! From one profile to another: what is typed is kept, the journal is closed, and the other is seen as if begun anew, where
//! one was in it last. Nothing of the one is left in the other but that it was there.

use std::collections::HashMap;

use super::lock::Left;
use super::{Door, Hall, Start};
use crate::config::profile::Name;
use crate::tui::app::App;
use crate::tui::gate::Gate;
use crate::tui::pages::backups::backup_of_the_day;

/// What is known of other profiles.
#[derive(Default)]
pub(super) struct Others {
    /// What was open in each, in identities only.
    left: HashMap<Name, Left>,
    /// The one that was left for the gate which is seen.
    from: Option<Name>,
    /// Whether the backup of the day is made there, too.
    pub(super) backed_up: bool,
}

impl Hall {
    /// Goes over to another profile. Where what is typed cannot be kept, work is under way or the other journal cannot be
    /// opened, everything stays as it is, and that is said.
    pub fn switch(&mut self, name: &Name) {
        let Some(door) = self.door.of_profile(name) else {
            return self.stays(
                "this journal was named by its file; start without --journal to choose a profile",
            );
        };
        if let Some(work) = self.app.as_ref().and_then(App::work) {
            return self.stays(&format!("{work} The other profile opens when that is done"));
        }
        let places = self.app.as_mut().map(App::keep_places);
        if self.app.as_ref().is_some_and(|app| !app.has_kept()) {
            return self
                .stays("what was being typed could not be saved; the profile stays as it is");
        }
        // the other one first: where it cannot be opened, this one is still there
        let start = match door.start() {
            Ok(start) => start,
            Err(error) => return self.stays(error.says()),
        };
        let from = self.door.profile().cloned();
        let masked = self.app.as_ref().is_some_and(App::is_masked);
        if let (Some(from), Some(places)) = (&from, places) {
            let left = Left { places, masked };
            self.others.left.insert(from.clone(), left);
        }
        self.app = None;
        self.others.from = from;
        self.left = self.others.left.remove(name).unwrap_or_default();
        // whoever hides the names of one profile does not mean to show those of the other
        self.left.masked |= masked;
        (self.privacy, self.outfit) = (door.privacy(), door.outfit());
        self.door = door;
        (self.cover, self.waits, self.hidden) = (None, None, 0);
        (self.wiped, self.used) = (true, true);
        self.work = self.others.backed_up.then(backup_of_the_day);
        self.begin(start);
    }

    /// Holds to the settings as they are now.
    pub(super) fn follow_settings(&mut self) -> bool {
        (self.privacy, self.outfit) = (self.door.privacy(), self.door.outfit());
        if let Some(app) = &mut self.app {
            app.wears(self.outfit.clone());
        }
        true
    }

    /// The door of the journal that is seen, or stood before.
    pub fn door(&self) -> &Door {
        &self.door
    }

    /// What the app wants after something that the terminal did for it.
    pub fn follow_out(&mut self) {
        self.hear_app();
    }

    /// Stands before the journal, or in it.
    pub(super) fn begin(&mut self, start: Start) {
        self.locked = matches!(start, Start::Locked);
        self.gate = match start {
            Start::Open(journal) => {
                self.enter(*journal);
                None
            }
            Start::Locked => Some(Gate::locked(self.door.path(), self.outfit.keymap.clone())),
            Start::New => Some(Gate::fresh(self.door.path(), self.outfit.keymap.clone())),
        };
    }

    /// Away from a gate that was come to from another profile: back to that one. Whether there was one.
    pub(super) fn turns_back(&mut self) -> bool {
        let Some(name) = self.others.from.take().filter(|_| self.app.is_none()) else {
            return false;
        };
        if let Some(gate) = &mut self.gate {
            gate.forget();
        }
        self.switch(&name);
        self.others.from = None;
        true
    }

    fn stays(&mut self, says: &str) {
        match (&mut self.app, &mut self.gate) {
            (Some(app), _) => app.tells(says),
            (None, Some(gate)) => gate.says(Some(format!("{says}."))),
            (None, None) => {}
        }
    }
}
