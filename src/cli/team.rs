//! `team`: the teams there are, and one as a map of coverage and change; never a ranking.

use clap::{Arg, ArgMatches, Command};

use super::args::{is_set, joined, json_flag, switch};
use super::{Columns, Desk, Verb};
use crate::domain::collective::observed;
use crate::domain::dates;
use crate::domain::team::{Cell, Named, Team, TeamLine, WEEKS};
use crate::error::Result;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "team",
    command,
    run,
}];

fn command(command: Command) -> Command {
    let name = Arg::new("name")
        .value_name("NAME")
        .num_args(0..)
        .help("a team that people name as theirs, or a group; without it, all are listed");
    let weeks = Arg::new("weeks")
        .long("weeks")
        .value_name("N")
        .default_value("12")
        .value_parser(clap::value_parser!(u16).range(1..=12))
        .help("how many weeks back, this one included");
    command
        .about("Teams: which facets check-ins covered and what moved, by people or by weeks")
        .args([
            name,
            weeks,
            switch("by-weeks", "a column for each week instead of each person"),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline team\n  trustline team booking\n  trustline team booking --by-weeks --weeks 6")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let journal = desk.read()?;
    let name = joined(given, "name");
    if name.trim().is_empty() {
        let teams = journal.teams()?;
        return list(desk, &teams);
    }
    let weeks = given
        .get_one::<u16>("weeks")
        .copied()
        .map_or(WEEKS, usize::from);
    let team = journal.team(&name, weeks)?;
    if desk.wants_json() {
        return desk.say_json(&json::team(&team));
    }
    desk.head(&team.name)?;
    desk.say(team.coverage.text())?;
    if is_set(given, "by-weeks") {
        by_weeks(desk, &team)?;
    } else {
        by_people(desk, &team)?;
    }
    around(desk, &team)
}

fn list(desk: &mut Desk<'_>, teams: &[TeamLine]) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::list(teams, json::team_line));
    }
    if teams.is_empty() {
        return desk.say(
            "No team yet. Name one in the teams of a person: trustline edit priya --teams Booking",
        );
    }
    let row = |line: &TeamLine| {
        let sort = if line.group.is_some() {
            "group"
        } else {
            "team"
        };
        vec![line.name.clone(), sort.to_owned(), line.coverage.text()]
    };
    let rows: Vec<_> = teams.iter().map(row).collect();
    desk.list(Columns(&["*name", "sort", "known"]), &rows)
}

/// A row for each person, a column for each facet: names are told whole, and a screen is wider than a team is large.
fn by_people(desk: &mut Desk<'_>, team: &Team) -> Result<()> {
    if team.map.facets.is_empty() {
        return nothing(desk, team);
    }
    let days = team.map.weeks.len();
    desk.head(format!(
        "Answered in check-ins of {days} weeks, and what moved (\u{2191} \u{2193})"
    ))?;
    let names = team.members.iter().map(|one| one.name.clone());
    let mut rows = vec![
        std::iter::once(String::new())
            .chain(names)
            .collect::<Vec<_>>(),
    ];
    let held = team.map.held.iter().map(ToString::to_string);
    for (facet, cells) in team.map.facets.iter().zip(&team.map.people) {
        let first = std::iter::once(format!("  {facet}"));
        rows.push(first.chain(cells.iter().map(|one| cell(*one))).collect());
    }
    rows.push(
        std::iter::once("  check-ins".to_owned())
            .chain(held)
            .collect(),
    );
    desk.grid(&rows)
}

fn by_weeks(desk: &mut Desk<'_>, team: &Team) -> Result<()> {
    if team.map.facets.is_empty() {
        return nothing(desk, team);
    }
    desk.head("Answered in the check-ins of each week (from Monday), and whether something moved")?;
    let weeks = team
        .map
        .weeks
        .iter()
        .map(|day| dates::short(*day, team.as_of));
    let mut rows = vec![
        std::iter::once(String::new())
            .chain(weeks)
            .collect::<Vec<_>>(),
    ];
    for (facet, cells) in team.map.facets.iter().zip(&team.map.in_weeks) {
        let first = std::iter::once(format!("  {facet}"));
        rows.push(first.chain(cells.iter().map(|one| cell(*one))).collect());
    }
    desk.grid(&rows)
}

fn nothing(desk: &mut Desk<'_>, team: &Team) -> Result<()> {
    desk.say(match team.members.first() {
        Some(one) => format!(
            "No check-in in these weeks. Begin with: trustline checkin \"{}\"",
            one.name
        ),
        None => "Nobody of it is known directly yet.".to_owned(),
    })
}

fn cell(one: Cell) -> String {
    match one.answered {
        0 => "\u{b7}".to_owned(),
        n => format!("{n}{}", one.moved.arrow()),
    }
}

/// What stands around the map: the summary, agreements, institutions.
fn around(desk: &mut Desk<'_>, team: &Team) -> Result<()> {
    desk.head("What they say of me, as counts")?;
    match team.map.no_summary() {
        Some(why) => desk.say(format!("  {why}"))?,
        None => {
            for told in &team.map.summary {
                desk.say(format!("  {}", told.text()))?;
            }
        }
    }
    if let Some(seen) = observed(&team.agreements) {
        let cells = team.agreements.iter().map(|line| {
            let mut cells = super::agreement::cells(line, team.as_of);
            cells[0].insert_str(0, "  ");
            cells
        });
        let heading = format!("Agreements: {}", seen.text());
        desk.part(
            &heading,
            super::agreement::COLUMNS,
            &cells.collect::<Vec<_>>(),
        )?;
    }
    if !team.institutions.is_empty() {
        let row = |one: &Named| {
            let id = format!("  {}", one.id.short());
            vec![id, one.name.clone(), one.text()]
        };
        let rows: Vec<_> = team.institutions.iter().map(row).collect();
        let columns = Columns(&["id", "*name", ""]);
        desk.part("Excused misses that name an institution", columns, &rows)?;
    }
    Ok(())
}
