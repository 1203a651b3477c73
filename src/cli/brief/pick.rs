//! What of a brief leaves: sections by their words, lines by their keys.

use clap::ArgMatches;

use super::listed;
use crate::domain::brief::{Brief, CHART};
use crate::error::{Error, Result};

/// Picks what was asked for.
///
/// # Errors
/// A section or a key that is not in the brief, with the nearest that is.
pub fn pick(brief: &mut Brief, given: &ArgMatches) -> Result<()> {
    let sections = listed(given, "sections");
    if !sections.is_empty() {
        only(brief, &sections)?;
    }
    for (flag, ticked) in [("without", false), ("with", true)] {
        for key in listed(given, flag) {
            let key = key.to_lowercase();
            if !brief.tick(&key, ticked) {
                return Err(no_line(brief, flag, &key));
            }
        }
    }
    Ok(())
}

/// Leaves only some sections in; the timeline is one of them, by the word of its key.
fn only(brief: &mut Brief, words: &[String]) -> Result<()> {
    let known: Vec<String> = brief.sections.iter().map(|one| one.word.clone()).collect();
    for word in &known {
        brief.pick(word, words.iter().any(|one| one.eq_ignore_ascii_case(word)));
    }
    let wants_chart = words.iter().any(|one| one.eq_ignore_ascii_case(CHART));
    if !wants_chart {
        brief.tick(CHART, false);
    }
    let chart = brief.chart.as_ref().map(|_| CHART);
    let known: Vec<&str> = known.iter().map(String::as_str).chain(chart).collect();
    let is_known = |word: &&String| !known.iter().any(|one| one.eq_ignore_ascii_case(word));
    match words.iter().find(is_known) {
        None => Ok(()),
        Some(word) => {
            let says = format!("--sections: this brief has no section \u{201c}{word}\u{201d}");
            let all = known.join(", ");
            Err(
                Error::usage(says).hint(match Brief::nearest(&word.to_lowercase(), &known) {
                    Some(near) => format!("did you mean {near}? it has: {all}"),
                    None => format!("it has: {all}"),
                }),
            )
        }
    }
}

fn no_line(brief: &Brief, flag: &str, key: &str) -> Error {
    let says = format!("--{flag}: no line of this brief has the key \u{201c}{key}\u{201d}");
    let known = brief.keys();
    Error::not_found(says).hint(match Brief::nearest(key, &known) {
        Some(near) => format!("did you mean {near}? --preview shows all of them"),
        None => "--preview shows every line with its key".to_owned(),
    })
}
