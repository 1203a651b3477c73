//! What is being typed is kept while it is typed: at rest after most of a second, when a page is left, before the end.
//!
//! A key costs nothing here but a note of when; the draft is made and written by the loop, once the key's frame is drawn
//! and its time has come. Each window knows what it keeps: where another one typed on at the same spot, both drafts stay.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::typing::{Origin, Stood, Typing, home_of};
use super::{App, Sort};
use crate::domain::draft::{Draft, Spot};
use crate::domain::unfinished;
use crate::error::{ErrorKind, Result};
use crate::journal::{Change, Haste, Kept, Told};
use crate::tui::command::told;
use crate::tui::page::Place;

/// How long after the first letter that is not kept yet it is kept, with all that came since: within a second.
const REST: Duration = Duration::from_millis(700);

impl App {
    /// How long until what is typed is to be kept; `None`: nothing waits for it.
    pub fn until_draft(&self) -> Option<Duration> {
        let due = self.drafts.due?;
        Some(due.saturating_duration_since(self.journal.clock().moment()))
    }

    /// Keeps what is typed, if its time has come. Without waiting for anything.
    /// Whether something is to be said.
    pub fn keep_drafts(&mut self) -> bool {
        if self.until_draft().is_none_or(|wait| !wait.is_zero()) {
            return false;
        }
        let told = self.drafts.told;
        self.keep_all(Haste::AtOnce);
        self.drafts.told && !told
    }

    /// Keeps everything that is typed, durably: at the end, before the screen is locked, before an editor has it.
    /// Answers where the page on top was being typed on, to be gone to again with [`App::go`].
    pub fn keep_drafts_now(&mut self) -> Option<Place> {
        self.keep_all(Haste::Fully);
        let typing = self.stack.last()?.typing.as_ref()?;
        let known = typing.known.as_ref()?;
        Some(Place::Unfinished(known.place().to_owned()))
    }

    /// Keeps everything that is typed, and answers the places that are open above home, as far as they can be gone to
    /// again by identities alone: what is remembered while the journal is locked.
    pub fn keep_places(&mut self) -> Vec<Place> {
        let typing = self.keep_drafts_now();
        let above = self.stack.iter().skip(1);
        let mut places: Vec<_> = above.map_while(|open| open.place.clone()).collect();
        if let Some(typing) = typing {
            places.truncate(self.stack.len().saturating_sub(2));
            places.push(typing);
        }
        places
    }

    /// Whether nothing waits to be kept any more.
    pub fn has_kept(&self) -> bool {
        self.drafts.due.is_none() && self.drafts.left.is_empty() && !self.drafts.told
    }

    /// Where the text on the page on top belongs, while an editor has it; `None`: nowhere that is kept.
    pub fn origin(&self) -> Option<Origin> {
        let open = self.stack.last()?;
        let typing = open.typing.as_ref()?;
        let place = typing.known.as_ref().map(|kept| kept.place().to_owned());
        Some(Origin {
            journal: self.journal.file()?.to_owned(),
            place: place.unwrap_or_else(|| typing.spot.to_string()),
            field: open.page.field()?,
        })
    }

    /// Looks for texts of an editor that was cut short, and says that they are drafts now.
    pub fn look_for_left_overs(&mut self, take: impl FnOnce(&crate::journal::Journal) -> usize) {
        let taken = take(&self.journal);
        if taken > 0 {
            self.drafts.moved += 1;
            let says = "what an editor had when trustline was cut short is kept as a draft";
            self.says(Sort::Said, says);
            self.refresh();
        }
    }

    fn keep_all(&mut self, haste: Haste) {
        self.drafts.due = None;
        let mut failed = None;
        for nth in 0..self.stack.len() {
            let open = &mut self.stack[nth];
            if let Some(mut typing) = open.typing.take_if(|typing| typing.stale) {
                let stands = open.page.draft();
                failed = self.keep(&mut typing, stands, haste).err().or(failed);
                self.stack[nth].typing = Some(typing);
            }
        }
        for mut typing in std::mem::take(&mut self.drafts.left) {
            let stands = typing.stands();
            match self.keep(&mut typing, stands, haste) {
                Ok(()) => self.drafts.moved += 1,
                Err(error) => {
                    failed = Some(error);
                    self.drafts.left.push(typing);
                }
            }
        }
        match failed {
            // somebody else is writing: at the next chance
            Some(error) if error.kind() == ErrorKind::Conflict => self.soon(),
            Some(error) if !std::mem::replace(&mut self.drafts.told, true) => {
                let says = error.says().trim_start_matches("not saved: ").to_owned();
                self.says(
                    Sort::Wrong,
                    format!("what you type is not kept as a draft: {says}"),
                );
            }
            Some(_) => {}
            None => self.drafts.told = false,
        }
    }

    fn soon(&mut self) {
        let now = self.journal.clock().moment();
        self.drafts.due.get_or_insert(now + REST);
    }

    /// Writes one as it stands, or takes it out when nothing stands there any more.
    fn keep(&self, typing: &mut Typing, stands: Option<Draft>, haste: Haste) -> Result<()> {
        match (stands, &typing.known) {
            (Some(draft), known) => {
                let kept = self.journal.keep_draft(draft, known.as_ref(), haste)?;
                typing.known = Some(kept);
            }
            (None, Some(known)) => {
                self.journal.drop_draft(known, haste)?;
                typing.known = None;
            }
            (None, None) => {}
        }
        typing.stale = false;
        Ok(())
    }

    /// Before an event that may save, leave or change what is typed, how it stands is noted.
    pub(super) fn before_event(&mut self, event: &Event) {
        let types = match event {
            Event::Key(key) => {
                let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
                let letter = matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace);
                letter && !key.modifiers.intersects(held)
            }
            Event::Mouse(_) => false,
            Event::Paste(_) => true,
            _ => return,
        };
        self.drafts.touched = true;
        if let Some(open) = self.stack.last_mut()
            && let Some(typing) = &mut open.typing
        {
            self.drafts.warned &= !types;
            typing.stood = Stood::Unknown;
            if typing.stale && !types {
                typing.note(|| open.page.draft());
            }
        }
    }

    /// Looks where something is being typed now: what was left is put away, what was typed there before comes up.
    /// Whether a page came up with something.
    pub(super) fn look_at_typing(&mut self) -> bool {
        let touched = std::mem::take(&mut self.drafts.touched);
        let Some(open) = self.stack.last_mut() else {
            return false;
        };
        if let Some(kept) = open.comes_up.take() {
            if !open.page.take_up(&kept.draft) {
                open.comes_up = Some(kept);
                return false;
            }
            return self.came_up(kept);
        }
        let spot = open.page.spot();
        match (&mut open.typing, spot) {
            (None, None) => false,
            (Some(typing), Some(spot)) if typing.spot == spot => {
                if touched {
                    typing.stale = true;
                    self.soon();
                }
                false
            }
            (old, spot) => {
                if let Some(old) = old.take() {
                    self.put_away(old);
                }
                spot.is_some_and(|spot| self.begin_typing(spot))
            }
        }
    }

    /// Something is typed at a spot from now on; whether what was typed there before comes up.
    fn begin_typing(&mut self, spot: Spot) -> bool {
        let left = self.drafts.left.iter().position(|left| left.spot == spot);
        let left = left.map(|nth| self.drafts.left.remove(nth));
        let (before, known) = if let Some(left) = left {
            (left.stands(), left.known)
        } else {
            let known = self.journal.draft_at(&spot).unwrap_or_default();
            (known.as_ref().map(|kept| kept.draft.clone()), known)
        };
        if self.journal.read_only().is_some() && !std::mem::replace(&mut self.drafts.told, true) {
            let says = "the journal is open for reading only: what you type is not kept";
            self.says(Sort::Wrong, says);
        }
        let at = known.as_ref().map(Kept::millis);
        let Some(open) = self.stack.last_mut() else {
            return false;
        };
        open.typing = Some(Typing {
            spot,
            known,
            // a form may begin with something typed
            stale: true,
            stood: Stood::Unknown,
        });
        let came = before.is_some_and(|draft| open.page.take_up(&draft));
        if came {
            self.says_came_up(at);
        } else if self
            .stack
            .last()
            .is_some_and(|open| open.page.draft().is_some())
        {
            self.soon();
        }
        came
    }

    fn came_up(&mut self, kept: Kept) -> bool {
        let at = kept.millis();
        if let Some(open) = self.stack.last_mut() {
            open.typing = Some(Typing {
                spot: open.page.spot().unwrap_or_else(|| kept.draft.spot.clone()),
                known: Some(kept),
                stale: false,
                stood: Stood::Unknown,
            });
        }
        self.says_came_up(Some(at));
        true
    }

    fn says_came_up(&mut self, at: Option<i64>) {
        let clock = self.journal.clock();
        let when = at.map_or_else(
            || "before".to_owned(),
            |at| unfinished::when(clock.local(at), clock.today()),
        );
        self.says(
            Sort::Said,
            told!(
                "taken up from {when} \u{b7} {x} starts anew",
                x = Form.StartAnew
            ),
        );
    }

    /// What was typed there is left without being saved: it stays as a draft.
    pub(super) fn put_away(&mut self, mut typing: Typing) {
        let stands = typing.stands();
        let any = stands.is_some();
        self.drafts.moved += 1;
        match self.keep(&mut typing, stands.clone(), Haste::AtOnce) {
            Ok(()) if any => self.says(Sort::Said, "kept as a draft: it comes up here again"),
            Ok(()) => {}
            Err(error) => {
                if error.kind() == ErrorKind::Conflict {
                    self.soon();
                } else if any {
                    self.says(
                        Sort::Wrong,
                        format!("kept only until you leave: {}", error.says()),
                    );
                }
                typing.stood = stands.into();
                self.drafts.left.push(typing);
            }
        }
    }

    /// What was typed on the page on top goes over into the form that takes its place.
    pub(super) fn hand_over(&mut self) {
        if let Some(mut typing) = self.stack.last_mut().and_then(|open| open.typing.take()) {
            typing.stood = Stood::Empty;
            self.drafts.left.push(typing);
            self.soon();
        }
    }

    /// Whether leaving would lose what was typed, which is said once.
    pub(super) fn holds_back(&mut self) -> bool {
        let lost = |typing: &Typing| typing.stale && typing.stands().is_some();
        let open = self.stack.iter().filter(|open| open.page.draft().is_some());
        let any = open
            .filter_map(|open| open.typing.as_ref())
            .any(|typing| typing.stale)
            || self.drafts.left.iter().any(lost);
        if !any || std::mem::replace(&mut self.drafts.warned, true) {
            return false;
        }
        self.says(
            Sort::Wrong,
            "what you typed could not be kept; once more leaves without it",
        );
        true
    }

    /// Tells the journal what was typed on the page on top; its draft goes in the same transaction.
    pub(super) fn tell_typed(&mut self, change: Change) -> Result<Told> {
        let typing = self.stack.last().and_then(|open| open.typing.as_ref());
        let known = typing.and_then(|typing| typing.known.clone());
        let told = self.journal.tell_typed(change, known.as_ref())?;
        self.drafts.moved += 1;
        if let Some(open) = self.stack.last_mut() {
            open.typing = None;
        }
        Ok(told)
    }

    /// A place to go to; that of a draft is where it was typed, with what is to come up there.
    pub(super) fn come_up(&mut self, place: Place) -> (Place, Option<Kept>) {
        let Place::Unfinished(at) = place else {
            return (place, None);
        };
        match self.journal.draft(&at) {
            Ok(Some(kept)) => (home_of(&kept.draft), Some(kept)),
            Ok(None) => {
                let spot = at.split('#').next().unwrap_or_default().parse();
                // a check-in that was left keeps its sentences with its answers
                if let Ok(Spot::CheckIn(who, _)) = spot {
                    return (Place::CheckIn(Some(who)), None);
                }
                self.says(Sort::Said, "this draft is not there any more");
                (Place::Today, None)
            }
            Err(error) => {
                self.fails(&error);
                (Place::Today, None)
            }
        }
    }
}
