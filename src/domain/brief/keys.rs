//! How a brief is picked from: by the keys of its lines and the words of its sections.

use std::collections::{BTreeMap, BTreeSet};

use super::{Brief, Line, May, Section};
use crate::domain::{RecordId, text};

/// The key of the timeline.
pub const CHART: &str = "chart";

/// Gives records whose short ids are the same their longer ones: a tick means one line.
pub(super) fn tell_apart(sections: &mut [Section]) {
    let mut known: BTreeMap<String, BTreeSet<RecordId>> = BTreeMap::new();
    let lines = || sections.iter().flat_map(|section| &section.lines);
    for id in lines().filter_map(|line| line.record) {
        known.entry(id.short()).or_default().insert(id);
    }
    known.retain(|_, ids| ids.len() > 1);
    if known.is_empty() {
        return;
    }
    for line in sections.iter_mut().flat_map(|section| &mut section.lines) {
        let Some(id) = line.record else { continue };
        let short = id.short();
        if known.contains_key(&short)
            && let Some(rest) = line.key.strip_prefix(&short)
        {
            line.key = format!("{}{rest}", id.letters());
        }
    }
}

impl Brief {
    /// Ticks a line, or the timeline (`chart`), or takes its tick away; answers whether there is such a line.
    pub fn tick(&mut self, key: &str, ticked: bool) -> bool {
        if key == CHART {
            let chart = self.chart.as_mut();
            return chart.map(|chart| chart.ticked = ticked).is_some();
        }
        let lines = self
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.lines);
        let found: Vec<_> = lines.filter(|line| line.key == key).collect();
        let any = !found.is_empty();
        for line in found {
            line.ticked = ticked;
        }
        any
    }

    /// Picks a section or leaves it out; answers whether there is such a section.
    pub fn pick(&mut self, word: &str, picked: bool) -> bool {
        let found = self
            .sections
            .iter_mut()
            .find(|section| section.word == word);
        found.map(|section| section.picked = picked).is_some()
    }

    /// The keys of all its lines, the timeline's too, each once, in their order.
    pub fn keys(&self) -> Vec<&str> {
        let lines = self.sections.iter().flat_map(|section| &section.lines);
        let mut keys = Vec::new();
        for key in lines.map(|line| line.key.as_str()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.extend(self.chart.as_ref().map(|_| CHART));
        keys
    }

    /// The key or the section's word that a typed one most likely means.
    pub fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
        let starts = || known.iter().copied().find(|key| key.starts_with(typed));
        text::nearest(typed, known.iter().copied()).or_else(starts)
    }

    /// The lines that are private and leave nonetheless, because they were ticked.
    pub fn private_told(&self) -> impl Iterator<Item = &Line> {
        let told = self.told().flat_map(Section::told);
        told.filter(|line| line.may == May::Ticked)
    }
}
