//! Words are looked for in the list that is seen: the cursor goes to the next line that holds them, around its end.

use super::{App, Sort};
use crate::domain::text::fold;
use crate::tui::command::{Command, Scope, told};
use crate::tui::page::{Place, Standing};

/// The most lines that are looked through at once: a list may be endless.
const MOST: usize = 2_000;

impl App {
    /// Whether the page on top is a list whose lines are looked through, and not one with a search of its own.
    pub(super) fn seeks(&self) -> bool {
        let scopes = self.page_scopes();
        scopes.contains(&Scope::List) && !scopes.contains(&Scope::Pages)
    }

    /// Asks for the words.
    pub(super) fn ask_words(&mut self) {
        if self.standing().is_none() {
            let says = told!(
                "there is no line here to look through; {search} searches everything",
                search = Global.Search
            );
            return self.says(Sort::Said, says);
        }
        self.open(Place::Seek(self.sought.clone()));
    }

    /// Closes the line in which they were typed, and looks for words from the line under the cursor on.
    pub(super) fn seek(&mut self, words: &str) {
        self.close();
        self.sought = words.trim().to_owned();
        if !self.sought.is_empty() {
            self.seek_on(true);
        }
    }

    /// To the next line that holds the words, or to the one before.
    pub(super) fn seek_on(&mut self, ahead: bool) {
        let sought = fold(self.sought.trim());
        let Some(start) = self.standing().filter(|_| !sought.is_empty()) else {
            return self.ask_words();
        };
        let holds = |line: &Standing| {
            let line = fold(&line.words);
            sought.split(' ').all(|word| line.contains(word))
        };
        let (step, end) = if ahead {
            (Command::Down, Command::Top)
        } else {
            (Command::Up, Command::Bottom)
        };
        let (mut here, mut around) = (start.place.clone(), false);
        for _ in 0..MOST {
            let Some(mut now) = self.stepped_to(step) else {
                return;
            };
            if now.place == here && !around {
                around = true;
                let Some(first) = self.stepped_to(end) else {
                    return;
                };
                now = first;
            }
            let whole = now.place == start.place || now.place == here;
            if holds(&now) {
                if whole {
                    self.says(Sort::Said, "on this line only");
                } else if around {
                    self.says(Sort::Said, "found on the other side of the list's end");
                }
                return;
            }
            if whole {
                return self.not_here();
            }
            here = now.place;
        }
        let says = told!(
            "not in the next {MOST} lines; {next} looks on from here, {search} searches everything",
            next = List.FindNext,
            search = Global.Search
        );
        self.says(Sort::Said, says);
    }

    fn not_here(&mut self) {
        let words = &self.sought;
        let says = told!(
            "not in this list: \u{201c}{words}\u{201d}; {search} searches everything",
            search = Global.Search
        );
        self.says(Sort::Said, says);
    }

    fn stepped_to(&mut self, step: Command) -> Option<Standing> {
        self.command(step);
        // a list that is longer than what is held asks for more between two steps
        self.refresh();
        self.standing()
    }

    fn standing(&self) -> Option<Standing> {
        self.stack.last()?.page.standing()
    }
}
