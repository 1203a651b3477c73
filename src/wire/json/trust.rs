//! What stands in trust with one relationship, as JSON.

use serde_json::json;

use super::{Json, day, entry, figure, list, text, told};
use crate::domain::balance::{Balance, Count};
use crate::domain::delegation::level_words;
use crate::domain::feedback::Direction;
use crate::domain::ladder::{Ladder, Sign};
use crate::domain::trust::{Delegated, Trust};
use crate::domain::{Record, RecordId};

/// All of it: the ladder, what is owed, needs, delegations with their evidence, shortcuts.
pub fn trust(one: &Trust) -> Json {
    json!({
        "as_of": day(Some(one.as_of)),
        "ladder": ladder(&one.ladder),
        "responses_owed": list(&one.owed, entry),
        "responses_owed_sealed": one.owed_sealed,
        "needs": list(&one.needs, entry),
        "delegations": list(&one.delegations, delegated),
        "shortcuts": list(&one.shortcuts, entry),
    })
}

/// Where two people stand on the ladder, the balance as two numbers.
pub fn ladder(one: &Ladder) -> Json {
    json!({
        "safe_depth": one.safe,
        "next_step": one.next,
        "held_since": day(one.held),
        "balance_90_days": {"mine": one.mine, "theirs": one.theirs},
        "sealed": one.sealed,
    })
}

/// A delegation with its evidence: the figures of what they promised on its topic, and the level that it could go to.
pub fn delegated(one: &Delegated) -> Json {
    let words = match &one.line.record {
        Record::Delegation(delegation) => level_words(delegation.level),
        _ => "",
    };
    json!({
        "delegation": entry(&one.line),
        "level_words": words,
        "evidence": {
            "kept_as_agreed": figure(&one.figures.kept),
            "follow_through": figure(&one.figures.follow),
        },
        "could_go_up_to": one.hint,
    })
}

/// Feedback both ways, as counts by kind.
pub fn balance(one: &Balance) -> Json {
    let count = |count: Count| json!({"in_90_days": count.lately, "in_all": count.all});
    let direction = |direction: &Direction| {
        let own = one.counts.iter().filter(|(d, ..)| d == direction);
        let kinds = own.map(|(_, sort, n)| (sort.word().to_owned(), count(*n)));
        json!({
            "direction": direction.word(),
            "sum": count(one.of(*direction)),
            "kinds": Json::Object(kinds.collect()),
        })
    };
    list(Direction::ALL, direction)
}

/// What was told, with the gentle question and its reasons where there are any.
pub fn told_with_signs(says: &str, ids: &[RecordId], asks: Option<&str>, signs: &[Sign]) -> Json {
    let mut object = told(says, ids);
    if let (Json::Object(pairs), Some(asks)) = (&mut object, asks) {
        pairs.insert("asks".to_owned(), text(asks));
        let reasons = list(signs, |sign| text(sign.says()));
        pairs.insert("reasons".to_owned(), reasons);
    }
    object
}
