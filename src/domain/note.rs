//! A note: free text with tags and @mentions, a moment that mattered, or a one-on-one, held or to come.

use chrono::{NaiveDate, NaiveDateTime};

use super::dates::Lean;
use super::fields::{Names, Shape, fields};
use super::noun::{MarkSort, Noun, TodaySort};
use super::value::{When, choices};
use super::{Kind, RecordId};

choices! {
    /// What sort of note it is.
    pub enum NoteSort {
        /// Free text.
        #[default]
        Note = "note",
        /// A moment that mattered.
        Moment = "moment",
        /// A one-on-one that was held; "since last time" counts from the newest.
        OneOnOne = "one-on-one",
        /// A one-on-one to come: no contact and no "last time" until somebody says that it was held.
        Planned = "planned",
    }
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// The relationships it is about, as typed or as mentioned in the text; may be nobody.
    pub who: Vec<RecordId>,
    /// Note, moment or one-on-one.
    pub sort: NoteSort,
    /// When.
    pub at: When,
    /// The text.
    pub text: String,
    /// Tags, without `#`.
    pub tags: Vec<String>,
}

fields! { FIELDS for Note {
    text, "Text", Shape::Text, Must, "anything; @name links it to a relationship, #tag tags it";
    who, "About", Shape::Whos, May, "names, with commas";
    sort, "Kind", Shape::Choice(NoteSort::WORDS), Must, "note, moment, one-on-one, or planned: a one-on-one to come";
    at, "When", Shape::When(Lean::Past), Must, "a day, or a day and a time";
    tags, "Tags", Shape::Tags, May, "with commas";
} }

impl Note {
    /// A one-on-one of a time that has not come is one to come.
    pub fn placed(&mut self, now: NaiveDateTime) {
        if self.sort == NoteSort::OneOnOne && self.at.is_to_come(now) {
            self.sort = NoteSort::Planned;
        }
    }

    /// Links the `@names` of the text that fit exactly one relationship, and takes its `#tags`.
    pub fn link(&mut self, names: &dyn Names) {
        let words = |mark: char| {
            let word = move |w: &str| {
                w.strip_prefix(mark).map(|w| {
                    w.trim_end_matches(|c: char| !c.is_alphanumeric())
                        .to_owned()
                })
            };
            self.text
                .split_whitespace()
                .filter_map(word)
                .filter(|w| !w.is_empty())
                .collect::<Vec<_>>()
        };
        let (mentioned, tagged) = (words('@'), words('#'));
        for id in mentioned.iter().filter_map(|name| names.find(name).ok()) {
            if !self.who.contains(&id) {
                self.who.push(id);
            }
        }
        for tag in tagged {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
    }
}

impl Noun for Note {
    fn kind(&self) -> Kind {
        Kind::Note
    }
    fn begin(&mut self, today: NaiveDate) {
        self.at = When::day(today);
    }
    fn whos(&self) -> Vec<RecordId> {
        self.who.clone()
    }
    fn since(&self) -> When {
        self.at
    }
    fn title(&self) -> String {
        let first = self
            .text
            .lines()
            .find(|l| !l.trim().is_empty())
            .unwrap_or_default();
        match self.sort {
            NoteSort::OneOnOne if first.is_empty() => "one-on-one held".to_owned(),
            NoteSort::Planned if first.is_empty() => "one-on-one".to_owned(),
            _ => first.trim().to_owned(),
        }
    }
    fn words(&self) -> String {
        format!("{} {}", self.text, self.tags.join(" "))
    }
    fn state(&self) -> &'static str {
        self.sort.word()
    }
    fn is_contact(&self) -> bool {
        self.sort != NoteSort::Planned
    }
    fn due(&self) -> Option<When> {
        (self.sort == NoteSort::Planned).then_some(self.at)
    }
    fn attention(&self) -> Option<NaiveDate> {
        // the day before, so that there is time to prepare; until it is said what came of it
        let planned = self.sort == NoteSort::Planned && !self.who.is_empty();
        planned.then(|| self.at.day.pred_opt().unwrap_or(self.at.day))
    }
    fn part(&self) -> Option<TodaySort> {
        Some(TodaySort::OneOnOne)
    }
    fn marks(&self) -> Vec<(NaiveDate, MarkSort)> {
        let sort = match self.sort {
            NoteSort::OneOnOne => MarkSort::OneOnOne,
            NoteSort::Moment => MarkSort::Moment,
            NoteSort::Note | NoteSort::Planned => return Vec::new(),
        };
        vec![(self.at.day, sort)]
    }
    fn tags(&self) -> &[String] {
        &self.tags
    }
}
