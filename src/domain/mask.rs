//! The mask: initials in place of names, for other people's eyes. Words that are shown are changed, never those that are kept.

use std::borrow::Cow;

use super::brief::{Aliases, Brief};
use super::fields::{Field, Shape};
use super::forget::texts;
use super::relationship::Relationship;
use super::value::Value;
use super::view::{Card, Timeline};
use super::{Record, RecordId};

/// Who is known to a journal, and the initials that stand for each.
#[derive(Debug, Clone, Default)]
pub struct Mask {
    names: Aliases,
}

impl Mask {
    /// Over everybody that a journal ever knew, each with every value of their record, the newest first.
    pub fn of(everybody: &[(RecordId, Vec<Relationship>)]) -> Self {
        Self {
            names: Aliases::initials(everybody),
        }
    }

    /// A text with initials in place of every name; masked twice it is the same as once.
    pub fn hide<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let hidden = self.names.hide(text);
        if hidden == text {
            return Cow::Borrowed(text);
        }
        Cow::Owned(hidden)
    }

    /// A record with initials in all its texts, for what leaves; what a field refuses masked is left out of it.
    pub fn record(&self, record: &Record) -> Record {
        let mut masked = record.clone();
        for field in record.kind().fields() {
            let old = (field.get)(record);
            match field.shape {
                Shape::Line | Shape::Text | Shape::Tags => {
                    let mut new = old.clone();
                    self.hide_in(&mut new);
                    put(&mut masked, field, &old, &new);
                }
                Shape::Rows => self.rows(&mut masked, field, &old),
                _ => {}
            }
        }
        masked
    }

    /// A brief with initials in it, in what does not leave, too.
    #[must_use]
    pub fn brief(&self, brief: Brief) -> Brief {
        brief.hidden(&self.names)
    }

    /// The words of a timeline and the name of its card.
    pub fn timeline(&self, timeline: &mut Timeline, card: &mut Card) {
        self.put_over(&mut card.relationship.name);
        for mark in &mut timeline.marks {
            self.put_over(&mut mark.text);
        }
        for band in &mut timeline.bands {
            self.put_over(&mut band.text);
        }
    }

    fn put_over(&self, text: &mut String) {
        if let Cow::Owned(hidden) = self.hide(text) {
            *text = hidden;
        }
    }

    fn hide_in(&self, value: &mut Value) {
        for text in texts(value) {
            self.put_over(text);
        }
    }

    /// Text by text: what is one of a closed list of words would be refused, and stays.
    fn rows(&self, masked: &mut Record, field: &Field, old: &Value) {
        let mut now = old.clone();
        for nth in 0..texts(&mut now.clone()).len() {
            let mut tried = now.clone();
            if let Some(text) = texts(&mut tried).into_iter().nth(nth) {
                self.put_over(text);
            }
            if tried != now && (field.set)(masked, &tried).is_ok() {
                now = tried;
            }
        }
    }
}

fn put(record: &mut Record, field: &Field, old: &Value, new: &Value) {
    if new != old && (field.set)(record, new).is_err() {
        // a name must not leave because a field is particular about its words
        let _ = (field.set)(record, &Value::Nothing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::relationship::Party;

    fn id(n: u8) -> RecordId {
        RecordId::from_bytes(&[n; 16]).expect("an id")
    }

    fn called(name: &str, handle: &str, alias: &str) -> Relationship {
        Relationship {
            name: name.into(),
            handles: vec![handle.into()],
            alias: alias.into(),
            ..Relationship::default()
        }
    }

    fn everybody() -> Vec<(RecordId, Vec<Relationship>)> {
        let process = Relationship {
            name: "Release process".into(),
            party: Party::Institution,
            ..Relationship::default()
        };
        vec![
            // the second of the same initials, whatever the order
            (id(3), vec![called("Paul Novak", "@paul", "")]),
            (id(1), vec![called("Priya Nair", "@pnair", "Falcon")]),
            (
                id(2),
                vec![
                    called("Siobh\u{e1}n O'Brien", "", ""),
                    // what she was called before
                    called("Siobh\u{e1}n Walsh", "", ""),
                ],
            ),
            (id(4), vec![called("\u{7530}\u{4e2d}", "", "")]),
            (id(5), vec![called("\u{130}pek \u{d6}z", "", "")]),
            (id(6), vec![process]),
            (id(7), vec![called("Ana Costa", "", "")]),
            (id(8), vec![called("Ana Silva", "", "")]),
        ]
    }

    #[test]
    fn every_name_in_any_part_and_script_is_initials() {
        let mask = Mask::of(&everybody());
        let check = |text: &str, expect: &str| {
            assert_eq!(mask.hide(text), expect, "{text}");
            // masked twice is the same as once
            assert_eq!(mask.hide(&mask.hide(text)), expect, "{text}");
        };
        check("send Priya Nair the draft", "send PN the draft");
        check("PRIYA's, @pnair and falcon", "PN's, @PN and PN");
        check("Paul and priya", "PN2 and PN");
        check(
            "Siobh\u{e1}n, n\u{e9}e Walsh; O&#39;Brien",
            "SO, n\u{e9}e SO; O&#39;SO",
        );
        check(
            "\u{7530}\u{4e2d}\u{3055}\u{3093}\u{306b}",
            "\u{7530}\u{3055}\u{3093}\u{306b}",
        );
        check("\u{130}pek", "\u{130}\u{d6}");
        check("the release process again", "the RP again");
        // a name of two people is nobody's initials
        check("Ana, Ana Costa", "somebody, AC");
        check("a nairobi printer", "a nairobi printer");
    }

    #[test]
    fn a_record_is_masked_and_nothing_else_of_it_changes() {
        let mask = Mask::of(&everybody());
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 22)
            .and_then(|day| day.and_hms_opt(9, 0, 0))
            .expect("a moment");
        let mut record = crate::domain::Kind::Commitment.fresh(now);
        if let Record::Commitment(one) = &mut record {
            one.text = "send Priya the draft".into();
            one.tags = vec!["paul".into()];
        }
        let Record::Commitment(masked) = mask.record(&record) else {
            panic!("another kind");
        };
        assert_eq!(masked.text, "send PN the draft");
        let whole = format!("{masked:?}").to_lowercase();
        assert!(
            !whole.contains("priya") && !whole.contains("paul"),
            "{whole}"
        );
        assert_eq!(masked.due, record.noun().due());
    }
}
