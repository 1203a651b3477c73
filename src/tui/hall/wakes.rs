//! When the hall is to be woken without a key, and what it looks after then.

use std::time::Duration;

use super::Hall;
use crate::domain::notice::Notice;
use crate::tui::app::App;
use crate::tui::job;

/// How long until an app that waits behind the gate is tried to be let go of again.
const AGAIN: Duration = Duration::from_secs(1);

impl Hall {
    /// How long until something is due, while nobody touches a key: for so long nobody did. `None`: nothing is.
    pub fn until_next(&mut self, quiet: Duration) -> Option<Duration> {
        let notice = self.app().and_then(App::until_notice);
        let app = self.app.as_ref();
        let work = app.filter(|app| app.is_busy()).map(|_| job::GLANCE);
        let leaves = app.filter(|_| self.gate.is_some()).map(|_| AGAIN);
        let midnight = app.map(App::until_midnight);
        let draft = app.and_then(App::until_draft);
        let all = [
            work,
            leaves,
            midnight,
            draft,
            notice,
            self.until_lock(quiet),
        ];
        all.into_iter().flatten().min()
    }

    /// Looks after what runs; whether the screen may have changed.
    pub fn hear(&mut self) -> bool {
        let busy = self.app.as_mut().filter(|app| app.is_busy());
        let mut changed = busy.is_some_and(App::hear);
        if self.gate.is_some() && self.app.is_some() {
            self.let_go();
            changed = true;
        }
        changed
    }

    /// What is to be told now: nothing while the journal is locked, or its screen is covered.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        self.app().map_or_else(Vec::new, App::take_notices)
    }

    /// Asks again where another process wrote, or the day is another one; whether the screen changed. What is covered is
    /// kept up to date, too: nothing old is seen when the cover goes.
    pub fn catches_up(&mut self) -> bool {
        let Some(app) = self.app.as_mut().filter(|app| app.is_stale()) else {
            return false;
        };
        app.refresh();
        self.gate.is_none() && self.cover.is_none()
    }
}
