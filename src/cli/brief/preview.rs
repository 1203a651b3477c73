//! A brief before it leaves: every line with its key, whether it would leave, and what is private.

use super::names::told;
use crate::cli::{Columns, Desk};
use crate::domain::brief::{Brief, CHART, Line, May, Mention};
use crate::error::Result;
use crate::wire::json;

/// Says every line that could leave; writes nothing anywhere.
///
/// # Errors
/// When the output cannot be written.
pub fn say(desk: &mut Desk<'_>, brief: &Brief, mentions: &[Mention]) -> Result<()> {
    if desk.wants_json() {
        return desk.say_json(&json::brief(brief, mentions));
    }
    desk.say(&brief.first_line)?;
    desk.head(format!("{} \u{b7} {}", brief.heading(), brief.span()))?;
    for section in &brief.sections {
        let out = if section.picked { "" } else { ", left out" };
        desk.say("")?;
        desk.head(format!("{}  ({}{out})", section.title, section.word))?;
        let rows: Vec<_> = section
            .lines
            .iter()
            .map(|line| row(line, section.picked && line.ticked, desk.is_plain()))
            .collect();
        desk.list(COLUMNS, &rows)?;
    }
    if let Some(chart) = &brief.chart {
        let sides = if chart.both { "both sides" } else { "my side" };
        desk.say("")?;
        let private = chart.may == May::Ticked;
        let text = format!("the timeline, {sides}");
        let ticks = ticks(desk.is_plain());
        desk.list(
            COLUMNS,
            &[cells(
                CHART,
                &text,
                private,
                ticks[usize::from(chart.ticked)],
            )],
        )?;
    }
    desk.say("")?;
    if !mentions.is_empty() {
        let each: Vec<_> = mentions.iter().map(told).collect();
        desk.say(format!("Names in it: {}", each.join(", ")))?;
    }
    let signs = if desk.is_plain() {
        ""
    } else {
        "[x] leaves, [ ] stays. "
    };
    desk.say(format!("{signs}--without KEY takes a line out, --with KEY takes a private one in, --sections WORDS picks sections."))
}

/// What the cells of a line are called.
const COLUMNS: Columns = Columns(&["", "key", "", "*line"]);

/// What stands before a line that stays, and before one that leaves.
fn ticks(plain: bool) -> [&'static str; 2] {
    if plain {
        ["stays", "leaves"]
    } else {
        ["  [ ]", "  [x]"]
    }
}

fn row(line: &Line, leaves: bool, plain: bool) -> Vec<String> {
    let tick = ticks(plain)[usize::from(leaves)];
    cells(&line.key, &line.text, line.may == May::Ticked, tick)
}

fn cells(key: &str, text: &str, private: bool, tick: &str) -> Vec<String> {
    let private = if private { "private" } else { "" };
    [tick, key, private, text].map(str::to_owned).to_vec()
}
