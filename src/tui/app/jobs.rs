//! What runs beside the screen: begun, shown, stopped, heard of when it ends.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{App, Sort};
use crate::error::Result;
use crate::tui::job::{Begun, Job, Running};

impl App {
    /// Begins work beside the screen.
    pub fn begin(&mut self, job: Job) {
        match job.begin(&mut self.journal, &self.folder) {
            Ok(Begun::Running(running)) => self.jobs.push(running),
            Ok(Begun::Ended(says)) => self.ended(Ok(says)),
            Err(error) => self.ended(Err(error)),
        }
    }

    /// Whether anything runs: the loop looks more often then.
    pub fn is_busy(&self) -> bool {
        !self.jobs.is_empty()
    }

    /// Looks after what runs; whether the screen may have changed.
    pub fn hear(&mut self) -> bool {
        let (ended, run): (Vec<_>, Vec<_>) = self.jobs.drain(..).partition(Running::is_ended);
        self.jobs = run;
        let any = !ended.is_empty();
        for one in ended {
            let said = one.end();
            self.ended(said);
        }
        if any {
            self.refresh();
        }
        any || self.is_held()
    }

    /// Waits until nothing runs any more.
    pub fn wait_for_jobs(&mut self) {
        for one in std::mem::take(&mut self.jobs) {
            let said = one.end();
            self.ended(said);
        }
        self.refresh();
    }

    /// Whether keys wait for work in front.
    pub fn is_held(&self) -> bool {
        self.held_by().is_some()
    }

    pub(super) fn held_by(&self) -> Option<&Running> {
        self.jobs.iter().find(|running| running.front)
    }

    /// What runs, as the footer tells it; the first of several.
    pub fn work(&self) -> Option<String> {
        self.jobs.first().map(Running::says)
    }

    /// Only the keys that leave stop it; the others wait until it is done.
    pub(super) fn key_while_held(&mut self, key: KeyEvent) -> bool {
        let ctrl_c =
            key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL);
        if let Some(running) = self.held_by()
            && (ctrl_c || key.code == KeyCode::Esc)
        {
            running.stop();
            return true;
        }
        false
    }

    fn ended(&mut self, said: Result<Option<String>>) {
        match said {
            Ok(Some(says)) => self.says(Sort::Said, says),
            Ok(None) => {}
            Err(error) => self.fails(&error),
        }
    }
}
