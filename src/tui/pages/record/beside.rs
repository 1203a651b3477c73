//! What stands beside a record's own fields: the signs of a disclosure, the evidence of a delegation, what to look at
//! again after a breach; and of a sealed record the little that may be told.

use crate::domain::fields::Reading;
use crate::domain::ladder::{Sign, gently};
use crate::domain::trust::Trust;
use crate::domain::{Record, RecordId, dates};
use crate::journal::Question;

/// What was answered.
#[derive(Default)]
pub struct Beside {
    /// What stands in trust with whom it is about.
    pub trust: Trust,
    /// Whether their side is folded, because I hold the power.
    pub folded: bool,
    /// Why a disclosure may be more than there is room for.
    pub signs: Vec<Sign>,
}

/// What is asked for a record.
pub fn questions(id: RecordId, record: &Record) -> Vec<Question> {
    match record {
        Record::Disclosure(one) if !record.noun().is_sealed() => vec![Question::Signs {
            draft: Box::new(one.clone()),
            id: Some(id),
        }],
        Record::Delegation(one) => vec![Question::Trust(one.who), Question::Card(one.who)],
        Record::Breach(one) => vec![Question::Trust(one.who)],
        _ => Vec::new(),
    }
}

impl Beside {
    /// Label and text of each line.
    pub fn lines(&self, id: RecordId, record: &Record) -> Vec<(String, String)> {
        match record {
            Record::Disclosure(one) if !self.signs.is_empty() && !record.noun().is_sealed() => {
                let asks = ("Gently".to_owned(), gently(one.side).to_owned());
                let why = self
                    .signs
                    .iter()
                    .map(|sign| ("because".to_owned(), sign.says().to_owned()));
                std::iter::once(asks).chain(why).collect()
            }
            Record::Delegation(_) => self.evidence(id),
            Record::Breach(_) => self.again(),
            _ => Vec::new(),
        }
    }

    fn evidence(&self, id: RecordId) -> Vec<(String, String)> {
        let Some(one) = self.trust.delegations.iter().find(|one| one.line.id == id) else {
            return Vec::new();
        };
        let hint = one.hint_line().map(|hint| ("Hint".to_owned(), hint));
        std::iter::once(("Evidence".to_owned(), one.evidence(self.folded)))
            .chain(hint)
            .collect()
    }

    fn again(&self) -> Vec<(String, String)> {
        let labels = std::iter::once("Look at again").chain(std::iter::repeat(""));
        let titles = self.trust.look_again().into_iter().map(|line| {
            format!(
                "{} {} {}",
                line.kind,
                line.id.short(),
                line.record.noun().title()
            )
        });
        labels.map(str::to_owned).zip(titles).collect()
    }
}

/// Of a sealed record: whose, when, how deep, and how it is opened.
pub fn sealed(record: &Record, with: &Reading<'_>) -> Vec<(String, String)> {
    let Record::Disclosure(one) = record else {
        return Vec::new();
    };
    let line = |label: &str, text: String| (label.to_owned(), text);
    vec![
        line("With", with.names.name(one.who).unwrap_or_default()),
        line("Who shared", one.side.to_string()),
        line("Depth", one.depth.to_string()),
        line(
            "Day",
            format!("{} ({})", one.day, dates::beside(one.day, with.now.date())),
        ),
        line(
            "Sealed",
            "s and then U unseals it, after asking; nothing else shows it".to_owned(),
        ),
    ]
}
