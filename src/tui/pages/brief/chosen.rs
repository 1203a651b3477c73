//! What was ticked, picked and replaced, kept while the brief is composed anew.

use std::collections::BTreeMap;

use crate::domain::RecordId;
use crate::domain::brief::Brief;

/// What was chosen by hand; everything else is as its reader may have it unasked.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// By the key of a line: what it said when it was ticked, and whether it leaves.
    lines: BTreeMap<String, (String, bool)>,
    /// By the word of a section.
    sections: BTreeMap<String, bool>,
    /// Whose names are replaced.
    names: Vec<RecordId>,
}

impl Chosen {
    /// Another reader: what was ticked for one says nothing of the other. Names stay replaced.
    pub fn forget_lines(&mut self) {
        self.lines.clear();
        self.sections.clear();
    }

    /// Takes a line in or leaves it out.
    pub fn line(&mut self, key: &str, text: &str, ticked: bool) {
        let was = (text.to_owned(), ticked);
        self.lines.insert(key.to_owned(), was);
    }

    /// Takes a section in or leaves it out.
    pub fn section(&mut self, word: &str, picked: bool) {
        self.sections.insert(word.to_owned(), picked);
    }

    /// Replaces somebody's name, or leaves it again.
    pub fn name(&mut self, who: RecordId) {
        if self.names.contains(&who) {
            self.names.retain(|id| *id != who);
        } else {
            self.names.push(who);
        }
    }

    /// Whose names are replaced.
    pub fn names(&self) -> &[RecordId] {
        &self.names
    }

    /// Does to a brief what was chosen. A line that says something else by now is no longer the one that was ticked.
    pub fn apply(&self, brief: &mut Brief) {
        for (key, (text, ticked)) in &self.lines {
            if text_of(brief, key) == *text {
                brief.tick(key, *ticked);
            }
        }
        for (word, picked) in &self.sections {
            brief.pick(word, *picked);
        }
    }
}

/// What a line says; blank for the timeline, and where there is no such line.
pub fn text_of(brief: &Brief, key: &str) -> String {
    let mut lines = brief.sections.iter().flat_map(|section| &section.lines);
    let found = lines.find(|line| line.key == key);
    found.map_or_else(String::new, |line| line.text.clone())
}
