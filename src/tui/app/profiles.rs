//! Profiles as the app knows them: which there are, and the wish to go over to another one.

use super::{App, Out, Sort};
use crate::config::profile::{Name, Profiles};
use crate::journal::profile_lines;
use crate::tui::page::Place;

impl App {
    /// Tells where the profiles lie, and which is in force.
    pub fn in_profile(&mut self, profiles: Profiles, name: Name) {
        self.profiles = Some((profiles, name));
    }

    /// Says a sentence in the footer, from outside the pages.
    pub fn tells(&mut self, says: &str) {
        self.says(Sort::Said, says);
    }

    /// Opens the list of profiles over the page on top.
    pub(super) fn go_profiles(&mut self) {
        match &self.profiles {
            Some((profiles, name)) => {
                let lines = profile_lines(profiles, Some(name));
                self.open(Place::Profiles(lines));
            }
            None => self.says(
                Sort::Said,
                "this journal was named by its file; start without it to choose a profile",
            ),
        }
    }

    /// Goes over to another profile, once the list is closed.
    pub(super) fn switch(&mut self, name: Name) {
        if self
            .profiles
            .as_ref()
            .is_some_and(|(_, here)| *here == name)
        {
            return self.says(Sort::Said, format!("{name} is open already"));
        }
        self.out = Some(Out::Switch(name));
    }

    /// Makes a profile, and goes over to it.
    pub(super) fn add_profile(&mut self, typed: &str) {
        let Some((profiles, _)) = &self.profiles else {
            return;
        };
        match profiles.add(typed) {
            Ok(name) => self.out = Some(Out::Switch(name)),
            Err(error) => self.fails(&error),
        }
    }
}
