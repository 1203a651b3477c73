//! The summary before a one-on-one, composed for its reader: default deny, written from one side (`figures.md` A9.8).
//!
//! Every line is made of pieces, each labelled with the field that it comes from, and each goes through the one table
//! of what an audience may read ([`super::audience`]): a kind or a field that nobody let in stays out.

mod alias;
mod chart;
mod keys;
mod kinds;
mod me;
mod others;
mod team;
mod telling;
#[cfg(test)]
mod tests;

pub use super::audience::{Audience, May};
pub use alias::{Aliases, Mention, SOMEBODY};
pub use keys::CHART;
pub use team::compose as compose_team;

use chrono::NaiveDate;

use super::audience::Reader;
use super::guardrail::ONE_SIDE;
use super::record::{Kind, Record};
use super::relationship::Relationship;
use super::value::When;
use super::view::{Card, EntryLine, Prep, Timeline};
use super::{RecordId, text};

/// One line of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// By what it is ticked: the short id of its record, with the field where only that is private (`k3f9.reason`),
    /// or the section's word and a number where it is of no record.
    pub key: String,
    /// The record it tells of.
    pub record: Option<RecordId>,
    /// What it says; safe to show.
    pub text: String,
    /// Whether it may leave unasked.
    pub may: May,
    /// Whether it leaves.
    pub ticked: bool,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// By what it is picked, in one word: `promises`, `topics`.
    pub word: String,
    /// Its heading.
    pub title: String,
    /// Whether it leaves at all.
    pub picked: bool,
    /// Its lines, each one bullet.
    pub lines: Vec<Line>,
}

impl Section {
    /// What leaves of it.
    pub fn told(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| self.picked && line.ticked)
    }
}

/// The timeline within a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it draws, only the sides that its reader may see.
    pub timeline: Timeline,
    /// The relationship, for its name and its figures; of a side that its reader may not see it holds none.
    pub card: Card,
    /// Whether both sides are drawn; otherwise mine only, and nothing is said of theirs.
    pub both: bool,
    /// Whether it may leave unasked.
    pub may: May,
    /// Whether it leaves.
    pub ticked: bool,
}

/// A brief, ready to be picked from, and to be written in any format.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// The other side's name, or the team's.
    pub name: String,
    /// Whether it is about a team, not one relationship.
    pub team: bool,
    /// Who reads it.
    pub audience: Audience,
    /// Since when.
    pub since: NaiveDate,
    /// As of which day.
    pub as_of: NaiveDate,
    /// "Written from one side. …"
    pub first_line: String,
    /// The sections that have lines, those too that do not leave.
    pub sections: Vec<Section>,
    /// The timeline, where its reader may see one.
    pub chart: Option<Box<Chart>>,
}

/// Composes a brief from what the next one-on-one should know. All its text is safe to show.
pub fn compose(prep: &Prep, timeline: &Timeline, audience: Audience) -> Brief {
    let about = &prep.card.relationship;
    let reader = Reader::of(audience, about, prep.as_of);
    let mut sections = match audience {
        Audience::Me => me::sections(prep, timeline, &reader),
        Audience::Them | Audience::Lead => others::sections(prep, &reader),
    };
    sections.retain(|section| !section.lines.is_empty());
    keys::tell_apart(&mut sections);
    let brief = Brief {
        name: text::line(called(about, &reader)).into_owned(),
        chart: chart::chart(prep, timeline, &reader),
        since: prep.since,
        as_of: prep.as_of,
        sections,
        ..Brief::blank(audience)
    };
    nameless(brief, [(prep.card.id, about)])
}

/// A brief without the names of those whose name is withheld, in its texts too.
fn nameless<'a>(
    brief: Brief,
    people: impl IntoIterator<Item = (RecordId, &'a Relationship)>,
) -> Brief {
    let withheld = people.into_iter().filter_map(|(id, one)| {
        let reader = Reader::of(brief.audience, one, brief.as_of);
        let kept = reader.piece(Kind::Relationship, "name").is_some();
        (!kept).then(|| {
            let mut one = one.clone();
            one.alias = called(&one, &reader).to_owned();
            // where it stands already it stays, also with a word of the name in it
            one.handles.push(one.alias.clone());
            (id, one)
        })
    });
    let withheld: Vec<_> = withheld.collect();
    if withheld.is_empty() {
        return brief;
    }
    brief.hidden(&Aliases::of(
        withheld.iter().map(|(id, one)| (*id, one)),
        None,
    ))
}

/// What somebody is called in a brief: their name, or, where that is withheld, their alias.
fn called<'a>(about: &'a Relationship, reader: &Reader) -> &'a str {
    if reader.piece(Kind::Relationship, "name").is_some() {
        &about.name
    } else if about.alias.trim().is_empty() {
        SOMEBODY
    } else {
        &about.alias
    }
}

impl Brief {
    /// A brief with nothing in it but its first line.
    pub fn blank(audience: Audience) -> Self {
        Self {
            name: String::new(),
            team: false,
            audience,
            since: NaiveDate::default(),
            as_of: NaiveDate::default(),
            first_line: ONE_SIDE.to_owned(),
            sections: Vec::new(),
            chart: None,
        }
    }

    /// What leaves: the sections with at least one line that does.
    pub fn told(&self) -> impl Iterator<Item = &Section> {
        self.sections
            .iter()
            .filter(|section| section.told().next().is_some())
    }

    /// Whether a record has a line of its own here, and it stays.
    pub fn stays(&self, id: RecordId) -> bool {
        let lines = self
            .sections
            .iter()
            .flat_map(|section| section.lines.iter().map(move |line| (section, line)));
        // the line of a private piece has a key of two parts
        let own = lines.filter(|(_, line)| line.record == Some(id) && !line.key.contains('.'));
        let mut leaves = own.map(|(section, line)| section.picked && line.ticked);
        leaves
            .next()
            .is_some_and(|first| !first && !leaves.any(|one| one))
    }

    /// The timeline, when it leaves.
    pub fn told_chart(&self) -> Option<&Chart> {
        self.chart.as_deref().filter(|chart| chart.ticked)
    }

    /// What stands above it: `For Priya Nair`, `Before the one-on-one with Priya Nair`.
    pub fn heading(&self) -> String {
        match self.audience {
            Audience::Me if self.team => format!("The team {}", self.name),
            Audience::Me => format!("Before the one-on-one with {}", self.name),
            Audience::Them => format!("For {}", self.name),
            Audience::Lead if self.team => format!("For my lead, about the team {}", self.name),
            Audience::Lead => format!("For my lead, about {}", self.name),
        }
    }

    /// The days it is about: `3 Mar 2026 to 31 Mar 2026`.
    pub fn span(&self) -> String {
        format!("{} to {}", day(self.since), day(self.as_of))
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

/// What a record is about. Of a promise to keep a confidence even I read only that there is one.
fn title(line: &EntryLine) -> String {
    match &line.record {
        Record::Commitment(one) if one.confidence.is_some() => kinds::CONFIDED.to_owned(),
        record => record.noun().title(),
    }
}

/// The text of a commitment with its day, when it is one.
fn owed(line: &EntryLine) -> Option<String> {
    let Record::Commitment(one) = &line.record else {
        return None;
    };
    Some(joined([one.text.as_str(), &kinds::due(one)]))
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
