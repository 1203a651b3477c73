//! What is open within the hall: the app over the journal, and the sample that may stand before it.

use ratatui::layout::Rect;

use crossterm::event::Event;

use super::{Cover, Hall};
use crate::assets::sample::sample;
use crate::config::Aside;
use crate::error::Result;
use crate::journal::Journal;
use crate::tui::app::{App, Out};

/// What the header says while the sample is looked at.
const NOTE: &str = "the sample \u{b7} F2 leaves it";

/// The app over the journal, while the sample stands before it.
pub(super) struct Behind {
    app: Box<App>,
    /// Where the sample lies: gone with this.
    _aside: Aside,
}

impl Hall {
    /// What the app wants of the terminal, unless it is done here; whether the screen changed by it.
    pub(super) fn hear_app(&mut self) -> bool {
        match self.app.as_mut().and_then(App::take_out) {
            Some(Out::Lock) => return self.lock(),
            Some(Out::Cover) => self.cover = Some(Cover::Work(None)),
            Some(Out::LookAround) => self.look_around(),
            Some(Out::LeaveSample) => self.leave_sample(),
            Some(Out::Settings) => return self.follow_settings(),
            Some(out) => {
                self.out = Some(out);
                return false;
            }
            None => return false,
        }
        true
    }

    /// Opens the app over a journal, and in it what was open before; the first page where nothing was ever written.
    pub(super) fn enter(&mut self, journal: Journal) {
        self.locked = !journal.customs().keys().is_empty() && self.door.is_locked().unwrap_or(true);
        let finished = || journal.finished().map(str::to_owned);
        let said = self.note.clone().or_else(finished);
        let note: Vec<_> = [self.door.shown(), said].into_iter().flatten().collect();
        let note = note.join(" \u{b7} ");
        let mut app = App::new(journal, self.outfit.clone(), &note, self.screen);
        if let Some((profiles, name)) = self.door.profiles() {
            app.in_profile(profiles.clone(), name.clone());
        }
        let left = std::mem::take(&mut self.left);
        app.mask_as(left.masked);
        if left.places.is_empty() {
            app.welcomes_if_blank();
        }
        for place in left.places {
            app.go(place);
        }
        self.app = Some(app);
    }

    /// Puts the sample before the journal.
    fn look_around(&mut self) {
        let Some(mut app) = self.app.take() else {
            return;
        };
        match self.sample() {
            Ok((aside, sample)) => {
                self.app = Some(sample);
                self.behind = Some(Behind {
                    app: Box::new(app),
                    _aside: aside,
                });
            }
            Err(error) => {
                app.sent(Err(error));
                self.app = Some(app);
            }
        }
    }

    /// Drops the sample, if it stands there, and shows what waited behind it.
    pub(super) fn leave_sample(&mut self) {
        let Some(behind) = self.behind.take() else {
            return;
        };
        let mut app = *behind.app;
        let Rect { width, height, .. } = self.screen;
        app.event(Event::Resize(width, height));
        self.app = Some(app);
    }

    fn sample(&self) -> Result<(Aside, App)> {
        let aside = Aside::new()?;
        let clock = self.door.clock().clone();
        let records = sample(clock.today());
        let mut journal = Journal::open(&aside.journal(), clock)?;
        journal.furnish("the sample journal", &mut records.into_iter().map(Ok))?;
        let app = App::new(journal, self.outfit.clone(), NOTE, self.screen);
        Ok((aside, app.as_sample()))
    }
}
