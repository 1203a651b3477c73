//! Locking: at once, after a rest, and as soon as the work that is under way is done.

use std::time::Duration;

use crossterm::event::{Event, MouseEventKind};

use super::{Cover, Hall};
use crate::tui::app::App;
use crate::tui::gate::Gate;
use crate::tui::page::Place;

/// How long until what could not be locked is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// What was open when it locked, in identities only: nothing of the journal's words waits behind the gate.
#[derive(Default)]
pub(super) struct Left {
    pub(super) places: Vec<Place>,
    /// Whether the names were hidden.
    pub(super) masked: bool,
}

impl Hall {
    /// Nobody touched a key for so long. Answers whether the screen may have changed.
    pub fn rests(&mut self, quiet: Duration) -> bool {
        if self.idle().is_none_or(|after| quiet < after) {
            return false;
        }
        match &mut self.gate {
            Some(gate) => gate.forget(),
            None if self.app.as_ref().is_some_and(App::is_held) => false,
            None => self.lock(),
        }
    }

    /// How long it may rest on before it locks; `None`: for ever.
    pub fn until_lock(&self, quiet: Duration) -> Option<Duration> {
        let rests = self.gate.is_none()
            && !matches!(self.cover, Some(Cover::Hidden(_)))
            && !self.app.as_ref().is_some_and(App::is_held);
        let left = |after: Duration| match after.saturating_sub(quiet) {
            Duration::ZERO => AGAIN,
            left => left,
        };
        self.idle().filter(|_| rests).map(left)
    }

    /// Locks, or hides what cannot be locked; whether the screen changed.
    pub(super) fn lock(&mut self) -> bool {
        if self.gate.is_some() || matches!(self.cover, Some(Cover::Hidden(_))) {
            return false;
        }
        if self.locked {
            // the sample has nothing to lock; what lies behind it has
            self.leave_sample();
        }
        // a header that is gone would open the journal to nobody any more: its key is not let go of then
        if !self.locked || !self.door.is_locked().unwrap_or(false) {
            let unseen = matches!(self.cover, Some(Cover::Work(_)));
            if !unseen {
                self.hidden += 1;
                self.cover = Some(Cover::Hidden(self.hidden == 1));
            }
            self.wiped |= !unseen;
            return !unseen;
        }
        self.gate = Some(Gate::locked(self.door.path(), self.outfit.keymap.clone()));
        self.wiped = true;
        self.let_go();
        true
    }

    /// Drops the app with its journal, as soon as nothing runs there any more.
    pub(super) fn let_go(&mut self) {
        let Some(app) = &mut self.app else {
            return;
        };
        if let Some(work) = app.work() {
            let says = format!("{work} This is brought to its end; then the journal is closed.");
            return self.note_at_gate(Some(says));
        }
        let places = app.keep_places();
        if !app.has_kept() {
            let says = "What was being typed could not be saved. It stays here until you are back.";
            return self.note_at_gate(Some(says.to_owned()));
        }
        // no page is left here: one that ends what it asks when it is left would end it for somebody who comes back
        let masked = app.is_masked();
        self.left = Left { places, masked };
        self.app = None;
        self.note_at_gate(None);
    }

    fn note_at_gate(&mut self, says: Option<String>) {
        if let Some(gate) = &mut self.gate {
            gate.says(says);
        }
    }

    fn idle(&self) -> Option<Duration> {
        self.privacy.idle_lock.after(self.locked)
    }
}

/// Whether an event says that somebody is here: a mouse that moves may be a table that shakes.
pub(super) fn is_use(event: &Event) -> bool {
    match event {
        Event::Key(_) | Event::Paste(_) => true,
        Event::Mouse(mouse) => mouse.kind != MouseEventKind::Moved,
        _ => false,
    }
}
