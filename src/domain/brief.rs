//! The summary before a one-on-one, composed for its reader: default deny, written from one side (`figures.md` A9.8).
//!
//! Two recipients, two ways: mine begins with everything and leaves nothing out; theirs begins empty and
//! names each thing that may be in it, so that a new kind of record stays out until somebody lets it in.

mod alias;
mod me;
#[cfg(test)]
mod tests;
mod them;

pub use alias::Aliases;

use chrono::NaiveDate;

use super::guardrail::ONE_SIDE;
use super::record::Record;
use super::text;
use super::value::{When, choices};
use super::view::{EntryLine, Prep, Timeline};

choices! {
    /// Who reads it.
    pub enum Audience {
        /// Me: everything since last time.
        #[default]
        Me = "me",
        /// Them: agreed commitments both ways, feedback already given, open repair steps, topics of mine.
        Them = "them",
    }
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its lines, each one bullet.
    pub lines: Vec<String>,
}

/// A brief, ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The other side's name.
    pub name: String,
    /// Who reads it.
    pub audience: Audience,
    /// Since when.
    pub since: NaiveDate,
    /// As of which day.
    pub as_of: NaiveDate,
    /// "Written from one side. …"
    pub first_line: String,
    /// The sections that have lines.
    pub sections: Vec<Section>,
}

/// Composes a brief from what the next one-on-one should know. All its text is safe to show.
pub fn compose(prep: &Prep, timeline: &Timeline, audience: Audience) -> Brief {
    let mut sections = match audience {
        Audience::Me => me::sections(prep, timeline),
        Audience::Them => them::sections(prep),
    };
    sections.retain(|section| !section.lines.is_empty());
    Brief {
        name: text::line(&prep.card.relationship.name).into_owned(),
        audience,
        since: prep.since,
        as_of: prep.as_of,
        first_line: ONE_SIDE.to_owned(),
        sections,
    }
}

impl Brief {
    /// What stands above it: `For Priya Nair`, `Before the one-on-one with Priya Nair`.
    pub fn heading(&self) -> String {
        match self.audience {
            Audience::Me => format!("Before the one-on-one with {}", self.name),
            Audience::Them => format!("For {}", self.name),
        }
    }

    /// The days it is about: `3 Mar 2026 to 31 Mar 2026`.
    pub fn span(&self) -> String {
        format!("{} to {}", day(self.since), day(self.as_of))
    }
}

/// A section whose every line is one line and safe to show.
fn section(title: &str, lines: impl IntoIterator<Item = String>) -> Section {
    let one = |line: String| {
        text::line(&line)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    Section {
        title: title.to_owned(),
        lines: lines
            .into_iter()
            .map(one)
            .filter(|line| !line.is_empty())
            .collect(),
    }
}

/// A day with its year, because a document outlives the week it was written in.
fn day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

fn moment(when: When) -> String {
    let time = when
        .time
        .map_or_else(String::new, |t| t.format(" %H:%M").to_string());
    format!("{}{time}", day(when.day))
}

/// What of several parts is not blank, joined.
fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts = parts.into_iter().map(str::trim).filter(|p| !p.is_empty());
    parts.collect::<Vec<_>>().join(" \u{b7} ")
}

fn title(line: &EntryLine) -> String {
    line.record.noun().title()
}

/// The text of a commitment with its day, when it is one.
fn owed(line: &EntryLine) -> Option<String> {
    let Record::Commitment(one) = &line.record else {
        return None;
    };
    let due = one.current_due().map_or_else(
        || "no date".to_owned(),
        |due| format!("due {}", moment(due)),
    );
    Some(joined([one.text.as_str(), &due]))
}

/// What of a feedback was said, when it is one.
fn said(line: &EntryLine) -> Option<String> {
    let Record::Feedback(one) = &line.record else {
        return None;
    };
    let ask = if one.ask.is_empty() {
        String::new()
    } else {
        format!("ask: {}", one.ask)
    };
    let words = joined([one.situation.as_str(), &one.behaviour, &one.impact, &ask]);
    Some(format!("{}: {words}", one.sort))
}
