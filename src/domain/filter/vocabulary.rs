//! The words of the query language: its keys, the kinds by all their names, the states of every noun.

use crate::domain::Kind;
use crate::domain::band::BandSort;
use crate::domain::breach::BreachState;
use crate::domain::disclosure::Response;
use crate::domain::feedback::FeedbackState;
use crate::domain::need::NeedState;
use crate::domain::note::NoteSort;
use crate::domain::plan::Stage;
use crate::domain::relationship::Tending;
use crate::domain::topic::TopicState;

/// The keys, as suggestions name them.
pub(super) const KEYS: &[&str] = &[
    "who", "kind", "is", "side", "due", "on", "before", "after", "since", "until", "tag", "stake",
];

/// The states that follow from dates (of commitments, check-ins, agreements and what stands until it ends), which no single list of choices holds.
const DERIVED: &[&str] = &[
    "requested",
    "open",
    "kept",
    "late",
    "broken",
    "released",
    "excused",
    "unfinished",
    "standing",
    "breached",
    "ended",
    "done",
];

/// Every state that a noun can answer, without repeats.
pub(super) fn states() -> Vec<&'static str> {
    let lists = [
        DERIVED,
        Tending::WORDS,
        FeedbackState::WORDS,
        BreachState::WORDS,
        Stage::WORDS,
        NoteSort::WORDS,
        TopicState::WORDS,
        Response::WORDS,
        NeedState::WORDS,
        BandSort::WORDS,
    ];
    let mut all: Vec<_> = lists.into_iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The states that a word means: itself, or several where one word is used for all of them.
pub(super) fn states_of(word: &str) -> Option<Vec<&'static str>> {
    let several: &[&'static str] = match word {
        // a check-in that is not unfinished is "done" as well
        "done" => &["kept", "late", "done"],
        "settled" => &["kept", "late", "broken", "released", "excused"],
        "closed" => &["closed", "close"],
        _ => {
            let plain = plain(word);
            let state = states().into_iter().find(|s| self::plain(s) == plain)?;
            return Some(vec![state]);
        }
    };
    Some(several.to_vec())
}

/// The kinds that a word means, in the singular or the plural, with or without its hyphen.
pub(super) fn kind(word: &str) -> Option<Kind> {
    let plain = plain(word);
    let one = plain.strip_suffix('s').unwrap_or(&plain);
    let kind = Kind::ALL.iter().copied().find(|kind| {
        let word = self::plain(kind.word());
        // breaches
        word == one || one.strip_suffix('e') == Some(word.as_str())
    });
    kind.or(match one {
        "person" | "people" => Some(Kind::Relationship),
        "promise" => Some(Kind::Commitment),
        "repair" | "repairplan" => Some(Kind::Plan),
        _ => None,
    })
}

/// A word without what people leave out: `acted-on`, `acted_on` and `acted on` are one.
pub(super) fn plain(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect()
}
