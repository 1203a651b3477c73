//! The guide through the first five minutes: three steps on the pages that are always there, with a strip above them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{App, Out, Sort};
use crate::domain::RecordId;
use crate::domain::relationship::Party;
use crate::error::Result;
use crate::journal::Told;
use crate::tui::page::Place;
use crate::tui::{hand, paint};

/// How many pages lie beneath the page of a step: Today.
const BENEATH: usize = 1;

/// The least lines of a screen on which the strip says more than its first line.
const TALL: u16 = 18;

/// Where the guide stands.
pub(super) struct Guide {
    step: Step,
    /// Whom the first step wrote down.
    who: Option<RecordId>,
    /// What was made, a sentence for each step that made something.
    made: Vec<(Step, String)>,
}

/// A step of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Somebody,
    Promise,
    CheckIn,
    /// Back on Today, with what was made.
    Over,
}

impl Step {
    fn next(self) -> Self {
        match self {
            Self::Somebody => Self::Promise,
            Self::Promise => Self::CheckIn,
            Self::CheckIn | Self::Over => Self::Over,
        }
    }

    /// What stands first in the strip, and what is to be known.
    fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Somebody => (
                "1 of 3 \u{b7} Somebody you work with",
                "Their name and what they are to you are enough. Type the name, Tab goes on to their role, ^S saves; all else can wait.",
            ),
            Self::Promise => (
                "2 of 3 \u{b7} A promise",
                "One line, as you would say it, yours or theirs; below it stands how it is understood. Enter saves.",
            ),
            Self::CheckIn => (
                "3 of 3 \u{b7} A first check-in",
                "Digits 1 to 5 answer, n says that it did not come up; nothing has to be answered. ^S finishes.",
            ),
            Self::Over => ("That is all it takes.", ""),
        }
    }
}

impl App {
    /// This is the sample before another journal: leaving it leads back there.
    #[must_use]
    pub fn as_sample(mut self) -> Self {
        self.sample = true;
        self
    }

    /// Opens the first page over a journal in which nothing was ever written.
    pub fn welcomes_if_blank(&mut self) {
        if self.journal.is_blank().unwrap_or(false) {
            self.open(Place::Welcome(self.lies()));
            self.refresh();
        }
    }

    /// To the first page; out of the sample and out of the guide first.
    pub(super) fn welcome(&mut self) {
        if self.sample {
            return self.out = Some(Out::LeaveSample);
        }
        let led = self.guide.take().is_some();
        let anything = !self.journal.is_blank().unwrap_or(true);
        if led && anything {
            self.home();
        } else {
            self.go_from_home(Place::Welcome(self.lies()));
        }
    }

    fn lies(&self) -> String {
        let file = self.journal.file();
        file.map_or_else(|| "memory".to_owned(), |file| file.display().to_string())
    }

    /// Begins with the first step, over Today.
    pub(super) fn begin_guide(&mut self) {
        if !self.home() {
            return;
        }
        self.guide = Some(Guide {
            step: Step::Somebody,
            who: None,
            made: Vec::new(),
        });
        self.open_step();
    }

    /// A step told the journal something.
    pub(super) fn guide_told(&mut self, told: &Told) {
        let Some(guide) = &mut self.guide else {
            return;
        };
        if guide.step == Step::Over || told.ids.is_empty() {
            return;
        }
        if guide.step == Step::Somebody {
            guide.who = guide.who.or(told.ids.first().copied());
        }
        let step = guide.step;
        guide.made.retain(|(made, _)| *made != step);
        guide.made.push((step, told.says.clone()));
    }

    /// The newest step of undo was taken back: at the end of the guide that is the newest thing it made.
    pub(super) fn guide_undone(&mut self, told: &Result<Option<Told>>) {
        if let (Ok(Some(_)), Some(guide)) = (told, &mut self.guide) {
            guide.made.pop();
            if guide.step == Step::Over && guide.made.is_empty() {
                self.guide = None;
            }
        }
    }

    /// Goes on when the page of a step was closed; the end of the guide stands until another page is opened.
    pub(super) fn guide_on(&mut self) {
        let Some(guide) = &mut self.guide else {
            return;
        };
        if guide.step == Step::Over {
            if self.stack.len() > BENEATH {
                self.guide = None;
            }
            return;
        }
        if self.stack.len() > BENEATH {
            return;
        }
        guide.step = guide.step.next();
        if guide.who.is_none() {
            // the other steps are about somebody
            self.guide = None;
            let says = "the guide is left; F2 brings it back as long as nothing is written";
            return self.says(Sort::Said, says);
        }
        self.open_step();
        self.refresh();
    }

    fn open_step(&mut self) {
        let Some(guide) = &self.guide else {
            return;
        };
        let place = match guide.step {
            Step::Somebody => hand::new_relationship(Party::Person, self.journal.clock().today()),
            Step::Promise => Place::Quick(guide.who),
            Step::CheckIn => Place::CheckIn(guide.who),
            Step::Over => return,
        };
        self.open(place);
    }

    /// How many lines the strip takes.
    pub(super) fn strip_rows(&self) -> u16 {
        let Some(guide) = &self.guide else {
            return 0;
        };
        let (width, height) = (self.screen.width, self.screen.height);
        let lines = match guide.step {
            Step::Over => self.over(guide).len(),
            _ if height < TALL => 1,
            step => 2 + paint::wrap(step.says().1, usize::from(width.saturating_sub(2))).len(),
        };
        u16::try_from(lines).unwrap_or(0).min(height / 2)
    }

    /// What was made, and the keys that matter next.
    fn over(&self, guide: &Guide) -> Vec<String> {
        let width = usize::from(self.screen.width.saturating_sub(2));
        let mut lines = vec![guide.step.says().0.to_owned()];
        let made = guide.made.iter();
        lines.extend(made.map(|(_, says)| paint::fit(&format!("\u{2713} {says}"), width)));
        let next =
            "Next: c a promise in one line \u{b7} w the weekly check-in \u{b7} ? every key here";
        lines.extend(paint::wrap(next, width));
        if self.screen.height >= TALL {
            lines.push(String::new());
        }
        lines
    }

    /// Draws the strip between the header and the page.
    pub(super) fn strip(&self, buffer: &mut Buffer) {
        let Some(guide) = &self.guide else {
            return;
        };
        let rows = self.strip_rows();
        let area = Rect {
            x: self.screen.x,
            y: self.screen.y + 1,
            width: self.screen.width,
            height: rows,
        };
        let lines = match guide.step {
            Step::Over => self.over(guide),
            step => {
                let (first, more) = step.says();
                let width = usize::from(area.width.saturating_sub(2));
                let more = paint::wrap(more, width);
                std::iter::once(first.to_owned()).chain(more).collect()
            }
        };
        for (n, line) in lines.iter().take(usize::from(rows)).enumerate() {
            let at = paint::row(area, n);
            let style = if n == 0 {
                self.theme.strong
            } else {
                self.theme.text
            };
            let room = at.width.saturating_sub(2);
            let used = paint::put(buffer, at.x + 1, at.y, room, line, style);
            if n == 0 && guide.step != Step::Over {
                let left = Rect {
                    x: at.x + 2 + used,
                    width: room.saturating_sub(used + 1),
                    ..at
                };
                let leaves = ["Esc skips this step \u{b7} F2 leaves", "Esc skips"];
                let fits = |says: &&&str| paint::width(says) <= usize::from(left.width);
                if let Some(says) = leaves.iter().find(fits) {
                    paint::put_right(buffer, left, says, self.theme.dim);
                }
            }
        }
    }
}
