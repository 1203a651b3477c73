//! What was understood, said back in one line before it is saved.

use chrono::{Datelike, NaiveDate};

use crate::domain::commitment::{Commitment, Stake};
use crate::domain::fields::Reading;
use crate::domain::record::Side;
use crate::domain::value::When;
use crate::domain::{RecordId, dates, text};

/// `I promise Priya Nair: send the budget numbers · due Thu 26 Nov 12:00, in 4 days · #budget`.
pub fn echo(one: &Commitment, with: &Reading<'_>) -> String {
    let today = with.now.date();
    let name = (one.who != RecordId::default())
        .then(|| with.names.name(one.who))
        .flatten()
        .unwrap_or_else(|| "(who?)".to_owned());
    let asked = one.agreed.is_none();
    let who = match (one.side, asked) {
        (Side::Mine, false) => format!("I promise {name}"),
        (Side::Theirs, false) => format!("{name} promises me"),
        (Side::Mine, true) => format!("{name} asks me"),
        (Side::Theirs, true) => format!("I ask {name}"),
    };
    let what = if one.text.is_empty() {
        "(what?)"
    } else {
        &one.text
    };
    let mut parts = vec![format!("{who}: {what}")];
    parts.push(match one.due {
        Some(due) => format!("due {}", day(due, today)),
        None => "no due date".to_owned(),
    });
    if let Some(repeats) = one.repeats {
        parts.push(format!("repeats {repeats}"));
    }
    if let Some(check) = one.check_by {
        parts.push(format!("check by {}", day(check.into(), today)));
    }
    if one.stake != Stake::default() {
        parts.push(one.stake.to_string());
    }
    if asked {
        parts.push("only requested".to_owned());
    }
    parts.extend(one.tags.iter().map(|tag| format!("#{tag}")));
    text::line(&parts.join(" \u{b7} ")).into_owned()
}

/// `Thu 26 Nov 12:00, in 4 days`, with its year when it is not this one.
fn day(when: When, today: NaiveDate) -> String {
    let year = if when.day.year() == today.year() {
        "%a %-d %b"
    } else {
        "%a %-d %b %Y"
    };
    let time = when
        .time
        .map_or_else(String::new, |t| t.format(" %H:%M").to_string());
    format!(
        "{}{time}, {}",
        when.day.format(year),
        dates::beside(when.day, today)
    )
}
