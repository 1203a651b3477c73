//! `explain`: why a number is what it is, for each side and figure (`figures.md` B10).

use clap::{ArgMatches, Command};

use super::args::{json_flag, one, text_flag, who};
use super::flags::Words;
use super::settle::word;
use super::{Desk, Verb};
use crate::domain::reliability::{Figure, Label, Show};
use crate::domain::view::SideFigures;
use crate::domain::{Side, dates};
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

fn command(command: Command) -> Command {
    command
        .about("Why a figure is what it is: what was counted, what it weighed, what pulled most")
        .args([
            who(),
            text_flag("side", "WORD", "mine or theirs; both unless given")
                .value_parser(Words(Side::WORDS)),
            json_flag(),
        ])
        .after_help("Examples:\n  trustline explain priya\n  trustline explain priya --side mine --as-of 2026-09-30")
}

fn run(desk: &mut Desk<'_>, given: &ArgMatches) -> Result<()> {
    let only = word(given, "side", Side::WORDS, Side::from_word)?;
    let journal = desk.read()?;
    let card = journal.card(journal.find_relationship(one(given, "who").unwrap_or_default())?)?;
    let name = &card.relationship.name;
    let sides = [
        (Side::Mine, format!("Mine to {name}"), &card.mine),
        (Side::Theirs, format!("{name} to me"), &card.theirs),
    ];
    let wanted = sides
        .iter()
        .filter(|(side, ..)| only.is_none_or(|o| o == *side));
    if desk.wants_json() {
        let pairs: Vec<_> = wanted
            .map(|(side, _, figures)| (side.word(), json::side(figures)))
            .collect();
        return desk.say_json(&json::named(pairs));
    }
    for (n, (_, heading, figures)) in wanted.enumerate() {
        if n > 0 {
            desk.say("")?;
        }
        desk.head(heading)?;
        say(desk, figures, &journal)?;
    }
    Ok(())
}

fn say(desk: &mut Desk<'_>, figures: &SideFigures, journal: &Journal) -> Result<()> {
    let kept = &figures.kept;
    if kept.n == 0 {
        desk.say("Nothing settled yet, so there is nothing to explain.")?;
        return not_counted(desk, kept);
    }
    account(desk, kept, "Kept as agreed", journal)?;
    not_counted(desk, kept)?;
    account(desk, &figures.follow, "Follow-through", journal)
}

/// One figure: the line, the additive account, the biggest pulls.
fn account(desk: &mut Desk<'_>, figure: &Figure, heading: &str, journal: &Journal) -> Result<()> {
    desk.say(format!(
        "{heading}: {} \u{b7} {}",
        figure.counts_text(),
        figure.text()
    ))?;
    if matches!(figure.show, Show::Counts) {
        return Ok(());
    }
    desk.say(format!(
        "  {} settled, worth about {:.1} recent ones; a piece of evidence halves in weight every {:.0} days",
        figure.n, figure.n_eff, figure.rules.half_life
    ))?;
    let explanation = figure.explain();
    let mut shares = vec![format!(
        "starting assumption {:+.1}",
        100.0 * explanation.plus_start
    )];
    for (label, n, plus, missing) in &explanation.shares {
        shares.push(if plus >= missing {
            format!("{label} ({n}) {:+.1}", 100.0 * plus)
        } else {
            format!("{label} ({n}) {:.1} missing", 100.0 * missing)
        });
    }
    shares.push(format!(
        "starting doubt {:.1} missing",
        100.0 * explanation.minus_start
    ));
    desk.say(format!("  {}", shares.join("   ")))?;
    let mut pulls = Vec::new();
    for (id, points) in explanation.pulls.iter().take(PULLS) {
        let part = figure.parts.iter().find(|part| part.id == *id);
        let (day, label) = part.map_or((String::new(), ""), |p| {
            (dates::short(p.day, journal.day()), Label::word(p.label))
        });
        pulls.push(format!("{day} {label} {points:+.1} [{}]", id.short()));
    }
    desk.say(format!("  biggest pulls: {}", pulls.join(" \u{b7} ")))
}

fn not_counted(desk: &mut Desk<'_>, figure: &Figure) -> Result<()> {
    let not = figure.not_counted;
    desk.say(format!(
        "  not counted: {} released, {} excused, {} requested, {} not due yet",
        not.released, not.excused, not.requested, not.open
    ))
}
