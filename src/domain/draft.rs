//! What is being typed and is not saved yet: where, about what, and each text as it stands.

use std::fmt;
use std::str::FromStr;

use super::view::Stamp;
use super::{Kind, Record, RecordId};

/// Where something is typed. One draft is kept for each, and opening the place again brings it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The form of a new record of a kind, about a relationship.
    New(Kind, Option<RecordId>),
    /// The form of a new record that started from something; the identity is that of its beginning.
    Begun(Kind, RecordId),
    /// The form over a record.
    Edit(RecordId),
    /// The quick line.
    Quick(Option<RecordId>),
    /// A sentence or a line of a check-in with somebody: the question's code, or the line's word.
    CheckIn(RecordId, String),
    /// The note to a one-on-one that was held.
    Held(RecordId),
    /// An answer at a repair plan or a breach: which question.
    Repair(RecordId, String),
    /// The steps proposed for the newest plan of a breach.
    Steps(RecordId),
    /// What a way of settling a record asks for: which way.
    Settle(RecordId, String),
}

impl Spot {
    /// The record that it is about, if it is about one.
    pub fn about(&self) -> Option<RecordId> {
        match self {
            Self::New(_, who) | Self::Quick(who) => *who,
            Self::Begun(..) => None,
            Self::Edit(id)
            | Self::CheckIn(id, _)
            | Self::Held(id)
            | Self::Repair(id, _)
            | Self::Steps(id)
            | Self::Settle(id, _) => Some(*id),
        }
    }
}

/// Words with spaces between them, in a form that never changes: `edit 0198…`, `new commitment -`.
impl fmt::Display for Spot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let maybe = |id: &Option<RecordId>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
        match self {
            Self::New(kind, who) => write!(out, "new {} {}", kind.word(), maybe(who)),
            Self::Begun(kind, id) => write!(out, "begun {} {id}", kind.word()),
            Self::Edit(id) => write!(out, "edit {id}"),
            Self::Quick(who) => write!(out, "line {}", maybe(who)),
            Self::CheckIn(who, line) => write!(out, "check-in {who} {line}"),
            Self::Held(who) => write!(out, "held {who}"),
            Self::Repair(id, question) => write!(out, "repair {id} {question}"),
            Self::Steps(id) => write!(out, "steps {id}"),
            Self::Settle(id, way) => write!(out, "settle {id} {way}"),
        }
    }
}

impl FromStr for Spot {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\u{201c}{text}\u{201d} is no place of a draft");
        let mut words = text.splitn(3, ' ');
        let (first, second) = (words.next().unwrap_or_default(), words.next());
        let (second, third) = (second.ok_or_else(wrong)?, words.next().unwrap_or_default());
        let maybe = |word: &str| match word {
            "-" => Ok(None),
            word => word.parse().map(Some),
        };
        let kind = || Kind::from_word(second).ok_or_else(wrong);
        Ok(match first {
            "new" => Self::New(kind()?, maybe(third)?),
            "begun" => Self::Begun(kind()?, third.parse()?),
            "edit" => Self::Edit(second.parse()?),
            "line" => Self::Quick(maybe(second)?),
            "check-in" => Self::CheckIn(second.parse()?, third.to_owned()),
            "held" => Self::Held(second.parse()?),
            "repair" => Self::Repair(second.parse()?, third.to_owned()),
            "steps" => Self::Steps(second.parse()?),
            "settle" => Self::Settle(second.parse()?, third.to_owned()),
            _ => return Err(wrong()),
        })
    }
}

/// What is typed at a spot, as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Where.
    pub spot: Spot,
    /// The relationship that it is about, as far as it was understood.
    pub who: Option<RecordId>,
    /// The record that the form started from.
    pub base: Option<Box<Record>>,
    /// The revision that an edit started from.
    pub seen: Option<Stamp>,
    /// What was typed, by the name of its field.
    pub texts: Vec<(String, String)>,
    /// The field that had the cursor.
    pub at: String,
    /// Whether it is told in confidence: no list says more of it.
    pub sealed: bool,
}

impl Draft {
    /// Of one text.
    pub fn line(spot: Spot, who: Option<RecordId>, field: &str, text: String) -> Self {
        Self {
            spot,
            who,
            base: None,
            seen: None,
            texts: vec![(field.to_owned(), text)],
            at: field.to_owned(),
            sealed: false,
        }
    }

    /// What was typed in a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        let found = self.texts.iter().find(|(name, _)| name == field);
        found.map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spot_is_written_and_read_back() {
        let id = RecordId::derived(&["one"]);
        let spots = [
            Spot::New(Kind::CheckIn, Some(id)),
            Spot::New(Kind::Commitment, None),
            Spot::Begun(Kind::Breach, id),
            Spot::Edit(id),
            Spot::Quick(None),
            Spot::Quick(Some(id)),
            Spot::CheckIn(id, "a code with spaces".to_owned()),
            Spot::Held(id),
            Spot::Repair(id, "gate assess".to_owned()),
            Spot::Steps(id),
            Spot::Settle(id, "BreakWhy".to_owned()),
        ];
        for spot in spots {
            assert_eq!(spot.to_string().parse(), Ok(spot));
        }
        for wrong in [
            "",
            "edit",
            "edit x",
            "new tree -",
            "somewhere else",
            "line ?",
        ] {
            assert!(wrong.parse::<Spot>().is_err(), "{wrong}");
        }
    }
}
