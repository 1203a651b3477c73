//! What a row's status, or its history of statuses, makes of a commitment.

use chrono::NaiveDate;

use super::bind::{Ending, Words};
use super::dates::{self, DateOrder};
use super::mapping::Means;
use super::split::Row;
use crate::domain::commitment::Commitment;
use crate::domain::text::fold;
use crate::transfer::intake::shown;

/// What a status says: the meaning, the day it came to that, the word, and the first day of a history.
pub(super) struct Said {
    pub means: Means,
    pub day: Option<NaiveDate>,
    pub word: String,
    pub first: Option<NaiveDate>,
}

/// Reads the status of a row.
///
/// # Errors
/// The column at fault and a sentence.
pub(super) fn read(
    ending: &Ending,
    row: &Row,
    order: Option<DateOrder>,
) -> Result<Said, (usize, String)> {
    match ending {
        Ending::Status { word, day, words } => {
            let (column, word) = word.read(row);
            let word = word.trim();
            let means = meaning(words, word).map_err(|says| (column, says))?;
            let on = match day {
                Some(day) => {
                    let cell = row.text(*day).unwrap_or_default().trim();
                    let read = (!cell.is_empty())
                        .then(|| dates::when(cell, order))
                        .transpose();
                    read.map_err(|says| (*day, says))?.map(|when| when.day)
                }
                None => None,
            };
            Ok(Said {
                means,
                day: on,
                word: word.to_owned(),
                first: None,
            })
        }
        Ending::History {
            column,
            between,
            sign,
            words,
        } => {
            let text = row.text(*column).unwrap_or_default();
            history(text, (between, sign), words, order).map_err(|says| (*column, says))
        }
    }
}

/// The newest status of a history, with the first day of the unbroken run that it ends.
fn history(
    text: &str,
    (between, sign): (&str, &str),
    words: &Words,
    order: Option<DateOrder>,
) -> Result<Said, String> {
    let mut first = None;
    let mut newest: Option<(NaiveDate, &str, Means, NaiveDate)> = None;
    for entry in text.split(between).map(str::trim).filter(|e| !e.is_empty()) {
        let (day, word) = entry.split_once(sign).ok_or_else(|| {
            format!(
                "\u{201c}{}\u{201d} is not a day, \u{201c}{sign}\u{201d} and a status",
                shown(entry)
            )
        })?;
        let day = dates::when(day, order)?.day;
        let word = word.trim();
        let means = meaning(words, word)?;
        first.get_or_insert(day);
        newest = Some(match newest {
            Some((before, ..)) if day < before => {
                return Err(format!(
                    "its entries run backwards at \u{201c}{}\u{201d}",
                    shown(entry)
                ));
            }
            Some((_, same, means, since)) if fold(same) == fold(word) => (day, word, means, since),
            _ => (day, word, means, day),
        });
    }
    let (_, word, means, since) = newest.ok_or("has no status")?;
    Ok(Said {
        means,
        day: Some(since),
        word: word.to_owned(),
        first,
    })
}

fn meaning(words: &Words, word: &str) -> Result<Means, String> {
    let any = || words.get("*").filter(|_| !word.is_empty());
    let known = words.get(&fold(word)).or_else(any);
    known.copied().ok_or_else(|| match word {
        "" => "has no status, and the mapping does not say what that means".to_owned(),
        word => format!(
            "the mapping does not say what \u{201c}{}\u{201d} means",
            shown(word)
        ),
    })
}

/// Puts what a status says into a commitment.
///
/// # Errors
/// A sentence, when the status settles and no day is given.
pub(super) fn settle(one: &mut Commitment, said: &Said) -> Result<(), String> {
    let day = || {
        said.day.ok_or_else(|| {
            format!(
                "\u{201c}{}\u{201d} settles it, and the day it was settled is missing",
                shown(&said.word)
            )
        })
    };
    match said.means {
        Means::Done => one.done = Some(day()?),
        Means::Broken => one.broken = Some(day()?),
        Means::Released => one.released = Some(day()?),
        Means::Excused => one.excused = Some(day()?),
        Means::Requested => one.agreed = None,
        Means::Open | Means::Skip => {}
    }
    let with_reason = matches!(said.means, Means::Broken | Means::Released | Means::Excused);
    if with_reason && one.reason.is_empty() {
        one.reason.clone_from(&said.word);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        [
            ("open", Means::Open),
            ("kept", Means::Done),
            ("broken", Means::Broken),
        ]
        .map(|(w, m)| (w.to_owned(), m))
        .into()
    }

    fn check(text: &str, expect: &str) {
        let found = match history(text, (";", "="), &words(), None) {
            Ok(said) => format!("{:?} {:?} {:?}", said.means, said.first, said.day),
            Err(says) => says,
        };
        assert_eq!(found.replace("Some", ""), expect, "{text:?}");
    }

    #[test]
    fn histories() {
        check("2026-02-03=Open", "Open (2026-02-03) (2026-02-03)");
        check(
            "2026-02-03=Open; 2026-05-03=Kept ;2026-06-03=kept",
            "Done (2026-02-03) (2026-05-03)",
        );
        check(
            "2026-02-03=Kept;2026-05-03=Broken;2026-06-03=Kept",
            "Done (2026-02-03) (2026-06-03)",
        );
        check(
            "2026-02-03=Kept;2026-01-03=Broken",
            "its entries run backwards at “2026-01-03=Broken”",
        );
        check(
            "2026-02-03=Great",
            "the mapping does not say what “Great” means",
        );
        check("32 March=Open", "there is no 32 March");
        check("Open", "“Open” is not a day, “=” and a status");
        check(" ; ", "has no status");
    }
}
