//! What a page wants to happen, done.

use super::{App, Out, Sort};
use crate::error::{Error, Result};
use crate::journal::{Change, Told};
use crate::transfer::{place, write_file};
use crate::tui::command::told;
use crate::tui::page::{Flow, Place};

impl App {
    /// Follows what a page answered.
    pub(super) fn follow(&mut self, flow: Flow) {
        match flow {
            Flow::Stay => {}
            Flow::Go(place) => self.open(place),
            Flow::Instead(place) => self.instead(place),
            Flow::Back => self.close(),
            Flow::Home => {
                self.home();
            }
            Flow::Quit => self.quit(),
            Flow::Tell(change) => {
                self.tell(*change);
            }
            Flow::Keep(change) => match self.tell_typed(*change) {
                Ok(told) => self.guide_told(&told),
                Err(error) => self.refused(&error),
            },
            Flow::TellAndBack(change) => {
                if self.tell(*change) {
                    self.close();
                }
            }
            Flow::TellThen(change, flow) => {
                if self.tell(*change) {
                    self.follow(*flow);
                }
            }
            Flow::Confirm(says, change) => self.open(Place::Confirm(says, change)),
            Flow::Say(says) => self.says(Sort::Said, says),
            Flow::Seek(words) => self.seek(&words),
            Flow::Undo => {
                let told = self.journal.undo();
                self.guide_undone(&told);
                self.stepped(told, "there is nothing to undo");
            }
            Flow::Redo => {
                let told = self.journal.redo();
                self.stepped(told, "there is nothing to do again");
            }
            Flow::Editor(text) => {
                self.keep_drafts_now();
                self.out = Some(Out::Editor(text));
            }
            Flow::Write { name, text } => self.write(name, text, false),
            Flow::Replace { name, text } => {
                self.close();
                self.write(name, text, true);
            }
            Flow::Copy(text) => self.out = Some(Out::Copy(text)),
            Flow::Pager(text) => self.out = Some(Out::Pager(text)),
            Flow::Contact(words) => self.contact(&words),
            Flow::Around(around) => self.follow_around(around),
            Flow::Job(job) => self.begin(job),
            Flow::Press(command) => self.command(command),
            Flow::Do(command) => {
                self.close();
                self.command(command);
            }
        }
    }

    fn instead(&mut self, place: Place) {
        if matches!(place, Place::Typed(_)) {
            self.hand_over();
        }
        self.close();
        self.open(place);
    }

    /// What came of sending a text to the clipboard or the pager; blank where there is nothing to say.
    pub fn sent(&mut self, done: Result<String>) {
        match done {
            Ok(says) if says.is_empty() => {}
            Ok(says) => self.says(Sort::Done, says),
            Err(error) => self.fails(&error),
        }
    }

    fn write(&mut self, name: String, text: String, force: bool) {
        let path = place(&self.folder, &name);
        if !force && path.symlink_metadata().is_ok() {
            return self.open(Place::Replace { name, text });
        }
        let done = write_file(&path, force, &mut |out| Ok(out.write_all(text.as_bytes())?));
        match done {
            Ok(()) => self.says(Sort::Done, format!("written to {name}, for you only")),
            Err(error) => self.refused(&error),
        }
    }

    fn contact(&mut self, words: &str) {
        match self.journal.name_contact(words) {
            Ok(()) => {
                // the settings are no part of the journal, whose number did not move
                self.stack.iter_mut().for_each(|open| open.asked = None);
                self.says(Sort::Done, "the contact is written into the settings");
            }
            Err(error) => self.fails(&error),
        }
    }

    /// Leaves the page on top, unless it asks for something else first.
    pub(super) fn back(&mut self) {
        if self.stack.len() <= 1 && self.sample {
            return self.out = Some(Out::LeaveSample);
        }
        if self.stack.len() <= 1 {
            return self.quit();
        }
        let flow = self.leaving();
        self.follow(flow);
    }

    /// Leaves the program, unless the page on top asks for something else first.
    pub(super) fn quit(&mut self) {
        self.keep_drafts_now();
        match self.leaving() {
            Flow::Back if self.holds_back() => {}
            Flow::Back => self.out = Some(Out::Quit),
            // what saves itself is saved on the way out
            flow @ (Flow::Tell(_) | Flow::TellAndBack(_)) => {
                self.follow(flow);
                if self.message.as_ref().is_none_or(|m| m.sort != Sort::Wrong) {
                    self.out = Some(Out::Quit);
                }
            }
            flow => self.follow(flow),
        }
    }

    /// Opens a place above home, with nothing between.
    pub(super) fn go_from_home(&mut self, place: Place) {
        if self.home() {
            self.open(place);
        }
    }

    /// Closes every page but the first; whether none of them held back.
    pub(super) fn home(&mut self) -> bool {
        self.guide = None;
        while self.stack.len() > 1 {
            match self.leaving() {
                Flow::Back => self.close(),
                flow => {
                    self.follow(flow);
                    return false;
                }
            }
        }
        true
    }

    fn leaving(&mut self) -> Flow {
        self.stack
            .last_mut()
            .map_or(Flow::Back, |open| open.page.leave())
    }

    pub(super) fn close(&mut self) {
        if self.stack.len() > 1 {
            if let Some(open) = self.stack.pop()
                && let Some(mut typing) = open.typing
            {
                typing.note(|| open.page.draft());
                self.put_away(typing);
            }
        } else {
            self.out = Some(Out::Quit);
        }
    }

    /// Tells the journal; whether it was told. A refusal goes to the page, which keeps what was typed.
    fn tell(&mut self, change: Change) -> bool {
        match self.tell_typed(change) {
            Ok(told) => {
                self.guide_told(&told);
                // what wrote no record leaves nothing to undo
                let undo = if told.ids.is_empty() {
                    String::new()
                } else {
                    told!(" \u{b7} {u} undoes", u = Global.Undo)
                };
                self.says(Sort::Done, format!("{}{undo}", told.says));
                true
            }
            Err(error) => {
                self.refused(&error);
                false
            }
        }
    }

    pub(super) fn refused(&mut self, error: &Error) {
        if let Some(open) = self.stack.last_mut() {
            open.page.refused(error.says());
        }
        self.fails(error);
    }

    fn stepped(&mut self, told: Result<Option<Told>>, nothing: &str) {
        match told {
            Ok(Some(told)) => self.says(Sort::Done, told.says),
            Ok(None) => self.says(Sort::Said, nothing),
            Err(error) => self.fails(&error),
        }
    }
}
