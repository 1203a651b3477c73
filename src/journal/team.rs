//! Teams: the list of them, and one as a map. Read from what stands on relationships and from a dozen weeks of check-ins.

use chrono::{Duration, NaiveDate};

use super::Journal;
use super::gather::GATHERED;
use crate::domain::agreement::Scope;
use crate::domain::collective::{Coverage, RECENT_DAYS};
use crate::domain::filter::{Ask, Filter};
use crate::domain::relationship::{Party, Relationship, Tending};
use crate::domain::team::{self, Member, Named, PEOPLE, Team, TeamLine};
use crate::domain::view::{EntryLine, Window};
use crate::domain::{Kind, Record, RecordId, Side, text};
use crate::error::{Error, ErrorKind, Result};

/// How many relationships are looked through for the teams they name: more than anybody tends.
const TENDED: usize = 2_000;
/// How many check-ins of one person are looked at: both sides of a dozen weeks, and some more.
const HEARD: usize = 40;

/// The active relationships, as teams are made of them.
struct Tended(Vec<(RecordId, Relationship)>);

impl Tended {
    fn of(&self, party: Party) -> impl Iterator<Item = &(RecordId, Relationship)> {
        self.0.iter().filter(move |(_, one)| one.party == party)
    }

    /// The persons whose teams hold one of some folded words, by name.
    fn persons(&self, words: &[String]) -> Vec<&(RecordId, Relationship)> {
        let named = |one: &Relationship| {
            one.teams
                .iter()
                .any(|team| words.contains(&text::fold(team)))
        };
        let mut persons: Vec<_> = self
            .of(Party::Person)
            .filter(|(_, one)| named(one))
            .collect();
        persons.sort_by_key(|(id, one)| (text::fold(&one.name), *id));
        persons
    }

    fn line(&self, name: &str, group: Option<&(RecordId, Relationship)>) -> TeamLine {
        let words = group.map_or_else(|| vec![text::fold(name)], |(_, one)| words(one));
        let known = self.persons(&words).into_iter();
        TeamLine {
            name: name.to_owned(),
            group: group.map(|(id, _)| *id),
            coverage: Coverage {
                known: known.map(|(id, one)| (*id, one.name.clone())).collect(),
                members: group.and_then(|(_, one)| one.members),
            },
        }
    }

    /// Every group, and every team that a person names and that is no group; by name.
    fn lines(&self) -> Vec<TeamLine> {
        let groups: Vec<_> = self.of(Party::Group).collect();
        let mut taken: Vec<String> = groups.iter().flat_map(|(_, one)| words(one)).collect();
        let mut lines: Vec<_> = groups
            .iter()
            .map(|one| self.line(&one.1.name, Some(one)))
            .collect();
        for team in self.of(Party::Person).flat_map(|(_, one)| &one.teams) {
            let word = text::fold(team);
            if !word.is_empty() && !taken.contains(&word) {
                taken.push(word);
                lines.push(self.line(team, None));
            }
        }
        lines.sort_by_key(|line| (text::fold(&line.name), line.group));
        lines
    }
}

/// The folded words by which a person's team names a group: its name, and its handles.
fn words(group: &Relationship) -> Vec<String> {
    let words = std::iter::once(&group.name).chain(&group.handles);
    words.map(|word| text::fold(word)).collect()
}

/// What a brief about a team is composed of.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamSheet {
    /// The team.
    pub team: Team,
    /// Since when it looks.
    pub since: NaiveDate,
    /// What I promised its people and its group, and is open: nearest due first.
    pub promised: Vec<EntryLine>,
    /// Its people and its group, with what each withholds.
    pub people: Vec<(RecordId, Relationship)>,
}

impl Journal {
    /// What a brief about a team is composed of; since a dozen weeks unless a day is given.
    ///
    /// # Errors
    /// As [`Journal::find_team`].
    pub fn team_sheet(&self, name: &str, since: Option<NaiveDate>) -> Result<TeamSheet> {
        let team = self.team(name, team::WEEKS)?;
        self.store.read(|| {
            let mut promised = Vec::new();
            let mut people = Vec::new();
            for id in team.members.iter().map(|one| one.id).chain(team.group) {
                people.push((id, self.relationship(id)?.1));
                let open = self.open_of(id, Side::Mine)?;
                // what is only asked for is no promise yet
                promised.extend(open.into_iter().filter(|line| {
                    line.state == "open" && line.record.noun().whos().first() == Some(&id)
                }));
            }
            promised.sort_by_key(|line| {
                let due = line.record.noun().due();
                (due.is_none(), due, line.id)
            });
            Ok(TeamSheet {
                since: since.unwrap_or_else(|| team::first_day(team.as_of, team::WEEKS)),
                team,
                promised,
                people,
            })
        })
    }

    /// The teams: groups, and what persons name as theirs; by name.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn teams(&self) -> Result<Vec<TeamLine>> {
        Ok(self.teamed()?.lines())
    }

    /// The team that words name: its name, a handle of its group, or the start of its name.
    ///
    /// # Errors
    /// `NotFound` with the teams there are, `Ambiguous` with those that fit.
    pub fn find_team(&self, typed: &str) -> Result<String> {
        let tended = self.teamed()?;
        let word = text::fold(typed.trim());
        let lines = tended.lines();
        let is_called = |line: &&TeamLine| {
            let group = tended
                .of(Party::Group)
                .find(|(id, _)| Some(*id) == line.group);
            text::fold(&line.name) == word
                || group.is_some_and(|(_, one)| words(one).contains(&word))
        };
        if let Some(line) = lines.iter().find(is_called) {
            return Ok(line.name.clone());
        }
        let starts =
            |line: &&TeamLine| !word.is_empty() && text::fold(&line.name).starts_with(&word);
        let fits: Vec<_> = lines
            .iter()
            .filter(starts)
            .map(|line| line.name.as_str())
            .collect();
        match (fits.as_slice(), lines.as_slice()) {
            ([only], _) => Ok((*only).to_owned()),
            ([], []) => Err(Error::not_found("no team is known yet")
                .hint("name one in the teams of a person: trustline edit priya --teams Booking")),
            ([], all) => {
                let every: Vec<_> = all.iter().map(|line| line.name.as_str()).collect();
                Err(
                    Error::not_found(format!("no team is called \u{201c}{typed}\u{201d}"))
                        .hint(format!("there are: {}", every.join(", "))),
                )
            }
            (several, _) => Err(Error::new(
                ErrorKind::Ambiguous,
                format!("\u{201c}{typed}\u{201d} fits several teams"),
            )
            .hint(format!("it could be: {}", several.join(", ")))),
        }
    }

    /// A team, over so many weeks (at most a dozen, the one of today included).
    ///
    /// # Errors
    /// As [`Journal::find_team`].
    pub fn team(&self, name: &str, weeks: usize) -> Result<Team> {
        let name = self.find_team(name)?;
        let day = self.day();
        self.store.read(|| {
            let tended = self.teamed()?;
            let line = tended.lines().into_iter().find(|line| line.name == name);
            let line = line.ok_or_else(|| Error::not_found("that team is not here"))?;
            let from = team::first_day(day, weeks);
            let mut members = Vec::new();
            for (id, name) in line.coverage.known.iter().take(PEOPLE) {
                let relationship = tended.0.iter().find(|(one, _)| one == id);
                let contact = self.store.last_contact(*id, day)?;
                let due = relationship.and_then(|(_, one)| one.checkin_due(contact));
                members.push(Member {
                    id: *id,
                    name: name.clone(),
                    due,
                    checkins: self.heard(*id, from)?,
                });
            }
            Ok(Team {
                map: team::map(&members, &self.packs().packs, day, weeks),
                agreements: self.agreements_of(&line)?,
                institutions: self.blamed(&tended, day)?,
                group: line.group,
                coverage: line.coverage,
                as_of: day,
                members,
                name,
            })
        })
    }

    fn teamed(&self) -> Result<Tended> {
        let filter = Filter::default()
            .and(Ask::Kind(vec![Kind::Relationship]))
            .and(Ask::State(vec![Tending::Active.word()]));
        let lines = self.entries(&filter, Window::top(TENDED))?.lines;
        let relationships = lines.into_iter().filter_map(|line| match line.record {
            Record::Relationship(one) => Some((line.id, one)),
            _ => None,
        });
        Ok(Tended(relationships.collect()))
    }

    /// The finished check-ins with somebody since a day, of both sides.
    fn heard(
        &self,
        who: RecordId,
        from: NaiveDate,
    ) -> Result<Vec<crate::domain::checkin::CheckIn>> {
        let lines = self.kept(who, Kind::CheckIn, &["done"], HEARD)?;
        let checkins = lines.into_iter().filter_map(|line| match line.record {
            Record::CheckIn(one) if one.day >= from => Some(one),
            _ => None,
        });
        Ok(checkins.collect())
    }

    /// The agreements of a team: of its group, and those that its people keep as a team's; a breach that waits first.
    fn agreements_of(&self, line: &TeamLine) -> Result<Vec<EntryLine>> {
        let mut found = Vec::new();
        if let Some(group) = line.group {
            found.extend(self.agreements(group)?);
        }
        for (id, _) in line.coverage.known.iter().take(PEOPLE) {
            let theirs = self.agreements(*id)?.into_iter();
            found.extend(theirs.filter(
                |line| matches!(&line.record, Record::Agreement(one) if one.scope == Scope::Team),
            ));
        }
        found.sort_by_key(|line| line.state != "breached");
        found.truncate(GATHERED);
        Ok(found)
    }

    /// The institutions that excused misses name, by name.
    fn blamed(&self, tended: &Tended, day: NaiveDate) -> Result<Vec<Named>> {
        let since = day - Duration::days(RECENT_DAYS);
        let mut named = Vec::new();
        for (id, one) in tended.of(Party::Institution).take(PEOPLE) {
            let (recent, all) = if self.as_of.is_none() {
                self.store.excused_counts(*id, since)?
            } else {
                let excused = self.excused_by(*id, day)?;
                (excused.recent, excused.all)
            };
            if all > 0 {
                let name = one.name.clone();
                named.push(Named {
                    id: *id,
                    name,
                    recent,
                    all,
                });
            }
        }
        named.sort_by_key(|one| (text::fold(&one.name), one.id));
        Ok(named)
    }
}
