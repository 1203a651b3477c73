//! A brief about a team: what it agreed and what was seen of that, what of mine is open, how much of it is known; counts,
//! and never one person's figures (`figures.md` A9.9).

use chrono::NaiveDate;

use super::telling::{loose, section};
use super::{Brief, Line, May, Section, called, keys, kinds, nameless};
use crate::domain::audience::{Audience, Reader};
use crate::domain::relationship::Relationship;
use crate::domain::team::{Counted, Team};
use crate::domain::text;
use crate::domain::view::EntryLine;
use crate::domain::{Record, RecordId};

/// Composes a brief about a team from its map, my open promises to its people, and who they are: what each of them
/// withholds stays out. All its text is safe to show.
pub fn compose(
    team: &Team,
    promised: &[EntryLine],
    people: &[(RecordId, Relationship)],
    since: NaiveDate,
    audience: Audience,
) -> Brief {
    let readers = Readers {
        people,
        nobody: Reader::of(audience, &Relationship::default(), team.as_of),
    };
    let mut sections = vec![
        counts(team, promised, &readers.nobody),
        section(
            "agreements",
            "What the team agreed",
            agreements(team, since, &readers),
        ),
        section(
            "open",
            "What I promised, still open",
            open(promised, &readers),
        ),
        summary(team, &readers.nobody),
    ];
    sections.retain(|section| !section.lines.is_empty());
    keys::tell_apart(&mut sections);
    let brief = Brief {
        name: text::line(&team.name).into_owned(),
        team: true,
        since,
        as_of: team.as_of,
        sections,
        ..Brief::blank(audience)
    };
    nameless(brief, people.iter().map(|(id, one)| (*id, one)))
}

/// Who reads, for each relationship: each may withhold something else.
struct Readers<'a> {
    people: &'a [(RecordId, Relationship)],
    nobody: Reader,
}

impl Readers<'_> {
    fn about(&self, record: &Record) -> (Reader, &str) {
        let whos = record.noun().whos();
        let found = self.people.iter().find(|(id, _)| whos.contains(id));
        found.map_or((self.nobody.clone(), ""), |(_, one)| {
            let reader = Reader::of(self.nobody.audience, one, self.nobody.as_of);
            let name = called(one, &reader);
            (reader, name)
        })
    }
}

/// How many are known, and how many of my promises to them are open: nobody is named.
fn counts(team: &Team, promised: &[EntryLine], reader: &Reader) -> Section {
    let known = [team.coverage.text()];
    let open = match promised.len() {
        0 => "no promise of mine to its people is open".to_owned(),
        1 => "1 promise of mine to its people is open".to_owned(),
        n => format!("{n} promises of mine to its people are open"),
    };
    let mut lines = loose(reader, "team", "coverage", known);
    lines.extend(loose(reader, "open", "open", [open]));
    section("team", "The team", lines)
}

/// The agreements with what was seen of them since a day.
fn agreements(team: &Team, since: NaiveDate, readers: &Readers<'_>) -> Vec<Line> {
    let each = team.agreements.iter().flat_map(|line| {
        let (reader, _) = readers.about(&line.record);
        let mut record = line.record.clone();
        if let Record::Agreement(one) = &mut record {
            one.observations.retain(|seen| seen.on >= since);
        }
        kinds::told(&reader, line.id, &record)
    });
    each.collect()
}

/// Each open promise of mine, with whom: to somebody else it leaves only where it is ticked.
fn open(promised: &[EntryLine], readers: &Readers<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in promised {
        let (reader, name) = readers.about(&line.record);
        let mut told = kinds::told(&reader, line.id, &line.record);
        if let Some(first) = told.first_mut()
            && !name.is_empty()
        {
            first.text = format!("to {}: {}", text::line(name), first.text);
        }
        if reader.audience != Audience::Me {
            for one in &mut told {
                (one.may, one.ticked) = (May::Ticked, false);
            }
        }
        lines.extend(told);
    }
    lines
}

/// What they said of me, as counts of five people and more.
fn summary(team: &Team, reader: &Reader) -> Section {
    let told = match team.map.no_summary() {
        Some(_) => Vec::new(),
        None => team.map.summary.iter().map(Counted::text).collect(),
    };
    section(
        "summary",
        "What they say of me, as counts",
        loose(reader, "summary", "summary", told),
    )
}
