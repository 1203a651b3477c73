//! A setting changed on the screen: written, read again, and held to at once as far as that can be.

use std::path::PathBuf;

use super::{App, Out, Sort};
use crate::config::settings::{self, default_file};
use crate::error::{Error, Result};
use crate::tui::command::told;
use crate::tui::outfit::Outfit;
use crate::tui::page::Around;

impl App {
    /// Does what a page wants of the settings and the profiles.
    pub(super) fn follow_around(&mut self, around: Around) {
        match around {
            Around::Switch(name) => {
                self.close();
                self.switch(name);
            }
            Around::AddProfile(typed) => {
                self.close();
                self.add_profile(&typed);
            }
            Around::Set(path, value) => self.set(&path, value.as_deref()),
            Around::File(path, line) => self.edit_file(path, line),
        }
    }

    /// Writes a key with a value as it stands after the `=`, or takes it out of the file.
    pub(super) fn set(&mut self, path: &str, value: Option<&str>) {
        let masked = self.journal.customs().masks();
        match self.written(path, value) {
            Ok(says) => {
                self.settings_changed(masked);
                self.says(Sort::Done, says);
            }
            Err(error) => self.refused(&error),
        }
    }

    fn written(&mut self, path: &str, value: Option<&str>) -> Result<String> {
        let key = settings::find(path)?;
        let customs = self.journal.customs_mut();
        if customs.folder().is_none() {
            return Err(
                Error::refused("nothing is kept here, and no setting either")
                    .hint("settings are changed where a journal of your own is open"),
            );
        }
        customs.set_key(key, value)?;
        let holds = (key.get)(customs.settings());
        let holds = if holds.is_empty() { "not set" } else { &holds };
        Ok(told!(
            "{path} is {holds} \u{b7} {u} takes it back",
            u = Settings.TakeBack
        ))
    }

    /// The settings may have been written: they are read again, and what is seen follows them.
    /// `masked`: whether they asked for a mask before.
    fn settings_changed(&mut self, masked: bool) {
        self.journal.customs_mut().forget_settings();
        let masks = self.journal.customs().masks();
        if masks != masked && masks != self.is_masked() {
            self.turn_mask();
        }
        self.herald();
        // the settings are no part of the journal, whose number did not move
        self.stack.iter_mut().for_each(|open| open.asked = None);
        self.out = Some(Out::Settings);
    }

    /// Wears something else from now on.
    pub fn wears(&mut self, outfit: Outfit) {
        (self.theme, self.keymap) = (outfit.theme, outfit.keymap);
        self.keymap.put();
    }

    /// Hands a file of settings to the editor, at a line; one that is not there is made, with every default in it.
    pub(super) fn edit_file(&mut self, path: PathBuf, line: usize) {
        let absent = path.symlink_metadata().is_err();
        let made = match path.parent().filter(|_| absent) {
            Some(folder) => settings::write_new(folder, &default_file()).map(drop),
            None => Ok(()),
        };
        match made {
            Ok(()) => self.out = Some(Out::File(path, line)),
            Err(error) => self.fails(&error),
        }
    }

    /// Comes back from the editor, which may have written the file, or says why it could not be called.
    pub fn file_edited(&mut self, done: Result<()>) {
        let masked = self.journal.customs().masks();
        self.settings_changed(masked);
        match done {
            Ok(()) => {
                let faults = self.journal.customs().faults().count();
                let fault = self.journal.customs().faults().next().map(str::to_owned);
                match fault {
                    Some(fault) if faults == 1 => self.says(Sort::Wrong, fault),
                    Some(fault) => {
                        self.says(Sort::Wrong, format!("{fault} (and {} more)", faults - 1));
                    }
                    None => {}
                }
            }
            Err(error) => self.fails(&error),
        }
        self.refresh();
    }
}
