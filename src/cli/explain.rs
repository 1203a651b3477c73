//! `explain`: why a number is what it is, for each side and figure (`figures.md` B10).

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::args::{choice, is_set, json_flag, one, open_flag, switch, text_flag, who};
use super::flags::Words;
use super::{Columns, Desk, Verb};
use crate::domain::context::FOLDED;
use crate::domain::filter::{Ask, Filter};
use crate::domain::reliability::{Figure, Show};
use crate::domain::view::{SideFigures, Voices, Window};
use crate::domain::{Kind, Record, RecordId, Side, dates, ladder, pulse, trend};
use crate::error::Result;
use crate::journal::Journal;
use crate::wire::json;

/// The verbs of this room.
pub const VERBS: &[Verb] = &[Verb {
    name: "explain",
    command,
    run,
}];

/// How many of the biggest pulls are said.
const PULLS: usize = 4;

/// How many disclosures are looked at.
const SHARED: usize = 200;

fn command(command: Command) -> Command {
    command
        .about("Why a figure is what it is: what was counted, what it weighed, what pulled most")
        .args([
            who(),
            text_flag("side", "WORD", "mine or theirs; both unless given")
                .value_parser(Words(Side::WORDS)),
            open_flag(),
            switch("all", "every record that was counted, with its weight and its pull"),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline explain priya\n  trustline explain priya --side mine --as-of 2026-09-30")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let only = choice(given, "side", Side::WORDS, Side::from_word)?;
    let all = is_set(given, "all");
    let journal = desk.read()?;
    let mut card =
        journal.card(journal.find_relationship(one(given, "who").unwrap_or_default())?)?;
    card.folded &= !is_set(given, "open");
    let name = &card.relationship.name;
    let sides = [
        (Side::Mine, format!("Mine to {name}"), &card.mine),
        (Side::Theirs, format!("{name} to me"), &card.theirs),
    ];
    let wanted = sides
        .iter()
        .filter(|(side, ..)| only.is_none_or(|o| o == *side));
    let voices = if only == Some(Side::Theirs) {
        None
    } else {
        Some(journal.voices(card.id)?)
    };
    if desk.wants_json() {
        let mut pairs: Vec<_> = wanted
            .map(|(side, _, figures)| {
                let folded = card.folded && *side == Side::Theirs;
                (side.word(), json::folded(json::side(figures), folded))
            })
            .collect();
        pairs.extend(voices.map(|voices| ("check_ins", json::voices(&voices))));
        if only.is_none() {
            pairs.push(("shared", json::ladder(&journal.trust(card.id)?.ladder)));
        }
        return desk.say_json(&json::named(pairs));
    }
    for (n, (side, heading, figures)) in wanted.enumerate() {
        if n > 0 {
            desk.say("")?;
        }
        desk.head(heading)?;
        if card.folded && *side == Side::Theirs {
            desk.say(format!("{FOLDED} (--open shows it)"))?;
            continue;
        }
        if *side == Side::Theirs && card.relationship.gap() < 0 {
            desk.say("You set their deadlines: read their side with that in mind.")?;
        }
        say(desk, figures, journal.day(), all)?;
    }
    if let Some(voices) = voices {
        level(desk, &voices, journal.day())?;
    }
    if only.is_none() {
        shared(desk, &journal, card.id)?;
    }
    Ok(())
}

/// What was shared in trust, and what each of it counts for; what is sealed is counted and not named.
fn shared(desk: &mut Desk<'_>, journal: &Journal, who: RecordId) -> Result<()> {
    let filter = Filter::default()
        .and(Ask::Who(who))
        .and(Ask::Kind(vec![Kind::Disclosure]));
    let lines = journal.entries(&filter, Window::top(SHARED))?.lines;
    let trust = journal.trust(who)?;
    if lines.is_empty() && trust.ladder.sealed == 0 {
        return Ok(());
    }
    desk.say("")?;
    desk.head("Shared in trust")?;
    for line in trust.ladder_lines().into_iter().chain(trust.sealed_line()) {
        desk.say(line)?;
    }
    let each = lines.iter().filter_map(|line| match &line.record {
        Record::Disclosure(one) => Some(vec![
            format!("  {}", line.id.short()),
            dates::short(one.day, journal.day()),
            one.side.word().to_owned(),
            format!("depth {}", one.depth),
            ladder::counts_for(one, journal.day()),
        ]),
        _ => None,
    });
    let columns = Columns(&["*id", "day", "side", "", "counts for"]);
    desk.list(columns, &each.collect::<Vec<_>>())
}

/// The level of my check-ins, with what each of them adds.
fn level(desk: &mut Desk<'_>, voices: &Voices, day: NaiveDate) -> Result<()> {
    let Some(level) = &voices.level else {
        return Ok(());
    };
    desk.say("")?;
    desk.head("My check-ins")?;
    // below three there are dots only, and the dots are those of the newest
    if level.shown {
        desk.say(format!("{}; the newest {:.0}", level.text(), level.latest))?;
    } else {
        desk.say(level.text())?;
    }
    let mut rows = Vec::new();
    for (id, voice) in &voices.voices {
        rows.push(vec![
            format!("  {}", id.short()),
            dates::short(voice.day, day),
            match voice.points {
                Some(points) if level.shown => format!("{points:.0}"),
                Some(points) => pulse::dots(points),
                None => "left out".to_owned(),
            },
            format!("{} of {}", voice.answered, voice.asked),
            format!("{:.2}", voice.weight),
        ]);
    }
    let columns = Columns(&["id", "*day", "points", "answered", "weight"]);
    desk.headed(columns, &rows)
}

fn say(desk: &mut Desk<'_>, figures: &SideFigures, day: NaiveDate, all: bool) -> Result<()> {
    if figures.kept.n + figures.follow.n == 0 {
        desk.say("Nothing settled yet, so there is nothing to explain.")?;
        return not_counted(desk, &figures.kept);
    }
    for (heading, figure) in [
        ("Kept as agreed", &figures.kept),
        ("Follow-through", &figures.follow),
    ] {
        let worth = match figure.show {
            Show::Counts => String::new(),
            _ => format!(
                "   {} settled, worth about {:.1} recent ones",
                figure.n, figure.n_eff
            ),
        };
        let (counts, shown) = (figure.counts_text(), trend::told(figure));
        desk.say(format!("{heading}: {counts} \u{b7} {shown}{worth}"))?;
        // an account adds up to the figure, so it is told only where the figure itself may be
        if matches!(figure.show, Show::Figure | Show::Firm) {
            account(desk, figure)?;
        }
        if all {
            evidence(desk, figure, day)?;
        } else if figure.show != Show::Counts {
            let pulls = pulls(figure, day);
            desk.say(format!("  biggest pulls: {}", pulls.join(" \u{b7} ")))?;
        }
        if let Some(says) = trend::ask(figure) {
            desk.say(format!("  {says}"))?;
        }
        not_counted(desk, figure)?;
    }
    let half = figures.kept.rules.half_life;
    desk.say(format!(
        "A record weighs half as much every {half:.0} days; those of one day share their weight."
    ))
}

/// The additive account: what adds up to the figure, and what is missing from 100.
fn account(desk: &mut Desk<'_>, figure: &Figure) -> Result<()> {
    let one = figure.explain();
    let mut adds = vec![format!(
        "starting assumption {}",
        signed(100.0 * one.plus_start)
    )];
    let mut lacks = Vec::new();
    for (label, n, plus, missing) in &one.shares {
        if *plus > 0.0 {
            adds.push(format!("{label} ({n}) {}", signed(100.0 * plus)));
        }
        if *missing > 0.0 {
            lacks.push(format!("{label} ({n}) {:.1} missing", 100.0 * missing));
        }
    }
    lacks.push(format!(
        "starting doubt {:.1} missing",
        100.0 * one.minus_start
    ));
    desk.say(format!("  {}", adds.join("     ")))?;
    desk.say(format!("  {}", lacks.join("     ")))
}

/// The strongest pulls, each by what the figure would lose without it.
fn pulls(figure: &Figure, day: NaiveDate) -> Vec<String> {
    let strongest = figure.explain().pulls.into_iter().take(PULLS);
    let part = |id: RecordId| figure.parts.iter().find(|part| part.id == id);
    strongest
        .filter_map(|(id, points)| part(id).map(|part| (part, points)))
        .map(|(part, points)| {
            let when = dates::short(part.day, day);
            format!(
                "{when} {} {} [{}]",
                part.label,
                signed(points),
                part.id.short()
            )
        })
        .collect()
}

/// Every piece of evidence with its weight and its pull, newest first.
fn evidence(desk: &mut Desk<'_>, figure: &Figure, day: NaiveDate) -> Result<()> {
    let pulls = figure.explain().pulls;
    let pull = |id: RecordId| pulls.iter().find(|(other, _)| *other == id);
    let mut rows = Vec::new();
    for part in figure.parts.iter().rev() {
        rows.push(vec![
            format!("  {}", part.id.short()),
            dates::short(part.day, day),
            part.label.word().to_owned(),
            format!("{:.2}", part.w),
            pull(part.id).map_or_else(String::new, |(_, points)| signed(*points)),
        ]);
    }
    desk.headed(Columns(&["id", "*day", "label", "weight", "pull"]), &rows)
}

/// `+3.2`, `\u{2212}7.2`.
fn signed(points: f64) -> String {
    format!("{points:+.1}").replace('-', "\u{2212}")
}

fn not_counted(desk: &mut Desk<'_>, figure: &Figure) -> Result<()> {
    let not = figure.not_counted;
    let undated = match not.undated {
        0 => String::new(),
        n => format!(", {n} without a date"),
    };
    desk.say(format!(
        "  not counted: {} released, {} excused, {} requested, {} not due yet{undated}",
        not.released, not.excused, not.requested, not.open
    ))
}
