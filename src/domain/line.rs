//! One line understood as a commitment: "send Priya the budget numbers by thu noon #budget".
//!
//! | line | what it is |
//! |---|---|
//! | `send Priya the numbers by thu` · `me -> Priya: numbers by thu` · `to Priya: …` · `I promised Priya to …` | mine |
//! | `Priya: send me the numbers` · `Priya will …` · `Priya -> me: …` · `from Priya: …` · `Priya owes me …` | theirs |
//! | `by thu noon` `on 3 dec` `until fri` `due eom`, or a date at the very end | when it is due |
//! | `every friday` `every 2 weeks` `every weekday` `every 15th`, or `weekly` at the very end | how often it comes again |
//! | `check by 1 dec` | without a due date: when to ask |
//! | `#budget` `!major` | a tag, the stake |
//! | `(requested)`, a question mark at the end, `I ask Priya: …` | only requested: it counts for nothing until its owner agrees |
//!
//! What is certainly a date, a name or a direction and cannot be read is a fault; everything else is text.
//! Names come before dates in doubt, and whoever types sees the echo before it is saved.

mod dues;
mod echo;
mod marks;
mod mention;
mod names;
mod parties;
#[cfg(test)]
pub(in crate::domain) mod people;
mod repeats;
#[cfg(test)]
mod tests;

pub use echo::echo;

use super::RecordId;
use super::commitment::Commitment;
use super::fields::{Fault, Reading};

/// What a line was understood as, and what is still missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The commitment so far.
    pub commitment: Commitment,
    /// Fields that must still be given (`who`, …), by name.
    pub missing: Vec<&'static str>,
    /// The echo: `I promise Priya Nair: send the budget numbers · due Thu 26 Nov 12:00, in 4 days · #budget`.
    pub echo: String,
}

/// Understands a line. `about` is the relationship that is meant when the line names nobody.
///
/// # Errors
/// A fault when a part of the line is certainly a date, a name or a direction and cannot be read.
pub fn commitment(
    line: &str,
    about: Option<RecordId>,
    with: &Reading<'_>,
) -> Result<Understood, Fault> {
    let spaced = ["->", "=>", "\u{2192}"]
        .iter()
        .fold(line.to_owned(), |line, arrow| line.replace(arrow, " -> "));
    // an echo that is typed back is understood again: its dots only stand between the parts
    let mut words: Vec<String> = spaced
        .split_whitespace()
        .filter(|word| *word != "\u{b7}")
        .map(str::to_owned)
        .collect();
    let marks = marks::take(&mut words);
    let repeats = repeats::take(&mut words)?;
    let dues = dues::take(&mut words, with)?;
    let parties = names::take(&mut words, about, with)?;
    let requested = marks.requested || parties.asked;
    let today = with.now.date();
    let mut commitment = Commitment {
        who: parties.who.unwrap_or_default(),
        side: parties.side,
        text: text_of(&words),
        made: today,
        agreed: (!requested).then_some(today),
        due: dues.due,
        repeats,
        check_by: dues.check_by,
        stake: marks.stake,
        tags: marks.tags,
        ..Commitment::default()
    };
    repeats::settle(&mut commitment, with);
    let mut missing = Vec::new();
    if parties.who.is_none() {
        missing.push("who");
    }
    if commitment.text.is_empty() {
        missing.push("text");
    }
    let echo = echo(&commitment, with);
    Ok(Understood {
        commitment,
        missing,
        echo,
    })
}

/// What is left of the line, without the punctuation that held its parts together.
fn text_of(words: &[String]) -> String {
    let text = words.join(" ");
    let text = text.trim_start_matches([',', ';', ':', '-', '.', ' ']);
    text.trim_end_matches([',', ';', ':', '.', ' ']).to_owned()
}
